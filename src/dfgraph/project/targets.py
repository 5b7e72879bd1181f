"""In which facts file a new record goes, and what that file then says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from dfgraph.base.errors import ProjectError
from dfgraph.base.files import file_error
from dfgraph.base.language import Text
from dfgraph.project.settings import Places
from dfgraph.sources.drafts import row_of
from dfgraph.sources.facts import Entry
from dfgraph.sources.facts.book import READERS
from dfgraph.sources.writing import append, append_rows

_MOST_RECORDS: Final = 2000
Record = Mapping[str, Any]


class Targets:
    """Chooses facts files for records, and keeps their new texts.

    `source_key` is the key of evidence that names the source. A record goes into `file` where one is given; else into
    the file that holds most records of its source, unless that is long; else into the file of its kind.
    """

    def __init__(self, places: Places, entries: Iterable[Entry], source_key: str, file: Path | None) -> None:
        self.places = places
        self.source_key = source_key
        self.file = _asked(file, places) if file else None
        self.sizes: Counter[str] = Counter()
        self.by_source: dict[str, Counter[str]] = {}
        for entry in entries:
            self.sizes[entry.path] += 1
            for source in set(self._sources(entry.values)):
                self.by_source.setdefault(source, Counter())[entry.path] += 1
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
        for source in self._sources(record):
            counts.update(self.by_source.get(source, {}))
        for shown, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            if self.sizes[shown] < _MOST_RECORDS:
                yield self.places.root / shown
        number, name = 1, str(record["kind"])
        while self.sizes[self._shown(path := self.places.data / "facts" / f"{name}.yaml")] >= _MOST_RECORDS:
            number += 1
            name = f"{record['kind']}-{number}"
        yield path

    def _sources(self, values: Mapping[str, Any]) -> Iterator[str]:
        evidence = values.get("evidence")
        for item in evidence if isinstance(evidence, list) else [evidence]:
            if isinstance(item, dict) and isinstance(source := item.get(self.source_key), str):
                yield source

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.places.root).as_posix()


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
