"""The build, step by step: read, check, map, load, rules, validate, write.

Each step has one shape: it takes the work and carries it on. A step that finds errors does not stop the ones that can
still tell more; the graph on disk is replaced only when there are none.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dfgraph.base.findings import Finding, Severity
from dfgraph.base.names import ONTOLOGY
from dfgraph.base.query_files import read_query_files
from dfgraph.graph.build.checks import check_shapes, run_checks
from dfgraph.graph.build.locate import Origins
from dfgraph.graph.build.quads import quads
from dfgraph.graph.build.rules import apply_rules, read_rules, strata
from dfgraph.graph.store import GraphStore
from dfgraph.sources.facts import Book, check_book, read_book
from dfgraph.sources.facts.check import Checked
from dfgraph.sources.schema import Ontology, read_ontology

Progress = Callable[[str], None]


@dataclass(slots=True)
class BuildReport:
    """What a build did: findings in the order of the files, counts by name, seconds by step.

    `changed` is None where the graph was built from nothing. Else it tells how many records differ from those of the
    graph that was there; the findings are then about these alone.
    """

    findings: list[Finding] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    changed: int | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing found is an error."""
        return all(f.severity < Severity.ERROR for f in self.findings)

    @contextmanager
    def timed(self, step: str, progress: Progress | None) -> Iterator[None]:
        """Tells that a step begins, and takes its seconds."""
        if progress:
            progress(step)
        started = time.perf_counter()
        yield
        self.seconds[step] = time.perf_counter() - started


@dataclass(slots=True)
class Work:
    """A build under way: where it reads, and what each step has made so far.

    `instead` gives the texts of facts files that are read as if they said that.
    """

    ontology_folder: Path
    data_folder: Path
    shown_from: Path
    ontology: Ontology
    store: GraphStore
    book: Book = field(default_factory=Book)
    checked: Checked = field(default_factory=Checked)
    origins: Origins | None = None
    report: BuildReport = field(default_factory=BuildReport)
    instead: Mapping[Path, str | None] = field(default_factory=dict)

    def release(self) -> None:
        """Forgets records, claims and the graph; the ontology and the report stay."""
        self.book, self.checked, self.origins = Book(), Checked(), None
        self.store = GraphStore.in_memory(self.ontology.names.prefixes)


def prepare(ontology_folder: Path, data_folder: Path, shown_from: Path) -> Work:
    """A build of `data_folder` that has not begun. Raises OntologyError where the ontology is unsound."""
    ontology = read_ontology(ontology_folder)
    store = GraphStore.in_memory(ontology.names.prefixes)
    return Work(ontology_folder, data_folder, shown_from, ontology, store)


def read(work: Work) -> None:
    """Facts files to records."""
    work.book = read_book(work.data_folder, work.shown_from, instead=work.instead)
    work.report.counts["files"] = work.book.files
    work.report.counts["records"] = len(work.book.entries)


def check(work: Work) -> None:
    """Records to claims."""
    work.checked = check_book(work.book, work.ontology.schema)
    work.report.findings.extend(work.checked.findings)
    work.report.counts["things"] = work.checked.things
    work.report.counts["claims"] = len(work.checked.claims)


def load(work: Work) -> None:
    """Claims to quads, and these into the store."""
    work.store.load_triples(work.ontology.terms, ("", ONTOLOGY))
    work.store.load_triples(work.ontology.forms, (ONTOLOGY,))
    for chunk in quads(work.checked.claims, work.checked.times):
        work.store.load(chunk)


def rules(work: Work) -> None:
    """What follows from what is stated."""
    groups = strata(read_rules(work.ontology_folder / "rules", work.ontology))
    work.report.counts["derived"] = sum(apply_rules(work.store, [rule.file for rule in group]) for group in groups)


def validate(work: Work) -> None:
    """The whole graph against the shapes and the checks."""
    work.origins = Origins(work.checked.claims, work.ontology.schema)
    checks = read_query_files(work.ontology_folder / "checks")
    faulty = work.checked.faulty
    work.report.findings.extend(check_shapes(work.store, work.origins, faulty))
    work.report.findings.extend(run_checks(work.store, checks, work.origins))


STEPS: tuple[Callable[[Work], None], ...] = (read, check, load, rules, validate)


def build(work: Work, progress: Progress | None = None) -> BuildReport:
    """Runs all steps but the writing; the graph is then in `work.store`."""
    with no_garbage():
        for step in STEPS:
            with work.report.timed(step.__name__, progress):
                step(work)
    work.report.findings = sorted(set(work.report.findings), key=Finding.sort_key)
    return work.report


@contextmanager
def no_garbage() -> Iterator[None]:
    """Rests the cyclic collector: a build makes very many objects and no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
