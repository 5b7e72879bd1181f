"""The last step of a build: the new graph takes the place of the old one, whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from dfgraph.base.errors import StoreError
from dfgraph.base.files import file_error, new_folder, remove_unused
from dfgraph.graph.build.pipeline import Work
from dfgraph.graph.store import keep_on_disk
from dfgraph.graph.update import remembered
from dfgraph.project.built import Built, ontology_digest, sweep
from dfgraph.project.settings import Manifest, Places
from dfgraph.project.targets import holdings


def keep(work: Work, places: Places, ontology: str | None = None) -> None:
    """Writes the graph of `work` to disk and makes it the one that answers. Raises StoreError.

    `ontology` is the fingerprint of the ontology before it was read, where that is known.
    """
    held = holdings(work.book.entries, work.ontology.schema)
    known = remembered(work.report.counts, work.checked)
    built = Built(ontology or ontology_digest(places), work.book.digests, held, known)
    prefixes = work.ontology.names.prefixes

    def write(folder: Path) -> None:
        passing = folder.with_suffix(".nq")
        try:
            with new_folder(folder):
                work.store.dump_to(passing, None)
                # What was built is in the file now: its memory is needed for the store on disk.
                work.release()
                keep_on_disk(folder, passing)
        finally:
            passing.unlink(missing_ok=True)

    put_in_place(places, built, prefixes, write)


def put_in_place(places: Places, built: Built, prefixes: Mapping[str, str], write: Callable[[Path], None]) -> None:
    """Makes what `write` puts into a new folder the graph that answers.

    The new graph is written into a folder of its own; then the manifest is replaced, which is the moment it counts;
    then older graphs are removed that nobody reads. Whatever stops this before that moment (a full disk, Ctrl-C, kill)
    leaves the old graph in place. Raises StoreError.
    """
    name = built.name
    if name == _previous(places):
        name += "-again"
    folder = places.stores / name
    try:
        places.stores.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        try:
            write(folder)
            built.write(places, name)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        # From here on the folder stays whatever happens: the manifest may name it already.
        Manifest(name, prefixes, built.known.counts).write(places.manifest)
        places.behind.unlink(missing_ok=True)
    except OSError as error:
        raise file_error(error, places.stores) from error
    for old in places.stores.iterdir():
        if old.is_dir() and old.name != name:
            remove_unused(old)
        elif old.is_file():
            old.unlink(missing_ok=True)
    sweep(places, built, name)


def _previous(places: Places) -> str:
    try:
        return Manifest.read(places.manifest).store
    except StoreError:
        return ""
