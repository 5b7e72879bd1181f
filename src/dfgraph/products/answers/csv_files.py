"""An answer as a sheet for Excel and for programs: one row a row, things with their ids, numbers as numbers."""

from __future__ import annotations

from typing import Final

from dfgraph.base import sheets
from dfgraph.base.language import Language, Text
from dfgraph.graph.query import Row, Table
from dfgraph.products.answers.plain import BETWEEN, id_of, plain

_ID: Final = Text("{heading} (mã)", "{heading} (id)")
_REMARKS: Final = Text("Ghi chú", "Remarks")
_CITED: Final = (
    Text("Nguồn dẫn", "Citations"),
    Text("Nguồn dẫn (mã)", "Citations (id)"),
    Text("Nguồn dẫn (địa chỉ)", "Citations (address)"),
)


def to_csv(table: Table, language: Language, *, cite: bool = False, marked: bool = False) -> bytes:
    """A table as CSV, headings in the language of the reader.

    Beside a column that holds things stands one with their ids. A cited table has a column of remarks (a list that the
    source leaves open, an inference, a denial), and with `cite` three of its citations; several values are parted
    by ` | `. `marked` is for files, which Excel may open.
    """
    things = {at for at in range(len(table.columns)) if any(id_of(row.cells[at]) for row in table.rows)}
    headings: list[str] = []
    for at, column in enumerate(table.columns):
        said = column.heading.say(language)
        headings += [said, _ID.fill(heading=said).say(language)] if at in things else [said]
    if table.cited:
        headings += [text.say(language) for text in (_REMARKS, *(_CITED if cite else ()))]
    rows = [headings]
    for row in table.rows:
        cells: list[str] = []
        for at, cell in enumerate(row.cells):
            cells += [plain(cell, language), id_of(cell)] if at in things else [plain(cell, language)]
        if table.cited:
            cells += [_remarks(row, language), *(_citations(row, language) if cite else ())]
        rows.append(cells)
    return sheets.to_csv(rows, marked=marked)


def _remarks(row: Row, language: Language) -> str:
    return ", ".join(dict.fromkeys(mark.say(language) for citation in row.citations for mark in citation.marks))


def _citations(row: Row, language: Language) -> list[str]:
    said = [citation.say(language) for citation in row.citations]
    columns = (said, [c.source for c in row.citations], [c.url for c in row.citations])
    return [BETWEEN.join(dict.fromkeys(filter(None, column))) for column in columns]
