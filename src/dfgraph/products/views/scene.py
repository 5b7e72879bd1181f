"""What to draw and what to tell: a network as plain data, before any HTML.

In a scene a node or edge is known by its place in its list. A text is one string where both languages say the same,
else `{"vi": …, "en": …}`. Statements point by number into one list of citations, so that a source is told once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from math import ceil, sqrt
from typing import NotRequired, TypedDict

from dfgraph.base.language import LANGUAGES, Text
from dfgraph.base.text import nfc
from dfgraph.graph.query import Citation
from dfgraph.products.network.model import Edge, Network, Node, NodeKind, Statement
from dfgraph.products.views.layout import place
from dfgraph.products.views.texts import say_date

SHAPES = ("dot", "square", "star", "diamond", "hexagon", "triangle", "triangleDown")
"""The shapes a page can draw; the last resort for any other is the first."""

CROWD = 80
"""Above this many nodes a screen cannot show every label at once."""

GREY = "#666666"

Words = str | dict[str, str]


class SceneCitation(TypedDict):
    """Where a statement was read."""

    source: Words
    url: NotRequired[str]
    paragraph: NotRequired[int]
    page: NotRequired[int]
    date: NotRequired[Words]
    speaker: NotRequired[Words]
    confidence: NotRequired[Words]
    because: NotRequired[Words]
    stance: NotRequired[Words]
    open: NotRequired[bool]


class SceneStatement(TypedDict):
    """One line of the detail panel; `node` is set where the value is itself on the page."""

    field: Words
    value: Words
    notes: list[int]
    node: NotRequired[int]
    derived: NotRequired[bool]
    contested: NotRequired[bool]


class SceneKind(TypedDict):
    """One line of the legend."""

    label: Words
    colour: str
    shape: str


class SceneNode(TypedDict):
    """One node, where it stands and what is known of it."""

    id: str
    label: Words
    kind: int
    x: int
    y: int
    size: int
    aliases: list[str]
    statements: list[SceneStatement]


# "from" is a keyword of Python, and what the page's script calls the start of an edge.
SceneEdge = TypedDict(
    "SceneEdge",
    {
        "id": str,
        "from": int,
        "to": int,
        "label": Words,
        "bend": float,
        "directed": bool,
        "notes": list[int],
        "statements": list[SceneStatement],
        "name": NotRequired[Words],
        "node": NotRequired[int],
        "derived": NotRequired[bool],
    },
)


class Scene(TypedDict):
    """One page's worth of data; JSON can hold it."""

    title: Words
    kinds: list[SceneKind]
    nodes: list[SceneNode]
    edges: list[SceneEdge]
    citations: list[SceneCitation]


def to_scene(network: Network) -> Scene:
    """The scene of a network: kinds that occur, nodes with positions, edges drawn apart, each citation once.

    A kind that the network does not describe is drawn grey under the end of its id. An edge with an end that is not
    a node is a fault of the caller (KeyError).
    """
    kinds = _kinds(network)
    kind_at = {kind.id: number for number, kind in enumerate(kinds)}
    notes = _Notes({node.id: number for number, node in enumerate(network.nodes)})
    degrees = Counter(end for edge in network.edges for end in {edge.source, edge.target})
    sizes = [10 + min(14, round(3 * sqrt(degrees[node.id]))) for node in network.nodes]
    ends = [(notes.node_at[edge.source], notes.node_at[edge.target]) for edge in network.edges]
    crowded = len(network.nodes) > CROWD
    spots = place([_box(node, size, crowded) for node, size in zip(network.nodes, sizes, strict=True)], ends)
    return {
        "title": _words(network.title),
        "kinds": [_kind(kind) for kind in kinds],
        "nodes": [
            {
                "id": node.id,
                "label": _words(node.label),
                "kind": kind_at[node.kind],
                "x": x,
                "y": y,
                "size": size,
                "aliases": [nfc(alias) for alias in node.aliases],
                "statements": notes.statements(node.statements),
            }
            for node, size, (x, y) in zip(network.nodes, sizes, spots, strict=True)
        ],
        "edges": _edges(network.edges, notes),
        "citations": notes.citations,
    }


@dataclass
class _Notes:
    """Collects citations, each once, and turns statements into lines that point to them."""

    node_at: dict[str, int]
    citations: list[SceneCitation] = field(default_factory=list)
    _number: dict[Citation, int] = field(default_factory=dict)

    def number(self, citations: tuple[Citation, ...]) -> list[int]:
        # Claims that rest on the same passage are one source to a reader.
        places = [replace(citation, claim="") for citation in citations]
        for place_ in places:
            if place_ not in self._number:
                self._number[place_] = len(self.citations)
                self.citations.append(_citation(place_))
        return sorted({self._number[place_] for place_ in places})

    def statements(self, statements: tuple[Statement, ...]) -> list[SceneStatement]:
        lines: list[SceneStatement] = []
        for said in statements:
            line: SceneStatement = {
                "field": _words(said.field),
                "value": _words(said.value),
                "notes": self.number(said.citations),
            }
            if said.value_id in self.node_at:
                line["node"] = self.node_at[said.value_id]
            if said.derived:
                line["derived"] = True
            if said.contested:
                line["contested"] = True
            lines.append(line)
        return lines


def _edges(edges: tuple[Edge, ...], notes: _Notes) -> list[SceneEdge]:
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
            "label": _words(edge.label),
            "bend": bend,
            "directed": edge.directed,
            "notes": notes.number(edge.citations),
            "statements": notes.statements(edge.statements),
        }
        if any(edge.via_label):
            drawn["name"] = _words(edge.via_label)
        if edge.via in notes.node_at:
            drawn["node"] = notes.node_at[edge.via]
        if edge.derived:
            drawn["derived"] = True
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
    return {"label": _words(kind.label), "colour": colour, "shape": shape}


def _box(node: Node, size: int, crowded: bool) -> tuple[float, float]:
    """Room for a node with its label below, broken into lines as the page will break it.

    In a crowd most labels show only when the reader comes close: there the node itself wants room, and a little more.
    """
    if crowded:
        return 2.0 * size + 36, 2.0 * size + 28
    length = max(len(node.label.say(language)) for language in LANGUAGES)
    return max(2.0 * size, min(length, 18) * 7.0) + 8, 2.0 * size + 17 * min(3, ceil(length / 18)) + 8


def _citation(citation: Citation) -> SceneCitation:
    title = citation.title if any(citation.title) else Text(citation.source, citation.source)
    if citation.publisher:
        title = Text(*(f"{said}, {citation.publisher}" if said else "" for said in title))
    said: SceneCitation = {"source": _words(title)}
    if citation.url:
        said["url"] = citation.url
    if citation.paragraph is not None:
        said["paragraph"] = citation.paragraph
    if citation.page is not None:
        said["page"] = citation.page
    if citation.date:
        said["date"] = _words(say_date(citation.date))
    if any(citation.speaker):
        said["speaker"] = _words(citation.speaker)
    if any(citation.confidence):
        said["confidence"] = _words(citation.confidence)
    if any(citation.because):
        said["because"] = _words(citation.because)
    if any(citation.stance):
        said["stance"] = _words(citation.stance)
    if citation.open_list:
        said["open"] = True
    return said


def _words(text: Text) -> Words:
    """One string where it is the same for all readers; a text in one language alone keeps the name of its language."""
    if text.vi == text.en:
        return nfc(text.vi)
    return {language: nfc(said) for language, said in text._asdict().items() if said}
