from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dfgraph.graph.store import GraphStore, keep_on_disk

PREFIXES = {"ex": "http://example.org/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}


@pytest.fixture(params=["memory", "disk"])
def holding(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], GraphStore]:
    """A store that holds some N-Quads: in memory, and kept on disk and opened for reading."""

    def make(quads: str) -> GraphStore:
        store = GraphStore.in_memory(PREFIXES)
        store.load(quads.encode())
        if request.param == "memory":
            return store
        store.dump_to(tmp_path / "quads.nq", None)
        keep_on_disk(tmp_path / "store", tmp_path / "quads.nq")
        return GraphStore.read_only(tmp_path / "store", PREFIXES)

    return make
