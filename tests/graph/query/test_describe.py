from __future__ import annotations

import pytest

from dfgraph import Project
from dfgraph.base.errors import QueryError
from dfgraph.graph.query import Citation, describe_all
from worlds import World

FACTS = """
- kind: commune
  id: commune/dong
  label: {vi: Đông, en: Dong}
  code: "01"
  population: 4210
  head: person/an
  since: 2009-02
  evidence: {source: source/so-xa, page: 2, recorded: 2026-11-21}
- kind: commune
  id: commune/dong
  population: 4210
  evidence: {source: source/bao-lang, paragraph: 7, speaker: person/an, inferred: true, because: {vi: Đếm, en: Counted}}
- kind: commune
  id: commune/dong
  population: 9999
  evidence: {source: source/bao-lang, paragraph: 8, retracted: 2026-11-20}
- kind: person
  id: person/an
  label: {vi: An, en: Ann}
  evidence: {source: source/so-xa}
- kind: pact
  id: pact/x
  label: {vi: Thỏa thuận, en: The pact}
  party: [commune/dong, person/an]
  evidence: {source: source/bao-lang, characters: 12-40}
"""
NEIGHBOURS = "CONSTRUCT { ?person dfg:knows ?other } WHERE { ?p dfg:party ?person, ?other FILTER (?person != ?other) }"


@pytest.fixture(scope="module")
def told(world: World) -> Project:
    project = world({"data/facts.yaml": FACTS, "ontology/rules/knows.rq": NEIGHBOURS})
    report = project.build()
    assert report.sound, report.findings
    return project


def test_everything_said_of_a_thing_in_the_order_of_its_fields(told: Project) -> None:
    shown = told.show("commune/dong")
    assert (shown.id, shown.label, shown.kind) == ("commune/dong", ("Đông", "Dong"), ("Xã", "Commune"))
    said = [(s.property.say("en"), s.value.say("en"), s.language) for s in shown.statements]
    assert said[:7] == [
        ("Name", "Đông", "vi"),
        ("Name", "Dong", "en"),
        ("Code", "01", ""),
        ("Population", said[3][1], ""),
        ("Since", "2009-02", ""),
        ("Head", "Ann", ""),
        (said[6][0], "Ann", ""),
    ]
    assert said[3][1].replace(",", "") == "4210"


def test_each_statement_has_the_citations_of_its_own_claims(told: Project) -> None:
    by_property = {s.property.id: s for s in told.show("commune/dong").statements}
    population = by_property["dfg:population"]
    assert sorted((c.source, c.page, c.paragraph) for c in population.citations) == [
        ("source/bao-lang", None, 7),
        ("source/so-xa", 2, None),
    ]
    assert [(c.source, c.page) for c in by_property["dfg:code"].citations] == [("source/so-xa", 2)]


def test_what_a_rule_derived_is_marked_and_has_no_citation(told: Project) -> None:
    (knows,) = (s for s in told.show("commune/dong").statements if s.property.id == "dfg:knows")
    assert (knows.value.id, knows.derived, knows.citations) == ("person/an", True, ())


def test_a_withdrawn_statement_is_not_told(told: Project) -> None:
    shown = told.show("commune/dong")
    assert "9999" not in {str(s.value.value) for s in shown.statements}


def test_what_refers_to_a_thing_is_told_too(told: Project) -> None:
    mentions = {(m.property.id, m.value.id) for m in told.show("person/an").mentions}
    assert mentions == {("dfg:head", "commune/dong"), ("dfg:party", "pact/x"), ("dfg:knows", "commune/dong")}


def test_a_thing_of_which_nothing_is_said(told: Project) -> None:
    assert describe_all(told.store, ["person/nobody"], told.names) == {}
    with pytest.raises(QueryError):
        told.show("person/nobody")


def test_many_things_at_once_are_as_one_by_one(told: Project) -> None:
    things = ["commune/dong", "person/an", "pact/x"]
    found = describe_all(told.store, things, told.names, mentions=True)
    assert found == {thing: told.show(thing) for thing in things}


def citation(project: Project, source: str, **wanted: object) -> Citation:
    everything = [c for s in project.show("commune/dong").statements for c in s.citations]
    (found,) = {c for c in everything if c.source == source and all(getattr(c, k) == v for k, v in wanted.items())}
    return found


def test_a_citation_says_where_who_and_why(told: Project) -> None:
    inferred = citation(told, "source/bao-lang")
    assert inferred.say("en") == "Village News, 2019-06-18, ¶ 7 (Ann) [inferred]"
    assert inferred.say("vi") == "Báo Làng, 2019-06-18, ¶ 7 (An) [suy ra]"
    assert inferred.because == ("Đếm", "Counted")
    assert citation(told, "source/so-xa").say("en") == "Register of communes, 2026, p. 2"


def test_a_citation_as_json_holds_only_what_is_known(told: Project) -> None:
    made = citation(told, "source/so-xa").to_json("en")
    assert made == {
        "claim": made["claim"],
        "source": "source/so-xa",
        "title": "Register of communes",
        "date": "2026",
        "page": 2,
    }
    assert made["claim"].startswith("claim/")


def test_a_description_as_json(told: Project) -> None:
    made = told.show("pact/x").to_json("vi")
    assert (made["id"], made["label"], made["kind"]) == ("pact/x", "Thỏa thuận", "Thỏa thuận")
    assert [s["value"] for s in made["statements"] if s["property"]["id"] == "dfg:party"] == [
        {"id": "commune/dong", "label": "Đông"},
        {"id": "person/an", "label": "An"},
    ]
    assert [s["citations"][0]["characters"] for s in made["statements"]] == ["12-40"] * len(made["statements"])
    assert made["mentions"] == []
