"""Questions about people and posts."""

from __future__ import annotations

from ontology.example import PEOPLE, Make

SEATS = (
    PEOPLE
    + """
    <claim/chi> { <tenure/chi> dfg:holder <person/chi> ; dfg:post <post/head> ; dfg:period <time/2016--2020> . }
    <claim/chi-2> { <tenure/chi-2> dfg:holder <person/chi> ; dfg:post <post/minister> ; dfg:heldAt <time/2010> . }
"""
)


def test_ask_office_holders(world: Make) -> None:
    """Bodies under the organisation are included; each date is cited by the claim that states it."""
    made = world(PEOPLE)
    binh = ("person/binh", "post/head", "organisation/department")
    rows = [(*binh, "time/2019", "claim/binh-2"), (*binh, "time/2010", "claim/binh-1")]
    an = ("person/an", "post/minister", "organisation/ministry", "time/2018--..", "claim/an")
    assert made.ask("office-holders", organisation="organisation/ministry") == [*rows, an]
    assert made.ask("office-holders", organisation="organisation/department") == rows


def test_ask_office_holders_on(world: Make) -> None:
    """By the term of office, which may have no end, or by a date at which the post was held."""
    made = world(SEATS)
    binh = ("person/binh", "post/head", "organisation/department", "time/2019", "claim/binh-2")
    chi = ("person/chi", "post/head", "organisation/department", "time/2016--2020", "claim/chi")
    an = ("person/an", "post/minister", "organisation/ministry", "time/2018--..", "claim/an")
    assert made.ask("office-holders-on", day="2019-06-18") == [binh, chi, an]
    assert made.ask("office-holders-on", day="2025-01-01") == [an]
    assert made.ask("office-holders-on", day="2019-06-18", organisation="organisation/department") == [binh, chi]
    assert made.ask("office-holders-on", day="2015-12-31") == []


def test_ask_career(world: Make) -> None:
    made = world(SEATS)
    assert made.ask("career", person="person/chi") == [
        ("post/minister", "organisation/ministry", "time/2010", "claim/chi-2"),
        ("post/head", "organisation/department", "time/2016--2020", "claim/chi"),
    ]


def test_ask_post_holders(world: Make) -> None:
    """Each date is cited by the claim that states it."""
    assert world(SEATS).ask("post-holders", post="post/head") == [
        ("person/binh", "time/2010", "claim/binh-1"),
        ("person/chi", "time/2016--2020", "claim/chi"),
        ("person/binh", "time/2019", "claim/binh-2"),
    ]


def test_ask_speakers(world: Make) -> None:
    """People only; what was said outside any activity has no place."""
    made = world("""
        <person/an> a dfg:Person . <organisation/paper> a dfg:Organisation .
        <claim/1> dfg:speaker <person/an> . <claim/2> dfg:speaker <person/an> . <claim/3> dfg:speaker <person/an> .
        <claim/4> dfg:speaker <organisation/paper> .
        <claim/1> { <lesson/a> dfg:at <conference/c> . } <claim/2> { <observation/b> dfg:reportedAt <conference/c> . }
        <claim/3> { <lesson/d> dfg:field <field/trade> . } <claim/4> { <lesson/e> dfg:at <conference/c> . }
    """)
    there = ("person/an", "conference/c", "source/one", "2")
    assert made.ask("speakers") == [("person/an", None, "source/one", "1"), there]
    assert made.ask("speakers", activity="conference/c") == [there]
    assert made.ask("speakers", person="person/binh") == []
