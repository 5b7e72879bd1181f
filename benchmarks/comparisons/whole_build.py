"""Facts in YAML to a checked graph and four exports, whole processes: dfgraph against the usual tools."""

from __future__ import annotations

import shutil
from functools import partial

from comparisons.case import Case
from environments import environment
from measuring import DFGRAPH, Run, interleaved, median, run, wall
from table import Row

EXPORTS = ("nq", "ttl", "jsonld", "graphml")
TARGET = 6.0
LIMIT = 1800.0


def ours(case: Case) -> Run:
    """`dfgraph build`, then `dfgraph export`, as one run."""
    project = case.project("yaml")
    made = run(DFGRAPH, "build", folder=project)
    written = run(DFGRAPH, "export", *EXPORTS, folder=project)
    seconds = {"build": made.wall, "export": written.wall}
    return Run(sum(seconds.values()), made.cpu + written.cpu, max(made.peak, written.peak), {"seconds": seconds})


def measure(case: Case) -> dict[str, list[Row]]:
    """How many times as fast dfgraph is."""
    python = environment("usual-stack")
    output = case.folder / "usual-stack"
    shutil.rmtree(output, ignore_errors=True)
    theirs = partial(
        run, python, "peers/usual_stack.py", case.project("yaml"), case.folder / "mapping.json", output, limit=LIMIT
    )
    mine = interleaved({"dfgraph": partial(ours, case)}, case.times)["dfgraph"]
    usual = interleaved({"the usual stack": theirs}, 1)["the usual stack"][0]
    seconds = median(mine, wall)
    return {
        "Whole build with four exports": [
            Row("dfgraph", seconds, "s", note=_told(mine[0])),
            Row("the usual stack", usual.wall, "s", note=_told(usual)),
            Row("the usual stack / dfgraph", usual.wall / seconds, "×", "≥", TARGET),
        ]
    }


def _told(one: Run) -> str:
    steps = ", ".join(f"{step} {seconds:.2f}" for step, seconds in one.told["seconds"].items())
    return f"{steps}; peak {one.peak / 1e6:.0f} MB"
