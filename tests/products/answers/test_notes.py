from __future__ import annotations

from dataclasses import replace

import pytest

from answered import REGISTER, TABLE, paper
from dfgraph.graph.query import Table
from dfgraph.products.answers import notes_of, say_note, say_source
from dfgraph.products.answers.notes import numbered


def test_each_place_has_one_number_and_those_of_a_source_follow_each_other() -> None:
    notes = notes_of(TABLE)
    assert [(c.source, c.paragraph, c.disputes) for c in notes.cited] == [
        ("source/news", 3, False),
        ("source/news", 7, False),
        ("source/news", 9, False),
        ("source/news", 9, True),
        ("source/register", None, False),
    ]
    assert notes.rows == ((2, 5), (1, 3, 4))
    assert [(s.source, [n for n, _ in told]) for s, told in notes.sources] == [
        ("source/news", [1, 2, 3, 4]),
        ("source/register", [5]),
    ]


def test_claims_that_a_reader_cannot_tell_apart_share_a_note() -> None:
    row = replace(TABLE.rows[0], citations=(paper("x", 1), paper("y", 1), paper("z", 2)))
    assert notes_of(Table(TABLE.columns, (row,), cited=True)).rows == ((1, 2),)


def test_nothing_cited_is_no_note() -> None:
    empty = notes_of(Table(TABLE.columns, (), cited=True))
    assert (empty.cited, empty.rows, empty.sources) == ((), (), [])


def test_what_a_note_says() -> None:
    cited = notes_of(TABLE).cited
    assert say_source(cited[0], "vi") == "Báo Làng, Làng, 2019-06-18"
    assert say_source(REGISTER, "en") == "Register"
    assert [say_note(c, "en") for c in cited] == [
        "¶ 3 – open list",
        "¶ 7",
        "¶ 9, Mr An – inferred (Counted)",
        "¶ 9 – teaser, disputes",
        "",
    ]
    assert say_note(cited[3], "vi") == "¶ 9 – tin bên lề, phủ nhận"


@pytest.mark.parametrize(
    ("numbers", "said"), [([], ""), ([7], "[7]"), ([1, 2], "[1] [2]"), ([1, 2, 3, 9, 10, 11, 12], "[1]–[3] [9]–[12]")]
)
def test_long_runs_are_short(numbers: list[int], said: str) -> None:
    assert numbered(numbers) == said
