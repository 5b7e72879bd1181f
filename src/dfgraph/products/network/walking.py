"""Which things a network's query chooses, in one go or step by step from some of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from dfgraph.base.errors import QueryError
from dfgraph.base.language import Text
from dfgraph.base.names import Names
from dfgraph.base.query_files import QueryFile
from dfgraph.graph.query import bind
from dfgraph.graph.store import GraphStore

Key = tuple[str, str, str, str]
"""An edge: from, to, the thing that it is or empty, and the relation or empty; all by IRI."""

Edges = dict[Key, list[str]]
"""The claims (by IRI) behind each edge."""

Bound = Mapping[str, Sequence[ox.NamedNode | ox.Literal]]

_COLUMNS: Final = ("from", "to", "via", "relation", "claim")
_OF: Final = """
SELECT DISTINCT ?thing WHERE {{ VALUES ?thing {{ {things} }} VALUES ?class {{ {classes} }} ?thing a ?class }}
"""


def chosen(store: GraphStore, query: QueryFile, bound: Bound) -> tuple[set[str], Edges]:
    """The nodes (by IRI) and edges that a query chooses. Raises QueryError where it does not give their ends."""
    answer = store.query(bind(query.text, bound))
    columns = answer.columns
    if "from" not in columns or "to" not in columns:
        message = Text("Mạng lưới {name} phải chọn ?from và ?to.", "The network {name} must select ?from and ?to.")
        raise QueryError(message.fill(name=query.name))
    at = [columns.index(c) if c in columns else None for c in _COLUMNS]
    nodes: set[str] = set()
    edges: Edges = {}
    for row in answer.rows():
        terms = [row[i] if i is not None else None for i in at]
        source, target, via, relation, claim = (t.value if isinstance(t, ox.NamedNode) else "" for t in terms)
        nodes.update(i for i in (source, target) if i)
        if source and target:
            claims = edges.setdefault((source, target, via, relation), [])
            if claim and claim not in claims:
                claims.append(claim)
    return nodes, edges


def parameter_to_walk(query: QueryFile) -> str:
    """The parameter that is bound, step by step, to what was reached; empty where a network is no walk."""
    walk = query.header.get("walk")
    return str(walk.get("from", "")) if isinstance(walk, dict) else ""


def walked(store: GraphStore, query: QueryFile, bound: Bound, hops: int, names: Names) -> tuple[set[str], Edges]:
    """What stands up to `hops` steps from where a walk starts, and all that ties these things to each other.

    Of the classes `not_through`, things end a walk: nearly everything is tied to them, so that what lies beyond says
    nothing of where it started.
    """
    parameter = parameter_to_walk(query)
    start = [term.value for term in bound.get(parameter, ()) if isinstance(term, ox.NamedNode)]
    seen, edges, frontier = set(start), Edges(), start
    for hop in range(hops + 1):
        here = {**bound, parameter: [ox.NamedNode(iri) for iri in frontier]}
        nodes, found = chosen(store, query, here) if frontier else (set(), Edges())
        new = nodes - seen
        if hop < hops:
            seen |= new
        for key, claims in found.items():
            source, target, via, relation = key
            turned = (target, source, via, relation)
            if {source, target} <= seen and not (via and turned in edges):
                edges.setdefault(key, claims)
        frontier = sorted(new - _ends(store, query, new, names)) if hop < hops else []
    return seen, edges


def _ends(store: GraphStore, query: QueryFile, things: set[str], names: Names) -> set[str]:
    """Those of these things at which a walk ends."""
    classes = " ".join(f"<{names.expand(name)}>" for name in query.header["walk"].get("not_through") or ())
    if not classes or not things:
        return set()
    rows = store.query(_OF.format(things=" ".join(f"<{iri}>" for iri in sorted(things)), classes=classes)).rows()
    return {thing.value for (thing,) in rows if isinstance(thing, ox.NamedNode)}
