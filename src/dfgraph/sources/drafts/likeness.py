"""Things that a draft may be a second record of."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from dfgraph.base.language import Text
from dfgraph.base.names import BASE
from dfgraph.base.text import fold
from dfgraph.base.times import span_of
from dfgraph.sources.drafts.citing import URL, same_page
from dfgraph.sources.facts import Claim
from dfgraph.sources.facts.index import NAMING
from dfgraph.sources.schema import Field, Kind, ValueType

SAME_ID: Final = Text("cùng mã", "the same id")
SAME_VALUES: Final = Text("cùng {fields}", "the same {fields}")
SAME_PAGE: Final = Text("cùng địa chỉ web", "the same web address")
NEAR_NAME: Final = Text("tên gần giống", "a name much like it")
SAME_CLAIM: Final = Text("đã ghi đúng như vậy, cùng dẫn chứng", "recorded just so, on the same evidence")
_NEAR: Final = 0.9
_SHORT: Final = 6
_TIME: Final = f"<{BASE}time/"
_DIGITS = re.compile(r"[0-9]+")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Likeness:
    """A thing that is already recorded, and why a draft may speak of the same one."""

    id: str
    label: Text
    why: Text


def alike(new: Iterable[Claim], known: Iterable[Claim], kind: Kind) -> list[tuple[str, Text]]:
    """The known things of the same kind that a new one may be, likeliest first, and why.

    The same web address; or the same values in the fields that make an id, or nearly the same name, unless both are
    dated and the dates do not meet.
    """
    claims = list(new)
    if not claims:
        return []
    mine = _Facts(claims, kind)
    others: dict[str, list[Claim]] = {}
    for claim in known:
        if claim.entry.kind == kind.key and claim.subject != claims[0].subject and not claim.retracted:
            others.setdefault(claim.entry.id, []).append(claim)
    found: list[tuple[int, str, Text]] = []
    for id_, theirs in others.items():
        other = _Facts(theirs, kind)
        if mine.pages & other.pages:
            found.append((0, id_, SAME_PAGE))
        elif other.of_another_time(mine):
            continue
        elif other.same_values(mine):
            named = Text(*(", ".join(f.label.say(say) for f in mine.id_fields) for say in ("vi", "en")))
            found.append((0, id_, SAME_VALUES.fill(fields=named)))
        elif other.near_name(mine):
            found.append((1, id_, NEAR_NAME))
    return [(id_, why) for _, id_, why in sorted(found, key=lambda f: f[:2])]


class _Facts:
    """What the claims about one thing say, as far as it tells things apart."""

    def __init__(self, claims: Iterable[Claim], kind: Kind) -> None:
        said: dict[str, set[str]] = {}
        for claim in claims:
            for statement in claim.statements:
                predicate, _, value = statement.partition(" ")
                said.setdefault(predicate, set()).add(value)
        self.said = said
        self.dates = [f for f in kind.fields.values() if f.fact_date is not None and f.type is ValueType.TIME]
        self.makers = kind.id_from
        self.pages = {same_page(url) for url in self._texts(said.get(f"<{URL}>", ()))}
        self.names = [v for path in NAMING for v in self._texts(said.get(f"<{path}>", ()))]

    @staticmethod
    def _texts(values: Iterable[str]) -> Iterator[str]:
        for value in values:
            if match := _TEXT.match(value):
                yield match[1]

    @property
    def id_fields(self) -> list[Field]:
        return [f for f in self.makers if self.values(f)]

    def values(self, field: Field) -> set[str]:
        return self.said.get(f"<{field.path}>", set())

    def of_another_time(self, other: _Facts) -> bool:
        """Whether the facts of both are dated, and the dates of one of these fields do not meet."""
        fields = {f.path: f for f in (*self.dates, *(f for f in self.makers if f.type is ValueType.TIME))}
        return any(
            (mine := self.values(field)) and (theirs := other.values(field)) and not self._meet(mine, theirs)
            for field in fields.values()
        )

    def same_values(self, other: _Facts) -> bool:
        """Whether the same fields that make an id are given, with the same values; times need only meet."""
        fields = self.id_fields
        if not fields or [f.path for f in fields] != [f.path for f in other.id_fields]:
            return False
        others = (f for f in fields if f.type is not ValueType.TIME)
        return all(self.values(f) == other.values(f) for f in others) and any(
            f.type is not ValueType.TIME for f in fields
        )

    def near_name(self, other: _Facts) -> bool:
        """Whether a name of one is nearly a name of the other; other numbers are another thing."""
        return any(near(a, b) for a in set(map(fold, self.names)) for b in set(map(fold, other.names)))

    @staticmethod
    def _meet(mine: set[str], theirs: set[str]) -> bool:
        spans = [[span_of(v[len(_TIME) : -1]) for v in values if v.startswith(_TIME)] for values in (mine, theirs)]
        return any(
            (a.earliest or date.min) <= (b.latest or date.max) and (b.earliest or date.min) <= (a.latest or date.max)
            for a in spans[0]
            for b in spans[1]
        )


def near(one: str, other: str) -> bool:
    """Whether two names, as `fold` gives them, are nearly the same."""
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    if shorter < _SHORT or 2 * shorter < _NEAR * (shorter + longer):
        return False
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < _NEAR:
        return False
    return matcher.ratio() >= _NEAR
