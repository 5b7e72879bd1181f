"""Verification of a project's facts as they stand in its files, whether or not they have been built."""

from __future__ import annotations

from pathlib import Path

from dfgraph.base.errors import QueryError
from dfgraph.base.findings import Severity
from dfgraph.base.language import Text
from dfgraph.base.names import DFG, is_id
from dfgraph.graph.build import prepare
from dfgraph.graph.build.locate import Origins
from dfgraph.graph.build.pipeline import Work, check, load, read
from dfgraph.graph.query import find_of_class
from dfgraph.products.verification import Passages, Verification, passages_of, read_texts, verify
from dfgraph.project.settings import Places

_SOURCE = DFG + "Source"


def verified(places: Places, texts: Path, source: str | None) -> Verification:
    """Looks up the citations of a project in the texts that a person holds; `source` (an id or a name) limits it."""
    held = read_texts(texts)
    work = _loaded(places)
    origins = Origins(work.checked.claims, work.ontology.schema)
    meant = None if source is None else _source(work, source)
    found = verify(work.store, held, origins.of, meant)
    found.refused = sum(f.severity is Severity.ERROR for f in work.checked.findings)
    return found


def passages(places: Places, texts: Path, source: str) -> Passages:
    """The rows of a file of passages for the text of a source; the source itself need not be recorded yet."""
    held = read_texts(texts)
    work = _loaded(places)
    return passages_of(work.store, held, source if is_id(source) else _source(work, source))


def _loaded(places: Places) -> Work:
    work = prepare(places.ontology, places.data, places.root)
    for step in (read, check, load):
        step(work)
    return work


def _source(work: Work, text: str) -> str:
    """The id of the one source that `text` means. Raises QueryError."""
    found = find_of_class(work.store, text, _SOURCE)
    if len(found) > 1:
        message = Text("«{text}» có thể là nhiều nguồn.", "“{text}” may be several sources.").fill(text=text)
        raise QueryError(message, Text("Hãy chọn: {c}.", "Choose one: {c}.").fill(c=", ".join(found)))
    return found[0]
