"""What things can be chosen by, placed by and counted by: the facets of the ontology, each a query with a role.

Each query is asked once for the whole graph; a network then takes what concerns its own things. The roles and their
columns are fixed; which classes and properties fill them is said in the files alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox

from dfgraph.base.errors import OntologyError
from dfgraph.base.language import Text
from dfgraph.base.query_files import QueryFile
from dfgraph.graph.store import GraphStore
from dfgraph.graph.store.labels import labels_of
from dfgraph.products.network.model import Period

COLUMNS: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "choice": (("value",), ("thing", "claim")),
    "when": (("thing", "since", "until"), ()),
    "position": (("thing", "longitude", "latitude"), ()),
    "moment": (("thing", "since", "until"), ()),
    "figure": (("thing", "series", "value"), ("unit", "qualifier", "about", "since", "until", "flow")),
}
"""For each role the columns that its query must select, and those that it may."""

_TIMES: Final = """
SELECT ?time ?text ?earliest ?latest WHERE {
  ?time a dfg:TimeSpan ; rdf:value ?text .
  OPTIONAL { ?time dfg:earliest ?earliest } OPTIONAL { ?time dfg:latest ?latest }
}
"""

_Row = dict[str, ox.NamedNode | ox.Literal]


@dataclass(frozen=True)
class ChoiceTable:
    """The values of one choice, by IRI of what has them; `ranked` tells that the query gives them in order."""

    key: str
    label: Text
    ranked: bool
    of_things: Mapping[str, Sequence[str]]
    of_claims: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Span:
    """The times between which something is, by IRI; empty where an end is open or unknown."""

    since: str = ""
    until: str = ""


@dataclass
class FigureRow:
    """One value of one figure, all by IRI but the value itself."""

    thing: str
    series: str
    value: str
    unit: str
    span: Span
    flow: bool = False
    qualifiers: list[str] = field(default_factory=list)
    about: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Facets:
    """The answers of all facets, by IRI, with the labels of all values and the bounds of all times."""

    choices: tuple[ChoiceTable, ...] = ()
    when: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    positions: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    moments: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    figures: tuple[FigureRow, ...] = ()
    labels: Mapping[str, Text] = field(default_factory=dict)
    times: Mapping[str, Period] = field(default_factory=dict)

    def period(self, span: Span) -> Period:
        """The days and the wording of a span."""
        since, until = (self.times.get(time) for time in (span.since, span.until))
        return Period(
            start=since.start if since else None,
            end=until.end if until else None,
            since=since.since if since else "",
            until=until.since if until else "",
        )


NO_FACETS: Final = Facets()


def read_facets(store: GraphStore, files: Iterable[QueryFile]) -> Facets:
    """The facets of an ontology, answered. Raises OntologyError where a role or a column is not known."""
    by_role: dict[str, list[tuple[QueryFile, list[_Row]]]] = {role: [] for role in COLUMNS}
    for file in sorted(files, key=lambda f: (float(f.header.get("order", 1000)), f.name)):
        by_role[_role(file)].append((file, _rows(store, file)))

    def rows(role: str) -> list[_Row]:
        return [row for _, of_file in by_role[role] for row in of_file]

    choices = tuple(_choice(file, of_file) for file, of_file in by_role["choice"])
    figures = _figures(rows("figure"))
    named = {v for c in choices for of in (c.of_things, c.of_claims) for values in of.values() for v in values}
    for figure in figures:
        named.update((figure.series, figure.unit, *figure.qualifiers, *figure.about))
    return Facets(
        choices=choices,
        when=_spans(rows("when")),
        positions={r["thing"].value: position for r in rows("position") if (position := _position(r))},
        moments=_spans(rows("moment")),
        figures=figures,
        labels=labels_of(store, named - {""}),
        times=_times(store),
    )


def _role(file: QueryFile) -> str:
    role = str(file.header.get("role", ""))
    if role in COLUMNS:
        return role
    message = Text("{path}: không có vai trò «{role}».", "{path}: there is no role “{role}”.")
    known = Text("Các vai trò: {known}.", "The roles are {known}.").fill(known=", ".join(COLUMNS))
    raise OntologyError(message.fill(path=file.path, role=role), known)


def _rows(store: GraphStore, file: QueryFile) -> list[_Row]:
    answer = store.run(file)
    needed, allowed = COLUMNS[_role(file)]
    columns = answer.columns
    missing = [c for c in needed if c not in columns]
    unknown = [c for c in columns if c not in (*needed, *allowed)]
    if missing or unknown or not {"thing", "claim"} & set(columns):
        message = Text("{path}: các cột phải là {wanted}.", "{path}: the columns must be {wanted}.")
        wanted = ", ".join(f"?{c}" for c in (*needed, *allowed))
        raise OntologyError(message.fill(path=file.path, wanted=wanted))
    return [
        {c: term for c, term in zip(columns, row, strict=True) if isinstance(term, ox.NamedNode | ox.Literal)}
        for row in answer.rows()
    ]


def _choice(file: QueryFile, rows: list[_Row]) -> ChoiceTable:
    tables: dict[str, dict[str, dict[str, None]]] = {"thing": {}, "claim": {}}
    for row in rows:
        for column, table in tables.items():
            if column in row:
                table.setdefault(row[column].value, {})[row["value"].value] = None
    things, claims = ({key: tuple(values) for key, values in table.items()} for table in tables.values())
    return ChoiceTable(file.name, file.phrase("title"), bool(file.header.get("ranked")), things, claims)


def _span(row: _Row) -> Span:
    return Span(*(row[c].value if c in row else "" for c in ("since", "until")))


def _spans(rows: list[_Row]) -> dict[str, Sequence[Span]]:
    found: dict[str, dict[Span, None]] = {}
    for row in rows:
        found.setdefault(row["thing"].value, {})[_span(row)] = None
    return {thing: tuple(spans) for thing, spans in found.items()}


def _position(row: _Row) -> tuple[float, float] | None:
    try:
        longitude, latitude = float(row["longitude"].value), float(row["latitude"].value)
    except (KeyError, ValueError):
        return None
    return (longitude, latitude) if abs(longitude) <= 180 and abs(latitude) <= 90 else None


def _figures(rows: list[_Row]) -> tuple[FigureRow, ...]:
    """One for each value of each figure: what is said several times of it is gathered."""
    found: dict[tuple[str, str, Span], FigureRow] = {}
    for row in rows:
        thing, value, span = row["thing"].value, row["value"].value, _span(row)
        unit = row["unit"].value if "unit" in row else ""
        flow = "flow" in row and row["flow"].value == "true"
        new = FigureRow(thing, row["series"].value, value, unit, span, flow)
        figure = found.setdefault((thing, value, span), new)
        for column, gathered in (("qualifier", figure.qualifiers), ("about", figure.about)):
            if column in row and row[column].value not in gathered:
                gathered.append(row[column].value)
    return tuple(found.values())


def _times(store: GraphStore) -> dict[str, Period]:
    found = {}
    for time, text, earliest, latest in store.query(_TIMES).rows():
        assert isinstance(time, ox.NamedNode)
        assert isinstance(text, ox.Literal)
        first, last = (day.value if isinstance(day, ox.Literal) else None for day in (earliest, latest))
        found[time.value] = Period(first, last, text.value, text.value)
    return found
