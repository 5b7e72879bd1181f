"""Questions about places."""

from __future__ import annotations

from ontology.example import AGREEMENT, MERGER, PARTNERSHIPS, PLACES, Make


def test_ask_places_tied_to_country(world: Make) -> None:
    made = world(
        PLACES
        + PARTNERSHIPS
        + AGREEMENT
        + "<claim/japan> { <agreement/japan> a dfg:Agreement ; dfg:onBehalfOf <province/hue>, <country/jp> . }"
    )
    da_nang, sakai = "province/da-nang", "locality/jp-sakai"
    assert made.ask("places-tied-to-country", country="country/jp") == [
        (da_nang, sakai, "agreement/memorandum", "agreement-type/memorandum", "time/2019", "claim/memorandum"),
        (da_nang, sakai, "partnership/sakai", "partnership-type/friendship", "time/2010", "claim/sakai"),
        ("province/hue", "country/jp", "agreement/japan", None, None, "claim/japan"),
    ]


def test_ask_successor_of(world: Make) -> None:
    told = ("change-kind/merge", "time/2025-07-01", "document/202-2025-qh15", "claim/merger")
    assert world(PLACES + MERGER).derive().ask("successor-of", place="province/quang-nam") == [
        ("province/quang-nam", "province/da-nang-2025", "change/da-nang-2025", *told)
    ]


def test_ask_places_in_field(world: Make) -> None:
    """Vietnamese places alone: whoever they cooperate with stands in the tie."""
    made = world(
        PLACES
        + """
        <claim/a> { <agreement/a> a dfg:Agreement ; dfg:onBehalfOf <province/hue>, <locality/jp-sakai> ;
          dfg:field <field/border-trade> . }
        <claim/e> { <event/e> a dfg:Event ; dfg:location <province/da-nang> ;
          dfg:field <field/trade>, <field/culture> . }
    """
    )
    a = ("province/hue", "agreement/a", "dfg:Agreement", "field/border-trade", "claim/a")
    assert made.ask("places-in-field", field="field/trade") == [
        ("province/da-nang", "event/e", "dfg:Event", "field/trade", "claim/e"),
        a,
    ]
    assert made.ask("places-in-field", field="field/border-trade") == [a]
