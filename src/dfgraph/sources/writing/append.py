"""Records added at the end of a facts file; not one byte of what stands there changes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from dfgraph.sources.facts.csv_files import read_csv
from dfgraph.sources.facts.yaml_files import read_yaml
from dfgraph.sources.writing.record_text import plain, record_text
from dfgraph.sources.writing.rows import quoted
from dfgraph.sources.writing.text import BOM, line_end, without_mark

_NO_DEFAULTS: Final = "- defaults: {}\n"
_FIRST_ITEM = re.compile(r"^( *)-(?= |\r?$)", re.MULTILINE)


def append(text: str, records: Sequence[Mapping[str, Any]]) -> str:
    r"""The text of a YAML facts file with `records` at its end.

    Defaults that would flow into the new records are ended first. Raises ValueError where the file cannot take records
    at its end (it is no plain list of records, or broken).

    >>> print(append("- kind: event\n  id: event/a  # first", [{"kind": "event", "id": "event/b"}]), end="")
    - kind: event
      id: event/a  # first
    - kind: event
      id: event/b
    """
    if not records:
        return text
    before, faults = read_yaml("", without_mark(text))
    if faults:
        raise ValueError(faults[0].message.en)
    wanted = [entry.values for entry in before] + [plain(record) for record in records]
    written = "".join(map(record_text, records))
    for added in (written, _NO_DEFAULTS + written):
        made = _at_the_end(text, added)
        after, faults = read_yaml("", without_mark(made))
        if not faults and [entry.values for entry in after] == wanted:
            return made
    raise ValueError("a record cannot be added behind what stands at the end of the file")


def _at_the_end(text: str, added: str) -> str:
    first = _FIRST_ITEM.search(without_mark(text))
    indent = first[1] if first else ""
    lines = "".join(indent + line if line.strip() else line for line in added.splitlines(keepends=True))
    missing = "" if text in ("", BOM) or text.endswith("\n") else line_end(text)
    return text + missing + lines.replace("\n", line_end(text))


def append_rows(text: str, rows: Sequence[Mapping[str, str]]) -> str:
    r"""The text of a CSV facts file with `rows` at its end, each a mapping from column to cell.

    Raises ValueError naming the columns that the file does not have, or saying that it is broken.

    >>> append_rows("kind,id\nperson,person/a", [{"id": "person/b", "kind": "person"}])
    'kind,id\nperson,person/a\nperson,person/b\n'
    """
    if not rows:
        return text
    before, faults = read_csv("", without_mark(text))
    if faults:
        raise ValueError(faults[0].message.en)
    header = next(csv.reader(io.StringIO(without_mark(text), newline="")), [])
    columns = [heading.strip() for heading in header]
    if unknown := sorted({key for row in rows for key in row} - set(columns)):
        raise ValueError(", ".join(unknown))
    ending = line_end(text)
    added = [",".join(quoted(row.get(column, "")) for column in columns) + ending for row in rows]
    made = text + ("" if text.endswith(("\n", "\r")) else ending) + "".join(added)
    after, faults = read_csv("", without_mark(made))
    if faults or [entry.values for entry in after[: len(before)]] != [entry.values for entry in before]:
        raise ValueError("a row cannot be added behind what stands at the end of the file")
    return made
