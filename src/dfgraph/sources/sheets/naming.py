"""Who and what the rows speak of: sources found or made, ids given, names resolved to ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dfgraph.base.findings import Finding
from dfgraph.base.language import LANGUAGES
from dfgraph.base.names import is_id
from dfgraph.base.times import TimeError, parse_time
from dfgraph.sources.drafts.citing import (
    complete_source,
    same_page,
    source_field,
    source_kind,
    url_field,
    with_defaults,
)
from dfgraph.sources.drafts.draft import Draft, label_field, label_of, named_id
from dfgraph.sources.drafts.settle import meant
from dfgraph.sources.facts.faults import NO_ID
from dfgraph.sources.facts.ids import name_records
from dfgraph.sources.facts.index import Index, Unresolved
from dfgraph.sources.facts.record import Entry
from dfgraph.sources.schema import Field, Kind, Schema, ValueType
from dfgraph.sources.sheets import faults
from dfgraph.sources.sheets.records import SheetEntry


def name_rows(
    entries: Sequence[SheetEntry], others: Sequence[Entry], schema: Schema
) -> tuple[list[SheetEntry], list[Finding]]:
    """Gives `entries` their ids, their sources, and ids for the names in them, as far as these can be found.

    `others` are all other records of the project. Gives the records of sources that the rows bring with them, and
    where rows differ about one of these. What cannot be resolved stays as it is written: checking tells.
    """
    sources = _Sources(schema, name_records(others, schema)[0])
    for entry in entries:
        _give_id(entry, schema)
        sources.take(entry)
    made = sources.complete()
    index, named, findings = name_records([*others, *made, *entries], schema)
    ours = {id(entry) for entry in (*made, *entries)}
    nameless = [entry for entry in entries if entry.kind and not entry.id and "id" not in entry.values]
    told = [f for f in findings if f.code == NO_ID.code and f.location in {e.at() for e in nameless}]
    for entry in nameless:
        # Without an id nothing else would be looked at; what is wrong with it is told all the same.
        entry.values["id"] = f"{schema.kinds[entry.kind].prefix}/row-{entry.line}"
    for one in named:
        if id(one) in ours:
            _resolve(one, index)
    return made, [*sources.findings, *told, *_told_apart(entries, schema)]


def _told_apart(entries: Sequence[Entry], schema: Schema) -> Iterator[Finding]:
    """Rows whose fields make one id for things that have different names."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        if not entry.id or "id" in entry.values:
            continue
        named = label_of(entry.values, schema.kinds[entry.kind])
        for language, name in zip(LANGUAGES, named, strict=True):
            other = first.setdefault((entry.id, language), entry) if name else entry
            before = label_of(other.values, schema.kinds[other.kind]).say(language)
            if other is not entry and before != name:
                field = label_field(schema.kinds[entry.kind])
                at = entry.at(field.key, language) if field else entry.at()
                yield faults.SAME_ID.at(at, entry.id, id=entry.id, other=other.at(), name=name, first=before)


class _Sources:
    """The sources that rows bring with them: the same address is the same source."""

    def __init__(self, schema: Schema, index: Index) -> None:
        self.index = index
        self.kind = source_kind(schema)
        self.field = source_field(schema)
        self.made: dict[str, SheetEntry] = {}
        self.findings: list[Finding] = []
        self.known: dict[str, str] = {}
        address = url_field(self.kind) if self.kind else None
        self.address = address.key if address else ""
        for id_, records in index.entries.items():
            if self.kind and self.kind.iri in index.supers[id_]:
                for record in records:
                    self._remember(id_, record.values)

    def _remember(self, id_: str, values: dict[str, Any]) -> None:
        for key in self._marks(values):
            self.known.setdefault(key, id_)

    def _marks(self, values: dict[str, Any]) -> Iterator[str]:
        """By what a source is known: its address; where it has none, its title."""
        assert self.kind is not None
        addresses = [same_page(url) for url in _texts(values.get(self.address))]
        yield from addresses
        named = label_field(self.kind)
        if named and not addresses:
            yield from (f"“{title}”" for title in _texts(values.get(named.key)))

    def take(self, entry: SheetEntry) -> None:
        """Ties a row to the source that it describes."""
        if not entry.source or self.kind is None or self.field is None:
            return
        evidence = entry.values.setdefault("evidence", {})
        written = evidence.get(self.field.key)
        new_id = isinstance(written, str) and is_id(written) and written not in self.index.entries
        if written and not new_id:
            return  # a source that is recorded already, by id or by name
        found: str = written or next((self.known[mark] for mark in self._marks(entry.source) if mark in self.known), "")
        if not found:
            found = self._made_id(self.kind, entry) or ""
        if found:
            entry.values["evidence"] = {self.field.key: found, **evidence}
            entry.marks.setdefault("evidence", {}).setdefault(
                self.field.key, next(iter(entry.source_marks.values()), 0)
            )
            self._remember(found, entry.source)
            if found not in self.index.entries:
                self._describe(self.kind, found, entry)

    def complete(self) -> list[SheetEntry]:
        """The records of new sources, with what the shapes take for granted where no row says otherwise."""
        for source in self.made.values():
            assert self.kind is not None
            draft = Draft(self.kind.key, source.values)
            with_defaults(draft, self.kind)
            source.values = draft.record()
        return list(self.made.values())

    def _made_id(self, kind: Kind, entry: SheetEntry) -> str | None:
        draft = Draft(kind.key, dict(entry.source))
        complete_source(draft, kind, self.index)
        made = draft.values.get("id")
        if made in self.made:
            return named_id(kind.prefix, [str(made).partition("/")[2]], {*self.made, *self.index.supers})
        return made

    def _describe(self, kind: Kind, id_: str, row: SheetEntry) -> None:
        """Adds what a row says of a source to its record; the first row that says a thing counts."""
        made = self.made.get(id_)
        if made is None:
            draft = Draft(kind.key, {"id": id_, **row.source})
            complete_source(draft, kind, self.index)
            made = self.made[id_] = SheetEntry(row.path, row.line, row.sheet)
            made.values = draft.record()
            made.marks = dict(row.source_marks)
            return
        for key, value in row.source.items():
            earlier = made.values.setdefault(key, value)
            made.marks.setdefault(key, row.source_marks.get(key, 0))
            if key == self.address or _one(earlier) == _one(value):
                continue
            place = SheetEntry(row.path, row.line, row.sheet)
            place.marks = row.source_marks
            label = kind.fields[key].label if key in kind.fields else key
            told: dict[str, object] = {"value": _one(value), "first": _one(earlier), "field": label}
            self.findings.append(faults.SOURCE_DIFFERS.at(place.at(key), id_, other=made.at(key), **told))


def _give_id(entry: SheetEntry, schema: Schema) -> None:
    """An id of the name and the date, for a thing whose row says none, nor the fields that make one."""
    kind = schema.kinds.get(str(entry.values.get("kind")))
    if kind is None or "id" in entry.values or any(field.key in entry.values for field in kind.id_from):
        return
    label = label_of(entry.values, kind)
    name = label.vi or label.en
    dated = sorted((f for f in kind.fields.values() if f.fact_date is not None), key=lambda f: f.fact_date or 0)
    when = next((made for f in dated if (made := _time(entry.values.get(f.key)))), "")
    if name and (id_ := named_id(kind.prefix, [name, when])):
        entry.values = {"kind": kind.key, "id": id_, **entry.values}


def _time(value: Any) -> str:
    try:
        return parse_time(value.strip()).slug if isinstance(value, str) else ""
    except TimeError:
        return ""


def _resolve(entry: Entry, index: Index) -> None:
    """Puts ids for the names in a record, by the date of its fact."""
    schema = index.schema
    places: list[tuple[dict[str, Any], Kind]] = [(entry.values, schema.kinds[entry.kind])]
    if isinstance(evidence := entry.values.get("evidence"), dict):
        places.insert(0, (evidence, schema.evidence))
    for values, kind in places:
        for field in kind.fields.values():
            if field.type is ValueType.REFERENCE and field.key in values:
                written = values[field.key]
                if isinstance(written, list):
                    values[field.key] = list(dict.fromkeys(_id(text, field, entry, index) for text in written))
                elif isinstance(written, str):
                    values[field.key] = _id(written, field, entry, index)


def _id(text: str, field: Field, entry: Entry, index: Index) -> str:
    """The id that a name means, or a term's own name; the text itself where that is not certain."""
    try:
        id_ = meant(text.strip(), field, entry, index)
    except Unresolved:
        return text
    prefixes = index.schema.prefixes_of.get(field.range or "", ())
    is_term = id_ not in index.entries and len(prefixes) == 1
    return id_.removeprefix(f"{prefixes[0]}/") if is_term else id_


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value, whatever its form."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def _one(value: Any) -> str:
    return next(iter(_texts(value)), "")[:100]
