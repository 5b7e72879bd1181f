from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from openpyxl import load_workbook

from dfgraph.sources.schema import Schema
from dfgraph.sources.sheets import marked, read_table, to_records

MakeBook = Callable[..., bytes]
RED, YELLOW = "00FFC7CE", "00FFEB9C"


def test_bad_cells_are_coloured_and_explained_in_both_languages(xlsx: MakeBook, village_schema: Schema) -> None:
    """The workbook keeps its looks; a cell that looks like a formula stays text."""

    def shape(sheet: Any) -> None:
        sheet.merge_cells("A3:B3")
        sheet.column_dimensions["A"].width = 42
        sheet["B2"].value, sheet["B2"].data_type = "=1+1", "s"

    data = xlsx([["partys", "text@vi"], ["x", "y"], ["u", ""]], shape)
    table = read_table("x.xlsx", data)
    to_records(table, village_schema, "pact")
    sheet = load_workbook(io.BytesIO(marked(table, data, table.findings)))["Pact"]
    assert {c.coordinate: c.fill.start_color.rgb for row in sheet for c in row if c.comment} == {"A1": RED, "A3": RED}
    assert sheet["A1"].comment.text.splitlines()[1].startswith("There is no field called “partys”. Did you mean party?")
    assert sheet["A1"].comment.text.startswith("Không có trường nào tên «partys».")
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=1+1", "s")
    assert sheet.column_dimensions["A"].width == 42


def test_any_other_file_becomes_a_workbook_with_the_same_cells(village_schema: Schema) -> None:
    data = "Bên,Ngày ký\nparty,signed\n\nĐông,=x\n".encode()
    table = read_table("x.csv", data)
    to_records(table, village_schema, "pact")
    at = table.at(4, 2)
    from dfgraph.sources.sheets import faults

    sheet = load_workbook(io.BytesIO(marked(table, data, [faults.CELL_ERROR.at(at, value="x")]))).active
    assert sheet is not None
    assert [[c.value for c in row] for row in sheet] == [
        ["Bên", "Ngày ký"],
        ["party", "signed"],
        [None] * 2,
        ["Đông", "=x"],
    ]
    assert sheet["B4"].fill.start_color.rgb == RED


def test_lines_of_json_stand_below_their_keys(village_schema: Schema) -> None:
    data = b'{"party": "x", "odd": 1}\n{"odd": 2}\n'
    table = read_table("x.jsonl", data)
    to_records(table, village_schema, "pact")
    sheet = load_workbook(io.BytesIO(marked(table, data, table.findings))).active
    assert sheet is not None
    assert [[c.value for c in row] for row in sheet] == [["party", "odd"], ["x", "1"], [None, "2"]]
    assert [c.coordinate for row in sheet for c in row if c.comment] == ["B1"]
