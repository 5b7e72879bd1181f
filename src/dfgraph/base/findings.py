"""A fault in the data as a row: what, how bad, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple

from dfgraph.base.language import EMPTY, Language, Text


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

    >>> str(Location("data/facts/a.yaml", 12, 5))
    'data/facts/a.yaml:12:5'
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`path:line:column`, without the parts that are not known."""
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


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
        path, line, column = self.location or ("￿", 0, 0)
        return (path, line, column, self.code, self.message.en)

    def to_json(self, language: Language) -> dict[str, Any]:
        """Plain data for `--json`; the texts in `language`."""
        return {
            "code": self.code,
            "severity": self.severity.name.lower(),
            "path": self.location.path if self.location else None,
            "line": (self.location.line or None) if self.location else None,
            "column": (self.location.column or None) if self.location else None,
            "subject": self.subject,
            "message": self.message.say(language),
            "hint": self.hint.say(language) or None,
        }


class Fault(NamedTuple):
    """A kind of finding: its code, its severity and its texts, in which `{name}` stands for a value."""

    code: str
    severity: Severity
    message: Text
    hint: Text = EMPTY

    def at(self, location: Location | None, subject: str | None = None, /, **values: object) -> Finding:
        """The finding of this kind at a place."""
        return Finding(
            self.code, self.severity, self.message.fill(**values), location, subject, self.hint.fill(**values)
        )
