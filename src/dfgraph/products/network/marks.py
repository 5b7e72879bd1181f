"""The facets of a network: what its things can be chosen by, what happened to them, what was counted of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from dfgraph.base.language import Text
from dfgraph.base.names import BASE
from dfgraph.base.text import fold
from dfgraph.graph.query import Citation, Description
from dfgraph.products.network.facets import ChoiceTable, Facets, FigureRow, Span
from dfgraph.products.network.model import NO_TEXT, Choice, Figure, Marks, Moment

_Told = Mapping[str, Description]


def marks_of(facets: Facets, thing: str, claims: Iterable[str]) -> Marks:
    """What a thing (an IRI, empty for a bare relation) can be chosen by, with the claims (by IRI) about it."""
    claims = list(claims)
    choices = {table.key: found for table in facets.choices if (found := _values(table, thing, claims))}
    return Marks(
        choices=choices,
        when=tuple(facets.period(span) for span in facets.when.get(thing, ())),
        position=facets.positions.get(thing),
    )


def claims_about(description: Description | None) -> set[str]:
    """The claims (by IRI) that say what is said of a thing."""
    if description is None:
        return set()
    return {BASE + citation.claim for said in description.statements for citation in said.citations}


def choices_of(facets: Facets, marks: Iterable[Marks]) -> tuple[Choice, ...]:
    """The choices that these marks make use of, with the values that occur."""
    used: dict[str, set[str]] = {}
    for mark in marks:
        for key, values in mark.choices.items():
            used.setdefault(key, set()).update(values)
    return tuple(_choice(facets, table, used[table.key]) for table in facets.choices if table.key in used)


def moments_of(facets: Facets, shown: Collection[str], told: _Told) -> tuple[Moment, ...]:
    """What happened to the things that a network shows as nodes or edges, by date."""
    found = []
    for thing in sorted(facets.moments.keys() & set(shown)):
        description = told.get(thing)
        label = description.label if description else NO_TEXT
        for span in facets.moments[thing]:
            cited = _citations(description, (span.since, span.until))
            kind = description.kind if description else NO_TEXT
            found.append(Moment(thing.removeprefix(BASE), label, kind, facets.period(span), cited))
    return tuple(sorted(found, key=lambda m: (m.period.start or m.period.end or "", m.period.end or "", m.id)))


def figures_about(facets: Facets, shown: Collection[str]) -> list[FigureRow]:
    """The figures that a network shows, or that are about a thing which it shows."""
    things = set(shown)
    return [figure for figure in facets.figures if figure.thing in things or things & set(figure.about)]


def figures_of(facets: Facets, rows: Sequence[FigureRow], told: _Told) -> tuple[Figure, ...]:
    """These figures with their wording and their sources, series by series, each by date."""
    found = [_figure(facets, row, told.get(row.thing)) for row in rows]
    return tuple(sorted(found, key=_place))


def _values(table: ChoiceTable, thing: str, claims: list[str]) -> tuple[str, ...]:
    found = dict.fromkeys(table.of_things.get(thing, ()))
    for claim in claims:
        found.update(dict.fromkeys(table.of_claims.get(claim, ())))
    return tuple(sorted(value.removeprefix(BASE) for value in found))


def _choice(facets: Facets, table: ChoiceTable, used: set[str]) -> Choice:
    given = (v for of in (table.of_things, table.of_claims) for values in of.values() for v in values)
    ids = {value.removeprefix(BASE): facets.labels.get(value, NO_TEXT) for value in given}
    labels = {id_: label if label else Text(id_, id_) for id_, label in ids.items() if id_ in used}
    if not table.ranked:
        labels = dict(sorted(labels.items(), key=lambda item: (fold(item[1].say("vi")), item[0])))
    return Choice(table.key, table.label, labels)


def _citations(description: Description | None, values: Collection[object]) -> tuple[Citation, ...]:
    """Where one of these values is stated of a thing."""
    if description is None:
        return ()
    said = (s for s in description.statements if s.holds and s.value.value in values)
    return tuple(dict.fromkeys(citation for one in said for citation in one.citations))


def _figure(facets: Facets, row: FigureRow, description: Description | None) -> Figure:
    number = float(row.value)
    stated = [s for s in description.statements if s.value.value == number] if description else []
    hedges = [facets.labels.get(hedge, NO_TEXT) for hedge in row.qualifiers]
    return Figure(
        id=row.thing.removeprefix(BASE),
        series=row.series.removeprefix(BASE),
        series_label=facets.labels.get(row.series, NO_TEXT),
        value=row.value,
        unit=facets.labels.get(row.unit, NO_TEXT),
        hedge=Text(", ".join(h.vi for h in hedges if h.vi), ", ".join(h.en for h in hedges if h.en)),
        about={thing.removeprefix(BASE): facets.labels.get(thing, NO_TEXT) for thing in row.about},
        period=facets.period(row.span) if row.span != Span() else None,
        citations=_citations(description, (number,)),
        contested=any(s.contested for s in stated),
        flow=row.flow,
    )


def _place(figure: Figure) -> tuple[str, str, str, str, str, str]:
    """Where a figure stands among all."""
    start = (figure.period.start if figure.period else "") or ""
    about = " ".join(figure.about)
    return fold(figure.series_label.say("vi")), figure.series, start, about, figure.id, figure.value
