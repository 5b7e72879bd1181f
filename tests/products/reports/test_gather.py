from __future__ import annotations

from textwrap import dedent

import pytest

from dfgraph import Project
from dfgraph.base.errors import OntologyError, QueryError
from dfgraph.products.reports import Section
from products.reports.conftest import HEAD, NAMES, PEOPLE, census
from worlds import World


def rows(section: Section) -> list[tuple[str, ...]]:
    """Every row and then every total, in Vietnamese."""
    return [tuple(c.say("vi") if c else "" for c in row.cells) for row in (*section.table.rows, *section.totals)]


def test_every_section_is_answered_in_order(village_report: Project) -> None:
    report = village_report.report("census")
    people, names = report.sections
    assert (report.title.vi, people.title.vi, people.about.vi, names.title.vi) == (
        "Các xã", "Số dân", "Theo sổ xã.", "Tên khác",
    )  # fmt: skip
    assert rows(people) == [("Đông", "4210"), ("Đông", "7230"), ("Nam", "1985"), ("Tây", "3020"), ("Tổng", "16.445")]
    assert [row.cells[1] for row in names.table.rows if row.cells[1]]
    assert [c.source for c in names.table.rows[0].citations] == ["source/so-xa"]


def test_a_limit_holds_for_every_section(village_report: Project) -> None:
    """It may be typed as a name; a total that says the same once more is left out."""
    report = village_report.report("census", commune="xã Nam")
    assert [(name, [c.id for c in cells]) for name, cells in report.limits.items()] == [("commune", ["commune/nam"])]
    people, names = report.sections
    assert (rows(people), people.totals) == ([("Nam", "1985")], ())
    assert {row.cells[0].id for row in names.table.rows if row.cells[0]} == {"commune/nam"}


def test_what_cannot_be_a_limit_is_refused(village_report: Project) -> None:
    with pytest.raises(QueryError, match="There is no “xã Bắc”"):
        village_report.report("census", commune="xã Bắc")
    with pytest.raises(QueryError, match="There is no parameter year"):
        village_report.report("census", year="2019")


def test_as_plain_data(village_report: Project) -> None:
    told = village_report.report("census", commune="commune/nam").to_json("en")
    nam = {"id": "commune/nam", "label": "Nam"}
    people = {"name": "people", "title": "People", "rows": [{"commune": nam, "people": 1985}]}
    assert {k: told[k] for k in ("name", "title", "limits")} == {
        "name": "census", "title": "The communes", "limits": {"commune": [nam]},
    }  # fmt: skip
    assert told["sections"][0] == people
    whole = village_report.report("census").to_json("en")["sections"]
    assert whole[0]["totals"] == [{"commune": None, "people": 16445}]
    assert "totals" not in whole[1]
    assert whole[1]["rows"][0]["citations"]


def test_texts_in_both_languages_are_one_cell(world: World) -> None:
    """Where the header says that a column holds several values."""
    section = """
        # title: {vi: Tên, en: Names}
        # several: [name]
        SELECT ?commune ?name WHERE { VALUES $commune { UNDEF } $commune dfg:code "02" ; skos:prefLabel ?name }
    """
    project = world(census({"report.yaml": HEAD, "names.rq": section}))
    project.build()
    (names,) = project.report("census").sections
    assert [[c.say("vi"), c.say("en")] for row in names.table.rows for c in row.cells[1:] if c] == [["Tây", "Tay"]]


def test_no_answer_is_no_rows(world: World) -> None:
    project = world(census({"report.yaml": HEAD, "people.rq": PEOPLE.replace("dfg:population", "dfg:nothing")}))
    project.build()
    assert rows(project.report("census").sections[0]) == []


def test_a_broken_section_names_its_file(world: World) -> None:
    broken = dedent(NAMES).replace("GRAPH ?claim {", "GRAPH {")
    project = world(census({"report.yaml": HEAD, "names.rq": broken}))
    project.build()
    with pytest.raises(OntologyError, match=r"names\.rq: Broken query"):
        project.report("census")
