from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dfgraph.project.keep import keep
from dfgraph.sources.schema import Ontology
from region import Region
from worlds import ROOT, shipped, world

__all__ = ["shipped", "world"]


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory, ontology: Ontology) -> Region:
    """The region, built; for tests to copy."""
    region = Region(tmp_path_factory.mktemp("pristine"), ontology)
    shutil.copytree(ROOT / "ontology", region.places.ontology)
    region.write()
    keep(region.built(), region.places)
    return region


@pytest.fixture
def region(pristine: Region, tmp_path: Path) -> Region:
    """The region, built, for one test to change."""
    return pristine.copy(tmp_path / "region")
