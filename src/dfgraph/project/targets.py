"""In which facts file a new record goes, and what that file then says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from dfgraph.base.errors import ProjectError
from dfgraph.base.files import file_error
from dfgraph.base.language import Text
from dfgraph.project.settings import Places
from dfgraph.sources.drafts import row_of, source_field
from dfgraph.sources.facts import Entry
from dfgraph.sources.facts.book import READERS
from dfgraph.sources.schema import Schema
from dfgraph.sources.writing import append, append_rows

_MOST_RECORDS: Final = 2000
Record = Mapping[str, Any]


class Holding(NamedTuple):
    """How many records a facts file holds, and how many of each source, by the id or name that they cite it by."""

    records: int
    sources: Mapping[str, int]


Holdings = Mapping[str, Holding]
"""What each facts file holds, by the path that is shown."""


def holdings(entries: Iterable[Entry], schema: Schema) -> dict[str, Holding]:
    """What the facts files hold of which some records are all."""
    source_key = source_key_of(schema)
    sizes, sources = Counter[str](), dict[str, Counter[str]]()
    for entry in entries:
        sizes[entry.path] += 1
        sources.setdefault(entry.path, Counter()).update(set(_sources(entry.values, source_key)))
    # A long file takes no more records, whatever it cites.
    return {shown: Holding(n, sources[shown] if n < _MOST_RECORDS else {}) for shown, n in sizes.items()}


def source_key_of(schema: Schema) -> str:
    """The key of evidence that names the source."""
    field = source_field(schema)
    return field.key if field else ""


class Targets:
    """Chooses facts files for records, and keeps their new texts.

    `source_key` is the key of evidence that names the source. A record goes into `file` where one is given; else into
    the file that holds most records of its source, unless that is long; else into the file of its kind.
    """

    def __init__(self, places: Places, holdings: Holdings, source_key: str, file: Path | None) -> None:
        self.places = places
        self.source_key = source_key
        self.file = _asked(file, places) if file else None
        self.holdings = holdings
        self.sizes = Counter({shown: held.records for shown, held in holdings.items()})
        self.texts: dict[Path, str] = {}

    def put(self, record: Record) -> Path:
        """Puts a record at the end of the best file that can take it; that file. Raises ProjectError."""
        why = ""
        for path in self._files(record):
            text = self.texts[path] if path in self.texts else _read(path)
            try:
                made = _with_row(text, record) if path.suffix.lower() == ".csv" else append(text, [record])
            except ValueError as error:
                why = str(error)
                continue
            self.texts[path] = made
            self.sizes[self._shown(path)] += 1
            return path
        message = Text("Không ghi thêm được vào {path}: {why}.", "{path} cannot take the record: {why}.")
        remedy = Text("Hãy chọn tệp khác bằng --file.", "Choose another file with --file.")
        raise ProjectError(message.fill(path=self._shown(path), why=why), remedy)

    def _files(self, record: Record) -> Iterator[Path]:
        if self.file is not None:
            yield self.file
            return
        counts = Counter[str]()
        for source in _sources(record, self.source_key):
            counts.update({shown: n for shown, held in self.holdings.items() if (n := held.sources.get(source))})
        for shown, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            if self.sizes[shown] < _MOST_RECORDS:
                yield self.places.root / shown
        number, name = 1, str(record["kind"])
        while self.sizes[self._shown(path := self.places.data / "facts" / f"{name}.yaml")] >= _MOST_RECORDS:
            number += 1
            name = f"{record['kind']}-{number}"
        yield path

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.places.root).as_posix()


def _sources(values: Mapping[str, Any], source_key: str) -> Iterator[str]:
    evidence = values.get("evidence")
    for item in evidence if isinstance(evidence, list) else [evidence]:
        if isinstance(item, dict) and isinstance(source := item.get(source_key), str):
            yield source


def _asked(file: Path, places: Places) -> Path:
    """The file that a person named, which must be where facts are read."""
    path = file.absolute()
    inside = path.resolve().is_relative_to(places.data.resolve())
    if not inside or path.suffix.lower() not in READERS or path.name.startswith((".", "~")):
        message = Text("{path} không phải tệp sự kiện của dự án.", "{path} is no facts file of the project.")
        remedy = Text("Hãy dùng tệp .yaml hoặc .csv trong {data}.", "Use a .yaml or .csv file in {data}.")
        raise ProjectError(message.fill(path=file), remedy.fill(data=places.data))
    return places.data.resolve() / path.resolve().relative_to(places.data.resolve())


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise file_error(error, path) from error
    except UnicodeDecodeError as error:
        message = Text("{path} không phải UTF-8.", "{path} is not UTF-8.").fill(path=path)
        raise ProjectError(message) from error


def _with_row(text: str, record: Record) -> str:
    row = row_of(record)
    return append_rows(text or ",".join(row) + "\n", [row])
