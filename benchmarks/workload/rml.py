"""The workload's mapping in RML, for tools that read it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workload.mapping import Mapping

BASE = "https://w3id.org/dfgraph/id/"
DFG = "https://w3id.org/dfgraph/ns#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
_HEAD = """@prefix rr: <http://www.w3.org/ns/r2rml#> .
@prefix rml: <http://semweb.mmlab.be/ns/rml#> .
@prefix ql: <http://semweb.mmlab.be/ns/ql#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def write_rml(folder: Path, mapping: Mapping) -> None:
    """Writes `mapping.ttl` beside the flat tables; absolute paths, since tools differ in what they are relative to."""
    parts = [_HEAD]
    for path in sorted(folder.resolve().glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            parts.append(_tables(path, next(csv.reader(file)), mapping))
    (folder / "mapping.ttl").write_text("\n".join(parts), encoding="utf-8")


def _tables(path: Path, header: list[str], mapping: Mapping) -> str:
    """A kind's three maps: the facts, what is said of the claims, and the cited passages."""
    kind = path.stem
    facts = list(_objects(header, mapping[kind]["columns"], ""))
    claim = list(_objects(header, mapping["evidence"]["columns"], "evidence_"))
    claim.append(_pair(DFG + "about", f'rr:template "{BASE}{{id}}"'))
    if "evidence_source" not in header:
        claim.append(_pair(PROV + "hadPrimarySource", f'rr:template "{BASE}{{id}}"'))
    own = f'rr:graphMap [ rr:template "{BASE}claim/{{claim}}" ]'
    provenance = f"rr:graph <{BASE}graph/provenance>"
    made = _map(path, f"{kind}-facts", f"{BASE}{{id}}", mapping[kind]["class"], own, facts)
    if "evidence_paragraph" in header:
        passage = f"{BASE}passage/{{evidence_source}}/p{{evidence_paragraph}}"
        claim.append(_pair(PROV + "wasQuotedFrom", f'rr:template "{passage}"'))
        located = [
            _pair(OA + "hasSource", f'rr:template "{BASE}{{evidence_source}}"'),
            _pair(DFG + "paragraph", 'rml:reference "evidence_paragraph" ; rr:datatype xsd:integer'),
        ]
        made += _map(path, f"{kind}-passages", passage, OA + "SpecificResource", provenance, located)
    return made + _map(path, f"{kind}-claims", f"{BASE}claim/{{claim}}", DFG + "Claim", provenance, claim)


def _map(path: Path, name: str, subject: str, class_: str, graph: str, objects: list[str]) -> str:
    return (
        f"<#{name}>\n"
        f'  rml:logicalSource [ rml:source "{path}" ; rml:referenceFormulation ql:CSV ] ;\n'
        f'  rr:subjectMap [ rr:template "{subject}" ; rr:class <{class_}> ; rr:graph rr:defaultGraph ; {graph} ] ;\n'
        + " ;\n".join(objects)
        + " .\n"
    )


def _objects(header: list[str], columns: dict[str, Any], prefix: str) -> Iterator[str]:
    for heading in header:
        key = heading.removeprefix(prefix)
        path, type_ = columns.get(key) or columns.get(key.rpartition("_")[0]) or ("", "")
        if not path or not heading.startswith(prefix):
            continue
        if type_ in ("thing", "time") or type_.endswith("/"):
            start = {"thing": "", "time": "time/"}.get(type_, type_)
            yield _pair(path, f'rr:template "{BASE}{start}{{{heading}}}"')
        elif type_ == "text":
            yield _pair(path, f'rml:reference "{heading}" ; rr:language "{key.rpartition("_")[2]}"')
        else:
            datatype = "" if type_ == "string" else f" ; rr:datatype xsd:{type_}"
            yield _pair(path, f'rml:reference "{heading}"{datatype}')


def _pair(path: str, node: str) -> str:
    return f"  rr:predicateObjectMap [ rr:predicate <{path}> ; rr:objectMap [ {node} ] ]"
