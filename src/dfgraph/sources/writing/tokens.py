"""References rewritten where they stand in the text of a facts file; nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dfgraph.sources.writing.rows import cells_at, quoted
from dfgraph.sources.writing.text import BOM, Splice, spliced, without_mark

Place = tuple[int, int]
"""A line and a column, both from 1, as the reader of facts gives them; in CSV the number of a cell."""

Words = Mapping[Place, Mapping[str, str]]
"""For each place what gives way there, and to what."""

_WIDEST = 0xFFFF
_TOKEN = re.compile(r"(['\"]?)([^\s'\",\[\]{}#]+)\1")
_SEPARATOR = re.compile(r"( \| )")


def replace_in_yaml(text: str, words: Words) -> str:
    """The text in which words at some places give way to new ones.

    Raises ValueError where none of the words stands at a place, plain or in quotes.

    >>> replace_in_yaml("- party: [pact/a, 'pact/b']  # pact/a", {(1, 11): {"pact/a": "pact/c"}})
    "- party: [pact/c, 'pact/b']  # pact/a"
    """
    mark = BOM if text.startswith(BOM) else ""
    text = without_mark(text)
    starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n|\x85|\u2028|\u2029", text))]
    splices = []
    for (line, column), new in words.items():
        found = _TOKEN.match(text, starts[line - 1] + column - 1) if column < _WIDEST else None
        if found is None or found[2] not in new:
            raise ValueError(f"line {line}, column {column}")
        splices.append(Splice(found.start(2), found.end(2), new[found[2]]))
    return mark + spliced(text, splices)


def replace_in_csv(text: str, words: Words) -> str:
    r"""The same for a CSV text: the cell at a place holds one word, or several with ` | ` between them.

    >>> replace_in_csv("party\npact/a | pact/b\n", {(2, 1): {"pact/b": "pact/c"}})
    'party\npact/a | pact/c\n'
    """
    mark = BOM if text.startswith(BOM) else ""
    text = without_mark(text)
    cells = cells_at(text, {line for line, _ in words})
    splices = []
    for (line, number), new in words.items():
        cell = cells[line][number - 1]
        told = "".join(_new(word, new) for word in _SEPARATOR.split(cell.value))
        if told == cell.value:
            raise ValueError(f"line {line}, cell {number}")
        splices.append(Splice(cell.start, cell.end, quoted(told, like=text[cell.start : cell.end])))
    return mark + spliced(text, splices)


def _new(word: str, new: Mapping[str, str]) -> str:
    bare = word.strip()
    return word.replace(bare, new[bare]) if bare in new else word
