"""A record as text is read back as the same record, whatever it says."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.sources.facts.yaml_files import read_yaml
from dfgraph.sources.writing import record_text
from dfgraph.sources.writing.record_text import NOTHING, plain, value_text
from records import KEYS, TEXTS, records


def told(text: str) -> list[Any]:
    entries, faults = read_yaml("a.yaml", text)
    assert faults == []
    return [entry.values for entry in entries]


def test_what_is_short_stands_on_one_line() -> None:
    record = {
        "kind": "partnership",
        "places": ["province/da-nang", "locality/jp-sakai"],
        "label": {"vi": "Đà Nẵng, Sakai", "en": "Da Nang: Sakai"},
        "since": "2009-10",
        "note": None,
        "evidence": {"source": "source/a", "paragraph": 10, "inferred": True},
    }
    assert record_text(record) == (
        "- kind: partnership\n"
        "  places: [province/da-nang, locality/jp-sakai]\n"
        "  label: {vi: 'Đà Nẵng, Sakai', en: 'Da Nang: Sakai'}\n"
        "  since: 2009-10\n"
        "  evidence: {source: source/a, paragraph: 10, inferred: true}\n"
    )


def test_what_is_long_stands_on_lines_of_its_own() -> None:
    long = "một hai ba bốn năm sáu bảy tám chín mười " * 4
    text = record_text({"kind": "event", "label": {"vi": long.strip(), "en": "short"}, "party": [long.strip(), "b"]})
    assert max(map(len, text.splitlines())) <= 170
    assert "  label:\n    vi: một hai" in text
    assert "\n    en: short\n  party:\n    - một hai" in text
    assert told(text) == [{"kind": "event", "label": {"vi": long.strip(), "en": "short"}, "party": [long.strip(), "b"]}]


def test_several_pieces_of_evidence_stand_below_each_other() -> None:
    because = {"vi": "vì " * 30 + "thế", "en": "for " * 30 + "so"}
    evidence = [{"source": "source/a", "because": because}, {"source": "source/b"}]
    text = record_text({"kind": "event", "evidence": evidence})
    assert "  evidence:\n    - source: source/a\n      because:\n        vi: vì" in text
    assert text.endswith("    - {source: source/b}\n")
    assert told(text) == [{"kind": "event", "evidence": evidence}]


@pytest.mark.parametrize(
    "value",
    [
        "",
        "~",
        "null",
        "Null",
        "no",
        "2019",
        "1e3",
        "0x1",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "[a",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a`",
        "'",
        '"',
        "a'b\"c",
        " a",
        "a ",
        "a\nb",
        "\n",
        "a\n",
        "\t",
        "é́",
        "😀",
        "\x07",
        "\x85",
        "\u2028",
        "\ufeffa",
        "a  b",
        "?",
        "? a",
        "-",
        "---",
        "...",
        "<<",
        "=",
        "| ",
        ">",
        "{",
        "}",
        "a,b",
        "a, b",
        "\r\n",
        "a\\b",
    ],
)
def test_any_text_comes_back_as_it_was(value: str) -> None:
    assert told(record_text({"kind": value, "a": {"vi": value}, "b": [value, value]})) == [
        {"kind": value, "a": {"vi": value}, "b": [value, value]}
    ]
    for flow in (True, False):
        assert told(f"- a: {value_text(value, flow=flow)}\n  b: c\n") == [{"a": value, "b": "c"}]
    assert told(f"- {{a: {value_text(value, flow=True)}, b: c}}\n") == [{"a": value, "b": "c"}]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (0.1, "0.1"),
        (1e22, "10000000000000000000000"),
        (Decimal("60.280"), "60.280"),
    ],
)
def test_numbers_and_truth_values_are_written_plain(value: Any, text: str) -> None:
    assert record_text({"a": value}) == f"- a: {text}\n"


def test_what_is_not_stated_is_not_written() -> None:
    assert record_text({}) == "- {}\n"
    assert record_text({"a": None}) == "- {}\n"
    assert plain({"a": None, "b": [None, 1], "c": {"d": None}}) == {"b": ["1"], "c": {}}
    assert told(record_text({"kind": "a", "b": [], "c": {}})) == [{"kind": "a", "b": [], "c": {}}]


def test_a_value_can_be_silenced() -> None:
    assert record_text({"a": NOTHING, "b": {"c": NOTHING}}) == "- a: ~\n  b: {c: ~}\n"
    assert told("- a: ~\n  b: {c: ~}\n") == [{"b": {}}]


@given(records())
def test_any_record_comes_back_as_it_was(record: dict[str, Any]) -> None:
    assert told(record_text(record)) == [record]


@given(st.lists(records(), min_size=1, max_size=4))
def test_any_records_come_back_one_after_the_other(many: list[dict[str, Any]]) -> None:
    assert told("".join(map(record_text, many))) == many


@given(KEYS, TEXTS)
def test_any_long_text_comes_back_as_it_was(key: str, text: str) -> None:
    long = text + "x " * 100 + text + " y" * 100
    assert told(record_text({"kind": "a", key: {"vi": long, "en": [long, "b"]}})) == [
        {"kind": "a", key: {"vi": long, "en": [long, "b"]}}
    ]
