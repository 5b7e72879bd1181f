"""A scene as a picture the size of a stamp: every node and edge, where they stand, without names."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from dfgraph.products.views.scene import Scene

WIDTH: Final = 288
HEIGHT: Final = 192
_MARGIN: Final = 8
_GRAIN: Final = 3


def thumbnail(scene: Scene) -> str:
    """The picture as SVG of at most some tens of kilobytes. What falls on one spot of three pixels is drawn once.

    It says nothing that the text beside it does not say, and is hidden from screen readers.
    """
    nodes = scene["nodes"]
    if not nodes:
        return ""
    xs, ys = [node["x"] for node in nodes], [node["y"] for node in nodes]
    wide, high = max(max(xs) - min(xs), 1), max(max(ys) - min(ys), 1)
    scale = min((WIDTH - 2 * _MARGIN) / wide, (HEIGHT - 2 * _MARGIN) / high, 0.5)
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)

    def spot(x: int, y: int) -> tuple[int, int]:
        return round((x - middle[0]) * scale + WIDTH / 2), round((y - middle[1]) * scale + HEIGHT / 2)

    spots = [spot(x, y) for x, y in zip(xs, ys, strict=True)]
    lines = {}
    for edge in scene["edges"]:
        ends = sorted((spots[edge["from"]], spots[edge["to"]]))
        lines[tuple(coordinate // _GRAIN for end in ends for coordinate in end)] = ends
    dots: defaultdict[str, dict[tuple[int, int], tuple[int, int]]] = defaultdict(dict)
    for node, (x, y) in zip(nodes, spots, strict=True):
        dots[scene["kinds"][node["kind"]]["colour"]][x // _GRAIN, y // _GRAIN] = (x, y)
    drawn = "".join(f"M{x},{y}L{u},{v}" for (x, y), (u, v) in lines.values() if (x, y) != (u, v))
    # A line without length and with round ends is a dot: one path for all of one colour.
    width = 5 if len(nodes) < 150 else 3 if len(nodes) < 1000 else 2
    parts = []
    for colour, places in sorted(dots.items()):
        at = "".join(f"M{x},{y}h0" for x, y in places.values())
        parts.append(f'<path class="dots" stroke="{colour}" stroke-width="{width}" d="{at}"/>')
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" aria-hidden="true" focusable="false">'
        f'<path class="lines" d="{drawn}"/>{"".join(parts)}</svg>'
    )
