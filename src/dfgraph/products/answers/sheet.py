"""An answer as a person reads it: what is shown in which column, and what must be said below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dfgraph.base.language import Language, Text
from dfgraph.graph.query import Citation, Row, Table
from dfgraph.products.answers.notes import Notes, numbered
from dfgraph.products.answers.plain import number_of

SOURCE: Final = Text("Nguồn", "Source")
UNSTATED: Final = Text("Không có dữ liệu về: {columns}.", "Nothing is stated on: {columns}.")

_Holds = Callable[[Citation], bool]
_MARKS: Final[tuple[tuple[str, _Holds, Text], ...]] = (
    ("…", lambda c: c.open_list, Text("Nguồn để danh sách còn mở.", "The source leaves this list open.")),
    ("*", lambda c: bool(c.because), Text("Có phần suy ra, nguồn không nói thẳng.", "Inferred, at least in part.")),
    ("≠", lambda c: c.disputes, Text("Có nguồn phủ nhận.", "A source denies it.")),
)
"""What a row is marked with, on which of its citations that depends, and what it means."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns and rows as text in one language.

    `numeric` are the columns that hold numbers alone; `remarks` explain the marks of rows and name the columns that are
    left out because no row has a value there.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int]
    remarks: tuple[str, ...]


def sheet_of(table: Table, title: Text, notes: Notes | None, language: Language) -> Sheet:
    """A table as a person reads it; with the numbers of its notes where these are given."""
    said = [[cell.say(language) if cell else "" for cell in row.cells] for row in table.rows]
    shown = [at for at in range(len(table.columns)) if not said or any(cells[at] for cells in said)]
    headings = [table.columns[at].heading.say(language) for at in shown]
    rows = [[cells[at] for at in shown] for cells in said]
    marks = [_marks(row) for row in table.rows]
    if notes or any(marks):
        headings.append(SOURCE.say(language) if notes else "")
        refs = [numbered(numbers) for numbers in notes.rows] if notes else [""] * len(rows)
        for row, ref, mark in zip(rows, refs, marks, strict=True):
            row.append(f"{ref} {mark}".strip())
    remarks = [f"{sign} {meaning.say(language)}" for sign, _, meaning in _MARKS if any(sign in mark for mark in marks)]
    if empty := [c.heading.say(language) for at, c in enumerate(table.columns) if at not in shown]:
        remarks.append(UNSTATED.fill(columns=", ".join(empty)).say(language))
    numeric = frozenset(new for new, at in enumerate(shown) if _is_numeric(table, at))
    return Sheet(title.say(language), tuple(headings), tuple(map(tuple, rows)), numeric, tuple(remarks))


def _marks(row: Row) -> str:
    return "".join(sign for sign, holds, _ in _MARKS if any(map(holds, row.citations)))


def _is_numeric(table: Table, at: int) -> bool:
    cells = [cell for row in table.rows if (cell := row.cells[at])]
    return bool(cells) and all(number_of(cell) for cell in cells)
