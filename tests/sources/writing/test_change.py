"""One value of one record changes, and nothing else: no other record, no comment, no line that it does not stand on."""

from __future__ import annotations

import difflib
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dfgraph.sources.facts.yaml_files import read_yaml
from dfgraph.sources.writing import change, set_evidence, set_field
from records import TEXTS, layouts

HOUSE = """\
# The head of the file.

- defaults: {evidence: {source: source/a, confidence: high}}

- kind: event  # what
  id: event/a
  label: {vi: Một, en: One}  # its name
  description:  # in two languages
    vi: >-  # folded
      một hai
      ba
    en: one two three
  # who
  party:
    - a  # first
    - b
  date: "2019"   # sure
  note:
  evidence:
    paragraph: 3
    because: {vi: vì}

- {kind: event, id: event/b, date: 2020, evidence: [{paragraph: 1}, {paragraph: 2}]}  # the second
- kind: event
  id: event/c
  text: |
    one

    two
# The end.
"""
A, B, C = 5, 23, 24


def lines(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    told = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line for line in told if line[0] in "+-"]


@pytest.mark.parametrize(
    ("line", "key", "value", "expected"),
    [
        (A, "date", "2019-06", ['-   date: "2019"   # sure\n', "+   date: 2019-06   # sure\n"]),
        (A, "date", None, ['-   date: "2019"   # sure\n']),
        (A, "note", "a: b", ["-   note:\n", "+   note: 'a: b'\n"]),
        (A, "kind", "visit", ["- - kind: event  # what\n", "+ - kind: visit  # what\n"]),
        (A, "status", "done", ["+   status: done\n"]),
        (
            A,
            "label",
            {"vi": "Hai", "en": "One"},
            ["-   label: {vi: Một, en: One}  # its name\n", "+   label: {vi: Hai, en: One}  # its name\n"],
        ),
        (
            A,
            "label",
            {"en": "One"},
            ["-   label: {vi: Một, en: One}  # its name\n", "+   label: {en: One}  # its name\n"],
        ),
        (A, "label", "Hai", ["-   label: {vi: Một, en: One}  # its name\n", "+   label: Hai  # its name\n"]),
        (
            A,
            "description",
            {"vi": "bốn", "en": "one two three"},
            ["-     vi: >-  # folded\n", "-       một hai\n", "-       ba\n", "+     vi: bốn  # folded\n"],
        ),
        (
            A,
            "description",
            "bốn",
            [
                "-   description:  # in two languages\n",
                "-     vi: >-  # folded\n",
                "-       một hai\n",
                "-       ba\n",
                "-     en: one two three\n",
                "+   description: bốn  # in two languages\n",
            ],
        ),
        (A, "party", ["a", "c"], ["-   party:\n", "-     - a  # first\n", "-     - b\n", "+   party: [a, c]\n"]),
        (A, "party", None, ["-   party:\n", "-     - a  # first\n", "-     - b\n"]),
        (C, "text", "three", ["-   text: |\n", "-     one\n", "- \n", "-     two\n", "+   text: three\n"]),
        (C, "date", "2021", ["+   date: 2021\n"]),
        (C, "text", None, ["-   text: |\n", "-     one\n", "- \n", "-     two\n"]),
    ],
)
def test_one_field_changes(line: int, key: str, value: Any, expected: list[str]) -> None:
    after = set_field(HOUSE, line, key, value)
    assert sorted(lines(HOUSE, after)) == sorted(expected)
    mixed = HOUSE.replace("\n", "\r\n")
    assert set_field("\ufeff" + mixed, line, key, value) == "\ufeff" + after.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("line", "key", "value", "number", "expected"),
    [
        (A, "paragraph", "4", 0, ["-     paragraph: 3\n", "+     paragraph: 4\n"]),
        (A, "page", "4", 0, ["+     page: 4\n"]),
        (A, "paragraph", None, 0, ["-     paragraph: 3\n"]),
        (A, "confidence", "low", 0, ["+     confidence: low\n"]),
        (A, "confidence", None, 0, ["+     confidence: ~\n"]),
        (A, "because", {"vi": "vì", "en": "so"}, 0, ["-     because: {vi: vì}\n", "+     because: {vi: vì, en: so}\n"]),
        (C, "page", "4", 0, ["+   evidence: {page: 4}\n"]),
        (C, "confidence", None, 0, ["+   evidence: {confidence: ~}\n"]),
        (C, "speaker", None, 0, []),
    ],
)
def test_one_key_of_the_evidence_changes(line: int, key: str, value: Any, number: int, expected: list[str]) -> None:
    assert lines(HOUSE, set_evidence(HOUSE, line, key, value, number)) == expected


def test_one_piece_of_several_changes() -> None:
    after = set_evidence(HOUSE, B, "retracted", "2026-01-01", 1)
    assert "evidence: [{paragraph: 1}, {paragraph: 2, retracted: 2026-01-01}]}  # the second\n" in after
    with pytest.raises(ValueError, match="no mapping 2"):
        set_evidence(HOUSE, B, "retracted", "2026-01-01", 2)


@pytest.mark.parametrize(
    ("record", "values", "expected"),
    [
        ("- {kind: a}", {("b",): "c, d"}, "- {kind: a, b: 'c, d'}"),
        ("- {kind: a, b: , c: }", {("b",): "1", ("c",): "2"}, "- {kind: a, b: 1 , c: 2 }"),
        ("- {kind: a, b: }", {("c",): "2"}, "- {c: 2, kind: a, b: }"),
        ("- {kind: a,\n   b: c,  # of b\n   }\n", {("d",): "2"}, "- {kind: a,\n   b: c, d: 2,  # of b\n   }\n"),
        ("- {kind: a,\n   b: c,\n   d: e}\n", {("d",): None}, "- {kind: a,\n   b: c}\n"),
        ("- {kind: a,  # x, y\n   b: c}\n", {("b",): None}, "- {kind: a  # x, y\n   }\n"),
        ("- {b: c, kind: a}\n", {("b",): None}, "- {kind: a}\n"),
        ("- kind: a\n  evidence: {b: c}\n", {("evidence", "b"): None}, "- kind: a\n  evidence: {}\n"),
        (
            "- kind: a\n  evidence: {b: c}\n",
            {("evidence", "b"): None, ("evidence", "d"): "e"},
            "- kind: a\n  evidence: {d: e}\n",
        ),
        ("- kind: a\n  evidence:\n    b: c\n", {("evidence", "b"): None}, "- kind: a\n  evidence:\n    b: ~\n"),
        (
            "- kind: a\n  evidence:\n    b: c\n    d: e\n",
            {("evidence", "b"): None},
            "- kind: a\n  evidence:\n    d: e\n",
        ),
        ("- date: 1\n  # about\n  kind: a\n", {("date",): None}, "- date: ~\n  # about\n  kind: a\n"),
        ("- kind: a", {("b",): "1", ("c",): "2"}, "- kind: a\n  b: 1\n  c: 2"),
        ("- kind: a\n  b: |+\n    x\n\n", {("c",): "2"}, "- kind: a\n  b: |+\n    x\n\n  c: 2\n"),
        ("- kind: a\n  b: |+\n    x\n\n  c: 1\n", {("b",): "2"}, "- kind: a\n  b: 2\n  c: 1\n"),
        ("- kind: a\n  b:\n    long text\n    of two lines\n", {("b",): "2"}, "- kind: a\n  b: 2\n"),
        ("- kind: a\n  b: 'x\n\n    y'  # c\n", {("b",): "2"}, "- kind: a\n  b: 2  # c\n"),
        ("- 'kind' : a\n  \"b\" : c\n", {("b",): "2"}, "- 'kind' : a\n  \"b\" : 2\n"),
        ("- kind: a\n  b: c\n", {("id",): "a/b"}, "- kind: a\n  id: a/b\n  b: c\n"),
        ("- kind: a\n  evidence: {c: d}\n", {("b",): "1"}, "- kind: a\n  b: 1\n  evidence: {c: d}\n"),
        ("- kind: a\n  evidence:\n  - {c: d}\n", {("evidence", 0, "c"): "1"}, "- kind: a\n  evidence:\n  - {c: 1}\n"),
        ("- kind: a\n  label: {vi: b}\n", {("label", "en"): "c"}, "- kind: a\n  label: {vi: b, en: c}\n"),
        ("- kind: a\n  label:\n", {("label", "en"): "c"}, "- kind: a\n  label: {en: c}\n"),
        ("-\n  kind: a\n  b: c\n", {("b",): "d"}, "-\n  kind: a\n  b: d\n"),
        ("- kind: a\n  b: !!str 1\n", {("b",): "2"}, "- kind: a\n  b: 2\n"),
        ("-   kind: a\n    b: 😀é  # 😀\n", {("b",): "ế"}, "-   kind: a\n    b: ế  # 😀\n"),
    ],
)
def test_every_layout_is_kept(record: str, values: dict[tuple[str | int, ...], Any], expected: str) -> None:
    first = 2 if record.startswith("-\n") else 1
    assert change(record, {first: values}) == expected
    other = "- {kind: z}\n"
    if record.endswith("\n"):
        made = change(other + record + other, {first + 1: values})
        assert made == other + expected + other


@pytest.mark.parametrize(
    ("text", "values", "why"),
    [
        ("- {kind: a}\n", {("b",): "c"}, "no record starts on line 7"),
        ("- {kind: a\n", {("b",): "c"}, "Broken YAML"),
        ("- {kind: a}\n" * 7 + "- *x\n", {("b",): "c"}, "one list of records"),
        ("- {kind: a}\n" * 7 + "- b: *x\n", {("b",): "c"}, "alias"),
        ("- {kind: a}\n" * 7, {("kind", "x"): "c"}, "a text has no keys"),
        ("- {kind: a}\n" * 6 + "- ? kind\n  : a\n", {("kind",): "c"}, "by itself"),
        ("- {kind: a, b: [c]}\n" * 7, {("b", 0): "d"}, "no mapping 0"),
    ],
)
def test_what_cannot_be_changed_is_refused(text: str, values: dict[tuple[str | int, ...], Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        change(text, {7: values})


def test_a_list_in_brackets_is_a_file_too() -> None:
    text = "[{kind: a},\n {kind: b}]\n"
    assert change(text, {2: {("c",): "d"}}) == "[{kind: a},\n {kind: b, c: d}]\n"


def read(text: str) -> list[dict[str, Any]]:
    entries, faults = read_yaml("", text.removeprefix("\ufeff"))
    assert faults == []
    return [e.values for e in entries]


def starts(text: str) -> list[int]:
    return [e.line for e in read_yaml("", text.removeprefix("\ufeff"))[0]]


@given(layouts(), st.data())
def test_any_field_of_any_file_changes_alone(text: str, data: st.DataObject) -> None:
    before, number = read(text), data.draw(st.integers(0, 3))
    assume(number < len(before))
    line = starts(text)[number]
    values = st.one_of(
        TEXTS, st.lists(TEXTS, min_size=2, max_size=3), st.dictionaries(st.just("vi"), TEXTS, min_size=1)
    )
    key = data.draw(st.sampled_from([*before[number], "new"]).filter(lambda k: k not in ("evidence", "number")))
    value = data.draw(values)
    after = read(set_field(text, line, key, value))
    assert after == [{**v, key: value} if n == number else v for n, v in enumerate(before)]


@given(layouts(), st.data())
def test_any_evidence_of_any_file_changes_alone(text: str, data: st.DataObject) -> None:
    before, number = read(text), data.draw(st.integers(0, 3))
    assume(number < len(before))
    line = starts(text)[number]
    evidence = before[number].get("evidence")
    pieces = evidence if isinstance(evidence, list) else [evidence or {}]
    piece = data.draw(st.integers(0, len(pieces) - 1))
    key, value = data.draw(st.sampled_from(["paragraph", "source", "retracted"])), data.draw(TEXTS)
    made = set_evidence(text, line, key, value, piece)
    after = read(made)
    assert [v for n, v in enumerate(after) if n != number] == [v for n, v in enumerate(before) if n != number]
    told = after[number]["evidence"]
    changed = told[piece] if isinstance(told, list) else told
    assert changed == {**pieces[piece], key: value}
    if key not in pieces[piece] and "evidence:" in text.splitlines()[line - 1]:
        assert len(made.splitlines()) == len(text.splitlines())


@given(layouts(), st.data())
def test_any_field_of_any_file_goes_alone(text: str, data: st.DataObject) -> None:
    before, number = read(text), data.draw(st.integers(0, 3))
    assume(number < len(before))
    key = data.draw(st.sampled_from([k for k in before[number] if k not in ("kind", "number")] or ["none"]))
    after = read(set_field(text, starts(text)[number], key, None))
    assert after == [{k: v for k, v in values.items() if n != number or k != key} for n, values in enumerate(before)]


@given(layouts(), st.data())
def test_what_stands_on_other_lines_stays_as_it_is(text: str, data: st.DataObject) -> None:
    before, number = read(text), data.draw(st.integers(0, 3))
    assume(number < len(before))
    first = starts(text)
    line = first[number]
    end = first[number + 1] - 1 if number + 1 < len(first) else len(text.splitlines())
    made = set_field(text, line, "number", "new")
    old, new = text.splitlines(keepends=True), made.splitlines(keepends=True)
    assert new[: line - 1] == old[: line - 1]
    assert new[end:] == old[end:]
    assert len(new) == len(old)
    assert sum(a != b for a, b in zip(old, new, strict=True)) == 1
