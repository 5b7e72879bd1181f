"""Cells as other programs want them: numbers without marks for thousands, things with their ids."""

from __future__ import annotations

from decimal import Decimal

from dfgraph.base.language import Language
from dfgraph.graph.query import Cell, Several

BETWEEN = " | "
"""What stands between the values of one cell, as in the facts that people write."""


def number_of(cell: Cell) -> str:
    """A number with a point and no other mark, empty where the cell is none.

    >>> from dfgraph.base.language import Text
    >>> number_of(Cell("", Text("5.100.000.000", "5,100,000,000"), 5100000000))
    '5100000000'
    """
    if cell.id or isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        return ""
    return format(Decimal(str(cell.value)), "f")


def plain(cell: Cell | None, language: Language) -> str:
    """What a program reads: a number as such, all else as a person reads it."""
    if isinstance(cell, Several):
        return BETWEEN.join(plain(part, language) for part in cell.told(language))
    return (number_of(cell) or cell.say(language)) if cell else ""


def id_of(cell: Cell | None) -> str:
    """The id of the thing in a cell, or of the things; empty for a value, and for a time, which needs none."""
    if isinstance(cell, Several):
        return BETWEEN.join(filter(None, map(id_of, cell.parts)))
    return cell.id if cell and not cell.id.startswith("time/") else ""
