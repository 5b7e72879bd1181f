"""One size of the workload on disk, and how often to measure it."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from measuring import HERE, PYTHON, run

WORK = HERE / "work"


@dataclass(frozen=True, slots=True)
class Case:
    """A workload of so many facts, and its files."""

    count: int
    times: int

    @property
    def folder(self) -> Path:
        """Where its files stand."""
        return WORK / str(self.count)

    @property
    def is_large(self) -> bool:
        """Whether one run takes so long that there should be few."""
        return self.count > 20_000

    @property
    def records(self) -> int:
        """All its records: the facts, and what they refer to."""
        count: int = json.loads((self.folder / "counts.json").read_bytes())["records"]
        return count

    def project(self, form: str) -> Path:
        """The project whose facts are all `yaml` or all `csv`."""
        return self.folder / form

    def without_facts(self) -> Path:
        """A project with the same ontology and no facts."""
        folder = self.folder / "empty"
        (folder / "data").mkdir(parents=True, exist_ok=True)
        shutil.copytree(self.project("yaml") / "ontology", folder / "ontology", dirs_exist_ok=True)
        return folder

    @property
    def quads(self) -> Path:
        """Exactly the quads that reading, checking and loading put into the store, as N-Quads."""
        return self.folder / "loaded.nq"

    def prepare(self) -> None:
        """Writes its files."""
        run(PYTHON, "generate.py", self.folder, str(self.count))
        run(PYTHON, "probes/quads.py", self.project("yaml"), self.quads, "ontology")
