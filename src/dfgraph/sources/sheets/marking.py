"""A sheet given back with its faults: bad cells in colour, each with what is wrong and what to do."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any, Final

from dfgraph.base.findings import Finding, Severity
from dfgraph.base.language import LANGUAGES
from dfgraph.sources.sheets.table import MAX_CHARACTERS, Table, text_of

_COLOURS: Final = {Severity.ERROR: "FFC7CE", Severity.WARNING: "FFEB9C"}
_WORKBOOKS: Final = (".xlsx", ".xlsm", ".xltx")
_WIDTH: Final = 360
_LINE: Final = 18


def marked(table: Table, data: bytes, findings: Sequence[Finding]) -> bytes:
    """The sheet as XLSX with the findings on its cells: a workbook keeps its looks, any other file becomes one.

    `data` is the file as it was read. What holds for a whole row stands on its first cell, the rest on the first cell
    of the sheet.
    """
    book, sheet, shift = _workbook(table, data)
    for (row, column), those in _by_cell(table, findings).items():
        cell = sheet.cell(max(row + shift, 1), max(column, 1))
        _mark(cell, those)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _workbook(table: Table, data: bytes) -> tuple[Any, Any, int]:
    """The workbook, its sheet, and by how many rows the rows of the table stand lower in it."""
    from openpyxl import Workbook, load_workbook

    if PurePath(table.path).suffix.lower() in _WORKBOOKS and table.sheet is not None:
        book = load_workbook(io.BytesIO(data))
        book.active = book.sheetnames.index(table.sheet)
        return book, book[table.sheet], 0
    book = Workbook()
    sheet = book.active
    shift = 0 if table.heading_row else 1
    for column, heading in table.columns.items():
        _write(sheet.cell(table.heading_row + shift, column), heading)
    for row in (*table.repeated, *table.rows):
        for column, value in row.cells.items():
            _write(sheet.cell(row.number + shift, column), text_of(value)[:MAX_CHARACTERS])
    return book, sheet, shift


def _write(cell: Any, text: str) -> None:
    cell.value = "".join(c for c in text if c >= " " or c in "\t\n")
    cell.data_type = "s"  # never a formula, whatever it looks like


def _by_cell(table: Table, findings: Iterable[Finding]) -> dict[tuple[int, int], list[Finding]]:
    found: dict[tuple[int, int], list[Finding]] = {}
    for finding in findings:
        place = finding.location
        if finding.severity >= Severity.WARNING and place and place.path == table.path and place.sheet == table.sheet:
            found.setdefault((place.line, place.column), []).append(finding)
    return found


def _mark(cell: Any, findings: Sequence[Finding]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    told = "\n".join(" ".join(f"{f.message.say(say)} {f.hint.say(say)}".split()) for f in findings for say in LANGUAGES)
    height = _LINE * (2 + sum(1 + len(line) // 55 for line in told.splitlines()))
    comment = Comment(told[:MAX_CHARACTERS], "dfgraph", width=_WIDTH, height=height)
    cell.comment = comment
    cell.fill = PatternFill("solid", start_color=_COLOURS[max(f.severity for f in findings)])
