"""Exports: the graph as files that other programs read; the same bytes for the same graph."""

from dfgraph.products.exports.formats import FORMATS, Exported, Format

__all__ = ["FORMATS", "Exported", "Format"]
