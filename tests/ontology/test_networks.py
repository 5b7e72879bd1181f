"""The networks of examples."""

from __future__ import annotations

from ontology.example import AGREEMENT, MERGER, PARTNERSHIPS, PEOPLE, POLICY, Make


def test_network_of_partners(world: Make) -> None:
    made = world(
        PARTNERSHIPS
        + "<claim/d> { <partnership/d> a dfg:Partnership ; dfg:place <province/hue>, <province/da-nang> . }"
    )
    assert made.network("partners") == [
        ("province/da-nang", "locality/jp-sakai", "partnership/sakai", "dfg:partnerOf", "claim/sakai"),
        ("province/hue", "province/da-nang", "partnership/d", "dfg:partnerOf", "claim/d"),
        ("province/quang-nam", "locality/la-sekong", "partnership/sekong", "dfg:partnerOf", "claim/sekong"),
    ]


def test_network_of_succession(world: Make) -> None:
    told = ("province/da-nang-2025", "change/da-nang-2025", "dcterms:isReplacedBy", "claim/merger")
    assert world(MERGER).network("succession") == [("province/da-nang", *told), ("province/quang-nam", *told)]


def test_network_of_policy(world: Make) -> None:
    assert world(POLICY).derive().network("policy") == [
        ("document/decree", "document/law", None, "dfg:implements", "claim/decree"),
        ("document/decree", "organisation/government", None, "dfg:issuer", "claim/decree"),
        ("document/plan", "document/decree", None, "dfg:implements", "claim/plan"),
        ("document/plan", "organisation/hue", None, "dfg:issuer", "claim/plan"),
        ("programme/p", "document/decree", None, "dfg:under", "claim/programme"),
        ("programme/p", "organisation/hue", None, "dfg:ledBy", "claim/programme"),
    ]


def test_network_of_people(world: Make) -> None:
    assert world(PEOPLE).network("people") == [
        ("person/an", "post/minister", "tenure/an", "dfg:post", "claim/an"),
        ("person/binh", "post/head", "tenure/binh", "dfg:post", "claim/binh-1"),
        ("person/binh", "post/head", "tenure/binh", "dfg:post", "claim/binh-2"),
        ("post/head", "organisation/department", None, "dfg:postIn", "claim/head"),
        ("post/minister", "organisation/ministry", None, "dfg:postIn", "claim/minister"),
    ]


def test_network_of_everything(world: Make) -> None:
    """Things and what ties them: no times, no concepts, no claims; a row without an end is a thing alone."""
    made = world(PARTNERSHIPS + "<claim/hue> { <province/hue> a dfg:Province . }")
    sakai, sekong = "partnership/sakai", "partnership/sekong"
    assert made.network("everything") == [
        (sakai, "locality/jp-sakai", None, "dfg:place", "claim/sakai"),
        (sakai, "province/da-nang", None, "dfg:place", "claim/sakai"),
        (sakai, None, None, None, None),
        (sekong, "locality/la-sekong", None, "dfg:place", "claim/sekong"),
        (sekong, "province/quang-nam", None, "dfg:place", "claim/sekong"),
        (sekong, None, None, None, None),
        ("province/hue", None, None, None, None),
    ]


def test_network_around_a_thing(world: Make) -> None:
    """A tie is an edge, and what it joins is the neighbour."""
    made = world(
        PARTNERSHIPS
        + MERGER
        + AGREEMENT
        + """
        <claim/x> { <province/da-nang> a dfg:Province ; dfg:within <country/vn> ; dfg:rank <unit-rank/city> . }
        <claim/y> { <country/vn> a dfg:Country . }
    """
    )
    change = ("change/da-nang-2025", "dfg:TerritorialChange", "claim/merger")
    assert made.network("around", thing="province/da-nang") == [
        ("agreement/memorandum", "province/da-nang", None, "dfg:onBehalfOf", "claim/memorandum"),
        ("province/da-nang", "country/vn", None, "dfg:within", "claim/x"),
        ("province/da-nang", "locality/jp-sakai", "partnership/sakai", "dfg:Partnership", "claim/sakai"),
        ("province/da-nang", "province/da-nang-2025", *change),
        ("province/da-nang", "province/quang-nam", *change),
    ]
