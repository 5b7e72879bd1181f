"""RDF as text and as plain Python: syntaxes, terms, and triples read from a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

import pyoxigraph as ox

from dfgraph.base.errors import OntologyError
from dfgraph.base.language import Text
from dfgraph.base.names import RDF, XSD


class Syntax(NamedTuple):
    """An RDF syntax: its name on the command line, file suffix, and whether it can hold named graphs."""

    name: str
    suffix: str
    datasets: bool
    format: ox.RdfFormat


SYNTAXES: Final = {
    s.name: s
    for s in (
        Syntax("ttl", ".ttl", False, ox.RdfFormat.TURTLE),
        Syntax("trig", ".trig", True, ox.RdfFormat.TRIG),
        Syntax("nt", ".nt", False, ox.RdfFormat.N_TRIPLES),
        Syntax("nq", ".nq", True, ox.RdfFormat.N_QUADS),
        Syntax("jsonld", ".jsonld", True, ox.RdfFormat.JSON_LD),
        Syntax("rdfxml", ".rdf", False, ox.RdfFormat.RDF_XML),
    )
}

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_UNSAFE = re.compile(r'["\\\n\r]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_BAD_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def iri_term(iri: str) -> str:
    """`iri` as a term of N-Triples. Raises ValueError where it has a character that no IRI may have.

    >>> iri_term("https://example.org/a")
    '<https://example.org/a>'
    """
    if _BAD_IRI.search(iri) or ":" not in iri:
        raise ValueError(iri)
    return f"<{iri}>"


def text_term(text: str, language: str = "") -> str:
    r"""A string of N-Triples, tagged with `language` where one is given.

    >>> text_term('a "b"', "en")
    '"a \\"b\\""@en'
    """
    if _UNSAFE.search(text):
        text = _UNSAFE.sub(lambda match: _ESCAPES[match[0]], text)
    return f'"{text}"@{language}' if language else f'"{text}"'


def typed_term(lexical: str, datatype: str) -> str:
    """A literal with a datatype of XML Schema, given by its local name.

    >>> typed_term("12", "integer")
    '"12"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    return f'"{lexical}"^^<{XSD}{datatype}>'


class Literal(NamedTuple):
    """A literal: its text, its language or empty, its datatype."""

    value: str
    language: str
    datatype: str


@dataclass(slots=True)
class Triples:
    """Triples by subject and predicate; IRIs as plain text. Made for reading an ontology, not for data."""

    about: dict[str, dict[str, list[str | Literal]]] = field(default_factory=dict)

    def add(self, triple: ox.Triple) -> None:
        """Takes one triple in."""
        subject, predicate, node = triple.subject, triple.predicate.value, triple.object
        value: str | Literal
        if isinstance(node, ox.Literal):
            value = Literal(node.value, node.language or "", node.datatype.value)
        elif isinstance(node, ox.NamedNode | ox.BlankNode):
            value = node.value
        else:
            message = Text("Không dùng bộ ba về bộ ba: {term}.", "A triple about a triple cannot be used: {term}.")
            raise OntologyError(message.fill(term=node))
        assert isinstance(subject, ox.NamedNode | ox.BlankNode)
        self.about.setdefault(subject.value, {}).setdefault(predicate, []).append(value)

    def values(self, subject: str, predicate: str) -> list[str]:
        """The values of a property as plain text: IRIs and literals alike, in the order of the file."""
        found = self.about.get(subject, {}).get(predicate, ())
        return [v.value if isinstance(v, Literal) else v for v in found]

    def value(self, subject: str, predicate: str) -> str | None:
        """The first value of a property, None where it has none."""
        return next(iter(self.values(subject, predicate)), None)

    def text(self, subject: str, predicate: str) -> Text:
        """The value in Vietnamese and in English, empty where one is missing."""
        found = {v.language: v.value for v in self.literals(subject, predicate)}
        return Text(found.get("vi", ""), found.get("en", ""))

    def literals(self, subject: str, predicate: str) -> list[Literal]:
        """The literal values of a property."""
        return [v for v in self.about.get(subject, {}).get(predicate, ()) if isinstance(v, Literal)]

    def members(self, head: str) -> list[str]:
        """The members of an RDF list."""
        found: list[str] = []
        seen: set[str] = set()
        while head != RDF + "nil" and head not in seen:
            seen.add(head)
            found.extend(self.values(head, RDF + "first"))
            rest = self.value(head, RDF + "rest")
            if rest is None:
                break
            head = rest
        return found

    def instances(self, *classes: str) -> Iterator[str]:
        """The subjects that have one of `classes` as a type."""
        for subject, properties in self.about.items():
            if any(c in properties.get(RDF + "type", ()) for c in classes):
                yield subject


def read_turtle(path: Path) -> list[ox.Triple]:
    """The triples of a Turtle file. Raises OntologyError with file and line where it is broken."""
    try:
        return [q.triple for q in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)]
    except OSError as error:
        message = Text("Không đọc được {path}: {why}.", "Cannot read {path}: {why}.")
        raise OntologyError(message.fill(path=path, why=error.strerror or error)) from error
    except SyntaxError as error:
        where = f"{path}:{error.lineno}" if error.lineno else str(path)
        message = Text("Turtle hỏng ở {where}: {why}", "Broken Turtle at {where}: {why}")
        raise OntologyError(message.fill(where=where, why=error.msg)) from error


def without_blank_nodes(triples: list[ox.Triple], prefix: str) -> bytes:
    """The same triples as sorted N-Triples, with an IRI under `prefix` for each blank node.

    The IRIs are the same on every run: the nodes are named by RDF Dataset Canonicalization (RDFC-1.0).
    """
    dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)

    def named(node: Term) -> str:
        return f"<{prefix}{node.value}>" if isinstance(node, ox.BlankNode) else str(node)

    return "".join(sorted(f"{named(q.subject)} {q.predicate} {named(q.object)} .\n" for q in dataset)).encode()
