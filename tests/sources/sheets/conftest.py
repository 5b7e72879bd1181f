from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest
from openpyxl import Workbook

from dfgraph.sources.schema import Schema, read_ontology
from worlds import VILLAGE

MakeBook = Callable[..., bytes]


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="session")
def xlsx() -> MakeBook:
    """A workbook of rows; `shape` may change it before it is saved."""

    def make(rows: Iterable[Sequence[Any]], shape: Callable[[Any], None] | None = None, title: str = "Pact") -> bytes:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = title
        for row in rows:
            sheet.append(list(row))
        if shape:
            shape(sheet)
        return saved(book)

    return make


_ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0">
<office:automatic-styles>
 <number:date-style style:name="N1"><number:month/><number:year/></number:date-style>
 <style:style style:name="month" style:family="table-cell" style:data-style-name="N1"/>
</office:automatic-styles>
<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"""


@pytest.fixture(scope="session")
def ods() -> Callable[..., bytes]:
    """An OpenDocument spreadsheet of the tables that a test writes, and of other parts."""

    def make(body: str, **parts: str) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("content.xml", _ODS.format(body=body))
            for name, text in parts.items():
                package.writestr(name.replace("__", "/"), text)
        return buffer.getvalue()

    return make


@pytest.fixture(scope="session")
def village_schema() -> Schema:
    return read_ontology(VILLAGE / "ontology").schema
