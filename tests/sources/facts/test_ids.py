from __future__ import annotations

from pathlib import Path

import pytest

from dfgraph.sources.schema import read_ontology
from telling import Tell, teller


@pytest.mark.parametrize(
    ("record", "id_"),
    [
        ("{kind: pact, party: [commune/nam, commune/dong], signed: 2018-03}", "pact/dong--nam--2018-03"),
        ("{kind: pact, party: [Nam, person/an], signed: ../2019}", "pact/an--nam--open--2019"),
        ("{kind: pact, party: nam}", "pact/nam"),
        ("{kind: pact, party: commune/nam, number: 12/QĐ-UBND}", "pact/nam--12-qd-ubnd"),
        ("{kind: pact, signed: 2016/2020}", "pact/2016--2020"),
        ("{kind: pact, number: [A 1]}", "pact/a-1"),
    ],
)
def test_an_id_is_made_of_the_fields_that_the_kind_names(record: str, id_: str, tell: Tell) -> None:
    told = tell(f"- {record[:-1]}, text: x, evidence: {{source: source/so-xa}}}}")
    assert told.findings == []
    assert [c.entry.id for c in told.claims] == [id_]


def test_an_id_does_not_depend_on_how_or_in_which_order_its_parts_are_written(tell: Tell) -> None:
    told = tell("""
        - {kind: pact, party: [commune/nam, commune/tay], signed: 2018, evidence: {source: source/so-xa}}
        - {kind: pact, party: [Tây, xã Nam], signed: 2018, evidence: {source: source/bao-lang}}
        - {kind: pact, party: [' tay ', nam], signed: ' 2018', evidence: {source: source/bao-lang, page: 1}}
    """)
    assert told.findings == []
    assert {c.entry.id for c in told.claims} == {"pact/nam--tay--2018"}


def test_an_id_is_made_of_the_thing_that_a_name_meant_on_that_day(tell: Tell) -> None:
    told = tell("""
        - {kind: pact, party: [Đông, Nam], signed: 2018, evidence: {source: source/so-xa}}
        - {kind: pact, party: [Đông, Nam], signed: 2026, evidence: {source: source/so-xa}}
    """)
    assert told.findings == []
    assert [c.entry.id for c in told.claims] == ["pact/dong--nam--2018", "pact/dong-2025--nam--2026"]


def test_what_is_made_can_be_referred_to(tell: Tell) -> None:
    told = tell("""
        - {kind: visit, id: event/a, carries_out: nam--2018, evidence: {source: source/so-xa}}
        - {kind: pact, party: Nam, signed: 2018, evidence: {source: source/so-xa}}
    """)
    assert told.findings == []
    assert told.facts[0] == ["dfg:carriesOut pact/nam--2018"]


@pytest.mark.parametrize(
    "record",
    [
        "{kind: pact, text: x, evidence: {source: source/so-xa}}",
        "{kind: pact, number: '—', evidence: {source: source/so-xa}}",
    ],
)
def test_without_those_fields_there_is_no_id(record: str, tell: Tell) -> None:
    told = tell(f"- {record}")
    assert told.findings == ["facts/no-id new.yaml:1:3"]
    assert told.faults[0].hint.en == "Add “id: pact/…” or the fields: party, signed, number."
    assert told.claims == []


def test_a_kind_that_makes_no_ids_wants_one_written(tell: Tell) -> None:
    told = tell("- {kind: visit, visitor: Nam, evidence: {source: source/so-xa}}")
    assert told.findings == ["facts/no-id new.yaml:1:3"]
    assert told.faults[0].hint.en == "Add “id: event/…”."


@pytest.mark.parametrize(
    ("record", "finding"),
    [
        (
            "{kind: pact, party: [commune/nan], evidence: {source: source/so-xa}}",
            "facts/unknown-reference new.yaml:1:24",
        ),
        ("{kind: pact, party: [source/so-xa], evidence: {source: source/so-xa}}", "facts/wrong-class new.yaml:1:24"),
        (
            "{kind: pact, party: Nam, signed: 2019-02-30, evidence: {source: source/so-xa}}",
            "facts/not-a-time new.yaml:1:36",
        ),
    ],
)
def test_where_a_field_of_the_id_has_a_fault_that_fault_is_told(record: str, finding: str, tell: Tell) -> None:
    told = tell(f"- {record}")
    assert finding in told.findings
    assert told.claims == []


@pytest.mark.parametrize(
    ("id_", "example"),
    [
        ("commune/a", "person/a"),
        ("person/Lê Thị An", "person/le-thi-an"),
        ("an", "person/an"),
        ("person/", "person/vi-du"),
        ("person/an/", "person/vi-du"),
        ("https://example.org/an", "person/an"),
        ("''", "person/vi-du"),
        ("{vi: an}", "person/vi-an"),
    ],
)
def test_an_id_has_the_prefix_of_its_kind_and_plain_letters(id_: str, example: str, tell: Tell) -> None:
    told = tell(f"- {{kind: person, id: {id_}, label: A, evidence: {{source: source/so-xa}}}}")
    assert told.findings == ["facts/bad-id new.yaml:1:22"]
    assert told.faults[0].hint.en == (
        f"An id has lower-case letters without marks, digits and hyphens, for example {example}."
    )
    assert told.claims == []


def test_many_records_may_speak_of_one_thing(tell: Tell) -> None:
    told = tell("""
        - {kind: source, id: source/a, label: A}
        - {kind: source, id: source/a, published: 2019}
        - {kind: person, id: person/a, label: A, evidence: {source: source/a}}
    """)
    assert told.findings == []
    assert [c.entry.id for c in told.claims] == ["source/a", "source/a", "person/a"]


def test_one_id_cannot_name_things_of_two_kinds(tell_shipped: Tell) -> None:
    told = tell_shipped("""
        - {kind: party-document, id: document/a, label: A, evidence: {source: source/lao-dong-34-units}}
        - {kind: state-document, id: document/a, label: B, evidence: {source: source/lao-dong-34-units}}
    """)
    assert told.findings == ["facts/two-kinds new.yaml:2:30"]
    assert told.faults[0].message.en == (
        "“document/a” is of kind “state-document” here, and of kind “party-document” at new.yaml:1:30."
    )
    assert told.faults[0].subject == "document/a"


def test_an_id_of_the_ontology_cannot_name_a_thing_too(village: Path) -> None:
    (village / "ontology" / "more.ttl").write_text("""
        @prefix dfg: <https://w3id.org/dfgraph/ns#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        dfg:Meadow a owl:Class ; dfg:key "meadow" ; dfg:idPrefix "field" .
    """)
    tell = teller(read_ontology(village / "ontology"), village / "data")
    told = tell("- {kind: meadow, id: field/trade, evidence: {source: source/so-xa}}")
    assert told.findings[0] == "facts/two-kinds new.yaml:1:22"
    assert "“field/trade” is of kind “meadow” here, and of kind “ontology” at ontology." in told.faults[0].message.en
