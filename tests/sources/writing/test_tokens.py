"""References are rewritten where the reader saw them, in whatever way they are written."""

from __future__ import annotations

import pytest

from dfgraph.sources.facts.csv_files import read_csv
from dfgraph.sources.facts.record import Entry
from dfgraph.sources.facts.yaml_files import read_yaml
from dfgraph.sources.writing import replace

NEW = {"pact/a": "pact/new", "a": "new"}


def places(entry: Entry, *keys: tuple[str | int, ...]) -> dict[tuple[int, int], dict[str, str]]:
    return {(at.line, at.column): NEW for at in (entry.at(*key) for key in keys)}


def test_words_in_yaml() -> None:
    text = (
        "\ufeff# pact/a\r\n- party: [pact/a, 'pact/a', \"a\"]  # pact/a\r\n  of: pact/a\r\n"
        "  note: 😀 pact/a\r\n  evidence: {source: pact/a,speaker: pact/ab}\r\n"
    )
    entries, _ = read_yaml("", text.removeprefix("\ufeff"))
    at = places(entries[0], ("party", 0), ("party", 1), ("party", 2), ("of",), ("evidence", "source"))
    made = replace(text, at)
    assert made == (
        "\ufeff# pact/a\r\n- party: [pact/new, 'pact/new', \"new\"]  # pact/a\r\n  of: pact/new\r\n"
        "  note: 😀 pact/a\r\n  evidence: {source: pact/new,speaker: pact/ab}\r\n"
    )


def test_words_on_a_line_of_their_own() -> None:
    text = "- party:\n  - pact/a # c\n  - >-\n    pact/a\n  of:\n    pact/a\n"
    entries, _ = read_yaml("", text)
    assert replace(text, places(entries[0], ("party", 0), ("of",))) == text.replace("- pact/a", "- pact/new").replace(
        "of:\n    pact/a", "of:\n    pact/new"
    )
    with pytest.raises(ValueError, match="line 3, column 5"):
        replace(text, places(entries[0], ("party", 1)))


def test_a_place_without_the_word_is_refused() -> None:
    with pytest.raises(ValueError, match="line 1, column 6"):
        replace("- of: pact/b\n", {(1, 6): NEW})
    with pytest.raises(ValueError, match="line 2, cell 1"):
        replace("of\npact/b\n", {(2, 1): NEW}, suffix=".csv")


def test_words_in_a_table() -> None:
    text = 'kind,party,of\nx,"pact/a | b | a",pact/a\n\ny,pact/ab | pact/a,\n'
    entries, _ = read_csv("", text)
    at = places(entries[0], ("party", 0), ("party", 2), ("of",)) | places(entries[1], ("party", 1))
    made = replace(text, at, suffix=".csv")
    assert made == 'kind,party,of\nx,"pact/new | b | new",pact/new\n\ny,pact/ab | pact/new,\n'
