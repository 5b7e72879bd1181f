"""Ids that a person may be about to type, for the completion of a shell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pyoxigraph as ox

from dfgraph.base.language import EMPTY, Text
from dfgraph.base.names import BASE
from dfgraph.base.text import fold, nfc
from dfgraph.graph.query.find import names_of_class, rank
from dfgraph.graph.store import GraphStore
from dfgraph.graph.store.labels import labels_of

_SPOKEN_OF: Final = """
SELECT DISTINCT ?thing ?name WHERE { ?thing skos:prefLabel|skos:altLabel ?name . ?claim dfg:about ?thing }
"""


def completions(store: GraphStore, typed: str, range_: str = "") -> list[tuple[str, Text]]:
    """The ids of things that `typed` may be a part of, with their labels, the likeliest first.

    It may stand anywhere in the id or a name, with marks or without. `range_` is the class (an IRI) of which they must
    be; without one, everything that has a name and of which a claim speaks.
    """
    things = names_of_class(store, range_) if range_ else _named(store)
    ids = _ranked(things, typed)
    labels = labels_of(store, [BASE + id_ for id_ in ids])
    return [(id_, labels.get(BASE + id_, EMPTY)) for id_ in ids]


def _named(store: GraphStore) -> dict[str, list[str]]:
    things: dict[str, list[str]] = {}
    for thing, name in store.query(_SPOKEN_OF).rows():
        if isinstance(thing, ox.NamedNode) and isinstance(name, ox.Literal):
            things.setdefault(thing.value.removeprefix(BASE), []).append(name.value)
    return things


def _ranked(things: Mapping[str, list[str]], typed: str) -> list[str]:
    """Ids that go on as they were typed come first: what a person has written is kept."""
    starting = sorted(id_ for id_ in things if id_.startswith(typed))
    wanted, folded = nfc(typed).strip(), fold(typed)
    if not folded:
        return starting
    hits = []
    for id_, names in things.items():
        ranks = [found for name in (id_, *names) if (found := rank(name, wanted, folded)) is not None]
        if ranks and not id_.startswith(typed):
            hits.append((min(ranks), id_))
    return [*starting, *(id_ for _, id_ in sorted(hits))]
