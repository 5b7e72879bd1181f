"""What the facts of a project say, told by its graph: quick however many facts there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from dfgraph.graph.update import KnownFacts, Overlay, Unfit
from dfgraph.project.refreshing import refresh
from dfgraph.project.settings import Places
from dfgraph.project.targets import Holdings
from dfgraph.sources.schema import Ontology, Schema


class Looked(KnownFacts):
    """What a graph that is up to date says already, and what the facts files hold."""

    def __init__(self, schema: Schema, graph: Overlay, holdings: Holdings) -> None:
        super().__init__(schema, graph)
        self.holdings = holdings


@contextmanager
def looked_up(places: Places, ontology: Ontology) -> Iterator[Looked]:
    """The facts of a project as its graph tells them. Raises Unfit where that is not to be had."""
    made = refresh(places, ontology)
    if made is None or not made.report.sound:
        raise Unfit("there is no graph of these facts")
    try:
        graph = made.update.graph if made.update else Overlay(made.kept)
        yield Looked(ontology.schema, graph, made.built.holdings)
    finally:
        made.kept.close()
