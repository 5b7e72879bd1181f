"""The graph brought up to date with facts that change, or have changed."""

from __future__ import annotations

from collections.abc import Sequence

from dfgraph.base.findings import Finding, Severity
from dfgraph.graph.build import build
from dfgraph.graph.build.pipeline import Work
from dfgraph.graph.store import GraphStore
from dfgraph.project.changing import Change
from dfgraph.project.keep import keep
from dfgraph.project.refreshing import Refresh, keep_refreshed, refresh
from dfgraph.project.settings import Places
from dfgraph.sources.schema import Ontology

Tried = Work | Refresh
"""A graph that is ready to be written: what changes in the one on disk, or where need be the whole of it in memory."""


def tried(places: Places, ontology: Ontology, changes: Sequence[Change]) -> Tried:
    """The project as it would be with `changes`, with nothing written: what was found is in its `report`.

    Told from what changes where it can be, else read, checked and built in memory.
    """
    instead = {change.path: change.text for change in changes}
    made = refresh(places, ontology, instead)
    if made is not None:
        return made
    store = GraphStore.in_memory(ontology.names.prefixes)
    work = Work(places.ontology, places.data, places.root, ontology, store)
    work.instead = instead
    build(work)
    return work


def new_errors(places: Places, ontology: Ontology, work: Tried) -> list[Finding]:
    """The errors that changes would bring in; what was wrong before is none of them."""
    errors = [f for f in work.report.findings if f.severity >= Severity.ERROR]
    if not errors:
        return []
    known = {_same(f) for f in tried(places, ontology, ()).report.findings}
    return [f for f in errors if _same(f) not in known]


def _same(finding: Finding) -> tuple[str, str, str | None, str]:
    """What a finding says, wherever on its lines it stands."""
    path = finding.location.path if finding.location else ""
    return finding.code, path, finding.subject, finding.message.en


def answer_with(places: Places, work: Tried) -> bool:
    """Makes the graph of `work` the one that answers, unless the facts have errors; whether it is.

    To be called under the lock under which it was tried, once the facts files say what it was made of.
    """
    if work.report.sound:
        if isinstance(work, Refresh):
            keep_refreshed(work, places)
        else:
            keep(work, places)
    return work.report.sound
