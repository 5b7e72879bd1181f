"""CSV to N-Quads with rdflib alone: `plain_rdflib.py PROJECT MAPPING FILE`."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Any

from rdflib_mapping import Mapping


def read(path: Path) -> list[dict[str, Any]]:
    """The records of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return [record(row) for row in csv.DictReader(file)]


def record(row: dict[str, str]) -> dict[str, Any]:
    """A row as a record: languages and evidence put together, empty cells left out."""
    made: dict[str, Any] = {}
    for heading, cell in row.items():
        if not cell:
            continue
        if heading.startswith("evidence."):
            made.setdefault("evidence", {})[heading.removeprefix("evidence.")] = cell
        elif "@" in heading:
            key, _, language = heading.partition("@")
            made.setdefault(key, {})[language] = cell
        else:
            made[heading] = cell.split(" | ") if " | " in cell else cell
    return made


def main(project: Path, mapping_file: Path, target: Path) -> None:
    mapping = Mapping(mapping_file)
    for path in sorted((project / "data").glob("*.csv")):
        for made in read(path):
            mapping.add(made)
    mapping.dataset.serialize(target, format="nquads", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
