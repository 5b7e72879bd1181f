"""What a network is: nodes, edges, and every statement about them with its citations.

Nothing here knows a domain class: kinds, relations, fields, their labels, colours and shapes are data, read from the
graph. Every text is a `Text`, in both languages; one that needs no translation (a date, a number, a code) says the same
in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dfgraph.base.language import Text
from dfgraph.graph.query import Citation

NO_TEXT = Text("", "")


@dataclass(frozen=True)
class Period:
    """When something holds: its first and last day in ISO 8601, None where an end is open.

    `since` and `until` are the times as they were stated, empty where they were not; equal for what has one time.
    """

    start: str | None
    end: str | None
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Marks:
    """What a node or edge can be chosen by.

    `choices` holds ids of values by the key of their choice, `position` longitude and latitude in degrees.
    """

    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    when: tuple[Period, ...] = ()
    position: tuple[float, float] | None = None


NO_MARKS = Marks()


@dataclass(frozen=True)
class Choice:
    """Values to choose by: the ids and labels of those that some node or edge has, in the order for readers."""

    key: str
    label: Text
    values: Mapping[str, Text]


@dataclass(frozen=True)
class Moment:
    """Something that happened: a node, or the thing that is an edge."""

    id: str
    label: Text
    kind: Text
    period: Period
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Figure:
    """One reported value of a series.

    `about` holds the ids and labels of what it is a figure of; `flow` tells that it adds up over its period.
    """

    id: str
    series: str
    series_label: Text
    value: str
    unit: Text
    hedge: Text
    about: Mapping[str, Text]
    period: Period | None = None
    citations: tuple[Citation, ...] = ()
    contested: bool = False
    flow: bool = False


@dataclass(frozen=True)
class Statement:
    """One field of a thing and one value of it.

    `value_id` is the id of the thing that the value names, when it names one; `period` what it means when it is a time.
    A value in one language is empty in the other. `derived` means that a rule made it; `contested` that another claim
    gives this single-valued field another value.
    """

    field: Text
    value: Text
    value_id: str | None = None
    citations: tuple[Citation, ...] = ()
    derived: bool = False
    contested: bool = False
    period: Period | None = None


@dataclass(frozen=True)
class Node:
    """A thing. `kind` is the id of one of the network's kinds; statements stand in the order they are to be read."""

    id: str
    label: Text
    kind: str
    aliases: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    marks: Marks = NO_MARKS


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
    marks: Marks = NO_MARKS


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
    """Nodes, edges and kinds under one title. Ids of nodes are unique, and every edge joins two of the nodes.

    `grouped_by` names the choices by which a picture too large to draw is gathered: for each node the first it has.
    """

    title: Text
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    kinds: tuple[NodeKind, ...]
    choices: tuple[Choice, ...] = ()
    moments: tuple[Moment, ...] = ()
    figures: tuple[Figure, ...] = ()
    grouped_by: tuple[str, ...] = ()
    about: Text = NO_TEXT
