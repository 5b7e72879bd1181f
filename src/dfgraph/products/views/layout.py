"""Where each node stands: the same graph gives the same picture, without a random number.

Distances on paper follow distances in the graph (stress majorisation from a pivot start); then boxes that cover each
other are parted, and the components are laid side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import pi, sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Indices = NDArray[np.intp]

EDGE_LENGTH = 130.0
"""The length wanted for an edge, in the page's units (pixels at zoom 1)."""

STRESS_LIMIT = 1000
"""Components above this many nodes keep their pivot start: the full method needs memory and time by the square."""

_PIVOTS = 50
_GOLDEN_ANGLE = pi * (3 - sqrt(5))
_GAP = 60.0
_SWEEPS = 20
_GROWTH = 1.007
_WIDE = 1.45  # a picture on a screen is wider than high


def place(boxes: Sequence[tuple[float, float]], edges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Positions of the nodes 0, 1, … whose `boxes` are (width, height) and which `edges` join by index.

    Takes well under a second for 300 nodes. Boxes do not cover each other in components up to `STRESS_LIMIT`.

    >>> place([(20, 20), (20, 20)], [(0, 1)])
    [(-65, 0), (65, 0)]
    """
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(boxes)))
    graph.add_edges_from((a, b) for a, b in edges if a != b)
    components = sorted(sorted(part) for part in nx.connected_components(graph))
    alone = [node for part in components if len(part) == 1 for node in part]
    components = [part for part in components if len(part) > 1] + ([alone] if alone else [])
    sizes = np.array(boxes, dtype=np.float64).reshape(-1, 2)
    placed = [_place_component(graph.subgraph(part), part, sizes[part]) for part in components]
    corners = _pack([_extent(points, sizes[part]) for points, part in zip(placed, components, strict=True)])
    result = np.zeros((len(boxes), 2))
    for points, part, corner in zip(placed, components, corners, strict=True):
        low = (points - sizes[part] / 2).min(axis=0)
        result[part] = points - low + corner
    if len(boxes):
        result -= (result.min(axis=0) + result.max(axis=0)) / 2
    return [(round(float(x)), round(float(y))) for x, y in result]


def _place_component(graph: nx.Graph[int], members: list[int], sizes: Array) -> Array:
    count = len(members)
    if not graph.number_of_edges():
        return _grid(sizes)
    if count > STRESS_LIMIT:
        return _level(_pivot_start(_hops(graph, members, members[:: max(1, count // _PIVOTS)])))
    hops = _hops(graph, members, members)
    points = _level(_lower_stress(_pivot_start(hops[:: max(1, count // _PIVOTS)]), hops))
    return _part(points, sizes)


def _grid(sizes: Array) -> Array:
    """Nodes without edges, in rows that together have the shape of a screen."""
    cell = sizes.max(axis=0) + _GAP / 2
    columns = max(1, round(sqrt(len(sizes) * _WIDE * cell[1] / cell[0])))
    places = np.arange(len(sizes))
    return np.asarray(np.stack([places % columns, places // columns], axis=1) * cell)


def _hops(graph: nx.Graph[int], members: list[int], sources: list[int]) -> Array:
    """Steps from each source (row) to each member (column)."""
    at = {node: column for column, node in enumerate(members)}
    near = [[at[other] for other in graph[node]] for node in members]
    steps = np.zeros((len(sources), len(members)))
    for row, source in enumerate(sources):
        far = {at[source]: 0}
        queue = [at[source]]
        for node in queue:
            for other in near[node]:
                if other not in far:
                    far[other] = far[node] + 1
                    queue.append(other)
        steps[row, queue] = [far[node] for node in queue]
    return steps


def _pivot_start(hops: Array) -> Array:
    """Pivot MDS: the two main directions of the distances to a few pivots (Brandes and Pich, 2007)."""
    squares = hops.T**2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1, keepdims=True) + squares.mean()
    _, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, ::-1][:, :2]
    if axes.shape[1] < 2:  # one pivot
        axes = np.hstack([axes, np.zeros((len(axes), 1))])
    # An axis may come out either way round: fix it, so that every machine draws the same picture.
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), [0, 1]] + 1e-12)
    points = centred @ axes
    points *= EDGE_LENGTH * np.abs(hops).mean() / max(float(np.abs(points).mean()), 1e-9)
    # Leaves of one hub fall on one point: a small spiral tells them apart.
    turn = np.arange(len(points))
    spiral = np.stack([np.cos(turn * _GOLDEN_ANGLE), np.sin(turn * _GOLDEN_ANGLE)], axis=1)
    return np.asarray(points + spiral * np.sqrt(turn + 1)[:, None] * EDGE_LENGTH * 0.05)


def _lower_stress(points: Array, hops: Array, rounds: int = 80) -> Array:
    """Stress majorisation (Gansner, Koren and North, 2004) with weights 1/distance²."""
    wanted = hops * EDGE_LENGTH
    count = len(points)
    with np.errstate(divide="ignore"):
        weights = np.where(wanted > 0, wanted**-2.0, 0.0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(laplacian[1:, 1:])  # the first node is held, or the matrix has no inverse
    pull = weights * wanted
    for _ in range(rounds):
        norms = (points**2).sum(axis=1)
        apart = np.sqrt(np.maximum(norms[:, None] + norms - 2 * points @ points.T, 0.0))
        pulls = -pull / np.where(apart > 1e-6, apart, np.inf)
        pulls[np.arange(count), np.arange(count)] = -pulls.sum(axis=1)
        moved = np.vstack([np.zeros(2), inverse @ (pulls @ points)[1:]])
        still = np.abs((moved - moved.mean(axis=0)) - (points - points.mean(axis=0))).max() < 0.5
        points = moved
        if still:
            break
    return points


def _level(points: Array) -> Array:
    """The same points, centred and turned so that they are wider than high."""
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    major = axes[:, 1] if axes[0, 1] >= 0 else -axes[:, 1]
    turned = centred @ np.array([[major[0], -major[1]], [major[1], major[0]]])
    return np.asarray(turned)


def _part(points: Array, sizes: Array) -> Array:
    """Push apart boxes that cover each other, along the line between them; crowds make the picture grow."""
    x, y = points.T.copy()
    pairs = np.triu_indices(len(points), k=1)
    room_x, room_y = (sizes[pairs[0]] + sizes[pairs[1]]).T / 2
    for _ in range(_SWEEPS):
        # Only pairs that may meet within the next rounds are looked at: most never do.
        close = np.abs(x[pairs[0]] - x[pairs[1]]) < room_x + _GAP
        close &= np.abs(y[pairs[0]] - y[pairs[1]]) < room_y + _GAP
        if not _push(x, y, (pairs[0][close], pairs[1][close]), (room_x[close], room_y[close])):
            break
    return np.stack([x, y], axis=1)


def _push(x: Array, y: Array, pairs: tuple[Indices, Indices], room: tuple[Array, Array]) -> bool:
    """Some rounds of parting, in place; False when no boxes covered each other."""
    first, second = pairs
    for turn in range(10):
        gap_x, gap_y = x[first] - x[second], y[first] - y[second]
        covered = np.nonzero((np.abs(gap_x) < room[0] - 0.5) & (np.abs(gap_y) < room[1] - 0.5))[0]
        if not len(covered):
            return turn > 0
        gap_x, gap_y = gap_x[covered], np.where(np.abs(gap_y[covered]) < 1, 1.0, gap_y[covered])
        enough = np.minimum(room[0][covered] / np.maximum(np.abs(gap_x), 1e-6), room[1][covered] / np.abs(gap_y))
        step = 0.35 * (np.minimum(enough, 1 + 40 / np.hypot(gap_x, gap_y)) - 1)
        for axis, gap in ((x, gap_x), (y, gap_y)):
            np.add.at(axis, first[covered], gap * step)
            np.add.at(axis, second[covered], gap * -step)
        x *= _GROWTH
        y *= _GROWTH
    return True


def _extent(points: Array, sizes: Array) -> tuple[float, float]:
    width, height = (points + sizes / 2).max(axis=0) - (points - sizes / 2).min(axis=0)
    return float(width), float(height)


def _pack(extents: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The low corner of each rectangle: the largest first, the others where the whole stays small and screen-shaped."""
    size = np.array(extents).reshape(-1, 2) + _GAP
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
            cost = np.maximum(whole[:, 0], whole[:, 1] * _WIDE) + corners.sum(axis=1) * 1e-3
            low[item] = corners[np.where(covered, np.inf, cost).argmin()]
        done.append(item)
    return [(float(x), float(y)) for x, y in low]
