"""What a change of claims does to the facts that a graph states: which stand no more, and which stand now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from dfgraph.base.names import BASE, DFG, PROV, RDF
from dfgraph.base.times import TimeSpan
from dfgraph.graph.build.quads import claim_quads, time_quads
from dfgraph.graph.update.overlay import (
    CLAIM,
    DERIVED_GRAPH,
    HERE,
    PROVENANCE_GRAPH,
    TYPE,
    Node,
    Overlay,
    Unfit,
    is_claim,
)
from dfgraph.sources.facts import Claim

TIME: Final = BASE + "time/"
_TIME_SPAN: Final = ox.NamedNode(DFG + "TimeSpan")
_OF_TIMES: Final = frozenset(ox.NamedNode(iri) for iri in (RDF + "value", DFG + "earliest", DFG + "latest"))
_QUOTED: Final = ox.NamedNode(PROV + "wasQuotedFrom")


class Asserting:
    """The facts that hold because a claim states them, or the ontology does; whatever rules add is left aside.

    `terms` are the ontology's terms as N-Triples.
    """

    def __init__(self, graph: Overlay, terms: bytes) -> None:
        self.graph = graph
        self._terms = frozenset(terms.splitlines())

    def holds(self, triple: ox.Triple) -> bool:
        """Whether a fact is stated by a claim that holds, is known of one, or is the ontology's."""
        subject = triple.subject
        known = False
        for quad in self.graph.quads(subject, triple.predicate, triple.object, None):
            name = quad.graph_name
            if is_claim(name):
                assert isinstance(name, ox.NamedNode)
                if not self.graph.withdrawn(name) and not self.graph.denies(name):
                    return True
            known = known or name == PROVENANCE_GRAPH
        if known:
            return not self.graph.withdrawn(subject) if is_claim(subject) else self._is_quoted(subject)
        if is_of_time(triple):
            return self._is_spoken_of(subject)
        return f"{triple} .".encode() in self._terms

    def _is_quoted(self, passage: Node) -> bool:
        quoting = self.graph.quads(None, _QUOTED, passage, PROVENANCE_GRAPH)
        return any(not self.graph.withdrawn(quad.subject) for quad in quoting)

    def _is_spoken_of(self, time: Node) -> bool:
        """Whether a claim that is not withdrawn speaks of a time."""
        for quad in self.graph.quads(None, None, time, None):
            if quad.graph_name == HERE and self.holds(quad.triple):
                return True  # of a time that very many claims speak of, this is told at once
            name = quad.subject if quad.graph_name == PROVENANCE_GRAPH else quad.graph_name
            if is_claim(name) and isinstance(name, ox.NamedNode) and not self.graph.withdrawn(name):
                return True
        return False

    def replace(self, before: Sequence[Claim], after: Sequence[Claim], times: Mapping[str, TimeSpan]) -> set[ox.Triple]:
        """Puts the claims `after` in the place of those `before`; the facts that stand no more or stand now.

        Raises Unfit where the graph does not hold what is to be replaced, or holds already what is to come.
        """
        old = [quad for claim in before for quad in self._standing(claim)]
        new = parsed(b"".join(claim_quads(claim) + _passage_quads(claim) for claim in after))
        leaving = {CLAIM + claim.hash for claim in before}
        for claim in after:
            name = CLAIM + claim.hash
            if name not in leaving and any(self.graph.quads(None, None, None, ox.NamedNode(name))):
                raise Unfit(f"{name} is stated elsewhere too")
        spans = [quad.triple for quad in parsed(b"".join(time_quads(span) for span in times.values()))]
        facts = {quad.triple for quad in (*old, *new)} | set(spans)
        held = {fact for fact in facts if self.holds(fact)}
        self._restate(old, [quad for quad in new if quad.graph_name != HERE], before)
        changed = held ^ {fact for fact in facts if self.holds(fact)}
        for fact in changed:
            self._place(fact, stands=fact not in held)
        return changed

    def leave(self, claims: Sequence[Claim]) -> None:
        """Takes claims out of their own graphs and that of provenance. Raises Unfit where the graph lacks one."""
        self._restate([quad for claim in claims for quad in self._standing(claim)], (), claims)

    def _standing(self, claim: Claim) -> Iterator[ox.Quad]:
        """What the graph says in the name of a claim, and what is known of it and of the passage that it quotes."""
        name = ox.NamedNode(CLAIM + claim.hash)
        stated = list(self.graph.quads(None, None, None, name))
        if not stated:
            raise Unfit(f"{name} is not in the graph")
        yield from stated
        for quad in self.graph.quads(name, None, None, PROVENANCE_GRAPH):
            yield quad
            if quad.predicate == _QUOTED and isinstance(quad.object, ox.NamedNode):
                yield from self.graph.quads(quad.object, None, None, PROVENANCE_GRAPH)

    def _restate(self, old: Iterable[ox.Quad], new: Iterable[ox.Quad], before: Iterable[Claim]) -> None:
        """Changes the graphs of claims and of provenance; a passage stays as long as some claim quotes it."""
        names = {ox.NamedNode(CLAIM + claim.hash) for claim in before}
        quoted: dict[Node, set[ox.Quad]] = {}
        for quad in old:
            if quad.graph_name in names or quad.subject in names:
                self.graph.remove(quad)
            else:
                quoted.setdefault(quad.subject, set()).add(quad)
        for passage, known in quoted.items():
            if not any(self.graph.quads(None, _QUOTED, passage, PROVENANCE_GRAPH)):
                for quad in known:
                    self.graph.remove(quad)
        told: dict[Node, set[ox.Quad]] = {}
        for quad in new:
            if not (is_claim(quad.graph_name) or is_claim(quad.subject)):
                told.setdefault(quad.subject, set()).add(quad)
        for passage, place in told.items():
            known = set(self.graph.quads(passage, None, None, PROVENANCE_GRAPH))
            if known and known != place:
                raise Unfit(f"{passage} is another place of its source too")
        for quad in new:
            self.graph.add(quad)

    def _place(self, fact: ox.Triple, *, stands: bool) -> None:
        """Changes the default graph, where what rules give stays as well; times stand with what is derived too."""
        here = ox.Quad(fact.subject, fact.predicate, fact.object, HERE)
        derived = ox.Quad(fact.subject, fact.predicate, fact.object, DERIVED_GRAPH)
        if is_of_time(fact):
            (self.graph.add if stands else self.graph.remove)(derived)
        if stands:
            self.graph.add(here)
        elif derived not in self.graph:
            self.graph.remove(here)


def is_of_time(fact: ox.Triple) -> bool:
    """Whether a fact is one of those that every time comes with."""
    if not (isinstance(fact.subject, ox.NamedNode) and fact.subject.value.startswith(TIME)):
        return False
    return fact.predicate in _OF_TIMES or (fact.predicate == TYPE and fact.object == _TIME_SPAN)


def _passage_quads(claim: Claim) -> bytes:
    if not claim.passage:
        return b""
    return claim.passage.encode().replace(b" .\n", f" {PROVENANCE_GRAPH} .\n".encode())


def parsed(quads: bytes) -> list[ox.Quad]:
    """Quads as a store hands them out."""
    store = ox.Store()
    store.load(quads, format=ox.RdfFormat.N_QUADS, lenient=True)
    return list(store)
