"""Facts in CSV: a heading row, then one record a row.

A heading is a field's key; `label@vi` is the Vietnamese of `label`, `evidence.source` a field of the evidence, and
`evidence.because@en` both. A cell may hold several values with ` | ` between them. An empty cell states nothing.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any, Final

from dfgraph.base.findings import Finding, Location
from dfgraph.base.language import Text
from dfgraph.sources.facts import faults
from dfgraph.sources.facts.record import Entry, Marks, place

SEPARATOR: Final = " | "
_Put = Callable[[dict[str, Any], Any], None]


def read_csv(path: str, text: str) -> tuple[list[Entry], list[Finding]]:
    """The records of a CSV text, and what is wrong with it. Columns of a location count cells from 1."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    entries: list[Entry] = []
    findings: list[Finding] = []
    line = 1
    try:
        header = next(rows, None)
        if header is None:
            return entries, findings
        if len(header) == 1 and ";" in header[0]:
            why = Text("các ô cách nhau bằng «;»", "its cells are separated by “;”")
            return entries, [faults.BROKEN_CSV.at(Location(path, 1), why=why)]
        puts, marks = _columns(path, header, findings)
        if findings:
            return entries, findings
        line = rows.line_num + 1
        for row in rows:
            if len(row) == len(puts):
                values: dict[str, Any] = {}
                for put, cell in zip(puts, row, strict=True):
                    if cell and not cell.isspace():
                        put(values, cell if SEPARATOR not in cell else _several(cell))
                if values:
                    entries.append(Entry(path, line, values, marks))
            elif row:
                findings.append(_wrong_width(path, line, len(row), len(puts)))
            line = rows.line_num + 1
    except csv.Error as error:
        # A quote that is never closed swallows the rest of the file: what must be mended is where it opens.
        findings.append(faults.BROKEN_CSV.at(Location(path, line), why=error))
    return entries, findings


def _several(cell: str) -> list[str]:
    return [part for part in (p.strip() for p in cell.split(SEPARATOR)) if part]


def _wrong_width(path: str, line: int, found: int, wanted: int) -> Finding:
    why = Text("có {n} ô thay vì {m}", "{n} cells instead of {m}").fill(n=found, m=wanted)
    return faults.BROKEN_CSV.at(Location(path, line), why=why)


def _columns(path: str, header: list[str], findings: list[Finding]) -> tuple[list[_Put], Marks]:
    """For each column what puts its cell into the record, and where the cells stand in any row."""
    puts: list[_Put] = []
    marks: Marks = {}
    for number, heading in enumerate(header, start=1):
        keys = _keys(heading.strip())
        if not all(keys):
            why = Text("ô tiêu đề «{h}» thiếu tên", "the heading “{h}” lacks a name").fill(h=heading)
            findings.append(faults.BROKEN_CSV.at(Location(path, 1, number), why=why))
            continue
        level: Any = marks
        for key in keys[:-1]:
            level = level.setdefault(key, {None: place(0, number)}) if isinstance(level, dict) else None
        if not isinstance(level, dict) or keys[-1] in level:
            findings.append(faults.DUPLICATE_KEY.at(Location(path, 1, number), key=heading.strip()))
            continue
        level[keys[-1]] = place(0, number)
        puts.append(_put(keys))
    return puts, marks


def _keys(heading: str) -> list[str]:
    """`evidence.because@en` is `because` within `evidence`, in English."""
    outer, dot, rest = heading.partition(".")
    keys = [outer, rest] if dot else [outer]
    last, at, language = keys[-1].partition("@")
    return [*keys[:-1], last, language] if at else [*keys[:-1], last]


def _put(keys: list[str]) -> _Put:
    """A function that sets a value under `keys`."""
    *outer, last = keys

    def put_flat(values: dict[str, Any], cell: Any) -> None:
        values[last] = cell

    def put_nested(values: dict[str, Any], cell: Any) -> None:
        for key in outer:
            values = values.setdefault(key, {})
        values[last] = cell

    return put_nested if outer else put_flat
