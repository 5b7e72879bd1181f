from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.protection import WorkbookProtection

from dfgraph.base.errors import SheetError
from dfgraph.sources.sheets import Table, packages, read_table, table
from telling import lines, spoken

MakeBook = Callable[..., bytes]


def read(data: bytes, sheet: str | None = None, path: str = "x.xlsx") -> Table:
    return read_table(path, data, sheet)


def said(data: bytes, path: str = "x.xlsx") -> list[list[Any]]:
    return [list(row.cells.values()) for row in read(data, path=path).rows]


def refusal(data: bytes, path: str = "x.xlsx") -> str:
    with pytest.raises(SheetError) as caught:
        read(data, path=path)
    spoken(caught.value.message)
    assert caught.value.message.en.startswith(f"{path}: ")
    return str(caught.value)


def test_cells_are_text_as_the_person_sees_it(xlsx: MakeBook) -> None:
    cells = ["Đà Nẵng", 2019, 60.28, 1e21, 2019.0, True, "0123", "  x \r\n y ", date(2019, 6, 18)]
    got = read(xlsx([[f"h{n}" for n in range(9)], cells]))
    assert list(got.rows[0].cells.values()) == [
        "Đà Nẵng", "2019", "60.28", "1000000000000000000000", "2019", "true", "0123", "x \n y", "2019-06-18",
    ]  # fmt: skip
    assert got.columns[1] == "h0"
    assert got.findings == []
    assert str(got.at(2, 3)) == "x.xlsx!Pact!C2"


def test_a_date_has_the_precision_that_its_cell_shows(xlsx: MakeBook) -> None:
    """A spreadsheet turns what a person types as 6/2019 into the first of June."""

    def shape(sheet: Any) -> None:
        for row, form in enumerate(("mmm-yy", 'yyyy "năm"', "dd/mm/yyyy", '[$-42A]d "tháng" m'), start=2):
            sheet.cell(row, 1).number_format = form

    got = read(xlsx([["signed"], *[[datetime(2019, 6, 1)]] * 4], shape))
    assert [row.cells[1] for row in got.rows] == ["2019-06", "2019", "2019-06-01", "2019-06-01"]
    assert lines(got.findings) == ["sheet/date-precision x.xlsx!Pact!A2", "sheet/date-precision x.xlsx!Pact!A3"]


def test_dates_of_the_1904_system(xlsx: MakeBook) -> None:
    def shape(sheet: Any) -> None:
        sheet.parent.epoch = CALENDAR_MAC_1904

    assert said(xlsx([["signed"], [date(2019, 6, 18)]], shape)) == [["2019-06-18"]]


def test_days_before_1900_are_text_or_a_fault(xlsx: MakeBook) -> None:
    def shape(sheet: Any) -> None:
        sheet["A3"].number_format = sheet["A4"].number_format = "yyyy-mm-dd"

    got = read(xlsx([["signed"], ["1887-05-17"], [-5], [3_000_000]], shape))
    assert got.rows[0].cells[1] == "1887-05-17"
    assert lines(got.findings) == ["sheet/bad-date x.xlsx!Pact!A3", "sheet/cell-error x.xlsx!Pact!A4"]


def test_a_time_of_day_is_not_dropped(xlsx: MakeBook) -> None:
    assert said(xlsx([["signed"], [datetime(2019, 6, 18, 14, 30)]])) == [["2019-06-18 14:30:00"]]


def test_what_looks_like_a_formula_is_text(xlsx: MakeBook) -> None:
    def shape(sheet: Any) -> None:
        sheet["A2"].value, sheet["A2"].data_type = "=1+1", "s"

    got = read(xlsx([["text"], ["x"]], shape))
    assert (got.rows[0].cells[1], got.findings) == ("=1+1", [])


def test_a_formula_gives_its_result_or_a_fault(xlsx: MakeBook) -> None:
    data = xlsx([["a", "b"], ["=1+1", "=2+2"]])
    with_result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(with_result, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part.endswith("sheet1.xml"):
                content = content.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>").replace(
                    b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>"
                )
                assert b"<v>2</v>" in content
            new.writestr(part, content)
    got = read(with_result.getvalue())
    assert [row.cells for row in got.rows] == [{1: "2"}]
    assert lines(got.findings) == ["sheet/formula x.xlsx!Pact!A2", "sheet/formula-without-value x.xlsx!Pact!B2"]


def test_errors_and_percentages_are_faults(xlsx: MakeBook) -> None:
    def shape(sheet: Any) -> None:
        sheet["A2"].value, sheet["A2"].data_type = "#REF!", "e"
        sheet["B2"].number_format = "0.0%"

    got = read(xlsx([["a", "b"], ["x", 0.067]], shape))
    assert lines(got.findings) == ["sheet/cell-error x.xlsx!Pact!A2", "sheet/percent x.xlsx!Pact!B2"]


def test_merged_cells_are_refused_each_at_its_place(xlsx: MakeBook) -> None:
    def shape(sheet: Any) -> None:
        sheet.merge_cells("A2:B2")
        sheet.merge_cells("A4:A5")

    rows = [["a", "b"], ["x", ""], ["y", "z"], ["u", "v"], ["", "w"]]
    assert lines(read(xlsx(rows, shape)).findings) == [
        "sheet/merged-cells x.xlsx!Pact!A2",
        "sheet/merged-cells x.xlsx!Pact!A4",
    ]


def test_blank_rows_are_passed_over(xlsx: MakeBook) -> None:
    def shape(sheet: Any) -> None:
        for row in range(5, 400):
            sheet.cell(row, 3).fill = PatternFill("solid", start_color="FFEEEE")

    got = read(xlsx([["a"], ["x"], [None], ["y"], ["  "]], shape))
    assert [(row.number, row.cells) for row in got.rows] == [(2, {1: "x"}), (4, {1: "y"})]


def test_an_empty_sheet_is_a_fault(xlsx: MakeBook) -> None:
    assert lines(read(xlsx([])).findings) == ["sheet/empty x.xlsx!Pact"]


def test_sheets_by_name(xlsx: MakeBook) -> None:
    def shape(sheet: Any) -> None:
        other = sheet.parent.create_sheet("Năm 2020")
        other["A1"], other["A2"] = "a", "other"
        sheet.parent.create_sheet("Giải thích")
        sheet.parent.create_sheet("lists").sheet_state = "hidden"

    data = xlsx([["a"], ["first"]], shape)
    first = read(data)
    assert (first.rows[0].cells[1], lines(first.findings)) == ("first", ["sheet/other-sheets x.xlsx!Pact"])
    assert read(data, "năm 2020 ").rows[0].cells[1] == "other"
    with pytest.raises(SheetError, match=r"no sheet “Năm 2021”. The sheets are Năm 2020\."):
        read(data, "Năm 2021")


def test_macros_stay_asleep(xlsx: MakeBook) -> None:
    buffer = io.BytesIO(xlsx([["a"], ["x"]]))
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    got = read(buffer.getvalue(), path="x.xlsm")
    assert (got.rows[0].cells[1], lines(got.findings)) == ("x", ["sheet/macros x.xlsm!Pact"])


def test_a_bomb_is_weighed_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(300):
            part.write(b"\0" * (1 << 20))
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_, **__: pytest.fail("something was unpacked"))
    assert len(buffer.getvalue()) < 1 << 20
    assert "it unpacks to 300 MB in 1 parts, more than the limit of 256 MB" in refusal(buffer.getvalue())


def test_a_sheet_of_too_many_cells_is_refused(xlsx: MakeBook, monkeypatch: pytest.MonkeyPatch) -> None:
    from dfgraph.sources.sheets import xlsx_files

    monkeypatch.setattr(xlsx_files, "MAX_CELLS", 10)
    assert "more than 10 cells" in refusal(xlsx([["a"] * 4] * 3))

    def shape(sheet: Any) -> None:
        sheet["XFD1000000"] = "far"

    assert "A1:XFD1000000" in refusal(xlsx([["a"], ["x"]], shape))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is no spreadsheet"),
        (b"a;b\n1;2\n", "it is no spreadsheet"),
        (b"PK\x03\x04" + b"\0" * 40, "it is no spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "the old Excel format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "has a password"),
    ],
    ids=["empty", "csv", "cut", "xls", "locked"],
)
def test_what_is_no_workbook_is_refused_by_name(data: bytes, why: str) -> None:
    assert why in refusal(data)


def test_a_package_that_is_no_workbook_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("hello.txt", "hello")
    assert "the file is damaged" in refusal(buffer.getvalue())


def test_a_damaged_workbook_is_refused(xlsx: MakeBook) -> None:
    data = bytearray(xlsx([["a"], *[["x" * 50]] * 50]))
    start = data.index(b"xl/worksheets/sheet1.xml") + 40
    data[start : start + 60] = b"\xff" * 60
    assert "damaged" in refusal(bytes(data))


def test_a_workbook_whose_structure_is_protected_is_read(xlsx: MakeBook) -> None:
    def shape(sheet: Any) -> None:
        sheet.protection.sheet = True
        sheet.parent.security = WorkbookProtection(lockStructure=True)

    assert said(xlsx([["a"], ["x"]], shape)) == [["x"]]


def test_limits_on_size(monkeypatch: pytest.MonkeyPatch) -> None:
    from dfgraph.sources.sheets import reading

    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    assert "at most" in refusal(b"x" * 11)
    assert table.MAX_BYTES < packages.MAX_UNPACKED


def test_unknown_endings(xlsx: MakeBook) -> None:
    assert "“.pdf” are not known" in refusal(b"%PDF", "x.pdf")
