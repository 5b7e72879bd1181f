"""Sheets that people fill in, in any form that a spreadsheet can be saved in, as records that know their cells."""

from dfgraph.sources.sheets.columns import SKIP, Column, Part, columns_of
from dfgraph.sources.sheets.keeping import Plan, imported_from, plan, text_of_plan
from dfgraph.sources.sheets.layout import kind_named
from dfgraph.sources.sheets.mapping import SheetMapping
from dfgraph.sources.sheets.mapping_files import read_mapping
from dfgraph.sources.sheets.marking import marked
from dfgraph.sources.sheets.naming import name_rows
from dfgraph.sources.sheets.reading import read_table
from dfgraph.sources.sheets.records import SheetEntry, to_records
from dfgraph.sources.sheets.table import Table

__all__ = [
    "SKIP", "Column", "Part", "Plan", "SheetEntry", "SheetMapping", "Table", "columns_of", "imported_from",
    "kind_named", "marked", "name_rows", "plan", "read_mapping", "read_table", "text_of_plan", "to_records",
]  # fmt: skip
