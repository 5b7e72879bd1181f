"""The workload as files: two projects with the same facts, one in YAML and one in CSV, and flat tables for RML."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from workload.records import COMMON, Record

PER_FILE: Final = 5000
_PLAIN: Final = re.compile(r"[\w/][^:#\[\]{},&*!|>'\"%@`\n]*")
_STRICTLY_TEXT: Final = re.compile(r"[\w/.-]*[\w.-]")


def write_projects(folder: Path, records: dict[str, list[Record]], ontology: Path) -> None:
    """Writes `yaml/`, `csv/` (projects with a copy of the ontology) and `flat/` under `folder`, which is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    for form in ("yaml", "csv"):
        (folder / form / "data").mkdir(parents=True)
        shutil.copytree(ontology, folder / form / "ontology")
    for kind, made in records.items():
        for number, start in enumerate(range(0, len(made), PER_FILE)):
            part = made[start : start + PER_FILE]
            _write(folder / "yaml" / "data" / f"{kind}-{number:03}.yaml", to_yaml(part))
            _write_csv(folder / "csv" / "data" / f"{kind}-{number:03}.csv", map(cells, part))
        _write_csv(folder / "flat" / f"{kind}.csv", (flat(record, kind, n) for n, record in enumerate(made)))


def _write(path: Path, lines: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines)


def to_yaml(records: list[Record]) -> Iterator[str]:
    """The records as a person writes them: what they share once, then one by one."""
    if "evidence" in records[0]:
        yield f"- defaults: {{evidence: {_flow(COMMON)}}}\n"
    for record in records:
        yield "\n"
        for number, (key, value) in enumerate(record.items()):
            start = "- " if number == 0 else "  "
            if key == "label":
                yield f"{start}label:\n" + "".join(f"    {lang}: {_scalar(text)}\n" for lang, text in value.items())
            else:
                yield f"{start}{key}: {_flow(value) if isinstance(value, dict | list) else _scalar(value)}\n"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(v) for v in value) + "]"
    return value if _STRICTLY_TEXT.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _scalar(text: str) -> str:
    safe = _PLAIN.fullmatch(text) or text.startswith("https://")
    return text if safe else json.dumps(text, ensure_ascii=False)


def cells(record: Record) -> dict[str, str]:
    """The record as one row: many values in one cell, evidence and languages in columns of their own."""
    row: dict[str, str] = {}
    for key, value in record.items():
        if key == "evidence":
            row |= {f"evidence.{k}": v for k, v in (value | COMMON).items()}
        elif isinstance(value, dict):
            row |= {f"{key}@{language}": text for language, text in value.items()}
        else:
            row[key] = " | ".join(value) if isinstance(value, list) else value
    return row


def flat(record: Record, kind: str, number: int) -> dict[str, str]:
    """The record with a column for each single value, and a number in place of the claim's digest."""
    row = {"claim": f"{kind}-{number}"}
    for key, value in record.items():
        if isinstance(value, list):
            row |= {f"{key}_{place}": item for place, item in enumerate(value, start=1)}
        elif isinstance(value, dict):
            row |= {f"{key}_{k}": v for k, v in (value | COMMON if key == "evidence" else value).items()}
        else:
            row[key] = value
    return row


def _write_csv(path: Path, rows: Iterable[dict[str, str]]) -> None:
    held = list(rows)
    columns = dict.fromkeys(column for row in held for column in row)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), restval="")
        writer.writeheader()
        writer.writerows(held)
