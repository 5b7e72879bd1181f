"""The village with texts of its sources: what its ontology verifies, a little text, and facts that cite it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from dfgraph import Project
from worlds import World, world, write_files

__all__ = ["marketplace", "world"]

VERIFIED = """
    @prefix dcterms: <http://purl.org/dc/terms/> .
    @prefix dfg: <https://w3id.org/dfgraph/ns#> .
    @prefix dfgs: <https://w3id.org/dfgraph/shapes#> .
    @prefix oa: <http://www.w3.org/ns/oa#> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix sh: <http://www.w3.org/ns/shacl#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

    dfgs:population dfg:verifiedAs "number" .
    dfgs:area dfg:verifiedAs "number" .
    dfgs:signed dfg:verifiedAs "date" .
    dfgs:period dfg:verifiedAs "date" .
    dfgs:number dfg:verifiedAs "text" .
    dfgs:text dfg:verifiedAs "text" .
    dfgs:party dfg:verifiedAs "name" .
    dfgs:visitor dfg:verifiedAs "name" .
    dfgs:NamedPerson a sh:NodeShape ; sh:targetClass dfg:Person ; dfg:verifiedAs "name" .
    <https://w3id.org/dfgraph/ns> dfg:home <https://w3id.org/dfgraph/id/commune/que> .

    dfgs:Source sh:property dfgs:language .
    dfgs:language sh:path dcterms:language ; dfg:key "language" ; sh:order 11 ; sh:datatype xsd:string ;
        sh:name "Ngôn ngữ"@vi, "Language"@en .
    dfg:Passage a owl:Class ; dfg:key "passage" ; dfg:selfEvident true ; dfg:idFrom ( oa:hasSource dfg:paragraph ) ;
        rdfs:label "Đoạn"@vi, "Passage"@en .
    dfgs:Passage a sh:NodeShape ; sh:targetClass dfg:Passage ;
        sh:property dfgs:Passage-source, dfgs:paragraph, dfgs:page, dfgs:Passage-note, dfgs:Passage-digest .
    dfgs:paragraph dfg:key "paragraph" .
    dfgs:Passage-source sh:path oa:hasSource ; dfg:key "source" ; sh:order 1 ; sh:class dfg:Source ; sh:maxCount 1 ;
        sh:name "Nguồn"@vi, "Source"@en .
    dfgs:Passage-note sh:path skos:note ; dfg:key "note" ; sh:order 21 ; sh:datatype rdf:langString ;
        sh:name "Ghi chú"@vi, "Note"@en .
    dfgs:Passage-digest sh:path dfg:digest ; dfg:key "digest" ; sh:order 22 ; sh:datatype xsd:string ; sh:maxCount 1 ;
        sh:name "Mã băm"@vi, "Digest"@en ; dfg:verifiedAs "digest" .
"""

PLACES = """
    - defaults: {evidence: {source: source/so-xa}}
    - {kind: commune, id: commune/dong, label: {vi: Đông Sơn, en: Dong Son}, alias: {vi: [xã Đông Sơn]}, code: "01"}
    - {kind: commune, id: commune/tay, label: {vi: Tây, en: Tay}, alias: {vi: [xã Tây, X.TÂY]}, code: "02"}
    - {kind: commune, id: commune/que, label: {vi: Quê Nhà, en: Home}, code: "03"}
    - {kind: commune, id: commune/bac, label: {vi: Bắc Hà, en: Bac Ha}, code: "04"}
"""

TEXT = """
    Chợ phiên mở lại
    Chiều 10/6, xã Đông Sơn và xã Tây ký thỏa thuận số 12-TT/XĐ, sau ba năm bàn bạc.

    Xã Đông Sơn có 4.210 người, rộng 60,28 km2; quỹ chợ được 1,5 tỷ đồng.
    Thỏa thuận dùng cho giai đoạn 2018-2020, theo lời ông Lê Văn An.
    Hai bên cùng giữ chợ.
"""
"""Five paragraphs, which name two communes, a person, a day, some figures and a document."""

Marketplace = Callable[..., Project]


@pytest.fixture
def marketplace(world: World) -> Marketplace:
    """Makes the village's project with the facts that a test writes, each a record of `data/facts.yaml`."""

    def make(facts: str, more: Mapping[str, str] | None = None) -> Project:
        files = {"data/facts.yaml": facts, "data/places.yaml": PLACES, "ontology/verified.ttl": VERIFIED}
        return world({name: dedent(text).lstrip("\n") for name, text in (files | dict(more or {})).items()})

    return make


def write_texts(folder: Path, texts: Mapping[str, str] | None = None) -> Path:
    """Writes the village's text (or others by name) into a folder; the folder."""
    write_files(folder, {name: dedent(text) for name, text in (texts or {"bao-lang.txt": TEXT}).items()})
    return folder
