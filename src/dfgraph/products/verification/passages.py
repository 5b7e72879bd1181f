"""The rows with which a file of passages begins: one for each paragraph of a text, with its digest."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final, NamedTuple

import pyoxigraph as ox

from dfgraph.base.errors import OntologyError
from dfgraph.base.language import LANGUAGES, Text
from dfgraph.base.names import DFG, OA, ONTOLOGY, RDF
from dfgraph.graph.store import GraphStore
from dfgraph.products.verification.citations import recorded_digests, verified_fields
from dfgraph.products.verification.model import Way
from dfgraph.products.verification.texts import SourceText, digest_of
from dfgraph.products.verification.verify import texts_of

_COLUMNS: Final = f"""
SELECT ?kind ?path ?key ?type WHERE {{ GRAPH <{ONTOLOGY}> {{
  dfg:Passage dfg:key ?kind .
  ?shape sh:targetClass dfg:Passage ; sh:property ?field .
  ?field sh:path ?path ; dfg:key ?key ; sh:order ?order .
  OPTIONAL {{ ?field sh:datatype ?type }}
  FILTER (?path NOT IN (dfg:page, dfg:characters))
}} }} ORDER BY ?order ?key
"""


class Passages(NamedTuple):
    """A sheet of passage records: its columns, and a row for each paragraph, in the order of the text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def to_csv(self) -> str:
        """CSV, as facts files have it."""
        buffer = io.StringIO(newline="")
        csv.writer(buffer, lineterminator="\n").writerows((self.columns, *self.rows))
        return buffer.getvalue()

    def to_json(self) -> list[dict[str, str]]:
        """Each row as an object, without its empty cells."""
        return [{c: cell for c, cell in zip(self.columns, row, strict=True) if cell} for row in self.rows]


def passages_of(store: GraphStore, texts: Sequence[SourceText], source: str) -> Passages:
    """What can be recorded of each paragraph of the text of a source (an id) without reading it.

    The columns are the fields of the ontology's passages. Raises TextsError where there is no text of the source, and
    OntologyError where the ontology has no passages.
    """
    fields = verified_fields(store)
    text = texts_of(store, texts, recorded_digests(store, fields), source).held[source].text
    digests = {path for (_, path), field in fields.items() if field.way is Way.DIGEST}
    kind, columns = _columns(store)

    def cell(path: str, number: int) -> str:
        if path in digests:
            return digest_of(text.paragraphs[number - 1])
        return {OA + "hasSource": source, DFG + "paragraph": str(number)}.get(path, "")

    numbers = range(1, len(text.paragraphs) + 1)
    rows = tuple((kind, *(cell(path, number) for path in columns.values())) for number in numbers)
    return Passages(("kind", *columns), rows)


def _columns(store: GraphStore) -> tuple[str, dict[str, str]]:
    """The key of the kind of passages, and its columns, each with the IRI of its property."""
    kind = ""
    columns: dict[str, str] = {}
    for name, path, key, type_ in store.query(_COLUMNS).rows():
        assert isinstance(name, ox.Literal)
        assert isinstance(path, ox.NamedNode)
        assert isinstance(key, ox.Literal)
        kind = name.value
        spoken = isinstance(type_, ox.NamedNode) and type_.value == RDF + "langString"
        for column in [f"{key.value}@{language}" for language in LANGUAGES] if spoken else [key.value]:
            columns[column] = path.value
    if not kind:
        raise OntologyError(Text("Bản thể học không có đoạn của nguồn.", "The ontology has no passages of sources."))
    return kind, columns
