"""Questions about partnerships and agreements."""

from __future__ import annotations

from ontology.example import AGREEMENT, MERGER, PARTNERSHIPS, PLACES, Make


def test_ask_partners_of(world: Make) -> None:
    """A new unit is asked together with the units it replaced; a locality finds its Vietnamese partner."""
    made = world(PLACES + PARTNERSHIPS + MERGER).derive()
    sakai = ("locality/jp-sakai", "country/jp", "time/2010", "partnership-type/friendship", "province/da-nang")
    sekong = ("locality/la-sekong", "country/la", None, None, "province/quang-nam")
    assert made.ask("partners-of", place="province/da-nang-2025") == [
        (*sakai, "claim/sakai"),
        (*sekong, "claim/sekong"),
    ]
    assert made.ask("partners-of", place="province/da-nang") == [(*sakai, "claim/sakai")]
    assert made.ask("partners-of", place="locality/la-sekong") == [
        ("province/quang-nam", None, None, None, "locality/la-sekong", "claim/sekong")
    ]


def test_ask_agreements_of(world: Make) -> None:
    made = world(
        PLACES + MERGER + AGREEMENT + "<visit/v> dfg:carriesOut <agreement/memorandum> ; dfg:date <time/2019> ."
    )
    told = ("agreement/memorandum", "agreement-type/memorandum", "time/2019", "time/2026", None, "visit/v")
    assert made.derive().ask("agreements-of", place="province/da-nang-2025") == [
        (*told, "province/da-nang", "claim/memorandum")
    ]


def test_ask_quiet_agreements(world: Make) -> None:
    """Not quiet: what an activity carries out, or the partnership that rests on it."""
    made = world(
        PLACES
        + MERGER
        + AGREEMENT
        + """
        <claim/b> { <agreement/b> a dfg:Agreement ; dfg:onBehalfOf <province/hue> . }
        <claim/c> { <agreement/c> a dfg:Agreement ; dfg:onBehalfOf <province/hue> . }
        <claim/d> { <agreement/d> a dfg:Agreement ; dfg:onBehalfOf <province/hue> . }
        <partnership/c> dfg:establishedBy <agreement/c> .
        <visit/v> dfg:carriesOut <partnership/c>, <agreement/d> ; dfg:date <time/2019> .
    """
    ).derive()
    quiet = ("agreement/memorandum", "province/da-nang", "time/2019", "time/2026", "claim/memorandum")
    assert made.ask("quiet-agreements") == [("agreement/b", "province/hue", None, None, "claim/b"), quiet]
    assert made.ask("quiet-agreements", place="province/da-nang-2025") == [quiet]


def test_ask_shared_partners(world: Make) -> None:
    """Da Nang and Quang Nam are one unit today: what those two alone share is not shared."""
    made = world(
        PLACES
        + PARTNERSHIPS
        + MERGER
        + """
        <claim/hue> { <partnership/hue> a dfg:Partnership ; dfg:place <province/hue>, <locality/jp-sakai> . }
        <claim/quang-nam> { <partnership/qn> a dfg:Partnership ; dfg:place <province/quang-nam>, <locality/jp-sakai> . }
        <claim/da-nang> { <partnership/dn> a dfg:Partnership ; dfg:place <province/da-nang>, <locality/la-sekong> . }
    """
    ).derive()
    rows = [
        ("locality/jp-sakai", "country/jp", "province/da-nang-2025", "province/da-nang", "time/2010", "claim/sakai"),
        ("locality/jp-sakai", "country/jp", "province/da-nang-2025", "province/quang-nam", None, "claim/quang-nam"),
        ("locality/jp-sakai", "country/jp", "province/hue", "province/hue", None, "claim/hue"),
    ]
    assert made.ask("shared-partners") == rows
    assert made.ask("shared-partners", place="province/da-nang-2025") == rows
    assert made.ask("shared-partners", place="province/lao-cai") == []


def test_ask_inherited(world: Make) -> None:
    made = world(PLACES + PARTNERSHIPS + MERGER + AGREEMENT).derive()
    new, day = "province/da-nang-2025", "time/2025-07-01"
    memorandum = ("agreement/memorandum", "locality/jp-sakai", "time/2026", "claim/memorandum")
    rows = [
        (new, "province/da-nang", day, *memorandum),
        (new, "province/da-nang", day, "partnership/sakai", "locality/jp-sakai", None, "claim/sakai"),
        (new, "province/quang-nam", day, "partnership/sekong", "locality/la-sekong", None, "claim/sekong"),
    ]
    assert made.ask("inherited") == rows
    assert made.ask("inherited", unit=new) == rows
    assert made.ask("inherited", unit="province/hue") == []


def test_ask_agreements(world: Make) -> None:
    """An agreement stands in each of its fields, and in none where none is stated."""
    made = world("""
        <claim/a> { <agreement/a> a dfg:Agreement ; dfg:field <field/border-trade>, <field/culture> ;
          dfg:agreementType <agreement-type/memorandum> ; dfg:signed <time/2019> ;
          dfg:agreementState <agreement-state/signed> . }
        <claim/b> { <agreement/b> a dfg:Agreement . }
    """)
    a = ("agreement/a", "agreement-type/memorandum", "time/2019", "agreement-state/signed", "claim/a")
    assert made.ask("agreements") == [
        (None, "agreement/b", None, None, None, "claim/b"),
        ("field/border-trade", *a),
        ("field/culture", *a),
    ]
    assert made.ask("agreements", field="field/economy") == [("field/border-trade", *a)]
    assert made.ask("agreements", type="agreement-type/memorandum", field="field/culture") == [("field/culture", *a)]
    assert made.ask("agreements", type="agreement-type/minutes") == []


def test_ask_bare_partnerships(world: Make) -> None:
    """Not bare: what rests on an agreement, and what two places signed for without saying so."""
    made = world(
        PLACES
        + PARTNERSHIPS
        + MERGER
        + AGREEMENT
        + "<claim/c> { <partnership/c> a dfg:Partnership ; dfg:place <province/hue>, <country/la> ; "
        "dfg:establishedBy <agreement/c> . }"
    ).derive()
    rows = [("partnership/sekong", None, None, "claim/sekong")]
    assert made.ask("bare-partnerships") == rows
    assert made.ask("bare-partnerships", place="province/da-nang-2025") == rows
    assert made.ask("bare-partnerships", place="province/hue") == []


def test_ask_undated_agreements(world: Make) -> None:
    """What is still being negotiated has no date to be known."""
    made = world(
        PLACES
        + MERGER
        + AGREEMENT
        + """
        <claim/a> { <agreement/a> a dfg:Agreement ; dfg:onBehalfOf <province/da-nang>, <locality/jp-sakai> ;
          dfg:agreementType <agreement-type/minutes> ; dfg:agreementState <agreement-state/signed> . }
        <claim/b> { <agreement/b> a dfg:Agreement ; dfg:agreementState <agreement-state/negotiated> . }
    """
    ).derive()
    rows = [("agreement/a", "agreement-type/minutes", "province/da-nang", "agreement-state/signed", "claim/a")]
    assert made.ask("undated-agreements") == rows
    assert made.ask("undated-agreements", place="province/da-nang-2025") == rows
    assert made.ask("undated-agreements", place="province/hue") == []


def test_ask_national_agreements(world: Make) -> None:
    """Treaties, and what Vietnam itself is a party to; not what a province signed."""
    made = world("""
        <agreement/treaty> a dfg:Agreement ; dfg:agreementType <agreement-type/treaty> .
        <agreement/pact> a dfg:Agreement ; dfg:party <country/vn>, <country/la> .
        <agreement/local> a dfg:Agreement ; dfg:onBehalfOf <province/hue>, <country/la> .
        <country/la> a dfg:Country .
        <claim/t> { <achievement/t> a dfg:Achievement ; dfg:carriesOut <agreement/treaty> ;
          dfg:concerns <province/hue>, <country/la> . }
        <claim/p> { <project/p> a dfg:Project ; dfg:carriesOut <agreement/pact> . }
        <claim/l> { <project/l> a dfg:Project ; dfg:carriesOut <agreement/local> . }
    """)
    assert made.ask("national-agreements") == [
        ("agreement/pact", "project/p", "dfg:Project", None, "claim/p"),
        ("agreement/treaty", "achievement/t", "dfg:Achievement", "province/hue", "claim/t"),
    ]
