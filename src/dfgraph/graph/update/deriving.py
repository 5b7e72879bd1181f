"""What rules and checks give for the things that a change touches, told from their neighbourhood alone.

The neighbourhood of a thing is what the heads of the files say that its results hang on. It is copied into a small
graph beside the ontology; there the rules run as they are, and only what they give to the touched things is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Final

import pyoxigraph as ox

from dfgraph.graph.build.focus import ANY, Focus, Reading
from dfgraph.graph.build.paths import Nodes
from dfgraph.graph.build.rules import Rule, derive
from dfgraph.graph.store import GraphStore
from dfgraph.graph.update.asserting import is_of_time
from dfgraph.graph.update.overlay import DERIVED_GRAPH, HERE, Overlay, Unfit

Facts = set[ox.Triple]
MOST: Final = 5_000
"""How many things may be touched before it is quicker to build from nothing."""


def touched(focuses: Iterable[Focus], changed: Collection[ox.Triple], graph: Overlay) -> Nodes:
    """The things whose results may hang on changed facts."""
    changed_by: dict[str, Nodes] = {}
    for fact in changed:
        if isinstance(fact.subject, ox.NamedNode):
            changed_by.setdefault(fact.predicate.value, set()).add(fact.subject)
    found: Nodes = set()
    for focus in focuses:
        for reading in focus.all_readings():
            starts = {node for iri, nodes in changed_by.items() if reading.reads(iri) for node in nodes}
            if starts:
                found |= reading.way.walk(graph, starts, back=True)
    return found


class Neighbourhood:
    """A small graph: the ontology, and what was copied from the large one."""

    def __init__(self, graph: Overlay, small: GraphStore) -> None:
        self.graph = graph
        self.small = small

    def take(
        self, focus: Focus, things: Collection[ox.NamedNode], leave: Callable[[ox.Quad], bool] | None = None
    ) -> None:
        """Copies all that the results for some things hang on, but for what is to be left."""
        found: list[ox.Quad] = []
        for reading in focus.all_readings():
            for node in reading.way.walk(self.graph, things):
                quads = self._read(node, reading, named=focus.named)
                found.extend(quad for quad in quads if leave is None or not leave(quad))
        self.small.native.extend(found)

    def _read(self, node: ox.NamedNode, reading: Reading, *, named: bool) -> Iterable[ox.Quad]:
        graph = None if named else HERE
        properties = (None,) if ANY in reading.properties else tuple(map(ox.NamedNode, sorted(reading.properties)))
        for property_ in properties:
            yield from self.graph.quads(node, property_, None, graph)


class Deriving:
    """Runs rules again for what changed facts touch, one group of rules after the other.

    `stated` tells whether a fact holds without any rule.
    """

    def __init__(self, near: Neighbourhood, stated: Callable[[ox.Triple], bool]) -> None:
        self.near = near
        self.graph = near.graph
        self.stated = stated
        self.count = 0

    def run(self, group: Sequence[Rule], changed: Facts) -> Facts:
        """The facts that a group of rules gives no more, or gives now; `count` tells how many more there are.

        Raises Unfit where a rule does not tell on what it hangs, where results of the group hang on one another, and
        where very many things are touched.
        """
        focuses = [rule.focus for rule in group if rule.focus]
        if len(focuses) < len(group):
            raise Unfit("a rule may hang on anything")
        things = touched(focuses, changed, self.graph)
        if not things:
            return set()
        if len(things) > MOST:
            raise Unfit("too many things are touched")
        heads = frozenset().union(*(focus.heads for focus in focuses))
        before = {fact for thing in things for fact in self._derived(thing, heads)}
        for focus in focuses:
            self._refuse_circles(focus, heads, things)
            self.near.take(focus, things, lambda quad: self._is_given(quad, heads))
        wanted = {f"<{thing.value}>".encode() for thing in things}
        files = [rule.file for rule in group]
        lines = derive(self.near.small, files, lambda line: line[: line.index(b" ")] in wanted)
        after = {quad.triple for quad in ox.parse(b"".join(lines), format=ox.RdfFormat.N_TRIPLES, lenient=True)}
        self._place(before - after, after - before)
        for focus in focuses:
            self._refuse_circles(focus, heads, things)
        self.count += len(after) - len(before)
        return {fact for fact in before ^ after if not self.stated(fact)}

    def _derived(self, thing: ox.NamedNode, heads: Iterable[str]) -> Facts:
        """What rules give to a thing as yet; with that stand the facts that every time comes with."""
        quads = (q for iri in heads for q in self.graph.quads(thing, ox.NamedNode(iri), None, DERIVED_GRAPH))
        return {quad.triple for quad in quads if not is_of_time(quad.triple)}

    def _is_given(self, quad: ox.Quad, heads: Collection[str]) -> bool:
        """Whether a fact stands only because the rules at work here gave it before."""
        if quad.predicate.value not in heads:
            return False
        derived = ox.Quad(quad.subject, quad.predicate, quad.object, DERIVED_GRAPH)
        return derived in self.graph and not self.stated(quad.triple)

    def _refuse_circles(self, focus: Focus, heads: Collection[str], things: Nodes) -> None:
        for reading in focus.all_readings():
            read = [iri for iri in heads if reading.elsewhere and reading.reads(iri)]
            for node in reading.way.walk(self.graph, things) if read else ():
                if any(any(self.graph.ever(node, ox.NamedNode(iri), None, DERIVED_GRAPH)) for iri in read):
                    raise Unfit(f"what rules give to {node} hangs on what they give to others")

    def _place(self, gone: Facts, new: Facts) -> None:
        for fact in gone:
            self.graph.remove(ox.Quad(fact.subject, fact.predicate, fact.object, DERIVED_GRAPH))
            if not self.stated(fact):
                self.graph.remove(ox.Quad(fact.subject, fact.predicate, fact.object, HERE))
        for fact in new:
            self.graph.add(ox.Quad(fact.subject, fact.predicate, fact.object, DERIVED_GRAPH))
            self.graph.add(ox.Quad(fact.subject, fact.predicate, fact.object, HERE))
