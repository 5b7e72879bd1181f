"""Where things stand in a project, and what its last build left."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dfgraph.base.errors import ProjectError, StoreError
from dfgraph.base.files import write_file
from dfgraph.base.language import Text

_FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of a project under `root`."""

    root: Path

    @property
    def ontology(self) -> Path:
        """What may be said."""
        return self.root / "ontology"

    @property
    def data(self) -> Path:
        """What is said."""
        return self.root / "data"

    @property
    def journal(self) -> Path:
        """What was changed, and how to take it back; a hidden folder, so that it is never read as facts."""
        return self.data / ".journal"

    @property
    def output(self) -> Path:
        """What is made; all of it can be deleted and made again."""
        return self.root / "output"

    @property
    def lock(self) -> Path:
        """Held while `output` is written."""
        return self.output / ".lock"

    @property
    def manifest(self) -> Path:
        """Names the graph that counts; replacing it is what makes a build take effect."""
        return self.output / "build.json"

    @property
    def behind(self) -> Path:
        """Stands while the facts say more than the graph."""
        return self.output / "behind"

    @property
    def built(self) -> Path:
        """Of what the graph was built: facts files as they were then, and what the build knew beyond its graph."""
        return self.output / "built"

    @property
    def positions(self) -> Path:
        """Where the nodes of each page stood."""
        return self.output / "positions"

    @property
    def stores(self) -> Path:
        """One folder for each graph that is kept."""
        return self.output / "store"


def find_project(start: Path) -> Places:
    """The project at `start` or in the nearest folder above it. Raises ProjectError where there is none."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "ontology" / "dfgraph.ttl").is_file():
            return Places(folder)
    raise ProjectError(
        Text("Không có dự án dfgraph ở {folder}.", "There is no dfgraph project in {folder}.").fill(folder=start),
        Text("Hãy tạo bằng «dfgraph init THƯ-MỤC».", "Make one with `dfgraph init FOLDER`."),
    )


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the last good build left: the folder of its graph, its prefixes, its counts."""

    store: str
    prefixes: Mapping[str, str]
    counts: Mapping[str, int]

    def write(self, path: Path) -> None:
        """Puts the manifest in place in one step."""
        told: dict[str, Any] = {
            "format": _FORMAT,
            "store": self.store,
            "counts": dict(self.counts),
            "prefixes": dict(self.prefixes),
        }
        write_file(path, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())

    @classmethod
    def read(cls, path: Path) -> Manifest:
        """The manifest at `path`. Raises StoreError where nothing has been built, or by another version."""
        remedy = Text("Hãy chạy «dfgraph build».", "Run `dfgraph build`.")
        try:
            told = json.loads(path.read_bytes())
            made = cls(str(told["store"]), dict(told["prefixes"]), dict(told["counts"]))
        except FileNotFoundError as error:
            raise StoreError(Text("Đồ thị chưa được dựng.", "The graph has not been built yet."), remedy) from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            message = Text("{path} hỏng: {why}.", "{path} is broken: {why}.").fill(path=path, why=error)
            raise StoreError(message, remedy) from error
        if told.get("format") != _FORMAT:
            raise StoreError(Text("Đồ thị do bản dfgraph khác dựng.", "Another dfgraph built the graph."), remedy)
        return made
