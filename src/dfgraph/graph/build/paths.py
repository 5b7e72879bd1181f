"""Property paths of SPARQL, walked by hand: from some nodes to those that they lead to, and back.

The walk goes over what stands and what will stand, so that a change is seen from either side of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import pyoxigraph as ox

from dfgraph.base.names import RDF

Nodes = set[ox.NamedNode]
_TOKEN = re.compile(r"\s*(!\(\)|[\^|/()*+?&]|<[^<>\s]*>|[\w.-]*:[\w.-]+|a(?![\w:-]))")


class Net(Protocol):
    """What paths are walked in."""

    def ends(self, node: ox.NamedNode, property_: ox.NamedNode | None, *, ahead: bool) -> Collection[ox.NamedNode]:
        """What a property of a node, or any, leads to, or (not `ahead`) what it comes from."""
        ...


class Way(Protocol):
    """A way from node to node."""

    def walk(self, graph: Net, nodes: Iterable[ox.NamedNode], *, back: bool = False) -> Nodes:
        """Where the way leads to from `nodes`; or, `back`, from where it leads to them."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """One property; None is any. `inverse` goes from the value to what has it."""

    property: ox.NamedNode | None
    inverse: bool = False

    def walk(self, graph: Net, nodes: Iterable[ox.NamedNode], *, back: bool = False) -> Nodes:
        """See Way."""
        return set().union(*(graph.ends(node, self.property, ahead=self.inverse is back) for node in nodes))


@dataclass(frozen=True, slots=True)
class Chain:
    """One way after the other; none at all stays where it is."""

    parts: tuple[Way, ...] = ()

    def walk(self, graph: Net, nodes: Iterable[ox.NamedNode], *, back: bool = False) -> Nodes:
        """See Way."""
        for part in reversed(self.parts) if back else self.parts:
            nodes = part.walk(graph, nodes, back=back)
        return set(nodes)


@dataclass(frozen=True, slots=True)
class Either:
    """Any of several ways."""

    parts: tuple[Way, ...]

    def walk(self, graph: Net, nodes: Iterable[ox.NamedNode], *, back: bool = False) -> Nodes:
        """See Way."""
        known = set(nodes)
        return set().union(*(part.walk(graph, known, back=back) for part in self.parts))


@dataclass(frozen=True, slots=True)
class Both:
    """Where each of several ways leads to, from one node."""

    parts: tuple[Way, ...]

    def walk(self, graph: Net, nodes: Iterable[ox.NamedNode], *, back: bool = False) -> Nodes:
        """See Way."""
        found: Nodes = set()
        for node in nodes:
            found |= set.intersection(*(part.walk(graph, (node,), back=back) for part in self.parts))
        return found


@dataclass(frozen=True, slots=True)
class Repeated:
    """A way taken again: not at all too where it is `optional`, and any number of times where it is `many`."""

    part: Way
    optional: bool
    many: bool

    def walk(self, graph: Net, nodes: Iterable[ox.NamedNode], *, back: bool = False) -> Nodes:
        """See Way."""
        start = set(nodes)
        found = self.part.walk(graph, start, back=back)
        edge = found
        while self.many and edge:
            edge = self.part.walk(graph, edge, back=back) - found
            found = found | edge
        return found | start if self.optional else found


@dataclass(frozen=True, slots=True)
class Turned:
    """A way from its end to its start."""

    part: Way

    def walk(self, graph: Net, nodes: Iterable[ox.NamedNode], *, back: bool = False) -> Nodes:
        """See Way."""
        return self.part.walk(graph, nodes, back=not back)


ITSELF = Chain()


def parse_path(text: str, expand: Callable[[str], str]) -> Way:
    """The path that SPARQL writes so; `itself` leads nowhere else, `!()` along any property.

    Beyond SPARQL, `one & other` leads to where both paths lead to. `expand` gives the IRI of a prefixed name. Raises
    ValueError where it is no path.

    >>> parse_path("^a:b/c:d*", lambda name: "https://example.org/" + name.replace(":", "/"))
    Chain(parts=(Step(property=<NamedNode value=https://example.org/a/b>, inverse=True),
                 Repeated(part=Step(property=<NamedNode value=https://example.org/c/d>, inverse=False),
                          optional=True, many=True)))
    """
    if text.strip() == "itself":
        return ITSELF
    parser = _Parser(list(_words(text)), expand)
    path = parser.both()
    if parser.words:
        raise ValueError(text)
    return path


def _words(text: str) -> Iterator[str]:
    at, end = 0, len(text.rstrip())
    while at < end:
        found = _TOKEN.match(text, at)
        if found is None:
            raise ValueError(text)
        yield found[1]
        at = found.end()


class _Parser:
    def __init__(self, words: list[str], expand: Callable[[str], str]) -> None:
        self.words = words
        self.expand = expand

    def take(self, *wanted: str) -> bool:
        if self.words and self.words[0] in wanted:
            self.words.pop(0)
            return True
        return False

    def both(self) -> Way:
        parts = [self.either()]
        while self.take("&"):
            parts.append(self.either())
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def either(self) -> Way:
        parts = [self.chain()]
        while self.take("|"):
            parts.append(self.chain())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def chain(self) -> Way:
        parts = [self.part()]
        while self.take("/"):
            parts.append(self.part())
        return parts[0] if len(parts) == 1 else Chain(tuple(parts))

    def part(self) -> Way:
        inverse = self.take("^")
        if not self.words:
            raise ValueError("the path ends too early")
        word = self.words.pop(0)
        if word == "(":
            path = self.both()
            if not self.take(")"):
                raise ValueError("a bracket is open")
            path = Turned(path) if inverse else path
        elif word == "!()":
            path = Step(None, inverse)
        elif word[0] in "&|/)*+?^":
            raise ValueError(word)
        else:
            iri = RDF + "type" if word == "a" else word[1:-1] if word.startswith("<") else self.expand(word)
            path = Step(ox.NamedNode(iri), inverse)
        if self.words and self.words[0] in "*+?":
            sign = self.words.pop(0)
            return Repeated(path, sign in "*?", sign in "*+")
        return path
