"""A project folder: its ontology, its facts, and the graph that was built of them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dfgraph.base.files import locked
from dfgraph.base.names import Names
from dfgraph.graph.query import (
    Catalog,
    Description,
    Found,
    Table,
    ask,
    describe,
    find_one,
    read_catalog,
    search,
)
from dfgraph.graph.store import Answer, GraphStore
from dfgraph.project.settings import Manifest, Places, find_project

if TYPE_CHECKING:
    from dfgraph.graph.build import BuildReport
    from dfgraph.graph.build.pipeline import Progress


class Project:
    """Everything that can be done with a project; each method is one act of the command line.

    >>> Project.open("/nowhere")
    Traceback (most recent call last):
    ...
    dfgraph.base.errors.ProjectError: There is no dfgraph project in /nowhere. Make one with `dfgraph init FOLDER`.
    """

    def __init__(self, places: Places) -> None:
        self.places = places

    @classmethod
    def open(cls, folder: str | Path = ".") -> Project:
        """The project in `folder` or above it. Reads nothing yet; raises ProjectError where there is none."""
        return cls(find_project(Path(folder)))

    def build(self, progress: Progress | None = None) -> BuildReport:
        """Facts to graph; the new graph takes the place of the old one if no finding is an error."""
        from dfgraph.project.making import make

        with locked(self.places.lock):
            return make(self.places, progress, write=True)

    def check(self, progress: Progress | None = None) -> BuildReport:
        """All findings of a build, with nothing written."""
        from dfgraph.project.making import make

        return make(self.places, progress, write=False)

    @cached_property
    def manifest(self) -> Manifest:
        """What the last good build left. Raises StoreError where there was none."""
        return Manifest.read(self.places.manifest)

    @cached_property
    def store(self) -> GraphStore:
        """The graph of the last good build, for reading."""
        return GraphStore.read_only(self.places.stores / self.manifest.store, self.manifest.prefixes)

    @cached_property
    def names(self) -> Names:
        """Prefixes, and the short form of IRIs."""
        return Names(self.manifest.prefixes)

    @cached_property
    def catalog(self) -> Catalog:
        """The named questions of the project's ontology."""
        return read_catalog(self.places.ontology / "queries")

    def query(self, text: str) -> Answer:
        """The answer to a SPARQL query over all that holds."""
        return self.store.query(text)

    def ask(self, question: str, **parameters: str) -> Table:
        """The answer to a named question; parameters as a person would type them."""
        return ask(self.store, self.catalog.get(question), parameters, self.names)

    def search(self, text: str, limit: int = 20) -> list[Found]:
        """Things by name, best first."""
        return search(self.store, text, limit)

    def show(self, thing: str) -> Description:
        """One thing, by id or name, with all that is said of it."""
        return describe(self.store, find_one(self.store, thing), self.names)


