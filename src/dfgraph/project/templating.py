"""Blank sheets for the kinds of a project, with an example from its own facts."""

from __future__ import annotations

from pathlib import Path

from dfgraph.base.errors import SheetError
from dfgraph.base.files import write_file
from dfgraph.base.language import Language, Text
from dfgraph.base.text import nearest
from dfgraph.project.settings import Places
from dfgraph.sources.facts import read_book
from dfgraph.sources.schema import Kind, Schema, read_ontology
from dfgraph.sources.sheets import kind_named
from dfgraph.sources.templates import blank_sheet, to_csv_sheet, to_xlsx

FORMS = {".xlsx": to_xlsx, ".csv": to_csv_sheet}


def template(places: Places, kind: str, path: Path, language: Language) -> int:
    """Writes the blank sheet of a kind to `path`, by its ending; how many columns it has.

    Raises SheetError where there is no such kind, or something is at `path`: it may have been filled in.
    """
    if path.suffix.lower() not in FORMS:
        message = Text("Không viết được dạng «{ending}».", "Files that end in “{ending}” cannot be written.")
        remedy = Text("Hãy dùng {known}.", "Use {known}.").fill(known=", ".join(FORMS))
        raise SheetError(message.fill(ending=path.suffix), remedy)
    if path.exists():
        message = Text("{path} đã có.", "{path} is there already.").fill(path=path)
        raise SheetError(message, Text("Hãy chọn tên khác.", "Choose another name."))
    schema = read_ontology(places.ontology).schema
    entries = read_book(places.data, places.root).entries
    sheet = blank_sheet(schema, _kind(kind, schema), language, entries)
    write_file(path, FORMS[path.suffix.lower()](sheet, language))
    return len(sheet.columns)


def _kind(text: str, schema: Schema) -> Kind:
    found = kind_named(text, schema)
    if found is not None:
        return found
    message = Text("Không có loại «{kind}».", "There is no kind “{kind}”.").fill(kind=text)
    known = ", ".join(nearest(text, schema.kinds) or sorted(schema.kinds))
    raise SheetError(message, Text("Các loại: {known}.", "The kinds are {known}.").fill(known=known))
