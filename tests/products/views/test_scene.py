"""What a page draws and tells, as plain data."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest

from dfgraph.base.language import Text
from dfgraph.graph.query import Citation
from dfgraph.products.network.model import Edge, Network, Node, NodeKind, Statement
from dfgraph.products.views.scene import SHAPES, to_scene
from dfgraph.products.views.texts import TEXTS, say_date

A, B = (Node(name, Text(name, name), "ns#Thing") for name in "ab")
THING = NodeKind("ns#Thing", Text("Vật", "Thing"), "#0072B2", "dot")
TIE = Text("nối", "tied to")


def _network(*edges: Edge, nodes: tuple[Node, ...] = (A, B), kinds: tuple[NodeKind, ...] = (THING,)) -> Network:
    return Network(Text("Mạng", "Network"), nodes, edges, kinds)


def test_json_can_hold_a_scene(network: Network) -> None:
    """And it is the same after the round trip."""
    scene = to_scene(network)
    assert json.loads(json.dumps(scene)) == scene
    assert (len(scene["nodes"]), len(scene["edges"])) == (len(network.nodes), len(network.edges))


def test_a_citation_is_told_once(network: Network) -> None:
    """Statements point to it by number."""
    scene = to_scene(network)
    assert [citation["source"] for citation in scene["citations"]] == [
        {"vi": "Báo A: Hội nghị ngoại vụ toàn quốc", "en": "Newspaper A: National conference on external relations"},
        {"vi": "Báo cáo năm", "en": "Annual report"},
    ]
    first, second, third, derived, unsourced = scene["nodes"][0]["statements"]
    assert [line["notes"] for line in (first, second, third, derived, unsourced)] == [[0], [0], [1], [], []]
    assert "contested" not in first
    assert second["contested"]
    assert derived["derived"]
    assert scene["citations"][0]["date"] == {"vi": "18/6/2019", "en": "18 June 2019"}
    assert scene["citations"][0]["paragraph"] == 10
    assert scene["citations"][1]["stance"] == {"vi": "phản bác", "en": "disputes"}


def test_a_text_that_is_the_same_in_both_languages_is_said_once() -> None:
    """A text in one language alone keeps the name of its language; all are in normal form C."""
    decomposed = unicodedata.normalize("NFD", "Huế")
    node = Node("a", Text(decomposed, "Hue"), "ns#Thing", (decomposed,))
    said = Statement(Text("Ghi chú", ""), Text("2019", "2019"))
    scene = to_scene(_network(nodes=(node, Node("b", Text("B", "B"), "ns#Thing", statements=(said,)))))
    assert scene["nodes"][0]["label"] == {"vi": "Huế", "en": "Hue"}
    assert scene["nodes"][0]["aliases"] == ["Huế"]
    (line,) = scene["nodes"][1]["statements"]
    assert dict(line) == {"field": {"vi": "Ghi chú"}, "value": "2019", "notes": []}


def test_a_value_that_is_on_the_page_leads_there() -> None:
    """A value that is elsewhere is only said."""
    here, there = Statement(TIE, Text("B", "B"), "b"), Statement(TIE, Text("C", "C"), "c")
    lines = to_scene(_network(nodes=(Node("a", A.label, A.kind, (), (here, there)), B)))["nodes"][0]["statements"]
    assert [line.get("node") for line in lines] == [1, None]


def test_parallel_edges_are_drawn_apart() -> None:
    """Both ways round: each edge bows to another place on the same side of the line from a to b."""
    edges = [Edge("a", "b", TIE, "r", via=f"v{n}") for n in range(2)] + [Edge("b", "a", TIE, "r")]
    bends = [edge["bend"] for edge in to_scene(_network(*edges))["edges"]]
    assert bends == [-0.18, 0.0, -0.18]  # the third runs the other way: its right is the others' left
    assert to_scene(_network(edges[0]))["edges"][0]["bend"] == 0
    many = to_scene(_network(*(Edge("a", "b", TIE, "r", via=f"v{n}") for n in range(12))))["edges"]
    assert len({edge["bend"] for edge in many}) == 12
    assert max(edge["bend"] for edge in many) < 0.5


def test_every_edge_has_a_name_of_its_own_for_links() -> None:
    """The thing that is the edge, once; else the ends and the relation, counted."""
    edges = [Edge("a", "b", TIE, "r", via="v"), Edge("b", "a", TIE, "r", via="v"), *[Edge("a", "b", TIE, "r")] * 2]
    assert [edge["id"] for edge in to_scene(_network(*edges))["edges"]] == ["v", "b v a", "a r b", "a r b 2"]


def test_kinds_are_those_that_occur_in_the_order_of_the_legend() -> None:
    """A kind that nobody described is grey and last; odd colours and shapes are not passed on."""
    kinds = (
        NodeKind("ns#Thing", Text("Vật", "Thing"), "red;}", "../x", 5),
        NodeKind("ns#None", Text("Không", "None"), order=1),
        NodeKind("ns#First", Text("Đầu", "First"), "#D55E00", "square", 2),
    )
    nodes = (A, Node("b", Text("B", "B"), "ns#First"), Node("c", Text("C", "C"), "http://x/ns#Unknown"))
    scene = to_scene(_network(nodes=nodes, kinds=kinds))
    assert scene["kinds"] == [
        {"label": {"vi": "Đầu", "en": "First"}, "colour": "#D55E00", "shape": "square"},
        {"label": {"vi": "Vật", "en": "Thing"}, "colour": "#666666", "shape": "dot"},
        {"label": "Unknown", "colour": "#666666", "shape": "dot"},
    ]
    assert [node["kind"] for node in scene["nodes"]] == [1, 0, 2]
    assert "dot" in SHAPES


def test_an_edge_to_nowhere_is_a_fault() -> None:
    """The caller chose nodes and edges: they must fit."""
    with pytest.raises(KeyError):
        to_scene(_network(Edge("a", "nobody", TIE, "r")))


def test_what_a_curator_remarks_on_a_claim_stands_with_its_source() -> None:
    cited = Citation("claim/1", "source/s", Text("Nguồn", "Source"), note=Text("Tên cũ.", "Its former name."))
    said = Statement(Text("Tên", "Name"), Text("X", "X"), citations=(cited,))
    scene = to_scene(_network(nodes=(Node("a", Text("A", "A"), "ns#Thing", statements=(said,)),)))
    assert scene["citations"][0]["remark"] == {"vi": "Tên cũ.", "en": "Its former name."}


def test_a_citation_needs_no_more_than_its_source() -> None:
    """What is not stated is not in the scene."""
    said = Statement(TIE, Text("1", "1"), citations=(Citation("claim/1", "source/s", Text("Nguồn", "Source")),))
    scene = to_scene(_network(nodes=(Node("a", A.label, A.kind, (), (said,)),)))
    assert scene["citations"] == [{"source": {"vi": "Nguồn", "en": "Source"}}]


@pytest.mark.parametrize(
    ("date", "vietnamese", "english"),
    [
        ("2019-06-18", "18/6/2019", "18 June 2019"),
        ("2019-12", "12/2019", "December 2019"),
        ("2019-13", "2019-13", "2019-13"),
    ],
)
def test_dates_are_said_as_readers_write_them(date: str, vietnamese: str, english: str) -> None:
    """What is no date stays as it is."""
    assert say_date(date) == Text(vietnamese, english)


def test_every_text_of_the_page_is_in_both_languages() -> None:
    """With the same blanks to fill in."""
    for text in TEXTS.values():
        assert text.vi
        assert text.en
        assert sorted(re.findall(r"\{\w+\}", text.vi)) == sorted(re.findall(r"\{\w+\}", text.en))
