"""What the store holds after a build: claims in graphs of their own, and everything that holds, once."""

from __future__ import annotations

import pytest

from dfgraph import Project
from dfgraph.base.names import BASE, DERIVED, ONTOLOGY, PROVENANCE
from worlds import World

TWICE = """
- {kind: person, id: person/an, label: {vi: An}, evidence: {source: source/bao-lang, paragraph: 3}}
- {kind: person, id: person/an, label: {vi: An}, evidence: {source: source/so-xa, page: 2}}
"""


def built(world: World, facts: str, **more: str) -> Project:
    project = world({"data/facts.yaml": facts, **more})
    report = project.build()
    assert report.sound, report.findings
    return project


def csv(project: Project, query: str) -> list[str]:
    """The rows of an answer, without the heading."""
    return project.query(query).serialize("csv").decode().split("\r\n")[1:-1]


def test_what_two_sources_state_is_one_triple_and_two_claims(world: World) -> None:
    project = built(world, TWICE)
    assert csv(project, "SELECT (COUNT(*) AS ?n) { <person/an> skos:prefLabel ?label }") == ["1"]
    assert csv(project, "SELECT (COUNT(?p) AS ?n) { ?p a dfg:Person }") == ["1"]
    assert csv(project, "SELECT (COUNT(?g) AS ?n) { GRAPH ?g { <person/an> a dfg:Person } }") == ["2"]


def test_each_claim_is_a_graph_with_its_source_and_passage(world: World) -> None:
    project = built(world, TWICE)
    query = """
        SELECT ?source ?paragraph ?page WHERE {
          GRAPH ?claim { ?person skos:prefLabel "An"@vi }
          ?claim a dfg:Claim ; dfg:about ?person ; prov:hadPrimarySource ?source ; prov:wasQuotedFrom ?passage .
          ?passage a dfg:Passage ; oa:hasSource ?source .
          OPTIONAL { ?passage dfg:paragraph ?paragraph } OPTIONAL { ?passage dfg:page ?page }
        } ORDER BY ?source
    """
    assert csv(project, query) == [f"{BASE}source/bao-lang,3,", f"{BASE}source/so-xa,,2"]


def test_what_is_known_of_claims_stands_in_the_graph_of_provenance_too(world: World) -> None:
    project = built(world, TWICE)
    of_claims = "?claim a dfg:Claim ; ?property ?value"
    inside = csv(project, f"SELECT * {{ GRAPH <{PROVENANCE}> {{ {of_claims} }} }} ORDER BY ?claim ?property ?value")
    assert inside == csv(project, f"SELECT * {{ {of_claims} }} ORDER BY ?claim ?property ?value")
    assert len(inside) == 4 + 4 + 3 + 3  # two claims with a passage, and each source for itself


RETRACTED = """
- kind: person
  id: person/an
  label: {vi: An}
  evidence: {source: source/bao-lang, paragraph: 3}
- kind: person
  id: person/an
  label: {vi: Ân}
  evidence: {source: source/so-xa, page: 2, retracted: 2026-11-20}
"""


def test_a_retracted_claim_is_only_in_its_own_graph_and_in_provenance(world: World) -> None:
    project = built(world, RETRACTED)
    gone = '{ <person/an> skos:prefLabel "Ân"@vi }'
    assert not bool(project.query(f"ASK {gone}"))
    assert csv(project, "SELECT (COUNT(*) AS ?n) { <person/an> skos:prefLabel ?label }") == ["1"]
    assert csv(project, "SELECT (COUNT(?c) AS ?n) { ?c a dfg:Claim ; dfg:about <person/an> }") == ["1"]
    day = '"2026-11-20"^^xsd:date'
    assert bool(project.query(f"ASK {{ GRAPH ?c {gone} GRAPH <{PROVENANCE}> {{ ?c ?withdrawn {day} }} }}"))


def test_nothing_of_a_retracted_claim_is_left_in_the_default_graph(world: World) -> None:
    """Not even its passage, its time, or the mention of it anywhere."""
    project = built(
        world,
        """
        - kind: commune
          id: commune/tay
          code: "02"
          since: 1999-09-09
          evidence: {source: source/bao-lang, paragraph: 77, retracted: 2026-11-20}
        """.replace("\n        ", "\n"),
    )
    assert csv(project, "SELECT * { <commune/tay> ?p ?o }") == []
    assert csv(project, "SELECT * { ?s ?p <commune/tay> }") == []
    assert csv(project, "SELECT * { ?passage dfg:paragraph 77 }") == []
    assert csv(project, "SELECT * { ?time dfg:earliest '1999-09-09'^^xsd:date }") == []
    assert csv(project, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { <commune/tay> ?p ?o } }") == ["3"]


def test_times_are_nodes_with_the_days_that_bound_them(world: World) -> None:
    project = built(
        world,
        """
        - defaults: {evidence: {source: source/so-xa}}
        - {kind: commune, id: commune/a, code: a, since: 2009}
        - {kind: commune, id: commune/b, code: b, since: 2009-02}
        - {kind: commune, id: commune/c, code: c, since: 2009-02-03}
        - {kind: commune, id: commune/d, code: d, since: 2009/2010-06}
        - {kind: commune, id: commune/e, code: e, since: 2009/..}
        - {kind: commune, id: commune/f, code: f, since: ../2009-02}
        - {kind: commune, id: commune/g, code: g, since: 2009-02}
        """.replace("\n        ", "\n"),
    )
    query = """
        SELECT ?commune ?time ?value (DATATYPE(?value) AS ?type) ?from ?to WHERE {
          ?commune dfg:since ?time . ?time a dfg:TimeSpan ; rdf:value ?value .
          OPTIONAL { ?time dfg:earliest ?from } OPTIONAL { ?time dfg:latest ?to }
        } ORDER BY ?commune
    """.replace("rdf:value", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#value>")
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert [row.replace(BASE, "").replace(xsd, "xsd:") for row in csv(project, query)] == [
        "commune/a,time/2009,2009,xsd:gYear,2009-01-01,2009-12-31",
        "commune/b,time/2009-02,2009-02,xsd:gYearMonth,2009-02-01,2009-02-28",
        "commune/c,time/2009-02-03,2009-02-03,xsd:date,2009-02-03,2009-02-03",
        "commune/d,time/2009--2010-06,2009/2010-06,xsd:string,2009-01-01,2010-06-30",
        "commune/e,time/2009--open,2009/..,xsd:string,2009-01-01,",
        "commune/f,time/open--2009-02,../2009-02,xsd:string,,2009-02-28",
        "commune/g,time/2009-02,2009-02,xsd:gYearMonth,2009-02-01,2009-02-28",
    ]


@pytest.mark.parametrize(
    ("day", "communes"), [("2009-01-31", ["a"]), ("2009-02-02", ["a", "b"]), ("2009-03-01", ["a", "b", "c"])]
)
def test_both_clocks_can_be_compared_in_sparql(world: World, day: str, communes: list[str]) -> None:
    """When a fact holds, and when it was recorded, are both days."""
    project = built(
        world,
        """
        - defaults: {evidence: {source: source/so-xa}}
        - {kind: commune, id: commune/a, code: a, since: 2009, evidence: {recorded: 2026-01-01}}
        - {kind: commune, id: commune/b, code: b, since: 2009-02, evidence: {recorded: 2026-01-02}}
        - {kind: commune, id: commune/c, code: c, since: 2009-03, evidence: {recorded: 2026-01-03}}
        """.replace("\n        ", "\n"),
    )
    held = f'?commune dfg:since/dfg:earliest ?from FILTER (?from <= "{day}"^^xsd:date)'
    assert csv(project, f"SELECT ?code {{ {held} ?commune dfg:code ?code }} ORDER BY ?code") == communes
    known = '?claim dfg:about ?commune ; dfg:recorded ?on FILTER (?on <= "2026-01-02"^^xsd:date)'
    assert csv(project, f"SELECT ?code {{ {known} ?commune dfg:code ?code }} ORDER BY ?code") == ["a", "b"]


def test_terms_are_in_the_default_graph_and_forms_only_in_that_of_the_ontology(world: World) -> None:
    project = built(world, TWICE)
    assert bool(project.query("ASK { dfg:Person a owl:Class }"))
    assert bool(project.query(f"ASK {{ GRAPH <{ONTOLOGY}> {{ dfg:Person a owl:Class }} }}"))
    assert not bool(project.query("ASK { ?shape a sh:NodeShape }"))
    assert bool(project.query(f"ASK {{ GRAPH <{ONTOLOGY}> {{ ?shape a sh:NodeShape }} }}"))


def test_no_blank_node_is_in_the_graph(shipped: Project) -> None:
    assert csv(shipped, "SELECT ?s { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } FILTER (ISBLANK(?s)) }") == []
    assert csv(shipped, "SELECT ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } FILTER (ISBLANK(?o)) }") == []


def test_the_named_graphs_are_claims_and_three_more(shipped: Project) -> None:
    others = [g for g in shipped.store.graphs() if not g.startswith(BASE + "claim/")]
    assert others == sorted([DERIVED, ONTOLOGY, PROVENANCE])


def test_the_default_graph_is_the_union_of_what_was_not_withdrawn(shipped: Project) -> None:
    """Each triple of the default graph stands in a claim, or is provenance, derived, or of the ontology."""
    stray = """
        SELECT ?s ?p ?o WHERE { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }
    """
    assert csv(shipped, stray) == []
