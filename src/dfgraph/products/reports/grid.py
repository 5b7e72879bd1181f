"""A section as text in one language: which rows stand under one name, and which columns are numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dfgraph.base.language import Language, Text
from dfgraph.graph.query import Row
from dfgraph.products.reports.gather import Section

CITATIONS: Final = Text("Nguồn dẫn", "Citations")


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that follow each other with the same first cell: that cell, and the others of each row."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Headings, rows in groups, and the places of the columns that hold numbers alone."""

    headings: tuple[str, ...]
    groups: tuple[Group, ...]
    numeric: frozenset[int]

    @property
    def nested(self) -> bool:
        """Whether some name stands over several rows."""
        return any(len(group.rows) > 1 for group in self.groups)


def grid_of(section: Section, language: Language) -> Grid:
    """A section as text; the citations of a row, where the section has them, in the last column."""
    table = section.table
    headings = [column.heading.say(language) for column in table.columns]
    if table.cited:
        headings.append(CITATIONS.say(language))
    groups = [
        Group(name, tuple(line[1:] for line in lines), total)
        for total, rows in ((False, table.rows), (True, section.totals))
        for name, lines in groupby((_say(row, language, cited=table.cited) for row in rows), key=lambda line: line[0])
    ]
    every = (*table.rows, *section.totals)
    numeric = frozenset(at for at in range(len(table.columns)) if _is_numeric(every, at))
    return Grid(tuple(headings), tuple(groups), numeric)


def _say(row: Row, language: Language, *, cited: bool) -> tuple[str, ...]:
    said = tuple(cell.say(language) if cell else "" for cell in row.cells)
    return (*said, "\n".join(c.say(language) for c in row.citations)) if cited else said


def _is_numeric(rows: Sequence[Row], at: int) -> bool:
    values = [cell.value for row in rows if (cell := row.cells[at])]
    return bool(values) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
