"""Rectangles side by side, so that the whole is small and has the shape of a screen."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Final

import numpy as np

GAP: Final = 60.0
"""The room between two rectangles."""

WIDE: Final = 1.45
"""A picture on a screen is wider than high."""

_FITTED: Final = 40


def pack(extents: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The low corner of each rectangle of (width, height).

    The largest are fitted to each other; the others, where there are many, stand in rows beside them.

    >>> pack([(10, 10), (30, 30)])
    [(90.0, 0.0), (0.0, 0.0)]
    """
    order = sorted(range(len(extents)), key=lambda item: (-extents[item][0] * extents[item][1], item))
    large, small = (order, []) if len(order) <= _FITTED else (order[: _FITTED - 1], order[_FITTED - 1 :])
    rows, whole = _rows([extents[item] for item in small])
    corners = _fit([extents[item] for item in large] + ([whole] if small else []))
    places = dict(zip(large, corners, strict=False))
    for item, (x, y) in zip(small, rows, strict=True):
        places[item] = (corners[-1][0] + x, corners[-1][1] + y)
    return [places[item] for item in range(len(extents))]


def _rows(extents: list[tuple[float, float]]) -> tuple[list[tuple[float, float]], tuple[float, float]]:
    """Corners in rows from the highest to the lowest, and what they take together."""
    wanted = sqrt(sum((width + GAP) * (height + GAP) for width, height in extents) * WIDE)
    places = {}
    x = y = row = widest = 0.0
    for item in sorted(range(len(extents)), key=lambda item: (-extents[item][1], item)):
        width, height = extents[item]
        if x and x + width > wanted:
            x, y, row = 0.0, y + row + GAP, 0.0
        places[item] = (x, y)
        x, row, widest = x + width + GAP, max(row, height), max(widest, x + width)
    return [places[item] for item in range(len(extents))], (widest, y + row)


def _fit(extents: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Each where the whole stays small: beside or under one that has its place already."""
    size = np.array(extents, dtype=np.float64).reshape(-1, 2) + GAP
    low = np.zeros_like(size)
    done: list[int] = []
    for item in sorted(range(len(extents)), key=lambda item: (-size[item].prod(), item)):
        if done:
            placed, ends = low[done], low[done] + size[done]
            beside = np.stack([np.repeat(ends[:, 0], len(done)), np.tile(placed[:, 1], len(done))], axis=1)
            under = np.stack([np.repeat(placed[:, 0], len(done)), np.tile(ends[:, 1], len(done))], axis=1)
            corners = np.vstack([beside, under])
            far = corners + size[item]
            covered = ((corners[:, None] < ends - 1e-6) & (placed < far[:, None] - 1e-6)).all(axis=2).any(axis=1)
            whole = np.maximum(far, ends.max(axis=0))
            cost = np.maximum(whole[:, 0], whole[:, 1] * WIDE) + corners.sum(axis=1) * 1e-3
            low[item] = corners[np.where(covered, np.inf, cost).argmin()]
        done.append(item)
    return [(float(x), float(y)) for x, y in low]
