"""What a report asks: a folder of the ontology with a `report.yaml`, and one `.rq` file for each of its sections."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dfgraph.base.errors import QueryError
from dfgraph.base.language import Text
from dfgraph.base.query_files import QueryFile, as_text, read_header, read_query_files
from dfgraph.base.text import nearest
from dfgraph.graph.query import Parameter, parameters_of

HEAD: Final = "report.yaml"
"""The file that makes a folder a report: title, about, parameters."""


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """One report: a name, a title, a line on what it tells, parameters, and its sections in order.

    Every section takes every parameter, so that a limit holds for the whole report.
    """

    name: str
    title: Text
    about: Text
    parameters: tuple[Parameter, ...]
    sections: tuple[QueryFile, ...]


def read_reports(folder: Path) -> dict[str, ReportFiles]:
    """The reports in `folder` by name; none where there is no such folder. Raises OntologyError."""
    return {path.parent.name: _read(path) for path in sorted(folder.glob(f"*/{HEAD}"))}


def read_report(folder: Path, name: str) -> ReportFiles:
    """One report. Raises QueryError with the nearest names where there is none."""
    reports = read_reports(folder)
    if name in reports:
        return reports[name]
    near = ", ".join(nearest(name, reports)) or ", ".join(reports) or "-"
    raise QueryError(
        Text("Không có báo cáo «{name}».", "There is no report “{name}”.").fill(name=name),
        Text("Có phải: {near}?", "Did you mean: {near}?").fill(near=near),
    )


def _read(path: Path) -> ReportFiles:
    head = read_header(path)
    sections = read_query_files(path.parent)
    return ReportFiles(
        name=path.parent.name,
        title=as_text(head.get("title")),
        about=as_text(head.get("about")),
        parameters=parameters_of(head),
        sections=tuple(sorted(sections, key=lambda file: (float(file.header.get("order", 1000)), file.name))),
    )
