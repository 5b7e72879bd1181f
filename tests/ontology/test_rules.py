"""What the rules make of examples."""

from __future__ import annotations

import pytest

from ontology.example import AGREEMENT, MERGER, PARTNERSHIPS, PLACES, RULES, Make


def test_rules_come_to_an_end(world: Make) -> None:
    """A second run of all rules on their own result gives nothing."""
    made = world(PLACES + PARTNERSHIPS + MERGER + AGREEMENT).derive()
    assert [name for name in RULES if made.rule(name)] == []


def test_a_thing_is_of_the_classes_above_its_own(world: Make) -> None:
    made = world("<province/hue> a dfg:Province . <partnership/x> a dfg:Partnership .")
    assert made.rule("types") == [
        ("province/hue", "rdf:type", "dfg:Agent"),
        ("province/hue", "rdf:type", "dfg:Place"),
    ]


def test_partners_are_partners_both_ways(world: Make) -> None:
    made = world("""
        <partnership/x> a dfg:Partnership ; dfg:place <province/hue>, <locality/jp-sakai> .
        <programme/y> a dfg:Programme ; dfg:place <province/hue>, <province/da-nang> .
    """)
    assert made.rule("partner-of") == [
        ("locality/jp-sakai", "dfg:partnerOf", "province/hue"),
        ("province/hue", "dfg:partnerOf", "locality/jp-sakai"),
    ]
    assert made.rule("partner-of") == []


def test_a_place_that_is_a_party_signs_for_itself(world: Make) -> None:
    made = world("""
        <province/hue> a dfg:Province . <organisation/x> a dfg:Organisation .
        <agreement/a> dfg:party <province/hue>, <organisation/x> .
    """)
    assert made.rule("own-behalf") == [("agreement/a", "dfg:onBehalfOf", "province/hue")]
    assert made.rule("own-behalf") == []


def test_a_partnership_is_named_after_its_places(world: Make) -> None:
    """The Vietnamese unit comes first; a label that is given stays the only one of its language."""
    made = world(
        PLACES
        + """
        <partnership/x> a dfg:Partnership ; dfg:place <locality/jp-sakai>, <province/da-nang> .
        <partnership/y> a dfg:Partnership ; dfg:place <locality/la-sekong>, <province/hue> ;
          skos:prefLabel "Huế kết nghĩa Sê Kông"@vi .
        <province/hue> skos:prefLabel "Thừa Thiên Huế"@en .
    """
    )
    assert made.rule("partnership-labels") == [
        ("partnership/x", "skos:prefLabel", "Da Nang – Sakai@en"),
        ("partnership/x", "skos:prefLabel", "Đà Nẵng – Sakai@vi"),
        ("partnership/y", "skos:prefLabel", "Hue – Sekong@en"),
    ]


def test_an_agreement_without_a_name_is_named_after_its_parties_and_date(world: Make) -> None:
    """Language by language; of several dates one stands there, the most precise where they agree."""
    made = world(
        PLACES
        + """
        <agreement/x> a dfg:Agreement ; dfg:party <locality/jp-sakai>, <province/da-nang> ;
          dfg:signed <time/2009>, <time/2009-10> .
        <agreement/y> a dfg:Agreement ; dfg:party <province/hue> ; skos:prefLabel "Thỏa thuận Huế"@vi .
        <time/2009> rdf:value "2009" . <time/2009-10> rdf:value "2009-10" .
        <province/hue> skos:prefLabel "Huế"@vi, "Hue"@en .
    """
    )
    assert made.rule("agreement-labels") == [
        ("agreement/x", "skos:prefLabel", "Da Nang – Sakai, 2009-10@en"),
        ("agreement/x", "skos:prefLabel", "Đà Nẵng – Sakai, 2009-10@vi"),
        ("agreement/y", "skos:prefLabel", "Hue@en"),
    ]


def test_a_tenure_is_named_after_holder_and_post(world: Make) -> None:
    made = world("""
        <person/bui-thanh-son> skos:prefLabel "Bùi Thanh Sơn"@vi, "Bui Thanh Son"@en .
        <post/thu-truong> skos:prefLabel "Thứ trưởng Bộ Ngoại giao"@vi, "Deputy Minister of Foreign Affairs"@en .
        <tenure/x> a dfg:Tenure ; dfg:holder <person/bui-thanh-son> ; dfg:post <post/thu-truong> .
        <tenure/y> a dfg:Tenure ; dfg:holder <person/bui-thanh-son> ; dfg:post <post/thu-truong> ;
          skos:prefLabel "Một nhiệm kỳ"@vi, "A tenure"@en .
    """)
    assert made.rule("tenure-labels") == [
        ("tenure/x", "skos:prefLabel", "Bui Thanh Son, Deputy Minister of Foreign Affairs@en"),
        ("tenure/x", "skos:prefLabel", "Bùi Thanh Sơn, Thứ trưởng Bộ Ngoại giao@vi"),
    ]


def test_a_figure_is_named_after_what_it_measures(world: Make) -> None:
    made = world(
        PLACES
        + """
        <indicator/x> skos:prefLabel "Vốn FDI"@vi, "FDI"@en .
        <observation/a> dfg:indicator <indicator/x> ; dfg:area <province/hue> ; dfg:partner <country/jp> ;
          dfg:period <time/2016--2020> .
        <observation/b> dfg:indicator <indicator/x> ; dfg:asOf <time/2019-06> .
        <observation/c> dfg:indicator <indicator/x> ; skos:prefLabel "Vốn FDI cả nước"@vi, "National FDI"@en .
    """
    )
    assert made.rule("observation-labels") == [
        ("observation/a", "skos:prefLabel", "FDI, Hue, Japan, 2016–2020@en"),
        ("observation/a", "skos:prefLabel", "Vốn FDI, Huế, Nhật Bản, 2016–2020@vi"),
        ("observation/b", "skos:prefLabel", "FDI, 2019-06@en"),
        ("observation/b", "skos:prefLabel", "Vốn FDI, 2019-06@vi"),
    ]


def test_a_change_is_named_after_the_units_before_and_after(world: Make) -> None:
    assert world(PLACES + MERGER).rule("change-labels") == [
        ("change/da-nang-2025", "skos:prefLabel", "Da Nang, Quang Nam → Da Nang (2025-07-01)@en"),
        ("change/da-nang-2025", "skos:prefLabel", "Đà Nẵng, Quảng Nam → Đà Nẵng (2025-07-01)@vi"),
    ]


def test_a_partner_abroad_is_cooperation_with_its_country(world: Make) -> None:
    made = world(
        PLACES
        + """
        <province/hue> dfg:partnerOf <locality/jp-sakai>, <country/la> .
        <locality/jp-sakai> dfg:partnerOf <province/hue> .
    """
    )
    assert made.rule("country-cooperation") == [
        ("province/hue", "dfg:cooperatesWithCountry", "country/jp"),
        ("province/hue", "dfg:cooperatesWithCountry", "country/la"),
    ]


def test_units_before_a_change_are_replaced_by_those_after(world: Make) -> None:
    """A unit that took another in replaces that one, not itself."""
    made = world("""
        <change/ha-noi-2008> dfg:changedFrom <province/ha-tay>, <province/ha-noi> ; dfg:changedTo <province/ha-noi> .
    """)
    assert made.rule("succession") == [
        ("province/ha-noi", "dcterms:replaces", "province/ha-tay"),
        ("province/ha-tay", "dcterms:isReplacedBy", "province/ha-noi"),
    ]


def test_heirs_inherit_agreements_and_partnerships(world: Make) -> None:
    made = world(
        PARTNERSHIPS
        + AGREEMENT
        + """
        <province/da-nang> dcterms:isReplacedBy <province/da-nang-2025> .
        <province/da-nang-2025> dcterms:isReplacedBy <province/later> .
        <programme/x> a dfg:Programme ; dfg:place <province/da-nang> .
    """
    )
    assert made.rule("inheritance") == [
        ("agreement/memorandum", "dfg:inheritedBy", "province/da-nang-2025"),
        ("agreement/memorandum", "dfg:inheritedBy", "province/later"),
        ("partnership/sakai", "dfg:inheritedBy", "province/da-nang-2025"),
        ("partnership/sakai", "dfg:inheritedBy", "province/later"),
    ]


def test_implementation_is_followed_to_the_end(world: Make) -> None:
    made = world("<document/plan> dfg:implements <document/decree> . <document/decree> dfg:implements <document/law> .")
    assert made.rule("implementation-chain") == [
        ("document/decree", "dfg:implementsTransitively", "document/law"),
        ("document/plan", "dfg:implementsTransitively", "document/decree"),
        ("document/plan", "dfg:implementsTransitively", "document/law"),
    ]


def test_a_task_is_laid_down_where_its_document_is_adopted(world: Make) -> None:
    """A session speaks for its conference, a group for its tasks; a conference within another for itself."""
    made = world("""
        <conference/c> a dfg:Activity, dfg:Conference ; dfg:partOf <conference/wider> .
        <conference/wider> a dfg:Activity, dfg:Conference .
        <event/session> a dfg:Activity, dfg:Event ; dfg:partOf <conference/c> .
        <document/plan> dfg:adoptedAt <event/session> .
        <task/a> dfg:laidDownBy <document/plan>, <organisation/x> .
        <task/part> dfg:taskGroup <task/b> . <task/b> dfg:taskGroup <task/c> .
        <task/c> dfg:laidDownBy <conference/c> .
    """)
    assert made.rule("laid-down-at") == [
        ("task/a", "dfg:laidDownAt", "conference/c"),
        ("task/a", "dfg:laidDownAt", "event/session"),
        ("task/b", "dfg:laidDownAt", "conference/c"),
        ("task/c", "dfg:laidDownAt", "conference/c"),
        ("task/part", "dfg:laidDownAt", "conference/c"),
    ]
    assert made.rule("laid-down-at") == []


def test_the_last_activity_is_the_latest_that_took_place(world: Make) -> None:
    """What is only planned has not taken place; what goes on without end is the latest of all."""
    made = world("""
        <visit/a> dfg:carriesOut <agreement/x>, <agreement/y> ; dfg:date <time/2010> .
        <visit/b> dfg:carriesOut <agreement/x> ; dfg:date <time/2019-06-18> .
        <visit/c> dfg:carriesOut <agreement/x> ; dfg:date <time/2026> ; dfg:status <activity-status/planned> .
        <project/d> dfg:carriesOut <agreement/y> ; dfg:date <time/2018--..> .
    """)
    assert made.rule("last-activity") == [
        ("agreement/x", "dfg:lastActivity", "visit/b"),
        ("agreement/y", "dfg:lastActivity", "project/d"),
    ]
    assert made.rule("last-activity") == []


def test_corroboration_counts_sources_not_claims(world: Make) -> None:
    made = world("""
        <claim/a1> prov:hadPrimarySource <source/one> . <claim/a2> prov:hadPrimarySource <source/two> .
        <claim/b1> prov:hadPrimarySource <source/one> . <claim/b2> prov:hadPrimarySource <source/one> .
        <claim/c1> prov:hadPrimarySource <source/one> .
        <claim/c2> prov:hadPrimarySource <source/two> ; dfg:stance <stance/disputes> .
        <claim/a1> { <visit/a> a dfg:Visit . } <claim/a2> { <visit/a> a dfg:Visit . }
        <claim/b1> { <visit/b> a dfg:Visit . } <claim/b2> { <visit/b> a dfg:Visit . }
        <claim/c1> { <visit/c> a dfg:Visit . } <claim/c2> { <visit/c> a dfg:Visit . }
    """)
    assert made.rule("corroboration") == [("visit/a", "dfg:corroboration", "2")]


def test_contested_is_a_single_valued_property_with_two_values(world: Make) -> None:
    """Not so a property of many values, nor a time that another only states more precisely."""
    made = world("""
        <claim/1> { <agreement/x> a dfg:Agreement ; dfg:signed <time/2019> ; dfg:expires <time/2025> ;
          dfg:field <field/trade> . }
        <claim/2> { <agreement/x> a dfg:Agreement ; dfg:signed <time/2019-06> ; dfg:expires <time/2026> ;
          dfg:field <field/culture> . }
        <claim/3> { <agreement/y> a dfg:Agreement ; dfg:signed <time/2018--..> . }
        <claim/4> { <agreement/y> a dfg:Agreement ; dfg:signed <time/2019> . }
        <claim/5> { <agreement/z> a dfg:Agreement ; dfg:signed <time/2018--..> . }
        <claim/6> { <agreement/z> a dfg:Agreement ; dfg:signed <time/2010> . }
        <claim/7> { <observation/o> a dfg:Observation ; dfg:value 60.28 ; dfg:area <province/hue> . }
        <claim/8> { <observation/o> a dfg:Observation ; dfg:value 60.3 ; dfg:area <province/hue> . }
    """)
    assert made.rule("contested") == [
        ("agreement/x", "dfg:contested", "dfg:expires"),
        ("agreement/z", "dfg:contested", "dfg:signed"),
        ("observation/o", "dfg:contested", "dfg:value"),
    ]
    assert made.rule("contested") == []


@pytest.mark.parametrize(
    ("told", "rounding"),
    [
        ("60280000000 ; dfg:unit <unit/usd>", "5000000"),
        ("3500000000 ; dfg:unit <unit/usd> ; dfg:hedge <hedge/over>", "100000000"),
        ("60.28 ; dfg:unit <unit/usd>", "0.005"),
        ("34 ; dfg:unit <unit/percent>", "0.5"),
        ("90 ; dfg:unit <unit/percent>", "0.5"),
        ("34.9 ; dfg:unit <unit/percent>", "0.05"),
        ("420 ; dfg:unit <unit/agreement>", "0"),
        ("10281 ; dfg:unit <unit/person>", "0"),
        ("4000 ; dfg:unit <unit/person>", "500"),
        ("420 ; dfg:unit <unit/agreement> ; dfg:hedge <hedge/about>, <hedge/over>", "10"),
        ("-5 ; dfg:unit <unit/percentage-point>", "0.5"),
        ("0 ; dfg:unit <unit/agreement>", "0"),
        ("10 ; dfg:unit <unit/vnd> ; dfg:hedge <hedge/tens-of>", None),
        ("420, 422 ; dfg:unit <unit/agreement>", None),
    ],
)
def test_a_figure_stands_for_what_rounds_to_it(world: Make, told: str, rounding: str | None) -> None:
    """Loose hedges, and values that differ, leave no say."""
    made = world(f"<observation/x> dfg:value {told} .")
    assert made.rule("rounding") == ([("observation/x", "dfg:rounding", rounding)] if rounding else [])
    assert made.rule("rounding") == []
