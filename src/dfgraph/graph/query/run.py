"""A question and its parameters to a table of things, values and citations."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

import pyoxigraph as ox

from dfgraph.base.errors import QueryError
from dfgraph.base.language import Language, Text
from dfgraph.base.names import BASE, Names
from dfgraph.base.times import TimeError, parse_time
from dfgraph.graph.query.binding import bind
from dfgraph.graph.query.catalog import NamedQuery, Parameter
from dfgraph.graph.query.cells import Cell, Several, to_cell
from dfgraph.graph.query.citations import Citation, citations_of, disputes_of
from dfgraph.graph.query.find import find_of_class
from dfgraph.graph.query.precision import most_precise
from dfgraph.graph.store import Answer, GraphStore, Term
from dfgraph.graph.store.labels import labels_of

CITATION_COLUMN: Final = "claim"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the query, and its heading."""

    name: str
    heading: Text


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells in the order of the columns, None where nothing is stated; and where it comes from."""

    cells: tuple[Cell | None, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """An answer for people: columns without the citation column, rows with their citations."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    cited: bool

    def to_json(self, language: Language) -> list[dict[str, Any]]:
        """A list of objects, one a row; unbound cells are null, `citations` is a list."""
        made = []
        for row in self.rows:
            cells: dict[str, Any] = {
                column.name: cell.to_json(language) if cell else None
                for column, cell in zip(self.columns, row.cells, strict=True)
            }
            if self.cited:
                cells["citations"] = [c.to_json(language) for c in row.citations]
            made.append(cells)
        return made


def ask(store: GraphStore, query: NamedQuery, given: Mapping[str, str], names: Names) -> Table:
    """The answer to a named question; `given` holds its parameters as a person typed them.

    Raises QueryError where a required parameter is missing or a name is not known.
    """
    terms = terms_of(store, query.parameters, given, names)
    return tabulate(store, store.query(bind(query.text, terms)), query.columns, names, query.several)


def terms_of(
    store: GraphStore, parameters: Sequence[Parameter], given: Mapping[str, str], names: Names
) -> dict[str, list[ox.NamedNode | ox.Literal]]:
    """What a person typed for each parameter, as terms. Raises QueryError for a missing, unknown or extra one."""
    terms: dict[str, list[ox.NamedNode | ox.Literal]] = {}
    for parameter in parameters:
        text = given.get(parameter.name)
        if text is not None:
            terms[parameter.name] = _terms(store, parameter, text, names)
        elif parameter.required:
            message = Text("Thiếu tham số {name} ({help}).", "The parameter {name} is missing ({help}).")
            raise QueryError(message.fill(name=parameter.name, help=parameter.help))
    for extra in given.keys() - {p.name for p in parameters}:
        message = Text("Không có tham số {name}.", "There is no parameter {name}.").fill(name=extra)
        known = Text("Các tham số: {p}.", "The parameters are {p}.").fill(
            p=", ".join(p.name for p in parameters) or "-"
        )
        raise QueryError(message, known)
    return terms


def _terms(store: GraphStore, parameter: Parameter, text: str, names: Names) -> list[ox.NamedNode | ox.Literal]:
    if parameter.range:
        return [ox.NamedNode(BASE + i) for i in find_of_class(store, text, names.expand(parameter.range))]
    if parameter.datatype:
        datatype = names.expand(parameter.datatype)
        if not _fits(text, datatype.rpartition("#")[2]):
            message = Text("«{text}» không hợp với tham số {name}.", "“{text}” does not fit the parameter {name}.")
            raise QueryError(message.fill(text=text, name=parameter.name), parameter.help)
        return [ox.Literal(text, datatype=ox.NamedNode(datatype))]
    return [ox.Literal(text)]


_LEXICAL: Final = {
    "integer": r"[+-]?[0-9]+",
    "decimal": r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)",
    "boolean": "true|false",
    "gYear": "[0-9]{4}",
    "gYearMonth": "[0-9]{4}-[0-9]{2}",
    "date": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
}


def _fits(text: str, datatype: str) -> bool:
    if not re.fullmatch(_LEXICAL.get(datatype, "(?s:.*)"), text):
        return False
    if datatype in ("gYear", "gYearMonth", "date"):
        try:
            parse_time(text)
        except TimeError:
            return False
    return True


def tabulate(
    store: GraphStore,
    answer: Answer,
    headings: Mapping[str, Text],
    names: Names,
    several: Container[str] = (),
) -> Table:
    """An answer as a table: things labelled, claims turned into citations; the order of rows is kept.

    Rows of one claim that differ in the columns `several` alone become one row, which holds all of their values; rows
    that then differ in their claim alone, or in how precisely they tell a time, become one row with several citations,
    those that deny a claim of it last.
    """
    variables = answer.columns
    cited = CITATION_COLUMN in variables
    at = variables.index(CITATION_COLUMN) if cited else -1
    many = [i for i, v in enumerate(variables) if v in several]
    single = [i for i, v in enumerate(variables) if v not in several and i != at]
    told: dict[tuple[tuple[Term | None, ...], Term | None], tuple[dict[Term, None], ...]] = {}
    for row in answer.rows():
        key = tuple(row[i] for i in single), row[at] if cited else None
        for values, i in zip(told.setdefault(key, tuple({} for _ in many)), many, strict=True):
            if (term := row[i]) is not None:
                values[term] = None
    merged: dict[tuple[tuple[Term | None, ...], tuple[tuple[Term, ...], ...]], list[str]] = {}
    for (terms, claim), gathered in told.items():
        claims = merged.setdefault((terms, tuple(map(tuple, gathered))), [])
        if isinstance(claim, ox.NamedNode):
            claims.append(claim.value)
    merged = most_precise(merged)
    disputes = disputes_of(store) if cited else {}
    for claims in merged.values():
        claims.extend(dict.fromkeys(d for c in claims for d in disputes.get(c, ())))
    shown = {t for terms, lists in merged for t in (*terms, *chain(*lists)) if isinstance(t, ox.NamedNode)}
    labels = labels_of(store, {term.value for term in shown})
    citations = citations_of(store, {c for claims in merged.values() for c in claims})
    columns = tuple(Column(v, headings.get(v) or Text(v, v)) for i, v in enumerate(variables) if i != at)
    rows = []
    for (terms, lists), claims in merged.items():
        cells: dict[int, Cell | None] = {
            i: to_cell(t, labels, names) if t is not None else None for i, t in zip(single, terms, strict=True)
        }
        for i, values_of in zip(many, lists, strict=True):
            cells[i] = Several.of(tuple(to_cell(t, labels, names) for t in values_of))
        rows.append(Row(tuple(cells[i] for i in sorted(cells)), tuple(citations[c] for c in claims if c in citations)))
    return Table(columns, tuple(rows), cited)
