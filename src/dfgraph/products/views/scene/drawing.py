"""What to draw and what to tell: a network as plain data, before any HTML."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from math import ceil, sqrt

from dfgraph.base.language import LANGUAGES, Text
from dfgraph.base.text import nfc
from dfgraph.products.network.model import Edge, Marks, Network, Node, NodeKind
from dfgraph.products.views.layout import Spot, place
from dfgraph.products.views.scene.choosing import Values, chosen_by, dated, to_facets, to_figures, to_moments
from dfgraph.products.views.scene.grouping import Group, gathered_by, groups_of, place_groups, to_groups, too_large
from dfgraph.products.views.scene.model import Scene, SceneEdge, SceneKind, SceneNode, Words
from dfgraph.products.views.scene.naming import named
from dfgraph.products.views.scene.notes import Notes, to_words

__all__ = ["CROWD", "SHAPES", "Scene", "Words", "to_scene"]

SHAPES = ("dot", "square", "star", "diamond", "hexagon", "triangle", "triangleDown")
"""The shapes a page can draw; the last resort for any other is the first."""

CROWD = 80
"""Above this many nodes a screen cannot show every label at once."""

GREY = "#666666"


def to_scene(network: Network, kept: Mapping[str, Spot] | None = None) -> Scene:
    """The scene of a network: kinds that occur, nodes with positions, edges drawn apart, each citation once.

    `kept` holds the positions of nodes in an earlier picture, by id; see `place`. A network too large to draw comes in
    groups. A kind that the network does not describe is drawn grey under the end of its id. An edge with an end that
    is not a node is a fault of the caller (KeyError).
    """
    network = named(network)
    kinds = _kinds(network)
    notes = Notes({node.id: number for number, node in enumerate(network.nodes)})
    facets, values = to_facets(network.choices)
    nodes = _nodes(network, {kind.id: number for number, kind in enumerate(kinds)}, notes, values)
    edges = _edges(network.edges, notes, values)
    groups = groups_of(network) if too_large(network) else []
    _place(network, nodes, edges, groups, kept or {})
    series, figures = to_figures(network.figures, notes)
    scene: Scene = {
        "title": to_words(network.title),
        "kinds": [_kind(kind) for kind in kinds],
        "nodes": nodes,
        "edges": edges,
        "facets": facets,
        "moments": to_moments(network.moments, network.edges, notes),
        "series": series,
        "figures": figures,
        "citations": notes.citations,
    }
    if groups:
        scene["groups"] = to_groups(groups, nodes)
        scene["aggregated"] = {"by": to_words(gathered_by(network))}
        scene["shown"] = {"nodes": len(groups), "of": len(nodes)}
    return scene


def _nodes(network: Network, kind_at: Mapping[str, int], notes: Notes, values: Values) -> list[SceneNode]:
    """The nodes, not placed yet."""
    degrees = Counter(end for edge in network.edges for end in {edge.source, edge.target})
    result: list[SceneNode] = []
    for node in network.nodes:
        drawn: SceneNode = {
            "id": node.id,
            "label": to_words(node.label),
            "kind": kind_at[node.kind],
            "x": 0,
            "y": 0,
            "size": 10 + min(14, round(3 * sqrt(degrees[node.id]))),
            "aliases": [nfc(alias) for alias in node.aliases],
            "statements": notes.statements(node.statements),
        }
        if node.marks.position:
            drawn["lon"], drawn["lat"] = node.marks.position
        _mark(drawn, node.marks, values)
        result.append(drawn)
    return result


def _mark(drawn: SceneNode | SceneEdge, marks: Marks, values: Values) -> None:
    if marks.choices:
        drawn["facets"] = chosen_by(marks, values)
    if marks.when:
        drawn["when"] = dated(marks)


def _place(
    network: Network,
    nodes: list[SceneNode],
    edges: list[SceneEdge],
    groups: list[Group],
    kept: Mapping[str, Spot],
) -> None:
    """Gives the nodes their positions."""
    crowded = len(nodes) > CROWD
    boxes = [_box(node, drawn["size"], crowded) for node, drawn in zip(network.nodes, nodes, strict=True)]
    ends = [(edge["from"], edge["to"]) for edge in edges]
    known = [kept.get(node["id"]) for node in nodes]
    spots = place_groups(boxes, ends, groups, known) if groups else place(boxes, ends, known)
    for drawn, (x, y) in zip(nodes, spots, strict=True):
        drawn["x"], drawn["y"] = x, y


def _edges(edges: tuple[Edge, ...], notes: Notes, values: Values) -> list[SceneEdge]:
    bends = _bends(edges)
    taken: Counter[str] = Counter()
    result: list[SceneEdge] = []
    for edge, bend in zip(edges, bends, strict=True):
        # The thing that is the edge names it in links; where it is several edges, or none, the ends must be said too.
        name = edge.via or ""
        if not name or taken[name]:
            name = f"{edge.source} {edge.via or edge.relation} {edge.target}"
        taken[name] += 1
        drawn: SceneEdge = {
            "id": name if taken[name] == 1 else f"{name} {taken[name]}",
            "from": notes.node_at[edge.source],
            "to": notes.node_at[edge.target],
            "label": to_words(edge.label),
            "bend": bend,
            "directed": edge.directed,
            "notes": notes.number(edge.citations),
            "statements": notes.statements(edge.statements),
        }
        if any(edge.via_label):
            drawn["name"] = to_words(edge.via_label)
        if edge.via in notes.node_at:
            drawn["node"] = notes.node_at[edge.via]
        if edge.derived:
            drawn["derived"] = True
        _mark(drawn, edge.marks, values)
        result.append(drawn)
    return result


def _bends(edges: tuple[Edge, ...]) -> list[float]:
    """How far each edge bows to the left of its own direction: edges that join the same two nodes fan out."""
    together: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, edge in enumerate(edges):
        together[min(edge.source, edge.target), max(edge.source, edge.target)].append(number)
    bends = [0.0] * len(edges)
    for numbers in together.values():
        step = min(0.18, 0.9 / len(numbers))
        for turn, number in enumerate(numbers):
            bend = step * (turn - (len(numbers) - 1) / 2)
            backwards = edges[number].source > edges[number].target
            bends[number] = round(-bend if backwards else bend, 3) + 0.0
    return bends


def _kinds(network: Network) -> list[NodeKind]:
    """The kinds that some node has, in the order of the legend."""
    known = {kind.id: kind for kind in network.kinds}
    found = [known.get(kind) or _unknown_kind(kind) for kind in sorted({node.kind for node in network.nodes})]
    return sorted(found, key=lambda kind: (kind.order, kind.id))


def _unknown_kind(kind: str) -> NodeKind:
    name = re.split(r"[/#]", kind)[-1] or kind
    return NodeKind(kind, Text(name, name), order=1_000_000)


def _kind(kind: NodeKind) -> SceneKind:
    colour = kind.colour if re.fullmatch(r"#[0-9A-Fa-f]{6}", kind.colour) else GREY
    shape = kind.shape if kind.shape in SHAPES else SHAPES[0]
    return {"label": to_words(kind.label), "colour": colour, "shape": shape}


def _box(node: Node, size: int, crowded: bool) -> tuple[float, float]:
    """Room for a node with its label below, broken into lines as the page will break it.

    In a crowd most labels show only when the reader comes close: there the node itself wants room, and a little more.
    """
    if crowded:
        return 2.0 * size + 36, 2.0 * size + 28
    length = max(len(node.label.say(language)) for language in LANGUAGES)
    return max(2.0 * size, min(length, 18) * 7.0) + 8, 2.0 * size + 17 * min(3, ceil(length / 18)) + 8
