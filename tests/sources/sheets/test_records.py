"""Rows to records, on the village's kinds."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent
from typing import Any

import pytest

from dfgraph.base.errors import SheetError
from dfgraph.sources.schema import Schema
from dfgraph.sources.sheets import SheetEntry, Table, read_mapping, read_table, to_records
from telling import lines

Told = tuple[list[dict[str, Any]], Table]
Read = Callable[..., Told]


@pytest.fixture
def read(village_schema: Schema) -> Read:
    """The records of a CSV text, by a mapping where one is given; and the table with its findings."""

    def make(text: str, mapping: str | None = None, kind: str | None = "pact", path: str = "x.csv") -> Told:
        table = read_table(path, dedent(text).lstrip().encode())
        rules = None
        if mapping is not None:
            rules, findings = read_mapping("map.yaml", dedent(mapping), lambda name: TABLES.get(name))
            table.findings += findings
        return [entry.values for entry in to_records(table, village_schema, kind, rules)], table

    return make


TABLES = {"tables.yaml": "places: {N: commune/nam, D: [commune/dong, commune/tay]}\n", "bad.yaml": "a: [\n"}


@pytest.mark.parametrize(
    "headings",
    [
        "party,signed,text@en,evidence.source,evidence.paragraph",
        "Bên,Ngày ký,Nội dung (tiếng Anh),Nguồn,Đoạn",
        "BEN,ngay ky *,Text,source,Evidence: Paragraph",
        "Party,Signed,text_en,evidence_source,Dẫn chứng: Đoạn",
    ],
)
def test_columns_by_key_or_by_label_in_either_language(read: Read, headings: str) -> None:
    records, table = read(f"{headings}\nĐông; Nam,2018,A market,Báo Làng,5\n")
    assert table.findings == []
    assert records == [
        {
            "kind": "pact",
            "party": ["Đông", "Nam"],
            "signed": "2018",
            "text": {"en": "A market"},
            "evidence": {"source": "Báo Làng", "paragraph": "5"},
        }
    ]


def test_a_label_without_its_language_is_in_the_language_it_is_written_in(read: Read) -> None:
    assert read("Nội dung,Text\nChợ,Market\n")[0][0]["text"] == {"vi": "Chợ", "en": "Market"}
    assert read("text\nChợ\n")[0][0]["text"] == {"vi": "Chợ"}
    assert read("label\nChợ\n", kind="person")[0][0]["label"] == {"vi": "Chợ"}


def test_unknown_doubled_and_missing_headings_at_once(read: Read) -> None:
    _, table = read("partys,party,Bên,\nx,y,z,stray\n")
    assert lines(table.findings) == [
        "sheet/unknown-column x.csv!A1",
        "sheet/duplicate-heading x.csv!C1",
        "sheet/no-heading x.csv!D2",
    ]
    assert "Did you mean party?" in table.findings[0].hint.en


def test_headings_said_again_are_no_rows(read: Read) -> None:
    """A template has its labels in both languages and its keys in three rows."""
    records, table = read("Bỏ qua,Bên,Ngày ký\nSkip,Party,Signed\n#,party,signed\nví dụ,A,1999\n,Đông,2018\n")
    assert [(r["party"], r["signed"]) for r in records] == [("Đông", "2018")]
    assert table.findings == []


def test_only_headings_or_only_the_example(read: Read) -> None:
    assert lines(read("party,signed\n")[1].findings) == ["sheet/no-rows x.csv!1"]
    assert lines(read("#,party\nx,y\n")[1].findings) == ["sheet/no-rows x.csv!1"]


def test_several_values_in_a_cell(read: Read) -> None:
    records, _ = read('party,field,number\n"A; B | C","trade\nculture",a;b | c\n')
    assert records[0]["party"] == ["A", "B", "C"]
    assert records[0]["field"] == ["trade", "culture"]
    assert records[0]["number"] == "a;b | c"  # a field with one value, whatever is in it


def test_kinds_by_column_by_sheet_by_file(read: Read) -> None:
    records, table = read("kind,label@vi,party\nPerson,An,\nThỏa thuận,,Đông\nnobody,,\n", kind=None)
    assert [r["kind"] for r in records] == ["person", "pact", "nobody"]
    assert table.findings == []
    assert read("party\nx\n", kind=None, path="in/Thỏa thuận.csv")[0][0]["kind"] == "pact"
    assert lines(read("party\nx\n", kind=None)[1].findings) == ["sheet/no-kind x.csv!1"]
    with pytest.raises(SheetError, match=r"no kind “pacts”\. The kinds are pact"):
        read("party\nx\n", kind="pacts")


def test_a_source_in_columns_of_its_own(village_schema: Schema) -> None:
    text = "party,source_title,Nguồn: Ngày đăng,evidence.source.alias@en\nĐông,Báo mới,2020,News\n"
    table = read_table("x.csv", text.encode())
    entry = to_records(table, village_schema, "pact")[0]
    assert table.findings == []
    assert entry.source == {"label": {"vi": "Báo mới"}, "published": "2020", "alias": {"en": "News"}}


def test_what_is_odd_about_cells(read: Read) -> None:
    _, table = read("area,label@vi,population\n1.234,=1+1,1.234\n12.34,@x,5\n", kind="commune")
    assert lines(table.findings) == [
        "sheet/formula-looking x.csv!B2",
        "sheet/ambiguous-number x.csv!A2",
        "sheet/formula-looking x.csv!B3",
    ]


def test_every_value_knows_its_cell(village_schema: Schema) -> None:
    table = read_table("x.csv", b"party,text@en,evidence.source\nA; B,T,S\n")
    entry = to_records(table, village_schema, "pact")[0]
    assert isinstance(entry, SheetEntry)
    places = [entry.at("party", 1), entry.at("text", "en"), entry.at("evidence", "source"), entry.at("nothing")]
    assert list(map(str, places)) == ["x.csv!A2", "x.csv!B2", "x.csv!C2", "x.csv!2"]


MAPPED = """
no,Sides,Date,Years,Amount,Unit,Remarks,Name,Checked
1,Tỉnh N / D,2018,,3.2,million,x,Chợ,yes
2,N,,2016-2020,7,,y,Hội,
3,N,2019,,,,z,,
"""


def test_a_mapping(read: Read) -> None:
    records, table = read(
        MAPPED,
        """
        kind: pact
        unless: {no: ["3"]}
        tables: tables.yaml
        columns:
          no: ignore
          Sides: {to: party, split: [" / ", ","], replace: {"^Tỉnh ": ""}, values: places}
          Date: signed
          Years: {to: signed, replace: {"^(....)-(....)$": '\\1/\\2'}}
          Amount: {to: number, times: {by: Unit, values: {million: 1000000}}}
          Unit: ignore
          remarks: {to: field, values: {x: trade, "*": null}}
          Name: [{to: text@vi, when: {Checked: filled}}, {to: text@en, when: {Checked: empty}}]
          Checked: ignore
        fields:
          evidence.source: source/bao-lang
          evidence.paragraph: {constant: 5}
          evidence.speaker: {template: ["{Name|slug}-{Date|year}", "{Name|slug}"]}
        """,
        kind=None,
    )
    assert table.findings == []
    assert records == [
        {
            "kind": "pact",
            "party": ["commune/nam", "commune/dong", "commune/tay"],
            "signed": "2018",
            "number": "3200000",
            "field": "trade",
            "text": {"vi": "Chợ"},
            "evidence": {"source": "source/bao-lang", "paragraph": "5", "speaker": "cho-2018"},
        },
        {
            "kind": "pact",
            "party": "commune/nam",
            "signed": "2016/2020",
            "number": "7",
            "text": {"en": "Hội"},
            "evidence": {"source": "source/bao-lang", "paragraph": "5", "speaker": "hoi"},
        },
    ]


def test_the_faults_of_a_mapping_at_once(read: Read) -> None:
    _, table = read(
        "a,party\nx,y\n",
        """
        kindd: pact
        tables: nowhere.yaml
        columns:
          a: {too: signed}
          party: {to: partty, values: placs, times: many}
          gone: signed
        fields:
          number: {template: "{a|slugg}", replace: {"(": x}}
        """,
    )
    assert lines(table.findings) == [
        "sheet/mapping map.yaml:2:8",
        "sheet/mapping map.yaml:3:9",
        "sheet/mapping map.yaml:5:12",
        "sheet/mapping map.yaml:5:6",
        "sheet/mapping map.yaml:6:45",
        "sheet/mapping map.yaml:6:31",
        "sheet/mapping map.yaml:9:22",
        "sheet/mapping map.yaml:6",
        "sheet/mapping-unused map.yaml",
    ]


@pytest.mark.parametrize(
    ("mapping", "fault"),
    [
        ("a: [", "map.yaml:1"),
        ("[1, 2]", "map.yaml:1:1"),
        ("columns: {a: {to: number, replace: {'(': x}}}", "map.yaml:1:42"),
        ("kind: pact\nkind: pact", "map.yaml:2:1"),
        ("tables: bad.yaml", "bad.yaml:2"),
        ("? [a]\n: b", "map.yaml:1:3"),
    ],
)
def test_broken_mappings(read: Read, mapping: str, fault: str) -> None:
    _, table = read("a\nx\n", mapping)
    assert f"sheet/mapping {fault}" in lines(table.findings)
