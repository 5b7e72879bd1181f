"""The sources of an answer as numbered notes: each place in a source once, however many rows rest on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dfgraph.base.language import EMPTY, Language
from dfgraph.graph.query import Citation, Table


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a table: `cited[n - 1]` is note `n`, those of one source together; `rows` are the numbers by row."""

    cited: tuple[Citation, ...]
    rows: tuple[tuple[int, ...], ...]

    @property
    def sources(self) -> list[tuple[Citation, list[tuple[int, Citation]]]]:
        """Each source, by the first of its notes, with all of them and their numbers."""
        by_source: dict[str, list[tuple[int, Citation]]] = {}
        for number, citation in enumerate(self.cited, start=1):
            by_source.setdefault(citation.source, []).append((number, citation))
        return [(notes[0][1], notes) for notes in by_source.values()]


def notes_of(table: Table) -> Notes:
    """The notes of a table: sources in the order in which rows cite them, within a source from its start to its end."""
    rows = [[_as_said(citation) for citation in row.citations] for row in table.rows]
    sources = list(dict.fromkeys(citation.source for row in rows for citation in row))
    known = dict.fromkeys(citation for row in rows for citation in row)
    cited = sorted(known, key=lambda citation: (sources.index(citation.source), *_place(citation)))
    numbers = {citation: number for number, citation in enumerate(cited, start=1)}
    return Notes(tuple(cited), tuple(tuple(sorted({numbers[c] for c in row})) for row in rows))


def _as_said(citation: Citation) -> Citation:
    """The citation without what no reader is told of it: claims that differ in that alone share a note."""
    return replace(citation, claim="", confidence=EMPTY)


def _place(citation: Citation) -> tuple[int, int, str, str, bool]:
    return (
        citation.page or 0,
        citation.paragraph or 0,
        citation.characters,
        citation.say("en"),
        citation.disputes,
    )


def say_source(citation: Citation, language: Language) -> str:
    """The source of a note: title, publisher, date."""
    parts = [citation.title.say(language) or citation.source, citation.publisher, citation.date]
    return ", ".join(part for part in parts if part)


def say_note(citation: Citation, language: Language) -> str:
    """What a note says beside its source: place, speaker, marks, why it was inferred, what its curator remarks on it.

    Empty for the whole source without any of them.

    >>> from dfgraph.base.language import Text
    >>> say_note(Citation("", "source/a", EMPTY, paragraph=3, open_list=True, because=Text("", "by sum")), "en")
    '¶ 3 – inferred, open list (by sum)'
    """
    place = ", ".join(part for part in (citation.place, citation.speaker.say(language)) if part)
    marks = ", ".join(mark.say(language) for mark in citation.marks)
    if reason := citation.because.say(language):
        marks += f" ({reason})"
    return " – ".join(part for part in (place, marks, citation.note.say(language)) if part)


def numbered(numbers: Iterable[int]) -> str:
    """Numbers of notes as a row shows them: three or more in a run by the first and the last.

    >>> numbered([1, 2, 4, 5, 6])
    '[1] [2] [4]–[6]'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return " ".join(f"[{r[0]}]–[{r[-1]}]" if len(r) > 2 else " ".join(f"[{n}]" for n in r) for r in runs)
