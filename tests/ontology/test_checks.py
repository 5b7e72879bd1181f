"""What the checks find in examples."""

from __future__ import annotations

import pytest

from ontology.example import PARTNERSHIPS, PLACES, Make


def test_check_contested_names_both_values_and_their_sources(world: Make) -> None:
    made = world("""
        <agreement/x> dfg:contested dfg:signed .
        <claim/1> prov:hadPrimarySource <source/one> . <claim/2> prov:hadPrimarySource <source/two> .
        <claim/1> { <agreement/x> dfg:signed <time/2010> . } <claim/2> { <agreement/x> dfg:signed <time/2019> . }
    """).add("<claim/3> { <agreement/x> dfg:signed <time/2025> . }", withdrawn=True)
    assert made.check("contested") == [
        ("agreement/x", "dfg:signed", "time/2010", "source/one", "time/2019", "source/two", "claim/2")
    ]


def test_check_partnership_has_two_places(world: Make) -> None:
    made = world(
        PARTNERSHIPS
        + """
        <partnership/none> a dfg:Partnership .
        <partnership/three> a dfg:Partnership ; dfg:place <province/hue>, <province/da-nang>, <locality/jp-sakai> .
    """
    )
    assert made.check("partnership-places") == [("partnership/none", "0"), ("partnership/three", "3")]


def test_check_end_comes_after_start(world: Make) -> None:
    """Only what is certainly the wrong way round: 2019 may well begin before June 2019 ends."""
    made = world("""
        <partnership/wrong> dfg:since <time/2019> ; dfg:until <time/2010> .
        <partnership/right> dfg:since <time/2019-06> ; dfg:until <time/2019> .
        <partnership/open> dfg:since <time/2018--..> ; dfg:until <time/2019> .
        <agreement/wrong> dfg:signed <time/2025> ; dfg:inForceFrom <time/2025-07-01> ; dfg:expires <time/2019-06-18> .
        <document/wrong> dfg:effective <time/2026> ; dfg:expires <time/2025> .
    """)
    assert made.check("end-before-start") == [
        ("agreement/wrong", "dfg:expires", "time/2019-06-18", "dfg:inForceFrom", "time/2025-07-01"),
        ("agreement/wrong", "dfg:expires", "time/2019-06-18", "dfg:signed", "time/2025"),
        ("document/wrong", "dfg:expires", "time/2025", "dfg:effective", "time/2026"),
        ("partnership/wrong", "dfg:until", "time/2010", "dfg:since", "time/2019"),
    ]


def test_check_agreement_has_a_date(world: Make) -> None:
    made = world("""
        <agreement/dated> a dfg:Agreement ; dfg:signed <time/2019> .
        <agreement/undated> a dfg:Agreement .
        <agreement/talks> a dfg:Agreement ; dfg:agreementState <agreement-state/negotiated> .
    """)
    assert made.check("agreement-without-date") == [("agreement/undated",)]


def test_check_place_existed_at_the_time(world: Make) -> None:
    """A year that holds the day of the merger is right for the old unit and for the new."""
    made = world(
        PLACES
        + """
        <agreement/late> dfg:onBehalfOf <province/da-nang> ; dfg:signed <time/2026> .
        <agreement/merger-year> dfg:onBehalfOf <province/da-nang>, <province/da-nang-2025> ; dfg:signed <time/2025> .
        <observation/early> dfg:area <province/da-nang-2025> ; dfg:period <time/2019> .
        <partnership/early> dfg:place <province/da-nang-2025> ; dfg:since <time/2010> .
        <visit/hue> dfg:location <province/hue> ; dfg:date <time/1999> .
    """
    )
    new, old = ("time/2025-07-01", None), (None, "time/2025-06-30")
    assert made.check("place-out-of-time") == [
        ("agreement/late", "dfg:onBehalfOf", "province/da-nang", "time/2026", *old),
        ("observation/early", "dfg:area", "province/da-nang-2025", "time/2019", *new),
        ("partnership/early", "dfg:place", "province/da-nang-2025", "time/2010", *new),
    ]


def test_check_figure_has_a_time(world: Make) -> None:
    made = world("""
        <observation/flow> a dfg:Observation ; dfg:period <time/2019> .
        <observation/stock> a dfg:Observation ; dfg:asOf <time/2019> .
        <observation/undated> a dfg:Observation .
    """)
    assert made.check("undated-figure") == [("observation/undated",)]


def test_check_no_document_implements_itself(world: Make) -> None:
    made = world("""
        <document/a> dfg:implements <document/b> . <document/b> dfg:implements <document/a> .
        <document/c> dfg:implements <document/a> .
    """).derive()
    assert made.check("implements-itself") == [("document/a", "dfg:implements"), ("document/b", "dfg:implements")]


def test_check_document_has_number_and_issuer(world: Make) -> None:
    """One finding a document, which says all that is missing."""
    made = world("""
        <document/whole> a dfg:StateDocument ; dfg:number "1/QĐ" ; dfg:issuer <organisation/x> .
        <document/bare> a dfg:PartyDocument .
        <document/half> a dfg:StateDocument ; dfg:number "2/QĐ" .
        <document/other> a dfg:StateDocument ; dfg:issuer <organisation/x> .
    """).derive()
    assert [(row[0], row[1], row[3]) for row in made.check("document-incomplete")] == [
        ("document/bare", "dfg:number", "number and no issuer"),
        ("document/half", "dfg:issuer", "issuer"),
        ("document/other", "dfg:number", "number"),
    ]


def test_check_limitation_is_answered(world: Make) -> None:
    made = world("""
        <limitation/answered> a dfg:Limitation ; dfg:answeredBy <task/t> .
        <limitation/open> a dfg:Limitation .
        <lesson/open> a dfg:Lesson .
    """)
    assert made.check("unanswered-limitation") == [("limitation/open",)]


def compared(value: str, baseline: str, stated: str, kind: str = "rise-percent", extra: str = "") -> str:
    """A figure `x` in USD with its base and its change."""
    return f"""<observation/x> dfg:unit <unit/usd> ; dfg:value {value} ; dfg:baselineValue {baseline} ;
        dfg:comparison <comparison-kind/{kind}> ; dfg:comparisonValue {stated} {extra} ."""


@pytest.mark.parametrize(
    "figure",
    [
        compared("60280000000", "44670000000", "34.92"),  # the figures give 34.945, what they may round from 34.919
        compared("60280000000", "44670000000", "34.97"),
        compared("60280000000", "44670000000", "35"),
        compared("60280000000", "45000000000", "34.92"),  # 45 billion may be 44.5
        compared("298", "186", "60"),
        compared("80", "100", "20", "fall-percent"),
        compared("8000000000", "7900000000", "101", "ratio-percent"),
        compared("67000000", "1000000000", "6.7", "share-percent"),
        compared("1210", "600", "2", "times"),
        compared("34.4", "30.4", "4.1", "rise-absolute"),
        compared("25", "20", "5", "rise-absolute"),
        compared("20", "25", "5", "fall-absolute"),
        compared("80", "100", "3", "rank"),
        compared("640", "500", "20", extra="; dfg:hedge <hedge/about>"),  # about 500 may be 400 to 600
        compared("10000000000", "1", "3", extra="; dfg:hedge <hedge/tens-of>"),
        compared("150", "0", "60"),
        "<observation/x> dfg:value 150 ; dfg:comparison <comparison-kind/rise-percent> ; dfg:comparisonValue 60 .",
    ],
)
def test_a_change_within_rounding_follows_from_its_base(world: Make, figure: str) -> None:
    assert world(figure).derive().check("comparison-arithmetic") == []


@pytest.mark.parametrize(
    ("figure", "computed", "least", "most"),
    [
        (compared("60280000000", "44670000000", "34.91"), "34.945", "34.919", "34.971"),
        (compared("60280000000", "44670000000", "34.98"), "34.945", "34.919", "34.971"),
        (compared("298", "186", "61"), "60.215", "60.215", "60.215"),
        (compared("150", "100", "60"), "50", "50", "50"),
        (compared("80", "100", "22", "fall-percent"), "20", "20", "20"),
        (compared("8000000000", "7900000000", "110", "ratio-percent"), "101.266", "94.34", "108.28"),
        (compared("1810", "600", "2", "times"), "3.017", "3.006", "3.028"),
        (compared("26", "20", "5", "rise-absolute"), "6", "6", "6"),
        (compared("20", "26", "5", "fall-absolute"), "6", "6", "6"),
        (compared("900", "500", "20", extra="; dfg:hedge <hedge/about>"), "80", "33.333", "150"),
    ],
)
def test_check_comparison_agrees_with_its_figures(
    world: Make, figure: str, computed: str, least: str, most: str
) -> None:
    """Found is only what no values within the rounding bear out; the message tells all three figures."""
    (row,) = world(figure).derive().check("comparison-arithmetic")
    assert (row[0], row[1], row[-3:]) == ("observation/x", "dfg:comparisonValue", (computed, least, most))


def test_a_base_that_sources_differ_on_is_not_reckoned_with(world: Make) -> None:
    wrong = compared("150", "100", "60").replace("dfg:unit", "a dfg:Observation ; dfg:unit", 1)
    made = world(f"<claim/1> {{ {wrong} }}")
    assert len(made.derive().check("comparison-arithmetic")) == 1
    twice = world(f"<claim/1> {{ {wrong} }} <claim/2> {{ <observation/x> dfg:baselineValue 90 . }}")
    assert twice.derive().check("comparison-arithmetic") == []


def summed(total: str, *parts: str) -> str:
    """A figure `sum` in USD and its summands, each written as its value and what more is said of it."""
    told = [f"<observation/{n}> dfg:unit <unit/usd> ; dfg:value {part} ." for n, part in enumerate(parts)]
    named = ", ".join(f"<observation/{n}>" for n in range(len(parts)))
    return "\n".join([f"<observation/sum> dfg:unit <unit/usd> ; dfg:sumOf {named} ; dfg:value {total} .", *told])


@pytest.mark.parametrize(
    "figures",
    [
        summed("420", "200", "220"),
        summed("25660000000", "11880000000", "13780000000"),
        summed("25670000000", "11880000000", "13780000000"),  # each may be half of ten million off
        summed("420 ; dfg:hedge <hedge/over>", "200", "226"),
        summed("420", "200", "190 ; dfg:hedge <hedge/about>", "20"),
        summed("420", "200", "100 ; dfg:hedge <hedge/at-least>"),
        summed("420", "200").replace("dfg:sumOf", "dfg:sumOf <observation/unknown>,"),
        summed("420", "200", "100").replace("<unit/usd> ; dfg:value 100", "<unit/project> ; dfg:value 100"),
    ],
)
def test_a_sum_within_rounding_adds_up(world: Make, figures: str) -> None:
    """A summand without a value, or in another unit, leaves no say."""
    assert world(figures).derive().check("sum-mismatch") == []


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        (summed("421", "200", "220"), ("421", "200 + 220", "420", "1", "0")),
        (summed("420", "210", "210", "10"), ("420", "10 + 210 + 210", "430", "10", "0")),
        (
            summed("25680000000", "11880000000", "13780000000"),
            ("25680000000", "11880000000 + 13780000000", "25660000000", "20000000", "15000000"),
        ),
        (summed("420 ; dfg:hedge <hedge/over>", "200", "250"), ("420", "200 + 250", "450", "30", "10")),
    ],
)
def test_check_sum_adds_up(world: Make, figures: str, told: tuple[str, ...]) -> None:
    assert world(figures).derive().check("sum-mismatch") == [("observation/sum", "dfg:sumOf", *told)]


def test_check_part_is_no_more_than_its_whole(world: Make) -> None:
    """Parts may overlap, and a part may be the whole; units that differ are not held against each other."""
    made = world("""
        <observation/whole> dfg:value 420 ; dfg:unit <unit/agreement> .
        <observation/all> dfg:value 420 ; dfg:unit <unit/agreement> ; dfg:partOfObservation <observation/whole> .
        <observation/most> dfg:value 400 ; dfg:unit <unit/agreement> ; dfg:partOfObservation <observation/whole> .
        <observation/hedged> dfg:value 430 ; dfg:unit <unit/agreement> ; dfg:partOfObservation <observation/whole> ;
          dfg:hedge <hedge/nearly> .
        <observation/places> dfg:value 500 ; dfg:unit <unit/locality> ; dfg:partOfObservation <observation/whole> .
        <observation/more> dfg:value 430 ; dfg:unit <unit/agreement> ; dfg:partOfObservation <observation/whole> .
    """).derive()
    assert made.check("part-exceeds-whole") == [
        ("observation/more", "dfg:partOfObservation", "430", "observation/whole", "420", "10", "0")
    ]


A = {
    "indicator": "<indicator/agreements-signed>",
    "area": "<country/vn>",
    "unit": "<unit/agreement>",
    "period": "<time/2019>",
    "value": "420",
}


def figure(name: str, told: dict[str, str]) -> str:
    """A figure in a claim of its own, from a source of its own."""
    said = " ; ".join(f"dfg:{key} {value}" for key, value in told.items() if value)
    return f"<claim/{name}> prov:hadPrimarySource <source/{name}> . <claim/{name}> {{ <observation/{name}> {said} . }}"


def test_check_figures_of_one_thing_agree(world: Make) -> None:
    """Also across different records; the message tells what each counts."""
    rule = "counting-rule/agreements-with-any-foreign-partner"
    words = {"counts": '"mọi thỏa thuận"@vi, "all agreements"@en', "countingRule": f"<{rule}>"}
    made = world(figure("a", {**A, **words}) + figure("b", {**A, "value": "422"})).derive()
    assert made.check("differing-figures") == [
        (
            *("observation/a", "dfg:value", "420", "mọi thỏa thuận@vi", "all agreements@en", rule),
            *("observation/b", "422", None, None, None),
            *("time/2019", "2", "0"),
        )
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"value": "420"},
        {"area": "<province/hue>"},
        {"indicator": "<indicator/exports>"},
        {"unit": "<unit/project>"},
        {"period": "<time/2010>"},
        {"period": ""},
        {"partner": "<country/la>"},
        {"observedOrganisation": "<organisation/x>"},
        {"ofProgramme": "<programme/p>"},
        {"measure": "<measure-kind/cumulative>"},
        {"countingRule": "<counting-rule/agreements-with-foreign-localities>"},
        {"partOfObservation": "<observation/a>"},
        {"sumOf": "<observation/a>"},
        {"partOfObservation": "<observation/whole>"},
        {"value": "410", "hedge": "<hedge/over>"},
        {"hedge": "<hedge/tens-of>"},
    ],
    ids=str,
)
def test_figures_of_different_things_may_differ(world: Make, changes: dict[str, str]) -> None:
    rule = "<counting-rule/agreements-with-any-foreign-partner>"
    one = {**A, "measure": "<measure-kind/flow>", "countingRule": rule, "partOfObservation": "<observation/whole>"}
    made = world(figure("a", one) + figure("b", {**A, "value": "422", **changes})).derive()
    assert made.check("differing-figures") == []


def test_one_source_that_words_two_counts_differently_means_two_things(world: Make) -> None:
    one, other = {"counts": '"lãnh đạo"@vi'}, {"value": "422", "counts": '"chuyên viên"@vi'}
    apart = figure("a", {**A, **one}) + figure("b", {**A, **other})
    assert len(world(apart).derive().check("differing-figures")) == 1
    together = apart.replace("<source/b>", "<source/a>")
    assert world(together).derive().check("differing-figures") == []
    assert len(world(together.replace("chuyên viên", "lãnh đạo")).derive().check("differing-figures")) == 1


def test_check_compared_figures_have_periods(world: Make) -> None:
    """That of the figure, and that of its base where the base has a value. A share or a rank is of one time."""
    rise = "dfg:comparison <comparison-kind/rise-percent>"
    made = world(f"""
        <observation/bare> {rise} ; dfg:comparisonValue 20 ; dfg:value 60 ; dfg:baselineValue 50 .
        <observation/empty> {rise} .
        <observation/half> {rise} ; dfg:period <time/2019> ; dfg:baselineValue 50 .
        <observation/stock> {rise} ; dfg:asOf <time/2019> ; dfg:baselineNote "cùng kỳ"@vi .
        <observation/whole> {rise} ; dfg:period <time/2019> ; dfg:baselineValue 50 ; dfg:baselinePeriod <time/2010> .
        <observation/share> dfg:comparison <comparison-kind/share-percent> ; dfg:comparisonValue 20 .
    """)
    kind = "comparison-kind/rise-percent"
    assert made.check("undated-comparison") == [
        ("observation/bare", "dfg:baselinePeriod", kind, "20", "50"),
        ("observation/bare", "dfg:period", kind, "20", "60"),
        ("observation/empty", "dfg:period", kind, "…", "…"),
        ("observation/half", "dfg:baselinePeriod", kind, "…", "50"),
    ]
