"""A build from the folders of a project to the graph on its disk."""

from __future__ import annotations

import time

from dfgraph.graph.build import BuildReport, build, prepare
from dfgraph.graph.build.pipeline import Progress
from dfgraph.project.keep import keep
from dfgraph.project.settings import Places


def make(places: Places, progress: Progress | None, *, write: bool) -> BuildReport:
    """Builds the project, and keeps the graph if `write` and nothing found is an error."""
    work = prepare(places.ontology, places.data, places.root)
    report = build(work, progress)
    if write and report.sound:
        if progress:
            progress("write")
        started = time.perf_counter()
        keep(work, places)
        report.seconds["write"] = time.perf_counter() - started
    return report
