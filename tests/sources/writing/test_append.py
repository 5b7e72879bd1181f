"""Records are added at the end of a file, and every byte that stood there stays."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.sources.facts.csv_files import read_csv
from dfgraph.sources.facts.yaml_files import read_yaml
from dfgraph.sources.writing import append, append_rows
from records import layouts, records

NEW = {"kind": "event", "id": "event/b"}


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("", "- kind: event\n  id: event/b\n"),
        ("\ufeff", "- kind: event\n  id: event/b\n"),
        ("# nothing yet\n", "- kind: event\n  id: event/b\n"),
        ("- {kind: event, id: event/a}\n", "- kind: event\n  id: event/b\n"),
        ("- {kind: event, id: event/a}", "\n- kind: event\n  id: event/b\n"),
        ("- {kind: event, id: event/a}\r\n", "- kind: event\r\n  id: event/b\r\n"),
        ("- {kind: event, id: event/a}\r\n# the end", "\r\n- kind: event\r\n  id: event/b\r\n"),
        ("  - kind: event\n    id: event/a\n", "  - kind: event\n    id: event/b\n"),
        ("- kind: event\n  text: |\n    one\n\n\n", "- kind: event\n  id: event/b\n"),
        ("- kind: event\n  text: >+\n    one\n\n", "- kind: event\n  id: event/b\n"),
        ("- defaults: {date: 2019}\n- {kind: event}\n", "- defaults: {}\n- kind: event\n  id: event/b\n"),
        ("- defaults: {date: 2019}\n- defaults: {}\n- {kind: event}\n", "- kind: event\n  id: event/b\n"),
        ("- {kind: event, text: '- defaults: here'}\n", "- kind: event\n  id: event/b\n"),
    ],
)
def test_a_record_is_added_behind_what_stands_there(text: str, added: str) -> None:
    assert append(text, [NEW]) == text + added


def test_defaults_that_say_the_same_need_no_end() -> None:
    text = "- defaults: {kind: event}\n- {id: event/a}\n"
    assert append(text, [NEW]) == text + "- kind: event\n  id: event/b\n"


def test_defaults_are_ended_once() -> None:
    once = append("- defaults: {date: 2019}\n", [NEW])
    assert append(once, [NEW]).count("defaults: {}") == 1


def test_no_record_is_no_change() -> None:
    assert append("- broken: [", []) == "- broken: ["
    assert append_rows("kind", []) == "kind"


@pytest.mark.parametrize(
    "text", ["[{kind: event}]\n", "kind: event\n", "- {kind: event\n", "- kind: event\n...\n", "- a\n", "- *a\n"]
)
def test_a_file_that_cannot_take_records_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        append(text, [NEW])


@given(layouts(), st.lists(records(), min_size=1, max_size=2))
def test_any_file_keeps_its_text_and_its_records(text: str, new: list[dict[str, Any]]) -> None:
    before, faults = read_yaml("", text.removeprefix("\ufeff"))
    assert faults == []
    made = append(text, new)
    assert made.startswith(text)
    after, faults = read_yaml("", made.removeprefix("\ufeff"))
    assert faults == []
    assert [e.values for e in after] == [e.values for e in before] + new


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("kind,id\n", "event,event/b\n"),
        ("kind,id", "\nevent,event/b\n"),
        ("\ufeffkind,id\r\n", "event,event/b\r\n"),
        ("id, kind ,note\nevent/a,event,x\n", "event/b,event,\n"),
    ],
)
def test_a_row_is_added_behind_what_stands_there(text: str, added: str) -> None:
    assert append_rows(text, [NEW]) == text + added


def test_columns_that_a_file_does_not_have_are_named() -> None:
    with pytest.raises(ValueError, match=r"^age, note@vi$"):
        append_rows("kind,id\n", [{"kind": "a", "note@vi": "b"}, {"age": "3"}])


def test_a_broken_table_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells instead of 1"):
        append_rows("kind\na,b\n", [{"kind": "a"}])


@given(st.lists(st.tuples(st.text("a,\"\n\r'é; ", max_size=8), st.text("a |,", max_size=5)), max_size=4))
def test_any_row_keeps_the_table(cells: list[tuple[str, str]]) -> None:
    text = 'kind,note,alias\nevent,"a, ""b""\nc",d | e\n'
    made = append_rows(text, [{"kind": "event", "note": note, "alias": alias} for note, alias in cells])
    assert made.startswith(text)
    entries, faults = read_csv("", made)
    assert faults == []
    assert entries[0].values == {"kind": "event", "note": 'a, "b"\nc', "alias": ["d", "e"]}
    assert len(entries) == 1 + len(cells)
    for entry, (note, _) in zip(entries[1:], cells, strict=True):
        assert entry.values.get("note", "").strip() == note.strip()
