"""A blank sheet as CSV, with the same rows of headings and the same example as the workbook."""

from __future__ import annotations

from dfgraph.base.language import Language
from dfgraph.base.sheets import to_csv
from dfgraph.sources.templates.sheet import BlankSheet


def to_csv_sheet(sheet: BlankSheet, language: Language) -> bytes:
    """The sheet as CSV that every spreadsheet opens; its first labels in `language`."""
    other: Language = "en" if language == "vi" else "vi"
    columns = [blank.column for blank in sheet.columns]
    rows = [
        [f"{c.title.say(language)}{' *' if c.required else ''}" for c in columns],
        [c.title.say(other) for c in columns],
        [c.name for c in columns],
        [blank.example for blank in sheet.columns],
    ]
    return to_csv(rows, marked=True)
