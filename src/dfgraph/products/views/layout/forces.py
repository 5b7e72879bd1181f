"""Positions for many nodes: neighbours draw together, all others push apart, in time that grows with the edges.

The forces are those of UMAP (McInnes, Healy and Melville, 2018): an edge pulls its two nodes, and each node is pushed
away from a few others in every round. Which others is no matter of chance: round by round, each node meets the one that
stands so many places further on in the list, and the golden ratio says how many.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Indices = NDArray[np.intp]

_A: Final = 1.58  # the two constants of UMAP's curve for nodes that may come as near as a tenth of the unit
_B: Final = 0.9
_STRONGEST: Final = 4.0
_STEP: Final = 0.5
_OTHERS: Final = 8
_GRAVITY: Final = 0.002
_GOLDEN: Final = 0.6180339887498949


def relax(start: Array, pairs: Indices, rounds: int = 400) -> Array:
    """Positions in which nodes stand near the nodes that they are tied to; the unit is the length of an edge.

    `pairs` holds the two ends of each edge, row by row. Takes two seconds for 20,000 nodes and 50,000 edges.
    """
    count = len(start)
    first, second = pairs.T
    ties = np.maximum(np.bincount(pairs.ravel(), minlength=count), 1)
    x, y = (start - start.mean(axis=0)).T * (np.sqrt(count) / max(float(np.ptp(start)), 1e-9))
    turn = 0
    for number in range(rounds):
        push_x, push_y = np.zeros(count), np.zeros(count)
        for _ in range(_OTHERS):
            turn += 1
            step = 1 + int(turn * _GOLDEN % 1 * (count - 1))
            away_x, away_y = _push(x - np.roll(x, step), y - np.roll(y, step))
            push_x += away_x - np.roll(away_x, -step)
            push_y += away_y - np.roll(away_y, -step)
        pull_x, pull_y = _pull(x[first] - x[second], y[first] - y[second])
        strength = _STEP * (1 - number / rounds)
        x = x + strength * (push_x + _gathered(pull_x, first, second, count) / ties - _GRAVITY * x)
        y = y + strength * (push_y + _gathered(pull_y, first, second, count) / ties - _GRAVITY * y)
    return np.stack([x, y], axis=1)


def _pull(x: Array, y: Array) -> tuple[Array, Array]:
    square = np.maximum(x * x + y * y, 1e-6)
    power = np.power(square, _B)
    force = -2 * _A * _B * power / square / (1 + _A * power)
    return _bounded(force * x, force * y)


def _push(x: Array, y: Array) -> tuple[Array, Array]:
    square = x * x + y * y
    force = 2 * _B / ((0.001 + square) * (1 + _A * np.power(square, _B)))
    return _bounded(force * x, force * y)


def _bounded(x: Array, y: Array) -> tuple[Array, Array]:
    return np.clip(x, -_STRONGEST, _STRONGEST), np.clip(y, -_STRONGEST, _STRONGEST)


def _gathered(force: Array, first: Indices, second: Indices, count: int) -> Array:
    """What the edges do to each node together."""
    return np.asarray(np.bincount(first, force, count) - np.bincount(second, force, count))
