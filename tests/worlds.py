"""The two projects that tests use: the one that is shipped, and a small world made in the test itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dfgraph import Project

ROOT = Path(__file__).parents[1]
VILLAGE = Path(__file__).parent / "village"
World = Callable[[Mapping[str, str]], Project]


def copy_project(target: Path) -> Path:
    """Ontology and data of the checkout, in a folder where a test may write."""
    for part in ("ontology", "data"):
        shutil.copytree(ROOT / part, target / part)
    return target


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Files by their paths under `folder`, with their text."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The shipped project, built; read it only."""
    folder = tmp_path_factory.getbasetemp() / "shipped"
    if not folder.exists():
        Project.open(copy_project(folder)).build()
    return Project.open(folder)


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Makes a project of the village's ontology and its two sources, and of the files that a test writes."""

    def make(files: Mapping[str, str]) -> Project:
        folder = tmp_path_factory.mktemp("world")
        shutil.copytree(VILLAGE / "ontology", folder / "ontology")
        write_files(folder, {"data/sources.yaml": (VILLAGE / "data" / "sources.yaml").read_text(encoding="utf-8")})
        write_files(folder, files)
        return Project.open(folder)

    return make
