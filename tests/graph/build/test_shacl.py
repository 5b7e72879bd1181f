"""Two engines, one judgement; and each breach told at the line that wrote it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from dfgraph import Project
from dfgraph.base.names import BASE, DFG, ONTOLOGY, SKOS, XSD
from dfgraph.graph.build.shacl import Engine, Violation, engine, validate
from worlds import World

SHAPES = """
<http://e.org/S> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/shacl#NodeShape> .
<http://e.org/S> <http://www.w3.org/ns/shacl#targetClass> <http://e.org/Town> .
<http://e.org/S> <http://www.w3.org/ns/shacl#property> <http://e.org/S-code> .
<http://e.org/S-code> <http://www.w3.org/ns/shacl#path> <http://e.org/code> .
<http://e.org/S-code> <http://www.w3.org/ns/shacl#minCount> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://e.org/S-code> <http://www.w3.org/ns/shacl#maxCount> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://e.org/S-code> <http://www.w3.org/ns/shacl#severity> <http://www.w3.org/ns/shacl#Warning> .
"""
TOWN = "<http://e.org/hue> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e.org/Town> .\n"


def in_file(folder: Path, triples: str) -> Path:
    """N-Triples in a file."""
    path = folder / "data.nt"
    path.write_text(triples, encoding="utf-8")
    return path


@pytest.mark.parametrize("using", ["shacl", "pyshacl"])
def test_a_violation_names_thing_path_constraint_shape_and_severity(tmp_path: Path, using: Engine) -> None:
    found = validate(in_file(tmp_path, TOWN), SHAPES.encode(), using=using)
    assert found == [
        Violation(
            focus="http://e.org/hue",
            path="http://e.org/code",
            component="MinCountConstraintComponent",
            shape="http://e.org/S-code",
            value="",
            severity="Warning",
        )
    ]


@pytest.mark.parametrize("using", ["shacl", "pyshacl"])
def test_two_values_are_contested_not_wrong(tmp_path: Path, using: Engine) -> None:
    two = TOWN + "".join(f'<http://e.org/hue> <http://e.org/code> "{code}" .\n' for code in (1, 2))
    assert validate(in_file(tmp_path, two), SHAPES.encode(), using=using) == []


def test_the_compiled_engine_is_used_where_it_is_installed() -> None:
    assert engine() == "shacl"


RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SH = "http://www.w3.org/ns/shacl#"


def literal(text: str, datatype: str = "string", language: str | None = None) -> ox.Literal:
    if language:
        return ox.Literal(text, language=language)
    return ox.Literal(text, datatype=ox.NamedNode(XSD + datatype))


def broken_everywhere(project: Project) -> str:
    """The triples of the shipped graph, with one fault planted for each kind of constraint that the shapes use."""
    node = ox.NamedNode
    planted = [
        ("country/la", DFG + "iso3166", literal("Laos!")),  # pattern
        ("country/la", "http://www.w3.org/2003/01/geo/wgs84_pos#lat", literal("1234", "decimal")),  # range
        ("country/th", "http://www.w3.org/2003/01/geo/wgs84_pos#long", literal("-999", "decimal")),  # range
        ("country/th", SKOS + "prefLabel", literal("Xiêm", language="vi")),  # uniqueLang
        ("country/jp", SKOS + "prefLabel", literal("Japan")),  # datatype: langString
        ("province/hue", DFG + "rank", node(BASE + "country/la")),  # class
        ("province/hue", DFG + "region", literal("here")),  # class, a literal
        ("province/hue", "https://schema.org/url", literal("not an address", "string")),  # datatype
        ("partnership/da-nang--jp-sakai", DFG + "duration", literal("0", "integer")),  # minInclusive
        ("partnership/da-nang--jp-sakai", DFG + "duration", literal("two", "string")),  # datatype
        ("country/new", RDF_TYPE, node(DFG + "Country")),  # minCount
    ]
    lines = [f"<{BASE}{subject}> <{predicate}> {value} .\n" for subject, predicate, value in planted]
    return project.store.dump("", "nt").decode() + "".join(lines)


@pytest.fixture(scope="module")
def judged(shipped: Project, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Violation]]:
    data = in_file(tmp_path_factory.mktemp("judged"), broken_everywhere(shipped))
    shapes = shipped.store.dump(ONTOLOGY, "nt")
    return {"shacl": validate(data, shapes, using="shacl"), "pyshacl": validate(data, shapes, using="pyshacl")}


def test_both_engines_find_the_same_in_the_shipped_graph(judged: dict[str, list[Violation]]) -> None:
    assert judged["shacl"] == judged["pyshacl"]


def test_every_planted_fault_is_found(judged: dict[str, list[Violation]]) -> None:
    found = {(v.focus.removeprefix(BASE), v.component.removesuffix("ConstraintComponent")) for v in judged["shacl"]}
    assert found >= {
        ("country/la", "Pattern"),
        ("country/la", "MaxInclusive"),
        ("country/th", "MinInclusive"),
        ("country/th", "UniqueLang"),
        ("country/jp", "Datatype"),
        ("province/hue", "Class"),
        ("province/hue", "Datatype"),
        ("partnership/da-nang--jp-sakai", "MinInclusive"),
        ("partnership/da-nang--jp-sakai", "Datatype"),
        ("country/new", "MinCount"),
    }


def test_the_planted_faults_cover_every_constraint_of_the_shapes(
    shipped: Project, judged: dict[str, list[Violation]]
) -> None:
    """A kind of constraint that the shapes start to use needs a planted fault too."""
    query = f"SELECT DISTINCT ?p {{ GRAPH <{ONTOLOGY}> {{ ?shape sh:path ?path ; ?p ?o }} }}"
    told = {"path", "name", "description", "message", "order", "severity", "maxCount", "defaultValue"}
    used = {str(p)[1:-1].removeprefix(SH) for (p,) in shipped.store.rows(query) if str(p)[1:-1].startswith(SH)} - told
    found = {v.component.removesuffix("ConstraintComponent") for v in judged["shacl"]}
    assert {name[0].upper() + name[1:] for name in used} <= found


FACTS = """
- kind: commune
  id: commune/dong
  label: {vi: Đông, en: Dong}
  evidence: {source: source/so-xa}
- kind: pact
  id: pact/a
  label: {vi: Thỏa thuận A, en: Pact A}
  party: commune/dong
  evidence: {source: source/so-xa}
- kind: commune
  id: commune/tay
  label:
    vi: Tây
  code: "02"
  evidence: {source: source/so-xa}
- kind: commune
  id: commune/tay
  label:
    vi: Đoài
  evidence: {source: source/bao-lang}
"""


def test_a_breach_is_told_at_its_line_in_both_languages(world: World) -> None:
    report = world({"data/facts.yaml": FACTS}).check()
    told = [(f.code, str(f.location), f.subject, *f.message) for f in report.findings]
    assert told == [
        (
            "shape/min-count",
            "data/facts.yaml:2:3",
            "commune/dong",
            "Đông: Mã số: không hợp (MinCountConstraintComponent).",
            "Dong: Code: not allowed (MinCountConstraintComponent).",
        ),
        (
            "shape/unique-lang",
            "data/facts.yaml:14:5",
            "commune/tay",
            "Tây: Tên: không hợp (UniqueLangConstraintComponent).",
            "commune/tay: Name: not allowed (UniqueLangConstraintComponent).",
        ),
    ]


def test_the_shapes_own_message_is_told_where_there_is_one(world: World) -> None:
    told = 'dfgs:code <http://www.w3.org/ns/shacl#message> "Xã cần mã số."@vi, "A commune needs a code."@en .'
    prefix = "@prefix dfgs: <https://w3id.org/dfgraph/shapes#> .\n"
    project = world({"data/facts.yaml": FACTS, "ontology/shapes/messages.ttl": prefix + told})
    first = project.check().findings[0]
    assert first.message == ("Đông: Xã cần mã số.", "Dong: A commune needs a code.")


def test_shapes_judge_the_thing_not_the_record(world: World) -> None:
    """A record may be partial: what one record leaves out, another one may state."""
    facts = FACTS + "- {kind: commune, id: commune/dong, code: '01', evidence: {source: source/bao-lang}}\n"
    codes = [f.code for f in world({"data/facts.yaml": facts}).check().findings]
    assert codes == ["shape/unique-lang"]
