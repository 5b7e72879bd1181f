"""A fault in the data as a row: what, how bad, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final, NamedTuple

from dfgraph.base.language import EMPTY, Language, Text

_LONGEST: Final = 400
"""Characters of a value that a finding tells."""


class Severity(IntEnum):
    """How bad a finding is; compares in that order."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @classmethod
    def named(cls, name: str) -> Severity:
        """The severity written `info`, `warning` or `error`."""
        return cls[name.strip().upper()]


class Location(NamedTuple):
    """Where something was written: a file, and there a line and a column (both from 1), as far as known.

    In a spreadsheet a line is a row: `sheet` is then the name of the sheet, empty in a file that has but one; it is
    None for all that is no spreadsheet.

    >>> str(Location("a.yaml", 12, 5)), str(Location("x.xlsx", 5, 3, "Sheet1")), str(Location("x.csv", 5, 3, ""))
    ('a.yaml:12:5', 'x.xlsx!Sheet1!C5', 'x.csv!C5')
    """

    path: str
    line: int = 0
    column: int = 0
    sheet: str | None = None

    def __str__(self) -> str:
        """`path:line:column` or `path!sheet!cell`, without the parts that are not known."""
        if self.sheet is None:
            return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        return "!".join(part for part in (self.path, self.sheet, self.cell) if part)

    @property
    def cell(self) -> str:
        """The address of the cell: `C5`, a row or a column alone where no more is known, empty outside spreadsheets."""
        if self.sheet is None:
            return ""
        return column_letters(self.column) + (str(self.line) if self.line else "")


def column_letters(number: int) -> str:
    """The letters of a column of a spreadsheet, counted from 1; none for 0.

    >>> column_letters(3), column_letters(28), column_letters(0)
    ('C', 'AB', '')
    """
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or remark, found in the data."""

    code: str
    severity: Severity
    message: Text
    location: Location | None = None
    subject: str | None = None
    hint: Text = EMPTY

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order by place, then by code: findings read in the order of the files."""
        path, line, column = self.location[:3] if self.location else ("￿", 0, 0)
        return (path, line, column, self.code, self.message.en)

    def to_json(self, language: Language) -> dict[str, Any]:
        """Plain data for `--json`; the texts in `language`."""
        place = self.location or Location("")
        told: dict[str, Any] = {
            "code": self.code,
            "severity": self.severity.name.lower(),
            "path": place.path or None,
            "line": place.line or None,
            "column": place.column or None,
            "subject": self.subject,
            "message": self.message.say(language),
            "hint": self.hint.say(language) or None,
        }
        return told if place.sheet is None else {**told, "sheet": place.sheet, "cell": place.cell}


class Fault(NamedTuple):
    """A kind of finding: its code, its severity and its texts, in which `{name}` stands for a value."""

    code: str
    severity: Severity
    message: Text
    hint: Text = EMPTY

    def at(self, location: Location | None, subject: str | None = None, /, **values: object) -> Finding:
        """The finding of this kind at a place; a value that is very long is told by its beginning."""
        told = {k: f"{v[:_LONGEST]}…" if isinstance(v, str) and len(v) > _LONGEST else v for k, v in values.items()}
        return Finding(self.code, self.severity, self.message.fill(**told), location, subject, self.hint.fill(**told))
