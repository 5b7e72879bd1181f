"""The graph brought up to date with what changed in the facts since it was built, without building it from nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from dfgraph.base.errors import StoreError
from dfgraph.graph.build import BuildReport
from dfgraph.graph.build.pipeline import Progress, no_garbage
from dfgraph.graph.store import GraphStore, change_on_disk
from dfgraph.graph.update import Unfit, Update, Updating
from dfgraph.project.built import Built, facts_digests, ontology_digest, read_built, read_copy
from dfgraph.project.keep import put_in_place
from dfgraph.project.settings import Manifest, Places
from dfgraph.project.targets import holdings
from dfgraph.sources.facts import Book, read_book
from dfgraph.sources.schema import Ontology, read_ontology

Texts = Mapping[Path, str | None]
"""The texts of facts files, None where there is no file."""


@dataclass(slots=True)
class Refresh:
    """What the graph needs to say what the facts files say; nothing is written yet.

    `update` is None where the graph says it already; `built` is of what it will be built then.
    """

    manifest: Manifest
    kept: GraphStore
    built: Built
    update: Update | None

    @property
    def report(self) -> BuildReport:
        """What was found about the change."""
        return self.update.report if self.update else BuildReport(counts=dict(self.manifest.counts), changed=0)


def refresh(
    places: Places,
    ontology: Ontology | None = None,
    instead: Texts = MappingProxyType({}),
    progress: Progress | None = None,
) -> Refresh | None:
    """What brings the graph up to date; `instead` gives the texts of facts files that are about to be written.

    None where that cannot be told from what changed: there is no sound graph, the ontology has changed, very many
    records have, or something that much else hangs on. Then the graph must be built from nothing.
    """
    try:
        manifest = Manifest.read(places.manifest)
        built = read_built(places, manifest.store)
        if built is None or built.ontology != ontology_digest(places):
            return None
        files = facts_digests(places, instead)
        kept = GraphStore.read_only(places.stores / manifest.store, manifest.prefixes)
    except (OSError, StoreError):
        return None
    if files == built.files:
        return Refresh(manifest, kept, built, None)
    books = _books(places, built, files, instead)
    if books is None:
        return None
    ontology = ontology or read_ontology(places.ontology)
    try:
        with no_garbage():
            updating = Updating(ontology, places.ontology, kept, built.known)
            update = updating.run(*books, progress)
    except (Unfit, OSError):
        kept.close()
        return None
    unchanged = {shown: held for shown, held in built.holdings.items() if built.files.get(shown) == files.get(shown)}
    held = unchanged | holdings(books[1].entries, ontology.schema)
    return Refresh(manifest, kept, replace(built, files=files, holdings=held, known=update.known), update)


def keep_refreshed(made: Refresh, places: Places) -> None:
    """Writes what `refresh` told, and makes it the graph that answers; the lock must be held. Raises StoreError.

    The graph that answered until then is not touched: whoever reads it goes on reading it, and whatever stops the
    writing leaves it in place.
    """
    if made.update is None:
        made.kept.close()
        places.behind.unlink(missing_ok=True)
        return
    graph = made.update.graph

    def write(folder: Path) -> None:
        change_on_disk(made.kept, folder, graph.gone, graph.fresh)
        made.kept.close()

    put_in_place(places, made.built, made.manifest.prefixes, write)


def _books(places: Places, built: Built, files: Mapping[str, str], instead: Texts) -> tuple[Book, Book] | None:
    """The changed files as they were and as they are; None where either cannot be read."""
    differing = [shown for shown in {**built.files, **files} if built.files.get(shown) != files.get(shown)]
    before: dict[Path, str | None] = {}
    after: dict[Path, str | None] = {}
    for shown in differing:
        path = places.root / shown
        if shown in built.files:
            before[path] = read_copy(places, built.files[shown])
            if before[path] is None:
                return None
        if shown in files:
            after[path] = instead[path] if path in instead else _read(path)
            if after[path] is None:
                return None
    books = [read_book(places.data, places.root, (), texts) for texts in (before, after)]
    return books[0], books[1]


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode()
    except (OSError, ValueError):
        return None
