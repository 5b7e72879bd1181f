from __future__ import annotations

from pathlib import Path

import pytest

from dfgraph.sources.schema import read_ontology
from telling import Tell, teller


def visit(visitor: str, rest: str = "date: 2019") -> str:
    return f"- {{kind: visit, id: event/a, visitor: {visitor}, {rest}, evidence: {{source: source/so-xa}}}}"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("commune/nam", "commune/nam"),
        ("nam", "commune/nam"),
        ("Nam", "commune/nam"),
        ("xã Nam", "commune/nam"),
        ("XA NAM", "commune/nam"),
        ("' xã  nam '", "commune/nam"),
        ("Lê Văn An", "person/an"),
        ("le van an", "person/an"),
        ("Le\u0302 Va\u0306n An", "person/an"),
        ("an", "person/an"),
    ],
)
def test_a_reference_is_an_id_or_its_end_or_a_name_in_any_spelling(written: str, meant: str, tell: Tell) -> None:
    told = tell(visit(written))
    assert told.findings == []
    assert told.facts[0][0] == f"dfg:visitor {meant}"


@pytest.mark.parametrize("written", ["trade", "field/trade", "Thương mại", "thuong mai", "Trade", "buôn bán"])
def test_a_term_of_a_vocabulary_goes_by_all_its_names(written: str, tell: Tell) -> None:
    told = tell(f"- {{kind: pact, id: pact/a, field: [{written}], evidence: {{source: source/so-xa}}}}")
    assert told.findings == []
    assert told.facts == [["dfg:field field/trade"]]


def test_things_may_be_named_before_they_are_recorded(tell: Tell) -> None:
    told = tell("""
        - {kind: visit, id: event/a, visitor: [Phạm Chi, person/dung], evidence: {source: source/new}}
        - {kind: person, id: person/chi, label: Phạm Chi, evidence: {source: source/new}}
        - {kind: person, id: person/dung, alias: {en: [Dung]}, evidence: {source: source/new}}
        - {kind: source, id: source/new, label: Mới}
    """)
    assert told.findings == []
    assert told.facts[0] == ["dfg:visitor person/chi", "dfg:visitor person/dung"]


@pytest.mark.parametrize(
    ("written", "code", "message", "hint"),
    [
        (
            "commune/nan",
            "facts/unknown-reference",
            "There is no “commune/nan” among Agent.",
            "Did you mean commune/nam, ",
        ),
        ("Trần Bình", "facts/unknown-reference", "There is no “Trần Bình” among Agent.", "Did you mean person/binh?"),
        ("Paris", "facts/unknown-reference", "There is no “Paris” among Agent.", ""),
        ("''", "facts/unknown-reference", "There is no “” among Agent.", ""),
        ("field/trade", "facts/wrong-class", "“field/trade” is of kind Field, not Agent.", ""),
        ("source/so-xa", "facts/wrong-class", "“source/so-xa” is of kind Source, not Agent.", ""),
    ],
)
def test_a_reference_that_means_nothing(written: str, code: str, message: str, hint: str, tell: Tell) -> None:
    told = tell(visit(written))
    assert told.findings == [f"{code} new.yaml:1:39"]
    assert told.faults[0].message.en == message
    assert told.faults[0].hint.en.startswith(hint)
    assert bool(told.faults[0].hint.en) == bool(hint)


def test_a_term_that_no_vocabulary_has_is_answered_with_the_nearest(tell: Tell) -> None:
    told = tell("- {kind: pact, id: pact/a, field: [trade, cultur], evidence: {source: source/so-xa}}")
    assert told.findings == ["facts/unknown-reference new.yaml:1:43"]
    assert told.faults[0].message == ("Không có «cultur» trong Lĩnh vực.", "There is no “cultur” among Field.")
    assert told.faults[0].hint.en.startswith("Did you mean field/culture")


@pytest.mark.parametrize(
    ("rest", "meant"),
    [
        ("date: 2019", "commune/dong"),
        ("date: 2024-12-31", "commune/dong"),
        ("date: 2025-01-01", "commune/dong-2025"),
        ("date: 2026", "commune/dong-2025"),
        ("date: 2025/..", "commune/dong-2025"),
        ("date: ../2020", "commune/dong"),
    ],
)
def test_a_name_that_two_things_had_in_turn_means_the_one_of_that_day(rest: str, meant: str, tell: Tell) -> None:
    told = tell(visit("Đông", rest))
    assert told.findings == []
    assert told.facts[0][0] == f"dfg:visitor {meant}"


@pytest.mark.parametrize("rest", ["date: 2024/2025", "date: 2019/.."])
def test_a_name_stays_ambiguous_where_both_things_were_there(rest: str, tell: Tell) -> None:
    told = tell(visit("Đông", rest))
    assert told.findings == ["facts/ambiguous-name new.yaml:1:39"]
    assert told.faults[0].message.en == "“Đông” may be commune/dong, commune/dong-2025."
    assert told.faults[0].hint.en == "Write the id of the one that is meant."


def test_the_end_of_an_id_counts_before_a_name(tell: Tell) -> None:
    told = tell(visit("dong", "date: 2026"))
    assert told.facts[0][0] == "dfg:visitor commune/dong"


def test_a_name_of_nothing_at_that_time_is_answered_with_what_had_it(tell: Tell) -> None:
    told = tell("""
        - {kind: commune, id: commune/moi, label: Mới, since: 2019, until: 2020, evidence: {source: source/so-xa}}
        - {kind: commune, id: commune/moi-2, label: Mới, since: 2021, until: 2022, evidence: {source: source/so-xa}}
        - {kind: visit, id: event/a, visitor: Mới, date: 2026, evidence: {source: source/so-xa}}
    """)
    assert told.findings == ["facts/unknown-reference new.yaml:3:39"]
    assert told.faults[0].hint.en == "Did you mean commune/moi, commune/moi-2?"


def test_the_first_date_of_the_fact_counts(tell: Tell) -> None:
    told = tell("""
        - {kind: pact, id: pact/a, party: Đông, period: 2026, signed: 2019, evidence: {source: source/so-xa}}
        - {kind: pact, id: pact/b, party: Đông, period: 2026, evidence: {source: source/bao-lang}}
        - {kind: pact, id: pact/c, party: Đông, signed: [2019], evidence: {source: source/so-xa}}
    """)
    assert told.findings == []
    assert [facts[0] for facts in told.facts] == [
        "dfg:party commune/dong", "dfg:party commune/dong-2025", "dfg:party commune/dong",
    ]  # fmt: skip


def test_a_date_that_cannot_be_read_is_passed_over_for_the_next(tell: Tell) -> None:
    told = tell(
        "- {kind: pact, id: pact/a, party: Đông, signed: 2019-13, period: 2026, evidence: {source: source/so-xa}}"
    )
    assert told.findings == ["facts/not-a-time new.yaml:1:49"]


@pytest.mark.parametrize(
    ("evidence", "meant"),
    [
        ("{source: source/bao-lang}", "commune/dong"),
        ("{source: source/so-xa}", "commune/dong-2025"),
        ("{source: bao-lang}", "commune/dong"),
        ("{source: Báo Làng}", "commune/dong"),
        ("[{source: source/bao-lang, page: 1}]", "commune/dong"),
    ],
)
def test_where_a_fact_has_no_date_that_of_its_source_counts(evidence: str, meant: str, tell: Tell) -> None:
    told = tell(f"- {{kind: pact, id: pact/a, party: Đông, evidence: {evidence}}}")
    assert told.findings == []
    assert told.facts == [[f"dfg:party {meant}"]]


def test_where_nothing_has_a_date_a_shared_name_is_ambiguous(tell: Tell) -> None:
    told = tell("""
        - {kind: source, id: source/undated, label: A}
        - {kind: pact, id: pact/a, party: Đông, evidence: {source: source/undated}}
    """)
    assert told.findings == ["facts/ambiguous-name new.yaml:2:35"]


def test_a_speaker_is_the_one_of_that_day_in_every_record(tell: Tell) -> None:
    """The same evidence under two records of different years names two speakers."""
    told = tell("""
        - {kind: pact, id: pact/a, signed: 2019, party: Nam, evidence: {source: source/so-xa, speaker: Đông}}
        - {kind: pact, id: pact/b, signed: 2026, party: Nam, evidence: {source: source/so-xa, speaker: Đông}}
    """)
    assert told.findings == []
    assert [e[1] for e in told.evidence] == ["dfg:speaker commune/dong", "dfg:speaker commune/dong-2025"]


def test_a_thing_whose_dates_cannot_be_read_is_there_at_all_times(tell: Tell) -> None:
    told = tell("""
        - {kind: commune, id: commune/a, label: A, since: soon, evidence: {source: source/so-xa}}
        - {kind: commune, id: commune/b, label: A, since: 2026, evidence: {source: source/so-xa}}
        - {kind: visit, id: event/a, visitor: A, date: 2019, evidence: {source: source/so-xa}}
    """)
    assert told.findings == ["facts/not-a-time new.yaml:1:51"]
    assert told.facts[-1][0] == "dfg:visitor commune/a"


@pytest.mark.parametrize(("signed", "meant"), [("2019-06-18", "da-nang"), ("2026", "da-nang-2025")])
def test_da_nang_of_2019_and_of_2026(signed: str, meant: str, tell_shipped: Tell) -> None:
    told = tell_shipped(f"""
        - kind: agreement
          id: agreement/new
          party: [Đà Nẵng, locality/jp-sakai]
          signed: {signed}
          evidence: {{source: source/lao-dong-34-units}}
    """)
    assert told.facts[0][0] == f"dfg:party province/{meant}"


def test_a_name_without_a_date_is_ambiguous_in_the_shipped_data(tell_shipped: Tell) -> None:
    told = tell_shipped("""
        - kind: organisation
          id: organisation/new
          governs: Đà Nẵng
          evidence: {source: source/none}
    """)
    assert told.findings == ["facts/ambiguous-name new.yaml:3:12", "facts/unknown-reference new.yaml:4:22"]
    assert told.faults[0].message.en == "“Đà Nẵng” may be province/da-nang, province/da-nang-2025."


def test_a_term_in_the_wrong_place_is_called_by_its_vocabulary(tell_shipped: Tell) -> None:
    told = tell_shipped("""
        - kind: organisation
          id: organisation/new
          governs: unit/usd
          evidence: {source: source/lao-dong-34-units}
    """)
    assert told.findings == ["facts/wrong-class new.yaml:3:12"]
    assert told.faults[0].message.en == "“unit/usd” is of kind Unit, not Place."


def test_a_class_without_a_label_is_called_by_its_iri(village: Path) -> None:
    shapes = village / "ontology" / "dfgraph.ttl"
    shapes.write_text(shapes.read_text(encoding="utf-8").replace(' ; rdfs:label "Chủ thể"@vi, "Agent"@en', ""))
    told = teller(read_ontology(village / "ontology"), village / "data")(visit("Paris"))
    assert told.faults[0].message.en == "There is no “Paris” among https://w3id.org/dfgraph/ns#Agent."


def test_all_shipped_facts_are_sound(tell_shipped: Tell) -> None:
    assert tell_shipped("").findings == []
