"""The things of a graph by id and by name, for checking a few records without reading all the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple, TypeVar

import pyoxigraph as ox

from dfgraph.base.findings import Location
from dfgraph.base.language import LANGUAGES
from dfgraph.base.lookup import Named, NameTable
from dfgraph.base.names import BASE, DFG, RDF, is_id
from dfgraph.base.text import fold, nfc
from dfgraph.base.times import span_of
from dfgraph.graph.update.overlay import PROVENANCE_GRAPH, TIES, TYPE, Overlay, Unfit, id_of, is_claim
from dfgraph.sources.facts import Entry, Index
from dfgraph.sources.facts.index import FORMER_ID, NAMING, Days, dating, former_ids, stated_days
from dfgraph.sources.schema import Kind, Schema

_FORMER: Final = ox.NamedNode(FORMER_ID)
_TIME: Final = BASE + "time/"
_MANY: Final = 5_000
_T = TypeVar("_T")


class Told(NamedTuple):
    """What one claim says that matters to those who speak of its thing: names, and times by the IRI of their field."""

    names: list[str]
    times: dict[str, list[str]]

    @property
    def since(self) -> list[str]:
        """From when the thing exists."""
        return self.times.get(DFG + "since", [])

    @property
    def until(self) -> list[str]:
        """Until when the thing exists."""
        return self.times.get(DFG + "until", [])


class KnownIndex(Index):
    """The things that the claims of a graph speak of, withdrawn ones too, and those of the records that it takes in.

    Names are looked up as a check of records does it, before ids are made of fields; with `late`, afterwards. Raises
    Unfit where an answer hangs on the order of records, which a graph does not tell.
    """

    def __init__(self, schema: Schema, graph: Overlay, *, late: bool = False) -> None:
        super().__init__(schema)
        self._graph = graph
        self._late = late
        self._kinds = {kind.iri: kind for kind in schema.kinds.values()}
        self._found: dict[str, Kind | None] = {}

    def add(self, entry: Entry, kind: Kind) -> Location | None:
        """Takes a record in. Raises Unfit where the graph has its thing as one of another kind, or an id as former."""
        known = self.kind_of(entry.id)
        if known is not None and known.supers != kind.supers:
            raise Unfit(f"{entry.id} is of two kinds")
        former = former_ids(entry, self._former_key)
        others = set(map(self.formerly, former)) - {None, entry.id}
        if self.formerly(entry.id) or others or any(map(self.kind_of, former)):
            raise Unfit(f"{entry.id} or an id that it had is another thing's")
        return super().add(entry, kind)

    def kind_of(self, id_: str) -> Kind | None:
        """The kind that the claims about a thing give it."""
        if id_ not in self._found:
            types = (q for q in self._quads(id_, RDF + "type")) if is_id(id_) else ()
            kinds = (self._kinds.get(q.object.value) for q in types if isinstance(q.object, ox.NamedNode))
            self._found[id_] = next((kind for kind in kinds if kind), None)
        return self._found[id_]

    def supers_of(self, id_: str) -> tuple[str, ...] | None:
        """The classes of a thing, its own first; None where there is no such thing."""
        own = self.supers.get(id_)
        if own is not None:
            return own
        kind = self.kind_of(id_)
        return kind.supers if kind else None

    def formerly(self, id_: str) -> str | None:
        """The id now of the thing that had this one before."""
        found = {id_now for id_now in (self.former.get(id_),) if id_now}
        for told in self._graph.quads(None, _FORMER, ox.Literal(nfc(id_)), PROVENANCE_GRAPH):
            for tie in TIES:
                found.update(id_of(q.object) for q in self._graph.quads(told.subject, tie, None, PROVENANCE_GRAPH))
        return _only(found)

    def called(self, text: str, range_: str) -> Sequence[Named]:
        """The things of a class that go by a name, those spelled just so where there are any."""
        wanted = nfc(text)
        own = {thing.id: thing for thing in super().called(text, range_)}
        bearing = {id_ for id_ in self._bearing(wanted) if range_ in (self.supers_of(id_) or ())}
        exact = bearing | {id_ for id_, thing in own.items() if wanted in map(nfc, thing.names)}
        folded = set(own) if exact else set(own) | self._folded(fold(wanted), range_)
        things = [own.get(id_) or self.named(id_) for id_ in sorted(exact or folded)]
        for thing in things:
            if not self._late and (kind := self.kind_of(thing.id)) and kind.id_from:
                raise Unfit(f"{thing.id} may have got its id after names were looked up")
        return things

    def named(self, id_: str) -> Named:
        """A thing that records or claims speak of: all its names, and the days between which it exists."""
        told = self.told(id_).values()
        names = [name for path in NAMING for name in self._names(id_, path)]
        since = {day for one in told for slug in one.since if (day := span_of(slug).earliest)}
        until = {day for one in told for slug in one.until if (day := span_of(slug).latest)}
        if id_ in self.entries:
            own = super().named(id_)
            names.extend(own.names)
            since |= {own.since} if own.since else set()
            until |= {own.until} if own.until else set()
        return Named(id_, tuple(dict.fromkeys(names)), _only(since), _only(until))

    def _names(self, id_: str, path: str) -> list[str]:
        """What claims call a thing, in the order in which records are mostly written."""
        said = {quad.object for quad in self._quads(id_, path) if isinstance(quad.object, ox.Literal)}
        return [label.value for label in sorted(said, key=lambda label: (label.language != LANGUAGES[0], str(label)))]

    def days(self, id_: str) -> Days | None:
        """When a fact about a thing held, by the records and claims about it."""
        found = {stated_days(entry, self.schema.kinds[entry.kind]) for entry in self.entries.get(id_, ())} - {None}
        if kind := self.kind_of(id_):
            for one in self.told(id_).values():
                slugs = next((one.times[f.path] for f in dating(kind) if f.path in one.times), None)
                if slugs:
                    found |= {span_of(slug)[2:] for slug in slugs}
        return _only(found)

    def near(self, text: str, range_: str) -> list[str]:
        """Ids of class `range_` that look or sound like `text`; none where the class is very large."""
        known = list(islice(self._of_class(range_), _MANY + 1))
        if len(known) > _MANY:
            return []
        self.supers.update((id_, self.supers_of(id_) or ()) for id_ in known)
        others = [self.named(id_) for id_ in known if id_ not in self.entries]
        self._tables[range_] = NameTable([*self.things(range_), *others])
        return super().near(text, range_)

    def told(self, id_: str) -> dict[str, Told]:
        """What each claim about a thing says of its names and times, by claim."""
        found: dict[str, Told] = {}
        for quad in (quad for path in self._telling(id_) for quad in self._quads(id_, path)):
            value, told = quad.object, found.setdefault(str(quad.graph_name), Told([], {}))
            if isinstance(value, ox.Literal) and quad.predicate.value in NAMING:
                told.names.append(value.value)
            elif isinstance(value, ox.NamedNode) and value.value.startswith(_TIME):
                told.times.setdefault(quad.predicate.value, []).append(value.value.removeprefix(_TIME))
        return found

    def _telling(self, id_: str) -> Iterable[str]:
        """The properties that matter to those who speak of a thing; a thing may have very many others."""
        kind = self.kind_of(id_)
        dates = [field.path for field in dating(kind)] if kind else []
        return dict.fromkeys((*NAMING, DFG + "since", DFG + "until", *dates))

    def said(self, kind: Kind, path: str) -> Iterator[tuple[str, str]]:
        """What claims and records say of the things of a kind in the field with a path: id and text."""
        yield from super().said(kind, path)
        for id_ in self._of_kind(kind.iri):
            quads = self._quads(id_, path)
            yield from ((id_, quad.object.value) for quad in quads if isinstance(quad.object, ox.Literal))

    def _quads(self, id_: str, property_: str) -> Iterator[ox.Quad]:
        """What claims say of a thing."""
        found = self._graph.quads(ox.NamedNode(BASE + id_), ox.NamedNode(property_), None, None)
        return (quad for quad in found if is_claim(quad.graph_name))

    def _bearing(self, name: str) -> Iterator[str]:
        """The things that have just this name."""
        for term in (ox.Literal(name), *(ox.Literal(name, language=language) for language in LANGUAGES)):
            for property_ in NAMING:
                for quad in self._graph.quads(None, ox.NamedNode(property_), term, None):
                    if is_claim(quad.graph_name):
                        yield id_of(quad.subject)

    def _folded(self, key: str, range_: str) -> set[str]:
        kinds = [kind for kind in self._kinds.values() if range_ in kind.supers]
        return {
            id_ for kind in kinds for path in NAMING for id_, name in self.said(kind, path) if fold(nfc(name)) == key
        }

    def _of_class(self, range_: str) -> Iterator[str]:
        for iri, kind in self._kinds.items():
            if range_ in kind.supers:
                yield from self._of_kind(iri)

    def _of_kind(self, iri: str) -> Iterable[str]:
        quads = self._graph.quads(None, TYPE, ox.NamedNode(iri), None)
        return dict.fromkeys(id_of(q.subject) for q in quads if is_claim(q.graph_name))


def _only(found: Iterable[_T]) -> _T | None:
    """The only one of some values, None where there is none."""
    several = list(found)
    if len(several) > 1:
        raise Unfit("records differ, and the first of them counts")
    return several[0] if several else None
