"""When the fact of a record held, as far as the record or its source says."""

from __future__ import annotations

from datetime import date
from typing import Any

from dfgraph.base.names import PROV
from dfgraph.base.times import TimeError, parse_time
from dfgraph.sources.facts.index import Index, Unresolved
from dfgraph.sources.facts.record import Entry

Days = tuple[date | None, date | None]


def fact_days(entry: Entry, index: Index) -> Days:
    """The first and last day that the fact may have held: by the record's own dates, else by that of its source.

    Which fields are such dates, and which counts first, the shapes say. (None, None) where nothing is stated.
    """
    for witness in (entry, *_sources(entry, index)):
        dated = [f for f in index.schema.kinds[witness.kind].fields.values() if f.fact_date is not None]
        for field in sorted(dated, key=lambda f: f.fact_date or 0):
            text = _first(witness.values.get(field.key))
            if text:
                try:
                    return parse_time(text.strip())[2:]
                except TimeError:
                    continue
    return None, None


def _sources(entry: Entry, index: Index) -> list[Entry]:
    field = next((f for f in index.schema.evidence.fields.values() if f.path == PROV + "hadPrimarySource"), None)
    evidence = entry.values.get("evidence")
    first = evidence[0] if isinstance(evidence, list) and evidence else evidence
    written = first.get(field.key) if field and isinstance(first, dict) else None
    if field is None or not isinstance(written, str):
        return []
    try:
        return index.entries.get(index.resolve(written.strip(), field.range or "", None, None)[0], [])
    except Unresolved:
        return []


def _first(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) else None
