"""A query of the ontology to a network: which things are nodes, which are edges, and all that is said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from dfgraph.base.errors import QueryError
from dfgraph.base.language import Text
from dfgraph.base.names import BASE, DERIVED, ONTOLOGY, SKOS, Names
from dfgraph.base.query_files import QueryFile
from dfgraph.graph.query import Citation, Description, bind, citations_of, describe_all
from dfgraph.graph.query import Statement as Said
from dfgraph.graph.store import GraphStore
from dfgraph.graph.store.labels import labels_of
from dfgraph.products.network.model import NO_TEXT, Edge, Network, Node, NodeKind, Statement

_KINDS: Final = """
SELECT ?class ?colour ?shape ?order WHERE {{ GRAPH <{ontology}> {{
  ?class dfg:colour ?colour . OPTIONAL {{ ?class dfg:shape ?shape }} OPTIONAL {{ ?class dfg:displayOrder ?order }} }} }}
"""
_TYPES: Final = """SELECT ?thing ?class WHERE {{ VALUES ?thing {{ {things} }} ?thing a ?class . ?class dfg:key ?key .
  FILTER NOT EXISTS {{ ?class dfg:abstract true }} }}"""
_CITED: Final = "SELECT ?claim ?source WHERE { ?claim a dfg:Claim ; prov:hadPrimarySource ?source }"
_COLUMNS: Final = ("from", "to", "via", "relation", "claim")
_NAMING: Final = frozenset((SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel"))

_Key = tuple[str, str, str, str]


def project(
    store: GraphStore,
    query: QueryFile | None,
    names: Names,
    bound: Mapping[str, Sequence[ox.NamedNode | ox.Literal]] | None = None,
    *,
    detailed: bool = True,
) -> Network:
    """The network that a query chooses.

    `?from` and `?to` are nodes; `?via` is the thing that joins them, `?relation` the property or class that names the
    edge, `?claim` a claim behind it. A row without `?to` is a node alone. `detailed=False` leaves out what is said of
    nodes and edges. Raises QueryError where the query does not give `?from` and `?to`.
    """
    if query is None:
        raise QueryError(Text("Bản thể học không có mạng lưới nào.", "The ontology has no network."))
    nodes, edges = _chosen(store, query, bound or {})
    via = {via for _, _, via, _ in edges if via}
    told = describe_all(store, [i.removeprefix(BASE) for i in nodes | via], names) if detailed else {}
    labels = labels_of(store, {*nodes, *via, *(relation for *_, relation in edges if relation)})
    behind = {c for claims in edges.values() for c in claims}
    citations = citations_of(store, behind) if detailed else _sources(store, behind)
    kinds = _types(store, nodes)
    return Network(
        title=query.phrase("title"),
        nodes=tuple(_node(i, labels, kinds, told) for i in sorted(nodes)),
        edges=tuple(
            _edge(key, claims, labels, citations, told, directed=bool(query.header.get("directed", True)))
            for key, claims in sorted(edges.items())
        ),
        kinds=_kinds(store, set(kinds.values())),
    )


def _chosen(
    store: GraphStore, query: QueryFile, bound: Mapping[str, Sequence[ox.NamedNode | ox.Literal]]
) -> tuple[set[str], dict[_Key, list[str]]]:
    answer = store.query(bind(query.text, bound))
    columns = answer.columns
    if "from" not in columns or "to" not in columns:
        message = Text("Mạng lưới {name} phải chọn ?from và ?to.", "The network {name} must select ?from and ?to.")
        raise QueryError(message.fill(name=query.name))
    at = [columns.index(c) if c in columns else None for c in _COLUMNS]
    nodes: set[str] = set()
    edges: dict[_Key, list[str]] = {}
    for row in answer.rows():
        terms = [row[i] if i is not None else None for i in at]
        source, target, via, relation, claim = (t.value if isinstance(t, ox.NamedNode) else "" for t in terms)
        nodes.update(i for i in (source, target) if i)
        if source and target:
            claims = edges.setdefault((source, target, via, relation), [])
            if claim and claim not in claims:
                claims.append(claim)
    return nodes, edges


def _node(iri: str, labels: Mapping[str, Text], kinds: Mapping[str, str], told: Mapping[str, Description]) -> Node:
    id_ = iri.removeprefix(BASE)
    label = labels.get(iri) or Text(id_, id_)
    description = told.get(id_)
    aliases: dict[str, None] = {}
    if description:
        names = (s.value.label.vi for s in description.statements if s.property.value in _NAMING and s.holds)
        aliases = dict.fromkeys(names)
    return Node(
        id=id_,
        label=Text(label.vi or label.en, label.en or label.vi),
        kind=kinds.get(iri, ""),
        aliases=tuple(aliases),
        statements=_statements(description),
    )


def _edge(
    key: _Key,
    claims: list[str],
    labels: Mapping[str, Text],
    citations: Mapping[str, Citation],
    told: Mapping[str, Description],
    *,
    directed: bool,
) -> Edge:
    source, target, via, relation = key
    via_id = via.removeprefix(BASE)
    return Edge(
        source=source.removeprefix(BASE),
        target=target.removeprefix(BASE),
        label=labels.get(relation) or labels.get(via) or NO_TEXT,
        relation=relation,
        via=via_id or None,
        via_label=labels.get(via, NO_TEXT) if via else NO_TEXT,
        statements=_statements(told.get(via_id)),
        citations=tuple(citations[c] for c in claims if c in citations),
        derived=not claims or DERIVED in claims,
        directed=directed,
    )


def _statements(description: Description | None) -> tuple[Statement, ...]:
    if description is None:
        return ()
    return tuple(_statement(s) for s in description.statements if s.property.value not in _NAMING)


def _statement(said: Said) -> Statement:
    value = said.value
    text = value.label if value.id or not said.language else Text(*(f"{value.label.vi}",) * 2)
    return Statement(
        field=said.property.label,
        value=text,
        value_id=value.id or None,
        citations=said.citations,
        derived=said.derived,
        contested=said.contested,
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
