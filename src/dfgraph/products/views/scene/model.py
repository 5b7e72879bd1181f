"""What a page is given: a scene as plain data that JSON can hold.

A node or edge is known by its place in its list. A text is one string where both languages say the same, else
`{"vi": …, "en": …}`. Statements point by number into one list of citations, so that a source is told once.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

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
    remark: NotRequired[Words]
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


class SceneFacet(TypedDict):
    """One thing to choose by; `ids` are what links call the values."""

    key: str
    label: Words
    values: list[Words]
    ids: list[str]


SceneWhen = tuple[str | None, str | None, Words]
"""First and last day in ISO 8601, None where an end is open; and the time as people write it."""


class SceneMoment(TypedDict):
    """One item of the timeline: a node, or the thing that edges are."""

    id: str
    name: Words
    kind: Words
    start: str | None
    end: str | None
    text: Words
    notes: list[int]
    node: NotRequired[int]
    edge: NotRequired[list[int]]


class SceneSeries(TypedDict):
    """Figures of one indicator in one unit."""

    id: str
    label: Words
    unit: Words


class SceneFigure(TypedDict):
    """One reported value: as a number, and as it was said."""

    id: str
    series: int
    about: Words
    start: str | None
    end: str | None
    text: Words
    value: float
    said: Words
    hedged: bool
    contested: bool
    notes: list[int]
    node: NotRequired[int]
    flow: NotRequired[bool]


class SceneGroup(TypedDict):
    """Nodes that a large picture gathers; `size` is the radius of the disc that they fill."""

    label: Words
    kind: int
    x: int
    y: int
    size: int
    members: list[int]


class Gathered(TypedDict):
    """That a picture is gathered, and by what."""

    by: Words


class Shown(TypedDict):
    """How many items a picture shows at first, of how many nodes."""

    nodes: int
    of: int


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
    lon: NotRequired[float]
    lat: NotRequired[float]
    facets: NotRequired[dict[str, list[int]]]
    when: NotRequired[list[SceneWhen]]


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
        "facets": NotRequired[dict[str, list[int]]],
        "when": NotRequired[list[SceneWhen]],
    },
)


class Scene(TypedDict):
    """One page's worth of data; JSON can hold it."""

    title: Words
    kinds: list[SceneKind]
    nodes: list[SceneNode]
    edges: list[SceneEdge]
    citations: list[SceneCitation]
    facets: list[SceneFacet]
    moments: list[SceneMoment]
    series: list[SceneSeries]
    figures: list[SceneFigure]
    groups: NotRequired[list[SceneGroup]]
    aggregated: NotRequired[Gathered]
    shown: NotRequired[Shown]
