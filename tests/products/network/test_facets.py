"""What things can be chosen by: facets as data, in a world that no line of the program names."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dfgraph import DfgraphError, Project
from dfgraph.base.language import Text
from dfgraph.base.query_files import read_query_files
from dfgraph.products.network import Network, Telling, project, read_facets
from dfgraph.products.network.model import Period
from worlds import ROOT, World

FACETS = {
    "ontology/facets/field.rq": """# title: {vi: Lĩnh vực, en: Field}
# role: choice
# order: 1
SELECT ?thing ?value { ?thing dfg:field ?value }
""",
    "ontology/facets/trust.rq": """# title: {vi: Độ tin, en: Trust}
# role: choice
# ranked: true
# order: 2
SELECT ?claim ?value { ?claim dfg:about ?thing ; prov:hadPrimarySource ?value } ORDER BY DESC(?value)
""",
    "ontology/facets/when.rq": """# title: {vi: Khi nào, en: When}
# role: when
SELECT ?thing ?since ?until { { ?thing dfg:signed ?since } UNION { ?thing dfg:date ?since BIND (?since AS ?until) } }
""",
    "ontology/facets/where.rq": """# title: {vi: Ở đâu, en: Where}
# role: position
SELECT ?thing ?longitude ?latitude { VALUES (?thing ?longitude ?latitude) {
  (<commune/dong> 105.5 21) (<commune/nam> 999 21) (<commune/tay> "east" 21) } }
""",
    "ontology/facets/moment.rq": """# title: {vi: Mốc, en: Moments}
# role: moment
SELECT ?thing ?since ?until { ?thing dfg:date|dfg:signed ?since BIND (?since AS ?until) }
""",
    "ontology/facets/figure.rq": """# title: {vi: Số liệu, en: Figures}
# role: figure
SELECT ?thing (dfg:population AS ?series) ?value (?thing AS ?about) (true AS ?flow) { ?thing dfg:population ?value }
""",
}
FACTS = {
    "ontology/networks/pacts.rq": """# title: {vi: Bản hợp tác, en: Pacts}
# grouped_by: [field]
SELECT ?from ?to ?via (dfg:party AS ?relation) ?claim {
  ?via dfg:party ?from , ?to FILTER (STR(?from) < STR(?to)) ?claim dfg:about ?via . ?via a dfg:Pact
}
""",
    "ontology/networks/visits.rq": """# title: {vi: Chuyến thăm, en: Visits}
SELECT ?from ?to ?relation ?claim {
  VALUES ?relation { dfg:visitor } GRAPH ?claim { ?from ?relation ?to }
}
""",
    "data/facts.yaml": """
- defaults: {evidence: {source: source/bao-lang, paragraph: 2}}
- {kind: commune, id: commune/dong, code: "00001", label: {vi: Đông, en: East}, population: 100}
- {kind: commune, id: commune/dong, population: 120, evidence: {source: source/so-xa}}
- {kind: commune, id: commune/nam, code: "00002", label: {vi: Nam, en: South}, population: 7}
- {kind: commune, id: commune/tay, code: "00003", label: {vi: Tây, en: West}, population: 9}
- {kind: pact, party: [commune/dong, commune/nam], signed: 2018-03, field: [trade, Văn hóa]}
- kind: visit
  id: event/cho-phien
  label: {vi: Thăm chợ phiên, en: A visit to the market}
  visitor: [commune/dong]
  date: 2019-06-10
  evidence: {source: source/so-xa}
""",
}
PACT = "pact/dong--nam--2018-03"


@pytest.fixture(scope="module")
def built(world: World) -> Project:
    contested = (ROOT / "ontology" / "rules" / "contested.rq").read_text(encoding="utf-8")
    made = world({**FACETS, **FACTS, "ontology/rules/contested.rq": contested})
    report = made.build()
    assert report.sound, report.findings
    return made


def network(built: Project, name: str) -> Network:
    facets = read_facets(built.store, read_query_files(built.places.ontology / "facets"))
    return project(built.store, built.networks[name], built.names, telling=Telling(built.store, built.names, facets))


def test_an_edge_is_chosen_by_the_thing_that_it_is(built: Project) -> None:
    """And by the sources of what is said of it; a node by its own."""
    made = network(built, "pacts")
    (edge,) = made.edges
    assert edge.marks.choices == {"field": ("field/culture", "field/trade"), "trust": ("source/bao-lang",)}
    assert edge.marks.when == (Period("2018-03-01", None, "2018-03", ""),)
    by_id = {node.id: node.marks for node in made.nodes}
    assert by_id["commune/dong"].choices == {"trust": ("source/bao-lang", "source/so-xa")}
    assert made.grouped_by == ("field",)


def test_choices_are_those_that_occur(built: Project) -> None:
    """In the order of names, unless the query gives them in one of its own."""
    field, trust = network(built, "pacts").choices
    assert (field.key, field.label) == ("field", Text("Lĩnh vực", "Field"))
    assert list(field.values.values()) == [Text("Thương mại", "Trade"), Text("Văn hóa", "Culture")]
    assert list(trust.values) == ["source/so-xa", "source/bao-lang"]
    assert [choice.key for choice in network(built, "visits").choices] == ["trust"]


def test_a_position_on_earth_counts(built: Project) -> None:
    """A longitude of 999 degrees, or a word, does not."""
    marks = {node.id: node.marks.position for node in network(built, "pacts").nodes}
    assert marks == {"commune/dong": (105.5, 21.0), "commune/nam": None}


def test_moments_are_those_of_nodes_and_of_edges(built: Project) -> None:
    """With the place where their date is told."""
    (signed,) = network(built, "pacts").moments
    assert (signed.id, signed.kind, signed.period.start) == (PACT, Text("Thỏa thuận", "Pact"), "2018-03-01")
    assert [(c.source, c.paragraph) for c in signed.citations] == [("source/bao-lang", 2)]
    (visit,) = network(built, "visits").moments
    assert (visit.id, visit.label.en) == ("event/cho-phien", "A visit to the market")
    assert [c.source for c in visit.citations] == ["source/so-xa"]


def test_figures_are_those_of_what_is_shown(built: Project) -> None:
    """Each value by itself where claims differ; of a commune that is not shown there is none."""
    figures = network(built, "pacts").figures
    told = [(f.id, f.value, f.contested, f.flow, [c.source for c in f.citations]) for f in figures]
    assert told == [
        ("commune/dong", "100", True, True, ["source/bao-lang"]),
        ("commune/dong", "120", True, True, ["source/so-xa"]),
        ("commune/nam", "7", False, True, ["source/bao-lang"]),
    ]
    assert figures[0].series_label == Text("Số dân", "Population")


def test_a_thing_is_asked_for_once(built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many networks show it."""
    from dfgraph.products.network import telling as module

    asked: list[str] = []
    plain = module.describe_all  # type: ignore[attr-defined]

    def counted(store: object, things: list[str], names: object) -> object:
        asked.extend(things)
        return plain(store, things, names)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "describe_all", counted)
    told = Telling(built.store, built.names)
    for name in ("pacts", "visits", "pacts"):
        project(built.store, built.networks[name], built.names, telling=told)
    assert sorted(asked) == sorted(set(asked)) == ["commune/dong", "commune/nam", "event/cho-phien", PACT]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# role: colour\nSELECT ?thing ?value {}", "there is no role “colour”. The roles are choice, when, position"),
        ("SELECT ?thing ?value {}", "there is no role “”"),
        ("# role: choice\nSELECT ?thing {}", "the columns must be ?value, ?thing, ?claim"),
        ("# role: choice\nSELECT ?value {}", "the columns must be ?value, ?thing, ?claim"),
        ("# role: when\nSELECT ?thing ?since ?until ?x {}", "the columns must be ?thing, ?since, ?until"),
        ("# role: when\nSELECT ?thing {", "Broken query"),
    ],
)
def test_a_facet_that_is_not_sound_is_told(world: World, text: str, told: str) -> None:
    """With its file."""
    made = world({**FACTS, "ontology/facets/odd.rq": text})
    made.build()
    with pytest.raises(DfgraphError) as error:
        read_facets(made.store, read_query_files(made.places.ontology / "facets"))
    assert "odd.rq: " in str(error.value)
    assert told in str(error.value)


def test_without_facets_a_network_has_no_marks(world: World) -> None:
    """As in an ontology that has none."""
    facts: Mapping[str, str] = FACTS
    made = world(facts)
    made.build()
    shown = network(made, "pacts")
    assert (shown.choices, shown.moments, shown.figures) == ((), (), ())
    assert not any(node.marks.choices for node in shown.nodes)
    assert not any(edge.marks.choices for edge in shown.edges)
