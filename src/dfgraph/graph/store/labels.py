"""What things are called, by query."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from dfgraph.base.language import Text
from dfgraph.base.names import ONTOLOGY
from dfgraph.graph.store.oxigraph import GraphStore

_LABELS = """
SELECT ?thing ?label WHERE {{
  VALUES ?thing {{ {things} }}
  {{ ?thing skos:prefLabel ?label }} UNION {{ ?thing rdfs:label ?label }}
  UNION {{ GRAPH <{ontology}> {{ ?thing rdfs:label ?label }} }} UNION {{ ?thing rdf:value ?label }}
}}
"""
_BATCH = 2000


def labels_of(store: GraphStore, iris: Iterable[str]) -> dict[str, Text]:
    """The labels of things, terms and times, in both languages; nothing for an IRI that has none."""
    wanted = sorted(set(iris))
    found: dict[str, Text] = {}
    for start in range(0, len(wanted), _BATCH):
        things = " ".join(str(ox.NamedNode(iri)) for iri in wanted[start : start + _BATCH])
        # Put in order here, so that of several labels the same one counts each time: the store would take far longer.
        for thing, label in sorted(store.query(_LABELS.format(things=things, ontology=ONTOLOGY)).rows(), key=str):
            assert isinstance(thing, ox.NamedNode)
            assert isinstance(label, ox.Literal)
            known = found.get(thing.value, Text("", ""))
            if label.language == "en":
                known = Text(known.vi, known.en or label.value)
            elif label.language == "vi":
                known = Text(known.vi or label.value, known.en)
            elif not label.language:
                known = Text(known.vi or label.value, known.en or label.value)
            found[thing.value] = known
    return found
