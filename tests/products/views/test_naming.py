"""What things are called in a picture."""

from __future__ import annotations

import pytest

from dfgraph.base.language import Text
from dfgraph.products.network.model import Edge, Marks, Network, Node, NodeKind, Period, Statement
from dfgraph.products.views.scene.naming import named, say_name

OLD = Marks(when=(Period(None, "2025-06-30", "", "2025-06-30"),))
NEW = Marks(when=(Period("2025-07-01", None, "2025-07-01", ""),))
DA_NANG = Text("Đà Nẵng", "Da Nang")


def _statement(value: str, **rest: object) -> Statement:
    return Statement(Text("Ngày", "Date"), Text(value, value), **rest)  # type: ignore[arg-type]


def _network() -> Network:
    signed = _statement("../2017-02", value_id="time/2017-02", period=Period(None, "2017-02-28", *("../2017-02",) * 2))
    nodes = (
        Node("province/da-nang", DA_NANG, "ns#P", marks=NEW, statements=(signed, _statement("2026-11-21"))),
        Node("province/da-nang-1997", DA_NANG, "ns#P", marks=OLD),
        Node("district/da-nang", DA_NANG, "ns#D", marks=OLD, statements=(_statement("2024-11"),)),
    )
    memo = Text("Đà Nẵng – Sakai, 2009-10", "Da Nang – Sakai, 2009-10")
    edge = Edge(nodes[0].id, nodes[1].id, DA_NANG, "ns#x", "agreement/x", memo)
    return Network(Text("Thử", "Trial"), nodes, (edge,), (NodeKind("ns#P", DA_NANG), NodeKind("ns#D", DA_NANG)))


def test_things_of_one_name_are_told_apart_by_when_they_were() -> None:
    """Only within a kind; whatever has a name of its own keeps it."""
    labels = [node.label for node in named(_network()).nodes]
    assert labels[0] == Text("Đà Nẵng (từ 1/7/2025)", "Da Nang (since 1 July 2025)")
    assert labels[1] == Text("Đà Nẵng (đến 30/6/2025)", "Da Nang (until 30 June 2025)")
    assert labels[2] == DA_NANG


def test_times_are_said_as_people_write_them() -> None:
    """Times and days; a text that only looks like a month stays."""
    made = named(_network())
    assert [said.value.en for said in made.nodes[0].statements] == ["until February 2017", "21 November 2026"]
    assert made.nodes[2].statements[0].value.vi == "2024-11"
    assert made.edges[0].via_label == Text("Đà Nẵng – Sakai, 10/2009", "Da Nang – Sakai, October 2009")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("A → B (2025-07-01)", "A → B (1/7/2025)"),
        ("A – B, 2016–2020", "A – B, 2016–2020"),
        ("Dân số, 2019-01–2019-06", "Dân số, 1/2019–6/2019"),
        ("Báo cáo 2019-01", "Báo cáo 2019-01"),
        ("Nghị quyết 38/2012/QĐ-UBND", "Nghị quyết 38/2012/QĐ-UBND"),
        ("Niên giám, 2023-24", "Niên giám, 2023-24"),
    ],
)
def test_only_a_date_at_the_end_is_one(name: str, said: str) -> None:
    """As rules write it: after a comma, or in brackets."""
    assert say_name(Text(name, name)).vi == said
