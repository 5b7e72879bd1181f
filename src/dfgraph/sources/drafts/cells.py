"""A record as a row of a CSV facts file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dfgraph.sources.facts.csv_files import SEPARATOR


def row_of(record: Mapping[str, Any]) -> dict[str, str]:
    """The cells of a record by column. Raises ValueError where a value cannot stand in a cell.

    >>> row_of({"kind": "event", "label": {"vi": "Lễ hội"}, "place": ["a", "b"], "evidence": {"source": "s"}})
    {'kind': 'event', 'label@vi': 'Lễ hội', 'place': 'a | b', 'evidence.source': 's'}
    """
    row: dict[str, str] = {}
    for key, value in record.items():
        if key == "evidence" and isinstance(value, Mapping):
            for inner, item in value.items():
                row.update(_cells(f"{key}.{inner}", item))
        else:
            row.update(_cells(key, value))
    return row


def _cells(column: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for language, text in value.items():
            yield f"{column}@{language}", _cell(text)
    else:
        yield column, _cell(value)


def _cell(value: Any) -> str:
    parts = value if isinstance(value, list) else [value]
    if any(not isinstance(part, str) or SEPARATOR.strip() in part for part in parts):
        raise ValueError(value)
    return SEPARATOR.join(parts)
