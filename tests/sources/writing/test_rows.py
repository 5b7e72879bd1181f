"""One cell of a table changes, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.sources.facts.csv_files import read_csv
from dfgraph.sources.writing import change
from dfgraph.sources.writing.rows import cells_at, quoted

TABLE = """\
kind,id,label@vi,alias@vi,note,evidence.source,evidence.because@en
person,person/a,"Lê, An",An | Ân,,source/a,"one
two"
person, person/b ,B,,,source/b,

person,person/c,"Say ""c"" so",x,"",source/a,
"""
A, B, C = 2, 4, 6


@pytest.mark.parametrize(
    ("line", "path", "value", "old", "new"),
    [
        (A, ("label", "vi"), "Lê An", '"Lê, An"', '"Lê An"'),
        (A, ("alias", "vi"), ["x", "y", "z"], "An | Ân", "x | y | z"),
        (A, ("alias", "vi"), None, "An | Ân", ""),
        (A, ("evidence", "because", "en"), "three", '"one\ntwo"', '"three"'),
        (A, ("evidence", "source"), "source/c", "Ân,,source/a", "Ân,,source/c"),
        (B, ("evidence", "source"), "source/c", "source/b", "source/c"),
        (B, ("label",), {"vi": "C, D"}, ",B,", ',"C, D",'),
        (B, ("evidence", 0, "because", "en"), "x\ny", "source/b,", 'source/b,"x\ny"'),
        (C, ("note",), "n", 'x,""', 'x,"n"'),
        (C, ("label",), None, '"Say ""c"" so"', '""'),
    ],
)
def test_one_cell_changes(line: int, path: tuple[str | int, ...], value: Any, old: str, new: str) -> None:
    assert TABLE.count(old) == 1
    expected = TABLE.replace(old, new)
    assert change(TABLE, {line: {path: value}}, suffix=".csv") == expected
    mixed = "\ufeff" + TABLE.replace("\n", "\r\n")
    if "\n" not in old + new:
        assert change(mixed, {line: {path: value}}, suffix=".CSV") == "\ufeff" + expected.replace("\n", "\r\n")


def test_a_column_that_is_missing_is_added_at_the_end() -> None:
    text = "kind,id\r\nperson,person/a\r\n\r\nperson,person/b"
    made = change(text, {4: {("evidence", "retracted"): "2026-01-01"}}, suffix=".csv")
    assert made == "kind,id,evidence.retracted\r\nperson,person/a,\r\n\r\nperson,person/b,2026-01-01"
    again = change(made, {2: {("evidence", "retracted"): "2026-01-02", ("age",): "3"}}, suffix=".csv")
    assert again.startswith("kind,id,evidence.retracted,age\r\nperson,person/a,2026-01-02,3\r\n")
    assert again.endswith("person,person/b,2026-01-01,")


def test_nothing_to_take_away_is_no_change() -> None:
    assert change(TABLE, {B: {("age",): None, ("note",): None}}, suffix=".csv") == TABLE


def test_a_heading_without_language_is_vietnamese() -> None:
    assert change("kind,note\na,b\n", {2: {("note",): "c"}}, suffix=".csv") == "kind,note\na,c\n"


@pytest.mark.parametrize(
    ("text", "values", "why"),
    [
        ("", {("b",): "c"}, "empty"),
        ("kind\n", {("b",): "c"}, "no record starts on line 2"),
        ("kind\na,b\n", {("b",): "c"}, "2 cells instead of 1"),
        ('kind\n"a\n', {("b",): "c"}, "Broken CSV"),
        ("kind\na\n", {("b",): "x | y"}, "by itself"),
        ("kind\na\n", {("b",): ["x | y", "z"]}, "cannot stand in a cell"),
        ("kind\na\n", {("b",): [["x"]]}, "cannot stand in a cell"),
        ("kind\na\n", {("b",): "  "}, "by itself"),
        ("kind,b\na,x\n", {("b", "en"): "y"}, "twice"),
    ],
)
def test_what_cannot_be_changed_is_refused(text: str, values: dict[tuple[str | int, ...], Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        change(text, {2: values}, suffix=".csv")


CELLS = st.text('a,"\n\r;é ', max_size=6)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5), st.data(), st.sampled_from(["\n", "\r\n"]))
def test_any_cell_of_any_table_changes_alone(table: list[tuple[str, str]], data: st.DataObject, end: str) -> None:
    text = end.join(["kind,b,c", *(f"k,{quoted(b)},{quoted(c)}" for b, c in table)]) + end
    before, _ = read_csv("", text)
    assert len(before) == len(table)
    chosen = data.draw(st.sampled_from(before))
    value = data.draw(CELLS.filter(lambda t: t.strip()))
    made = change(text, {chosen.line: {("b",): value}}, suffix=".csv")
    after, faults = read_csv("", made)
    assert faults == []
    expected = [{**e.values, "b": value} if e is chosen else e.values for e in before]
    assert [e.values for e in after] == expected
    cells, old = cells_at(made, {chosen.line})[chosen.line], cells_at(text, {chosen.line})[chosen.line]
    assert made[: cells[1].start] == text[: old[1].start]
    assert made[cells[1].end :] == text[old[1].end :]
