"""Of what a graph was built: so that a later build can tell what has changed since, and do only that."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dfgraph import __version__
from dfgraph.base.files import digest, write_file
from dfgraph.graph.update import Remembered
from dfgraph.project.settings import Places
from dfgraph.project.targets import Holding, Holdings
from dfgraph.sources.facts.book import fact_files


@dataclass(frozen=True, slots=True)
class Built:
    """What one graph was built of: fingerprints of the ontology and of the facts files, by the path that is shown.

    `holdings` tells what each file holds, `known` what the build knew beyond its graph.
    """

    ontology: str
    files: Mapping[str, str]
    holdings: Holdings
    known: Remembered

    @property
    def name(self) -> str:
        """A fingerprint of it all: the name of the folder of the graph."""
        return digest(
            self.ontology.encode(), *(f"{path}\0{mark}".encode() for path, mark in sorted(self.files.items()))
        )

    def write(self, places: Places, name: str) -> None:
        """Keeps it for the graph called `name`, and copies of the facts files that are not kept yet."""
        places.built.mkdir(parents=True, exist_ok=True)
        for shown, mark in self.files.items():
            copy = places.built / mark
            if not copy.exists():
                with suppress(OSError):
                    copy.write_bytes((places.root / shown).read_bytes())
        told = {
            "program": __version__,
            "ontology": self.ontology,
            "files": dict(sorted(self.files.items())),
            "holdings": dict(sorted(self.holdings.items())),
            "counts": dict(self.known.counts),
            "looked_up": {range_: sorted(names) for range_, names in _by_class(self.known)},
            "by_day": self.known.by_day,
            "twice": sorted(self.known.twice),
        }
        write_file(_path(places, name), (json.dumps(told, ensure_ascii=False) + "\n").encode())


def read_built(places: Places, name: str) -> Built | None:
    """Of what the graph called `name` was built; None where that is not known, or this is another dfgraph."""
    try:
        told: dict[str, Any] = json.loads(_path(places, name).read_bytes())
        if told["program"] != __version__:
            return None
        looked_up = frozenset((range_, name) for range_, names in told["looked_up"].items() for name in names)
        known = Remembered(dict(told["counts"]), looked_up, bool(told["by_day"]), frozenset(told["twice"]))
        holdings = {shown: Holding(*held) for shown, held in told["holdings"].items()}
        return Built(str(told["ontology"]), dict(told["files"]), holdings, known)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _by_class(known: Remembered) -> list[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for range_, name in known.looked_up:
        found.setdefault(range_, []).append(name)
    return sorted(found.items())


def read_copy(places: Places, mark: str) -> str | None:
    """What a facts file said when the graph was built; None where no sound copy is kept."""
    try:
        content = (places.built / mark).read_bytes()
        return content.decode("utf-8-sig") if digest(content) == mark else None
    except (OSError, ValueError):
        return None


def sweep(places: Places, built: Built, name: str) -> None:
    """Removes what was kept for other graphs than the one called `name`."""
    needed = {_path(places, name).name, *built.files.values()}
    for old in places.built.iterdir():
        if old.name not in needed:
            old.unlink(missing_ok=True)


def ontology_digest(places: Places) -> str:
    """A fingerprint of the ontology: the names and bytes of all its files. Raises OSError."""
    paths = sorted(p for p in places.ontology.rglob("*") if p.is_file())
    named = ((path.relative_to(places.ontology).as_posix().encode(), path.read_bytes()) for path in paths)
    return digest(*(part for pair in named for part in pair))


def facts_digests(places: Places, instead: Mapping[Path, str | None]) -> dict[str, str]:
    """Fingerprints of the facts files, with the texts of some given, by the path that is shown. Raises OSError."""
    found: dict[str, str] = {}
    for path in sorted({*fact_files(places.data), *instead}):
        text = instead.get(path)
        content = path.read_bytes() if path not in instead else None if text is None else text.encode()
        if content is not None:
            found[path.relative_to(places.root).as_posix()] = digest(content)
    return found


def _path(places: Places, name: str) -> Path:
    return places.built / f"{name}.json"
