"""One thing and what is around it, step by step."""

from __future__ import annotations

import pytest

from dfgraph import Project
from worlds import World

AROUND = """# title: {vi: "Quanh {thing}", en: "Around {thing}"}
# walk: {from: thing, not_through: [dfg:Person]}
# parameters:
#   thing: {class: dfg:Thing, required: true}
SELECT DISTINCT ?from ?to ?via ?relation ?claim {
  { VALUES $thing { UNDEF } GRAPH ?claim { $thing ?relation ?to } FILTER (?relation IN (dfg:head, dfg:visitor))
    BIND ($thing AS ?from) }
  UNION
  { VALUES $thing { UNDEF } GRAPH ?claim { ?from ?relation $thing } FILTER (?relation IN (dfg:head, dfg:visitor))
    BIND ($thing AS ?to) }
  UNION
  { VALUES $thing { UNDEF } ?via dfg:party $thing , ?to ; a dfg:Pact . ?claim dfg:about ?via .
    FILTER (?to != $thing) BIND ($thing AS ?from) BIND (dfg:Pact AS ?relation) }
}
"""
FACTS = """
- defaults: {evidence: {source: source/bao-lang}}
- {kind: person, id: person/an, label: {vi: An, en: An}}
- {kind: commune, id: commune/dong, code: "00001", label: {vi: Đông, en: East}, population: 1, head: person/an}
- {kind: commune, id: commune/nam, code: "00002", label: {vi: Nam, en: South}, population: 1, head: person/an}
- {kind: commune, id: commune/tay, code: "00003", label: {vi: Tây, en: West}, population: 1}
- {kind: commune, id: commune/bac, code: "00004", label: {vi: Bắc, en: North}, population: 1, head: person/an}
- {kind: pact, party: [commune/dong, commune/nam], signed: 2018}
- {kind: pact, party: [commune/nam, commune/tay], signed: 2019}
"""


@pytest.fixture(scope="module")
def built(world: World) -> Project:
    made = world({"ontology/networks/around.rq": AROUND, "data/facts.yaml": FACTS})
    report = made.build()
    assert report.sound, report.findings
    return made


def walked(built: Project, thing: str, hops: int) -> tuple[set[str], list[tuple[str, str, str | None]]]:
    network = built.network("around", {"thing": thing}, hops)
    return {node.id for node in network.nodes}, sorted((e.source, e.target, e.via) for e in network.edges)


def test_one_step_shows_also_what_ties_the_neighbours_to_each_other(built: Project) -> None:
    """Each tie once, whichever end it was reached from; nothing beyond."""
    nodes, edges = walked(built, "Đông", 1)
    assert nodes == {"commune/dong", "commune/nam", "person/an"}
    assert edges == [
        ("commune/dong", "commune/nam", "pact/dong--nam--2018"),
        ("commune/dong", "person/an", None),
        ("commune/nam", "person/an", None),
    ]


def test_two_steps_do_not_lead_through_what_ends_a_walk(built: Project) -> None:
    """Bắc is tied to Đông by nothing but a person, and persons end walks here; from a person one may start."""
    nodes, edges = walked(built, "Đông", 2)
    assert nodes == {"commune/dong", "commune/nam", "commune/tay", "person/an"}
    assert ("commune/nam", "commune/tay", "pact/nam--tay--2019") in edges
    assert len(edges) == 4
    assert "commune/bac" in walked(built, "person/an", 1)[0]


def test_what_is_tied_to_nothing_stands_alone(built: Project) -> None:
    """It is shown all the same."""
    assert walked(built, "source/bao-lang", 3) == ({"source/bao-lang"}, [])


def test_the_title_names_the_thing(built: Project) -> None:
    """In both languages; a relation that is a kind of thing reads the same both ways."""
    network = built.network("around", {"thing": "Đông"})
    assert network.title == ("Quanh Đông", "Around East")
    assert {edge.relation.rpartition("#")[2]: edge.directed for edge in network.edges} == {"Pact": False, "head": True}
