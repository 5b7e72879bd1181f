"""Records to quads with rdflib, as anyone would write it: the same quads that dfgraph makes.

Nothing is checked: no types, no references, no duplicates; and references must be ids, not names.
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from rdflib import PROV, RDF, XSD, Dataset, Graph, Literal, Namespace, URIRef

BASE = "https://w3id.org/dfgraph/id/"
DFG = Namespace("https://w3id.org/dfgraph/ns#")
OA = Namespace("http://www.w3.org/ns/oa#")
ABOUT, SOURCE = DFG.about, PROV.hadPrimarySource
TIMES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


class Mapping:
    """Fills a dataset: facts in the default graph and the claim's own, claims in the default graph and provenance."""

    def __init__(self, mapping: Path) -> None:
        self.mapping: dict[str, Any] = json.loads(mapping.read_bytes())
        self.dataset = Dataset()
        self.everything: Graph = self.dataset.default_graph
        self.provenance = self.dataset.graph(URIRef(BASE + "graph/provenance"))
        self.derived = self.dataset.graph(URIRef(BASE + "graph/derived"))

    def add(self, record: dict[str, Any]) -> None:
        """Adds one record, with its one piece of evidence."""
        subject = URIRef(BASE + record["id"])
        kind = self.mapping[record["kind"]]
        facts = [(RDF.type, URIRef(kind["class"])), *self.pairs(record, kind["columns"])]
        evidence = record.get("evidence", {})
        known = [(RDF.type, DFG.Claim), (ABOUT, subject), *self.pairs(evidence, self.mapping["evidence"]["columns"])]
        if not evidence:
            known.append((SOURCE, subject))
        if "paragraph" in evidence:
            known.append((PROV.wasQuotedFrom, self.passage(evidence["source"], evidence["paragraph"])))
        claim = URIRef(f"{BASE}claim/{_digest(subject, facts, evidence)}")
        own = self.dataset.graph(claim)
        for predicate, node in facts:
            self.everything.add((subject, predicate, node))
            own.add((subject, predicate, node))
        for predicate, node in known:
            self.everything.add((claim, predicate, node))
            self.provenance.add((claim, predicate, node))

    def pairs(self, values: dict[str, Any], columns: dict[str, Any]) -> Iterator[tuple[URIRef, URIRef | Literal]]:
        """The statements that some values make."""
        for key, value in values.items():
            if key not in columns:
                continue
            path, type_ = columns[key]
            predicate = URIRef(path)
            if type_ == "text":
                for language, text in value.items():
                    yield predicate, Literal(text, lang=language)
                continue
            for text in value if isinstance(value, list) else [value]:
                yield predicate, self.node(text, type_)

    def node(self, text: str, type_: str) -> URIRef | Literal:
        """One value that has no language."""
        if type_ == "thing":
            return URIRef(BASE + text)
        if type_ == "time":
            return self.time(text)
        if type_.endswith("/"):
            return URIRef(BASE + type_ + text)
        return Literal(text, datatype=None if type_ == "string" else XSD[type_])

    def passage(self, source: str, paragraph: str) -> URIRef:
        """The node of a paragraph."""
        node = URIRef(f"{BASE}passage/{source.partition('/')[2]}/p{paragraph}")
        for graph in (self.everything, self.provenance):
            graph.add((node, RDF.type, OA.SpecificResource))
            graph.add((node, OA.hasSource, URIRef(BASE + source)))
            graph.add((node, DFG.paragraph, Literal(paragraph, datatype=XSD.integer)))
        return node

    def time(self, text: str) -> URIRef:
        """The node of a time, with the first and the last day that it can mean."""
        node = URIRef(f"{BASE}time/{text.replace('/', '--')}")
        first, _, last = text.partition("/")
        for graph in (self.everything, self.derived):
            graph.add((node, RDF.type, DFG.TimeSpan))
            graph.add((node, RDF.value, Literal(text, datatype=TIMES.get(len(text)))))
            graph.add((node, DFG.earliest, Literal(_first_day(first), datatype=XSD.date)))
            graph.add((node, DFG.latest, Literal(_last_day(last or first), datatype=XSD.date)))
        return node


def _digest(subject: URIRef, facts: list[tuple[URIRef, Any]], evidence: dict[str, str]) -> str:
    content = [subject, *sorted(f"{p.n3()} {o.n3()}" for p, o in facts), *evidence.values()]
    return blake2b("\n".join(content).encode(), digest_size=10).hexdigest()


def _first_day(text: str) -> str:
    return text + "-01-01"[len(text) - 10 :] if len(text) < 10 else text


def _last_day(text: str) -> str:
    if len(text) == 10:
        return text
    year, _, month = text.partition("-")
    return f"{year}-{month or '12'}-{monthrange(int(year), int(month or '12'))[1]:02}"
