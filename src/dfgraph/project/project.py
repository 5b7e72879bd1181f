"""A project folder: its ontology, its facts, and the graph that was built of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dfgraph.base.errors import QueryError, StoreError
from dfgraph.base.files import write_file
from dfgraph.base.language import Language, Text
from dfgraph.base.names import Names
from dfgraph.base.query_files import QueryFile, read_query_files
from dfgraph.graph.store import Answer, GraphStore
from dfgraph.project.settings import Manifest, Places, find_project

if TYPE_CHECKING:
    # What a verb does not use, it does not import: start-up is most of what a query takes.
    from dfgraph.graph.build import BuildReport
    from dfgraph.graph.build.pipeline import Progress
    from dfgraph.graph.query import Catalog, Description, Found, NamedQuery, Table
    from dfgraph.graph.store.rdflib_view import Dataset
    from dfgraph.products.network import Network
    from dfgraph.products.reports import Report, ReportFiles
    from dfgraph.products.verification import Passages, Verification
    from dfgraph.project.adding import Added, Wishes
    from dfgraph.project.carrying import Decide, Manner, Outcome
    from dfgraph.project.history import History
    from dfgraph.project.journal import Entry
    from dfgraph.project.planning import Plan
    from dfgraph.project.viewing import PageOptions, Viewing
    from dfgraph.sources.drafts import Draft
    from dfgraph.sources.schema import Ontology


class Project:
    """Everything that can be done with a project; each method is one act of the command line.

    >>> Project.open("/nowhere")
    Traceback (most recent call last):
    ...
    dfgraph.base.errors.ProjectError: There is no dfgraph project in /nowhere. Make one with `dfgraph init FOLDER`.
    """

    def __init__(self, places: Places) -> None:
        self.places = places

    @classmethod
    def open(cls, folder: str | Path = ".") -> Project:
        """The project in `folder` or above it. Reads nothing yet; raises ProjectError where there is none."""
        return cls(find_project(Path(folder)))

    def build(self, progress: Progress | None = None, *, whole: bool = False) -> BuildReport:
        """Facts to graph; the new graph takes the place of the old one if no finding is an error.

        Only what changed since the last build is built where that gives the same, unless `whole`; see `BuildReport`.
        """
        from dfgraph.project.changing import writing
        from dfgraph.project.making import make

        with writing(self.places, wait=0):
            report = make(self.places, progress, write=True, whole=whole)
        self._forget()
        return report

    def _forget(self) -> None:
        for known in ("manifest", "store", "names"):
            self.__dict__.pop(known, None)

    def check(self, progress: Progress | None = None) -> BuildReport:
        """All findings of a build, with nothing written."""
        from dfgraph.project.making import make

        return make(self.places, progress, write=False)

    def verify(self, texts: str | Path, source: str | None = None) -> Verification:
        """The facts as written, against texts of their sources in a folder; of one source, or of all."""
        from dfgraph.project.verifying import verified

        return verified(self.places, Path(texts), source)

    def passages(self, texts: str | Path, source: str) -> Passages:
        """The rows that begin a file of passages for the text of a source."""
        from dfgraph.project.verifying import passages

        return passages(self.places, Path(texts), source)

    @cached_property
    def ontology(self) -> Ontology:
        """What may be said in this project. Raises OntologyError where its ontology cannot be used."""
        from dfgraph.sources.schema import read_ontology

        return read_ontology(self.places.ontology)

    def add(self, drafts: Sequence[Draft], accept: Callable[[Plan], bool], wishes: Wishes | None = None) -> Added:
        """Adds records, once the plan of it is accepted; the graph then answers with them."""
        from dfgraph.project.adding import add

        added = add(self.places, self.ontology, drafts, accept, wishes)
        if added.current:
            self._forget()
        return added

    def correct(self, decide: Decide, manner: Manner) -> Outcome:
        """Changes facts as `decide` says, unless that brings errors in; the graph then answers with them."""
        from dfgraph.project.carrying import carry_out

        outcome = carry_out(self.places, self.ontology, decide, manner)
        if outcome.current:
            self._forget()
        return outcome

    def history(self, thing: str) -> History:
        """What happened to a thing: its claims with their dates, and what was changed."""
        from dfgraph.project.history import history

        return history(self.places, self.ontology.schema, thing)

    def journal(self) -> list[Entry]:
        """All changes of the facts, the oldest first."""
        from dfgraph.project.journal import read_journal

        return read_journal(self.places.journal)

    @cached_property
    def manifest(self) -> Manifest:
        """What the last good build left. Raises StoreError where there was none."""
        return Manifest.read(self.places.manifest)

    @cached_property
    def store(self) -> GraphStore:
        """The graph of the last good build, for reading."""
        try:
            return GraphStore.read_only(self.places.stores / self.manifest.store, self.manifest.prefixes)
        except StoreError:
            # Another one may have taken its place since the manifest was read.
            newer = Manifest.read(self.places.manifest)
            if newer.store == self.manifest.store:
                raise
            self.__dict__["manifest"] = newer
            return self.store

    @cached_property
    def names(self) -> Names:
        """Prefixes, and the short form of IRIs."""
        return Names(self.manifest.prefixes)

    @cached_property
    def catalog(self) -> Catalog:
        """The named questions of the project's ontology."""
        from dfgraph.graph.query import read_catalog

        return read_catalog(self.places.ontology / "queries")

    def question(self, name: str) -> NamedQuery:
        """One of the named questions. Raises QueryError with the nearest names where there is none."""
        from dfgraph.graph.query import read_question

        return read_question(self.places.ontology / "queries", name)

    @cached_property
    def networks(self) -> dict[str, QueryFile]:
        """The networks of the project's ontology, in the order that they give themselves."""
        files = read_query_files(self.places.ontology / "networks")
        return {f.name: f for f in sorted(files, key=lambda f: (float(f.header.get("order", 1000)), f.name))}

    def query(self, text: str) -> Answer:
        """The answer to a SPARQL query over all that holds."""
        return self.store.query(text)

    def rdflib(self) -> Dataset:
        """The same graph through rdflib."""
        from dfgraph.graph.store.rdflib_view import as_rdflib

        return as_rdflib(self.store)

    def ask(self, question: str, **parameters: str) -> Table:
        """The answer to a named question; parameters as a person would type them."""
        from dfgraph.graph.query import ask

        return ask(self.store, self.question(question), parameters, self.names)

    def search(self, text: str, limit: int = 20) -> list[Found]:
        """Things by name, best first."""
        from dfgraph.graph.query import search

        return search(self.store, text, limit)

    def show(self, thing: str) -> Description:
        """One thing, by id or name, with all that is said of it."""
        from dfgraph.graph.query import describe, find_one

        return describe(self.store, find_one(self.store, thing), self.names)

    def exported(self, format_: str, network: str = "everything") -> bytes:
        """The graph in one of the formats of export."""
        from dfgraph.products.exports import FORMATS, Exported

        return FORMATS[format_].write(Exported(self.store, self.names, self.networks.get(network)))

    def export(self, formats: Sequence[str], network: str = "everything", path: Path | None = None) -> list[Path]:
        """Writes the graph in several formats into `output/export`, or in one to `path`; the files, in that order."""
        from dfgraph.products.exports import FORMATS

        written = []
        for name in formats:
            target = path or self.places.output / "export" / f"dfgraph{FORMATS[name].suffix}"
            write_file(target, self.exported(name, network))
            written.append(target)
        return written

    def network(self, name: str | None = None, parameters: Mapping[str, str] | None = None, hops: int = 1) -> Network:
        """One of the ontology's networks (the first where none is named), with all that is said of its things."""
        from dfgraph.graph.query import parameters_of, terms_of
        from dfgraph.products.network import Telling, project

        query = self._network_query(name)
        bound = terms_of(self.store, parameters_of(query.header), parameters or {}, self.names)
        return project(self.store, query, self.names, bound, telling=Telling(self.store, self.names), hops=hops)

    def viewing(self, options: PageOptions) -> Viewing:
        """What makes pages of networks, with the same options for all."""
        from dfgraph.project.viewing import Viewing

        return Viewing(self.places, self.store, self.names, self.networks, lambda: self.catalog, options)

    @cached_property
    def reports(self) -> dict[str, ReportFiles]:
        """The reports of the project's ontology."""
        from dfgraph.products.reports import read_reports

        return read_reports(self.places.ontology / "reports")

    def report_files(self, name: str) -> ReportFiles:
        """What one of the reports asks. Raises QueryError with the nearest names where there is none."""
        from dfgraph.products.reports import read_report

        return read_report(self.places.ontology / "reports", name)

    def report(self, name: str, **parameters: str) -> Report:
        """One of the ontology's reports, answered; parameters as a person would type them."""
        from dfgraph.products.reports import gather

        return gather(self.store, self.report_files(name), parameters, self.names)

    def report_page(self, report: Report, path: Path | None, language: Language) -> Path:
        """Writes a report as a page; the file."""
        from dfgraph.products.reports import render

        target = path or self.places.output / f"report-{report.name}.html"
        write_file(target, render(report, language).encode())
        return target

    def _network_query(self, name: str | None) -> QueryFile:
        if name in self.networks:
            return self.networks[name]
        if name is None and self.networks:
            return next(iter(self.networks.values()))
        message = Text("Không có mạng lưới «{name}».", "There is no network “{name}”.").fill(name=name)
        known = Text("Các mạng lưới: {n}.", "The networks are {n}.").fill(n=", ".join(self.networks))
        raise QueryError(message, known)
