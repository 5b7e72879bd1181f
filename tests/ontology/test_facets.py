"""The facets of examples: what things can be chosen by, and when, where and how much."""

from __future__ import annotations

from ontology.example import AGREEMENT, FIGURES, MERGER, PARTNERSHIPS, PLACES, POLICY, Make

HOME = "<claim/home> { <https://w3id.org/dfgraph/ns> dfg:home <country/vn> . <country/vn> a dfg:Country . }"


def test_facet_field(world: Make) -> None:
    """Who chooses a broad field means the narrower ones."""
    made = world("<claim/1> { <programme/p> dfg:field <field/border-trade> . }")
    values = {value for thing, value in made.facet("field") if thing == "programme/p"}
    assert "field/border-trade" in values
    assert len(values) > 1


def test_facet_country(world: Make) -> None:
    """A foreign place has its country, what joins places those of all of them; home is no partner."""
    made = world(PLACES + PARTNERSHIPS + HOME + "<organisation/o> dfg:country <country/vn> .")
    assert sorted(made.facet("country"), key=str) == [
        ("country/jp", "country/jp"),
        ("country/la", "country/la"),
        ("locality/jp-sakai", "country/jp"),
        ("locality/la-sekong", "country/la"),
        ("partnership/sakai", "country/jp"),
        ("partnership/sekong", "country/la"),
    ]


def test_facet_region(world: Make) -> None:
    """A unit, what lies in it or works for it, and what happens there."""
    made = world(
        PARTNERSHIPS
        + """
        <province/da-nang> dfg:region <region/southeast> .
        <district/d> dfg:within <province/da-nang> .
        <organisation/o> dfg:governs <province/da-nang> .
    """
    )
    of = {thing for thing, value in made.facet("region") if value == "region/southeast"}
    assert of == {"province/da-nang", "district/d", "organisation/o", "partnership/sakai"}


def test_facet_confidence(world: Make) -> None:
    """Of claims; the surest first."""
    made = world(
        """
        <claim/1> { <event/a> a dfg:Event . } <claim/2> { <event/b> a dfg:Event . }
        <claim/1> dfg:confidence <confidence/low> . <claim/2> dfg:confidence <confidence/high> .
    """
    )
    assert made.facet("confidence") == [("claim/2", "confidence/high"), ("claim/1", "confidence/low")]


def test_facet_validity(world: Make) -> None:
    """What happens has one time; what lasts has a start, an end or both."""
    made = world(
        PLACES
        + PARTNERSHIPS
        + AGREEMENT
        + POLICY
        + "<claim/f> { <agreement/f> dfg:inForceFrom <time/2003> ; dfg:signed <time/1999> . }"
    )
    assert made.facet("validity") == [
        ("agreement/f", "time/2003", None),
        ("agreement/memorandum", "time/2019", "time/2026"),
        ("document/decree", "time/2010", "time/2010"),
        ("document/plan", "time/2019", "time/2019"),
        ("partnership/sakai", "time/2010", None),
        ("programme/p", "time/2016--2020", "time/2016--2020"),
        ("province/da-nang", None, "time/2025-06-30"),
        ("province/da-nang-2025", "time/2025-07-01", None),
        ("province/quang-nam", None, "time/2025-06-30"),
    ]


def test_facet_position(world: Make) -> None:
    """One place on the map for each thing, also where sources differ."""
    geo = "http://www.w3.org/2003/01/geo/wgs84_pos#"
    made = world(f"<province/hue> <{geo}lat> 16.46, 16.5 ; <{geo}long> 107.6 . <province/x> <{geo}lat> 1.0 .")
    assert made.facet("position") == [("province/hue", "107.6", "16.46")]


def test_facet_moments(world: Make) -> None:
    """What was signed, adopted or changed; what nobody dated is no moment."""
    made = world(PARTNERSHIPS + MERGER + AGREEMENT + POLICY)
    assert made.facet("moments") == [
        ("agreement/memorandum", "time/2019", "time/2019"),
        ("change/da-nang-2025", "time/2025-07-01", "time/2025-07-01"),
        ("document/decree", "time/2010", "time/2010"),
        ("document/plan", "time/2019", "time/2019"),
        ("partnership/sakai", "time/2010", "time/2010"),
        ("programme/p", "time/2016--2020", "time/2016--2020"),
    ]


def test_facet_figures(world: Make) -> None:
    """Each value of each figure, with its hedge and unit, what it is about, its time, and whether it adds up."""
    made = world(FIGURES)
    told = ("observation/o", "indicator/fdi")
    rest = ("unit/usd", "hedge/over", "province/da-nang", "time/2019", "time/2019", "true")
    assert made.facet("figures") == [(*told, "8", *rest), (*told, "8.5", *rest)]
