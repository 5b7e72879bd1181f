"""Where each node stands: the same graph gives the same picture, without a random number.

In small components distances on paper follow distances in the graph (stress majorisation from a pivot start); in larger
ones neighbours draw together and all others push apart. Then boxes that cover each other are parted, and the components
are laid side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import pi, sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from dfgraph.products.views.layout.forces import relax
from dfgraph.products.views.layout.packing import GAP, WIDE, pack
from dfgraph.products.views.layout.parting import part
from dfgraph.products.views.layout.settling import Spot, settle

Array = NDArray[np.float64]

METHOD = 2
"""Goes up when the same graph gets another picture, so that kept positions of an older one are not mixed in."""

EDGE_LENGTH = 130.0
"""The length wanted for an edge, in the page's units (pixels at zoom 1)."""

STRESS_LIMIT = 250
"""Components above this many nodes are laid out by forces: the other method needs memory and time by the square."""

_PIVOTS = 24
_GOLDEN_ANGLE = pi * (3 - sqrt(5))
_CROWDING = 0.15
"""The share of the picture that boxes may take before they are parted; more, and parting would mix up neighbours."""


def place(
    boxes: Sequence[tuple[float, float]],
    edges: Sequence[tuple[int, int]],
    kept: Sequence[Spot | None] = (),
) -> list[Spot]:
    """Positions of the nodes 0, 1, … whose `boxes` are (width, height) and which `edges` join by index.

    `kept` holds the places that nodes had in an earlier picture, None for a new node. Where most of them had one, those
    stay just there and the others come near their neighbours; else all are placed anew. A second for 1,000
    nodes, six for 20,000; boxes do not cover each other, or hardly.

    >>> place([(20, 20), (20, 20)], [(0, 1)])
    [(-65, 0), (65, 0)]
    >>> place([(20, 20)] * 4, [(0, 1), (2, 3)], [(7, 7), (137, 7), (7, 99), None])
    [(7, 7), (137, 7), (7, 99), (14, 120)]
    """
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(boxes)))
    graph.add_edges_from((a, b) for a, b in edges if a != b)
    if not enough(kept, len(boxes)):
        return _whole(graph, boxes)
    spots = settle(boxes, [sorted(graph[node]) for node in range(len(boxes))], kept)
    apart = [node for node, spot in enumerate(spots) if spot is None]
    if apart:
        _below(graph, boxes, spots, apart)
    return [spot for spot in spots if spot is not None]


def enough(kept: Sequence[Spot | None], count: int) -> bool:
    """Whether so many nodes have a place to keep that the new ones fit in: three of four."""
    known = sum(spot is not None for spot in kept)
    return known > 0 and 4 * known >= 3 * count


def _below(
    graph: nx.Graph[int], boxes: Sequence[tuple[float, float]], spots: list[Spot | None], apart: list[int]
) -> None:
    """Gives what is tied to nothing that has a place a picture of its own under the others."""
    at = {node: number for number, node in enumerate(apart)}
    inside = [boxes[node] for node in apart]
    own = place(inside, [(at[a], at[b]) for a, b in graph.subgraph(apart).edges])
    known = [(spot, box) for spot, box in zip(spots, boxes, strict=True) if spot is not None]
    middle = (min(x for (x, _), _ in known) + max(x for (x, _), _ in known)) / 2
    floor = max(y + height / 2 for (_, y), (_, height) in known)
    top = min(y - height / 2 for (_, y), (_, height) in zip(own, inside, strict=True))
    for node, (x, y) in zip(apart, own, strict=True):
        spots[node] = (round(x + middle), round(y - top + floor + GAP))


def _whole(graph: nx.Graph[int], boxes: Sequence[tuple[float, float]]) -> list[Spot]:
    components = sorted(sorted(members) for members in nx.connected_components(graph))
    alone = [node for members in components if len(members) == 1 for node in members]
    components = [members for members in components if len(members) > 1] + ([alone] if alone else [])
    sizes = np.array(boxes, dtype=np.float64).reshape(-1, 2)
    placed = [_place_component(graph.subgraph(members), members, sizes[members]) for members in components]
    corners = pack([_extent(points, sizes[members]) for points, members in zip(placed, components, strict=True)])
    result = np.zeros((len(boxes), 2))
    for points, members, corner in zip(placed, components, corners, strict=True):
        low = (points - sizes[members] / 2).min(axis=0)
        result[members] = points - low + corner
    if len(boxes):
        result -= (result.min(axis=0) + result.max(axis=0)) / 2
    return [(round(float(x)), round(float(y))) for x, y in result]


def _place_component(graph: nx.Graph[int], members: list[int], sizes: Array) -> Array:
    count = len(members)
    if not graph.number_of_edges():
        return _grid(sizes)
    if count > STRESS_LIMIT:
        return part(_level(_by_forces(graph, members, sizes)), sizes)
    hops = _hops(graph, members, members)
    return part(_level(_lower_stress(_pivot_start(hops[:: max(1, count // _PIVOTS)]), hops)), sizes)


def _by_forces(graph: nx.Graph[int], members: list[int], sizes: Array) -> Array:
    at = {node: number for number, node in enumerate(members)}
    start = _pivot_start(_hops(graph, members, members[:: max(1, len(members) // _PIVOTS)]))
    pairs = np.array(sorted((at[a], at[b]) for a, b in graph.edges))
    points = relax(start, pairs) * EDGE_LENGTH
    crowding = float(sizes.prod(axis=1).sum() / max(np.ptp(points, axis=0).prod(), 1.0))
    return np.asarray(points * max(1.0, sqrt(crowding / _CROWDING)))


def _grid(sizes: Array) -> Array:
    """Nodes without edges, in rows that together have the shape of a screen."""
    cell = sizes.max(axis=0) + GAP / 2
    columns = max(1, round(sqrt(len(sizes) * WIDE * cell[1] / cell[0])))
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


def _extent(points: Array, sizes: Array) -> tuple[float, float]:
    width, height = (points + sizes / 2).max(axis=0) - (points - sizes / 2).min(axis=0)
    return float(width), float(height)
