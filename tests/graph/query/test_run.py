"""A question and its parameters to a table of things, values and citations."""

from __future__ import annotations

import pytest

from dfgraph import Project
from dfgraph.base.errors import QueryError
from dfgraph.graph.query import tabulate
from worlds import World

FACTS = """
- defaults: {evidence: {source: source/so-xa}}
- {kind: commune, id: commune/dong, label: {vi: Đông, en: Dong}, code: "01", population: 4210}
- {kind: commune, id: commune/dong, population: 4210, evidence: {source: source/bao-lang, paragraph: 7}}
- {kind: commune, id: commune/tay, label: {vi: Tây, en: Tay}, code: "02", area: 60.50}
"""
POPULATION = """
# title: {vi: "Xã nào có bao nhiêu dân?", en: "How many people has a commune?"}
# group: people
# parameters:
#   commune: {class: dfg:Commune, help: {vi: Chỉ xã này., en: Only this commune.}}
#   at_least: {datatype: xsd:integer, help: {vi: Ít nhất., en: At least.}}
# columns: {commune: {vi: Xã, en: Commune}, people: {vi: Số dân, en: People}, claim: {vi: Nguồn, en: Source}}
SELECT ?commune ?people ?area ?claim WHERE {
  VALUES $commune { UNDEF } VALUES $at_least { UNDEF }
  GRAPH ?claim { ?commune a dfg:Commune } ?claim a dfg:Claim
  OPTIONAL { GRAPH ?claim { ?commune dfg:population ?people } } OPTIONAL { GRAPH ?claim { ?commune dfg:area ?area } }
  FILTER (!BOUND($at_least) || ?people >= $at_least)
} ORDER BY ?commune ?people ?claim
""".lstrip()


@pytest.fixture(scope="module")
def asked(world: World) -> Project:
    files = {
        "ontology/queries/population.rq": POPULATION,
        "ontology/queries/groups.yaml": "people: {vi: Dân, en: People}",
    }
    project = world({"data/facts.yaml": FACTS, **files})
    report = project.build()
    assert report.sound, report.findings
    return project


def test_rows_that_differ_in_their_claim_alone_are_one_with_two_citations(asked: Project) -> None:
    table = asked.ask("population")
    assert [(c.name, c.heading) for c in table.columns] == [
        ("commune", ("Xã", "Commune")),
        ("people", ("Số dân", "People")),
        ("area", ("area", "area")),
    ]
    assert table.cited
    found = [([cell and cell.say("en") for cell in row.cells], {c.source for c in row.citations}) for row in table.rows]
    assert found == [
        (["Dong", "4210", None], {"source/so-xa", "source/bao-lang"}),
        (["Tay", None, "60.5"], {"source/so-xa"}),
    ]
    assert [len(row.citations) for row in table.rows] == [2, 1]


def test_a_table_as_json(asked: Project) -> None:
    (row,) = asked.ask("population", commune="tay").to_json("en")
    citation = row.pop("citations")
    assert row == {"commune": {"id": "commune/tay", "label": "Tay"}, "people": None, "area": 60.5}
    assert [(c["source"], c["title"]) for c in citation] == [("source/so-xa", "Register of communes")]


@pytest.mark.parametrize("text", ["Đông", "dong", "commune/dong", "ĐÔNG"])
def test_a_thing_is_given_by_name_or_id(asked: Project, text: str) -> None:
    assert len(asked.ask("population", commune=text).rows) == 1


def test_a_value_is_given_as_text(asked: Project) -> None:
    assert len(asked.ask("population", at_least="4210").rows) == 1
    assert asked.ask("population", at_least="4211").rows == ()


def test_a_value_that_is_not_of_its_type_is_an_error(asked: Project) -> None:
    with pytest.raises(QueryError):
        asked.ask("population", at_least="many")


def test_a_question_that_is_not_there_names_the_nearest(asked: Project) -> None:
    with pytest.raises(QueryError) as caught:
        asked.ask("popluation")
    assert str(caught.value) == "There is no question “popluation”. Did you mean: population?"


def test_a_parameter_that_is_not_there_is_an_error(asked: Project) -> None:
    with pytest.raises(QueryError):
        asked.ask("population", comune="tay")


def test_a_required_parameter_that_is_missing_is_an_error(shipped: Project) -> None:
    with pytest.raises(QueryError) as caught:
        shipped.ask("partners-of")
    assert "place" in str(caught.value)


def test_the_catalog_tells_titles_groups_and_parameters(asked: Project) -> None:
    catalog = asked.catalog
    assert catalog.groups == {"people": ("Dân", "People")}
    query = catalog.get("population")
    assert (query.title, query.group) == (("Xã nào có bao nhiêu dân?", "How many people has a commune?"), "people")
    assert [(p.name, p.range, p.datatype, p.required) for p in query.parameters] == [
        ("commune", "dfg:Commune", "", False),
        ("at_least", "", "xsd:integer", False),
    ]


def test_cells_hold_plain_python_values(asked: Project) -> None:
    values = "12 1.50 true '2019-06-18'^^xsd:date 'x'@vi dfg:Commune"
    answer = asked.query(f"SELECT * {{ VALUES (?a ?b ?c ?d ?e ?f) {{ ({values}) }} }}")
    ((row,),) = (tabulate(asked.store, answer, {}, asked.names).rows,)
    assert [cell.value for cell in row.cells if cell] == [
        12,
        1.5,
        True,
        "2019-06-18",
        "x",
        "https://w3id.org/dfgraph/ns#Commune",
    ]
    assert [cell.to_json("en") for cell in row.cells if cell][-1] == {"id": "dfg:Commune", "label": "Commune"}


def test_a_column_of_several_values_makes_no_further_rows(asked: Project) -> None:
    """The values of one row in their order, texts in the reader's language; claims that say the same stay together."""
    values = """
      (1 <commune/dong> "ven sông"@vi <claim/a>) (1 <commune/dong> "by the river"@en <claim/a>)
      (1 <commune/tay> "ven sông"@vi <claim/a>) (1 <commune/tay> "by the river"@en <claim/a>)
      (1 <commune/dong> "ven sông"@vi <claim/b>) (1 <commune/tay> "by the river"@en <claim/b>)
      (2 UNDEF UNDEF <claim/a>) (3 <commune/dong> "quê"@vi <claim/b>)
      (1 <commune/dong> UNDEF <claim/b>) (4 <commune/dong> UNDEF <claim/b>) (4 <commune/dong> UNDEF <claim/a>)
    """
    answer = asked.query(f"SELECT ?n ?commune ?where ?claim {{ VALUES (?n ?commune ?where ?claim) {{ {values} }} }}")
    table = tabulate(asked.store, answer, {}, asked.names, {"commune", "where"})
    assert [c.name for c in table.columns] == ["n", "commune", "where"]
    said = [[cell and cell.say("vi") for cell in row.cells] for row in table.rows]
    assert said == [["1", "Đông, Tây", "ven sông"], ["2", "", ""], ["3", "Đông", "quê"], ["4", "Đông", ""]]
    dong, tay = {"id": "commune/dong", "label": "Dong"}, {"id": "commune/tay", "label": "Tay"}
    assert [(row["n"], row["commune"], row["where"]) for row in table.to_json("en")] == [
        (1, [dong, tay], ["by the river"]),
        (2, [], []),
        (3, [dong], ["quê"]),
        (4, [dong], []),
    ]


def test_a_question_names_its_columns_of_several_values(world: World) -> None:
    text = POPULATION.replace("# columns:", "# several: [people]\n# columns:")
    told = "- {kind: commune, id: commune/dong, population: 4300, evidence: {source: source/so-xa}}\n"
    project = world({"data/facts.yaml": FACTS + told, "ontology/queries/population.rq": text})
    project.build()
    assert project.catalog.get("population").several == {"people"}
    rows = project.ask("population", commune="dong").to_json("en")
    assert [row["people"] for row in rows] == [[4210], [4300]], "each claim has its own word"


@pytest.mark.parametrize("value", ["'1'^^xsd:boolean", "1e400", "'INF'^^xsd:double", "'NaN'^^xsd:double", "1.0e0"])
def test_odd_numbers_have_a_plain_value_too(asked: Project, value: str) -> None:
    answer = asked.query(f"SELECT ?a {{ VALUES ?a {{ {value} }} }}")
    (row,) = tabulate(asked.store, answer, {}, asked.names).rows
    (cell,) = row.cells
    assert cell is not None
    assert cell.say("en")
    if "boolean" in value:
        assert cell.value is True
