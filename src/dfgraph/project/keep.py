"""The last step of a build: the new graph takes the place of the old one, whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

from dfgraph.base.errors import StoreError
from dfgraph.base.files import digest, file_error, new_folder
from dfgraph.graph.build.pipeline import Work
from dfgraph.graph.store import keep_on_disk
from dfgraph.project.settings import Manifest, Places


def keep(work: Work, places: Places) -> None:
    """Writes the graph of `work` to disk and makes it the one that answers.

    The new graph is written into a folder of its own; then the manifest is replaced, which is the moment it counts;
    then older graphs are removed. Whatever stops this before that moment (a full disk, Ctrl-C, kill) leaves the old
    graph in place. Raises StoreError.
    """
    name = inputs_digest(places)
    previous = _previous(places)
    if name == previous:
        name += "-again"
    try:
        passing = places.stores / f"{name}.nq"
        try:
            with new_folder(places.stores / name) as folder:
                work.store.dump_to(passing, None)
                # What was built is in the file now: its memory is needed for the store on disk.
                work.release()
                keep_on_disk(folder, passing)
        finally:
            passing.unlink(missing_ok=True)
        # From here on the folder stays whatever happens: the manifest may name it already.
        Manifest(name, work.ontology.names.prefixes, work.report.counts).write(places.manifest)
        places.behind.unlink(missing_ok=True)
    except OSError as error:
        raise file_error(error, places.stores) from error
    for old in places.stores.iterdir():
        if old.is_dir() and old.name != name:
            shutil.rmtree(old, ignore_errors=True)
        elif old.is_file():
            old.unlink(missing_ok=True)


def inputs_digest(places: Places) -> str:
    """A fingerprint of everything that a build reads: names and bytes of the files of ontology and data."""
    parts: list[bytes] = []
    for top in (places.ontology, places.data):
        for path in sorted(p for p in top.rglob("*") if p.is_file() and places.journal not in p.parents):
            parts.append(path.relative_to(places.root).as_posix().encode())
            parts.append(_bytes(path))
    return digest(*parts)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _previous(places: Places) -> str:
    try:
        return Manifest.read(places.manifest).store
    except StoreError:
        return ""
