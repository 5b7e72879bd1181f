"""What each column of a sheet is for: its rules, by a mapping or by its heading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dfgraph.base.findings import Location, column_letters
from dfgraph.base.language import Text
from dfgraph.base.text import fold
from dfgraph.sources.facts.faults import did_you_mean
from dfgraph.sources.schema import Kind, Schema
from dfgraph.sources.sheets import faults
from dfgraph.sources.sheets.columns import SKIP, Column, Headings, columns_of
from dfgraph.sources.sheets.mapping import Cells, Rule, SheetMapping
from dfgraph.sources.sheets.table import Row, Table

KIND: Final = "kind"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do for every row: a rule, the column of the sheet it belongs to (0: none), and what it fills.

    `mapped` tells that a person wrote the rule, so that the value is not taken apart once more.
    """

    rule: Rule
    number: int
    heading: str
    column: Column
    mapped: bool


@dataclass(slots=True)
class Layout:
    """All steps for the rows of a sheet; `skip` is the column whose marks leave a row out, 0 where there is none."""

    steps: list[Step]
    skip: int
    known: frozenset[int]


def kind_named(text: str, schema: Schema) -> Kind | None:
    """The kind that a key, or a label in either language, means."""
    if text in schema.kinds:
        return schema.kinds[text]
    wanted = fold(text.replace("-", " "))
    for kind in schema.kinds.values():
        if wanted in (fold(kind.key.replace("-", " ")), fold(kind.label.vi), fold(kind.label.en)):
            return kind
    return None


def lay_out(table: Table, schema: Schema, kinds: Mapping[str, Kind], mapping: SheetMapping) -> Layout:
    """What to do for every row of `table`, whose rows are of `kinds`; unknown and doubled headings become findings.

    Rows right below the headings that say the same once more (in the other language, or as keys) are taken away.
    """
    headings = Headings(column for kind in kinds.values() for column in columns_of(schema, kind))
    layout = Layout([], 0, frozenset(table.columns))
    rules = {fold(heading): (heading, those) for heading, those in mapping.columns.items()}
    taken: dict[tuple[str, ...], int] = {}
    direct: dict[int, Column] = {}
    for number, heading in table.columns.items():
        mapped = rules.pop(fold(heading), None)
        if mapped is not None:
            layout.steps += _mapped(table, mapped[1], number, heading, headings, mapping.path)
            continue
        column = _column(table, number, heading, headings)
        if column is None:
            continue
        if (other := taken.setdefault(column.keys, number)) != number:
            place = table.at(table.heading_row, number)
            table.findings.append(faults.DUPLICATE_HEADING.at(place, heading=heading, other=column_letters(other)))
            continue
        direct[number] = column
        if column.name == SKIP:
            layout.skip = number
        else:
            layout.steps.append(Step(Rule(column.name), number, heading, column, mapped=False))
    for heading, _ in rules.values():
        meant = did_you_mean([*map(str, table.columns.values())][:8])
        table.findings.append(faults.UNUSED_MAPPING.at(Location(mapping.path), heading=heading, meant=meant))
    layout.steps += _mapped(table, mapping.fields, 0, "", headings, mapping.path)
    _drop_headings_said_again(table, direct, headings)
    return layout


def _mapped(
    table: Table, rules: tuple[Rule, ...], number: int, heading: str, headings: Headings, path: str
) -> list[Step]:
    steps = []
    for rule in rules:
        found = headings.find(rule.to)
        if len(found) == 1:
            steps.append(Step(rule, number, heading, found[0], mapped=True))
            continue
        why = Text("không có trường «{to}»", "there is no field “{to}”").fill(to=rule.to)
        meant = did_you_mean([column.name for column in found] or headings.near(rule.to))
        table.findings.append(faults.MAPPING.at(Location(path, rule.line), why=why, meant=meant))
    return steps


def _column(table: Table, number: int, heading: str, headings: Headings) -> Column | None:
    found = headings.find(heading)
    if len(found) == 1:
        return found[0]
    place = table.at(table.heading_row, number)
    if found:
        names = ", ".join(column.name for column in found)
        table.findings.append(faults.AMBIGUOUS_COLUMN.at(place, heading=heading, columns=names))
    else:
        meant = did_you_mean(headings.near(heading))
        table.findings.append(faults.UNKNOWN_COLUMN.at(place, heading=heading, meant=meant))
    return None


def _drop_headings_said_again(table: Table, columns: Mapping[int, Column], headings: Headings) -> None:
    while table.sheet is not None and table.rows and columns:
        cells = table.rows[0].cells
        if not all(n in columns and headings.find(str(text)) == [columns[n]] for n, text in cells.items()):
            return
        table.repeated.append(table.rows.pop(0))


def said_by(row: Row, table: Table) -> Cells:
    """A row by heading, for rules."""
    found: dict[str, tuple[str, ...]] = {}
    for number, value in row.cells.items():
        if (heading := table.columns.get(number)) is not None:
            found[heading] = (value,) if isinstance(value, str) else value
    return found
