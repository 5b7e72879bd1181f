"""What is said of things, each thing asked for once however many networks show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dfgraph.base.names import BASE, Names
from dfgraph.graph.query import Description, describe_all
from dfgraph.graph.store import GraphStore
from dfgraph.products.network.facets import NO_FACETS, Facets


class Telling:
    """Descriptions of the things of one graph, kept as they are asked for; and its facets."""

    def __init__(self, store: GraphStore, names: Names, facets: Facets = NO_FACETS) -> None:
        self.facets = facets
        self._store = store
        self._names = names
        self._known: dict[str, Description | None] = {}

    def of(self, iris: Iterable[str]) -> Mapping[str, Description]:
        """The descriptions of those of these things of which something is said, by IRI."""
        wanted = set(iris)
        new = sorted(wanted - self._known.keys())
        if new:
            found = describe_all(self._store, [iri.removeprefix(BASE) for iri in new], self._names)
            self._known.update((iri, found.get(iri.removeprefix(BASE))) for iri in new)
        return {iri: said for iri in wanted if (said := self._known[iri]) is not None}
