"""The same graph through rdflib, for everyone whose tools speak rdflib."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from oxrdflib import OxigraphStore
from rdflib import XSD, Dataset, Literal
from rdflib.query import Result

from dfgraph.graph.store.oxigraph import GraphStore

__all__ = ["Dataset", "PlainStrings", "as_rdflib"]


class PlainStrings(OxigraphStore):
    """Oxigraph for rdflib, with strings as rdflib has them.

    oxrdflib hands strings out as `"x"^^xsd:string`, which rdflib does not take for `"x"`: comparisons in rdflib, in
    pySHACL and elsewhere would then fail without a word.
    """

    def triples(self, triple_pattern: Any, context: Any = None) -> Iterator[Any]:
        """The triples of a pattern."""
        for (subject, predicate, node), contexts in super().triples(triple_pattern, context):
            yield (subject, predicate, _plain(node)), contexts

    def query(self, query: Any, initNs: Mapping[str, Any], initBindings: Any, queryGraph: str, **kwargs: Any) -> Result:  # noqa: N803
        """The answer to a query, run by Oxigraph."""
        result = super().query(query, initNs, initBindings, queryGraph, **kwargs)
        if result.type == "SELECT":
            result.bindings = [{name: _plain(term) for name, term in row.items()} for row in result.bindings]
        return result


def _plain(term: Any) -> Any:
    return Literal(str(term)) if isinstance(term, Literal) and term.datatype == XSD.string else term


def as_rdflib(store: GraphStore) -> Dataset:
    """The graph as an rdflib Dataset on the same store: no copy is made, and writing to it is not meant.

    The default graph of the Dataset holds everything that holds; queries run in Oxigraph.
    """
    dataset = Dataset(store=PlainStrings(store=store.native))
    for prefix, namespace in store.prefixes.items():
        dataset.bind(prefix, namespace)
    return dataset
