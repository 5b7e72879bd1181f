"""What the text of a file keeps when something in it changes: its mark of encoding, and how its lines end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

BOM: Final = "\ufeff"
_LINE_END = re.compile(r"\r\n|\n")


class Splice(NamedTuple):
    """The characters from `start` to `end` give way to `text`."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """`text` with all `splices` made; those at one place in the order given. Raises ValueError where two overlap.

    >>> spliced("abc", [Splice(2, 3, "C"), Splice(0, 0, "x"), Splice(0, 0, "y")])
    'xyabC'
    """
    parts: list[str] = []
    done = 0
    for start, end, new in sorted(splices, key=lambda s: (s.start, s.end)):
        if start < done:
            raise ValueError("two changes meet in one place")
        parts += text[done:start], new
        done = end
    return "".join([*parts, text[done:]])


def line_end(text: str) -> str:
    r"""How lines end in `text`: as the first one does.

    >>> line_end("a\r\nb\r\n"), line_end("a")
    ('\r\n', '\n')
    """
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def without_mark(text: str) -> str:
    """`text` without the byte order mark at its start."""
    return text.removeprefix(BOM)
