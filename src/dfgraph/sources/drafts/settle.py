"""Names in a draft to the ids that they mean at the date of the fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dfgraph.base.lookup import Named
from dfgraph.sources.drafts.draft import Draft, Keys
from dfgraph.sources.facts import Entry, Index, faults
from dfgraph.sources.facts.dates import fact_days
from dfgraph.sources.facts.index import Unresolved
from dfgraph.sources.schema import Field, ValueType


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A name that may mean several things: where it was said, and what it may mean."""

    keys: Keys
    text: str
    candidates: tuple[Named, ...]


def settle(draft: Draft, index: Index) -> list[Unsettled]:
    """Puts ids in the place of names, and drops what is said twice; the names that may mean several things.

    A name that means nothing stays as it is: the check tells of it. Changes the draft.
    """
    open_: list[Unsettled] = []
    entry = draft.entry(0)
    entry.kind = draft.kind
    for fields, values, before in _parts(draft, index):
        for key, value in values.items():
            field = fields.get(key)
            if field is None or field.type is not ValueType.REFERENCE:
                continue
            if isinstance(value, list):
                made = [_one(str(v), field, (*before, key, n), entry, index, open_) for n, v in enumerate(value)]
                values[key] = made if len(made) > len(set(made)) and open_ else list(dict.fromkeys(made))
            elif isinstance(value, str):
                values[key] = _one(value, field, (*before, key), entry, index, open_)
    return open_


def _parts(draft: Draft, index: Index) -> Iterator[tuple[Any, dict[str, Any], Keys]]:
    """The evidence first: its source may say when the fact was told."""
    evidence = draft.values.get("evidence")
    for number, item in enumerate(evidence if isinstance(evidence, list) else [evidence]):
        if isinstance(item, dict):
            before: Keys = ("evidence", number) if isinstance(evidence, list) else ("evidence",)
            yield index.schema.evidence.fields, item, before
    if draft.kind in index.schema.kinds:
        yield index.schema.kinds[draft.kind].fields, draft.values, ()


def _one(text: str, field: Field, keys: Keys, entry: Entry, index: Index, open_: list[Unsettled]) -> str:
    try:
        return short(meant(text.strip(), field, entry, index), field, index)
    except Unresolved as error:
        if error.fault is faults.AMBIGUOUS_NAME:
            ids = str(error.values["candidates"]).split(", ")
            known = {thing.id: thing for thing in index.called(text.strip(), field.range or "")}
            open_.append(Unsettled(keys, text, tuple(known.get(i) or Named(i, ()) for i in ids)))
        return text


def meant(text: str, field: Field, entry: Entry, index: Index) -> str:
    """The id that `text` means in a field of the record. Raises Unresolved."""
    try:
        return index.resolve(text, field.range or "", None, None)[0]
    except Unresolved as error:
        if error.fault is not faults.AMBIGUOUS_NAME:
            raise
        return index.resolve(text, field.range or "", *fact_days(entry, index))[0]


def short(id_: str, field: Field, index: Index) -> str:
    """An id as people write it in a facts file: a term of a vocabulary by its last part, where that is enough."""
    last = id_.partition("/")[2]
    if not any(concept.id == id_ for concept in index.schema.concepts):
        return id_
    try:
        return last if index.resolve(last, field.range or "", None, None)[0] == id_ else id_
    except Unresolved:
        return id_
