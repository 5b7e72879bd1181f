"""The graph as a sheet: one row a statement, with its source, for people who live in spreadsheets."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from dfgraph.base import sheets
from dfgraph.base.language import Text
from dfgraph.base.names import BASE, Names
from dfgraph.graph.query import Citation, citations_of
from dfgraph.graph.store import GraphStore, Term
from dfgraph.graph.store.labels import labels_of

COLUMNS: Final = (
    "id", "label_vi", "label_en", "property", "property_vi", "property_en", "value", "value_vi", "value_en",
    "language", "source", "source_vi", "source_en", "publisher", "date", "url", "place", "speaker", "confidence",
    "inferred_because", "open_list", "claim",
)  # fmt: skip
_STATED: Final = """
SELECT ?thing ?property ?value ?claim WHERE {
  ?claim dfg:about ?thing . GRAPH ?claim { ?thing ?property ?value }
} ORDER BY ?thing ?property ?value ?claim
"""
_NOBODY: Final = Text("", "")


def to_csv(store: GraphStore, names: Names) -> bytes:
    """Every statement of every claim that holds, as CSV (RFC 4180, UTF-8 with the mark that Excel looks for).

    A cell that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    rows = [(_node(t), _node(p), v, _node(c)) for t, p, v, c in store.query(_STATED).rows() if v is not None]
    iris = {iri for t, p, v, _ in rows for iri in (t, p, *([v.value] if isinstance(v, ox.NamedNode) else []))}
    labels = labels_of(store, iris)
    citations = citations_of(store, {claim for *_, claim in rows})
    sheet = [list(COLUMNS)]
    for thing, property_, value, claim in rows:
        named = (labels.get(thing, _NOBODY), labels.get(property_, _NOBODY))
        cells = [names.compact(thing), *named[0], names.compact(property_), *named[1], *_value(value, labels, names)]
        sheet.append([*cells, *_source(citations.get(claim)), claim.removeprefix(BASE)])
    return sheets.to_csv(sheet, marked=True)


def _node(term: Term | None) -> str:
    assert isinstance(term, ox.NamedNode)
    return term.value


def _value(value: Term, labels: dict[str, Text], names: Names) -> tuple[str, ...]:
    if isinstance(value, ox.NamedNode):
        return (names.compact(value.value), *labels.get(value.value, _NOBODY), "")
    assert isinstance(value, ox.Literal)
    return (value.value, "", "", value.language or "")


def _source(citation: Citation | None) -> tuple[str, ...]:
    if citation is None:
        return ("",) * 11
    return (
        citation.source, *citation.title, citation.publisher, citation.date, citation.url, citation.place,
        citation.speaker.vi, citation.confidence.vi, citation.because.vi, "x" if citation.open_list else "",
    )  # fmt: skip
