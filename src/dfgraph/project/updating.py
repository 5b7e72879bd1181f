"""The graph brought up to date with facts that change, or have changed."""

from __future__ import annotations

from collections.abc import Sequence

from dfgraph.base.findings import Finding, Severity
from dfgraph.graph.build import build
from dfgraph.graph.build.pipeline import Work
from dfgraph.graph.store import GraphStore
from dfgraph.project.changing import Change
from dfgraph.project.keep import keep
from dfgraph.project.settings import Places
from dfgraph.sources.schema import Ontology


def tried(places: Places, ontology: Ontology, changes: Sequence[Change]) -> Work:
    """The project as it would be with `changes`: read, checked and built in memory, with nothing written."""
    store = GraphStore.in_memory(ontology.names.prefixes)
    work = Work(places.ontology, places.data, places.root, ontology, store)
    work.instead = {change.path: change.text for change in changes}
    build(work)
    return work


def new_errors(places: Places, work: Work) -> list[Finding]:
    """The errors that changes would bring in; what was wrong before is none of them."""
    errors = [f for f in work.report.findings if f.severity >= Severity.ERROR]
    if not errors:
        return []
    known = {_same(f) for f in tried(places, work.ontology, ()).report.findings}
    return [f for f in errors if _same(f) not in known]


def _same(finding: Finding) -> tuple[str, str, str | None, str]:
    """What a finding says, wherever on its lines it stands."""
    path = finding.location.path if finding.location else ""
    return finding.code, path, finding.subject, finding.message.en


def answer_with(places: Places, work: Work) -> bool:
    """Makes the graph of `work` the one that answers, unless the facts have errors; whether it is.

    To be called under the lock, once the facts files say what `work` was built of.
    """
    if work.report.sound:
        keep(work, places)
    return work.report.sound
