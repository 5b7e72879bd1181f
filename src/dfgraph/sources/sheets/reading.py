"""A file that a person hands over, as a table: which reader it needs, where its headings are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Final

from dfgraph.base.language import Text
from dfgraph.sources.sheets import faults
from dfgraph.sources.sheets.ods_files import read_ods
from dfgraph.sources.sheets.packages import unreadable
from dfgraph.sources.sheets.record_files import read_json_lines, read_yaml_rows
from dfgraph.sources.sheets.table import MAX_BYTES, MAX_CHARACTERS, Table
from dfgraph.sources.sheets.text_files import read_csv_sheet
from dfgraph.sources.sheets.xlsx_files import choose_sheet, read_xlsx

_SHEETS: Final[dict[str, Callable[[str, bytes, str | None], Table]]] = {
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,
    ".xltx": read_xlsx,
    ".xls": read_xlsx,  # says what to do instead
    ".ods": read_ods,
}
_ROWS: Final[dict[str, Callable[[str, bytes], Table]]] = {
    ".csv": read_csv_sheet,
    ".tsv": read_csv_sheet,
    ".txt": read_csv_sheet,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json_lines,
    ".yaml": read_yaml_rows,
    ".yml": read_yaml_rows,
}


def read_table(path: str, data: bytes, sheet: str | None = None) -> Table:
    """The sheet in `data`, by the ending of `path`; its first row that says something becomes its headings.

    Raises SheetError where nothing can be read at all; all other faults are in the table.
    """
    ending = PurePath(path).suffix.lower()
    if len(data) > MAX_BYTES:
        why = Text("tệp có {n} MB, nhiều nhất là {most} MB", "it has {n} MB; at most {most} MB are read")
        raise unreadable(path, why.fill(n=len(data) >> 20, most=MAX_BYTES >> 20))
    if ending in _SHEETS:
        table = _SHEETS[ending](path, data, sheet)
    elif ending in _ROWS:
        table = _ROWS[ending](path, data)
        if sheet is not None:
            choose_sheet(path, [], sheet)
    else:
        why = Text("không biết dạng tệp «{ending}»", "files that end in “{ending}” are not known").fill(ending=ending)
        known = ", ".join(("xlsx", "xlsm", "ods", "csv", "tsv", "jsonl", "json", "yaml"))
        raise unreadable(path, why, Text("Các dạng: {known}.", "The forms are {known}.").fill(known=known))
    _take_headings(table)
    _refuse_long(table)
    return table


def _take_headings(table: Table) -> None:
    if not table.rows:
        if table.sound:
            table.findings.append(faults.EMPTY_SHEET.at(table.at(0)))
        return
    if table.sheet is not None:
        first = table.rows.pop(0)
        table.columns = {column: str(text) for column, text in first.cells.items()}
        table.heading_row = first.number


def _refuse_long(table: Table) -> None:
    for row in table.rows:
        for column, value in row.cells.items():
            length = len(value) if isinstance(value, str) else max(map(len, value))
            if length > MAX_CHARACTERS:
                fault = faults.TOO_LONG.at(table.at(row.number, column), n=f"{length:,}", most=f"{MAX_CHARACTERS:,}")
                table.findings.append(fault)
