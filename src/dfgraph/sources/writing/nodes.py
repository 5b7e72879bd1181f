"""The records of a YAML text as nodes that know where each key and value stands.

From libyaml's events, and of the wanted records alone: composing all of a long file takes seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Scalar:
    """A text: where it starts and ends, and whether it is written as a block (`|` or `>`)."""

    start: int
    end: int
    value: str
    block: bool


@dataclass(slots=True)
class Items:
    """A list; `end` is known for `[…]` alone."""

    start: int
    end: int
    flow: bool
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Keys:
    """A mapping; `end` is known for `{…}` alone, `column` is where a key of a block stands."""

    start: int
    end: int
    flow: bool
    column: int
    items: list[tuple[Scalar, Node]] = field(default_factory=list)

    def get(self, key: str) -> Node | None:
        """What stands at `key`."""
        return next((node for name, node in self.items if name.value == key), None)


Node = Scalar | Items | Keys


@dataclass(slots=True)
class Record:
    """A record, and the defaults that hold where it stands."""

    node: Keys
    defaults: Keys | None


def records_at(text: str, lines: Collection[int]) -> dict[int, Record]:
    """The records that start on `lines` (from 1), by line; lines where none starts are left out."""
    return {line: record for line, record in _records(_Loader(text).get_event) if line in lines}


def _records(events: Callable[[], Any]) -> Iterator[tuple[int, Record]]:
    defaults: Keys | None = None
    while type(event := events()) is not SequenceStartEvent:
        if type(event) is StreamEndEvent:
            return
    while type(event := events()) is not SequenceEndEvent:
        line = event.start_mark.line + 1
        node = _node(event, events)
        if isinstance(node, Keys):
            inner = node.get("defaults")
            if len(node.items) == 1 and isinstance(inner, Keys):
                defaults = inner
            else:
                yield line, Record(node, defaults)


def _node(event: Any, events: Callable[[], Any]) -> Node:
    kind, start, end = type(event), event.start_mark.index, event.end_mark.index
    if kind is MappingStartEvent:
        keys = Keys(start, end, bool(event.flow_style), event.start_mark.column)
        while type(inner := events()) is not MappingEndEvent:
            name = _node(inner, events)
            if not isinstance(name, Scalar):
                raise ValueError("a key that is not text")  # noqa: TRY004 - what is wrong is in the file
            keys.items.append((name, _node(events(), events)))
        closing: Any = inner
        keys.end = closing.end_mark.index
        return keys
    if kind is SequenceStartEvent:
        items = Items(start, end, bool(event.flow_style))
        while type(inner := events()) is not SequenceEndEvent:
            items.items.append(_node(inner, events))
        closing = inner
        items.end = closing.end_mark.index
        return items
    if kind is not ScalarEvent:
        raise ValueError("an alias")
    return Scalar(start, end, event.value, event.style in ("|", ">"))


def end_of(text: str, node: Node) -> int:
    """Where the text of a value ends: a block ends with its last value, not at the next key.

    The line breaks behind a block scalar belong to it only where it keeps them (`|+`).
    """
    if isinstance(node, Scalar):
        written = text[node.start : node.end]
        keeps = not node.block or "+" in written[:3]
        return node.end if keeps else node.start + len(written.rstrip())
    if node.flow or not node.items:
        return node.end
    last = node.items[-1]
    return end_of(text, last[1] if isinstance(last, tuple) else last)
