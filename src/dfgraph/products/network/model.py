"""What a network is: nodes, edges, and every statement about them with its citations.

Nothing here knows a domain class: kinds, relations, fields, their labels, colours and shapes are data, read from the
graph. Every text is a `Text`, in both languages; one that needs no translation (a date, a number, a code) says the same
in both.
"""

from __future__ import annotations

from dataclasses import dataclass

from dfgraph.base.language import Text
from dfgraph.graph.query import Citation

NO_TEXT = Text("", "")


@dataclass(frozen=True)
class Statement:
    """One field of a thing and one value of it.

    `value_id` is the id of the thing that the value names, when it names one. `derived` means that a rule made it;
    `contested` that another claim gives this single-valued field another value.
    """

    field: Text
    value: Text
    value_id: str | None = None
    citations: tuple[Citation, ...] = ()
    derived: bool = False
    contested: bool = False


@dataclass(frozen=True)
class Node:
    """A thing. `kind` is the id of one of the network's kinds; statements stand in the order they are to be read."""

    id: str
    label: Text
    kind: str
    aliases: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Edge:
    """A relation from the node `source` to the node `target`; several edges may join the same two nodes.

    `relation` is the id of the property or class that `label` names. `via` is the id of the thing that is the relation
    (an agreement, a partnership): `statements` are its own. It is None where the relation is a bare property, which
    `citations` support. `directed` is False where the relation reads the same both ways.
    """

    source: str
    target: str
    label: Text
    relation: str
    via: str | None = None
    via_label: Text = NO_TEXT
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    derived: bool = False
    directed: bool = True


@dataclass(frozen=True)
class NodeKind:
    """A kind of node and how it is drawn.

    `id` is the IRI of its class, `colour` is `#rrggbb`, `shape` one of dot, square, star, diamond, hexagon, triangle
    and triangleDown, `order` its place in the legend.
    """

    id: str
    label: Text
    colour: str = "#666666"
    shape: str = "dot"
    order: int = 0


@dataclass(frozen=True)
class Network:
    """Nodes, edges and kinds under one title. Ids of nodes are unique, and every edge joins two of the nodes."""

    title: Text
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    kinds: tuple[NodeKind, ...]
