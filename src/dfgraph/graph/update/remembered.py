"""What a build knows beyond its graph, and an update of the graph needs to know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from dfgraph.base.text import fold
from dfgraph.sources.facts.check import Checked


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a build knows beyond its graph: its counts, the names by which records refer, the claims made twice.

    `looked_up` are names as they are compared, see `fold`, each with the class of what it may mean; `by_day` tells
    whether some of them may mean another thing on another day.
    """

    counts: Mapping[str, int]
    looked_up: frozenset[tuple[str, str]]
    by_day: bool
    twice: frozenset[str]

    def refers(self, names: Iterable[str], classes: Collection[str] | None = None) -> bool:
        """Whether records may refer to a thing of some classes, or of any, by one of its names."""
        folded = set(map(fold, names))
        return bool(folded) and any(
            name in folded and (classes is None or range_ in classes) for range_, name in self.looked_up
        )

    def beside(self, other: Remembered) -> Remembered:
        """What both know together, with the counts of this one."""
        return Remembered(
            self.counts, self.looked_up | other.looked_up, self.by_day or other.by_day, self.twice | other.twice
        )


def remembered(counts: Mapping[str, int], checked: Checked) -> Remembered:
    """What is to be remembered of a build."""
    looked_up = frozenset((range_, fold(text)) for range_, text in checked.looked_up)
    return Remembered(dict(counts), looked_up, checked.by_day, frozenset(checked.twice))
