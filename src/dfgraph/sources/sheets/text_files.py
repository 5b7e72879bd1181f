"""Sheets in CSV as the world writes it: any of four encodings, cells between commas, semicolons or tabs."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from dfgraph.base.language import Text
from dfgraph.base.sheets import inert
from dfgraph.base.text import nfc
from dfgraph.sources.sheets import faults
from dfgraph.sources.sheets.packages import unreadable
from dfgraph.sources.sheets.table import MAX_CELLS, Row, Table
from dfgraph.sources.sheets.xlsx_files import too_many

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS: Final = ",;\t"
_DECLARED: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_SAMPLE: Final = 4096


def read_csv_sheet(path: str, data: bytes) -> Table:
    """The rows of a CSV file. Raises SheetError where it is no text."""
    table = Table(path, "")
    text = decode(table, data)
    declared = _DECLARED.match(text)
    separator = declared[1] if declared else _separator(text)
    skipped = text[declared.end() :] if declared else text
    number = 1 if declared else 0
    count = 0
    rows = csv.reader(io.StringIO(skipped, newline=""), delimiter=separator, strict=True)
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    try:
        for cells in rows:
            number += 1
            count += len(cells)
            if count > MAX_CELLS:
                raise too_many(path, str(number))
            said = dict(_said(cells))
            if said:
                table.rows.append(Row(number, said))
    except csv.Error as error:
        table.findings.append(faults.BROKEN_ROW.at(table.at(number + 1), why=error))
    return table


def _said(cells: list[str]) -> Iterator[tuple[int, str]]:
    for column, cell in enumerate(cells, start=1):
        text = cell.replace("\r\n", "\n").strip()
        if text.startswith("'") and inert(text[1:]) != text[1:]:
            text = text[1:]  # the mark that keeps a spreadsheet from running the cell
        if text:
            yield column, text


def decode(table: Table, data: bytes) -> str:
    """The text of a file: by its mark, else UTF-8, else UTF-16 where every other byte is 0, else Windows-1258.

    Tells where a file is not Unicode; gives the text in normal form C, for Windows-1258 writes tone marks apart.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not encoding and b"\0" in data[:_SAMPLE]:
        sample = data[:_SAMPLE]
        encoding = "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    try:
        if encoding:
            return data.decode(encoding)
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if encoding:
            why = Text("byte thứ {n} không phải {e}", "byte {n} is not {e}").fill(n=error.start + 1, e=encoding)
            raise unreadable(table.path, why, _SAVE) from error
    try:
        text = nfc(data.decode("cp1258"))
    except UnicodeDecodeError as error:
        why = Text("không rõ bảng mã (byte thứ {n})", "its encoding is not known (byte {n})").fill(n=error.start + 1)
        raise unreadable(table.path, why, _SAVE) from error
    table.findings.append(faults.LEGACY_ENCODING.at(table.at(0), encoding="Windows-1258"))
    return text


_SAVE: Final = Text("Hãy lưu lại dạng «CSV UTF-8».", "Save it again as “CSV UTF-8”.")


def _separator(text: str) -> str:
    """What stands most often between the headings, outside quotes."""
    first = re.sub(r'"[^"]*"', "", text.lstrip("\r\n")[:_SAMPLE]).partition("\n")[0]
    return max(_SEPARATORS, key=first.count)
