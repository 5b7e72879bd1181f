"""Rows from JSON Lines, JSON and YAML: one mapping a row, its nested keys written as headings.

`{"label": {"vi": "Huế"}}` is the column `label@vi`, `{"evidence": {"paragraph": 3}}` the column `evidence.paragraph`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dfgraph.base.language import LANGUAGES, Text
from dfgraph.sources.facts.yaml_files import read_yaml
from dfgraph.sources.sheets import faults
from dfgraph.sources.sheets.table import MAX_CELLS, Row, Table, Value
from dfgraph.sources.sheets.text_files import decode
from dfgraph.sources.sheets.xlsx_files import too_many

_FORM = Text("mỗi dòng cần một đối tượng JSON", "each line needs one JSON object")
_NESTED = Text("giá trị của «{key}» lồng quá sâu", "the value of “{key}” is nested too deep")


def read_json_lines(path: str, data: bytes) -> Table:
    """The rows of a JSON Lines file; or of a JSON file that is one list, all of them then on its first line."""
    table = _Rows(path)
    text = decode(table.table, data)
    if text.lstrip().startswith("["):
        items = table.parse(1, text)
        for item in items if isinstance(items, list) else []:
            table.add(1, item)
        return table.table
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            table.add(number, table.parse(number, line))
    return table.table


def read_yaml_rows(path: str, data: bytes) -> Table:
    """The records of a YAML file as rows; a record with several pieces of evidence is as many rows."""
    table = _Rows(path)
    entries, findings = read_yaml(path, decode(table.table, data))
    table.table.findings.extend(findings)
    for entry in entries:
        evidence = entry.values.get("evidence")
        for piece in evidence if isinstance(evidence, list) and evidence else [evidence]:
            table.add(entry.line, {**entry.values, **({"evidence": piece} if piece is not None else {})})
    return table.table


class _Rows:
    """Gathers rows whose columns are found as they come."""

    def __init__(self, path: str) -> None:
        self.table = Table(path, None)
        self.known: dict[str, int] = {}
        self.cells = 0

    def parse(self, number: int, text: str) -> Any:
        try:
            return json.loads(text, parse_float=str, parse_int=str)
        except (ValueError, RecursionError) as error:
            why = str(error)
            self.table.findings.append(faults.BROKEN_ROW.at(self.table.at(number), why=why))
            return {}

    def add(self, number: int, item: Any) -> None:
        if not isinstance(item, dict):
            self.table.findings.append(faults.BROKEN_ROW.at(self.table.at(number), why=_FORM))
            return
        said: dict[int, Value] = {}
        for heading, value in self.flat(number, item, ""):
            column = self.known.setdefault(heading, len(self.known) + 1)
            if value:
                said[column] = value
        self.table.columns = {column: heading for heading, column in self.known.items()}
        self.cells += len(said)
        if self.cells > MAX_CELLS:
            raise too_many(self.table.path, str(number))
        if said:
            self.table.rows.append(Row(number, said))

    def flat(self, number: int, item: Mapping[str, Any], before: str) -> Iterator[tuple[str, Value]]:
        for key, value in item.items():
            heading = before + (f"@{key}" if before and key in LANGUAGES else f".{key}" if before else str(key))
            if isinstance(value, dict):
                yield from self.flat(number, value, heading)
            elif isinstance(value, list):
                if any(isinstance(part, dict | list) for part in value):
                    self.table.findings.append(
                        faults.BROKEN_ROW.at(self.table.at(number), why=_NESTED.fill(key=heading))
                    )
                yield heading, tuple(text for part in value if (text := _text(part)))
            else:
                yield heading, _text(value)


def _text(value: Any) -> str:
    if value is None or isinstance(value, dict | list):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value).replace("\r\n", "\n").strip()
