"""Tables as text that fits a terminal: words stay whole, and numbers in one piece.

Drawn here rather than by a library, for what does not fit as a table is told row by row.
"""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from typing import Final

_GAP: Final = "  "
_HANG: Final = "  "
_INDENT: Final = "    "
_PIECE: Final = 24
"""How narrow a column of addresses may be; no other word is broken, for an id must stay in one piece to be copied."""

_PATIENCE: Final = 1.5
"""How many times as long as paragraphs a table may be: its columns are worth some room."""

_CONTROLS: Final = {code: " " for code in (*range(32), 127) if code != ord("\n")}


def drawn(
    headings: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None, numeric: Collection[int] = ()
) -> str:
    """The rows under their headings, within `width` where one is given; `numeric` columns are set to the right.

    Where that is shorter than a table of so many broken lines, each row is told as a paragraph of its own.

    >>> print(drawn(["Name", "Size"], [["Hà Nội", "8"], ["Huế", "12"]], numeric={1}))
    Name    Size
    ────────────
    Hà Nội     8
    Huế       12
    >>> print(drawn(["Name", "Size", "Described as"], [["Huế", "12", "the old capital"]], 20, {1}))
    Huế
        Size: 12
        Described as:
          the old
          capital
    """
    lines = [[cell.translate(_CONTROLS) for cell in row] for row in (headings, *rows)]
    columns = list(zip(*lines, strict=True))
    natural = [max(cell_width(line) for cell in column for line in cell.split("\n")) for column in columns]
    if width is None or _total(natural) <= width:
        return "\n".join(_table(lines, natural, numeric))
    paragraphs = list(_paragraphs(lines, width))
    least = [
        n if at in numeric else min(n, _longest_word(column) + len(_HANG))
        for at, (n, column) in enumerate(zip(natural, columns, strict=True))
    ]
    if _total(least) > width:
        return "\n".join(paragraphs)
    table = list(_table(lines, _shared_out(least, columns, natural, width), numeric))
    return "\n".join(table if len(table) <= _PATIENCE * len(paragraphs) else paragraphs)


def terminal_width() -> int | None:
    """How wide a person's terminal is; None where the output goes elsewhere."""
    return max(20, shutil.get_terminal_size().columns) if sys.stdout.isatty() else None


def cell_width(text: str) -> int:
    """How many places of a terminal a line takes.

    >>> cell_width("Huế"), cell_width("日本"), cell_width(unicodedata.normalize("NFD", "Huế"))
    (3, 4, 3)
    """
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in text)


def wrapped(text: str, width: int, hang: str = "") -> list[str]:
    """The text in lines of at most `width`, all but the first of a line of the text after `hang`.

    >>> wrapped("one two three", 8, "  ")
    ['one two', '  three']
    """
    made: list[str] = []
    for line in text.split("\n"):
        if cell_width(line) <= width:
            made.append(line)
            continue
        current = line[: len(line) - len(line.lstrip())]
        for word in line.split():
            joined = f"{current} {word}" if current.strip() else current + word
            if cell_width(joined) <= width:
                current = joined
                continue
            if current.strip():
                made.append(current)
                current = hang
            rest = word
            while cell_width(current + rest) > width:
                piece = _fitting(rest, width - cell_width(current))
                made.append(current + piece)
                current, rest = hang, rest[len(piece) :]
            current += rest
        made.append(current)
    return made


def _fitting(word: str, width: int) -> str:
    """As much of the start of a word as fits, at least one letter."""
    end = min(len(word), width)
    while end > 1 and cell_width(word[:end]) > width:
        end -= 1
    return word[: max(end, 1)]


def _longest_word(column: Sequence[str]) -> int:
    words = (word for cell in column for word in cell.split())
    return max((min(cell_width(word), _PIECE) if "://" in word else cell_width(word) for word in words), default=0)


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _shared_out(
    least: Sequence[int], columns: Sequence[Sequence[str]], natural: Sequence[int], width: int
) -> list[int]:
    """Widths between the least and the natural ones that fill `width`: a column gets room as it has text."""
    widths = list(least)
    texts = [sum(map(cell_width, column)) for column in columns]
    for _ in range(width - _total(least)):
        narrow = [at for at, taken in enumerate(widths) if taken < natural[at]]
        widths[max(narrow, key=lambda at: texts[at] / widths[at] ** 2)] += 1
    return widths


def _table(lines: Sequence[Sequence[str]], widths: Sequence[int], numeric: Collection[int]) -> Iterator[str]:
    for number, row in enumerate(lines):
        cells = [wrapped(cell, width, _HANG) for cell, width in zip(row, widths, strict=True)]
        for parts in zip_longest(*cells, fillvalue=""):
            padded = [
                _padded(part, width, at in numeric) for at, (part, width) in enumerate(zip(parts, widths, strict=True))
            ]
            yield _GAP.join(padded).rstrip()
        if number == 0:
            yield "─" * _total(widths)


def _padded(text: str, width: int, right: bool) -> str:
    blank = " " * (width - cell_width(text))
    return blank + text if right else text + blank


def _paragraphs(lines: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """The first field of a row, and below it the others that say something, by name."""
    headings, *rows = (["; ".join(cell.split("\n")) for cell in row] for row in lines)
    for first, *others in rows:
        yield from wrapped(first or "–", width, _HANG)
        fields = zip(headings[1:], others, strict=True)
        told = [f"{heading}: {said}" if heading else said for heading, said in fields if said]
        yield from (_INDENT + line for line in _in_lines(told, width - len(_INDENT)))


def _in_lines(fields: Sequence[str], width: int) -> Iterator[str]:
    current = ""
    for field in fields:
        joined = f"{current} · {field}" if current else field
        if not current or cell_width(joined) <= width:
            current = joined
        else:
            yield from wrapped(current, width, _HANG)
            current = field
    if current:
        yield from wrapped(current, width, _HANG)
