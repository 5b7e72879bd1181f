"""Which things there are, and which of them a text in a reference field means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from dfgraph.base.findings import Fault, Location
from dfgraph.base.language import EMPTY, Text
from dfgraph.base.lookup import Named, NameTable
from dfgraph.base.names import DFG, SKOS
from dfgraph.base.text import nearest
from dfgraph.base.times import TimeError, parse_time
from dfgraph.sources.facts import faults
from dfgraph.sources.facts.record import Entry
from dfgraph.sources.schema import Field, Kind, Schema

Candidate = Named
Days = tuple[date | None, date | None]
NAMING: Final = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel")

FORMER_ID: Final = DFG + "formerId"
"""The property by which a claim tells the id that its thing had before."""


class Unresolved(ValueError):
    """A reference that means nothing, or too much; `fault` and `values` tell the finding.

    A value may be a function that gives it: what is like a name is looked for only where somebody is told.
    """

    def __init__(self, fault: Fault, **values: object) -> None:
        super().__init__(fault.code)
        self.fault = fault
        self._values = values

    @property
    def values(self) -> dict[str, object]:
        """What the finding tells."""
        return {key: value() if callable(value) else value for key, value in self._values.items()}


class Index:
    """The things of a project by id, and by name where a name is asked for.

    `looked_up` are the texts that were no ids as they stand, each with the class that was asked for: what they mean
    hangs on what else there is. `by_day` tells whether some of them may mean another thing on another day.
    """

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.supers: dict[str, tuple[str, ...]] = {c.id: c.supers for c in schema.concepts}
        self.entries: dict[str, list[Entry]] = {}
        self.former: dict[str, str] = {}
        self.looked_up: set[tuple[str, str]] = set()
        self.by_day = False
        self._former_key = former_key(schema)
        self._tables: dict[str, NameTable] = {}
        self._near: dict[tuple[str, str], list[str]] = {}

    def add(self, entry: Entry, kind: Kind) -> Location | None:
        """Takes a record in; gives the place of an earlier record that says the id is of another kind."""
        known = self.supers_of(entry.id)
        if known is not None and known != kind.supers:
            earlier = self.entries.get(entry.id)
            return earlier[0].at("id") if earlier else Location("ontology")
        self.supers[entry.id] = kind.supers
        self.entries.setdefault(entry.id, []).append(entry)
        self._tables.clear()
        for former in former_ids(entry, self._former_key):
            self.former[former] = entry.id
        return None

    def resolve(self, text: str, range_: str, earliest: date | None, latest: date | None) -> tuple[str, bool]:
        """The id that `text` means among the things of class `range_`, and whether that hangs on the date.

        An id or its last part is taken as it is, one that a thing had formerly as that thing's; a name is looked up,
        exact spelling first, among what existed between the two days. Raises Unresolved where nothing, or more than
        one thing, is meant.
        """
        supers = self.supers_of(text)
        if supers is None:
            self.looked_up.add((range_, text))
            if (now := self.formerly(text)) is not None:
                text, supers = now, self.supers_of(now)
        if supers is not None:
            if range_ in supers:
                return text, False
            wanted = self.label(range_)
            raise Unresolved(faults.WRONG_CLASS, value=text, found=self.label(supers[0]), range=wanted, meant=EMPTY)
        slugs = [f"{p}/{text}" for p in self.schema.prefixes_of.get(range_, ()) if "/" not in text]
        meant = [i for i in slugs if range_ in (self.supers_of(i) or ())]
        if len(meant) == 1:
            return meant[0], False
        found = self.called(text, range_)
        self.by_day = self.by_day or any(thing.since or thing.until for thing in found)
        fitting = [t for t in found if t.exists_within(earliest, latest)]
        if len(fitting) == 1:
            return fitting[0].id, len(found) > 1
        if len(fitting) > 1 or len(meant) > 1:
            several = sorted({*meant, *(t.id for t in fitting)})
            raise Unresolved(faults.AMBIGUOUS_NAME, value=text, candidates=", ".join(several))
        raise Unresolved(
            faults.UNKNOWN_REFERENCE,
            value=text,
            range=self.label(range_),
            meant=lambda: faults.did_you_mean([t.id for t in found] or self.near(text, range_)),
        )

    def __contains__(self, id_: object) -> bool:
        """Whether something has this id: a thing that is spoken of, or a term of the ontology."""
        return isinstance(id_, str) and self.supers_of(id_) is not None

    def supers_of(self, id_: str) -> tuple[str, ...] | None:
        """The classes of a thing, its own first; None where there is no such thing."""
        return self.supers.get(id_)

    def formerly(self, id_: str) -> str | None:
        """The id now of the thing that had this one before."""
        return self.former.get(id_)

    def called(self, text: str, range_: str) -> Sequence[Named]:
        """The things of a class that go by a name, those spelled just so where there are any."""
        return self.table(range_).find(text)

    def days(self, id_: str) -> Days | None:
        """When a fact about a thing held, by the first of its records that says so."""
        for entry in self.entries.get(id_, ()):
            if days := stated_days(entry, self.schema.kinds[entry.kind]):
                return days
        return None

    def near(self, text: str, range_: str) -> list[str]:
        """Ids of class `range_` that look or sound like `text`."""
        if (text, range_) in self._near:
            return self._near[text, range_]
        ids = nearest(text, (i for i, supers in self.supers.items() if range_ in supers))
        short = {i.partition("/")[2]: i for i, supers in self.supers.items() if range_ in supers}
        by_slug = [short[s] for s in nearest(text, short)]
        found = dict.fromkeys(by_slug + ids)
        found.update(
            (name, None) for name in self.table(range_).near(text) if name[:-1].rpartition("(")[2] not in found
        )
        self._near[text, range_] = list(found)[:3]
        return self._near[text, range_]

    def said(self, kind: Kind, path: str) -> Iterator[tuple[str, str]]:
        """What records say of the things of a kind in the field with a path: id and text."""
        keys = [f.key for f in kind.fields.values() if f.path == path]
        for id_, entries in self.entries.items():
            if entries[0].kind == kind.key:
                yield from ((id_, text) for entry in entries for key in keys for text in _texts(entry.values.get(key)))

    def label(self, iri: str) -> Text:
        """What the ontology calls a class; its IRI where it has no label."""
        return self.schema.labels.get(iri) or Text(iri, iri)

    def table(self, range_: str) -> NameTable:
        """The names of all things of a class; made when first asked for."""
        if range_ not in self._tables:
            self._tables[range_] = NameTable(self.things(range_))
        return self._tables[range_]

    def forget_names(self) -> None:
        """Lets the names of what was added since be found too."""
        self._tables.clear()

    def things(self, range_: str) -> Iterator[Named]:
        """The things of a class, with their names."""
        for concept in self.schema.concepts:
            if range_ in concept.supers:
                yield Named(concept.id, concept.names)
        for id_ in self.entries:
            if range_ in self.supers[id_]:
                yield self.named(id_)

    def named(self, id_: str) -> Named:
        """A thing that records speak of: all its names, and the days between which it exists."""
        entries = self.entries[id_]
        return _named(id_, entries, self.schema.kinds[entries[0].kind])


def stated_days(entry: Entry, kind: Kind) -> Days | None:
    """The first and last day of the date by which a record says when its fact held; None where it has no such date."""
    for field in dating(kind):
        text = _first(entry.values.get(field.key))
        if text:
            try:
                return parse_time(text.strip())[2:]
            except TimeError:
                continue
    return None


def dating(kind: Kind) -> list[Field]:
    """The fields that say when a fact held, the one that counts first in front."""
    return sorted((f for f in kind.fields.values() if f.fact_date is not None), key=lambda f: f.fact_date or 0)


def _first(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) else None


def former_key(schema: Schema) -> str:
    """The key of the evidence under which a record says what the id of its thing was before; empty where none is."""
    return next((f.key for f in schema.evidence.fields.values() if f.path == FORMER_ID), "")


def former_ids(entry: Entry, key: str) -> list[str]:
    """The ids that the thing of a record had before."""
    evidence = entry.values.get("evidence") if key else None
    pieces = evidence if isinstance(evidence, list) else [evidence]
    return [id_ for piece in pieces if isinstance(piece, dict) and key in piece for id_ in _texts(piece[key])]


def _named(id_: str, entries: Iterable[Entry], kind: Kind) -> Named:
    names: list[str] = []
    since = until = None
    naming = [f.key for f in kind.fields.values() if f.path in NAMING]
    dates = {f.path: f.key for f in kind.fields.values()}
    for entry in entries:
        for key in naming:
            names.extend(_texts(entry.values.get(key)))
        since = since or _day(entry, dates.get(DFG + "since"), 2)
        until = until or _day(entry, dates.get(DFG + "until"), 3)
    return Named(id_, tuple(dict.fromkeys(names)), since, until)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def _day(entry: Entry, key: str | None, end: int) -> date | None:
    text = entry.values.get(key) if key else None
    if not isinstance(text, str):
        return None
    try:
        day = parse_time(text)[end]
    except TimeError:
        return None
    return day if isinstance(day, date) else None
