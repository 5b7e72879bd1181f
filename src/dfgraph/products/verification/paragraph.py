"""One paragraph, and what can be read from it; and whether a value stands in it."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Final

from dfgraph.base.text import fold
from dfgraph.products.verification.dates import Moment, Statement, moments_in, stated
from dfgraph.products.verification.model import Value, Way
from dfgraph.products.verification.names import contains, mentions
from dfgraph.products.verification.numbers import Reading, numbers_in
from dfgraph.products.verification.texts import digest_of

_WINDOW: Final = 60


class Paragraph:
    """A paragraph of a text; what is read from it is read once."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def digest(self) -> str:
        """By which the paragraph is known."""
        return digest_of(self.text)

    @cached_property
    def folded(self) -> str:
        """Its words without marks, case and punctuation."""
        return fold(self.text)

    @cached_property
    def moments(self) -> list[Moment]:
        """The times that it states."""
        return moments_in(self.text)

    @cached_property
    def numbers(self) -> list[Reading]:
        """The numbers that it states."""
        return numbers_in(self.text, [(m.start, m.end) for m in self.moments if m.sure])

    def states(self, value: Value) -> Statement:
        """Whether it states `value`."""
        if value.way is Way.DATE:
            return stated(value.forms[0], self.moments)
        return Statement.WHOLE if self._has(value) else Statement.NOT

    def _has(self, value: Value) -> bool:
        if value.way is Way.NUMBER:
            wanted = _number(value)
            return any(reading.value == wanted for reading in self.numbers)
        if value.way is Way.NAME:
            return mentions(self.text, self.folded, value.forms)
        if value.way is Way.DIGEST:
            return self.digest in value.forms
        return any(contains(self.folded, form) for form in value.forms)

    def near(self, value: Value) -> str:
        """What it has in the place of a value that it does not state: the likest number or time, and words around."""
        if value.way is Way.NUMBER and self.numbers and (wanted := _number(value)).is_finite():
            likest = min(self.numbers, key=lambda r: (_digits(r.value) != _digits(wanted), abs(r.value - wanted)))
            return self._around(likest.start, likest.end)
        if value.way is Way.DATE and self.moments:
            parts = {int(part) for part in re.findall("[0-9]+", value.forms[0])}
            moment = max(self.moments, key=lambda m: len(parts & set(m[:3])))
            return self._around(moment.start, moment.end)
        return ""

    def _around(self, start: int, end: int) -> str:
        """At most sixty characters of the paragraph around a place in it, in whole words."""
        end = min(end, start + _WINDOW - 2)
        left = max(0, start - (_WINDOW - 2 - (end - start)) // 2)
        right = min(len(self.text), left + _WINDOW - 2)
        if left:
            left = self.text.find(" ", left - 1, start) + 1 or start
        if right < len(self.text):
            right = max(self.text.rfind(" ", end, right + 1), end)
        words = "".join(c if c.isprintable() else " " for c in self.text[left:right]).strip()
        return ("…" if left else "") + words + ("…" if right < len(self.text) else "")


def _number(value: Value) -> Decimal:
    try:
        return Decimal(value.forms[0])
    except InvalidOperation:
        return Decimal("NaN")


def _digits(number: Decimal) -> str:
    """The figures of a number without its scale: `60.28` and `60280000000` have the same."""
    return "".join(map(str, number.as_tuple().digits)).strip("0")
