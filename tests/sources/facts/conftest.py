from __future__ import annotations

from pathlib import Path

import pytest

from dfgraph.sources.schema import Ontology, read_ontology
from telling import Tell, teller

HERE = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def tell() -> Tell:
    """What a text says when it stands beside the facts of the village."""
    return teller(read_ontology(HERE / "village" / "ontology"), HERE / "village" / "data")


@pytest.fixture(scope="session")
def tell_shipped(ontology: Ontology) -> Tell:
    """What a text says when it stands beside the facts that dfgraph ships."""
    return teller(ontology, HERE.parent / "data")
