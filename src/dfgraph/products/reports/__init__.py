"""Reports: several questions answered on one page. A report is a folder of the ontology."""

from dfgraph.products.reports.definition import ReportFiles, read_report, read_reports
from dfgraph.products.reports.gather import Report, Section, gather
from dfgraph.products.reports.grid import Grid, grid_of
from dfgraph.products.reports.page import NONE, limits_of, render

__all__ = [
    "NONE",
    "Grid",
    "Report",
    "ReportFiles",
    "Section",
    "gather",
    "grid_of",
    "limits_of",
    "read_report",
    "read_reports",
    "render",
]
