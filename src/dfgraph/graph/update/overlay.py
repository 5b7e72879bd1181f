"""A graph on disk, and changes of it that are not written yet."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from dfgraph.base.names import BASE, DERIVED, DFG, PROVENANCE, RDF
from dfgraph.graph.store import GraphStore

CLAIM = BASE + "claim/"
HERE = ox.DefaultGraph()
PROVENANCE_GRAPH = ox.NamedNode(PROVENANCE)
DERIVED_GRAPH = ox.NamedNode(DERIVED)
TYPE = ox.NamedNode(RDF + "type")
ABOUT = ox.NamedNode(DFG + "about")
DISPUTES = ox.NamedNode(DFG + "disputes")
TIES = (ABOUT, DISPUTES)
"""What ties a claim to the thing that it speaks of."""

_RETRACTED = ox.NamedNode(DFG + "retracted")

Node = ox.NamedNode | ox.BlankNode | ox.Triple
Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


class Unfit(Exception):
    """What a change does cannot be told from the change alone: the graph must be built from nothing."""


class Overlay:
    """The graph as it will be: what stands on disk, without `gone`, and with `fresh`. Nothing is written."""

    def __init__(self, kept: GraphStore) -> None:
        self.kept = kept
        self._disk = kept.native
        self.gone: set[ox.Quad] = set()
        self.fresh = ox.Store()
        self._ends: dict[tuple[ox.NamedNode, ox.NamedNode | None, bool], frozenset[ox.NamedNode]] = {}

    def add(self, quad: ox.Quad) -> None:
        """Takes a quad in."""
        self._ends.clear()
        if quad in self._disk:
            self.gone.discard(quad)
        else:
            self.fresh.add(quad)

    def remove(self, quad: ox.Quad) -> None:
        """Leaves a quad out."""
        self._ends.clear()
        if quad in self._disk:
            self.gone.add(quad)
        else:
            self.fresh.remove(quad)

    def __contains__(self, quad: ox.Quad) -> bool:
        """Whether a quad will stand."""
        return (quad in self._disk and quad not in self.gone) or quad in self.fresh

    def quads(
        self, subject: Node | None, predicate: ox.NamedNode | None, value: Value | None, graph: Graph | None
    ) -> Iterator[ox.Quad]:
        """The quads of a pattern as they will stand; None is any, as a graph too."""
        for quad in self._disk.quads_for_pattern(subject, predicate, value, graph):
            if quad not in self.gone:
                yield quad
        yield from self.fresh.quads_for_pattern(subject, predicate, value, graph)

    def ever(
        self, subject: Node | None, predicate: ox.NamedNode | None, value: Value | None, graph: Graph | None
    ) -> Iterator[ox.Quad]:
        """The quads of a pattern as they stand or will stand."""
        yield from self._disk.quads_for_pattern(subject, predicate, value, graph)
        yield from self.fresh.quads_for_pattern(subject, predicate, value, graph)

    def ends(self, node: ox.NamedNode, property_: ox.NamedNode | None, *, ahead: bool) -> frozenset[ox.NamedNode]:
        """What a property of a node, or any, leads to, or (not `ahead`) what it comes from; now or then."""
        key = (node, property_, ahead)
        if key not in self._ends:
            quads = self.ever(node, property_, None, HERE) if ahead else self.ever(None, property_, node, HERE)
            ends = (quad.object if ahead else quad.subject for quad in quads)
            self._ends[key] = frozenset(end for end in ends if isinstance(end, ox.NamedNode))
        return self._ends[key]

    def withdrawn(self, claim: Node) -> bool:
        """Whether a claim is withdrawn."""
        return any(self.quads(claim, _RETRACTED, None, PROVENANCE_GRAPH))

    def denies(self, claim: Node) -> bool:
        """Whether a claim says that something is not so."""
        return any(self.quads(claim, DISPUTES, None, PROVENANCE_GRAPH))


def id_of(node: object) -> str:
    """The id of a thing; empty of what is none."""
    return node.value.removeprefix(BASE) if isinstance(node, ox.NamedNode) else ""


def is_claim(graph: object) -> bool:
    """Whether this is a claim, which is a graph too."""
    return isinstance(graph, ox.NamedNode) and graph.value.startswith(CLAIM)
