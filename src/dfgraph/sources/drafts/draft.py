"""A record that somebody is about to add: what was said, and by which option or question each part can be said."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from dfgraph.base.findings import Finding, Location
from dfgraph.base.language import Text
from dfgraph.base.text import slug
from dfgraph.sources.facts import Entry
from dfgraph.sources.facts.ids import RESERVED
from dfgraph.sources.facts.index import NAMING
from dfgraph.sources.schema import Field, Kind

Keys = tuple[str | int, ...]
_PATH: Final = "+"
"""Begins the path of an entry that stands in no file yet; its number follows, and its lines number what was said."""

_LONGEST_SLUG: Final = 60


@dataclass(slots=True)
class Draft:
    """A record in the making.

    `values` are as a facts file would hold them: texts, lists and mappings, `id` and `evidence` among them. `ways` says
    how each can be said, by its keys: the name of an option, or the words of a question. `cites` is the source that it
    cites, where that may have to be recorded too.
    """

    kind: str
    values: dict[str, Any] = field(default_factory=dict)
    ways: dict[Keys, str] = field(default_factory=dict)
    cites: Draft | None = None

    def entry(self, number: int) -> Entry:
        """The draft as a record that can be checked; the places of its values lead back to the ways to say them."""
        marks: dict[Any, Any] = {None: 0}
        for line, keys in enumerate(self.ways, start=1):
            inner = marks
            for key in keys:
                inner = inner.setdefault(key, {None: line << 16})
            inner[None] = line << 16
        return Entry(f"{_PATH}{number}", 0, {"kind": self.kind, **self.values}, marks)

    def record(self) -> dict[str, Any]:
        """The draft as a facts file takes it: kind and id first, the evidence last."""
        first = {"kind": self.kind, **{key: self.values[key] for key in ("id",) if key in self.values}}
        fields = {key: value for key, value in self.values.items() if key not in RESERVED}
        return {**first, **fields, **{key: self.values[key] for key in ("evidence",) if key in self.values}}


def of_draft(finding: Finding) -> int | None:
    """The number of the draft that a finding is about; None where it is about a file."""
    path = finding.location.path if finding.location else ""
    return int(path[len(_PATH) :]) if path.startswith(_PATH) and path[len(_PATH) :].isdigit() else None


def told_at(finding: Finding, draft: Draft) -> Finding:
    """The finding at the option or question for its value; at the kind where there is none."""
    line = finding.location.line if finding.location else 0
    ways = list(draft.ways.values())
    place = ways[line - 1] if 0 < line <= len(ways) else draft.kind
    return Finding(finding.code, finding.severity, finding.message, Location(place), finding.subject, finding.hint)


def label_field(kind: Kind) -> Field | None:
    """The field that holds the name of the things of a kind."""
    return next((f for f in kind.fields.values() if f.path == NAMING[0]), None)


def label_of(values: dict[str, Any], kind: Kind) -> Text:
    """The name that a record gives its thing, in both languages; a plain text is Vietnamese."""
    named = label_field(kind)
    value = values.get(named.key) if named else None
    if isinstance(value, dict):
        return Text(_first(value.get("vi")), _first(value.get("en")))
    return Text(_first(value), "")


def _first(value: Any) -> str:
    return str((value or [""])[0] if isinstance(value, list) else value or "")


def named_id(prefix: str, words: Iterable[str], taken: Container[str] = ()) -> str | None:
    """An id made of words, numbered on where it is taken; None where no letter or digit is in them.

    >>> named_id("event", ["Hội chợ", "2019"]), named_id("event", ["a"], taken={"event/a"})
    ('event/hoi-cho-2019', 'event/a-2')
    """
    whole = "-".join(filter(None, map(slug, words)))
    if len(whole) > _LONGEST_SLUG:
        words_of_it = whole[: _LONGEST_SLUG + 1].rpartition("-")[0]
        whole = words_of_it if len(words_of_it) > _LONGEST_SLUG // 2 else whole[:_LONGEST_SLUG]
    if not whole:
        return None
    made, number = f"{prefix}/{whole}", 1
    while made in taken:
        number += 1
        made = f"{prefix}/{whole}-{number}"
    return made
