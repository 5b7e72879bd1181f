"""Sheets in XLSX and XLSM: values, results of formulas, dates at the precision they show; macros stay asleep."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from datetime import date, datetime
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from dfgraph.base.errors import SheetError
from dfgraph.base.findings import Severity
from dfgraph.base.language import Text
from dfgraph.base.text import nearest
from dfgraph.sources.sheets import faults
from dfgraph.sources.sheets.cells import day_text, is_percentage, plain_number
from dfgraph.sources.sheets.packages import open_package, unreadable
from dfgraph.sources.sheets.table import MAX_CELLS, Row, Table

_CELL: Final = re.compile(rb"<(?:\w+:)?c[\s/>]")
_CHUNK: Final = 1 << 20
_BROKEN = (
    AttributeError, EOFError, IndexError, KeyError, NotImplementedError, OSError, ParseError, RuntimeError, TypeError,
    ValueError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


def read_xlsx(path: str, data: bytes, wanted: str | None) -> Table:
    """One sheet of a workbook: the one called `wanted`, or the first that is not hidden.

    Raises SheetError where the file cannot be read, or has no such sheet.
    """
    with open_package(path, data) as package:
        _weigh(path, package)
        macros = any(name.endswith("vbaProject.bin") for name in package.namelist())
    book = _load(path, data, results=False)
    names = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    name = choose_sheet(path, names or book.sheetnames, wanted)
    sheet = book[name]
    table = Table(path, name)
    if macros:
        table.findings.append(faults.MACROS.at(table.at(0)))
    tell_other_sheets(table, names)
    for merged in sorted(sheet.merged_cells.ranges, key=lambda one: (one.min_row, one.min_col)):
        table.findings.append(faults.MERGED.at(table.at(merged.min_row, merged.min_col), range=merged.coord))
    if sheet.max_row * sheet.max_column > MAX_CELLS:
        raise too_many(path, sheet.dimensions)
    _read(table, sheet, lambda: _load(path, data, results=True)[name])
    return table


def choose_sheet(path: str, names: list[str], wanted: str | None) -> str:
    """The sheet that is meant. Raises SheetError with the names where there is no such sheet."""
    if wanted is None and names:
        return names[0]
    for name in names:
        if wanted is not None and name.strip().casefold() == wanted.strip().casefold():
            return name
    known = ", ".join(nearest(wanted or "", names) or names)
    why = Text("không có trang tính «{name}»", "there is no sheet “{name}”").fill(name=wanted or "")
    raise unreadable(path, why, Text("Các trang: {known}.", "The sheets are {known}.").fill(known=known or "—"))


def tell_other_sheets(table: Table, names: list[str]) -> None:
    """Says which sheets are not read; the sheet that explains a template is not meant to be."""
    others = [name for name in names if name != table.sheet and name not in EXPLAINED]
    if others:
        at = table.at(0)
        table.findings.append(faults.OTHER_SHEETS.at(at, sheet=table.sheet, others=", ".join(others)))


EXPLAINED: Final = Text("Giải thích", "Explained")
"""The name of the sheet that explains a template, in either language."""


def too_many(path: str, extent: str) -> SheetError:
    """A sheet has more cells than are read."""
    why = Text("trang tính trải đến {extent}, quá {n} ô", "the sheet extends over {extent}, more than {n} cells")
    remedy = Text(
        "Hãy xóa hẳn các dòng và cột trống rồi lưu lại.", "Delete the empty rows and columns and save it again."
    )
    return unreadable(path, why.fill(extent=extent, n=f"{MAX_CELLS:,}"), remedy)


def _weigh(path: str, package: zipfile.ZipFile) -> None:
    """Counts the cells of all sheets before any of them is made."""
    count = 0
    for part in package.namelist():
        if "worksheets/" not in part or not part.endswith(".xml"):
            continue
        try:
            with package.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    count += len(_CELL.findall(chunk))
                    if count > MAX_CELLS:
                        raise too_many(path, part)
        except _BROKEN as error:
            raise _damaged(path, error) from error


def _load(path: str, data: bytes, *, results: bool) -> Any:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts that are not read: extensions, drawings
            return load_workbook(io.BytesIO(data), data_only=results, keep_links=False)
    except _BROKEN as error:
        raise _damaged(path, error) from error


def _damaged(path: str, error: BaseException) -> SheetError:
    why = Text("tệp bị hỏng ({why})", "the file is damaged ({why})").fill(why=str(error)[:100] or type(error).__name__)
    return unreadable(path, why, Text("Hãy mở và lưu lại tệp.", "Open the file and save it again."))


def _read(table: Table, sheet: Any, results: Any) -> None:
    calculated: Any = None
    for cells in sheet.iter_rows():
        said: dict[int, str] = {}
        for cell in cells:
            if cell.value is None:
                continue
            if cell.data_type == "f":
                calculated = calculated or results()
                text = _result(table, calculated[cell.coordinate])
            else:
                text = _text(table, cell)
            if text:
                said[cell.column] = text
        if said:
            table.rows.append(Row(cells[0].row, said))


def _result(table: Table, cell: Any) -> str:
    at = table.at(cell.row, cell.column)
    if cell.value is None:
        table.findings.append(faults.FORMULA_WITHOUT_VALUE.at(at))
        return ""
    before = len(table.findings)
    text = _text(table, cell)
    if all(f.severity < Severity.ERROR for f in table.findings[before:]):
        table.findings.append(faults.FORMULA.at(at, value=text))
    return text


def _text(table: Table, cell: Any) -> str:
    """What a cell says, as text; a fault where it says nothing that can be trusted."""
    value, at = cell.value, table.at(cell.row, cell.column)
    if cell.data_type == "e":
        table.findings.append(faults.CELL_ERROR.at(at, value=value))
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        text = plain_number(value)
        if is_percentage(cell.number_format):
            table.findings.append(faults.PERCENT.at(at, value=text))
        table.numbers.add((cell.row, cell.column))
        return text
    if isinstance(value, datetime | date):
        return _day(table, cell, value)
    return str(value).replace("\r\n", "\n").strip()


def _day(table: Table, cell: Any, value: datetime | date) -> str:
    at, shown = table.at(cell.row, cell.column), cell.number_format
    text = day_text(value, shown)
    if value.year < 1900:  # the sheet shows ####: a number that went wrong
        table.findings.append(faults.BAD_DATE.at(at, value=text))
    elif len(text) < 10:
        full = f"{value:%Y-%m-%d}"
        table.findings.append(faults.LESS_THAN_A_DAY.at(at, format=shown, value=text, full=full))
    return text
