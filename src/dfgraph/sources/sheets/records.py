"""Rows to records: every cell to its field, with the place of every value."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any, Final

from dfgraph.base.errors import SheetError
from dfgraph.base.findings import Location
from dfgraph.base.language import Text
from dfgraph.base.text import nearest
from dfgraph.sources.facts.record import Entry, Marks, place
from dfgraph.sources.schema import Kind, Schema, ValueType
from dfgraph.sources.sheets import faults
from dfgraph.sources.sheets.columns import Column, Part, keys_of
from dfgraph.sources.sheets.layout import KIND, Layout, Step, kind_named, lay_out, said_by
from dfgraph.sources.sheets.mapping import Cells, SheetMapping
from dfgraph.sources.sheets.table import Row, Table, text_of

_PARTS: Final = re.compile(r"\s*[;|\n]\s*")
_BARRED: Final = re.compile(r"\s+\|\s+")
_THOUSANDS: Final = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_FORMULA: Final = ("=", "＝", "@")
_RUNNING: Final = (ValueType.TEXT, ValueType.STRING)


class SheetEntry(Entry):
    """A record that a row makes; `source` is what the row says of its source, to be found or made.

    In a file that has no cells the column of a place counts the keys, in the order in which the file first has them.
    """

    __slots__ = ("sheet", "source", "source_marks")

    def __init__(self, path: str, row: int, sheet: str | None) -> None:
        super().__init__(path, row, {}, {})
        self.sheet = sheet
        self.source: dict[str, Any] = {}
        self.source_marks: Marks = {}

    def at(self, *keys: str | int) -> Location:
        """The cell of a value; the row where that is not known."""
        found = super().at(*keys)
        return Location(found.path, found.line, found.column, self.sheet)


def to_records(
    table: Table,
    schema: Schema,
    kind: str | None = None,
    mapping: SheetMapping | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[SheetEntry]:
    """The records of the rows of `table`; what is wrong with the sheet goes to its findings.

    `kind` is what all rows are where no column says it; without it the name of the sheet or of the file may tell.
    Raises SheetError where `kind` is none.
    """
    rules = mapping or SheetMapping()
    usual = _usual_kind(table, schema, kind or rules.kind)
    kinds = _kinds(table, schema, rules, usual)
    if not kinds:
        if table.sound:
            names = ", ".join(sorted(schema.kinds))
            table.findings.append(faults.NO_KIND.at(table.at(table.heading_row), kinds=names))
        return []
    layout = lay_out(table, schema, kinds, rules)
    maker = _Maker(table, schema, layout, usual.key if usual else "")
    made = []
    for number, row in enumerate(table.rows):
        if progress and number % 100 == 0:
            progress(number, len(table.rows))
        cells = said_by(row, table)
        if layout.skip in row.cells or not rules.takes(cells):
            continue
        made.append(maker.record(row, cells))
    if not made and table.sound:
        table.findings.append(faults.NO_ROWS.at(table.at(table.heading_row)))
    return made


def _usual_kind(table: Table, schema: Schema, named: str) -> Kind | None:
    if not named:
        stem = PurePath(table.path).stem
        return kind_named(table.sheet or "", schema) or kind_named(stem, schema)
    found = kind_named(named, schema)
    if found is None:
        message = Text("Không có loại «{kind}».", "There is no kind “{kind}”.").fill(kind=named)
        known = ", ".join(nearest(named, schema.kinds) or sorted(schema.kinds))
        raise SheetError(message, Text("Các loại: {known}.", "The kinds are {known}.").fill(known=known))
    return found


def _kinds(table: Table, schema: Schema, mapping: SheetMapping, usual: Kind | None) -> dict[str, Kind]:
    """Every kind that a row of the sheet is of."""
    found = {usual.key: usual} if usual else {}
    named = [
        text_of(row.cells[n])
        for n, h in table.columns.items()
        if h.strip() == KIND
        for row in table.rows
        if n in row.cells
    ]
    for heading, rules in [*mapping.columns.items(), ("", mapping.fields)]:
        for rule in (r for r in rules if r.to == KIND):
            named += [value for row in table.rows for value in rule.apply(heading, said_by(row, table))]
    for text in dict.fromkeys(named):
        if (kind := kind_named(text, schema)) is not None:
            found[kind.key] = kind
    return found


class _Maker:
    def __init__(self, table: Table, schema: Schema, layout: Layout, kind: str) -> None:
        self.table = table
        self.schema = schema
        self.layout = layout
        self.kind = kind

    def record(self, row: Row, cells: Cells) -> SheetEntry:
        """The record of one row, its fields in the order of the columns and its evidence last."""
        entry = SheetEntry(self.table.path, row.number, self.table.sheet)
        if self.kind:
            entry.values[KIND] = self.kind
        self._look(row)
        for step in self.layout.steps:
            texts = step.rule.apply(step.heading, cells)
            if texts and (values := self._values(step, row, texts)):
                self._put(entry, step.column, step.number, values)
        if "evidence" in entry.values:
            entry.values["evidence"] = entry.values.pop("evidence")
        return entry

    def _look(self, row: Row) -> None:
        """What is odd about cells whatever they mean."""
        if self.table.sheet is None:
            return
        for number, value in row.cells.items():
            text, at = text_of(value), self.table.at(row.number, number)
            if number not in self.layout.known:
                self.table.findings.append(faults.NO_HEADING.at(at, value=text[:60]))
            elif text.startswith(_FORMULA):
                self.table.findings.append(faults.FORMULA_LOOKING.at(at, value=text[:60]))

    def _values(self, step: Step, row: Row, texts: Sequence[str]) -> list[str]:
        field = step.column.field
        if step.column.name == KIND:
            found = [kind_named(text, self.schema) for text in texts]
            return [kind.key if kind else text for kind, text in zip(found, texts, strict=True)]
        if field is None:
            return list(texts)
        if field.type is ValueType.DECIMAL and self.table.sheet is not None and step.number:
            self._doubt(step, row, texts)
        if not field.many or step.rule.split or not isinstance(row.cells.get(step.number, ""), str):
            return list(texts)
        parts = _BARRED if field.type in _RUNNING else _PARTS
        return [part for text in texts for part in parts.split(text) if part]

    def _doubt(self, step: Step, row: Row, texts: Sequence[str]) -> None:
        """A decimal that may be thousands, as Vietnamese writes them: read as it stands, and said."""
        if (row.number, step.number) not in self.table.numbers:
            for text in filter(_THOUSANDS.fullmatch, texts):
                at = self.table.at(row.number, step.number)
                self.table.findings.append(faults.AMBIGUOUS_NUMBER.at(at, value=text, meant=text.replace(".", "")))

    def _put(self, entry: SheetEntry, column: Column, number: int, values: list[str]) -> None:
        """Sets a field, unless a rule before has; a field with many values takes all."""
        keys = keys_of(column.name)
        into: dict[str, Any] = entry.values
        marks: Marks = entry.marks
        if column.part is Part.SOURCE:
            into, marks, keys = entry.source, entry.source_marks, keys[2:]
        *outer, last = keys
        for key in outer:
            into = into.setdefault(key, {})
            marks = marks.setdefault(key, {None: place(0, number)})
        marks.setdefault(last, place(0, number))
        many = column.field is not None and column.field.many
        earlier = into.get(last)
        if earlier is None or (last == KIND and not outer):
            into[last] = values[0] if len(values) == 1 else values
        elif many:
            before = earlier if isinstance(earlier, list) else [earlier]
            into[last] = list(dict.fromkeys([*before, *values]))
