"""The journal tells of every change what is needed to make it and to take it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.base.errors import ProjectError
from dfgraph.base.language import Text
from dfgraph.project.journal import Entry, Hunk, file_change, last_number, read_entry, read_journal
from telling import spoken

TEXTS = st.none() | st.lists(st.sampled_from(["a\n", "b\r\n", "c", "é😀\n", "\n", "\u2028", "a\n"]), max_size=8).map(
    "".join
)


@given(TEXTS, TEXTS)
def test_any_change_can_be_made_and_taken_back(before: str | None, after: str | None) -> None:
    change = file_change("a.yaml", before, after)
    assert change.made(before) == after
    assert change.unmade(after) == before


@pytest.mark.parametrize(
    ("before", "after", "hunks"),
    [
        ("a\nb\nc\n", "a\nB\nc\n", [Hunk(2, "b\n", "B\n")]),
        ("a\nb\nc\nd\n", "A\nb\nc\nD\n", [Hunk(0, "a\n", "A\n"), Hunk(6, "d\n", "D\n")]),
        ("a\nb\n", "a\nx\ny\nb\n", [Hunk(2, "", "x\ny\n")]),
        ("a\nb\nc\n", "a\nc\n", [Hunk(2, "b\n", "")]),
        ("a\n", "a\n", []),
        ("", "a\n", [Hunk(0, "", "a\n")]),
    ],
)
def test_only_the_lines_that_differ_are_kept(before: str, after: str, hunks: list[Hunk]) -> None:
    assert list(file_change("a", before, after).hunks) == hunks


def test_a_change_does_not_fit_another_text() -> None:
    with pytest.raises(ValueError, match="2"):
        file_change("a", "a\nb\n", "a\nc\n").made("a\nx\n")


def test_an_entry_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = file_change("data/a.yaml", None, "é\n")
    entry = Entry(7, "2026-11-22T00:00:00+00:00", "edit", Text("Sửa", "Changed"), ("a/b",), (file,), 3)
    assert entry.name == "000007-edit.json"
    (tmp_path / entry.name).write_bytes(entry.to_bytes())
    (tmp_path / "pending.json").write_bytes(entry.to_bytes())
    (tmp_path / "notes.txt").touch()
    assert read_entry(tmp_path / entry.name) == entry
    assert read_journal(tmp_path) == [entry]
    assert last_number(tmp_path) == 7


def test_a_journal_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert read_journal(tmp_path / "none") == []
    assert last_number(tmp_path / "none") == last_number(tmp_path) == 0


def test_changes_come_in_their_order_beyond_a_million(tmp_path: Path) -> None:
    for number in (1_000_000, 999_999, 2):
        entry = Entry(number, "", "edit", Text("a", "b"), (), ())
        (tmp_path / entry.name).write_bytes(entry.to_bytes())
    assert [entry.number for entry in read_journal(tmp_path)] == [2, 999_999, 1_000_000]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"number": 1}'])
def test_a_broken_journal_is_told_by_its_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "000001-edit.json").write_text(text)
    with pytest.raises(ProjectError) as caught:
        read_journal(tmp_path)
    assert "000001-edit.json" in spoken(caught.value.message).en
    assert spoken(caught.value.remedy)
