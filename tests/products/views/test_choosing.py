"""The facets of a network as a page gets them."""

from __future__ import annotations

import pytest

from dfgraph.base.language import Text
from dfgraph.graph.query import Citation
from dfgraph.products.network.model import Choice, Edge, Figure, Marks, Moment, Network, Node, NodeKind, Period
from dfgraph.products.views.scene import to_scene
from dfgraph.products.views.scene.periods import say_period

THING = NodeKind("ns#Thing", Text("Vật", "Thing"), "#0072B2", "dot")
TIE = Text("nối", "tied to")
SIGNED = Period("2018-03-01", "2018-03-31", "2018-03", "2018-03")
CITED = Citation("claim/1", "source/s", Text("Nguồn", "Source"))


def _network(**rest: object) -> Network:
    trade = {"field": ("field/trade", "field/art"), "trust": ("level/high",)}
    a = Node("a", Text("A", "A"), "ns#Thing", marks=Marks(trade, (SIGNED,), (105.5, 21.0)))
    b = Node("b", Text("B", "B"), "ns#Thing")
    edges = tuple(
        Edge("a", "b", TIE, "r", via=via, marks=Marks({"trust": ("level/low",)}) if via == "v" else Marks())
        for via in ("v", "v", "w")
    )
    choices = (
        Choice(
            "field", Text("Lĩnh vực", "Field"), {"field/art": Text("Văn", "Art"), "field/trade": Text("Buôn", "Trade")}
        ),
        Choice("trust", Text("Độ tin", "Trust"), {"level/high": Text("Cao", "High"), "level/low": Text("Thấp", "Low")}),
    )
    return Network(Text("Mạng", "Network"), (a, b), edges, (THING,), choices=choices, **rest)  # type: ignore[arg-type]


def test_what_to_choose_by() -> None:
    """Values by their places; links call them by the ends of their ids."""
    scene = to_scene(_network())
    assert scene["facets"] == [
        {
            "key": "field",
            "label": {"vi": "Lĩnh vực", "en": "Field"},
            "values": [{"vi": "Văn", "en": "Art"}, {"vi": "Buôn", "en": "Trade"}],
            "ids": ["art", "trade"],
        },
        {
            "key": "trust",
            "label": {"vi": "Độ tin", "en": "Trust"},
            "values": [{"vi": "Cao", "en": "High"}, {"vi": "Thấp", "en": "Low"}],
            "ids": ["high", "low"],
        },
    ]
    first, second = scene["nodes"]
    assert first["facets"] == {"field": [0, 1], "trust": [0]}
    assert (first["lon"], first["lat"]) == (105.5, 21.0)
    assert first["when"] == [("2018-03-01", "2018-03-31", {"vi": "3/2018", "en": "March 2018"})]
    assert not {"facets", "when", "lon", "lat"} & set(second)
    assert [edge.get("facets") for edge in scene["edges"]] == [{"trust": [1]}, {"trust": [1]}, None]


def test_values_with_the_same_end_keep_their_whole_ids() -> None:
    """A link must mean one of them."""
    choice = Choice("place", Text("Nơi", "Place"), {"a/hue": Text("1", "1"), "b/hue": Text("2", "2")})
    scene = to_scene(Network(Text("", ""), (), (), (), choices=(choice,)))
    assert scene["facets"][0]["ids"] == ["a/hue", "b/hue"]


def test_a_moment_points_to_its_node_or_its_edges() -> None:
    """An agreement among several is several edges; a moment of neither is only told."""
    moments = tuple(Moment(id_, Text(id_, id_), Text("Loại", "Kind"), SIGNED, (CITED,)) for id_ in ("a", "v", "x"))
    scene = to_scene(_network(moments=moments))
    node, edges, neither = scene["moments"]
    assert (node["node"], node["text"], node["notes"]) == (0, {"vi": "3/2018", "en": "March 2018"}, [0])
    assert (edges["edge"], edges["start"], edges["end"]) == ([0, 1], "2018-03-01", "2018-03-31")
    assert not {"node", "edge"} & set(neither)
    assert scene["citations"] == [{"source": {"vi": "Nguồn", "en": "Source"}}]


def test_a_figure_is_told_as_it_was_said() -> None:
    """With its hedge and its unit; figures of one indicator in two units are two series."""
    dollars, people = Text("Đô la Mỹ", "US dollar"), Text("Người", "Person")
    of = {"b": Text("Huế", "Hue"), "z": Text("Lào", "Laos")}
    figures = (
        Figure(
            *("f", "i", Text("Vốn", "Capital"), "8500000000", dollars, Text("Hơn", "Over"), of, SIGNED, (CITED,)),
            contested=True,
            flow=True,
        ),
        Figure("g", "i", Text("Vốn", "Capital"), "60.5", people, Text("", ""), {}),
    )
    scene = to_scene(_network(figures=figures))
    assert scene["series"] == [
        {"id": "i", "label": {"vi": "Vốn", "en": "Capital"}, "unit": {"vi": "Đô la Mỹ", "en": "US dollar"}},
        {"id": "i", "label": {"vi": "Vốn", "en": "Capital"}, "unit": {"vi": "Người", "en": "Person"}},
    ]
    first, second = scene["figures"]
    assert first["said"] == {"vi": "Hơn 8.500.000.000 (Đô la Mỹ)", "en": "Over 8,500,000,000 (US dollar)"}
    assert (first["about"], first["node"]) == ({"vi": "Huế, Lào", "en": "Hue, Laos"}, 1)
    assert (first["hedged"], first["contested"], first["flow"], first["value"]) == (True, True, True, 8.5e9)
    assert second["said"] == {"vi": "60,5 (Người)", "en": "60.5 (Person)"}
    assert (second["about"], second["text"], second["start"], second["hedged"]) == ("", "", None, False)
    assert not {"node", "flow"} & set(second)


@pytest.mark.parametrize(
    ("since", "until", "vietnamese", "english"),
    [
        ("2019-06-18", "2019-06-18", "18/6/2019", "18 June 2019"),
        ("2019", "", "từ 2019", "since 2019"),
        ("", "2025-06-30", "đến 30/6/2025", "until 30 June 2025"),
        ("2016-05", "2018", "5/2016–2018", "May 2016–2018"),
        ("2016/2020", "2016/2020", "2016–2020", "2016–2020"),
        ("2016/..", "2016/..", "từ 2016", "since 2016"),
        ("../2020", "../2020", "đến 2020", "until 2020"),
    ],
)
def test_periods_are_said_as_people_say_them(since: str, until: str, vietnamese: str, english: str) -> None:
    """One time, or an open end, or two."""
    assert say_period(Period(None, None, since, until)) == Text(vietnamese, english)
