"""Nobody waits for a library that the command does not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dfgraph import Project
from worlds import shipped

__all__ = ["shipped"]

HEAVY = {"rdflib", "oxrdflib", "networkx", "pyvis", "pyshacl", "shacl", "jinja2", "numpy", "IPython", "rich"}
HEAVY |= {"prompt_toolkit", "openpyxl"}


def loaded_by(code: str) -> set[str]:
    """The heavy libraries that a fresh interpreter has loaded once it ran `code`."""
    told = f"{code}\nimport sys\nprint('loaded', *sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return set(done.stderr.rpartition("loaded")[2].split())


def running(*arguments: str) -> str:
    return f"from dfgraph.cli.main import run; assert run({list(arguments)!r}) == 0"


def test_the_package_loads_nothing_heavy() -> None:
    assert loaded_by("import dfgraph") == set()


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("build", "--help"), ("init", "--help"), ("import", "--help")],
    ids=" ".join,
)
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert loaded_by(running(*arguments)) == set()


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (("query", "ASK { ?s ?p ?o }"), set()),
        (("query", "SELECT ?s { ?s a dfg:Country }", "--format", "csv"), set()),
        (("query", "SELECT ?s { ?s a dfg:Country }"), {"rich"}),
        (("search", "hue", "--json"), set()),
        (("show", "country/la", "--json"), set()),
        (("show", "country/la"), {"rich"}),
        (("ask",), set()),
        (("add", "agreement", "--help"), set()),
        (("ask", "contested", "--json"), set()),
        (("report", "coverage", "--json"), set()),
        (("report", "coverage", "--format", "html", "-o", "-"), {"jinja2"}),
        (("check", "--json"), {"shacl"}),
    ],
    ids=lambda value: " ".join(sorted(value)),
)
def test_a_verb_loads_only_its_own(shipped: Project, arguments: tuple[str, ...], allowed: set[str]) -> None:
    assert loaded_by(running(*arguments, "--project", str(shipped.places.root))) <= allowed
