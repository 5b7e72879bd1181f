"""What a page needs to answer questions: the graph, packed, and the named questions with their parameters.

A fact stands in the store at least twice: in the graph of its claim and among all that holds. The page gets it once:
first the named graphs whose statements all hold, of which the page makes the default graph anew, then the rest as it
is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pyoxigraph as ox

from dfgraph.base.language import Text
from dfgraph.base.names import BASE, Names
from dfgraph.base.text import nfc
from dfgraph.graph.query import Catalog, NamedQuery
from dfgraph.graph.store import GraphStore
from dfgraph.graph.store.labels import labels_of
from dfgraph.products.views.built import gzipped

REST: Final = "\n# What follows stands only where it is written.\n"
"""The line between the two parts of the packed graph; the page's worker knows it."""


@dataclass(frozen=True, slots=True)
class SparqlPart:
    """The graph as base64 of gzipped TriG, and what the page is told of it as plain data."""

    graph: str
    payload: dict[str, Any]


def to_sparql(store: GraphStore, catalog: Catalog) -> SparqlPart:
    """The whole graph with its named questions; the same graph gives the same text. Takes seconds for a large one."""
    return SparqlPart(
        gzipped(_packed(store)),
        {
            "base": BASE,
            "prefixes": dict(sorted(store.prefixes.items())),
            "groups": [{"key": key, "title": _words(title)} for key, title in catalog.groups.items()],
            "questions": _questions(store, catalog),
            "quads": len(store),
        },
    )


def _packed(store: GraphStore) -> bytes:
    default = set(store.dump("", "nt").splitlines())
    named = sorted(set(store.dump(None, "nq").splitlines()) - default)
    holding, alone, told = [], [], set()
    for line in named:
        statement = line[: line.rindex(b" <")] + b" ."
        if statement in default:
            holding.append(line)
            told.add(statement)
        else:
            alone.append(line)
    return _trig(holding, store) + REST.encode() + _trig([*sorted(default - told), *alone], store)


def _trig(lines: Iterable[bytes], store: GraphStore) -> bytes:
    quads = list(ox.parse(b"\n".join(lines), format=ox.RdfFormat.N_QUADS, lenient=True))
    # Sorting keeps the order of the statements within each graph.
    quads.sort(key=lambda quad: quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else "")
    made = ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=dict(sorted(store.prefixes.items())))
    assert made is not None
    return made


def _questions(store: GraphStore, catalog: Catalog) -> list[dict[str, Any]]:
    """The questions in the order of their groups."""
    order = {group: place for place, group in enumerate(catalog.groups)}
    queries = sorted(catalog.queries.values(), key=lambda query: order.get(query.group, len(order)))
    names = Names(store.prefixes)
    classes = labels_of(store, {names.expand(p.range) for query in queries for p in query.parameters if p.range})
    return [_question(query, names, classes) for query in queries]


def _question(query: NamedQuery, names: Names, classes: Mapping[str, Text]) -> dict[str, Any]:
    parameters = []
    for parameter in query.parameters:
        range_ = names.expand(parameter.range) if parameter.range else ""
        # People see what a parameter is: as the answer's column of that name is headed, or the class of its things.
        label = query.columns.get(parameter.name) or classes.get(range_) or Text(parameter.name, parameter.name)
        told: dict[str, Any] = {
            "name": parameter.name,
            "label": _words(label),
            "help": _words(parameter.help),
            "required": parameter.required,
        }
        if range_:
            told["range"] = range_
        elif parameter.datatype:
            told["datatype"] = names.expand(parameter.datatype)
        parameters.append(told)
    return {
        "name": query.name,
        "title": _words(query.title),
        "group": query.group,
        "parameters": parameters,
        "columns": {name: _words(heading) for name, heading in query.columns.items()},
        "several": sorted(query.several),
        # The comments at the top are the header that is told above.
        "text": re.sub(r"\A(#[^\n]*\n)*\s*", "", query.text),
    }


def _words(text: Text) -> str | dict[str, str]:
    if text.vi == text.en:
        return nfc(text.vi)
    return {language: nfc(said) for language, said in text._asdict().items() if said}
