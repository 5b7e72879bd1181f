"""What a source denies: kept with its citation, told beside what it denies, and never taken to hold."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dfgraph import Project
from dfgraph.base.names import PROVENANCE
from worlds import ROOT, write_files

FACTS = """
- {kind: source, id: source/a, label: {vi: Nguồn A, en: Source A}, source_type: news-article}
- {kind: source, id: source/b, label: {vi: Nguồn B, en: Source B}, source_type: news-article}
- {kind: passage, source: source/b, paragraph: 7, part: teaser}
- defaults: {evidence: {source: source/a}}
- {kind: agreement, id: agreement/x, label: {vi: Thỏa thuận X, en: Agreement X}, type: memorandum, signed: "2019"}
- {kind: agreement, id: agreement/x, type: memorandum, evidence: {source: source/b, stance: supports}}
- kind: agreement
  id: agreement/x
  signed: "2019"
  expires: "2024"
  alias: {vi: Tên sai, en: The wrong name}
  evidence: {source: source/b, paragraph: 7, stance: disputes}
- kind: agreement
  id: agreement/x
  note: {vi: Đã rút, en: Withdrawn}
  evidence: {source: source/b, stance: disputes, retracted: 2026-01-01}
"""
DENIAL = "?claim dfg:disputes <agreement/x>"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("disputed")
    shutil.copytree(ROOT / "ontology", folder / "ontology")
    write_files(folder, {"data/facts.yaml": FACTS})
    project = Project.open(folder)
    report = project.build()
    assert report.sound, report.findings
    return project


def count(project: Project, pattern: str) -> int:
    ((number,),) = project.query(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}").rows()
    return int(getattr(number, "value", -1))


def test_what_is_denied_is_in_the_graph_of_its_claim_alone(made: Project) -> None:
    for said in ("<agreement/x> dfg:expires ?time", '<agreement/x> skos:altLabel "The wrong name"@en'):
        assert count(made, said) == 0
        assert count(made, f"GRAPH ?graph {{ {said} }}") == 1
        assert count(made, f"GRAPH ?claim {{ {said} }} {DENIAL}") == 1


def test_who_denies_it_can_be_asked(made: Project) -> None:
    known = f"{DENIAL} ; a dfg:Claim ; dfg:stance <stance/disputes> ; prov:hadPrimarySource <source/b>"
    assert count(made, known) == 1
    assert count(made, f"GRAPH <{PROVENANCE}> {{ {known} }}") == 2  # one of them withdrawn


def test_a_denial_is_not_about_the_thing(made: Project) -> None:
    """So nothing that asks for the claims about a thing takes it for support."""
    assert count(made, "?claim dfg:about <agreement/x>") == 2
    assert count(made, "<agreement/x> dfg:corroboration 2") == 1
    assert count(made, "<agreement/x> dfg:contested ?property") == 0


def test_show_tells_a_denial_beside_the_value(made: Project) -> None:
    told = {s.property.id: s for s in made.show("agreement/x").statements if s.property.id.startswith("dfg:")}
    signed, expires, kind = told["dfg:signed"], told["dfg:expires"], told["dfg:agreementType"]
    assert (signed.disputed, signed.holds, [c.disputes for c in signed.citations]) == (True, True, [False, True])
    assert (expires.disputed, expires.holds, [c.source for c in expires.citations]) == (True, False, ["source/b"])
    assert (kind.disputed, kind.holds, len(kind.citations)) == (False, True, 2)
    assert "Withdrawn" not in {s.value.say("en") for s in made.show("agreement/x").statements}


def test_a_citation_says_what_is_unusual(made: Project) -> None:
    (denial,) = (c for s in made.show("agreement/x").statements for c in s.citations if s.property.id == "dfg:expires")
    assert denial.say("en") == "Source B, ¶ 7 [teaser, disputes]"
    assert denial.say("vi") == "Nguồn B, ¶ 7 [tin giới thiệu bên lề, phủ nhận]"
    told = denial.to_json("en")
    assert (told["part"], told["stance"], told["disputes"]) == ("Teaser", "Disputes", True)


def test_a_citation_does_not_say_what_goes_without_saying(made: Project) -> None:
    supports = [c for s in made.show("agreement/x").statements for c in s.citations if c.source == "source/b"]
    assert {c.say("en") for c in supports if not c.disputes} == {"Source B"}


def test_json_tells_what_does_not_hold(made: Project) -> None:
    told = {s["property"]["id"]: s for s in made.show("agreement/x").to_json("en")["statements"]}
    assert (told["dfg:expires"]["disputed"], told["dfg:expires"]["holds"]) == (True, False)
    assert told["dfg:signed"]["disputed"] is True
    assert "holds" not in told["dfg:signed"]


def test_a_row_is_cited_with_those_who_deny_it(made: Project) -> None:
    answer = made.query("SELECT ?signed ?claim { ?claim dfg:about ?x . GRAPH ?claim { ?x dfg:signed ?signed } }")
    from dfgraph.graph.query import tabulate

    (row,) = tabulate(made.store, answer, {}, made.names).rows
    assert [(c.source, c.disputes) for c in row.citations] == [("source/a", False), ("source/b", True)]


def test_a_denied_name_is_no_name_in_a_network(made: Project) -> None:
    (node,) = (n for n in made.network("everything").nodes if n.id == "agreement/x")
    assert "Tên sai" not in node.aliases


def test_the_sheet_of_statements_leaves_denials_out(made: Project) -> None:
    assert b"The wrong name" not in made.exported("csv")
    assert b"The wrong name" in made.exported("trig")


def test_the_same_with_or_without_the_denied_record(tmp_path: Path) -> None:
    """Nothing but the denial itself comes of it: the rules find what they find without it."""
    shutil.copytree(ROOT / "ontology", tmp_path / "ontology")
    start, end = (
        FACTS.index("- kind: agreement\n  id: agreement/x\n  signed"),
        FACTS.index("- kind: agreement\n  id: agreement/x\n  note"),
    )
    found = []
    for text in (FACTS, FACTS[:start] + FACTS[end:]):
        write_files(tmp_path, {"data/facts.yaml": text})
        project = Project.open(tmp_path)
        assert project.build().sound
        found.append(count(project, "<agreement/x> ?property ?value"))
    assert found[0] == found[1]
