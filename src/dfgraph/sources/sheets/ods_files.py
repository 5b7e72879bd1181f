"""Sheets in ODS (OpenDocument): read from the XML itself, row by row."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError, iterparse

from dfgraph.base.language import Text
from dfgraph.sources.sheets import faults
from dfgraph.sources.sheets.cells import plain_number
from dfgraph.sources.sheets.packages import open_package, unreadable
from dfgraph.sources.sheets.table import MAX_CELLS, Row, Table
from dfgraph.sources.sheets.xlsx_files import choose_sheet, tell_other_sheets, too_many

_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NUMBER: Final = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_HEAD: Final = 4096
_ERRORS: Final = ("#", "Err:")
_NUMBERS: Final = ("float", "currency")


def read_ods(path: str, data: bytes, wanted: str | None) -> Table:
    """One sheet: the one called `wanted`, or the first. Raises SheetError where the file cannot be read."""
    with open_package(path, data) as package:
        macros = any(name.startswith(("Basic/", "Scripts/")) for name in package.namelist())
        try:
            names = [name for name, _ in _sheets(package)]
            name = choose_sheet(path, names, wanted)
            table = Table(path, name)
            if macros:
                table.findings.append(faults.MACROS.at(table.at(0)))
            tell_other_sheets(table, names)
            for found, element in _sheets(package):
                if found == name and element is not None:
                    _Reader(table, _precisions(package)).read(element)
        except (KeyError, ParseError, zipfile.BadZipFile, zlib.error, ValueError, EOFError) as error:
            why = Text("tệp bị hỏng ({why})", "the file is damaged ({why})").fill(why=error)
            raise unreadable(path, why, Text("Hãy mở và lưu lại tệp.", "Open the file and save it again.")) from error
    return table


def _sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, Element]]:
    for element in _elements(package, "content.xml"):
        if element.tag == f"{_TABLE}table":
            yield element.get(f"{_TABLE}name", ""), element
            element.clear()


def _elements(package: zipfile.ZipFile, part: str) -> Iterator[Element]:
    """Each element of a part, once it is whole. A part that defines entities of its own is none of OpenDocument's."""
    data = package.read(part)
    if b"<!DOCTYPE" in data[:_HEAD]:
        raise ValueError("DOCTYPE")
    for _, element in iterparse(io.BytesIO(data)):  # noqa: S314 (no entities, and its size is known)
        yield element


def _precisions(package: zipfile.ZipFile) -> dict[str, int]:
    """By style of cell: how much of `2019-06-18` a date in such a cell shows."""
    formats: dict[str, int] = {}
    styles: dict[str, int] = {}
    for part in ("styles.xml", "content.xml"):
        if part not in package.namelist():
            continue
        for element in _elements(package, part):
            if element.tag == f"{_NUMBER}date-style":
                shown = {child.tag.rpartition("}")[2] for child in element}
                length = 10 if "day" in shown or "year" not in shown else 7 if "month" in shown else 4
                formats[element.get(f"{_STYLE}name", "")] = length
            elif element.tag == f"{_STYLE}style":
                styles[element.get(f"{_STYLE}name", "")] = formats.get(element.get(f"{_STYLE}data-style-name", ""), 10)
            elif element.tag == f"{_TABLE}table":
                element.clear()
    return styles


class _Reader:
    def __init__(self, table: Table, precisions: dict[str, int]) -> None:
        self.table = table
        self.precisions = precisions
        self.cells = 0

    def read(self, sheet: Element) -> None:
        """Takes in every row that says something; rows and cells that are written once and repeated count each time."""
        number = 1
        for row in sheet.iter(f"{_TABLE}table-row"):
            repeated = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
            columns = self.columns(row)
            if any(cell.get(f"{_OFFICE}value-type") or _paragraphs(cell) for _, cell in columns):
                for n in range(number, number + repeated):
                    self.row(n, columns)
            number += repeated

    def columns(self, row: Element) -> list[tuple[int, Element]]:
        """The cells of a row that say something, each with its column."""
        found: list[tuple[int, Element]] = []
        column = 1
        for cell in row:
            if not cell.tag.endswith("table-cell"):
                continue
            repeated = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            if cell.get(f"{_OFFICE}value-type") or _paragraphs(cell) or _spans(cell):
                self.cells += repeated
                if self.cells > MAX_CELLS:
                    raise too_many(self.table.path, self.table.sheet or "")
                found += [(n, cell) for n in range(column, column + repeated)]
            column += repeated
        return found

    def row(self, number: int, cells: list[tuple[int, Element]]) -> None:
        self.cells += len(cells)
        if self.cells > MAX_CELLS:
            raise too_many(self.table.path, self.table.sheet or "")
        said: dict[int, str] = {}
        for column, cell in cells:
            if (across := _spans(cell)) is not None:
                self.table.findings.append(faults.MERGED.at(self.table.at(number, column), range=across))
            if cell.tag == f"{_TABLE}table-cell" and (text := self.text(number, column, cell)):
                said[column] = text
        if said:
            self.table.rows.append(Row(number, said))

    def text(self, row: int, column: int, cell: Element) -> str:
        """What a cell says, as text."""
        at, findings = self.table.at(row, column), self.table.findings
        kind, value = cell.get(f"{_OFFICE}value-type"), cell.get(f"{_OFFICE}value", "")
        shown = "\n".join(_paragraphs(cell)).strip()
        if cell.get(f"{_TABLE}formula"):
            if shown.startswith(_ERRORS):
                findings.append(faults.CELL_ERROR.at(at, value=shown))
                return ""
            findings.append(faults.FORMULA.at(at, value=shown))
        if kind in _NUMBERS:
            self.table.numbers.add((row, column))
            return plain_number(float(value))
        if kind == "percentage":
            findings.append(faults.PERCENT.at(at, value=value))
            return plain_number(float(value))
        if kind == "boolean":
            return cell.get(f"{_OFFICE}boolean-value", shown)
        if kind == "date":
            day = cell.get(f"{_OFFICE}date-value", "").removesuffix("T00:00:00")
            length = self.precisions.get(cell.get(f"{_TABLE}style-name", ""), 10)
            if length < 10 and len(day) == 10:
                findings.append(faults.LESS_THAN_A_DAY.at(at, format=shown, value=day[:length], full=day))
            return day[:length] if len(day) == 10 else day
        return shown


def _spans(cell: Element) -> str | None:
    rows = int(cell.get(f"{_TABLE}number-rows-spanned", "1"))
    columns = int(cell.get(f"{_TABLE}number-columns-spanned", "1"))
    return f"{rows}×{columns}" if rows * columns > 1 else None


def _paragraphs(cell: Element) -> list[str]:
    """The text of a cell, without the comments on it."""
    return ["".join(_words(child)) for child in cell if child.tag == f"{_TEXT}p"]


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * int(child.get(f"{_TEXT}c", "1"))
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag != f"{_OFFICE}annotation":
            yield from _words(child)
        yield child.tail or ""
