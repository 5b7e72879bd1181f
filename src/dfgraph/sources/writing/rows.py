"""Cells of a CSV facts file changed in its text; all other cells stay as they are written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final, NamedTuple

from dfgraph.sources.facts.csv_files import SEPARATOR
from dfgraph.sources.writing.edit import Edits, Path
from dfgraph.sources.writing.record_text import plain
from dfgraph.sources.writing.text import BOM, Splice, spliced, without_mark

_SPECIAL: Final = frozenset(',"\r\n')


class Cell(NamedTuple):
    """A cell: where it is written, quotes included, and what it says."""

    start: int
    end: int
    value: str


def edit_csv(text: str, edits: Edits) -> str:
    r"""The text in which the records of some lines have new values; a column that is missing comes last.

    Paths are as in YAML; several values stand in one cell. Raises ValueError where no row starts on a line, or a value
    cannot stand in a cell.

    >>> edit_csv("kind,id,age\nperson,person/a,40\n", {2: {("age",): "41", ("note", "en"): "b"}})
    'kind,id,age,note@en\nperson,person/a,41,b\n'
    """
    mark = BOM if text.startswith(BOM) else ""
    text = without_mark(text)
    rows = list(_rows(text))
    if not rows:
        raise ValueError("the file is empty")
    headings = [cell.value.strip() for cell in rows[0][1]]
    cells: dict[int, dict[str, str]] = {}
    for line, values in edits.items():
        told = cells.setdefault(line, {})
        for path, value in values.items():
            told.update(_told(path, value, headings))
    known = {line for line, _ in rows[1:]}
    if missing := sorted(set(cells) - known):
        raise ValueError(f"no record starts on line {missing[0]}")
    added = list(dict.fromkeys(c for told in cells.values() for c, v in told.items() if c not in headings and v))
    splices: list[Splice] = []
    for number, (line, row) in enumerate(rows):
        told = dict(zip(added, added, strict=True)) if number == 0 else cells.get(line, {})
        for heading, cell in zip(headings, row, strict=False):
            if number and heading in told and told[heading] != cell.value:
                written = quoted(told[heading], like=text[cell.start : cell.end])
                splices.append(Splice(cell.start, cell.end, written))
        end = row[-1].end
        splices.extend(Splice(end, end, "," + quoted(told.get(heading, ""))) for heading in added)
    return mark + spliced(text, splices)


def _told(path: Path, value: Any, headings: Collection[str]) -> Iterator[tuple[str, str]]:
    """The cells that a value at a path is written in, by column."""
    keys = [str(step) for step in path if not isinstance(step, int)]
    column = ".".join(keys[:2]) if keys[0] == "evidence" and len(keys) > 1 else keys[0]
    inner = keys[2:] if keys[0] == "evidence" else keys[1:]
    if inner:
        column = f"{column}@{inner[0]}"
        # A heading without language is Vietnamese for the reader, so a file may have just that one.
        column = column.removesuffix("@vi") if column not in headings and column[:-3] in headings else column
    told = plain(value) if value is not None else None
    if isinstance(told, Mapping):
        for key, part in told.items():
            yield from _told((*path, key), part, headings)
        return
    several = told if isinstance(told, list) else [told or ""]
    if any(not isinstance(text, str) or (SEPARATOR in text and len(several) > 1) for text in several):
        raise ValueError("the value cannot stand in a cell")
    yield column, SEPARATOR.join(several)
    if not inner and value is None:
        yield from ((heading, "") for heading in headings if heading.startswith((f"{column}@", f"{column}.")))


def cells_at(text: str, lines: Collection[int]) -> dict[int, list[Cell]]:
    """The cells of the rows that start on `lines` (from 1), by line."""
    return {line: row for line, row in _rows(text) if line in lines}


def quoted(value: str, like: str = "") -> str:
    r"""A cell's value as it is written; in quotes where it needs them, or is written in place of what has them.

    >>> quoted("a, b"), quoted("a", like='"c"'), quoted("a")
    ('"a, b"', '"a"', 'a')
    """
    if like.startswith('"') or _SPECIAL & set(value):
        return '"' + value.replace('"', '""') + '"'
    return value


def _rows(text: str) -> Iterator[tuple[int, list[Cell]]]:
    """Every row that has cells, with the line on which it starts; a quoted cell may run over several lines."""
    at, line = 0, 1
    while at < len(text):
        cells: list[Cell] = []
        first = line
        while True:
            end = _cell_end(text, at)
            written = text[at:end]
            line += _breaks(written)
            value = written[1:-1].replace('""', '"') if written.startswith('"') else written
            cells.append(Cell(at, end, value))
            at = end + 1
            if end >= len(text) or text[end] != ",":
                break
        if text[end : end + 2] == "\r\n":
            at += 1
        line += 1
        if len(cells) > 1 or cells[0].start < cells[0].end:
            yield first, cells


def _cell_end(text: str, start: int) -> int:
    at = start
    if text.startswith('"', at):
        at += 1
        while (at := text.find('"', at)) >= 0 and text.startswith('""', at):
            at += 2
        if at < 0:
            raise ValueError("a quote is never closed")
    while at < len(text) and text[at] not in ",\r\n":
        at += 1
    return at


def _breaks(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")
