"""From the values of options to drafts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import click

from dfgraph.base.language import Language, Text
from dfgraph.base.names import DFG, is_id
from dfgraph.cli.adding.names import Way
from dfgraph.sources.drafts import Draft, is_address, source_field, source_kind, url_field
from dfgraph.sources.schema import Kind, Schema, ValueType

RECORDED = DFG + "recorded"
"""The field of evidence that says on which day a claim was recorded."""

_EITHER = Text(
    "--{key} «{name}» là nguồn đã có, các tùy chọn --{key}-… tả nguồn mới: hãy chọn một.",
    "--{key} “{name}” is a known source, the options --{key}-… tell of a new one: choose one of the two.",
)


def draft_of(
    kind: Kind, ways: Iterable[Way], given: Mapping[str, Any], schema: Schema, *, language: Language, today: str
) -> Draft:
    """The record that the options say; a text without a language is in that of the reader.

    Raises UsageError where they contradict each other.
    """
    parts: dict[str, dict[str, Any]] = {"fields": {}, "evidence": {}, "source": {}}
    known: dict[str, dict[tuple[str | int, ...], str]] = {"fields": {("id",): "--id"}, "evidence": {}, "source": {}}
    for way in ways:
        keys = (way.field.key, way.language) if way.language else (way.field.key,)
        known[way.part][keys] = way.names[0]
        value = given.get(way.param)
        if value is not None and value != ():
            _put(parts[way.part], way, value, language)
    draft = Draft(kind.key, dict(parts["fields"]), known["fields"])
    if given.get("id"):
        draft.values["id"] = given["id"]
    if kind.self_evident:
        return draft
    _cite(draft, parts, known["source"], schema, language)
    draft.ways[("evidence",)] = known["evidence"].get((_cited(schema),), kind.key)
    draft.ways |= {("evidence", *keys): name for keys, name in known["evidence"].items()}
    evidence = parts["evidence"]
    if evidence or draft.cites:
        recorded = next((f.key for f in schema.evidence.fields.values() if f.path == RECORDED), None)
        draft.values["evidence"] = (
            evidence if recorded is None else {**evidence, recorded: evidence.get(recorded, today)}
        )
    return draft


def _put(values: dict[str, Any], way: Way, value: Any, language: str) -> None:
    field = way.field
    said = list(value) if isinstance(value, tuple) else [str(value).lower() if isinstance(value, bool) else str(value)]
    if field.type is ValueType.TEXT:
        texts = values.setdefault(field.key, {})
        before = texts.get(way.language or language, [])
        texts[way.language or language] = _plain([*(before if isinstance(before, list) else [before]), *said])
    else:
        values[field.key] = _plain(said)


def _plain(said: list[str]) -> Any:
    return said[0] if len(said) == 1 else said


def _cited(schema: Schema) -> str:
    field = source_field(schema)
    return field.key if field else ""


def _cite(
    draft: Draft, parts: dict[str, dict[str, Any]], names: Mapping[Any, str], schema: Schema, language: Language
) -> None:
    """Moves what was said of a source into a draft of its own."""
    kind, evidence, key = source_kind(schema), parts["evidence"], _cited(schema)
    source = parts["source"]
    if kind is None or not (source or is_address(str(evidence.get(key, "")))):
        return
    address, named = url_field(kind), evidence.pop(key, None)
    if named and is_address(named) and address and address.key not in source:
        source = {**source, address.key: named}
    elif named and is_id(named) and named.startswith(f"{kind.prefix}/"):
        source = {"id": named, **source}
    elif named:
        raise click.UsageError(_EITHER.fill(name=named, key=key).say(language))
    draft.cites = Draft(kind.key, source, {("id",): f"--{key}", **names})
