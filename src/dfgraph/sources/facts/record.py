"""A record as written, and the claims that it makes once it is checked."""

from __future__ import annotations

from typing import Any

from dfgraph.base.findings import Location
from dfgraph.sources.facts.evidence import Evidence

Marks = dict[Any, Any]
"""Where the values of a mapping stand: key → place, or → Marks for what is nested; None → the mapping itself.

A place is `line << 16 | column`, both from 1; a line of 0 is the record's own. One number costs less than a pair, and
there is one for every value of every record.
"""


def place(line: int, column: int) -> int:
    """A line and a column (both from 1) as one number; columns past 65,535 are not told apart."""
    return line << 16 | min(column, 0xFFFF)


class Entry:
    """One record as written: text, lists and mappings, and the place of every value."""

    __slots__ = ("id", "kind", "line", "marks", "path", "values")

    def __init__(self, path: str, line: int, values: dict[str, Any], marks: Marks) -> None:
        self.path = path
        self.line = line
        self.values = values
        self.marks = marks
        self.kind = ""
        self.id = ""

    def at(self, *keys: str | int) -> Location:
        """Where the value under `keys` is written; the record's first line where that is not known."""
        mark: Any = self.marks
        for key in keys:
            if not isinstance(mark, dict) or key not in mark:
                break
            mark = mark[key]
        if isinstance(mark, dict):
            mark = mark.get(None, 0)
        line, column = mark >> 16, mark & 0xFFFF
        return Location(self.path, line or self.line, column)


class Claim:
    """What one record says of one thing on one evidence, checked.

    `statements` and `evidence` are `predicate object` pairs in N-Triples text, ready to follow a subject; `hash`
    identifies the claim by its subject, content and evidence. `passage` are N-Triples about the cited place in the
    source, empty where only the whole source is cited. What the claim says does not hold where it is `retracted`, or
    where the source `denies` it.
    """

    __slots__ = ("denies", "entry", "evidence", "hash", "passage", "retracted", "statements", "subject")

    def __init__(self, entry: Entry, subject: str, statements: list[str], evidence: Evidence, hash_: str) -> None:
        self.entry = entry
        self.subject = subject
        self.statements = statements
        self.evidence = evidence.statements
        self.retracted = evidence.retracted
        self.denies = evidence.denies
        self.passage = evidence.passage
        self.hash = hash_
