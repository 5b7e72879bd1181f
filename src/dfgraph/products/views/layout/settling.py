"""New nodes in a picture that is known: what stood there stays, and what is new comes near its neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import cos, pi, sin, sqrt
from typing import Final

Spot = tuple[int, int]
Box = tuple[float, float]

_GOLDEN_ANGLE: Final = pi * (3 - sqrt(5))
_TRIES: Final = 2000


def settle(boxes: Sequence[Box], near: Sequence[Sequence[int]], known: Sequence[Spot | None]) -> list[Spot | None]:
    """The places of all nodes: those known, and free ones as near as can be to the neighbours of the others.

    `near` lists the neighbours of each node. None stays for a node that no path leads to from one with a place.
    """
    spots = list(known)
    ground = _Ground(boxes)
    for node, spot in enumerate(spots):
        if spot is not None:
            ground.take(node, spot)
    queue = [node for node, spot in enumerate(spots) if spot is not None]
    waiting = set(range(len(boxes))) - set(queue)
    for node in queue:
        for other in near[node]:
            if other in waiting:
                waiting.remove(other)
                queue.append(other)
                around = [spot for neighbour in near[other] if (spot := spots[neighbour]) is not None]
                spots[other] = ground.free(other, _middle(around))
    return spots


def _middle(spots: Sequence[Spot]) -> Spot:
    return round(sum(x for x, _ in spots) / len(spots)), round(sum(y for _, y in spots) / len(spots))


class _Ground:
    """Which boxes stand where, by cells as large as the largest box."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._boxes = boxes
        self._cell = max((max(box) for box in boxes), default=1.0)
        self._taken: defaultdict[tuple[int, int], list[tuple[int, Spot]]] = defaultdict(list)

    def take(self, node: int, spot: Spot) -> None:
        """Put a node there."""
        self._taken[self._at(spot)].append((node, spot))

    def free(self, node: int, wanted: Spot) -> Spot:
        """The free place nearest to the one that is wanted, now taken; the last one tried where all are taken."""
        spot = wanted
        for spot in _spiral(wanted, sum(self._boxes[node]) / 6):
            if not self._covered(node, spot):
                break
        self.take(node, spot)
        return spot

    def _covered(self, node: int, spot: Spot) -> bool:
        column, row = self._at(spot)
        width, height = self._boxes[node]
        for right in (-1, 0, 1):
            for down in (-1, 0, 1):
                for other, (x, y) in self._taken.get((column + right, row + down), ()):
                    room_x, room_y = (width + self._boxes[other][0]) / 2, (height + self._boxes[other][1]) / 2
                    if abs(x - spot[0]) < room_x and abs(y - spot[1]) < room_y:
                        return True
        return False

    def _at(self, spot: Spot) -> tuple[int, int]:
        return int(spot[0] // self._cell), int(spot[1] // self._cell)


def _spiral(middle: Spot, step: float) -> Iterator[Spot]:
    """Points round the middle, ever further out, spread evenly."""
    for turn in range(_TRIES):
        radius = step * sqrt(turn)
        angle = turn * _GOLDEN_ANGLE
        yield round(middle[0] + radius * cos(angle)), round(middle[1] + radius * sin(angle))
