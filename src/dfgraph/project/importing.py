"""A sheet that people filled in, into the facts of a project: checked as a whole, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from dfgraph.base.errors import SheetError
from dfgraph.base.files import digest, file_error, write_file
from dfgraph.base.findings import Finding, Severity
from dfgraph.base.language import Text
from dfgraph.base.text import slug
from dfgraph.graph.build import build, prepare
from dfgraph.graph.build.pipeline import check, load, rules, validate
from dfgraph.project.changing import WAIT, Change, commit, writing
from dfgraph.project.keep import keep
from dfgraph.project.settings import Places
from dfgraph.sources.facts import Book, Entry, faults, read_book
from dfgraph.sources.facts.ids import name_records
from dfgraph.sources.facts.yaml_files import read_yaml
from dfgraph.sources.schema import Schema
from dfgraph.sources.sheets import (
    Plan,
    SheetMapping,
    Table,
    imported_from,
    marked,
    name_rows,
    plan,
    read_mapping,
    read_table,
    text_of_plan,
    to_records,
)
from dfgraph.sources.sheets.keeping import cited_by
from dfgraph.sources.sheets.table import MAX_BYTES

Watch = Callable[[str, int, int], None]
"""Told of each step, and how much of how much of it is done (0 of 0 where that is not known)."""


_TOLD = Text("Nhập {file}: thêm {n}, đổi {m}", "Imported {file}: {n} added, {m} changed")


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asks to import: the file, and what the options say."""

    file: Path
    kind: str | None = None
    sheet: str | None = None
    mapping: Path | None = None
    target: Path | None = None
    errors: Path | None = None
    dry_run: bool = False
    wait: float = WAIT


@dataclass(slots=True)
class Imported:
    """What an import did: the facts file, how many rows and sources it read, what became of them, what was found.

    `written` tells whether the facts changed, `current` whether the graph holds them; `marked` is where the sheet was
    written back with its faults.
    """

    target: Path
    rows: int = 0
    sources: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    written: bool = False
    current: bool = False
    marked: Path | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing found is an error."""
        return all(f.severity < Severity.ERROR for f in self.findings)


def import_sheet(
    places: Places, request: Request, watch: Watch | None = None, waiting: Callable[[], None] | None = None
) -> Imported:
    """Reads a sheet, checks what it says together with all other facts, and writes it if nothing is wrong.

    The records stand in a facts file of their own, which the next import of a file of the same name keeps up to date.
    Raises SheetError where the file or the mapping cannot be read.
    """
    data = _bytes(request.file)
    mapping, faulty = _mapping(request.mapping)
    table = read_table(str(request.file), data, request.sheet or mapping.sheet)
    table.findings += faulty
    result = Imported(_target(places, request))
    alone = nullcontext() if request.dry_run else writing(places, wait=request.wait, waiting=waiting)
    with alone:
        importing = _Importing(places, request, table, watch or (lambda *_: None))
        importing.run(mapping, result)
    if request.errors is not None and any(f.severity >= Severity.WARNING for f in result.findings):
        write_file(request.errors, marked(table, data, result.findings))
        result.marked = request.errors
    return result


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise file_error(error, path) from error


def _mapping(path: Path | None) -> tuple[SheetMapping, list[Finding]]:
    if path is None:
        return SheetMapping(), []

    def beside(name: str) -> str | None:
        other = path.parent / name
        return _bytes(other).decode("utf-8-sig") if other.is_file() else None

    try:
        return read_mapping(str(path), _bytes(path).decode("utf-8-sig"), beside)
    except UnicodeDecodeError as error:
        message = Text("{path} không phải UTF-8.", "{path} is not UTF-8.").fill(path=path)
        raise SheetError(message) from error


def _name(request: Request) -> str:
    """By what name a facts file remembers where it came from."""
    return f"{request.file.name}!{request.sheet}" if request.sheet else request.file.name


def _target(places: Places, request: Request) -> Path:
    name = slug(f"{request.file.stem} {request.sheet or ''}") or "import"
    target = request.target or places.data / "facts" / "imported" / f"{name}.yaml"
    if target.suffix not in (".yaml", ".yml") or not target.resolve().is_relative_to(places.data.resolve()):
        message = Text("{path} không phải tệp YAML trong {data}.", "{path} is no YAML file in {data}.")
        remedy = Text("Hãy chọn một tệp .yaml trong thư mục dữ liệu.", "Choose a .yaml file in the folder of the data.")
        raise SheetError(message.fill(path=target, data=places.data), remedy)
    return target.resolve()


def _shown(path: Path, places: Places) -> str:
    return path.relative_to(places.root).as_posix() if path.is_relative_to(places.root) else str(path)


class _Importing:
    """One import under way."""

    def __init__(self, places: Places, request: Request, table: Table, watch: Watch) -> None:
        self.places = places
        self.request = request
        self.table = table
        self.watch = watch
        self.work = prepare(places.ontology, places.data, places.root)

    def run(self, mapping: SheetMapping, result: Imported) -> None:
        schema = self.work.ontology.schema
        self.watch("rows", 0, len(self.table.rows))
        kind = self.request.kind
        new = to_records(self.table, schema, kind, mapping, lambda done, of: self.watch("rows", done, of))
        result.rows = len(new)
        self.watch("read", 0, 0)
        text, standing = self._standing(result.target)
        book = read_book(self.places.data, self.places.root)
        shown = standing[0].path if standing else ""
        others = [entry for entry in book.entries if entry.path != shown]
        made, differing = name_rows(new, others, schema)
        self.table.findings += differing
        result.sources = len(made)
        planned = self._plan(text, standing, others, [*made, *new], schema)
        taken = [entry for entry, block in planned.rows if block is None or not block.edited]
        written_over = {id(block) for entry, block in planned.rows if block is not None and not block.edited}
        gone = written_over | {id(block) for block in planned.removed}
        by_hand = [block.entry for block in planned.blocks if id(block) not in gone]
        self.work.book = Book([*others, *by_hand, *taken], list(book.findings), book.files, book.digests)
        self._check({entry.id for entry in taken}, planned.findings, result)
        if not result.sound:
            return
        self.watch("text", 0, 0)
        known = {id(claim.entry) for claim in self.work.checked.claims}
        again = [entry for entry in taken if id(entry) not in known]
        self._forget_repeated(result, again)
        written, result.counts = text_of_plan(planned, again)
        result.counts["known"] = len(again)
        if not self.request.dry_run and written != text and (text or result.counts["added"]):
            self._write(result, Change(result.target, written, text or None), taken, others)

    def _standing(self, target: Path) -> tuple[str, list[Entry]]:
        """The facts file as it stands, and its records. Raises SheetError where another hand wrote it."""
        if not target.exists():
            return "", []
        text = _bytes(target).decode("utf-8-sig", errors="replace")
        name = imported_from(text)
        if name != _name(self.request):
            whose = Text("được nhập từ {name}", "was imported from {name}").fill(name=name)
            if name is None:
                whose = Text("không phải do nhập mà có", "does not come from an import")
            message = Text("{path} đã có và {whose}.", "{path} is there already and {whose}.")
            remedy = Text("Hãy chọn tệp khác bằng --file.", "Choose another file with --file.")
            raise SheetError(message.fill(path=target, whose=whose), remedy)
        entries, findings = read_yaml(_shown(target, self.places), text)
        if findings:
            raise SheetError(Text("{at}: {why}", "{at}: {why}").fill(at=findings[0].location, why=findings[0].message))
        return text, entries

    def _plan(
        self, text: str, standing: list[Entry], others: list[Entry], new: Sequence[Entry], schema: Schema
    ) -> Plan:
        if standing:
            name_records([*others, *standing], schema)
        needed = {source for entry in others for source in cited_by(entry)}
        return plan(_name(self.request), text, standing, new, needed)

    def _check(self, ids: set[str], findings: list[Finding], result: Imported) -> None:
        """Checks the facts with the new ones among them; the whole graph only where each record is sound."""
        result.findings = [*self.table.findings, *findings]
        for step in (check, load, rules, validate):
            self.watch(step.__name__, 0, 0)
            step(self.work)
            if step is check:
                result.findings += self._ours(ids)
                if not result.sound:
                    break
        else:
            result.findings = [*self.table.findings, *findings, *self._ours(ids), *self._broken_elsewhere(ids)]
        result.findings = sorted(set(result.findings), key=Finding.sort_key)

    def _ours(self, ids: set[str]) -> list[Finding]:
        """What was found in the sheet, and errors elsewhere about the things that it speaks of."""
        found = []
        for finding in self.work.report.findings:
            here = finding.location is not None and finding.location.path == self.table.path
            if here or (finding.severity >= Severity.ERROR and finding.subject in ids):
                found.append(finding)
        return found

    def _broken_elsewhere(self, ids: set[str]) -> list[Finding]:
        """Errors in other records that were none before: a name that now means two things, a thing that is gone."""
        ours = set(self._ours(ids))
        errors = [f for f in self.work.report.findings if f.severity >= Severity.ERROR and f not in ours]
        if not errors:
            return []
        before = build(prepare(self.places.ontology, self.places.data, self.places.root))
        known = {(f.code, f.location, f.subject) for f in before.findings}
        return [f for f in errors if (f.code, f.location, f.subject) not in known]

    def _forget_repeated(self, result: Imported, again: Sequence[Entry]) -> None:
        """That the project has a record already is told as a number, unless the sheet itself has it twice."""
        known = {entry.at() for entry in again}
        mine = f" {self.table.path}!", f" {self.table.path}:"
        result.findings = [
            f
            for f in result.findings
            if f.code != faults.DUPLICATE_RECORD.code
            or f.location not in known
            or any(name in f.message.en for name in mine)
        ]

    def _write(self, result: Imported, change: Change, taken: Sequence[Entry], others: Sequence[Entry]) -> None:
        self.watch("write", 0, 0)
        told = _TOLD.fill(file=self.request.file.name, n=result.counts["added"], m=result.counts["changed"])
        ids = list(dict.fromkeys(entry.id for entry in taken))
        commit(self.places, [change], verb="import", told=told, ids=ids)
        result.written = True
        self._read_again(change, others)
        if all(f.severity < Severity.ERROR for f in self.work.report.findings):
            keep(self.work, self.places)
            result.current = True

    def _read_again(self, change: Change, others: Sequence[Entry]) -> None:
        """From here on the records of the sheet are those of the facts file."""
        shown, text = _shown(change.path, self.places), change.text or ""
        digests = {**self.work.book.digests, shown: digest(text.encode())}
        self.work.book = Book([*others, *read_yaml(shown, text)[0]], [], len(digests), digests)
        self.work.report.counts |= {"files": len(digests), "records": len(self.work.book.entries)}
