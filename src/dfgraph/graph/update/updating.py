"""A graph brought up to date with a few changed records: what a build from nothing would give, told from the change.

Nothing is written here. Where a change may have consequences that cannot be told from it alone, `Unfit` is raised, and
the graph must be built from nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dfgraph.base.findings import Finding, Severity
from dfgraph.base.names import ONTOLOGY
from dfgraph.base.query_files import read_query_files
from dfgraph.graph.build.focus import changeable, focus_of
from dfgraph.graph.build.locate import Origins
from dfgraph.graph.build.pipeline import BuildReport, Progress
from dfgraph.graph.build.rules import read_rules, strata
from dfgraph.graph.store import GraphStore
from dfgraph.graph.update.asserting import Asserting
from dfgraph.graph.update.bearing import Change, bearing, former_ids, refuse_bearing
from dfgraph.graph.update.deriving import Deriving, Facts, Neighbourhood
from dfgraph.graph.update.inspecting import Inspecting
from dfgraph.graph.update.known_index import KnownIndex
from dfgraph.graph.update.overlay import Overlay, Unfit
from dfgraph.graph.update.remembered import Remembered, remembered
from dfgraph.sources.facts import Book, Entry, check_book
from dfgraph.sources.facts.check import Checked
from dfgraph.sources.schema import Ontology

_FEW_RECORDS: Final = 20
_SHARE: Final = 100
"""Where more than a few records change, and more than one in so many, it is quicker to build from nothing."""


@dataclass(slots=True)
class Update:
    """A graph that is to be changed, what was found about the change, and what is to be remembered then."""

    graph: Overlay
    report: BuildReport
    known: Remembered


class Updating:
    """Brings the graph `kept` up to date. `folder` is that of the ontology, whose rules and checks are run."""

    def __init__(self, ontology: Ontology, folder: Path, kept: GraphStore, known: Remembered) -> None:
        self.ontology = ontology
        self.schema = ontology.schema
        self.folder = folder
        self.known = known
        self.graph = Overlay(kept)
        self.report = BuildReport(counts=dict(known.counts))

    def run(self, before: Book, after: Book, progress: Progress | None = None) -> Update:
        """The update by which files that said `before` say `after`. Raises Unfit."""
        leaving, coming = differing(before.entries, after.entries)
        if len(leaving) + len(coming) > max(_FEW_RECORDS, self.known.counts.get("records", 0) // _SHARE):
            raise Unfit("very many records have changed")
        self.report.changed = max(len(leaving), len(coming))
        with self.report.timed("check", progress):
            was, made = self._check(leaving, coming, after.findings)
        known = self.known
        if self.report.sound:
            with self.report.timed("load", progress):
                changed = self._restate(was, made, {entry.id for entry in (*leaving, *coming)})
            with self.report.timed("rules", progress):
                near = self._derive(changed)
            with self.report.timed("validate", progress):
                self._inspect(near, changed, made)
            self._count("records", len(coming) - len(leaving))
            self._count("files", after.files - before.files)
            known = remembered(self.report.counts, made).beside(known)
        self.report.findings = sorted(set(self.report.findings), key=Finding.sort_key)
        return Update(self.graph, self.report, known)

    def _check(
        self, leaving: Sequence[Entry], coming: Sequence[Entry], findings: Sequence[Finding]
    ) -> tuple[Checked, Checked]:
        """The claims that leave, as the graph has them, and those that come, checked against all others."""
        was = check_book(Book(list(leaving)), self.schema, KnownIndex(self.schema, self.graph))
        if was.twice or not self.known.twice.isdisjoint(claim.hash for claim in was.claims):
            raise Unfit("a claim that leaves is made twice")
        if any(finding.severity >= Severity.ERROR for finding in was.findings):
            raise Unfit("what leaves cannot be read as it was")
        others = Overlay(self.graph.kept)
        Asserting(others, self.ontology.terms).leave(was.claims)
        made = check_book(Book(list(coming), list(findings)), self.schema, KnownIndex(self.schema, others))
        self.report.findings.extend(made.findings)
        self._count("claims", len(made.claims) - len(was.claims))
        return was, made

    def _restate(self, was: Checked, made: Checked, ids: Collection[str]) -> Facts:
        """Puts the new claims in the place of the old ones, unless other records may then say something else."""
        index = KnownIndex(self.schema, self.graph)
        before = {id_: bearing(index, id_) for id_ in ids}
        changed = Asserting(self.graph, self.ontology.terms).replace(
            was.claims, made.claims, {**was.times, **made.times}
        )
        index = KnownIndex(self.schema, self.graph)
        marks = {claim.hash for claim in (*was.claims, *made.claims)}
        for id_ in ids:
            after = bearing(index, id_)
            refuse_bearing(Change(id_, before[id_], after), self.graph, self.known, marks)
            self._count("things", bool(after.kind) - bool(before[id_].kind))
        if self.known.refers(id_ for _, id_ in former_ids(was.claims) ^ former_ids(made.claims)):
            raise Unfit("records refer to a thing by the id that it had")
        return changed

    def _derive(self, changed: Facts) -> Neighbourhood:
        """Runs the rules for what the changed facts touch; what these change is added to `changed`."""
        small = GraphStore.in_memory(self.ontology.names.prefixes)
        small.load_triples(self.ontology.terms, ("", ONTOLOGY))
        small.load_triples(self.ontology.forms, (ONTOLOGY,))
        near = Neighbourhood(self.graph, small)
        deriving = Deriving(near, Asserting(self.graph, self.ontology.terms).holds)
        for group in strata(read_rules(self.folder / "rules", self.ontology)):
            changed |= deriving.run(group, changed)
        self._count("derived", deriving.count)
        return near

    def _inspect(self, near: Neighbourhood, changed: Facts, made: Checked) -> None:
        """Shapes and checks."""
        rules = read_query_files(self.folder / "rules")
        changing = changeable(self.schema, rules, self.ontology.names)
        files = read_query_files(self.folder / "checks")
        inspecting = Inspecting(near, self.ontology, Origins(made.claims, self.schema), changed)
        self.report.findings.extend(inspecting.shapes())
        checks = [(file, focus_of(file, self.ontology.names, changing)) for file in files]
        self.report.findings.extend(inspecting.checks(checks))
        if any(f.severity >= Severity.ERROR and f.location is None for f in self.report.findings):
            raise Unfit("what is wrong stands in a record that did not change")

    def _count(self, name: str, more: int) -> None:
        self.report.counts[name] = self.report.counts.get(name, 0) + more


def differing(before: Sequence[Entry], after: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The records of `before` that are no more, and those of `after` that were not; wherever they stand."""
    was, made = Counter(_said(entry) for entry in before), Counter(_said(entry) for entry in after)
    return _beyond(before, was - made), _beyond(after, made - was)


def _said(entry: Entry) -> str:
    return repr(entry.values)


def _beyond(entries: Sequence[Entry], more: Counter[str]) -> list[Entry]:
    """So many of the entries, the last ones of those that say the same."""
    found: list[Entry] = []
    for entry in reversed(entries):
        said = _said(entry)
        if more[said] > 0:
            more[said] -= 1
            found.append(entry)
    return found[::-1]
