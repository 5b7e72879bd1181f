"""Questions about figures."""

from __future__ import annotations

import pytest

from ontology.example import FIGURES, MERGER, PLACES, Make, Row

AGREEMENTS = """
<claim/a> { <observation/a> dfg:indicator <indicator/agreements-signed> ; dfg:area <country/vn> ;
  dfg:unit <unit/agreement> ; dfg:value 420 ; dfg:period <time/2010> ; dfg:measure <measure-kind/flow> ;
  dfg:countingRule <counting-rule/agreements-with-any-foreign-partner> ; dfg:counts "mọi thỏa thuận"@vi . }
"""
"""A figure; `twin` makes another one like it."""


def twin(changes: dict[str, str]) -> str:
    """The figure `b`, as `a` but for what is changed, a claim of its own; an empty change leaves the field out."""
    told = {
        "indicator": "<indicator/agreements-signed>",
        "area": "<country/vn>",
        "unit": "<unit/agreement>",
        "value": "422",
        "period": "<time/2019>",
        "measure": "<measure-kind/flow>",
        "countingRule": "<counting-rule/agreements-with-any-foreign-partner>",
        **changes,
    }
    return "<claim/b> { <observation/b> " + " ; ".join(f"dfg:{k} {v}" for k, v in told.items() if v) + " . }"


def test_ask_figures(world: Make) -> None:
    """Each of two values is cited by the claim that states it."""
    made = world(PLACES + MERGER + FIGURES).derive()
    told = ("observation/o", "province/da-nang", "time/2019", "hedge/over")
    rows = [(*told, "8", "unit/usd", None, None, "claim/2"), (*told, "8.5", "unit/usd", None, None, "claim/1")]
    ratio = ("unit/usd", "comparison-kind/ratio-percent", "101", "claim/3")
    assert made.ask("figures") == [("observation/all", None, None, None, None, *ratio), *rows]
    assert made.ask("figures", place="province/da-nang-2025", indicator="indicator/fdi") == rows
    assert made.ask("figures", place="province/hue") == []
    assert made.ask("figures", indicator="indicator/other") == []
    assert made.ask("figures", year="2019") == rows
    assert made.ask("figures", year="2018") == []


def test_figures_of_a_place_are_those_of_a_partner_and_of_places_together_too(world: Make) -> None:
    """A period that has no end goes on."""
    made = world("""
        <claim/1> { <observation/pair> dfg:indicator <indicator/fdi> ; dfg:area <province/hue> ;
          dfg:partner <country/la> ; dfg:period <time/2018--..> . }
        <claim/2> { <observation/both> dfg:indicator <indicator/fdi> ;
          dfg:jointArea <province/hue>, <province/da-nang> . }
    """)
    (pair,) = made.ask("figures", place="country/la")
    assert pair[:2] == ("observation/pair", "province/hue")
    assert [row[:2] for row in made.ask("figures", place="province/da-nang")] == [
        ("observation/both", "province/da-nang"),
        ("observation/both", "province/hue"),
    ]
    assert made.ask("figures", year="2025") == [pair]
    assert made.ask("figures", year="2010") == []


def test_ask_figures_of_source(world: Make) -> None:
    """What the source says, not what another says of the same figure."""
    assert world(FIGURES).ask("figures-of-source", source="source/one") == [
        (None, "observation/all", None, None, "unit/usd", "comparison-kind/ratio-percent", "101", "claim/3"),
        ("4", "observation/o", "hedge/over", "8.5", "unit/usd", None, None, "claim/1"),
    ]


def test_ask_reported_at(world: Make) -> None:
    made = world(FIGURES + "<claim/l> { <lesson/l> a dfg:Lesson ; dfg:at <conference/c> . }").derive()
    assert made.ask("reported-at", activity="conference/c") == [
        ("lesson/l", "dfg:Lesson", None, None, "claim/l"),
        ("observation/o", "dfg:Observation", "8", "unit/usd", "claim/2"),
        ("observation/o", "dfg:Observation", "8.5", "unit/usd", "claim/1"),
    ]


def test_ask_stated_changes(world: Make) -> None:
    """A change is cited by the claim that states it, with the base as far as that is stated."""
    made = world(
        PLACES
        + MERGER
        + """
        <claim/rise> { <observation/rise> dfg:indicator <indicator/fdi> ; dfg:area <province/da-nang> ;
          dfg:value 60 ; dfg:unit <unit/usd> ; dfg:comparison <comparison-kind/rise-percent> ;
          dfg:comparisonValue 20 ; dfg:baselineValue 50 ; dfg:baselinePeriod <time/2010> . }
        <claim/period> { <observation/rise> dfg:period <time/2019> . }
        <claim/same> { <observation/same> dfg:indicator <indicator/exports> ; dfg:unit <unit/usd> ;
          dfg:comparison <comparison-kind/above> ; dfg:baselineNote "cùng kỳ"@vi . }
        <claim/plain> { <observation/plain> dfg:indicator <indicator/fdi> ; dfg:value 1 . }
    """
    ).derive()
    rise: Row = ("observation/rise", "time/2019", None, "60", "unit/usd", "comparison-kind/rise-percent", "20")
    rise = (*rise, "50", "time/2010", None, "claim/rise")
    same: Row = ("observation/same", None, None, None, "unit/usd", "comparison-kind/above", None)
    same = (*same, None, None, "cùng kỳ@vi", "claim/same")
    assert made.ask("stated-changes") == [same, rise]
    assert made.ask("stated-changes", indicator="indicator/exports") == [same]
    assert made.ask("stated-changes", place="province/da-nang-2025") == [rise]


def test_ask_parts_of_figures(world: Make) -> None:
    """The share is computed only where part and whole are measured alike."""
    made = world("""
        <claim/whole> { <observation/whole> dfg:indicator <indicator/fdi> ; dfg:value 300 ; dfg:unit <unit/usd> . }
        <claim/part> { <observation/part> dfg:partOfObservation <observation/whole> ; dfg:value 100 ;
          dfg:unit <unit/usd> ; dfg:hedge <hedge/over> . }
        <claim/projects> { <observation/projects> dfg:partOfObservation <observation/whole> ; dfg:value 100 ;
          dfg:unit <unit/project> . }
    """)
    whole = ("observation/whole", "300")
    rows = [
        (*whole, "observation/part", "hedge/over", "100", "unit/usd", "33.3", "claim/part"),
        (*whole, "observation/projects", None, "100", "unit/project", None, "claim/projects"),
    ]
    assert made.ask("parts-of-figures") == rows
    assert made.ask("parts-of-figures", indicator="indicator/fdi") == rows
    assert made.ask("parts-of-figures", indicator="indicator/exports") == []


def test_ask_sums(world: Make) -> None:
    made = world("""
        <claim/sum> { <observation/sum> dfg:indicator <indicator/fdi> ; dfg:value 3 ;
          dfg:sumOf <observation/first>, <observation/second> . }
        <claim/second> { <observation/second> dfg:value 1 ; dfg:unit <unit/usd> ; dfg:period <time/2010> . }
        <claim/first> { <observation/first> dfg:value 2 ; dfg:unit <unit/usd> ; dfg:period <time/2019> . }
    """)
    rows = [
        ("observation/sum", "3", "observation/second", None, "1", "unit/usd", "claim/sum"),
        ("observation/sum", "3", "observation/first", None, "2", "unit/usd", "claim/sum"),
    ]
    assert made.ask("sums") == rows
    assert made.ask("sums", indicator="indicator/exports") == []


def test_ask_undated_figures(world: Make) -> None:
    made = world("""
        <claim/1> { <observation/undated> dfg:indicator <indicator/fdi> ; dfg:value 8 ; dfg:counts "vốn"@vi . }
        <claim/2> { <observation/flow> dfg:indicator <indicator/fdi> ; dfg:period <time/2019> . }
        <claim/3> { <observation/stock> dfg:indicator <indicator/fdi> ; dfg:asOf <time/2019> . }
    """)
    rows = [("observation/undated", None, "8", None, "vốn@vi", "claim/1")]
    assert made.ask("undated-figures") == rows
    assert made.ask("undated-figures", indicator="indicator/fdi") == rows
    assert made.ask("undated-figures", indicator="indicator/exports") == []


def test_ask_corroborated_figures(world: Make) -> None:
    """Whether two sources share a record or have one each; not where the value, the time or the place differs."""
    fdi = "dfg:indicator <indicator/fdi> ; dfg:unit <unit/usd> ; dfg:area <country/vn>"
    made = world(
        "".join(f"<claim/{n}> prov:hadPrimarySource <source/{n % 2}> . " for n in range(1, 9))
        + f"""
        <claim/1> {{ <observation/a> {fdi} ; dfg:value 8 ; dfg:period <time/2019> . }}
        <claim/2> {{ <observation/b> {fdi} ; dfg:value 8 ; dfg:period <time/2019> . }}
        <claim/3> {{ <observation/at> {fdi} ; dfg:value 9 ; dfg:reportedAt <conference/c> . }}
        <claim/4> {{ <observation/at> {fdi} ; dfg:value 9 ; dfg:reportedAt <conference/c> . }}
        <claim/5> {{ <observation/c> {fdi} ; dfg:value 7 ; dfg:period <time/2019> . }}
        <claim/6> {{ <observation/d> {fdi} ; dfg:value 7 ; dfg:period <time/2010> . }}
        <claim/7> {{ <observation/e> {fdi} ; dfg:value 6 . }}
        <claim/8> {{ <observation/f> {fdi} ; dfg:value 6 . }}
    """
    )
    rows = [
        ("2", "observation/a", "8", "unit/usd", "time/2019", "claim/1"),
        ("2", "observation/b", "8", "unit/usd", "time/2019", "claim/2"),
        ("2", "observation/at", "9", "unit/usd", "conference/c", "claim/3"),
        ("2", "observation/at", "9", "unit/usd", "conference/c", "claim/4"),
    ]
    assert made.ask("corroborated-figures") == rows
    assert made.ask("corroborated-figures", indicator="indicator/exports") == []


@pytest.mark.parametrize(
    ("changes", "verdicts"),
    [
        ({}, ["comparable"]),
        ({"period": "<time/2010>"}, ["comparable"]),
        ({"period": ""}, ["period-not-stated"]),
        ({"period": "<time/2018--..>"}, ["period-not-stated"]),
        ({"period": "<time/2019-06>"}, ["different-length"]),
        ({"period": "<time/2010-06--2011-05>"}, ["overlapping"]),
        ({"period": "<time/2003--2010>"}, ["different-length", "overlapping"]),
        ({"measure": "<measure-kind/stock>"}, ["different-measure"]),
        ({"measure": ""}, ["comparable"]),
        ({"period": "", "asOf": "<time/2019>"}, ["different-measure"]),
        ({"countingRule": "<counting-rule/agreements-with-foreign-localities>"}, ["different-counting"]),
        ({"countingRule": "<counting-rule/agreements-partner-not-stated>"}, ["counting-not-stated"]),
        ({"countingRule": ""}, ["counting-not-stated"]),
    ],
)
def test_ask_comparable_figures(world: Make, changes: dict[str, str], verdicts: list[str]) -> None:
    made = world(
        AGREEMENTS
        + twin(changes)
        + """
        <time/2010-06--2011-05> dfg:earliest "2010-06-01"^^xsd:date ; dfg:latest "2011-05-31"^^xsd:date .
        <time/2003--2010> dfg:earliest "2003-01-01"^^xsd:date ; dfg:latest "2010-12-31"^^xsd:date .
    """
    )
    rows = made.ask("comparable-figures", indicator="indicator/agreements-signed")
    assert sorted({str(row[-2]).removeprefix("comparability/") for row in rows}) == verdicts
    assert {row[-1] for row in rows} == {"claim/a", "claim/b"}


def test_what_two_figures_count_is_told_side_by_side(world: Make) -> None:
    """The earlier one comes first; only figures of one place, partner and unit make a pair."""
    made = world(
        AGREEMENTS
        + twin({"period": "<time/2003>"})
        + """
        <claim/c> { <observation/c> dfg:indicator <indicator/agreements-signed> ; dfg:area <province/hue> ;
          dfg:unit <unit/agreement> ; dfg:value 11 . }
    """
    )
    rule = "counting-rule/agreements-with-any-foreign-partner"
    told: Row = ("observation/b", "422", "time/2003", rule, None)
    told = (*told, "observation/a", "420", "time/2010", rule, "mọi thỏa thuận@vi", "comparability/comparable")
    rows = made.ask("comparable-figures", indicator="indicator/agreements-signed")
    assert rows == [(*told, "claim/a"), (*told, "claim/b")]
    assert made.ask("comparable-figures", indicator="indicator/agreements-signed", place="country/vn") == rows
    assert made.ask("comparable-figures", indicator="indicator/agreements-signed", place="province/hue") == []


def test_a_period_that_is_only_inferred_is_not_stated_but_is_compared(world: Make) -> None:
    made = world(
        AGREEMENTS
        + twin({"period": ""})
        + """
        <claim/ours> dfg:inferred true . <claim/ours> { <observation/b> dfg:period <time/2016--2020> . }
    """
    )
    rows = made.ask("comparable-figures", indicator="indicator/agreements-signed")
    assert {row[-2] for row in rows} == {"comparability/period-not-stated", "comparability/different-length"}


def test_the_same_words_for_what_is_counted_are_the_same_counting(world: Make) -> None:
    bare = AGREEMENTS.replace("dfg:countingRule <counting-rule/agreements-with-any-foreign-partner> ;", "")
    made = world(bare + twin({"countingRule": "", "counts": '"mọi thỏa thuận"@vi'}))
    rows = made.ask("comparable-figures", indicator="indicator/agreements-signed")
    assert {row[-2] for row in rows} == {"comparability/comparable"}
