"""RDF files with their statements in one fixed order, so that the same graph gives the same bytes.

A store gives its quads in an order of its own. Sorted as N-Quads lines and read back in that order, they come out of
any serialiser in an order that depends on nothing but themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from dfgraph.base.rdf import SYNTAXES
from dfgraph.graph.store import GraphStore


def to_nquads(store: GraphStore) -> bytes:
    """All quads, one a line, sorted: a file that version control can compare."""
    return b"".join(sorted(store.dump(None, "nq").splitlines(keepends=True)))


def to_triples(store: GraphStore, syntax: str) -> bytes:
    """The default graph, everything that holds, in a syntax without named graphs."""
    made = ox.serialize(_sorted(store, ""), format=SYNTAXES[syntax].format, prefixes=store.prefixes)
    assert made is not None
    return made


def to_dataset(store: GraphStore, syntax: str) -> bytes:
    """All graphs in a syntax that has them: the default graph, then each named graph by name."""
    made = ox.serialize(_graph_by_graph(store), format=SYNTAXES[syntax].format, prefixes=store.prefixes)
    assert made is not None
    return made


def _sorted(store: GraphStore, graph: str) -> Iterator[ox.Triple]:
    lines = sorted(store.dump(graph, "nt").splitlines(keepends=True))
    for quad in ox.parse(b"".join(lines), format=ox.RdfFormat.N_TRIPLES, lenient=True):
        yield quad.triple


def _graph_by_graph(store: GraphStore) -> Iterator[ox.Quad]:
    for graph in ("", *store.graphs()):
        name = ox.NamedNode(graph) if graph else ox.DefaultGraph()
        for triple in _sorted(store, graph):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, name)
