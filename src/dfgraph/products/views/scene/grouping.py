"""Networks too large to draw at once: their nodes gathered into groups that a reader opens one by one.

Nothing is left out. The groups stand side by side, each with room for its members, who have their places in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import hypot
from typing import Final

from dfgraph.base.language import Text
from dfgraph.products.network.model import Network, Node
from dfgraph.products.views.layout import Box, Spot, enough, place
from dfgraph.products.views.scene.model import SceneGroup, SceneNode
from dfgraph.products.views.scene.notes import to_words

MANY_NODES: Final = 5_000
MANY_EDGES: Final = 15_000
"""Above either a picture is gathered into groups."""

_BY_KIND: Final = Text("Loại", "Kind")
_MARGIN: Final = 30.0


@dataclass
class Group:
    """Nodes by their places in the network, under one label."""

    label: Text
    members: list[int] = field(default_factory=list)


def too_large(network: Network) -> bool:
    """Whether a page cannot draw the whole at once."""
    return len(network.nodes) > MANY_NODES or len(network.edges) > MANY_EDGES


def groups_of(network: Network) -> list[Group]:
    """Every node in one group: by the first value of the first choice of `grouped_by` that it has, else by its kind."""
    labels = {(choice.key, id_): label for choice in network.choices for id_, label in choice.values.items()}
    labels |= {("", kind.id): kind.label for kind in network.kinds}
    found: dict[tuple[str, str], Group] = {}
    for number, node in enumerate(network.nodes):
        key = _key(node, network.grouped_by)
        found.setdefault(key, Group(labels.get(key) or Text(key[1], key[1]))).members.append(number)
    return [found[key] for key in sorted(found)]


def gathered_by(network: Network) -> Text:
    """What the groups are made by, in words."""
    titles = {choice.key: choice.label for choice in network.choices}
    used = [titles[key] for key in network.grouped_by if key in titles]
    return Text(*(", ".join(said) for said in zip(*used, strict=True))) if used else _BY_KIND


def place_groups(
    boxes: Sequence[Box], edges: Sequence[tuple[int, int]], groups: Sequence[Group], kept: Sequence[Spot | None]
) -> list[Spot]:
    """The places of all nodes, those of a group together; what had a place keeps it, as in `place`."""
    if enough(kept, len(boxes)):
        return place(boxes, edges, kept)
    group_of = {node: number for number, group in enumerate(groups) for node in group.members}
    inside: list[list[tuple[int, int]]] = [[] for _ in groups]
    between: dict[tuple[int, int], None] = {}
    for a, b in edges:
        if group_of[a] == group_of[b]:
            inside[group_of[a]].append((a, b))
        else:
            between[min(group_of[a], group_of[b]), max(group_of[a], group_of[b])] = None
    spots: list[Spot] = [(0, 0)] * len(boxes)
    sides = []
    for group, ties in zip(groups, inside, strict=True):
        at = {node: number for number, node in enumerate(group.members)}
        own = place([boxes[node] for node in group.members], [(at[a], at[b]) for a, b in ties])
        for node, spot in zip(group.members, own, strict=True):
            spots[node] = spot
        sides.append(2 * (_reach(own, (0, 0)) + _MARGIN))
    middles = place([(side, side) for side in sides], list(between))
    for group, (x, y) in zip(groups, middles, strict=True):
        for node in group.members:
            spots[node] = (spots[node][0] + x, spots[node][1] + y)
    return spots


def to_groups(groups: Sequence[Group], nodes: Sequence[SceneNode]) -> list[SceneGroup]:
    """The groups as the page draws them, round the places of their members."""
    return [_drawn(group, nodes) for group in groups]


def _drawn(group: Group, nodes: Sequence[SceneNode]) -> SceneGroup:
    spots = [(nodes[member]["x"], nodes[member]["y"]) for member in group.members]
    xs, ys = zip(*spots, strict=True)
    middle = (round((min(xs) + max(xs)) / 2), round((min(ys) + max(ys)) / 2))
    kinds: Mapping[int, int] = Counter(nodes[member]["kind"] for member in group.members)
    return {
        "label": to_words(group.label),
        "kind": min(kinds, key=lambda kind: (-kinds[kind], kind)),
        "x": middle[0],
        "y": middle[1],
        "size": round(_reach(spots, middle) + _MARGIN),
        "members": group.members,
    }


def _key(node: Node, keys: Sequence[str]) -> tuple[str, str]:
    return next(((key, node.marks.choices[key][0]) for key in keys if key in node.marks.choices), ("", node.kind))


def _reach(spots: Sequence[Spot], middle: Spot) -> float:
    return max(hypot(x - middle[0], y - middle[1]) for x, y in spots)
