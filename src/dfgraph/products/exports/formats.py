"""The formats of export by name, and what writes each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from dfgraph.base.language import Text
from dfgraph.base.names import Names
from dfgraph.base.query_files import QueryFile
from dfgraph.graph.store import GraphStore


class Exported(NamedTuple):
    """What an export is made of: the graph, its names, and the query that says what is a node and what an edge."""

    store: GraphStore
    names: Names
    network: QueryFile | None


class Format(NamedTuple):
    """One format: its name, the suffix of its files, what it holds, and what writes it."""

    name: str
    suffix: str
    about: Text
    write: Callable[[Exported], bytes]


def _triples(syntax: str) -> Callable[[Exported], bytes]:
    def write(of: Exported) -> bytes:
        from dfgraph.products.exports.rdf_files import to_triples

        return to_triples(of.store, syntax)

    return write


def _dataset(syntax: str) -> Callable[[Exported], bytes]:
    def write(of: Exported) -> bytes:
        from dfgraph.products.exports.rdf_files import to_dataset

        return to_dataset(of.store, syntax)

    return write


def _nquads(of: Exported) -> bytes:
    from dfgraph.products.exports.rdf_files import to_nquads

    return to_nquads(of.store)


def _graphml(of: Exported) -> bytes:
    from dfgraph.products.exports.network_files import to_graphml
    from dfgraph.products.network import project

    return to_graphml(project(of.store, of.network, of.names))


def _gexf(of: Exported) -> bytes:
    from dfgraph.products.exports.network_files import to_gexf
    from dfgraph.products.network import project

    return to_gexf(project(of.store, of.network, of.names))


def _csv(of: Exported) -> bytes:
    from dfgraph.products.exports.sheet_files import to_csv

    return to_csv(of.store, of.names)


_HOLDS = Text("mọi điều đang đúng", "everything that holds")
_ALL = Text("mọi đồ thị, có nguồn của từng điều", "all graphs, with the source of each statement")
_NETWORK = Text("mạng lưới các vật", "the network of things")
FORMATS: Final = {
    f.name: f
    for f in (
        Format("ttl", ".ttl", _HOLDS, _triples("ttl")),
        Format("trig", ".trig", _ALL, _dataset("trig")),
        Format("nq", ".nq", _ALL, _nquads),
        Format("jsonld", ".jsonld", _ALL, _dataset("jsonld")),
        Format("rdfxml", ".rdf", _HOLDS, _triples("rdfxml")),
        Format("graphml", ".graphml", _NETWORK, _graphml),
        Format("gexf", ".gexf", _NETWORK, _gexf),
        Format("csv", ".csv", Text("một dòng mỗi điều, kèm nguồn", "one row a statement, with its source"), _csv),
    )
}
