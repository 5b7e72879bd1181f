"""A query of the ontology to a network: which things are nodes, which are edges, and all that is said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from dfgraph.base.errors import QueryError
from dfgraph.base.language import LANGUAGES, Text
from dfgraph.base.names import BASE, DERIVED, ONTOLOGY, SKOS, Names
from dfgraph.base.query_files import QueryFile
from dfgraph.graph.query import Citation, Description, citations_of
from dfgraph.graph.query import Statement as Said
from dfgraph.graph.store import GraphStore
from dfgraph.graph.store.labels import labels_of
from dfgraph.products.network.facets import NO_FACETS, Facets
from dfgraph.products.network.marks import choices_of, claims_about, figures_about, figures_of, marks_of, moments_of
from dfgraph.products.network.model import NO_TEXT, Edge, Network, Node, NodeKind, Period, Statement
from dfgraph.products.network.telling import Telling
from dfgraph.products.network.walking import Bound, Key, chosen, parameter_to_walk, walked

_KINDS: Final = """
SELECT ?class ?colour ?shape ?order WHERE {{ GRAPH <{ontology}> {{
  ?class dfg:colour ?colour . OPTIONAL {{ ?class dfg:shape ?shape }} OPTIONAL {{ ?class dfg:displayOrder ?order }} }} }}
"""
_TYPES: Final = """SELECT ?thing ?class WHERE {{ VALUES ?thing {{ {things} }} ?thing a ?class . ?class dfg:key ?key .
  FILTER NOT EXISTS {{ ?class dfg:abstract true }} }}"""
_CITED: Final = "SELECT ?claim ?source WHERE { ?claim a dfg:Claim ; prov:hadPrimarySource ?source }"
_UNDIRECTED: Final = """
SELECT ?relation WHERE {{ GRAPH <{ontology}> {{
  VALUES ?type {{ <{owl}SymmetricProperty> <{owl}Class> }} ?relation a ?type }} }}
"""
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_NAMING: Final = frozenset((SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel"))


def project(
    store: GraphStore,
    query: QueryFile | None,
    names: Names,
    bound: Bound | None = None,
    *,
    telling: Telling | None = None,
    hops: int = 1,
) -> Network:
    """The network that a query chooses.

    `?from` and `?to` are nodes; `?via` is the thing that joins them, `?relation` the property or class that names the
    edge, `?claim` a claim behind it. A row without `?to` is a node alone. `telling` tells what is said of nodes and
    edges; without it they have names and sources alone. A network that is a walk goes `hops` steps. Raises QueryError
    where the query does not give `?from` and `?to`.
    """
    if query is None:
        raise QueryError(Text("Bản thể học không có mạng lưới nào.", "The ontology has no network."))
    bound = bound or {}
    steps = parameter_to_walk(query) in bound
    nodes, edges = walked(store, query, bound, hops, names) if steps else chosen(store, query, bound)
    via = {via for _, _, via, _ in edges if via}
    shown = nodes | via
    facets = telling.facets if telling else NO_FACETS
    counted = figures_about(facets, shown)
    told = telling.of(shown | {figure.thing for figure in counted}) if telling else {}
    behind = {c for claims in edges.values() for c in claims}
    kinds = _types(store, nodes)
    maker = _Maker(
        labels=labels_of(store, {*shown, *(relation for *_, relation in edges if relation)}),
        kinds=kinds,
        told=told,
        facets=facets,
        citations=citations_of(store, behind) if telling else _sources(store, behind),
        undirected=_undirected(store) | (set() if query.header.get("directed", True) else {r for *_, r in edges}),
    )
    made_nodes = tuple(maker.node(iri) for iri in sorted(nodes))
    made_edges = tuple(maker.edge(key, claims) for key, claims in sorted(edges.items()))
    return Network(
        title=entitled(store, query, bound),
        about=query.phrase("about"),
        nodes=made_nodes,
        edges=made_edges,
        kinds=_kinds(store, set(kinds.values())),
        choices=choices_of(facets, (item.marks for part in (made_nodes, made_edges) for item in part)),
        moments=moments_of(facets, shown, told),
        figures=figures_of(facets, counted, told),
        grouped_by=tuple(query.header.get("grouped_by") or ()),
    )


@dataclass(frozen=True)
class _Maker:
    """What nodes and edges are made with; all by IRI."""

    labels: Mapping[str, Text]
    kinds: Mapping[str, str]
    told: Mapping[str, Description]
    facets: Facets
    citations: Mapping[str, Citation]
    undirected: set[str]

    def node(self, iri: str) -> Node:
        id_ = iri.removeprefix(BASE)
        label = self.labels.get(iri) or Text(id_, id_)
        description = self.told.get(iri)
        aliases: dict[str, None] = {}
        if description:
            names = (s.value.label.vi for s in description.statements if s.property.value in _NAMING and s.holds)
            aliases = dict.fromkeys(names)
        return Node(
            id=id_,
            label=Text(label.vi or label.en, label.en or label.vi),
            kind=self.kinds.get(iri, ""),
            aliases=tuple(aliases),
            statements=_statements(description, self.facets.times),
            marks=marks_of(self.facets, iri, claims_about(description)),
        )

    def edge(self, key: Key, claims: list[str]) -> Edge:
        source, target, via, relation = key
        description = self.told.get(via)
        return Edge(
            source=source.removeprefix(BASE),
            target=target.removeprefix(BASE),
            label=self.labels.get(relation) or self.labels.get(via) or NO_TEXT,
            relation=relation,
            via=via.removeprefix(BASE) or None,
            via_label=self.labels.get(via, NO_TEXT) if via else NO_TEXT,
            statements=_statements(description, self.facets.times),
            citations=tuple(self.citations[c] for c in claims if c in self.citations),
            derived=not claims or DERIVED in claims,
            directed=relation not in self.undirected,
            marks=marks_of(self.facets, via, {*claims, *claims_about(description)}),
        )


def entitled(store: GraphStore, query: QueryFile, bound: Bound) -> Text:
    """The title of a network, with the names of what its parameters are bound to; `…` stands for an open one."""
    labels = labels_of(store, [t.value for terms in bound.values() for t in terms if isinstance(t, ox.NamedNode)])
    told = {name: _named(terms, labels) for name, terms in bound.items()}
    blanks = dict.fromkeys(query.header.get("parameters") or {}, Text("…", "…"))
    return query.phrase("title").fill(**{**blanks, **told})


def _named(terms: Sequence[ox.NamedNode | ox.Literal], labels: Mapping[str, Text]) -> Text:
    names = dict.fromkeys(labels.get(term.value) or Text(term.value, term.value) for term in terms)
    return Text(*(", ".join(dict.fromkeys(said)) for said in zip(*names, strict=True))) if names else NO_TEXT


def _undirected(store: GraphStore) -> set[str]:
    """The relations that read the same both ways: symmetric properties, and the kinds of things that are edges."""
    rows = store.query(_UNDIRECTED.format(ontology=ONTOLOGY, owl=_OWL)).rows()
    return {relation.value for (relation,) in rows if isinstance(relation, ox.NamedNode)}


def _statements(description: Description | None, times: Mapping[str, Period]) -> tuple[Statement, ...]:
    if description is None:
        return ()
    return tuple(_statement(s, times) for s in description.statements if s.property.value not in _NAMING)


def _statement(said: Said, times: Mapping[str, Period]) -> Statement:
    value = said.value
    text = value.label
    if said.language in LANGUAGES:
        text = Text(*(text.vi if said.language == language else "" for language in LANGUAGES))
    return Statement(
        field=said.property.label,
        value=text,
        value_id=value.id or None,
        citations=said.citations,
        derived=said.derived,
        contested=said.contested,
        period=times.get(value.value) if value.id else None,
    )


def _sources(store: GraphStore, claims: set[str]) -> dict[str, Citation]:
    """Of each claim its source alone: what files of networks hold."""
    found: dict[str, Citation] = {}
    for claim, source in store.query(_CITED).rows():
        if isinstance(claim, ox.NamedNode) and isinstance(source, ox.NamedNode) and claim.value in claims:
            found[claim.value] = Citation(claim.value.removeprefix(BASE), source.value.removeprefix(BASE), NO_TEXT)
    return found


def _types(store: GraphStore, iris: set[str]) -> dict[str, str]:
    if not iris:
        return {}
    rows = store.query(_TYPES.format(things=" ".join(f"<{i}>" for i in sorted(iris)))).rows()
    return {t.value: c.value for t, c in rows if isinstance(t, ox.NamedNode) and isinstance(c, ox.NamedNode)}


def _kinds(store: GraphStore, used: set[str]) -> tuple[NodeKind, ...]:
    drawn: dict[str, tuple[str, str, int]] = {}
    for class_, colour, shape, order in store.query(_KINDS.format(ontology=ONTOLOGY)).rows():
        assert isinstance(class_, ox.NamedNode)
        told = [term.value if isinstance(term, ox.Literal) else "" for term in (colour, shape, order)]
        drawn[class_.value] = (told[0], told[1] or "dot", int(float(told[2] or 0)))
    labels = labels_of(store, used)
    plain = ("#666666", "dot", 999)
    kinds = [NodeKind(iri, labels.get(iri) or Text(iri, iri), *drawn.get(iri, plain)) for iri in used]
    return tuple(sorted(kinds, key=lambda k: (k.order, k.id)))
