"""What a graph already says, for those who add to it: looked up where it is needed, however much else it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import pyoxigraph as ox

from dfgraph.base.language import EMPTY, LANGUAGES, Text
from dfgraph.base.names import BASE
from dfgraph.base.text import fold
from dfgraph.graph.update.asserting import parsed
from dfgraph.graph.update.known_index import KnownIndex
from dfgraph.graph.update.overlay import CLAIM, HERE, PROVENANCE_GRAPH, TIES, Overlay, Unfit, id_of, is_claim
from dfgraph.sources.drafts import near, same_page, url_field
from dfgraph.sources.facts import Book, Claim, Entry, check_book, faults
from dfgraph.sources.facts.check import Checked
from dfgraph.sources.facts.evidence import Evidence
from dfgraph.sources.facts.index import NAMING
from dfgraph.sources.schema import Kind, Schema, ValueType

_NAMES: Final = f"""
SELECT ?thing ?name WHERE {{{{
  ?thing a <{{kind}}> ; <{NAMING[0]}> ?name .
  FILTER ({{likely}})
}}}}
"""
_NEARLY: Final = 0.8
_MARKS: Final = 10
"""Names that are nearly the same differ in length by less; and in marks, which `fold` leaves out, by hardly more."""

Saying = tuple[str, ox.NamedNode | ox.BlankNode | ox.Literal]
"""A property and a value of it."""


class KnownFacts:
    """The facts of a graph, withdrawn ones too, by id and name. Raises Unfit where it does not tell what is asked."""

    def __init__(self, schema: Schema, graph: Overlay) -> None:
        self.schema = schema
        self.graph = graph
        self.index = KnownIndex(schema, graph, late=True)

    def has(self, id_: str) -> bool:
        """Whether a record speaks of this thing."""
        return self.index.kind_of(id_) is not None

    def label(self, id_: str) -> Text:
        """The name of a thing, as the first of its claims says it."""
        return next(filter(None, map(self._label, self.claims(id_))), EMPTY)

    def _label(self, claim: Claim) -> Text:
        thing, name = ox.NamedNode(claim.subject[1:-1]), ox.NamedNode(CLAIM + claim.hash)
        said = [quad.object for quad in self.graph.quads(thing, ox.NamedNode(NAMING[0]), None, name)]
        named = {label.language: label.value for label in said if isinstance(label, ox.Literal)}
        return Text(*(named.get(language, "") for language in LANGUAGES))

    def check(self, entries: Sequence[Entry]) -> tuple[Checked, list[Claim]]:
        """New records checked against what is known; and the claims that they make."""
        checked = check_book(Book(list(entries)), self.schema, KnownIndex(self.schema, self.graph, late=True))
        made: list[Claim] = []
        for claim in checked.claims:
            name = ox.NamedNode(CLAIM + claim.hash)
            if not any(self.graph.quads(None, None, None, name)):
                made.append(claim)
            elif claim.retracted or self.graph.withdrawn(name):
                raise Unfit(f"{name} is withdrawn, or withdraws")
            else:
                again = faults.DUPLICATE_RECORD.at(claim.entry.at(), claim.entry.id, other=claim.entry.id)
                checked.findings.append(again)
        return checked, made

    def claims(self, id_: str) -> list[Claim]:
        """The claims about a thing, in the order of their names."""
        kind = self.index.kind_of(id_)
        if kind is None:
            return []
        thing = ox.NamedNode(BASE + id_)
        stated: dict[ox.NamedNode, list[str]] = {}
        for tie in TIES:
            for quad in self.graph.quads(None, tie, thing, PROVENANCE_GRAPH):
                if isinstance(name := quad.subject, ox.NamedNode):
                    quads = self.graph.quads(thing, None, None, name)
                    stated[name] = [f"{q.predicate} {q.object}" for q in quads]
        entry = Entry("", 0, {}, {})
        entry.kind, entry.id = kind.key, id_
        return [self._claim(name, said, entry) for name, said in sorted(stated.items(), key=str)]

    def _claim(self, name: ox.NamedNode, statements: list[str], entry: Entry) -> Claim:
        known = [q for q in self.graph.quads(name, None, None, PROVENANCE_GRAPH) if q.predicate not in TIES]
        evidence = Evidence(
            statements=[f"{quad.predicate} {quad.object}" for quad in known],
            identity="",
            retracted=self.graph.withdrawn(name),
            denies=self.graph.denies(name),
            passage="",
            unexplained=False,
        )
        return Claim(entry, f"<{BASE}{entry.id}>", statements, evidence, name.value.removeprefix(CLAIM))

    def like(self, claims: Sequence[Claim]) -> Iterator[Claim]:
        """The claims about the things that those of which new claims speak may be; see `alike`."""
        if claims:
            kind = self.schema.kinds[claims[0].entry.kind]
            told = parsed(b"".join(f"{c.subject} {s} .\n".encode() for c in claims for s in c.statements))
            said = [(quad.predicate.value, quad.object) for quad in told if not isinstance(quad.object, ox.Triple)]
            for id_ in sorted({*self._of_page(kind, said), *self._of_values(kind, said), *self._of_name(kind, said)}):
                yield from self.claims(id_)

    def _of_page(self, kind: Kind, said: Iterable[Saying]) -> Iterator[str]:
        field = url_field(kind)
        pages = {same_page(value.value) for path, value in said if field and path == field.path}
        if field and pages:
            yield from (id_ for id_, url in self.index.said(kind, field.path) if same_page(url) in pages)

    def _of_values(self, kind: Kind, said: Iterable[Saying]) -> set[str]:
        """What has all the values that make an id of what is said, times aside."""
        paths = {field.path for field in kind.id_from if field.type is not ValueType.TIME}
        found: set[str] | None = None
        for path, value in said:
            if path in paths:
                quads = self.graph.quads(None, ox.NamedNode(path), value, None)
                having = {id_of(quad.subject) for quad in quads if is_claim(quad.graph_name)}
                found = having if found is None else found & having
        return {id_ for id_ in found or () if self.index.kind_of(id_) == kind}

    def _of_name(self, kind: Kind, said: Iterable[Saying]) -> Iterator[str]:
        """What has nearly a name that is said; there may be very many names to compare."""
        names = {fold(value.value) for path, value in said if path in NAMING}
        if names:
            found = self.graph.kept.rows(_NAMES.format(kind=kind.iri, likely=" || ".join(map(_likely, sorted(names)))))
            rare = (q for path in NAMING[1:] for q in self.graph.quads(None, ox.NamedNode(path), None, HERE))
            others = ((q.subject, q.object) for q in (*self.graph.fresh, *rare) if q.predicate.value in NAMING)
            for thing, other in (*found, *others):
                if isinstance(other, ox.Literal):
                    folded = fold(other.value)
                    if any(near(name, folded) for name in names):
                        yield id_of(thing)


def _likely(name: str) -> str:
    """What must hold of ?name for it to be nearly a name, as SPARQL: names like it are as long, and have its digits."""
    digits = "".join(f' && CONTAINS(?name, "{number}")' for number in re.findall("[0-9]+", name))
    shortest, longest = len(name) * _NEARLY, len(name) / _NEARLY + _MARKS
    return f"(STRLEN(?name) >= {shortest} && STRLEN(?name) <= {longest}{digits})"
