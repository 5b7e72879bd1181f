from __future__ import annotations

from dfgraph import Severity
from worlds import World

CROWD = """
# severity: warning
# code: check/crowded
# message:
#   vi: "{subject} có {people} dân ({head})."
#   en: "{subject} has {people} people ({head})."
# hint: {vi: "Đếm lại {subject}.", en: "Count {subject} again."}
SELECT ?subject ?property ?people ?head ?claim WHERE {
  GRAPH ?claim { ?subject dfg:population ?people } ?claim a dfg:Claim
  OPTIONAL { ?subject dfg:head ?head }
  BIND (dfg:population AS ?property)
  FILTER (?people > 1000)
} ORDER BY ?subject ?people
""".lstrip()
FACTS = """
- kind: commune
  id: commune/dong
  label: {vi: Đông, en: Dong}
  code: "01"
  population: 999
  evidence: {source: source/so-xa}
- kind: commune
  id: commune/dong
  population: 4210
  evidence: {source: source/bao-lang}
"""


def test_each_row_is_a_finding_at_the_field_of_the_claim(world: World) -> None:
    project = world({"data/facts.yaml": FACTS, "ontology/checks/crowded.rq": CROWD})
    (finding,) = project.check().findings
    assert (finding.code, finding.severity, finding.subject) == ("check/crowded", Severity.WARNING, "commune/dong")
    assert str(finding.location) == "data/facts.yaml:10:15"
    assert finding.message == ("Đông có 4210 dân (?).", "Dong has 4210 people (?).")
    assert finding.hint == ("Đếm lại Đông.", "Count Dong again.")


def test_a_check_without_code_or_severity_is_a_warning_named_after_its_file(world: World) -> None:
    bare = "# message: {vi: Có, en: There}\nSELECT ?subject WHERE { ?subject a dfg:Commune }\n"
    project = world({"data/facts.yaml": FACTS, "ontology/checks/any.rq": bare})
    (finding,) = project.check().findings
    assert (finding.code, finding.severity, finding.message) == ("check/any", Severity.WARNING, ("Có", "There"))
    assert str(finding.location) == "data/facts.yaml:2:3"


def test_a_label_with_braces_is_no_placeholder(world: World) -> None:
    facts = FACTS.replace("{vi: Đông, en: Dong}", "{vi: '{x} {subject}', en: '{'}")
    project = world({"data/facts.yaml": facts, "ontology/checks/crowded.rq": CROWD})
    (finding,) = project.check().findings
    assert finding.message == ("{x} {subject} có 4210 dân (?).", "{ has 4210 people (?).")


def test_an_error_of_a_check_stops_the_build(world: World) -> None:
    project = world({"data/facts.yaml": FACTS, "ontology/checks/crowded.rq": CROWD.replace("warning", "error")})
    assert not project.build().sound
    assert not project.places.manifest.exists()


CONTESTED = """
CONSTRUCT { ?thing dfg:contested dfg:population } WHERE {
  ?thing dfg:population ?one , ?other FILTER (?one < ?other)
}
"""


def test_what_two_claims_state_differently_is_kept_and_marked(world: World) -> None:
    project = world({"data/facts.yaml": FACTS, "ontology/rules/contested.rq": CONTESTED})
    report = project.build()
    assert report.sound, report.findings
    rows = project.query("SELECT ?n { <commune/dong> dfg:population ?n } ORDER BY ?n").serialize("csv")
    assert rows == b"n\r\n999\r\n4210\r\n"
    marked = {(s.value.value, s.contested): [c.source for c in s.citations] for s in project.show("dong").statements}
    assert marked[999, True] == ["source/so-xa"]
    assert marked[4210, True] == ["source/bao-lang"]
