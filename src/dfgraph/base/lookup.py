"""Finding a thing by what people call it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from dfgraph.base.text import fold, nearest, nfc


class Named(NamedTuple):
    """A thing, the names it goes by, and the days between which it exists (None: open)."""

    id: str
    names: tuple[str, ...]
    since: date | None = None
    until: date | None = None

    def exists_within(self, earliest: date | None, latest: date | None) -> bool:
        """Whether it existed at some time between two days."""
        ends_before = self.until is not None and earliest is not None and self.until < earliest
        starts_after = self.since is not None and latest is not None and self.since > latest
        return not (ends_before or starts_after)


class NameTable:
    """Names to things; exact spelling ranks before a spelling without marks.

    >>> table = NameTable([Named("tea", ("Chè",)), Named("shield", ("Che",))])
    >>> [t.id for t in table.find("Chè")], [t.id for t in table.find("CHE")]
    (['tea'], ['tea', 'shield'])
    """

    def __init__(self, things: Iterable[Named]) -> None:
        self._by_fold: dict[str, list[Named]] = {}
        self._spellings: dict[str, str] = {}
        for thing in things:
            names = [nfc(name) for name in thing.names]
            for name in dict.fromkeys(map(fold, names)):
                self._by_fold.setdefault(name, []).append(thing)
            for name in names:
                self._spellings.setdefault(name, thing.id)

    def find(self, text: str) -> Sequence[Named]:
        """The things called `text`: those spelled just so where there are any, else all that are equal when folded."""
        wanted = nfc(text)
        found = self._by_fold.get(fold(wanted), [])
        exact = [t for t in found if wanted in map(nfc, t.names)]
        return exact or found

    def near(self, text: str, count: int = 3) -> list[str]:
        """Names like `text`, with the id of what they name, for a “did you mean”."""
        return [f"{name} ({self._spellings[name]})" for name in nearest(text, self._spellings, count)]
