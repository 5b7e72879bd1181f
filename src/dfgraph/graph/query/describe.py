"""One thing, with everything that is said of it, and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pyoxigraph as ox

from dfgraph.base.errors import QueryError
from dfgraph.base.language import Language, Text
from dfgraph.base.names import BASE, DERIVED, DFG, ONTOLOGY, RDF, XSD, Names
from dfgraph.graph.query.cells import Cell, to_cell
from dfgraph.graph.query.citations import Citation, citations_of
from dfgraph.graph.store import GraphStore, Term
from dfgraph.graph.store.labels import labels_of

_OF: Final = "GRAPH ?graph { ?thing ?property ?value }"
_TO: Final = "GRAPH ?graph { ?value ?property ?thing }"
_STATED: Final = """
SELECT ?thing ?graph ?property ?value WHERE {{
  VALUES ?thing {{ {things} }}
  {pattern} {{ ?graph a dfg:Claim }} UNION {{ VALUES ?graph {{ <{derived}> }} }}
}}
"""
_ORDER: Final = """
SELECT ?path (MIN(?order) AS ?first) WHERE {{ GRAPH <{ontology}> {{ ?shape sh:path ?path ; sh:order ?order }} }}
GROUP BY ?path
"""
_LAST: Final = 10_000.0
_NUMBERS: Final = (XSD + "integer", XSD + "decimal")
_BATCH: Final = 1000
_NOT_SHOWN: Final = (RDF + "type", DFG + "contested")


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one property: who says so or denies it, and whether it is derived or contested.

    `disputed` tells that a source denies it, `holds` is False where none says so.
    """

    property: Cell
    value: Cell
    language: str
    citations: tuple[Citation, ...]
    derived: bool
    contested: bool
    disputed: bool = False
    holds: bool = True

    def to_json(self, language: Language) -> dict[str, Any]:
        """Plain data."""
        made: dict[str, Any] = {"property": self.property.to_json(language), "value": self.value.to_json(language)}
        marks = {"language": self.language, "derived": self.derived, "contested": self.contested}
        marks["disputed"] = self.disputed
        made.update({key: mark for key, mark in marks.items() if mark})
        if not self.holds:
            made["holds"] = False
        made["citations"] = [c.to_json(language) for c in self.citations]
        return made


@dataclass(frozen=True, slots=True)
class Description:
    """A thing: its label, its kind (and the IRI of that), what is said of it, and what refers to it."""

    id: str
    label: Text
    kind: Text
    kind_id: str
    statements: tuple[Statement, ...]
    mentions: tuple[Statement, ...]

    def to_json(self, language: Language) -> dict[str, Any]:
        """Plain data."""
        return {
            "id": self.id,
            "label": self.label.say(language),
            "kind": self.kind.say(language),
            "statements": [s.to_json(language) for s in self.statements],
            "mentions": [s.to_json(language) for s in self.mentions],
        }


def describe(store: GraphStore, thing: str, names: Names) -> Description:
    """Everything that the graph says of the thing with this id, and what refers to it.

    Raises QueryError where it says nothing.
    """
    found = describe_all(store, [thing], names, mentions=True)
    if thing not in found:
        message = Text("Đồ thị không nói gì về «{thing}».", "The graph says nothing of “{thing}”.")
        raise QueryError(message.fill(thing=thing))
    return found[thing]


def describe_all(
    store: GraphStore, things: Iterable[str], names: Names, *, mentions: bool = False
) -> dict[str, Description]:
    """The same for many things by id, in a few queries; without mentions unless asked for."""
    iris = sorted({BASE + thing for thing in things})
    said = _statements(store, iris, _OF)
    told = _statements(store, iris, _TO) if mentions else {}
    everything = [statement for part in (said, told) for of_one in part.values() for statement in of_one.items()]
    nodes = {t.value for (p, v), _ in everything for t in (p, v) if isinstance(t, ox.NamedNode)}
    writer = _Writer(
        labels=labels_of(store, {*iris, *nodes}),
        citations=citations_of(store, {g for _, graphs in everything for g in graphs if g != DERIVED}),
        order=_order(store),
        names=names,
    )
    return {
        iri[len(BASE) :]: writer.description(iri, said.get(iri, {}), told.get(iri, {}))
        for iri in iris
        if iri in said or iri in told
    }


@dataclass(frozen=True, slots=True)
class _Writer:
    """What descriptions are written with."""

    labels: Mapping[str, Text]
    citations: Mapping[str, Citation]
    order: Mapping[str, float]
    names: Names

    def description(self, iri: str, said: _Said, told: _Said) -> Description:
        # What a record says of its kind, before what follows from that.
        typed = sorted(
            (graphs == [DERIVED], node.value)
            for (property_, node), graphs in said.items()
            if property_.value == RDF + "type" and isinstance(node, ox.NamedNode)
        )
        types = [type_ for _, type_ in typed]
        contested = {v.value for p, v in said if p.value == DFG + "contested" and isinstance(v, ox.NamedNode)}
        id_ = iri[len(BASE) :]
        return Description(
            id=id_,
            label=self.labels.get(iri) or Text(id_, id_),
            kind=next((self.labels[t] for t in types if t in self.labels), Text("", "")),
            kind_id=next(iter(types), ""),
            statements=self.statements(said, contested),
            mentions=self.statements(told, set()),
        )

    def statements(self, found: _Said, contested: set[str]) -> tuple[Statement, ...]:
        rows = [
            self.statement(property_, value, graphs, property_.value in contested)
            for (property_, value), graphs in found.items()
            if property_.value not in _NOT_SHOWN
        ]
        return tuple(sorted(rows, key=self._rank))

    def statement(self, property_: ox.NamedNode, value: Term, graphs: list[str], contested: bool) -> Statement:
        citations = {g: self.citations[g] for g in graphs if g in self.citations}
        upheld = [g for g in graphs if g not in citations or not citations[g].disputes]
        return Statement(
            property=to_cell(property_, self.labels, self.names),
            value=to_cell(value, self.labels, self.names),
            language=(value.language or "") if isinstance(value, ox.Literal) else "",
            citations=tuple(sorted(citations.values(), key=lambda c: c.disputes)),
            derived=upheld == [DERIVED],
            contested=contested and bool(upheld),
            disputed=len(upheld) < len(graphs),
            holds=bool(upheld),
        )

    def _rank(self, statement: Statement) -> tuple[float, str, bool]:
        property_ = statement.property
        return self.order.get(property_.value, _LAST), property_.id, statement.language == "en"


_Said = dict[tuple[ox.NamedNode, Term], list[str]]


def _statements(store: GraphStore, iris: list[str], pattern: str) -> dict[str, _Said]:
    found: dict[str, _Said] = {}
    for start in range(0, len(iris), _BATCH):
        things = " ".join(f"<{iri}>" for iri in iris[start : start + _BATCH])
        query = _STATED.format(things=things, pattern=pattern, derived=DERIVED)
        # Put in order here: the store takes three times as long for a query that does it.
        for thing, graph, property_, value in sorted(store.query(query).rows(), key=_in_order):
            assert isinstance(thing, ox.NamedNode)
            assert isinstance(graph, ox.NamedNode)
            assert isinstance(property_, ox.NamedNode)
            assert value is not None
            found.setdefault(thing.value, {}).setdefault((property_, value), []).append(graph.value)
    return found


def _in_order(row: tuple[Term | None, ...]) -> tuple[str, int, float, str, str]:
    """Where a row stands: by property, then things before numbers before texts, then by graph."""
    _, graph, property_, value = row
    rank, number = 0, 0.0
    if isinstance(value, ox.Literal):
        rank = 2
        if value.datatype.value in _NUMBERS:
            rank, number = 1, float(value.value)
    return str(property_), rank, number, str(value), str(graph)


def _order(store: GraphStore) -> dict[str, float]:
    rows = store.query(_ORDER.format(ontology=ONTOLOGY)).rows()
    return {
        path.value: float(first.value)
        for path, first in rows
        if isinstance(path, ox.NamedNode) and isinstance(first, ox.Literal)
    }
