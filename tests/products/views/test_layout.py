"""Positions: always the same, no box over another, quick enough to be made anew each time."""

from __future__ import annotations

import random
import time

import pytest

from dfgraph.products.views.layout import STRESS_LIMIT, place


def _web(nodes: int, seed: int = 1) -> list[tuple[int, int]]:
    """A connected graph with hubs, a little over two edges a node."""
    dice = random.Random(seed)
    tree = [(node, min(dice.randrange(node), dice.randrange(node))) for node in range(1, nodes)]
    return tree + [(dice.randrange(nodes), dice.randrange(nodes)) for _ in range(nodes)]


def _covered(boxes: list[tuple[float, float]], spots: list[tuple[int, int]]) -> int:
    return sum(
        abs(spots[a][0] - spots[b][0]) < (boxes[a][0] + boxes[b][0]) / 2 - 2
        and abs(spots[a][1] - spots[b][1]) < (boxes[a][1] + boxes[b][1]) / 2 - 2
        for a in range(len(spots))
        for b in range(a)
    )


def test_nothing_to_place() -> None:
    """No nodes, no positions; one node stands in the middle."""
    assert place([], []) == []
    assert place([(20, 20)], [(0, 0)]) == [(0, 0)]


def test_the_same_graph_gives_the_same_picture() -> None:
    """Positions are whole numbers and the same in each run."""
    boxes, edges = [(90.0, 40.0)] * 60, _web(60)
    assert place(boxes, edges) == place(boxes, edges)


@pytest.mark.parametrize("edges", [_web(60), [(0, leaf) for leaf in range(1, 60)], [(a, a + 1) for a in range(59)], []])
def test_no_box_covers_another(edges: list[tuple[int, int]]) -> None:
    """A web, a star, a chain, and sixty nodes that stand alone."""
    boxes = [(60.0 + 10 * (node % 8), 40.0) for node in range(60)]
    assert _covered(boxes, place(boxes, edges)) == 0


def test_components_stand_apart_and_close() -> None:
    """Many small components share the paper of a screen, they do not make a line."""
    boxes = [(50.0, 40.0)] * 90
    spots = place(boxes, [(a, a + 1) for a in range(0, 60, 3)] + [(a + 1, a + 2) for a in range(0, 60, 3)])
    assert _covered(boxes, spots) == 0
    width = max(x for x, _ in spots) - min(x for x, _ in spots)
    height = max(y for _, y in spots) - min(y for _, y in spots)
    assert 0.7 < width / height < 3


def test_neighbours_stand_closer_than_strangers() -> None:
    """In a chain of ten, the ends stand farthest apart."""
    spots = place([(10.0, 10.0)] * 10, [(a, a + 1) for a in range(9)])
    ends = abs(spots[0][0] - spots[9][0])
    assert all(abs(spots[a][0] - spots[a + 1][0]) < ends / 4 for a in range(9))


def test_three_hundred_nodes_take_less_than_a_second() -> None:
    """The best of three runs counts: machines are busy."""
    boxes, edges = [(64.0, 56.0)] * 300, _web(300)
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        place(boxes, edges)
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 1


def test_a_very_large_component_is_still_placed() -> None:
    """Above the limit the quick start stands as it is: no two nodes fall on one point."""
    count = STRESS_LIMIT + 200
    spots = place([(20.0, 20.0)] * count, _web(count))
    assert len(set(spots)) > count * 0.95
