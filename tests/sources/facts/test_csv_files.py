from __future__ import annotations

import csv
import io
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.base.findings import Location, Severity
from dfgraph.sources.facts.csv_files import SEPARATOR, read_csv
from telling import lines

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).filter(
    lambda cell: SEPARATOR not in cell and (not cell or bool(cell.strip()))
)
HEADINGS = st.lists(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), min_size=1, max_size=6, unique=True)


def read(text: str) -> list[dict[str, Any]]:
    """The values of the records of a sound text."""
    entries, findings = read_csv("a.csv", dedent(text).removeprefix("\n"))
    assert lines(findings) == []
    return [e.values for e in entries]


def test_a_row_is_a_record_and_an_empty_cell_states_nothing() -> None:
    assert read("""
        kind,id,population,since
        commune,commune/a,4210,
        commune,commune/b,,2019-06
        ,,,

        "commune","commune/c","say ""c"" twice","a
        b"
    """) == [
        {"kind": "commune", "id": "commune/a", "population": "4210"},
        {"kind": "commune", "id": "commune/b", "since": "2019-06"},
        {"kind": "commune", "id": "commune/c", "population": 'say "c" twice', "since": "a\nb"},
    ]  # fmt: skip


def test_headings_say_language_and_evidence() -> None:
    assert read("""
        kind, label@vi ,label@en,evidence.source,evidence.page,evidence.because@vi,evidence.because@en
        pact,Chợ,Market,source/a,3,vì,for
        pact,,Fair,source/a,,,
    """) == [
        {"kind": "pact", "label": {"vi": "Chợ", "en": "Market"},
         "evidence": {"source": "source/a", "page": "3", "because": {"vi": "vì", "en": "for"}}},
        {"kind": "pact", "label": {"en": "Fair"}, "evidence": {"source": "source/a"}},
    ]  # fmt: skip


def test_a_cell_may_hold_several_values() -> None:
    assert read("""
        kind,party,alias@vi
        pact,commune/a | commune/b ,một |hai|ba
        pact,commune/a|commune/b,
    """) == [
        {"kind": "pact", "party": ["commune/a", "commune/b"], "alias": {"vi": "một |hai|ba"}},
        {"kind": "pact", "party": "commune/a|commune/b"},
    ]  # fmt: skip


def test_blank_cells_and_blank_parts_of_a_cell_state_nothing_either() -> None:
    assert read("""
        kind,alias@vi,code
        commune,một |  | hai,  
    """) == [{"kind": "commune", "alias": {"vi": ["một", "hai"]}}]  # noqa: W291


@pytest.mark.parametrize("text", ["", "kind,id\n", "kind,id\n\n\n"])
def test_a_file_may_be_empty(text: str) -> None:
    assert read(text) == []


def test_a_place_is_the_line_where_the_row_starts_and_the_number_of_the_cell() -> None:
    text = 'kind,label@vi,evidence.source\r\ncommune,"a\r\nb",source/a\r\n\r\ncommune,c,source/a\r\n'
    entries, _ = read_csv("a.csv", text)
    assert [str(e.at()) for e in entries] == ["a.csv:2", "a.csv:5"]
    assert [str(entries[1].at(*k)) for k in (("kind",), ("label",), ("label", "vi"), ("evidence", "source"))] == [
        "a.csv:5:1", "a.csv:5:2", "a.csv:5:2", "a.csv:5:3",
    ]  # fmt: skip
    assert str(entries[1].at("absent")) == "a.csv:5"


@pytest.mark.parametrize(
    ("row", "why"),
    [("commune,commune/a", "2 cells instead of 3"), ("commune,commune/a,Xã A, huyện B", "4 cells instead of 3")],
)
def test_a_row_has_as_many_cells_as_the_heading(row: str, why: str) -> None:
    entries, (finding,) = read_csv("a.csv", f"kind,id,label\n{row}\ncommune,commune/b,B\n")
    assert lines([finding]) == ["facts/broken-csv a.csv:2"]
    assert (finding.severity, finding.message.en) == (Severity.ERROR, f"Broken CSV: {why}.")
    assert finding.message.vi == f"CSV hỏng: {why.replace('cells instead of', 'ô thay vì')}.".replace(
        "hỏng: ", "hỏng: có "
    )
    assert [e.values["id"] for e in entries] == ["commune/b"]


def test_a_quote_that_is_never_closed_is_named_by_the_line_that_opens_it() -> None:
    entries, findings = read_csv("a.csv", 'kind,id\npact,pact/a\npact,"pact/b\npact,pact/c\npact,pact/d\n')
    assert lines(findings) == ["facts/broken-csv a.csv:3"]
    assert [e.values["id"] for e in entries] == ["pact/a"]


def test_a_quote_in_the_middle_of_a_cell_is_named_by_its_line() -> None:
    entries, findings = read_csv("a.csv", 'kind,id\npact,pact/a\npact,"pact"/b\npact,pact/c\n')
    assert lines(findings) == ["facts/broken-csv a.csv:3"]
    assert [e.values["id"] for e in entries] == ["pact/a"]


@pytest.mark.parametrize("header", ["kind,id,kind", "kind,label@vi,label@vi", "kind,evidence.page,evidence.page"])
def test_a_heading_is_written_once(header: str) -> None:
    assert lines(read_csv("a.csv", f"{header}\n")[1]) == ["facts/duplicate-key a.csv:1:3"]


@pytest.mark.parametrize("header", ["label,label@vi", "label@vi,label", "evidence,evidence.page"])
def test_a_heading_cannot_be_a_value_and_have_parts(header: str) -> None:
    entries, findings = read_csv("a.csv", f"{header}\na,b\n")
    assert [f.location for f in findings if f.severity is Severity.ERROR] == [Location("a.csv", 1, 2)]
    assert all(e.at("label") for e in entries)


def test_a_heading_that_starts_with_a_dot_breaks_nothing() -> None:
    entries, findings = read_csv("a.csv", "kind,.page\npact,3\n")
    assert lines(findings) == ["facts/broken-csv a.csv:1:2"]
    assert entries == []


@given(HEADINGS.flatmap(lambda h: st.tuples(st.just(h), st.lists(st.lists(CELLS, min_size=len(h), max_size=len(h))))))
def test_what_another_program_writes_as_csv_is_read_as_the_same_texts(table: tuple[list[str], list[list[str]]]) -> None:
    header, rows = table
    file = io.StringIO(newline="")
    csv.writer(file).writerows([header, *rows])
    records = [{h: c for h, c in zip(header, row, strict=True) if c} for row in rows]
    assert read(file.getvalue()) == [r for r in records if r]


@given(st.lists(st.text('aĐ,"\n\r', max_size=5).filter(bool), min_size=1))
def test_every_row_starts_at_the_line_that_its_place_says(cells: list[str]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([["kind", "note"], *(["pact", cell] for cell in cells)])
    written = file.getvalue().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    entries, findings = read_csv("a.csv", file.getvalue())
    assert findings == []
    assert len(entries) == len(cells)
    assert all(written[e.line - 1].startswith("pact,") for e in entries)
