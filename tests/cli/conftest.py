from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from worlds import shipped, world

__all__ = ["dfgraph", "shipped", "world"]


class Outcome(NamedTuple):
    """What one command left: its exit code, and what it wrote to both streams."""

    code: int
    out: str
    err: str


@pytest.fixture
def dfgraph(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Runs a command line in this process, in English unless it says otherwise."""
    monkeypatch.setenv("DFGRAPH_LANG", "en")
    from dfgraph.cli.main import run

    def call(*arguments: object) -> Outcome:
        capfd.readouterr()
        code = run([str(a) for a in arguments])
        sys.stdout.flush()
        return Outcome(code, *capfd.readouterr())

    return call
