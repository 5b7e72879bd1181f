"""Boxes that cover each other, pushed apart."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Indices = NDArray[np.intp]

_GAP: Final = 60.0
_SWEEPS: Final = 20
_ROUNDS: Final = 10
_GROWTH: Final = 1.007
_BESIDE: Final = ((0, 0), (1, 0), (-1, 1), (0, 1), (1, 1))


def part(points: Array, sizes: Array) -> Array:
    """The same points, moved until the boxes of these sizes round them do not cover each other, or hardly.

    Two boxes part along the line between them; crowds make the whole picture grow.
    """
    x, y = points.T.copy()
    for _ in range(_SWEEPS):
        # Only boxes that may meet within the next rounds are looked at: most never do.
        pairs = _near(x, y, sizes.max(axis=0) + _GAP)
        room = (sizes[pairs[0]] + sizes[pairs[1]]).T / 2
        close = np.abs(x[pairs[0]] - x[pairs[1]]) < room[0] + _GAP
        close &= np.abs(y[pairs[0]] - y[pairs[1]]) < room[1] + _GAP
        if not _push(x, y, (pairs[0][close], pairs[1][close]), (room[0][close], room[1][close])):
            break
    return np.stack([x, y], axis=1)


def _near(x: Array, y: Array, cell: Array) -> tuple[Indices, Indices]:
    """The pairs of points in the same cell of a grid, or in cells side by side."""
    column, row = (np.floor((axis - axis.min()) / size).astype(np.intp) for axis, size in ((x, cell[0]), (y, cell[1])))
    width = int(column.max()) + 3
    key = (row + 1) * width + column + 1
    order = np.argsort(key, kind="stable")
    sorted_key = key[order]
    found = []
    for right, down in _BESIDE:
        wanted = sorted_key + down * width + right
        start = np.searchsorted(sorted_key, wanted, "left")
        if (right, down) == (0, 0):
            start = np.arange(1, len(order) + 1)
        count = np.maximum(np.searchsorted(sorted_key, wanted, "right") - start, 0)
        one = np.repeat(np.arange(len(order)), count)
        other = np.arange(len(one)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(start, count)
        found.append((order[one], order[other]))
    firsts, seconds = zip(*found, strict=True)
    return np.concatenate(firsts), np.concatenate(seconds)


def _push(x: Array, y: Array, pairs: tuple[Indices, Indices], room: tuple[Array, Array]) -> bool:
    """Some rounds of parting, in place; False when no boxes covered each other."""
    first, second = pairs
    count = len(x)
    for turn in range(_ROUNDS):
        gap_x, gap_y = x[first] - x[second], y[first] - y[second]
        covered = np.nonzero((np.abs(gap_x) < room[0] - 0.5) & (np.abs(gap_y) < room[1] - 0.5))[0]
        if not len(covered):
            return turn > 0
        one, other = first[covered], second[covered]
        gap_x, gap_y = gap_x[covered], np.where(np.abs(gap_y[covered]) < 1, 1.0, gap_y[covered])
        enough = np.minimum(room[0][covered] / np.maximum(np.abs(gap_x), 1e-6), room[1][covered] / np.abs(gap_y))
        step = 0.35 * (np.minimum(enough, 1 + 40 / np.hypot(gap_x, gap_y)) - 1)
        x += np.bincount(one, gap_x * step, count) - np.bincount(other, gap_x * step, count)
        y += np.bincount(one, gap_y * step, count) - np.bincount(other, gap_y * step, count)
        x *= _GROWTH
        y *= _GROWTH
    return True
