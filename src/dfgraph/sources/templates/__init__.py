"""Blank sheets for people to fill in, made of what the schema says of a kind."""

from dfgraph.sources.templates.plain import to_csv_sheet
from dfgraph.sources.templates.sheet import BlankSheet, blank_sheet
from dfgraph.sources.templates.workbook import to_xlsx

__all__ = ["BlankSheet", "blank_sheet", "to_csv_sheet", "to_xlsx"]
