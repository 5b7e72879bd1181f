"""What a reader asks of the shipped project, and what it must answer."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from typing import Any

import pytest

from dfgraph import Project
from dfgraph.base.query_files import read_query_files
from dfgraph.cli.main import run
from worlds import ROOT as ROOT
from worlds import shipped as shipped

ARTICLE = "source/doi-ngoai-dia-phuong-2019"
QUANG_NINH = {
    "locality/jp-shizuoka": "country/jp",
    "locality/kr-gangwon": "country/kr",
    "locality/kr-jeju": "country/kr",
    "locality/la-houaphan": "country/la",
    "locality/la-luang-prabang": "country/la",
    "locality/la-xayaburi": "country/la",
    "locality/us-san-diego": "country/us",
    "locality/us-san-francisco": "country/us",
}
DA_NANG = {
    "locality/jp-kawasaki": "country/jp",
    "locality/jp-kisarazu": "country/jp",
    "locality/jp-sakai": "country/jp",
    "locality/jp-yokohama": "country/jp",
    "locality/la-attapeu": "country/la",
    "locality/la-champasak": "country/la",
    "locality/la-salavan": "country/la",
    "locality/la-savannakhet": "country/la",
    "locality/la-sekong": "country/la",
}


class Shell:
    """The command line in this process, on the shipped project."""

    def __init__(self, project: Project, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = str(project.places.root)
        self.capsys = capsys

    def __call__(self, *arguments: str) -> str:
        """The output of one command, which must succeed."""
        code = run([*arguments, "--project", self.folder])
        captured = self.capsys.readouterr()
        assert code == 0, captured.err
        return captured.out


@pytest.fixture
def shell(shipped: Project, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(shipped, capsys)


def partners(shell: Shell, place: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(shell("ask", "partners-of", "--place", place, "--json", "--lang", "en"))
    return rows


def places(row: dict[str, Any]) -> set[tuple[str, int | None]]:
    """Source and paragraph of each citation of a row."""
    return {(c["source"], c.get("paragraph")) for c in row["citations"]}


def test_the_eight_partners_of_quang_ninh_each_with_its_country_and_citation(shell: Shell) -> None:
    """One article lists eight, in one paragraph; other sources may tell more of them, and of others."""
    rows = {row["partner"]["id"]: row for row in partners(shell, "quang-ninh")}
    assert {id_: rows[id_]["country"]["id"] for id_ in QUANG_NINH} == QUANG_NINH
    listed = {id_ for id_, row in rows.items() if (ARTICLE, 20) in places(row)}
    assert listed == set(QUANG_NINH)
    assert all(row["citations"] for row in rows.values())


@pytest.mark.parametrize(
    "spelling",
    [
        "da-nang",
        "province/da-nang",
        "Đà Nẵng",
        "DA NANG",
        "đà nẵng",
        unicodedata.normalize("NFD", "Đà Nẵng"),
        "thành phố Đà Nẵng",
        "  Đà   Nẵng ",
        "Danang",
    ],
)
def test_the_nine_partners_of_da_nang_however_it_is_spelled(shell: Shell, spelling: str) -> None:
    rows = partners(shell, spelling)
    listed = [row for row in rows if places(row) & {(ARTICLE, 10), (ARTICLE, 11)}]
    assert {row["partner"]["id"]: row["country"]["id"] for row in listed} == DA_NANG


def test_labels_come_in_the_language_of_the_reader(shell: Shell) -> None:
    rows = json.loads(shell("ask", "partners-of", "--place", "quang-ninh", "--json", "--lang", "vi"))
    assert {row["country"]["label"] for row in rows} >= {"Lào", "Nhật Bản", "Hàn Quốc", "Hoa Kỳ"}


def test_every_partnership_is_stated_in_a_claim_with_a_primary_source(shell: Shell, shipped: Project) -> None:
    query = "SELECT ?g ?src WHERE { GRAPH ?g { ?p a dfg:Partnership } ?g prov:hadPrimarySource ?src }"
    header, *rows = csv.reader(io.StringIO(shell("query", query, "--format", "csv"), newline=""))
    assert header == ["g", "src"]
    assert len(rows) >= 21
    claims = {str(c)[1:-1] for (c,) in shipped.store.rows("SELECT ?c { ?c a dfg:Claim }")}
    assert {g for g, _ in rows} <= claims
    assert f"https://w3id.org/dfgraph/id/{ARTICLE}" in {src for _, src in rows}


def test_counts_are_of_facts_not_of_claims(shell: Shell, shipped: Project) -> None:
    """Two sources that say the same make one triple of the default graph."""
    told_twice = shipped.store.rows("""
        SELECT ?s ?p ?o (COUNT(DISTINCT ?g) AS ?n)
        WHERE { GRAPH ?g { ?s ?p ?o } ?g a dfg:Claim } GROUP BY ?s ?p ?o HAVING (COUNT(DISTINCT ?g) > 1)
    """)
    assert told_twice
    partnerships = shell("query", "SELECT (COUNT(?p) AS ?n) { ?p a dfg:Partnership }", "--format", "csv")
    distinct = shell("query", "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p a dfg:Partnership }", "--format", "csv")
    assert partnerships == distinct


GIVEN: dict[str, dict[str, str]] = {
    "achievements": {},
    "activities": {"since": "2018", "until": "2018"},
    "agreements": {},
    "agreements-of": {"place": "da-nang"},
    "answers-to-limitations": {},
    "bare-partnerships": {},
    "budgets": {},
    "career": {"person": "Bùi Thanh Sơn"},
    "chain-ends": {},
    "citations": {"thing": "province/da-nang"},
    "commitments": {},
    "comparable-figures": {"indicator": "agreements-signed", "place": "Việt Nam"},
    "conference-tasks": {"series": "Hội nghị Ngoại vụ toàn quốc"},
    "conferences": {},
    "contested": {},
    "corroborated": {},
    "corroborated-figures": {},
    "documents": {"issuer": "Bộ Chính trị", "since": "2014", "until": "2015"},
    "documents-at": {"activity": "conference/hoi-nghi-ngoai-giao-29"},
    "done-at": {"activity": "conference/hoi-nghi-ngoai-vu-21"},
    "dossiers": {},
    "figures": {"place": "Quảng Ninh"},
    "figures-of-source": {"source": ARTICLE},
    "foundations": {"thing": "document/177-2025-nd-cp"},
    "idle-tasks": {},
    "implementing": {"document": "70-2020-qh14"},
    "in-field": {"field": "Giáo dục"},
    "incomplete-documents": {},
    "inferred": {},
    "inherited": {},
    "issued-by": {"agent": "Quốc hội"},
    "laid-down": {"origin": "conference/hoi-nghi-ngoai-vu-19"},
    "lessons": {"source": "source/ngoai-vu-21-bao-cao-2023"},
    "limitations": {"year": "2018"},
    "national-agreements": {},
    "not-stated": {"thing": "agreement/da-nang--nam-trung-lao--ban-ghi-nho"},
    "office-holders": {"organisation": "Bộ Ngoại giao"},
    "office-holders-on": {"day": "2018-08-12"},
    "open-lists": {},
    "other-passages": {},
    "partners-of": {"place": "Yên Bái"},
    "parts-of": {"activity": "conference/hoi-nghi-ngoai-vu-21"},
    "parts-of-figures": {},
    "places-in-field": {"field": "Du lịch"},
    "places-tied-to-country": {"country": "Lào"},
    "post-holders": {"post": "post/bo-truong-bo-ngoai-giao"},
    "programmes": {},
    "quiet-agreements": {},
    "recommendations": {},
    "recurring-fields": {},
    "recurring-limitations": {"year": "2018", "later_year": "2023"},
    "reported-at": {"activity": "Đại hội đại biểu toàn quốc lần thứ XII của Đảng"},
    "said-by": {"speaker": "Bùi Thanh Sơn"},
    "shared-partners": {},
    "single-source": {"source": ARTICLE},
    "situations": {},
    "source-says": {"source": ARTICLE},
    "sources": {},
    "speakers": {},
    "stated-changes": {},
    "successor-of": {"place": "Yên Bái"},
    "sums": {},
    "taking-part": {"activity": "conference/hoi-nghi-ngoai-vu-19"},
    "tasks-by-field": {"field": "Công tác lãnh sự"},
    "tasks-of": {"agent": "organisation/cac-dia-phuong"},
    "unanswered-limitations": {},
    "undated-agreements": {"place": "Đà Nẵng"},
    "undated-figures": {},
    "viewpoints": {},
    "withdrawn": {},
}
"""For each named question parameters that the shipped facts speak of."""
UNANSWERED = ("budgets", "shared-partners", "withdrawn")
"""Questions to which the shipped facts hold no answer."""
UNCITED = ("not-stated", "sources", "speakers")
"""Questions whose rows are counts or gaps, which no claim states."""


@pytest.mark.parametrize("question", [file.name for file in read_query_files(ROOT / "ontology" / "queries")])
def test_every_named_question_answers(shell: Shell, question: str) -> None:
    options = [part for name, value in GIVEN[question].items() for part in (f"--{name.replace('_', '-')}", value)]
    rows = json.loads(shell("ask", question, *options, "--json", "--lang", "vi"))
    assert rows or question in UNANSWERED
    cited = [row for row in rows if row.get("citations")]
    assert cited or question in (*UNANSWERED, *UNCITED)
    assert {c["source"].partition("/")[0] for row in cited for c in row["citations"]} <= {"source"}


def test_the_main_tasks_of_three_conferences(shell: Shell) -> None:
    """Five of 2016, four of 2018, six of 2023; of the 20th conference the sources tell one, without a number."""
    rows = json.loads(shell("ask", "conference-tasks", "--series", "series/hoi-nghi-ngoai-vu-toan-quoc", "--json"))
    numbers: dict[str, list[int | None]] = {}
    for row in rows:
        numbers.setdefault(row["conference"]["id"].rpartition("-")[2], []).append(row["number"])
    assert numbers == {"18": [1, 2, 3, 4, 5], "19": [1, 2, 3, 4], "20": [None], "21": [1, 2, 3, 4, 5, 6]}
    assert all(row["citations"] for row in rows)


def test_what_three_counts_of_agreements_count_and_why_they_do_not_compare(shell: Shell) -> None:
    """420 up to 2018, 422 up to 2023, 232 without a date: two rules of counting, and no period that a source states."""
    given = ("--indicator", "agreements-signed", "--place", "country/vn", "--json", "--lang", "en")
    rows = json.loads(shell("ask", "comparable-figures", *given))
    told = {(row["aValue"], row["bValue"]): row for row in rows}
    verdicts = {pair: {v["id"].partition("/")[2] for v in row["verdict"]} for pair, row in told.items()}
    assert verdicts == {
        (420, 422): {"period-not-stated", "different-length"},
        (420, 232): {"period-not-stated", "different-measure", "counting-not-stated"},
        (422, 232): {"period-not-stated", "different-measure", "counting-not-stated"},
    }
    assert told[420, 422]["aRule"] == told[420, 422]["bRule"]
    assert all(len(row[side]) == 1 for row in rows for side in ("aCounts", "bCounts"))
    assert all(len({c["source"] for c in row["citations"]}) >= 2 for row in rows)


def test_two_limitations_of_2018_were_still_there_in_2023(shell: Shell) -> None:
    given = ("--year", "2018", "--later-year", "2023", "--json", "--lang", "en")
    rows = json.loads(shell("ask", "recurring-limitations", *given))
    assert {row["limitation"]["id"] for row in rows} == {
        "limitation/doan-ra-chua-thiet-thuc-2018",
        "limitation/thoa-thuan-ky-chua-cu-the-hoa-2018",
    }
    assert "limitation/ky-xong-de-do-2023" in {row["again"]["id"] for row in rows}
    assert all(len({c["source"] for c in row["citations"]}) == 2 for row in rows)


def test_every_thing_of_the_shipped_facts_can_be_shown(shipped: Project) -> None:
    """One of each kind: its label, its kind, and a source for something that is said of it."""
    rows = shipped.store.rows("""
        SELECT ?kind (MIN(STR(?thing)) AS ?one) WHERE {
          ?claim dfg:about ?thing . GRAPH ?claim { ?thing a ?kind }
        } GROUP BY ?kind ORDER BY ?kind
    """)
    assert len(rows) > 15
    for kind, one in rows:
        id_ = str(getattr(one, "value", "")).removeprefix("https://w3id.org/dfgraph/id/")
        shown = shipped.show(id_)
        assert shown.id == id_
        assert shown.kind_id == str(kind)[1:-1], id_
        assert any(s.citations for s in shown.statements), id_


def test_the_shipped_project_has_no_errors(shipped: Project) -> None:
    assert [f for f in shipped.check().findings if f.severity.name == "ERROR"] == []
