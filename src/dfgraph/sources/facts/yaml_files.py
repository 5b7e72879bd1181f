"""Facts in YAML: one list of records, read with the line and column of every value.

Read from libyaml's events with no node tree in between. Scalars stay text: the
field's type decides what `2019` or `no` is. Aliases, tags and duplicate keys are refused, by name and place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.reader import ReaderError

from dfgraph.base.findings import Finding, Location
from dfgraph.base.language import Text
from dfgraph.sources.facts import faults
from dfgraph.sources.facts.record import Entry, Marks, place

_NOT_STATED: Final = frozenset(("", "~", "null", "Null", "NULL"))
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: str, text: str) -> tuple[list[Entry], list[Finding]]:
    """The records of a YAML text, and what is wrong with it; what stands before a fault is still read."""
    reader = _Reader(path)
    try:
        reader.read(_Loader(text).get_event)
    except yaml.YAMLError as error:
        reader.findings.append(_broken(path, text, error))
    except RecursionError:
        what = Text("lồng quá sâu", "Nesting this deep")
        reader.findings.append(faults.NOT_SUPPORTED.at(Location(path), what=what))
    return reader.entries, reader.findings


def _broken(path: str, text: str, error: yaml.YAMLError) -> Finding:
    if isinstance(error, ReaderError):
        found = _UNPRINTABLE.search(text)
        line = text.count("\n", 0, found.start()) + 1 if found else 0
        control = Text("ký tự điều khiển không được phép", "a control character, which is not allowed")
        return faults.BROKEN_YAML.at(Location(path, line), why=control)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    location = Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)
    why = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    return faults.BROKEN_YAML.at(location, why=why)


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.entries: list[Entry] = []
        self.findings: list[Finding] = []
        self.defaults: tuple[dict[str, Any], Marks] = ({}, {})

    def read(self, events: Callable[[], Any]) -> None:
        """Reads every record of the stream of events."""
        self.event = events
        self.event()
        event = self.event()
        if isinstance(event, StreamEndEvent):
            return
        assert isinstance(event, DocumentStartEvent)
        event = self.event()
        if not isinstance(event, SequenceStartEvent):
            if not (isinstance(event, ScalarEvent) and event.value in _NOT_STATED):
                self.findings.append(faults.NOT_A_LIST.at(self.location(event)))
            return
        while not isinstance(event := self.event(), SequenceEndEvent):
            if isinstance(event, MappingStartEvent):
                self.record(event)
            else:
                self.findings.append(faults.NOT_A_LIST.at(self.location(event)))
                self.value(event)
        self.event()
        if not isinstance(event := self.event(), StreamEndEvent):
            what = Text("nhiều tài liệu trong một tệp («---»)", "More than one document in a file (“---”)")
            self.findings.append(faults.NOT_SUPPORTED.at(self.location(event), what=what))

    def record(self, event: Any) -> None:
        line = event.start_mark.line + 1
        values, marks = self.mapping(event)
        if len(values) == 1 and isinstance(values.get("defaults"), dict):
            self.defaults = (values["defaults"], marks["defaults"])
            return
        if self.defaults[0]:
            values, marks = _with_defaults(values, marks, *self.defaults)
        self.entries.append(Entry(self.path, line, values, marks))

    def mapping(self, start: Any) -> tuple[dict[str, Any], Marks]:
        next_event = self.event
        mark: Any = start.start_mark
        values: dict[str, Any] = {}
        marks: Marks = {None: place(mark.line + 1, mark.column + 1)}
        while True:
            event: Any = next_event()
            if type(event) is MappingEndEvent:
                return values, marks
            if type(event) is not ScalarEvent:
                self.refuse(event, Text("khóa không phải văn bản", "A key that is not text"))
                self.value(event)
                self.value(next_event())
                continue
            key: str = event.value
            if key in marks:
                self.findings.append(faults.DUPLICATE_KEY.at(self.location(event), key=key))
            name: Any = event
            event = next_event()
            if type(event) is ScalarEvent and event.tag is None:
                mark = event.start_mark
                value = event.value
                if not value and mark.index == name.end_mark.index:
                    self.findings.append(faults.STRAY_WORDS.at(self.location(name), words=key))
                column = mark.column + 1
                marks[key] = mark.line + 1 << 16 | (column if column < 0xFFFF else 0xFFFF)  # as place() does
                if value not in _NOT_STATED or not event.implicit[0]:
                    values[key] = value
            else:
                value, marks[key] = self.value(event)
                if value is not None:
                    values[key] = value

    def value(self, event: Any) -> tuple[Any, Any]:
        """The value that `event` starts, with its marks; None where it states nothing or is refused."""
        kind = type(event)
        mark = place(event.start_mark.line + 1, event.start_mark.column + 1)
        if getattr(event, "tag", None) is not None and event.tag not in ("!", "tag:yaml.org,2002:str"):
            self.refuse(event, Text("nhãn «{tag}»", "The tag “{tag}”").fill(tag=event.tag))
        if kind is ScalarEvent:
            return (None if event.implicit[0] and event.value in _NOT_STATED else event.value), mark
        if kind is MappingStartEvent:
            return self.mapping(event)
        if kind is SequenceStartEvent:
            return self.sequence(mark)
        if kind is AliasEvent:
            self.refuse(event, Text("bí danh «*{name}»", "The alias “*{name}”").fill(name=event.anchor))
        return None, mark

    def sequence(self, mark: int) -> tuple[list[Any], Marks]:
        items: list[Any] = []
        marks: Marks = {None: mark}
        while type(event := self.event()) is not SequenceEndEvent:
            value, place_ = self.value(event)
            if value is not None:
                marks[len(items)] = place_
                items.append(value)
        return items, marks

    def refuse(self, event: Any, what: Text) -> None:
        self.findings.append(faults.NOT_SUPPORTED.at(self.location(event), what=what))

    def location(self, event: Any) -> Location:
        return Location(self.path, event.start_mark.line + 1, event.start_mark.column + 1)


def _with_defaults(
    values: dict[str, Any], marks: Marks, defaults: dict[str, Any], default_marks: Marks
) -> tuple[dict[str, Any], Marks]:
    """The record's own values over the file's defaults, `evidence` and other mappings key by key.

    A key that the record leaves empty takes the default back.
    """
    merged, merged_marks = _over(values, marks, defaults), {**default_marks, **marks}
    for key, default in defaults.items():
        own = values.get(key)
        if isinstance(default, dict) and isinstance(own, dict):
            merged[key] = _over(own, marks[key], default)
            merged_marks[key] = {**default_marks[key], **marks[key]}
        elif isinstance(default, dict) and isinstance(own, list):
            places = marks[key]
            merged[key] = [
                _over(item, places[n], default) if isinstance(item, dict) else item for n, item in enumerate(own)
            ]
            merged_marks[key] = {
                n: {**default_marks[key], **place_} if isinstance(place_, dict) else place_
                for n, place_ in places.items()
            }
    return merged, merged_marks


def _over(own: dict[str, Any], marks: Marks, defaults: dict[str, Any]) -> dict[str, Any]:
    return {**{key: value for key, value in defaults.items() if key not in marks}, **own}
