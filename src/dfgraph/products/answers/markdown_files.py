"""An answer as Markdown, as GitHub reads it: a table, and numbered notes below."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from dfgraph.base.language import Language
from dfgraph.products.answers.notes import Notes, say_note, say_source
from dfgraph.products.answers.sheet import Sheet

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>|~$&#@!^]")
_START: Final = re.compile(r"^([0-9]*)([.)+=-])(?=[\s+=-]|$)")


def to_markdown(sheet: Sheet, notes: Notes | None, language: Language) -> str:
    """A sheet as Markdown: title, table, remarks, and the notes as a numbered list."""
    parts = [f"**{inline(sheet.title)}**"] if sheet.title else []
    if sheet.rows:
        parts.append(table(sheet.headings, sheet.rows, sheet.numeric))
    parts += [inline(remark) for remark in sheet.remarks]
    if notes and notes.cited:
        parts.append("\n".join(_note(number, notes, language) for number in range(1, len(notes.cited) + 1)))
    return "\n\n".join(parts) + "\n"


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], numeric: Collection[int] = ()) -> str:
    r"""A table of plain text; columns of numbers are set to the right.

    >>> print(table(["Name", "n"], [["a|b", "1"]], {1}))
    | Name | n |
    | --- | ---: |
    | a\|b | 1 |
    """
    rule = ["---:" if at in numeric else "---" for at in range(len(headings))]
    lines = [map(inline, headings), rule, *(map(inline, row) for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def inline(text: str) -> str:
    r"""`text` on one line, with nothing in it that Markdown or HTML would read as more than text.

    >>> inline("<b>1*2</b> | [x](y)"), inline("1. a"), inline("- a")
    ('\\<b\\>1\\*2\\</b\\> \\| \\[x\\](y)', '1\\. a', '\\- a')
    """
    flat = " ".join(text.split())
    return _START.sub(r"\g<1>\\\g<2>", _SPECIAL.sub(r"\\\g<0>", flat))


def _note(number: int, notes: Notes, language: Language) -> str:
    citation = notes.cited[number - 1]
    source = inline(say_source(citation, language))
    if re.fullmatch(r"https?://[^\s<>\\|]+", citation.url):
        source = f"[{source}](<{citation.url}>)"
    told = say_note(citation, language)
    return f"{number}. {source}, {inline(told)}" if told else f"{number}. {source}"
