"""The same build with the usual tools: `usual_stack.py PROJECT MAPPING OUTPUT-FOLDER`.

PyYAML (its C parser) reads, jsonschema checks each record, rdflib holds the graph and runs the project's rules, pySHACL
checks its shapes, and rdflib and networkx write the four exports. It does less than dfgraph: references are not
resolved, findings have no line, the project's SPARQL checks do not run, the graph is not kept as a store, and the rules
that rdflib takes minutes for are left out.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pyshacl
import yaml
from jsonschema import Draft202012Validator
from rdflib import RDF, SKOS, Graph, URIRef
from rdflib_mapping import BASE, Mapping

ROUNDS = 2
TOO_SLOW = frozenset(("contested.rq",))


class Build:
    """The steps of a build; `seconds` says how long each took."""

    def __init__(self, project: Path, mapping: Path, output: Path) -> None:
        self.project = project
        self.output = output
        self.mapping = Mapping(mapping)
        self.records: list[dict[str, Any]] = []
        self.shapes = Graph()
        self.seconds: dict[str, float] = {}
        self.counts: dict[str, int] = {}

    def run(self) -> None:
        """All steps in order."""
        steps: list[Callable[[], None]] = [self.read, self.check, self.load, self.rules, self.validate, self.exports]
        for step in steps:
            started = time.perf_counter()
            step()
            self.seconds[step.__name__] = time.perf_counter() - started

    def read(self) -> None:
        """Facts files to records."""
        for path in sorted((self.project / "data").glob("*.yaml")):
            defaults: dict[str, Any] = {}
            for record in yaml.load(path.read_bytes(), yaml.CBaseLoader):
                if "defaults" in record:
                    defaults = record["defaults"]["evidence"]
                else:
                    if defaults:
                        record["evidence"] = {**defaults, **record["evidence"]}
                    self.records.append(record)
        self.counts["records"] = len(self.records)

    def check(self) -> None:
        """Each record against the JSON schema of its kind."""
        validators = {kind: Draft202012Validator(_schema(told)) for kind, told in self.mapping.mapping.items()}
        faults = [fault for record in self.records for fault in validators[record["kind"]].iter_errors(record)]
        if faults:
            sys.exit(str(faults[0]))

    def load(self) -> None:
        """Records and ontology to the graph."""
        ontology = self.project / "ontology"
        graph = self.mapping.dataset.graph(URIRef(BASE + "graph/ontology"))
        for path in (ontology / "dfgraph.ttl", *sorted(ontology.glob("vocabularies/*.ttl"))):
            terms = Graph().parse(path)
            for triple in terms:
                self.mapping.everything.add(triple)
                graph.add(triple)
        for path in sorted(ontology.glob("shapes/*.ttl")):
            self.shapes.parse(path)
        for triple in self.shapes:
            graph.add(triple)
        for record in self.records:
            self.mapping.add(record)

    def rules(self) -> None:
        """The rules, twice: what the second round could add, the first has to have made."""
        everything, derived = self.mapping.everything, self.mapping.derived
        before = len(everything)
        rules = [p for p in sorted((self.project / "ontology" / "rules").glob("*.rq")) if p.name not in TOO_SLOW]
        for path in rules * ROUNDS:
            for triple in list(self.mapping.dataset.query(path.read_text(encoding="utf-8"))):
                everything.add(triple)
                derived.add(triple)
        self.counts["derived"] = len(everything) - before

    def validate(self) -> None:
        """The default graph against the shapes."""
        data = Graph()
        for triple in self.mapping.everything:
            data.add(triple)
        _, report, _ = pyshacl.validate(data, shacl_graph=self.shapes, inference="none", advanced=False)
        self.counts["violations"] = len(report)

    def exports(self) -> None:
        """Sorted N-Quads, Turtle, JSON-LD and GraphML."""
        dataset, everything = self.mapping.dataset, self.mapping.everything
        lines = dataset.serialize(format="nquads").splitlines(keepends=True)
        (self.output / "graph.nq").write_text("".join(sorted(lines)), encoding="utf-8")
        everything.serialize(self.output / "graph.ttl", format="turtle", encoding="utf-8")
        dataset.serialize(self.output / "graph.jsonld", format="json-ld", encoding="utf-8")
        network = nx.MultiDiGraph()
        things = [s for s in set(everything.subjects(RDF.type)) if str(s).startswith(BASE) and "claim/" not in s]
        for thing in things:
            labels = {node.language: str(node) for node in everything.objects(thing, SKOS.prefLabel)}
            network.add_node(str(thing), label=labels.get("vi", ""), label_en=labels.get("en", ""))
        for thing in things:
            for predicate, node in everything.predicate_objects(thing):
                if str(node) in network:
                    network.add_edge(str(thing), str(node), relation=str(predicate))
        nx.write_graphml_lxml(network, self.output / "graph.graphml")


def _schema(told: dict[str, Any]) -> dict[str, Any]:
    text = {"type": "string", "minLength": 1}
    texts = {"type": "object", "properties": {"vi": text, "en": text}, "additionalProperties": False}
    several = {"anyOf": [text, {"type": "array", "items": text}]}
    fields = {key: texts if type_ == "text" else several for key, (_, type_) in told["columns"].items()}
    evidence = {"type": "object", "properties": {"paragraph": {"type": "string", "pattern": "^[0-9]+$"}}}
    return {
        "type": "object",
        "properties": {**fields, "kind": text, "id": text, "evidence": evidence},
        "required": ["kind", "id"],
        "additionalProperties": False,
    }


def main(project: Path, mapping: Path, output: Path) -> None:
    output.mkdir(parents=True, exist_ok=True)
    build = Build(project, mapping, output)
    build.run()
    print(json.dumps({"seconds": build.seconds, "counts": build.counts}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
