from __future__ import annotations

import gc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dfgraph import Project
from dfgraph.base.errors import OntologyError
from dfgraph.graph.build import build, prepare
from worlds import VILLAGE, World, copy_project

AN = "- {kind: person, id: person/an, label: {vi: An}, evidence: {source: source/so-xa}}\n"
BINH = "- {kind: person, id: person/binh, label: {vi: Bình}, evidence: {source: source/so-xa}}\n"
DONG = "- {kind: commune, id: commune/dong, label: {vi: Đông}, code: '1', head: An, evidence: {source: source/so-xa}}\n"


def quads(folder: Path) -> list[bytes]:
    """All quads of a build of the project in `folder`, sorted."""
    work = prepare(folder / "ontology", folder / "data", folder)
    build(work)
    return sorted(work.store.dump(None, "nq").splitlines())


def default_graph(folder: Path) -> list[bytes]:
    work = prepare(folder / "ontology", folder / "data", folder)
    build(work)
    return sorted(work.store.dump("", "nt").splitlines())


def test_the_same_facts_give_the_same_quads(tmp_path: Path) -> None:
    """The ids of claims, times, passages and of what had blank nodes hang on nothing but the files."""
    folder = copy_project(tmp_path)
    first = quads(folder)
    assert len(first) > 10_000
    assert quads(folder) == first


def test_what_is_kept_on_disk_is_what_was_built(tmp_path: Path, shipped: Project) -> None:
    assert sorted(shipped.store.dump(None, "nq").splitlines()) == quads(copy_project(tmp_path))


def test_the_order_of_files_and_records_does_not_matter(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    first = default_graph(folder)
    for file in sorted((folder / "data").rglob("*.*")):
        if file.suffix == ".csv":
            header, *rows = file.read_text(encoding="utf-8").splitlines()
            file.write_text("\n".join([header, *reversed(rows)]) + "\n", encoding="utf-8")
        file.rename(file.with_name(f"{999 - len(file.name)}-{file.name[::-1].partition('.')[2][::-1]}{file.suffix}"))
    assert default_graph(folder) == first


@settings(deadline=None, max_examples=10)
@given(order=st.permutations([AN, BINH, DONG, DONG.replace("so-xa", "bao-lang"), AN.replace("vi: An", "en: Ann")]))
def test_records_in_any_order_give_the_same_quads(world: World, order: list[str]) -> None:
    sorted_world = world({"data/facts.yaml": "".join(sorted(order))}).places.root
    assert quads(world({"data/facts.yaml": "".join(order)}).places.root) == quads(sorted_world)


def test_a_report_tells_what_was_done(world: World) -> None:
    steps: list[str] = []
    report = world({"data/facts.yaml": AN + DONG}).build(steps.append)
    assert steps == ["read", "check", "load", "rules", "validate", "write"]
    assert list(report.seconds) == steps
    assert report.counts == {"files": 2, "records": 4, "things": 4, "claims": 4, "derived": 0}
    assert report.sound


def test_all_findings_are_told_at_once_in_the_order_of_the_files(world: World) -> None:
    """What is wrong with a file, with a record and with the graph: one run tells all."""
    project = world(
        {
            "data/a.yaml": "- {kind: persn, id: person/x, evidence: {source: source/so-xa}}\n",
            "data/b.csv": "kind,id\nperson\n",
            "data/c.yaml": "- {kind: commune, id: commune/tay, evidence: {source: source/so-xa}}\n" + AN + AN,
            "data/d.yaml": "- {kind: person\n",
        }
    )
    assert [(f.code, str(f.location)) for f in project.check().findings] == [
        ("facts/unknown-kind", "data/a.yaml:1:10"),
        ("facts/broken-csv", "data/b.csv:2"),
        ("facts/says-nothing", "data/c.yaml:1:3"),
        ("shape/min-count", "data/c.yaml:1:3"),
        ("facts/duplicate-record", "data/c.yaml:3:3"),
        ("facts/broken-yaml", "data/d.yaml:2:1"),
    ]


def test_no_facts_at_all_make_a_graph_of_the_ontology(world: World) -> None:
    project = world({})
    (project.places.data / "sources.yaml").unlink()
    assert project.build().counts["claims"] == 0
    assert bool(project.query("ASK { dfg:Commune a owl:Class }"))


def test_an_ontology_without_rules_checks_or_display_will_do(world: World) -> None:
    project = world({})
    (project.places.ontology / "display.ttl").unlink()
    assert project.build().sound


NO_PATH = """
@prefix dfg: <https://w3id.org/dfgraph/ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
dfg:S a sh:NodeShape ; sh:targetClass dfg:Person ; sh:property dfg:P .
"""


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("shapes/x.ttl", "a b", "shapes/x.ttl:1"),
        ("shapes/x.ttl", NO_PATH, "has no sh:path"),
        ("rules/x.rq", "# a: [\nASK {}", "rules/x.rq"),
        ("checks/x.rq", "# - a list\nASK {}", "checks/x.rq"),
    ],
    ids=["turtle", "shape", "rule", "check"],
)
def test_a_broken_ontology_is_one_line(world: World, file: str, text: str, told: str) -> None:
    with pytest.raises(OntologyError) as caught:
        world({f"ontology/{file}": text}).build()
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("folder", ["rules", "checks"])
def test_a_broken_rule_or_check_is_named(world: World, folder: str) -> None:
    """Of many files, the person must learn which one."""
    project = world({f"ontology/{folder}/odd.rq": "# severity: error\nSELECT ?subject WHERE { ?subject"})
    with pytest.raises(OntologyError, match=r"odd"):
        project.build()


def test_a_check_with_an_unknown_severity_is_named(world: World) -> None:
    project = world({"ontology/checks/odd.rq": "# severity: fatal\nSELECT ?subject WHERE { ?subject a dfg:Source }"})
    with pytest.raises(OntologyError, match=r"odd"):
        project.build()


def test_a_message_with_a_placeholder_that_is_no_column_is_named(world: World) -> None:
    check = "# message: {vi: '{who}', en: '{who}'}\nSELECT ?subject WHERE { ?subject a dfg:Source }"
    with pytest.raises(OntologyError, match=r"odd"):
        world({"ontology/checks/odd.rq": check}).build()


def test_a_rule_that_never_ends_is_an_error_not_a_hang(world: World) -> None:
    endless = "CONSTRUCT { ?a dfg:code ?more } WHERE { ?a dfg:code ?c BIND (CONCAT(STR(?c), 'x') AS ?more) }"
    project = world({"data/facts.yaml": AN + DONG, "ontology/rules/endless.rq": endless})
    with pytest.raises(OntologyError, match="The rules do not come to an end: endless"):
        project.build()


def test_the_garbage_collector_is_on_again_after_a_failed_build(world: World) -> None:
    with pytest.raises(OntologyError):
        world({"ontology/shapes/x.ttl": "a b"}).build()
    assert gc.isenabled()


def test_the_village_builds() -> None:
    work = prepare(VILLAGE / "ontology", VILLAGE / "data", VILLAGE)
    assert build(work).findings == []
