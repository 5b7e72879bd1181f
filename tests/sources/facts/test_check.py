from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.base.findings import Severity
from dfgraph.base.rdf import text_term
from telling import Tell


def test_a_record_becomes_a_claim(tell: Tell) -> None:
    told = tell("""
        - kind: commune
          id: commune/bac
          label: {vi: Bắc, en: Bac}
          alias: [xã Bắc, {vi: làng Bắc, en: North}, {vi: [Bắc Nhất, Bắc Nhì]}]
          code: 05
          population: 4210
          area: 60.280
          border: có
          surveyed: 2019-06-18
          since: 2019-06
          head: person/an
          url: [https://example.org/bac, "mailto:bac@example.org"]
          same_as: https://example.org/id/bac
          evidence: {source: source/so-xa}
    """)
    assert told.findings == []
    (claim,) = told.claims
    assert claim.subject == "<https://w3id.org/dfgraph/id/commune/bac>"
    assert claim.statements[0].endswith("#type> <https://w3id.org/dfgraph/ns#Commune>")
    assert told.facts == [[
        'skos:prefLabel "Bắc"@vi', 'skos:prefLabel "Bac"@en',
        'skos:altLabel "xã Bắc"@vi', 'skos:altLabel "làng Bắc"@vi', 'skos:altLabel "North"@en',
        'skos:altLabel "Bắc Nhất"@vi', 'skos:altLabel "Bắc Nhì"@vi',
        'dfg:code "05"', 'dfg:population "4210"^^xsd:integer', 'dfg:area "60.28"^^xsd:decimal',
        'dfg:onBorder "true"^^xsd:boolean', 'dfg:surveyed "2019-06-18"^^xsd:date', "dfg:since time/2019-06",
        "dfg:head person/an",
        'schema:url "https://example.org/bac"^^xsd:anyURI', 'schema:url "mailto:bac@example.org"^^xsd:anyURI',
        "schema:sameAs https://example.org/id/bac",
    ]]  # fmt: skip
    assert told.evidence == [["prov:hadPrimarySource source/so-xa"]]
    assert not claim.retracted


def test_a_row_of_a_table_says_the_same_as_a_record(tell: Tell) -> None:
    table = tell(
        """
        kind,id,label@vi,label@en,party,signed,field,text@vi,evidence.source,evidence.page
        pact,pact/a,Chợ,Market,commune/nam | Tây,2019,trade | culture,Mở chợ.,source/so-xa,3
        """,
        "new.csv",
    )
    record = tell("""
        - kind: pact
          id: pact/a
          label: {vi: Chợ, en: Market}
          party: [commune/nam, Tây]
          signed: 2019
          field: [trade, culture]
          text: {vi: Mở chợ.}
          evidence: {source: source/so-xa, page: 3}
    """)
    assert table.findings == record.findings == []
    assert table.facts == record.facts
    assert table.evidence == record.evidence
    assert [c.hash for c in table.claims] == [c.hash for c in record.claims]


def test_the_same_value_twice_is_said_once(tell: Tell) -> None:
    told = tell("""
        - {kind: pact, id: pact/a, field: [trade, trade, field/trade, Thương mại], evidence: {source: source/so-xa}}
    """)
    assert told.findings == []
    assert set(told.facts[0]) == {"dfg:field field/trade"}
    assert len(told.facts[0]) < 4


def test_a_source_needs_no_evidence_and_may_have_some(tell: Tell) -> None:
    told = tell("""
        - {kind: source, id: source/a, label: A}
        - {kind: source, id: source/b, label: B, evidence: {source: source/a, page: 2}}
    """)
    assert told.findings == []
    assert told.evidence == [
        ["prov:hadPrimarySource source/a"],
        ["prov:hadPrimarySource source/a", "prov:wasQuotedFrom passage/a--page-2"],
    ]


@pytest.mark.parametrize(
    ("record", "finding", "message", "hint"),
    [
        (
            "{kind: comune, id: commune/a}",
            "facts/unknown-kind new.yaml:1:10",
            "There is no kind “comune”.",
            "Did you mean commune?",
        ),
        (
            "{kind: 2019, id: commune/a}",
            "facts/unknown-kind new.yaml:1:10",
            "There is no kind “2019”.",
            "The kinds are commune, pact, person, source, visit.",
        ),
        (
            "{kind: [commune], id: commune/a}",
            "facts/unknown-kind new.yaml:1:10",
            "There is no kind “['commune']”.",
            "Did you mean commune?",
        ),
        (
            "{id: commune/a}",
            "facts/no-kind new.yaml:1:3",
            "The record does not say of which kind it is.",
            "Add “kind: …”, for example commune, person, pact.",
        ),
        (
            "{kind: person, id: person/a, lable: A, evidence: {source: source/so-xa}}",
            "facts/unknown-field new.yaml:1:39",
            "The kind “person” has no field “lable”.",
            "Did you mean label?",
        ),
        (
            "{kind: person, id: person/a, population: 3, evidence: {source: source/so-xa}}",
            "facts/unknown-field new.yaml:1:44",
            "The kind “person” has no field “population”.",
            "The fields are label, alias, kind, id, evidence.",
        ),
        (
            "{kind: person, id: person/a, label: A, evidence: {source: source/so-xa, paragraf: 3}}",
            "facts/unknown-field new.yaml:1:85",
            "The kind “evidence” has no field “paragraf”.",
            "Did you mean paragraph?",
        ),
        (
            "{kind: person, id: person/a, label: {vn: A}, evidence: {source: source/so-xa}}",
            "facts/unknown-language new.yaml:1:44",
            "There is no language “vn”.",
            "Use vi or en.",
        ),
        (
            "{kind: commune, id: commune/a, population: [1, 2], evidence: {source: source/so-xa}}",
            "facts/wrong-shape new.yaml:1:46",
            "The field “population” needs one value, not a list.",
            "",
        ),
        (
            "{kind: commune, id: commune/a, population: [], evidence: {source: source/so-xa}}",
            "facts/wrong-shape new.yaml:1:46",
            "The field “population” needs one value, not a list.",
            "",
        ),
        (
            "{kind: commune, id: commune/a, population: {value: 3}, evidence: {source: source/so-xa}}",
            "facts/wrong-shape new.yaml:1:46",
            "The field “population” needs text, not fields or lists of its own.",
            "",
        ),
        (
            "{kind: pact, id: pact/a, field: [trade, {id: culture}], evidence: {source: source/so-xa}}",
            "facts/wrong-shape new.yaml:1:43",
            "The field “field” needs text, not fields or lists of its own.",
            "",
        ),
        (
            "{kind: pact, id: pact/a, signed: 2019-02-30, evidence: {source: source/so-xa}}",
            "facts/not-a-time new.yaml:1:36",
            "2019-02 has no day 30.",
            "",
        ),
        (
            "{kind: pact, id: pact/a, period: 2020/2016, evidence: {source: source/so-xa}}",
            "facts/not-a-time new.yaml:1:36",
            "2020/2016 ends before it starts.",
            "",
        ),
        (
            "{kind: commune, id: commune/a, surveyed: 2019-02-30, evidence: {source: source/so-xa}}",
            "facts/not-a-time new.yaml:1:44",
            "2019-02 has no day 30.",
            "",
        ),
        (
            "{kind: commune, id: commune/a, surveyed: 2019, evidence: {source: source/so-xa}}",
            "facts/wrong-type new.yaml:1:44",
            "“2019” is not a day such as 2019-06-18.",
            "",
        ),
        (
            "{kind: commune, id: commune/a, area: '60,28', evidence: {source: source/so-xa}}",
            "facts/wrong-type new.yaml:1:40",
            "“60,28” is not a number.",
            "Write numbers without thousands separators and with a decimal point: 60.28.",
        ),
        (
            "{kind: commune, id: commune/a, url: example.org, evidence: {source: source/so-xa}}",
            "facts/wrong-type new.yaml:1:39",
            "“example.org” is not an address (URL).",
            "",
        ),
        (
            "{kind: person, id: person/a, label: A}",
            "facts/no-evidence new.yaml:1:3",
            "The record cites no source.",
            "Add “evidence: {source: …, paragraph: …}”.",
        ),
    ],
)
def test_a_fault_names_its_place_and_what_to_do(record: str, finding: str, message: str, hint: str, tell: Tell) -> None:
    told = tell(f"- {record}\n- {{kind: person, id: person/c, label: C, evidence: {{source: source/so-xa}}}}\n")
    assert told.findings == [finding]
    assert (told.faults[0].severity, told.faults[0].message.en) == (Severity.ERROR, message)
    assert told.faults[0].hint.en == hint
    assert [c.entry.id for c in told.claims] == ["person/c"]


def test_a_fault_in_a_table_names_row_and_cell(tell: Tell) -> None:
    told = tell(
        """
        kind,id,label@vi,label@vn,population,evidence.source
        commune,commune/a,A,,"4.210",source/so-xa
        commune,commune/b,B,Bê,,source/so-xa
        """,
        "new.csv",
    )
    assert told.findings == ["facts/wrong-type new.csv:2:5", "facts/unknown-language new.csv:3:4"]
    assert told.faults[0].hint.en.endswith(": 4210.")


def test_all_faults_of_a_record_are_told_at_once_and_it_makes_no_claim(tell: Tell) -> None:
    told = tell("""
        - kind: commune
          id: commune/a
          populaton: 3
          area: big
          since: 2019-13
          head: person/nobody
          evidence: {source: source/none, paragraph: x}
    """)
    assert told.findings == [
        "facts/unknown-field new.yaml:3:14",
        "facts/wrong-type new.yaml:4:9",
        "facts/not-a-time new.yaml:5:10",
        "facts/unknown-reference new.yaml:6:9",
        "facts/unknown-reference new.yaml:7:22",
        "facts/wrong-type new.yaml:7:46",
    ]
    assert told.claims == []


@pytest.mark.parametrize("label", ["{vi: {name: A}}", "{vi: [[A]]}", "[[A]]", "[{vi: {name: A}}]"])
def test_a_text_too_deeply_nested_is_not_passed_over(label: str, tell: Tell) -> None:
    told = tell(f"- {{kind: person, id: person/a, label: {label}, evidence: {{source: source/so-xa}}}}")
    assert [f.code for f in told.faults] == ["facts/wrong-shape"]
    assert told.claims == []


def test_a_list_within_a_list_is_not_passed_over(tell: Tell) -> None:
    told = tell("- {kind: pact, id: pact/a, party: [[commune/nam]], evidence: {source: source/so-xa}}")
    assert [f.code for f in told.faults] == ["facts/wrong-shape"]
    assert told.claims == []


def test_one_value_may_stand_in_a_list_of_one(tell: Tell) -> None:
    told = tell("- {kind: commune, id: commune/a, population: [3], evidence: {source: source/so-xa}}")
    assert told.findings == []
    assert told.facts == [['dfg:population "3"^^xsd:integer']]


def test_decomposed_text_is_composed_and_told(tell: Tell) -> None:
    name = unicodedata.normalize("NFD", "Đà Nẵng")
    told = tell(f"""
        - kind: commune
          id: commune/a
          label: {{vi: {name}, en: Da Nang}}
          alias: {name}
          evidence: {{source: source/so-xa}}
        - {{kind: person, id: person/a, label: {name * 10}, evidence: {{source: source/so-xa}}}}
    """)
    assert told.findings == [
        "facts/not-nfc new.yaml:3:15", "facts/not-nfc new.yaml:4:10", "facts/not-nfc new.yaml:6:39",
    ]  # fmt: skip
    assert {f.severity for f in told.faults} == {Severity.INFO}
    assert told.faults[0].message.en == "“Đà Nẵng” is written in decomposed Unicode (NFD)."
    assert told.faults[2].message.en == f"“{('Đà Nẵng' * 10)[:39]}…” is written in decomposed Unicode (NFD)."
    assert told.facts == [
        ['skos:prefLabel "Đà Nẵng"@vi', 'skos:prefLabel "Da Nang"@en', 'skos:altLabel "Đà Nẵng"@vi'],
        [f'skos:prefLabel "{"Đà Nẵng" * 10}"@vi'],
    ]


def test_a_decomposed_code_is_composed_too(tell: Tell) -> None:
    code = unicodedata.normalize("NFD", "QĐ-Bộ")
    told = tell(f"- {{kind: commune, id: commune/a, code: {code}, evidence: {{source: source/so-xa}}}}")
    assert told.facts == [['dfg:code "QĐ-Bộ"']]


def test_the_same_claim_twice_is_told_and_made_once(tell: Tell) -> None:
    told = tell("""
        - {kind: person, id: person/a, label: A, alias: [B, C], evidence: {source: source/so-xa, recorded: 2026-01-01}}
        - {kind: person, id: person/a, alias: [C, B], label: A, evidence: {source: source/so-xa, recorded: 2026-02-02}}
    """)
    assert told.findings == ["facts/duplicate-record new.yaml:2:3"]
    assert told.faults[0].severity is Severity.WARNING
    assert told.faults[0].message.en == "This record stands at new.yaml:1:3 too, on the same evidence."
    assert [c.entry.line for c in told.claims] == [1]


def test_the_same_fact_on_other_evidence_is_another_claim(tell: Tell) -> None:
    told = tell("""
        - {kind: person, id: person/a, label: A, evidence: {source: source/so-xa}}
        - {kind: person, id: person/a, label: A, evidence: {source: source/bao-lang}}
        - {kind: person, id: person/a, label: A, evidence: {source: source/so-xa, page: 2}}
        - {kind: person, id: person/a, label: A, evidence: {source: source/so-xa, stance: disputes}}
        - {kind: person, id: person/a, label: A, evidence: {source: source/so-xa, speaker: person/an}}
        - {kind: person, id: person/a, label: B, evidence: {source: source/so-xa}}
    """)
    assert told.findings == []
    assert len({c.hash for c in told.claims}) == 6


def test_a_record_that_says_nothing_is_told(tell: Tell) -> None:
    told = tell("- {kind: person, id: person/a, evidence: {source: source/so-xa}}")
    assert told.findings == ["facts/says-nothing new.yaml:1:3"]
    assert told.faults[0].severity is Severity.WARNING


@given(st.dictionaries(st.sampled_from(["vi", "en"]), st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_any_text_is_said_as_it_was_written(tell: Tell, label: dict[str, str]) -> None:
    told = tell(yaml.safe_dump([{"kind": "source", "id": "source/a", "label": label}], allow_unicode=False))
    assert {f.code for f in told.faults} <= {"facts/not-nfc"}
    composed = {language: unicodedata.normalize("NFC", text) for language, text in label.items()}
    said = [s.partition("> ")[2] for s in told.claims[0].statements[1:]]
    assert sorted(said) == sorted(text_term(text, language) for language, text in composed.items())
