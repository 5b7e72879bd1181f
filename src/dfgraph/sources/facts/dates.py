"""When the fact of a record held, as far as the record or its source says."""

from __future__ import annotations

from dfgraph.base.names import PROV
from dfgraph.sources.facts.index import Days, Index, Unresolved, stated_days
from dfgraph.sources.facts.record import Entry

NOT_STATED: Days = (None, None)


def fact_days(entry: Entry, index: Index) -> Days:
    """The first and last day that the fact may have held: by the record's own dates, else by that of its source.

    Which fields are such dates, and which counts first, the shapes say. (None, None) where nothing is stated.
    """
    days = stated_days(entry, index.schema.kinds[entry.kind])
    if days is None and (source := _source(entry, index)):
        days = index.days(source)
    return NOT_STATED if days is None else days


def _source(entry: Entry, index: Index) -> str | None:
    field = next((f for f in index.schema.evidence.fields.values() if f.path == PROV + "hadPrimarySource"), None)
    evidence = entry.values.get("evidence")
    first = evidence[0] if isinstance(evidence, list) and evidence else evidence
    written = first.get(field.key) if field and isinstance(first, dict) else None
    if field is None or not isinstance(written, str):
        return None
    try:
        return index.resolve(written.strip(), field.range or "", None, None)[0]
    except Unresolved:
        return None
