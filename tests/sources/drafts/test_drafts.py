"""From what was said to records: names settled by date, sources told by their address, likenesses found."""

from __future__ import annotations

from typing import Any

import pytest

from dfgraph.base.names import SKOS
from dfgraph.sources.drafts import Draft, Keys, alike, cite, named_id, of_draft, row_of, settle, told_at
from dfgraph.sources.drafts.citing import known_source, source_kind
from dfgraph.sources.facts import Book, Entry, Index, check_book
from dfgraph.sources.facts.ids import name_records
from dfgraph.sources.schema import Schema

EVIDENCE = {"source": "source/a"}
KNOWN: list[dict[str, Any]] = [
    {"kind": "source", "id": "source/a", "label": {"en": "A"}, "source_type": "report", "url": "http://www.a.org/x/"},
    {"kind": "province", "id": "province/da-nang", "label": {"vi": "Đà Nẵng"}, "until": "2025-06-30"},
    {"kind": "province", "id": "province/da-nang-2025", "label": {"vi": "Đà Nẵng"}, "since": "2025-07-01"},
    {"kind": "locality", "id": "locality/jp-sakai", "label": {"en": "Sakai"}},
    {"kind": "visit", "id": "visit/x", "label": {"vi": "Đoàn công tác thăm Sakai lần thứ 3"}, "date": "2019-05"},
]


def entries(*records: dict[str, Any]) -> list[Entry]:
    return [Entry("known.yaml", n, {"evidence": EVIDENCE, **record}, {None: 0}) for n, record in enumerate(records, 1)]


@pytest.fixture
def index(schema: Schema) -> Index:
    return name_records(entries(*KNOWN), schema)[0]


@pytest.mark.parametrize(
    ("signed", "meant"),
    [("2009-10", "province/da-nang"), ("2026", "province/da-nang-2025")],
)
def test_a_name_means_what_bore_it_then(index: Index, signed: str, meant: str) -> None:
    draft = Draft("agreement", {"party": ["Da Nang", "Sakai"], "signed": signed, "fields": ["Trade", "thương mại"]})
    assert settle(draft, index) == []
    assert draft.values == {"party": [meant, "locality/jp-sakai"], "signed": signed, "fields": ["trade"]}


def test_without_a_date_a_name_stays_open(index: Index) -> None:
    draft = Draft("agreement", {"party": ["Đà Nẵng", "Sakai"]})
    (unsettled,) = settle(draft, index)
    assert unsettled.keys == ("party", 0)
    assert [thing.id for thing in unsettled.candidates] == ["province/da-nang", "province/da-nang-2025"]
    assert draft.values["party"][0] == "Đà Nẵng"


def test_the_date_of_a_source_settles_too(index: Index) -> None:
    draft = Draft("agreement", {"party": "Đà Nẵng"})
    source = Draft("source", {"url": "https://b.org", "date": "2010"})
    assert cite(draft, source, index)
    entry = source.entry(0)
    entry.kind, entry.id = "source", source.values["id"]
    index.add(entry, index.schema.kinds["source"])
    assert settle(draft, index) == []
    assert draft.values["party"] == "province/da-nang"


def test_the_same_address_is_the_same_source(index: Index, schema: Schema) -> None:
    draft = Draft("agreement", {"evidence": {"paragraph": "3"}})
    assert not cite(draft, Draft("source", {"url": "https://A.org/x#top", "label": {"en": "Another title"}}), index)
    assert draft.values["evidence"] == {"source": "source/a", "paragraph": "3"}
    kind = source_kind(schema)
    assert kind is not None
    assert known_source("https://a.org/y", kind, index) is None


@pytest.mark.parametrize(
    ("said", "id_", "label"),
    [
        ({"url": "https://www.b.vn/tin/hoi-nghi.html"}, "source/b-vn-hoi-nghi", "b.vn/tin/hoi-nghi.html"),
        ({"url": "https://b.vn/1", "label": {"vi": "Hội nghị"}}, "source/b-vn-hoi-nghi", "Hội nghị"),
        ({"url": "https://a.org/", "id": "source/own"}, "source/own", "a.org"),
    ],
    ids=["by its path", "by its title", "by the id that was given"],
)
def test_a_new_source_gets_an_id_and_a_name(index: Index, said: dict[str, Any], id_: str, label: str) -> None:
    source = Draft("source", dict(said))
    assert cite(Draft("agreement"), source, index)
    assert source.values["id"] == id_
    assert source.values["label"]["vi"] == label


def test_findings_stand_at_the_words_of_the_person(schema: Schema) -> None:
    ways: dict[Keys, str] = {("party",): "--party", ("signed",): "--signed", ("evidence", "paragraph"): "--at"}
    values = {"party": ["Nowhere"], "signed": "June", "id": "agreement/x"}
    draft = Draft("agreement", {**values, "evidence": {**EVIDENCE, "paragraph": "x"}}, ways)
    found = check_book(Book([*entries(*KNOWN), draft.entry(7)]), schema).findings
    mine = [told_at(f, draft) for f in found if of_draft(f) == 7]
    assert [(f.code, str(f.location)) for f in mine] == [
        ("facts/unknown-reference", "--party"),
        ("facts/not-a-time", "--signed"),
        ("facts/wrong-type", "--at"),
    ]


def likely(schema: Schema, new: dict[str, Any], *known: dict[str, Any]) -> list[str]:
    """The ids of what a new record may repeat."""
    added = Draft(new["kind"], {"evidence": EVIDENCE, **{k: v for k, v in new.items() if k != "kind"}}).entry(0)
    checked = check_book(Book([*entries(*KNOWN, *known), added]), schema)
    claims = [c for c in checked.claims if c.entry is added]
    kind = schema.kinds[new["kind"]]
    return [id_ for id_, _ in alike(claims, [c for c in checked.claims if c.entry is not added], kind)]


PACT = {"kind": "agreement", "id": "agreement/own", "party": ["province/da-nang", "locality/jp-sakai"]}


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ({"signed": "2009-10"}, ["agreement/own"]),
        ({"signed": "2009-10-05"}, ["agreement/own"]),
        ({"signed": "2010"}, []),
        ({}, []),
    ],
    ids=["the same date", "a closer date", "another year", "no date"],
)
def test_same_parties_and_a_date_that_meets(schema: Schema, new: dict[str, Any], found: list[str]) -> None:
    pact = {"kind": "agreement", "party": ["Sakai", "province/da-nang"], **new}
    assert likely(schema, pact, {**PACT, "signed": "2009-10"}) == found


@pytest.mark.parametrize(
    ("name", "date", "found"),
    [
        ("Doan cong tac tham Sakai, lan thu 3", None, ["visit/x"]),
        ("Đoàn công tác đi thăm Sakai lần thứ 3", "2019", ["visit/x"]),
        ("Đoàn công tác thăm Sakai lần thứ 4", "2019", []),
        ("Đoàn công tác thăm Sakai lần thứ 3", "2021", []),
        ("Đoàn thăm Huế", None, []),
    ],
    ids=["without marks", "nearly", "another number", "another year", "another name"],
)
def test_near_names(schema: Schema, name: str, date: str | None, found: list[str]) -> None:
    new = {"kind": "visit", "id": "visit/new", "label": {"vi": name}, **({"date": date} if date else {})}
    assert likely(schema, new) == found


def test_the_same_address(schema: Schema) -> None:
    new = {"kind": "source", "id": "source/b", "label": {"en": "Quite another"}, "source_type": "report"}
    assert likely(schema, {**new, "url": "https://a.org/x"}) == ["source/a"]
    assert likely(schema, {**new, "url": "https://a.org/y"}) == []


def test_ids_of_names() -> None:
    assert named_id("event", ["Lễ hội Ánh sáng"], ["event/le-hoi-anh-sang"]) == "event/le-hoi-anh-sang-2"
    long = named_id("event", ["một hai ba bốn năm sáu bảy tám chín mười " * 3])
    assert long is not None
    assert len(long) <= 66
    assert not long.endswith("-")
    assert named_id("event", ["…"]) is None


def test_a_value_that_holds_the_separator_stands_in_no_cell() -> None:
    with pytest.raises(ValueError, match=r"a \| b"):
        row_of({"kind": "event", "label": "a | b"})


def test_the_label_of_things_is_that_of_the_standard(schema: Schema) -> None:
    assert schema.kinds["event"].fields["label"].path == SKOS + "prefLabel"
