"""RDF files with their statements in one fixed order, so that the same graph gives the same bytes.

A store gives its quads in an order of its own. Sorted as N-Quads lines and read back in that order, they come out of
any serialiser in an order that depends on nothing but themselves.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from dfgraph.base.rdf import SYNTAXES
from dfgraph.graph.store import GraphStore


def to_nquads(store: GraphStore) -> bytes:
    """All quads, one a line, sorted: a file that version control can compare."""
    return b"".join(sorted(store.dump(None, "nq").splitlines(keepends=True)))


def to_triples(store: GraphStore, syntax: str) -> bytes:
    """The default graph, everything that holds, in a syntax without named graphs."""
    lines = sorted(store.dump("", "nt").splitlines(keepends=True))
    quads = ox.parse(b"".join(lines), format=ox.RdfFormat.N_TRIPLES, lenient=True)
    return _serialized((quad.triple for quad in quads), store, syntax)


def to_dataset(store: GraphStore, syntax: str) -> bytes:
    """All graphs in a syntax that has them: the default graph, then each named graph by name."""
    by_graph: dict[str, list[ox.Quad]] = {"": []}
    for quad in ox.parse(to_nquads(store), format=ox.RdfFormat.N_QUADS, lenient=True):
        graph = quad.graph_name
        by_graph.setdefault(graph.value if isinstance(graph, ox.NamedNode) else "", []).append(quad)
    return _serialized((quad for graph in sorted(by_graph) for quad in by_graph[graph]), store, syntax)


def _serialized(statements: Iterable[ox.Triple] | Iterable[ox.Quad], store: GraphStore, syntax: str) -> bytes:
    made = ox.serialize(statements, format=SYNTAXES[syntax].format, prefixes=store.prefixes)
    assert made is not None
    return made
