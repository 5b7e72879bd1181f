"""SPARQL files with a header: comment lines at the top that hold YAML."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dfgraph.base.errors import OntologyError
from dfgraph.base.language import Text


@dataclass(frozen=True, slots=True)
class QueryFile:
    """One `.rq` file: the name that its file gives it, its header as plain data, and its SPARQL."""

    name: str
    path: Path
    header: dict[str, Any]
    text: str

    def phrase(self, key: str) -> Text:
        """A text of the header in both languages, empty where it has none."""
        return as_text(self.header.get(key))


def as_text(value: Any) -> Text:
    """`{vi: …, en: …}`, or one text for both languages.

    >>> as_text({"vi": "Đối tác", "en": "Partner"}).en
    'Partner'
    """
    if isinstance(value, dict):
        return Text(str(value.get("vi") or ""), str(value.get("en") or ""))
    return Text(str(value), str(value)) if value else Text("", "")


def read_query_files(folder: Path) -> list[QueryFile]:
    """The `.rq` files of a folder in the order of their names; none where there is no such folder."""
    return [read_query_file(path) for path in sorted(folder.glob("*.rq"))]


def read_query_file(path: Path) -> QueryFile:
    """One `.rq` file. Raises OntologyError where its header is no YAML mapping."""
    text = _text(path)
    header: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        header.append(line[1:].removeprefix(" "))
    return QueryFile(path.stem, path, _mapping("\n".join(header), path), text)


def read_header(path: Path) -> dict[str, Any]:
    """A YAML file that says of a folder of queries what a header says of one. Raises OntologyError."""
    return _mapping(_text(path), path)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = Text("Không đọc được {path}: {why}.", "Cannot read {path}: {why}.")
        raise OntologyError(message.fill(path=path, why=error)) from error


def _mapping(text: str, path: Path) -> dict[str, Any]:
    import yaml

    try:
        from yaml import CSafeLoader as SafeLoader
    except ImportError:
        from yaml import SafeLoader  # type: ignore[assignment]

    try:
        data = yaml.load(text, Loader=SafeLoader) or {}
    except (yaml.YAMLError, ValueError) as error:
        raise _bad_header(path, str(getattr(error, "problem", None) or error)) from error
    if not isinstance(data, dict):
        raise _bad_header(path, "not a mapping")
    return data


def _bad_header(path: Path, why: str) -> OntologyError:
    message = Text("Phần đầu của {path} không phải YAML: {why}.", "The header of {path} is not YAML: {why}.")
    return OntologyError(message.fill(path=path, why=why))
