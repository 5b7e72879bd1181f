from __future__ import annotations

import string
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.base.findings import Severity
from dfgraph.sources.facts import yaml_files
from dfgraph.sources.facts.book import read_book
from dfgraph.sources.facts.yaml_files import read_yaml
from telling import lines

# PyYAML does not read back what it writes for three line ends of Unicode.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029"))
KEYS = TEXTS.filter(bool)
ONE_LINE = st.text("aăâbcdđeêưÀẠỲ  0129:#-?!&*%@'\"{}[],|>\\", min_size=1, max_size=40)


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test reads with both parsers that PyYAML may have."""
    if request.param == "pure Python":
        monkeypatch.setattr(yaml_files, "_Loader", yaml.SafeLoader)


def read(text: str) -> list[dict[str, Any]]:
    """The values of the records of a sound text."""
    entries, findings = read_yaml("a.yaml", dedent(text))
    assert lines(findings) == []
    return [e.values for e in entries]


def refused(text: str) -> list[str]:
    """What is wrong with a text, as lines."""
    return lines(read_yaml("a.yaml", dedent(text).removeprefix("\n"))[1])


def test_scalars_stay_the_text_that_they_are() -> None:
    assert read("""
        - kind: province
          rank: 2019
          since: 2019-06-18
          share: 60.28
          yes: no
          hex: 0x1F
          padded: 007
          clock: 12:30
          quoted: "Đà \\u004Eẵng"
          block: |
            hai
            dòng
          folded: >-
            một
            dòng
    """) == [{
        "kind": "province", "rank": "2019", "since": "2019-06-18", "share": "60.28", "yes": "no", "hex": "0x1F",
        "padded": "007", "clock": "12:30", "quoted": "Đà Nẵng", "block": "hai\ndòng\n", "folded": "một dòng",
    }]  # fmt: skip


def test_what_is_null_is_not_stated_and_what_is_quoted_is() -> None:
    assert read("""
        - {a: , b: ~, c: null, d: Null, e: NULL, f: "null", g: '~', h: "", i: nUll, j: !!str null, list: [~, x, null]}
    """) == [{"f": "null", "g": "~", "h": "", "i": "nUll", "j": "null", "list": ["x"]}]


def test_values_may_be_lists_and_mappings() -> None:
    assert read("""
        - label: {vi: Huế, en: Hue}
          places: [province/hue, "province/da-nang"]
          evidence:
            - {source: source/a, because: {vi: vì, en: for}}
            - source: source/b
    """) == [{
        "label": {"vi": "Huế", "en": "Hue"},
        "places": ["province/hue", "province/da-nang"],
        "evidence": [{"source": "source/a", "because": {"vi": "vì", "en": "for"}}, {"source": "source/b"}],
    }]  # fmt: skip


def test_defaults_hold_for_all_records_that_follow_until_the_next() -> None:
    assert read("""
        - a: first
        - defaults: {kind: visit, label: {vi: V, en: E}, evidence: {source: source/a, paragraph: 1}}
        - id: event/a
        - id: event/b
          kind: project
          label: {en: Own}
          evidence: {paragraph: 2}
        - id: event/c
          evidence: [{paragraph: 3}, {source: source/b}, stray]
          label: ~
        - defaults: {kind: pact}
        - id: pact/d
    """) == [
        {"a": "first"},
        {"kind": "visit", "id": "event/a", "label": {"vi": "V", "en": "E"},
         "evidence": {"source": "source/a", "paragraph": "1"}},
        {"kind": "project", "id": "event/b", "label": {"vi": "V", "en": "Own"},
         "evidence": {"source": "source/a", "paragraph": "2"}},
        {"kind": "visit", "id": "event/c",
         "evidence": [{"source": "source/a", "paragraph": "3"}, {"source": "source/b", "paragraph": "1"}, "stray"]},
        {"kind": "pact", "id": "pact/d"},
    ]  # fmt: skip


def test_words_that_an_unquoted_comma_cuts_off_are_a_fault() -> None:
    entries, findings = read_yaml("a.yaml", "- label: {vi: thời cơ, thách thức, en: openings}\n  date:\n")
    assert [e.values for e in entries] == [{"label": {"vi": "thời cơ", "en": "openings"}}]
    assert [(f.code, str(f.location)) for f in findings] == [("facts/stray-words", "a.yaml:1:24")]
    assert "thách thức" in findings[0].message.vi


def test_an_empty_value_takes_a_default_back() -> None:
    assert read("""
        - defaults: {kind: visit, label: V, evidence: {source: source/a, speaker: person/a}}
        - {id: event/a, label: ~, evidence: {speaker: ~}}
        - {id: event/b, evidence: [{speaker: ~}, {page: 2}]}
    """) == [
        {"kind": "visit", "id": "event/a", "evidence": {"source": "source/a"}},
        {"kind": "visit", "id": "event/b", "label": "V",
         "evidence": [{"source": "source/a"}, {"source": "source/a", "speaker": "person/a", "page": "2"}]},
    ]  # fmt: skip


def test_a_value_that_comes_from_the_defaults_stands_where_they_are_written() -> None:
    text = dedent("""\
        - defaults: {kind: visit, evidence: {source: source/a, page: 1}}
        - id: event/a
          evidence: {page: 2}
    """)
    (entry,), findings = read_yaml("a.yaml", text)
    assert findings == []
    assert str(entry.at()) == "a.yaml:2:3"
    assert str(entry.at("kind")) == "a.yaml:1:20"
    assert str(entry.at("evidence", "source")) == "a.yaml:1:46"
    assert str(entry.at("evidence", "page")) == "a.yaml:3:20"


def test_every_value_knows_its_line_and_column() -> None:
    text = dedent("""\
        # facts
        - kind: visit
          label: {vi: Thăm, en: Visit}
          places:
            - province/hue
            - "province/da-nang"
        -   kind: pact
    """)
    (first, second), findings = read_yaml("a.yaml", text)
    assert findings == []
    assert [str(first.at(*keys)) for keys in ((), ("kind",), ("label",), ("label", "vi"), ("label", "en"))] == [
        "a.yaml:2:3", "a.yaml:2:9", "a.yaml:3:10", "a.yaml:3:15", "a.yaml:3:25",
    ]  # fmt: skip
    assert [str(first.at(*keys)) for keys in (("places",), ("places", 0), ("places", 1))] == [
        "a.yaml:5:5", "a.yaml:5:7", "a.yaml:6:7",
    ]  # fmt: skip
    assert str(first.at("absent")) == "a.yaml:2:3"
    assert str(first.at("label", "absent")) == "a.yaml:3:10"
    assert str(second.at("kind")) == "a.yaml:7:11"


def test_the_line_is_right_however_long_a_line_is() -> None:
    text = "# facts\n- {kind: " + "x" * 70_000 + ", id: a}\n"
    (entry,), _ = read_yaml("a.yaml", text)
    assert entry.at("kind").line == entry.at("id").line == 2


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "---\n", "~\n", "[]\n", "--- []\n...\n"])
def test_a_file_may_be_empty(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("kind: visit\nid: event/a\n", "a.yaml:1:1"),
        ("\n\njust words\n", "a.yaml:3:1"),
        ("- kind: visit\n- words\n", "a.yaml:2:3"),
        ("- kind: visit\n- [kind, visit]\n", "a.yaml:2:3"),
    ],
)
def test_a_file_that_is_not_a_list_of_records(text: str, place: str) -> None:
    entries, findings = read_yaml("a.yaml", text)
    assert lines(findings) == [f"facts/not-a-list {place}"]
    assert [e.values for e in entries] == [{"kind": "visit"}] * text.startswith("- ")


def test_an_empty_item_is_no_record() -> None:
    assert refused("- kind: visit\n-\n") == ["facts/not-a-list a.yaml:2:2"]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("- {kind: a, kind: b}", ["facts/duplicate-key a.yaml:1:13"]),
        ("- kind: a\n  kind: ~\n", ["facts/duplicate-key a.yaml:2:3"]),
        ("- label:\n    vi: a\n    vi: b\n", ["facts/duplicate-key a.yaml:3:5"]),
    ],
)
def test_a_key_is_written_once(text: str, findings: list[str]) -> None:
    assert refused(text) == findings


def test_an_empty_key_is_not_taken_for_a_second_one() -> None:
    assert refused("- {kind: a, '': b}") == []


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("- a: &x [b]\n  c: *x\n", "a.yaml:2:6", "The alias “*x” cannot be used here."),
        ("- &x {a: b}\n- <<: *x\n", "a.yaml:2:7", "The alias “*x” cannot be used here."),
        ("- a: !!int 3\n", "a.yaml:1:6", "The tag “tag:yaml.org,2002:int” cannot be used here."),
        ("- a: !mine [b]\n", "a.yaml:1:6", "The tag “!mine” cannot be used here."),
        ("- ? [a, b]\n  : c\n", "a.yaml:1:5", "A key that is not text cannot be used here."),
        ("- a: b\n---\n- c: d\n", "a.yaml:2:1", "More than one document in a file (“---”) cannot be used here."),
    ],
)
def test_the_tricks_of_yaml_are_refused_by_name(text: str, place: str, what: str) -> None:
    entries, (finding,) = read_yaml("a.yaml", text)
    assert lines([finding]) == [f"facts/not-supported {place}"]
    assert (finding.severity, finding.message.en) == (Severity.ERROR, what)
    assert len(entries) == text.count("\n- ") + 1 - text.count("---")


def test_an_alias_for_a_key_is_refused() -> None:
    assert set(refused("- &x a: b\n- *x : c\n")) == {"facts/not-supported a.yaml:2:3"}


def test_an_anchor_without_alias_and_a_tag_of_text_do_no_harm() -> None:
    assert read("- a: &x b\n  c: !!str 12\n  d: ! 13\n") == [{"a": "b", "c": "12", "d": "13"}]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- kind: visit\n- label: [a, b\n- kind: pact\n", 3),
        ('- kind: visit\n- label: "open\n', 3),
        ("- kind: visit\n- label: a: b\n", 2),
        ("- kind: visit\n- label: @home\n", 2),
        ("- kind: visit\n- label: *\n", 2),
        ("- kind: visit\nlabel: a\n", 2),
    ],
)
def test_broken_yaml_is_named_by_line_and_what_stands_before_it_is_read(text: str, line: int) -> None:
    entries, (finding,) = read_yaml("a.yaml", text)
    assert (finding.code, finding.severity) == ("facts/broken-yaml", Severity.ERROR)
    assert lines([finding])[0].startswith(f"facts/broken-yaml a.yaml:{line}:")
    assert [e.values for e in entries] == [{"kind": "visit"}]


def test_a_control_character_is_named_by_its_line() -> None:
    _, (finding,) = read_yaml("a.yaml", "- kind: visit\n- label: a\x07b\n")
    assert lines([finding])[0].startswith("facts/broken-yaml a.yaml:2")


def test_nesting_without_end_is_a_finding() -> None:
    entries, findings = read_yaml("a.yaml", "- " + "[" * 1000 + "]" * 1000)
    assert lines(findings) == ["facts/not-a-list a.yaml:1:3", "facts/not-supported a.yaml"]
    assert entries == []


@given(st.dictionaries(KEYS, TEXTS, min_size=1), st.sampled_from([None, '"', "'", "|", ">"]), st.booleans())
def test_what_another_program_writes_as_yaml_is_read_as_the_same_texts(
    record: dict[str, str], style: str | None, flow: bool
) -> None:
    text = yaml.safe_dump([record], allow_unicode=True, default_style=style, default_flow_style=flow, sort_keys=False)
    assert read(text) == [record]


@given(st.dictionaries(st.text(string.ascii_lowercase, min_size=1), ONE_LINE | st.none(), min_size=1), st.booleans())
def test_every_value_starts_where_its_place_says(record: dict[str, str | None], flow: bool) -> None:
    text = yaml.safe_dump([record], allow_unicode=True, default_flow_style=flow, width=10**6)
    (entry,), _ = read_yaml("a.yaml", text)
    assert entry.values == {k: v for k, v in record.items() if v is not None}
    for key, value in entry.values.items():
        _, line, column, _ = entry.at(key)
        rest = text.splitlines()[line - 1][column - 1 :]
        assert rest.startswith((value, '"', "'"))
        assert text.splitlines()[line - 1][: column - 1].rstrip(" ").endswith((f"{key}:", f'"{key}":', f"'{key}':"))


def test_the_place_is_that_in_the_file_even_behind_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbf- kind: visit\n")
    book = read_book(tmp_path, tmp_path)
    assert book.findings == []
    assert str(book.entries[0].at("kind")) == "a.yaml:1:9"


def test_a_default_within_a_list_stands_where_the_default_is_written() -> None:
    text = "- defaults:\n    evidence: {source: a}\n- {kind: x, evidence: [{page: 1}, {page: 2, source: b}]}\n"
    (entry,), findings = read_yaml("a.yaml", text)
    assert findings == []
    places = [str(entry.at("evidence", n, key)) for n in (0, 1) for key in ("source", "page")]
    assert places == ["a.yaml:2:24", "a.yaml:3:31", "a.yaml:3:53", "a.yaml:3:42"]
