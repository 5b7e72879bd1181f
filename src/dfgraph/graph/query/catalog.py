"""The named questions of an ontology."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dfgraph.base.errors import QueryError
from dfgraph.base.language import Text
from dfgraph.base.query_files import QueryFile, as_text, read_query_file, read_query_files
from dfgraph.base.text import nearest


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a question: a thing of a class, or a value of a datatype (both prefixed names)."""

    name: str
    range: str
    datatype: str
    required: bool
    help: Text


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One question: a name, a title, a group, parameters, headings of its columns, and its SPARQL.

    `several` names the columns of which one row may hold several values.
    """

    name: str
    title: Text
    group: str
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, Text]
    text: str
    several: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Catalog:
    """All questions by name, and the titles of their groups in order."""

    queries: Mapping[str, NamedQuery]
    groups: Mapping[str, Text]

    def get(self, name: str) -> NamedQuery:
        """The question of this name. Raises QueryError with the nearest names where there is none."""
        if name in self.queries:
            return self.queries[name]
        near = ", ".join(nearest(name, self.queries)) or ", ".join(self.queries)
        raise QueryError(
            Text("Không có câu hỏi «{name}».", "There is no question “{name}”.").fill(name=name),
            Text("Có phải: {near}?", "Did you mean: {near}?").fill(near=near),
        )


def read_catalog(folder: Path) -> Catalog:
    """The questions in `folder`, with its `groups.yaml` where there is one."""
    queries = {file.name: _named(file) for file in read_query_files(folder)}
    return Catalog(queries, _groups(folder / "groups.yaml"))


def read_question(folder: Path, name: str) -> NamedQuery:
    """One question; only its own file is read. Raises QueryError with the nearest names where there is none."""
    path = folder / f"{name}.rq"
    if re.fullmatch(r"[\w-]+", name) and path.is_file():
        return _named(read_query_file(path))
    return read_catalog(folder).get(name)


def _named(file: QueryFile) -> NamedQuery:
    return NamedQuery(
        name=file.name,
        title=file.phrase("title"),
        group=str(file.header.get("group", "")),
        parameters=parameters_of(file.header),
        columns={n: as_text(t) for n, t in (file.header.get("columns") or {}).items()},
        text=file.text,
        several=frozenset(file.header.get("several") or ()),
    )


def parameters_of(header: Mapping[str, Any]) -> tuple[Parameter, ...]:
    """The parameters that the header of a query declares."""
    return tuple(_parameter(name, told or {}) for name, told in (header.get("parameters") or {}).items())


def _parameter(name: str, told: Mapping[str, Any]) -> Parameter:
    return Parameter(
        name=name,
        range=str(told.get("class", "")),
        datatype=str(told.get("datatype", "")),
        required=bool(told.get("required", False)),
        help=as_text(told.get("help")),
    )


def _groups(path: Path) -> dict[str, Text]:
    if not path.is_file():
        return {}
    import yaml

    data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return {name: as_text(told.get("title", told) if isinstance(told, dict) else told) for name, told in data.items()}
