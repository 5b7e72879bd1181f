"""A mapping: how the columns of a sheet that others made become the fields of records.

    kind: agreement                       # unless --as says it, or a rule gives `kind`
    sheet: Sheet1                         # unless --sheet says it
    when: {kind: agreement}               # which rows are meant; the others are left alone
    unless: {no: [N0003, N0026]}          # rows that are left alone all the same
    tables: tables.yaml                   # tables of values that several mappings share: name, then its values
    columns:                              # by heading; what is not named here is matched by key or label
      row no: ignore
      Date: signed                        # short for {to: signed}
      Vietnamese side:
        to: party
        split: ";"                        # several values in a cell; or a list of separators
        replace: {"^Tỉnh ": ""}           # regular expressions, one after the other
        values: {Huế: province/hue, "?": null, "*": keep}
      Foreign side: {to: party, values: places}   # a table by its name
      Amount: {to: budget, times: {by: Unit, values: {million USD: 1000000}}}
      Unit:
        - {to: budget_unit, values: {million USD: USD}}
        - {to: budget_hedge, values: {"*": null, about million USD: about}}
      Local name:
        - {to: alias@vi, when: {checked: "yes"}}
        - {to: note@en, template: "Local name, not checked: {Local name}", when: {checked: empty}}
    fields:                               # what no single column gives
      evidence.source.source_type: {constant: news}
      label@en: {template: ["{Vietnamese side}–{Foreign side}, {Date}", "{Vietnamese side}–{Foreign side}"]}
      id: {template: "agreement/{Vietnamese side|slug}--{Foreign side|slug}--{Date}"}

What a rule does, in this order:
`when` asks columns of the row: a text or several that the cell may be, `filled` or `empty`; `unless` asks the contrary:
the rule is left out where one of its columns says so.
`constant` states a value, `template` composes one: `{column}`, or `{column|slug}`, `{column|year}`, `{column|first}`;
of several templates the first counts whose columns are all filled.
`split` takes a cell apart. `replace` and `values` change each part: a value may become several, and `null` drops it;
`"*"` stands for whatever is not listed, and `keep` leaves it as it is. `times` multiplies by a number, or by the one
that stands for the value of another column.
`to` is the field: `party`, `label@vi`, `evidence.paragraph`, `evidence.source.url`. Where several rules give a field
that has one value, the first that gives something counts; a field with many values takes all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Final

from dfgraph.base.text import slug
from dfgraph.sources.sheets.cells import plain_decimal

KEEP: Final = "keep"
OTHERS: Final = "*"
FILLED, EMPTY_CELL = "filled", "empty"
_PLACE: Final = re.compile(r"\{([^{}|]+)(?:\|([a-z]+))?\}")
FILTERS: Final[dict[str, Callable[[str], str]]] = {
    "slug": slug,
    "lower": str.lower,
    "year": lambda text: text[:4],
    "first": lambda text: re.split(r"[;|\n]", text)[0].strip(),
}

Cells = Mapping[str, Sequence[str]]
"""A row for the rules: what each column says, by its heading; several texts where the file keeps them apart."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What becomes of one column, or what a field is made of; see the module's text."""

    to: str
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unless: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    constant: tuple[str, ...] = ()
    template: tuple[str, ...] = ()
    split: tuple[str, ...] = ()
    replace: tuple[tuple[re.Pattern[str], str], ...] = ()
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    factor: Decimal | None = None
    by: str = ""
    factors: Mapping[str, Decimal] = field(default_factory=dict)
    line: int = 0

    def apply(self, heading: str, cells: Cells) -> list[str]:
        """The values that the rule gives for a row; `heading` is the column that it belongs to, if any."""
        if not applies(self.when, self.unless, cells):
            return []
        if self.constant:
            texts = list(self.constant)
        elif self.template:
            texts = [made for t in self.template if (made := compose(t, cells))][:1]
        else:
            texts = list(cells.get(heading, ()))
        for separator in self.split:
            texts = [part for text in texts for part in text.split(separator)]
        return [self._times(value, cells) for text in texts for value in self._changed(text.strip()) if value]

    def _changed(self, text: str) -> Sequence[str]:
        for pattern, by in self.replace:
            text = pattern.sub(by, text).strip()
        found = self.values.get(text, self.values.get(OTHERS))
        return (text,) if found is None or found == (KEEP,) else found

    def _times(self, value: str, cells: Cells) -> str:
        factor = self.factors.get(" ".join(cells.get(self.by, ()))) if self.by else self.factor
        if factor is None:
            return value
        try:
            return plain_decimal(Decimal(value) * factor)
        except InvalidOperation:
            return value  # no plain number: the field's type says so, at the cell


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """A mapping as read; `columns` are its rules by heading, none where a column is ignored; `path` is its file."""

    kind: str = ""
    sheet: str | None = None
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unless: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    columns: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    fields: tuple[Rule, ...] = ()
    path: str = ""

    def takes(self, cells: Cells) -> bool:
        """Whether a row is one of those that are meant."""
        return applies(self.when, self.unless, cells)


def applies(when: Mapping[str, tuple[str, ...]], unless: Mapping[str, tuple[str, ...]], cells: Cells) -> bool:
    """Whether a row says all that `when` wants, and nothing of `unless`."""
    wanted = all(_holds(texts, cells.get(heading, ())) for heading, texts in when.items())
    return wanted and not any(_holds(texts, cells.get(heading, ())) for heading, texts in unless.items())


def _holds(wanted: tuple[str, ...], said: Sequence[str]) -> bool:
    text = " | ".join(said)
    return any(text == one or (one == FILLED and text) or (one == EMPTY_CELL and not text) for one in wanted)


def compose(template: str, cells: Cells) -> str:
    """The text of a template for a row; empty where one of its columns is.

    >>> compose("{a|slug}/{b}", {"a": ["Quảng Ninh"], "b": ["2018"]}), compose("{a} {c}", {"a": ["x"]})
    ('quang-ninh/2018', '')
    """
    complete = True

    def said(match: re.Match[str]) -> str:
        nonlocal complete
        text = ", ".join(cells.get(match[1], ()))
        text = FILTERS[match[2]](text) if match[2] else text
        complete = complete and bool(text)
        return text

    text = _PLACE.sub(said, template)
    return text if complete else ""


def places_of(template: str) -> Iterator[tuple[str, str | None]]:
    """The columns that a template names, each with its filter."""
    for match in _PLACE.finditer(template):
        yield match[1], match[2]
