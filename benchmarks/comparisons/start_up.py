"""How long a command takes to begin: help, and a query of the shipped graph, against an empty Python."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from comparisons.case import WORK
from measuring import DFGRAPH, HERE, PYTHON, interleaved, median, run, wall
from table import Row

QUERY = "SELECT ?agreement ?signed WHERE { ?agreement a dfg:Agreement ; dfg:signed ?signed } LIMIT 10"
HELP, ANSWER = 6.0, 12.0


def measure(times: int) -> dict[str, list[Row]]:
    """Rows in milliseconds and as ratios."""
    project = _shipped()
    runs = interleaved(
        {
            "python -c pass": partial(run, PYTHON, "-c", "pass", folder=project),
            "dfgraph --help": partial(run, DFGRAPH, "--help", folder=project),
            "dfgraph query": partial(run, DFGRAPH, "query", QUERY, folder=project),
        },
        times,
    )
    seconds = {name: median(several, wall) for name, several in runs.items()}
    empty = seconds["python -c pass"]
    rows = [Row("python -c pass", empty * 1000, "ms")]
    for name, target in (("dfgraph --help", HELP), ("dfgraph query", ANSWER)):
        note = f"{seconds[name] * 1000:.0f} ms"
        rows.append(Row(f"{name} / python -c pass", seconds[name] / empty, "×", "≤", target, note))
    return {"Start-up": rows}


def _shipped() -> Path:
    """A copy of the shipped facts and ontology, with its graph built."""
    folder = WORK / "shipped"
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("data", "ontology"):
        shutil.copytree(HERE.parent / part, folder / part)
    run(DFGRAPH, "build", folder=folder)
    return folder
