"""The facets of a scene: what to choose by, what happened when, and which figures were reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dfgraph.base.language import EMPTY, Text, say_number
from dfgraph.products.network.model import Choice, Edge, Figure, Marks, Moment
from dfgraph.products.views.scene.model import SceneFacet, SceneFigure, SceneMoment, SceneSeries, SceneWhen
from dfgraph.products.views.scene.notes import Notes, to_words
from dfgraph.products.views.scene.periods import say_period, to_when

Values = Mapping[str, Mapping[str, int]]
"""For the id of each value its place, by the key of its choice."""


def to_facets(choices: Iterable[Choice]) -> tuple[list[SceneFacet], Values]:
    """What to choose by; and by key, for the id of each value its place."""
    facets: list[SceneFacet] = []
    places: dict[str, dict[str, int]] = {}
    for choice in choices:
        facets.append(
            {
                "key": choice.key,
                "label": to_words(choice.label),
                "values": [to_words(label) for label in choice.values.values()],
                "ids": _short(list(choice.values)),
            }
        )
        places[choice.key] = {id_: place for place, id_ in enumerate(choice.values)}
    return facets, places


def chosen_by(marks: Marks, places: Values) -> dict[str, list[int]]:
    """The places of the values that a node or edge has, by key."""
    return {key: sorted(places[key][value] for value in values) for key, values in marks.choices.items()}


def dated(marks: Marks) -> list[SceneWhen]:
    """When a node or edge holds."""
    return [to_when(period) for period in marks.when]


def to_moments(moments: Iterable[Moment], edges: Iterable[Edge], notes: Notes) -> list[SceneMoment]:
    """The items of the timeline, each with the node or the edges that it is."""
    edges_of: defaultdict[str, list[int]] = defaultdict(list)
    for number, edge in enumerate(edges):
        if edge.via:
            edges_of[edge.via].append(number)
    items: list[SceneMoment] = []
    for moment in moments:
        item: SceneMoment = {
            "id": moment.id,
            "name": to_words(moment.label or Text(moment.id, moment.id)),
            "kind": to_words(moment.kind),
            "start": moment.period.start,
            "end": moment.period.end,
            "text": to_words(say_period(moment.period)),
            "notes": notes.number(moment.citations),
        }
        if moment.id in notes.node_at:
            item["node"] = notes.node_at[moment.id]
        if moment.id in edges_of:
            item["edge"] = edges_of[moment.id]
        items.append(item)
    return items


def to_figures(figures: Iterable[Figure], notes: Notes) -> tuple[list[SceneSeries], list[SceneFigure]]:
    """Figures, and the series that they belong to: those of one indicator in one unit."""
    series: dict[tuple[str, Text], int] = {}
    listed: list[SceneSeries] = []
    items: list[SceneFigure] = []
    for figure in figures:
        key = (figure.series, figure.unit)
        if key not in series:
            series[key] = len(listed)
            listed.append({"id": figure.series, "label": to_words(figure.series_label), "unit": to_words(figure.unit)})
        items.append(_figure(figure, series[key], notes))
    return listed, items


def _figure(figure: Figure, series: int, notes: Notes) -> SceneFigure:
    period = figure.period
    item: SceneFigure = {
        "id": figure.id,
        "series": series,
        "about": to_words(
            Text(*(", ".join(filter(None, names)) for names in zip(*(EMPTY, *figure.about.values()), strict=True)))
        ),
        "start": period.start if period else None,
        "end": period.end if period else None,
        "text": to_words(say_period(period)) if period else "",
        "value": float(figure.value),
        "said": to_words(_said(figure)),
        "hedged": bool(figure.hedge),
        "contested": figure.contested,
        "notes": notes.number(figure.citations),
    }
    node = next((notes.node_at[i] for i in (figure.id, *figure.about) if i in notes.node_at), None)
    if node is not None:
        item["node"] = node
    if figure.flow:
        item["flow"] = True
    return item


def _said(figure: Figure) -> Text:
    """A figure as it was said: hedge, number, unit.

    The unit stands in brackets, for its name does not bend with the number.
    """
    number, unit = say_number(figure.value), figure.unit
    parts = zip(figure.hedge, number, unit, strict=True)
    return Text(*(" ".join(filter(None, (hedge, value, of and f"({of})"))) for hedge, value, of in parts))


def _short(ids: list[str]) -> list[str]:
    """What links call values: the ends of their ids, or the whole where two ends are the same."""
    ends = [id_.rpartition("/")[2] for id_ in ids]
    return ends if len(set(ends)) == len(ends) else ids
