from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from dfgraph.sources.schema import Ontology, Schema, read_ontology

HERE = Path(__file__).parent

settings.register_profile("dfgraph", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("dfgraph")


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    """The ontology that dfgraph ships."""
    return read_ontology(HERE.parent / "ontology")


@pytest.fixture(scope="session")
def schema(ontology: Ontology) -> Schema:
    """What may be said in the ontology that dfgraph ships."""
    return ontology.schema


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """The folder of a small made-up project, with five kinds and a few sound facts; the test may write in it."""
    return Path(shutil.copytree(HERE / "village", tmp_path / "village"))
