"""How the fields of a kind, of its evidence and of its source are called on the command line."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from dfgraph.base.language import LANGUAGES
from dfgraph.base.names import DFG
from dfgraph.sources.drafts import label_field, source_field, source_kind
from dfgraph.sources.facts.evidence import LOCATORS
from dfgraph.sources.schema import Field, Kind, Schema, ValueType

Part = Literal["fields", "evidence", "source"]

OWN: Final = frozenset(("id", "file", "dry-run", "yes", "force", "wait", "json", "lang", "project", "help"))
"""The options that every kind has; a field that is called so has `field-` before its name."""

LATER: Final = (DFG + "retracted", DFG + "retractedBecause", DFG + "formerId")
"""What is said when a record is withdrawn or renamed, not when it is made."""

_SINGULAR: Final = ("-as", "is", "ss", "us")
"""The ends of names that are no plural."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say something: a field of the record, of its evidence or of its source, in one language or in any.

    `names` are the options, the best known first; `one` is the singular of the first, which is accepted too; `param` is
    what click calls the value.
    """

    part: Part
    field: Field
    names: tuple[str, ...]
    language: str = ""
    one: str = ""

    @property
    def param(self) -> str:
        """A name that no other way of the kind has."""
        return f"{self.part}_{self.field.key}" + (f"__{self.language}" if self.language else "")


def ways_of(kind: Kind, schema: Schema) -> list[Way]:
    """Every way to say something of a thing of this kind, in the order in which help shows them.

    The fields of the kind have the plain names; a field of evidence whose name is taken begins with `evidence-`.
    """
    own = [_own_ways(field, kind) for field in kind.fields.values()]
    found = [way for ways in own for way in ways]
    taken = {name.removeprefix("--") for way in found for name in (*way.names, way.one)}
    cited, source = source_field(schema), source_kind(schema)
    if kind.self_evident or cited is None:
        return found
    for field in schema.evidence.fields.values():
        if field.path not in LATER:
            plain = [field.key.replace("_", "-"), *(["at"] if LOCATORS.get(field.path) == "" else [])]
            names = [name for name in plain if name not in taken] or [f"evidence-{plain[0]}"]
            taken.update(names)
            found += _ways("evidence", field, names)
        if source is not None and field is cited:
            found += _ways_of_source(source, f"{names[0]}-", taken)
    return found


def _ways_of_source(source: Kind, before: str, taken: set[str]) -> Iterator[Way]:
    title = label_field(source)
    for field in source.fields.values():
        plain = field.key.replace("_", "-")
        names = [before + plain.removeprefix(before)]
        if field is title:
            names.insert(0, f"{before}title")
        names = [name for name in names if name not in taken]
        if names:
            taken.update(names)
            yield from _ways("source", field, names)


def _ways(part: Part, field: Field, names: Collection[str]) -> Iterator[Way]:
    yield Way(part, field, tuple(f"--{name}" for name in names))
    if field.type is ValueType.TEXT:
        for language in LANGUAGES:
            yield Way(part, field, tuple(f"--{name}-{language}" for name in names), language)


def _own_ways(field: Field, kind: Kind) -> list[Way]:
    """`fields` is `field` too, where it takes several and no other field is called so."""
    plain = field.key.replace("_", "-")
    one = _one(plain) if field.many and field.type is not ValueType.TEXT else ""
    if one in OWN or one.replace("-", "_") in kind.fields:
        one = ""
    first, *others = _ways("fields", field, [f"field-{plain}" if plain in OWN else plain])
    return [replace(first, one=one and f"--{one}"), *others]


def _one(plural: str) -> str:
    """The singular of a name, as far as its spelling tells; empty where it is none.

    >>> _one("fields"), _one("joint-areas"), _one("same-as"), _one("party")
    ('field', 'joint-area', '', '')
    """
    if not plural.endswith("s") or plural.endswith(_SINGULAR):
        return ""
    return plural[:-3] + "y" if plural.endswith("ies") else plural[:-1]
