"""All facts of a project, as they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from dfgraph.base.files import digest
from dfgraph.base.findings import Finding, Location
from dfgraph.sources.facts import faults
from dfgraph.sources.facts.csv_files import read_csv
from dfgraph.sources.facts.record import Entry
from dfgraph.sources.facts.yaml_files import read_yaml

READERS: Final[dict[str, Callable[[str, str], tuple[list[Entry], list[Finding]]]]] = {
    ".yaml": read_yaml,
    ".yml": read_yaml,
    ".csv": read_csv,
}

MAPPINGS: Final = "mappings"


@dataclass(slots=True)
class Book:
    """The records of a project in the order of its files, and what is wrong with those files.

    `digests` are fingerprints of what the files said when they were read, by the path that is shown.
    """

    entries: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    files: int = 0
    digests: dict[str, str] = field(default_factory=dict)


def fact_files(folder: Path) -> list[Path]:
    """The facts files under `folder`, in the order in which they are read.

    Hidden files and folders hold none, nor does the folder of mappings, by which sheets are imported.
    """
    files = (p for p in folder.rglob("*") if p.suffix.lower() in READERS and not p.name.startswith("~"))
    shown = ((p, p.relative_to(folder).parts) for p in files)
    return sorted(p for p, parts in shown if parts[0] != MAPPINGS and not any(one.startswith(".") for one in parts))


def read_book(
    folder: Path,
    shown_from: Path,
    files: Iterable[Path] | None = None,
    instead: Mapping[Path, str | None] = MappingProxyType({}),
) -> Book:
    """Reads every facts file under `folder` (or just `files`); paths are shown relative to `shown_from`.

    A file that cannot be read is a finding; all others are still read. `instead` gives the texts of files that are
    read as if they said that, None where a file is as if it were not there.
    """
    book = Book()
    listed = fact_files(folder) if files is None else files
    for path in sorted({*listed, *instead}) if instead else listed:
        shown = path.relative_to(shown_from).as_posix() if path.is_relative_to(shown_from) else str(path)
        try:
            content = _content(path, instead)
            text = None if content is None else content.decode("utf-8-sig")
        except OSError as error:
            book.findings.append(faults.UNREADABLE.at(Location(shown), why=error.strerror or error))
            continue
        except UnicodeDecodeError as error:
            marked = len(path.read_bytes()) - len(error.object) == 3
            line = error.object.count(b"\n", 0, error.start) + 1
            book.findings.append(faults.ENCODING.at(Location(shown, line), n=error.start + 1 + 3 * marked))
            continue
        if content is None or text is None:
            continue
        entries, findings = READERS[path.suffix.lower()](shown, text)
        book.digests[shown] = digest(content)
        book.entries.extend(entries)
        book.findings.extend(findings)
        book.files += 1
    return book


def _content(path: Path, instead: Mapping[Path, str | None]) -> bytes | None:
    """What a file says, or is said to say; None where it is as if it were not there."""
    if path not in instead:
        return path.read_bytes()
    text = instead[path]
    return None if text is None else text.encode()
