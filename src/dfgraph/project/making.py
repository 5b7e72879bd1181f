"""A build from the folders of a project to the graph on its disk."""

from __future__ import annotations

from dfgraph.graph.build import BuildReport, build, prepare
from dfgraph.graph.build.pipeline import Progress
from dfgraph.project.built import ontology_digest
from dfgraph.project.keep import keep
from dfgraph.project.refreshing import keep_refreshed, refresh
from dfgraph.project.settings import Places


def make(places: Places, progress: Progress | None, *, write: bool, whole: bool = False) -> BuildReport:
    """Builds the project, and keeps the graph if `write` and nothing found is an error.

    What the graph on disk holds is not built again where that gives the same, unless `whole`; the report then tells
    what was found about the changes.
    """
    if write and not whole:
        made = refresh(places, progress=progress)
        if made is not None:
            if made.report.sound:
                with made.report.timed("write", progress):
                    keep_refreshed(made, places)
            return made.report
    begun = ontology_digest(places)
    work = prepare(places.ontology, places.data, places.root)
    report = build(work, progress)
    if write and report.sound:
        with report.timed("write", progress):
            keep(work, places, begun)
    return report
