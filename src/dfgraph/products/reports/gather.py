"""A report asked of a graph: its sections with their answers, before anything is laid out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pyoxigraph as ox

from dfgraph.base.language import Language, Text
from dfgraph.base.names import Names
from dfgraph.base.query_files import QueryFile, as_text
from dfgraph.graph.query import Cell, Row, Table, bind, tabulate, terms_of
from dfgraph.graph.query.cells import to_cell
from dfgraph.graph.store import GraphStore
from dfgraph.graph.store.labels import labels_of
from dfgraph.products.reports.definition import ReportFiles


@dataclass(frozen=True, slots=True)
class Section:
    """One answer: its title, how to read it, its rows, and below them the rows that sum up the others."""

    name: str
    title: Text
    about: Text
    table: Table
    totals: tuple[Row, ...]

    def to_json(self, language: Language) -> dict[str, Any]:
        """Plain data; `totals` only where there are any."""
        told: dict[str, Any] = {"name": self.name, "title": self.title.say(language)}
        told["rows"] = self.table.to_json(language)
        if self.totals:
            told["totals"] = replace(self.table, rows=self.totals).to_json(language)
        return told


@dataclass(frozen=True, slots=True)
class Report:
    """A title, a line on what is told, what the report was limited to, and the sections in order."""

    name: str
    title: Text
    about: Text
    limits: Mapping[str, tuple[Cell, ...]]
    sections: tuple[Section, ...]

    def to_json(self, language: Language) -> dict[str, Any]:
        """Plain data."""
        return {
            "name": self.name,
            "title": self.title.say(language),
            "limits": {name: [c.to_json(language) for c in cells] for name, cells in self.limits.items()},
            "sections": [section.to_json(language) for section in self.sections],
        }


def gather(store: GraphStore, files: ReportFiles, given: Mapping[str, str], names: Names) -> Report:
    """The report on a graph; `given` holds its parameters as a person typed them.

    Raises QueryError where a name is not known, OntologyError where a section is broken.
    """
    terms = terms_of(store, files.parameters, given, names)
    labels = labels_of(store, {t.value for bound in terms.values() for t in bound if isinstance(t, ox.NamedNode)})
    return Report(
        name=files.name,
        title=files.title,
        about=files.about,
        limits={name: tuple(to_cell(term, labels, names) for term in bound) for name, bound in terms.items()},
        sections=tuple(_section(store, file, terms, names) for file in files.sections),
    )


def _section(
    store: GraphStore, file: QueryFile, terms: Mapping[str, Sequence[ox.NamedNode | ox.Literal]], names: Names
) -> Section:
    answer = store.run(replace(file, text=bind(file.text, terms)))
    headings = {name: as_text(told) for name, told in (file.header.get("columns") or {}).items()}
    table = tabulate(store, answer, headings, names, file.header.get("several") or ())
    rows, totals = _apart(table.rows, file.phrase("total"))
    return Section(file.name, file.phrase("title"), file.phrase("about"), replace(table, rows=rows), totals)


def _apart(rows: tuple[Row, ...], total: Text) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows, and those that sum them up: where the header has a word for `total`, rows with an open first cell.

    A total that only says once more what the rows say is left out.
    """
    if not total:
        return rows, ()
    plain = tuple(row for row in rows if row.cells[0])
    summed = tuple(row for row in rows if not row.cells[0])
    if [row.cells[1:] for row in plain] == [row.cells[1:] for row in summed]:
        return plain, ()
    word = Cell("", total, None)
    return plain, tuple(replace(row, cells=(word, *row.cells[1:])) for row in summed)
