from __future__ import annotations

import csv
import io

from answered import TABLE
from dfgraph.base.language import Text
from dfgraph.graph.query import Cell, Column, Row, Table
from dfgraph.products.answers import to_csv


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_things_have_ids_and_numbers_are_plain() -> None:
    assert read(to_csv(TABLE, "vi")) == [
        ["Địa phương", "Địa phương (mã)", "Từ", "Giá trị", "Lĩnh vực", "Lĩnh vực (mã)", "Đến", "Ghi chú"],
        ["Huế", "province/hue", "2009", "5100000000", "", "", "", ""],
        ["Lào", "country/la", "", "60.28", "Huế | Lào", "province/hue | country/la", "",
         "danh sách còn mở, suy ra, tin bên lề, phủ nhận"],
    ]  # fmt: skip


def test_citations_are_more_columns_and_no_more_rows() -> None:
    headings, first, second = read(to_csv(TABLE, "en", cite=True))
    assert headings[-4:] == ["Remarks", "Citations", "Citations (id)", "Citations (address)"]
    assert first[-3:] == [
        "Village News, Làng, 2019-06-18, ¶ 7 | Register",
        "source/news | source/register",
        "https://example.org/a",
    ]
    assert second[-3].split(" | ") == [
        "Village News, Làng, 2019-06-18, ¶ 3 [open list]",
        "Village News, Làng, 2019-06-18, ¶ 9 (Mr An) [inferred]",
        "Village News, Làng, 2019-06-18, ¶ 9 [teaser, disputes]",
    ]


def test_what_is_not_cited_has_no_remarks() -> None:
    table = Table(TABLE.columns[:1], (Row((None,), ()),), cited=False)
    assert read(to_csv(table, "en", cite=True)) == [["Place"], [""]]


def test_a_label_that_is_a_formula_is_text_and_a_negative_number_a_number() -> None:
    cells = (Cell("", Text("=1+1", "=1+1"), "=1+1"), Cell("", Text("-5,5", "-5.5"), -5.5), Cell("", Text("", ""), 1e-7))
    table = Table(tuple(Column(n, Text(n, n)) for n in "abc"), (Row(cells, ()),), cited=False)
    assert read(to_csv(table, "vi"))[1] == ["'=1+1", "-5.5", "0.0000001"]


def test_the_same_table_gives_the_same_bytes() -> None:
    assert to_csv(TABLE, "vi", cite=True) == to_csv(TABLE, "vi", cite=True)
