"""Networks that are too large to draw at once: gathered, and nothing lost."""

from __future__ import annotations

from math import hypot

import pytest

from dfgraph.base.language import Text
from dfgraph.products.network.model import Choice, Edge, Marks, Network, Node, NodeKind
from dfgraph.products.views.scene import grouping, to_scene

KINDS = (NodeKind("ns#A", Text("Loại A", "Kind A"), order=1), NodeKind("ns#B", Text("Loại B", "Kind B"), order=2))
COUNTRY = Choice(
    "country", Text("Quốc gia", "Country"), {"country/jp": Text("Nhật", "Japan"), "country/la": Text("Lào", "Laos")}
)
REGION = Choice("region", Text("Vùng", "Region"), {"region/n": Text("Bắc", "North")})


def _network(
    count: int = 60, grouped_by: tuple[str, ...] = ("country", "region"), ties: tuple[int, ...] = (2, 3)
) -> Network:
    """A third in each of two countries, a sixth in a region, the rest in neither."""
    marks = [
        *[Marks({"country": ("country/jp",), "region": ("region/n",)})] * 2,
        *[Marks({"country": ("country/la", "country/jp")})] * 2,
        Marks({"region": ("region/n",)}),
        Marks(),
    ]
    nodes = tuple(
        Node(f"n{i:05}", Text(f"N{i}", f"N{i}"), "ns#B" if i % 3 else "ns#A", marks=marks[i % 6]) for i in range(count)
    )
    edges = tuple(
        Edge(nodes[i].id, nodes[j].id, Text("nối", "tie"), "r")
        for i in range(count)
        for j in (i // 2, i // 3)
        if i != j
    )
    return Network(Text("M", "N"), nodes, edges, KINDS, choices=(COUNTRY, REGION), grouped_by=grouped_by)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a page could draw ten nodes."""
    monkeypatch.setattr(grouping, "MANY_NODES", 10)


@pytest.mark.usefixtures("small")
def test_every_node_is_in_one_group() -> None:
    """By the first facet of which it has a value, and there by the first value; else by its kind."""
    scene = to_scene(_network())
    assert [group["label"] for group in scene["groups"]] == [
        {"vi": "Loại B", "en": "Kind B"},
        {"vi": "Nhật", "en": "Japan"},
        {"vi": "Lào", "en": "Laos"},
        {"vi": "Bắc", "en": "North"},
    ]
    assert sorted(member for group in scene["groups"] for member in group["members"]) == list(range(60))
    assert [len(group["members"]) for group in scene["groups"]] == [10, 20, 20, 10]
    assert scene["aggregated"] == {"by": {"vi": "Quốc gia, Vùng", "en": "Country, Region"}}
    assert scene["shown"] == {"nodes": 4, "of": 60}
    assert len(scene["nodes"]) == 60
    assert len(scene["edges"]) > 100


@pytest.mark.usefixtures("small")
def test_members_stand_within_their_group_and_groups_apart() -> None:
    """So that a group can be opened where it stands."""
    scene = to_scene(_network())
    for group in scene["groups"]:
        for member in group["members"]:
            node = scene["nodes"][member]
            assert hypot(node["x"] - group["x"], node["y"] - group["y"]) <= group["size"]
    for a in scene["groups"]:
        for b in scene["groups"]:
            if a is not b:
                assert hypot(a["x"] - b["x"], a["y"] - b["y"]) > (a["size"] + b["size"]) * 0.8


@pytest.mark.usefixtures("small")
def test_without_facets_the_groups_are_kinds() -> None:
    """Named by no facet that occurs."""
    scene = to_scene(_network(grouped_by=("nothing",)))
    assert [group["label"] for group in scene["groups"]] == [
        {"vi": "Loại A", "en": "Kind A"},
        {"vi": "Loại B", "en": "Kind B"},
    ]
    assert [group["kind"] for group in scene["groups"]] == [0, 1]
    assert scene["aggregated"] == {"by": {"vi": "Loại", "en": "Kind"}}


@pytest.mark.usefixtures("small")
def test_a_gathered_picture_keeps_its_places_too() -> None:
    """What was there stays when a little is added."""
    first = to_scene(_network(60))
    kept = {node["id"]: (node["x"], node["y"]) for node in first["nodes"]}
    second = to_scene(_network(66), kept)
    assert all(kept[node["id"]] == (node["x"], node["y"]) for node in second["nodes"] if node["id"] in kept)
    assert sorted(member for group in second["groups"] for member in group["members"]) == list(range(66))


def test_what_can_be_drawn_is_not_gathered() -> None:
    """Nor does it say that it is a part."""
    scene = to_scene(_network())
    assert not {"groups", "aggregated", "shown"} & set(scene)


def test_more_than_twenty_thousand_nodes() -> None:
    """All of them are in the page, in groups, with a place each."""
    scene = to_scene(_network(21_000, ties=(40,)))
    assert len(scene["nodes"]) == 21_000
    assert sum(len(group["members"]) for group in scene["groups"]) == scene["shown"]["of"] == 21_000
    assert len({(node["x"], node["y"]) for node in scene["nodes"]}) > 20_900
