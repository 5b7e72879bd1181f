"""Blank sheets: what a person sees, and that what is filled in comes back."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from dfgraph.base.language import LANGUAGES, Language
from dfgraph.sources.facts import Entry, read_book
from dfgraph.sources.facts.yaml_files import read_yaml
from dfgraph.sources.schema import Schema, ValueType, read_ontology
from dfgraph.sources.sheets import read_table, to_records
from dfgraph.sources.sheets.xlsx_files import EXPLAINED
from dfgraph.sources.templates import blank_sheet, to_csv_sheet, to_xlsx
from dfgraph.sources.templates.workbook import FIRST
from dfgraph.sources.writing import record_text
from worlds import VILLAGE

VILLAGE_SCHEMA = read_ontology(VILLAGE / "ontology").schema


def entries() -> list[Entry]:
    return read_book(VILLAGE / "data", VILLAGE).entries


def workbook(schema: Schema, kind: str, language: Language = "vi", known: Any = ()) -> Workbook:
    sheet = blank_sheet(schema, schema.kinds[kind], language, known)
    return load_workbook(io.BytesIO(to_xlsx(sheet, language)))


def columns(sheet: Any) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in sheet[3]}


def test_headings_in_two_languages_with_help_on_them() -> None:
    sheet = workbook(VILLAGE_SCHEMA, "pact").worksheets[0]
    assert sheet.title == "Thỏa thuận"
    at = columns(sheet)
    assert list(at)[:8] == ["#", "id", "label@vi", "label@en", "alias@vi", "alias@en", "party", "signed"]
    assert list(at)[-3:] == ["evidence.source.label@vi", "evidence.source.label@en", "evidence.source.published"]
    assert (sheet.cell(1, at["party"]).value, sheet.cell(2, at["party"]).value) == ("Bên *", "Party")
    assert "Tên chính." in sheet.cell(1, at["label@vi"]).comment.text
    assert "The main name." in sheet.cell(1, at["label@vi"]).comment.text
    assert sheet.row_dimensions[3].hidden
    assert sheet.freeze_panes == "C4"


def test_typed_columns_and_drop_downs() -> None:
    book = workbook(VILLAGE_SCHEMA, "commune", "en")
    sheet, at = book.worksheets[0], columns(book.worksheets[0])
    letters = {name: sheet.cell(1, n).column_letter for name, n in at.items()}
    text = {n for n in at if sheet.column_dimensions[letters[n]].number_format == "@"}
    assert set(at) - text == {"population", "area", "evidence.paragraph", "evidence.page"}
    lists = {str(v.sqref).split(":")[0]: v for v in sheet.data_validations.dataValidation}
    border = lists[f"{letters['border']}{FIRST}"]
    assert border.formula1 == "lists!$A$1:$A$2"
    assert [cell.value for cell in book["lists"]["A"]] == ["yes", "no"]
    assert book["lists"].sheet_state == "hidden"
    assert border.showErrorMessage


def test_a_field_with_many_values_takes_more_than_the_list_offers() -> None:
    sheet = workbook(VILLAGE_SCHEMA, "pact").worksheets[0]
    assert [v.showErrorMessage for v in sheet.data_validations.dataValidation] == [False]


def test_the_example_is_a_real_record_and_is_not_imported() -> None:
    blank = blank_sheet(VILLAGE_SCHEMA, VILLAGE_SCHEMA.kinds["pact"], "vi", entries())
    shown = {b.column.name: b.example for b in blank.columns if b.example}
    assert shown == {
        "#": "ví dụ", "party": "Đông; xã Nam", "signed": "2018-03", "field": "Thương mại; Văn hóa",
        "text@vi": "Hợp tác mở chợ phiên.", "text@en": "A joint market.", "evidence.source": "Báo Làng",
        "evidence.paragraph": "5",
    }  # fmt: skip
    for data, path in ((to_xlsx(blank, "vi"), "x.xlsx"), (to_csv_sheet(blank, "vi"), "pact.csv")):
        table = read_table(path, data)
        assert to_records(table, VILLAGE_SCHEMA) == []
        assert [f.code for f in table.findings] == ["sheet/no-rows"]


def test_an_example_where_there_are_no_facts_yet() -> None:
    blank = blank_sheet(VILLAGE_SCHEMA, VILLAGE_SCHEMA.kinds["pact"], "en")
    shown = {b.column.name: b.example for b in blank.columns if b.example}
    assert (shown["#"], shown["signed"], shown["field"]) == ("example", "2019-06", "Trade")


def test_the_second_sheet_explains_every_column_in_both_languages() -> None:
    for language in LANGUAGES:
        book = workbook(VILLAGE_SCHEMA, "pact", language)
        told = {str(row[1].value): row for row in book[EXPLAINED.say(language)].iter_rows() if row[1].value}
        assert set(told) - {"Khóa\nKey"} == set(columns(book.worksheets[0]))
        assert told["party"][0].value == "Bên\nParty"
        assert "Văn hóa" in str(told["field"][4].value)
        assert "Culture" in str(told["field"][4].value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_sheet_that_is_read_back_without_a_fault(schema: Schema, language: Language) -> None:
    for kind in schema.kinds.values():
        blank = blank_sheet(schema, kind, language)
        table = read_table("x.xlsx", to_xlsx(blank, language))
        assert to_records(table, schema) == []
        assert [f.code for f in table.findings] == ["sheet/no-rows"], (kind.key, table.findings)


def text(alphabet: str = 'aăâđêơưẵệ ĐỔI=+-@"#;:,.{}[]&<>\n0129') -> st.SearchStrategy[str]:
    kept = st.text(alphabet, min_size=1, max_size=20).map(str.strip)
    return kept.filter(lambda s: s not in ("", "null", "Null", "NULL", "~"))


VALUES = {
    ValueType.TEXT: text(),
    ValueType.STRING: text(),
    ValueType.INTEGER: st.integers(-(10**9), 10**9).map(str),
    ValueType.DECIMAL: st.decimals(-1000, 1000, places=2).map(lambda d: f"{d.normalize():f}"),
    ValueType.BOOLEAN: st.sampled_from(["true", "false"]),
    ValueType.DATE: st.dates().map(str),
    ValueType.ADDRESS: st.just("https://example.org/a?b=c"),
    ValueType.IRI: st.just("https://example.org/d"),
    ValueType.TIME: st.sampled_from(["2019", "2019-06", "2019-06-18", "2016/2020", "2019/..", "0987"]),
    ValueType.REFERENCE: st.sampled_from(["commune/dong", "Đông", "0123", "trade"]),
}


@st.composite
def filled(draw: st.DrawFn) -> tuple[str, list[dict[str, str]]]:
    """A kind, and rows for its sheet by the names of their columns."""
    kind = draw(st.sampled_from(["pact", "commune", "visit"]))
    made = blank_sheet(VILLAGE_SCHEMA, VILLAGE_SCHEMA.kinds[kind], "vi").columns
    fields = {b.column.name: b.column.field for b in made if b.column.field and "source." not in b.column.name}
    row = st.fixed_dictionaries({}, optional={n: VALUES[f.type] for n, f in fields.items()}).filter(bool)
    return kind, draw(st.lists(row, min_size=1, max_size=3))


def nested(kind: str, row: dict[str, str]) -> dict[str, Any]:
    """The record that a row should make."""
    record: dict[str, Any] = {"kind": kind}
    for name, value in row.items():
        path, _, language = name.partition("@")
        *outer, last = [*path.split("."), *([language] if language else [])]
        inner = record
        for key in outer:
            inner = inner.setdefault(key, {})
        inner[last] = value
    return record


def as_a_number(value: str) -> Any:
    """What a spreadsheet makes of a plain whole number that a person types."""
    return int(value) if value.lstrip("-").isdigit() and str(int(value)) == value else value


@settings(max_examples=40)
@given(filled(), st.sampled_from(["xlsx", "csv"]))
def test_what_is_filled_in_comes_back(made: tuple[str, list[dict[str, str]]], form: str) -> None:
    """Template, filled in, read, written as facts, read again: the same records."""
    kind, rows = made
    blank = blank_sheet(VILLAGE_SCHEMA, VILLAGE_SCHEMA.kinds[kind], "vi")
    if form == "xlsx":
        book = load_workbook(io.BytesIO(to_xlsx(blank, "vi")))
        sheet = book.worksheets[0]
        at = columns(sheet)
        for number, row in enumerate(rows):
            for name, value in row.items():
                cell = sheet.cell(FIRST + number, at[name])
                cell.value = as_a_number(value)
                cell.data_type = "n" if isinstance(cell.value, int) else "s"
        buffer = io.BytesIO()
        book.save(buffer)
        data = buffer.getvalue()
    else:
        import csv

        told = io.StringIO(newline="")
        writer = csv.writer(told)
        for row in rows:
            writer.writerow([row.get(b.column.name, "") for b in blank.columns])
        data = to_csv_sheet(blank, "vi") + told.getvalue().encode()
    records = [e.values for e in to_records(read_table(f"x.{form}", data), VILLAGE_SCHEMA, kind)]
    wanted = [nested(kind, row) for row in rows]
    assert [flat(r) for r in records] == [flat(w) for w in wanted]
    again = read_yaml("", "".join(record_text(r) for r in records))[0]
    assert [e.values for e in again] == records


def flat(record: dict[str, Any], before: str = "") -> dict[str, str]:
    """A record by paths, with the parts of a value put together as they were typed."""
    found: dict[str, str] = {}
    for key, value in record.items():
        if isinstance(value, dict):
            found.update(flat(value, f"{before}{key}."))
        else:
            parts = value if isinstance(value, list) else value.split(";")
            found[before + key] = ";".join(part.strip() for text in parts for part in text.split("\n"))
    return {name: value.replace("\n", ";") for name, value in found.items()}
