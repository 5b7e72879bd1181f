"""Answers as readers get them: rows with numbered sources, as CSV, as Markdown."""

from dfgraph.products.answers.csv_files import to_csv
from dfgraph.products.answers.markdown_files import table, to_markdown
from dfgraph.products.answers.notes import Notes, notes_of, say_note, say_source
from dfgraph.products.answers.sheet import Sheet, sheet_of

__all__ = ["Notes", "Sheet", "notes_of", "say_note", "say_source", "sheet_of", "table", "to_csv", "to_markdown"]
