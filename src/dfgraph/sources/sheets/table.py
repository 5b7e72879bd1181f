"""A sheet as plain data: headings, and rows of text that know where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dfgraph.base.findings import Finding, Location, Severity

MAX_BYTES: Final = 64 * 1024 * 1024
"""The largest file that is read."""

MAX_CELLS: Final = 1_000_000
"""The most cells that a sheet may have, empty ones that carry a format included."""

MAX_CHARACTERS: Final = 32_767
"""The most characters that a cell of a spreadsheet can hold."""

Value = str | tuple[str, ...]
"""What stands in a cell; several texts where the file itself keeps them apart."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number from 1 (a line, where the file has no cells), and what its cells say, by column.

    Cells that say nothing are left out.
    """

    number: int
    cells: Mapping[int, Value]


@dataclass(slots=True)
class Table:
    """A sheet, and what is wrong with it as a sheet.

    `sheet` is its name, empty for a file that is one sheet, None for a file that has no cells. `columns` are the
    headings by column, written in `heading_row` (0 where the file names its columns itself, as JSON does); `repeated`
    are rows that say the headings once more. `numbers` are the cells that hold a number for the program that wrote
    them, so that there is no doubt how it is written.
    """

    path: str
    sheet: str | None
    rows: list[Row] = field(default_factory=list)
    columns: dict[int, str] = field(default_factory=dict)
    heading_row: int = 0
    repeated: list[Row] = field(default_factory=list)
    numbers: set[tuple[int, int]] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def at(self, row: int, column: int = 0) -> Location:
        """Where a cell stands."""
        return Location(self.path, row, column, self.sheet)

    @property
    def sound(self) -> bool:
        """Whether nothing that was found keeps the sheet from being read."""
        return all(f.severity < Severity.ERROR for f in self.findings)


def text_of(value: Value) -> str:
    """What a cell says, as one text."""
    return value if isinstance(value, str) else " | ".join(value)
