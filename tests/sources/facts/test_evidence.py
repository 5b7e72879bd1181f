from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.base.findings import Severity
from dfgraph.base.names import BASE, DFG, OA, RDF, XSD
from telling import Tell, Told


def person(evidence: str) -> str:
    return f"- {{kind: person, id: person/a, label: A, evidence: {evidence}}}"


def test_evidence_says_where_who_and_why(tell: Tell) -> None:
    told = tell("""
        - kind: person
          id: person/a
          label: A
          evidence:
            source: source/bao-lang
            paragraph: 3
            speaker: xã Nam
            inferred: true
            because: {vi: theo tên, en: by the name}
            recorded: 2026-11-21
    """)
    assert told.findings == []
    assert told.evidence == [[
        "prov:hadPrimarySource source/bao-lang",
        "dfg:speaker commune/nam",
        'dfg:inferred "true"^^xsd:boolean',
        'dfg:because "theo tên"@vi',
        'dfg:because "by the name"@en',
        'dfg:recorded "2026-11-21"^^xsd:date',
        "prov:wasQuotedFrom passage/bao-lang--3",
    ]]  # fmt: skip


def test_a_list_of_evidence_makes_a_claim_of_each(tell: Tell) -> None:
    told = tell(person("[{source: source/bao-lang, page: 2}, {source: source/so-xa}]"))
    assert told.findings == []
    assert told.facts == [['skos:prefLabel "A"@vi']] * 2
    assert told.evidence == [
        ["prov:hadPrimarySource source/bao-lang", "prov:wasQuotedFrom passage/bao-lang--page-2"],
        ["prov:hadPrimarySource source/so-xa"],
    ]
    assert len({c.hash for c in told.claims}) == 2


@pytest.mark.parametrize(
    ("evidence", "place"),
    [
        ("source/so-xa", "1:52"),
        ("{page: 3}", "1:52"),
        ("[]", "1:52"),
        ("[{source: source/so-xa}, {page: 3}]", "1:77"),
        ("[source/so-xa]", "1:53"),
    ],
)
def test_evidence_without_a_source_is_a_fault(evidence: str, place: str, tell: Tell) -> None:
    told = tell(person(evidence))
    assert told.findings == [f"facts/no-evidence new.yaml:{place}"]
    assert told.faults[0].severity is Severity.ERROR
    assert told.claims == []


def test_what_is_inferred_says_why(tell: Tell) -> None:
    told = tell(person("{source: source/so-xa, inferred: true}"))
    assert told.findings == ["facts/no-reason new.yaml:1:52"]
    assert told.faults[0].hint.en == "Add “because: {vi: …, en: …}” to the evidence."
    assert told.claims == []


def test_what_is_not_inferred_needs_no_reason(tell: Tell) -> None:
    told = tell(person("{source: source/so-xa, inferred: false}"))
    assert told.findings == []
    assert told.evidence == [["prov:hadPrimarySource source/so-xa", 'dfg:inferred "false"^^xsd:boolean']]


def test_faulty_evidence_of_many_records_is_told_once_and_all_are_refused(tell: Tell) -> None:
    told = tell("""
        - defaults: {kind: person, evidence: {source: source/none}}
        - {id: person/a, label: A}
        - {id: person/b, label: B}
        - {id: person/c, label: C, evidence: {source: source/so-xa}}
    """)
    assert told.findings == ["facts/unknown-reference new.yaml:1:47"]
    assert [c.entry.id for c in told.claims] == ["person/c"]


def test_a_withdrawn_claim_is_marked(tell: Tell) -> None:
    told = tell("""
        - {kind: person, id: person/a, label: A, evidence: {source: source/so-xa, retracted: 2026-01-01}}
        - {kind: person, id: person/b, label: B, evidence: {source: source/so-xa}}
    """)
    assert told.findings == []
    assert [c.retracted for c in told.claims] == [True, False]
    assert 'dfg:retracted "2026-01-01"^^xsd:date' in told.evidence[0]


def passages(told: Told) -> list[str]:
    """The triples about passages, as a strict reader of N-Triples reads them."""
    triples = ox.parse("".join(told.passages).encode(), format=ox.RdfFormat.N_TRIPLES, lenient=False)
    return [str(q.triple) for q in triples]


def test_claims_that_cite_the_same_place_share_the_passage(tell: Tell) -> None:
    told = tell("""
        - {kind: person, id: person/a, label: A, evidence: {source: source/so-xa, paragraph: 9, page: 8}}
        - {kind: person, id: person/b, label: B, evidence: {page: 8, paragraph: 9, source: source/so-xa}}
        - {kind: person, id: person/c, label: C, evidence: {source: source/so-xa, characters: 120-340}}
    """)
    assert told.findings == []
    assert [e[-1] for e in told.evidence] == [
        "prov:wasQuotedFrom passage/so-xa--page-8-9",
        "prov:wasQuotedFrom passage/so-xa--page-8-9",
        "prov:wasQuotedFrom passage/so-xa--c120-340",
    ]
    node, source = f"<{BASE}passage/so-xa--page-8-9>", f"<{BASE}source/so-xa>"
    assert [t for t in passages(told) if t.startswith(node)] == [
        f"{node} <{RDF}type> <{DFG}Passage>",
        f"{node} <{OA}hasSource> {source}",
        f'{node} <{DFG}page> "8"^^<{XSD}integer>',
        f'{node} <{DFG}paragraph> "9"^^<{XSD}integer>',
    ]


def test_passages_of_two_sources_are_two(tell: Tell) -> None:
    told = tell("""
        - {kind: source, id: source/a/report, label: A}
        - {kind: source, id: source/b/report, label: B}
        - {kind: person, id: person/a, label: A, evidence: {source: source/a/report, page: 1}}
        - {kind: person, id: person/b, label: B, evidence: {source: source/b/report, page: 1}}
    """)
    assert told.findings == []
    assert len({e[-1] for e in told.evidence[2:]}) == 2


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_a_passage_is_sound_whatever_its_place_is_called(tell: Tell, characters: str) -> None:
    """What the shapes refuse later must still be triples that can be read."""
    escaped = "".join(f"\\U{ord(c):08x}" for c in characters)
    told = tell(person(f'{{source: source/so-xa, characters: "{escaped}"}}'))
    assert not told.claims or any("hasSource" in t for t in passages(told))


def test_a_withdrawal_is_not_taken_for_the_same_record_again(tell: Tell) -> None:
    """A claim that is recorded and then withdrawn in another record is no duplicate: the graph is not the same."""
    told = tell("""
        - {kind: person, id: person/a, label: A, evidence: {source: source/so-xa}}
        - {kind: person, id: person/a, label: A, evidence: {source: source/so-xa, retracted: 2026-01-01}}
    """)
    assert any(c.retracted for c in told.claims)


def test_a_source_in_a_file_with_shared_evidence_is_its_own_source(tell: Tell) -> None:
    """What a file's records share (who recorded them, how sure) holds for its sources too."""
    told = tell("""
        - defaults: {evidence: {recorded: 2026-11-21}}
        - {kind: source, id: source/new, label: {vi: Mới, en: New}}
    """)
    assert told.findings == []
    (claim,) = told.claims
    assert any("hadPrimarySource" in s and "source/new" in s for s in claim.evidence)
    assert any("recorded" in s for s in claim.evidence)
