"""Of which kind each record is, and which thing it speaks of."""

from __future__ import annotations

from collections.abc import Iterable

from dfgraph.base.findings import Finding
from dfgraph.base.language import EMPTY, Text
from dfgraph.base.names import is_id
from dfgraph.base.text import nearest, slug
from dfgraph.base.times import TimeError, parse_time
from dfgraph.sources.facts import faults
from dfgraph.sources.facts.dates import fact_days
from dfgraph.sources.facts.index import Days, Index, Unresolved
from dfgraph.sources.facts.record import Entry
from dfgraph.sources.schema import Field, Kind, Schema, ValueType

RESERVED = ("kind", "id", "evidence")


def name_records(
    entries: Iterable[Entry], schema: Schema, index: Index | None = None
) -> tuple[Index, list[Entry], list[Finding]]:
    """Gives every record its kind and id; the index of all things, the records that have both, and the faults.

    An id that is not written is made from the fields that the kind names for it, once all written ids are known. An
    `index` that is given knows things of which other records speak, and takes these in.
    """
    index = index or Index(schema)
    named: list[Entry] = []
    nameless: list[Entry] = []
    findings: list[Finding] = []
    for entry in entries:
        kind = _kind(entry, schema, findings)
        if kind is None:
            continue
        entry.kind = kind.key
        written = entry.values.get("id")
        if written is None:
            nameless.append(entry)
        elif isinstance(written, str) and is_id(written) and written.startswith(f"{kind.prefix}/"):
            entry.id = written
            _add(index, entry, kind, findings)
            named.append(entry)
        else:
            example = slug(str(written).rpartition("/")[2]) or "vi-du"
            at = entry.at("id")
            findings.append(faults.BAD_ID.at(at, id=written, kind=kind.key, prefix=kind.prefix, example=example))
    for entry in nameless:
        _mint(entry, schema.kinds[entry.kind], index, findings)
        if entry.id:
            named.append(entry)
    for entry in nameless:
        if entry.id:
            _add(index, entry, schema.kinds[entry.kind], findings)
    for former, now in index.former.items():
        if former in index.entries:
            at = index.entries[former][0].at("id")
            findings.append(faults.FORMER_ID.at(at, former, id=former, now=now))
    return index, named, findings


def _kind(entry: Entry, schema: Schema, findings: list[Finding]) -> Kind | None:
    key = entry.values.get("kind")
    kind = schema.kinds.get(key) if isinstance(key, str) else None
    if kind is not None:
        return kind
    if key is None:
        findings.append(faults.NO_KIND.at(entry.at(), examples=", ".join(list(schema.kinds)[:3])))
    else:
        all_kinds = Text("Các loại: {k}.", "The kinds are {k}.").fill(k=", ".join(sorted(schema.kinds)))
        meant = faults.did_you_mean(nearest(str(key), schema.kinds), otherwise=all_kinds)
        findings.append(faults.UNKNOWN_KIND.at(entry.at("kind"), kind=key, meant=meant))
    return None


def _add(index: Index, entry: Entry, kind: Kind, findings: list[Finding]) -> None:
    other = index.add(entry, kind)
    if other is not None:
        earlier = index.entries[entry.id][0].kind if entry.id in index.entries else "ontology"
        findings.append(
            faults.TWO_KINDS.at(entry.at("id"), entry.id, id=entry.id, kind=kind.key, other=other, other_kind=earlier)
        )


def _mint(entry: Entry, kind: Kind, index: Index, findings: list[Finding]) -> None:
    """Gives the record the id that its fields make, or says why they make none."""
    parts: list[str] = []
    days = fact_days(entry, index)
    for field in kind.id_from:
        value = entry.values.get(field.key)
        values = value if isinstance(value, list) else [value] if value is not None else []
        made: set[str] = set()
        for number, text in enumerate(values):
            at = entry.at(field.key, number)
            try:
                made.add(_part(str(text).strip(), field, index, days))
            except Unresolved as error:
                findings.append(error.fault.at(at, **error.values))
                return
            except TimeError as error:
                findings.append(faults.NOT_A_TIME.at(at, why=error.text))
                return
        parts.extend(sorted(made))
    if parts and all(parts):
        entry.id = f"{kind.prefix}/{'--'.join(parts)}"
        return
    keys = ", ".join(f.key for f in kind.id_from)
    or_fields = Text(" hoặc các trường: {k}", " or the fields: {k}").fill(k=keys) if keys else EMPTY
    findings.append(faults.NO_ID.at(entry.at(), prefix=kind.prefix, fields=or_fields))


def _part(text: str, field: Field, index: Index, days: Days) -> str:
    if field.type is ValueType.REFERENCE:
        return index.resolve(text, field.range or "", *days)[0].partition("/")[2].replace("/", "-")
    return parse_time(text).slug if field.type is ValueType.TIME else slug(text)
