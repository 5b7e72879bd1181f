from __future__ import annotations

import pytest
from pyoxigraph import Quad

from ontology.example import Make, World, ontology_quads


@pytest.fixture(scope="session")
def loaded() -> list[Quad]:
    """The ontology as the build loads it."""
    return ontology_quads()


@pytest.fixture
def world(loaded: list[Quad]) -> Make:
    """Makes the world of an example."""
    return lambda trig: World(loaded).add(trig)
