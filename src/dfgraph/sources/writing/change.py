"""Records changed in the text of a facts file of either form, and read back to see that nothing else changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from dfgraph.sources.facts.book import READERS
from dfgraph.sources.facts.record import Entry
from dfgraph.sources.writing.edit import Edits, Path, edit_yaml
from dfgraph.sources.writing.record_text import plain
from dfgraph.sources.writing.rows import edit_csv
from dfgraph.sources.writing.text import without_mark
from dfgraph.sources.writing.tokens import Words, replace_in_csv, replace_in_yaml

_EVIDENCE = "evidence"


def change(text: str, edits: Edits, *, suffix: str = ".yaml") -> str:
    r"""The text of a facts file in which records have new values; `suffix` tells its form.

    `edits` gives, by the line on which a record starts, new values by path; None takes one away. The text is read
    back: ValueError where it cannot be read, or would say anything but what is wanted.

    >>> change("- {kind: event, id: event/a}  # one\n", {1: {("date",): "2019-06"}})
    '- {kind: event, id: event/a, date: 2019-06}  # one\n'
    """
    before = _read(text, suffix)
    made = edit_csv(text, edits) if _is_csv(suffix) else edit_yaml(text, edits)
    if [_said(e) for e in _read(made, suffix)] != [_said(_edited(e, edits.get(e.line, {}))) for e in before]:
        raise ValueError("the value cannot be changed by itself")
    return made


def replace(text: str, words: Words, *, suffix: str = ".yaml") -> str:
    """The text of a facts file in which words give way to new ones, at the places that the reader gives."""
    return (replace_in_csv if _is_csv(suffix) else replace_in_yaml)(text, words)


def set_field(text: str, line: int, key: str, value: Any) -> str:
    r"""The text in which the record that starts on `line` (from 1) has `value` at `key`; None takes the key away.

    Raises ValueError where no record starts there.

    >>> set_field("- kind: event  # one\n  date: 2019  # sure\n", 1, "date", "2019-06")
    '- kind: event  # one\n  date: 2019-06  # sure\n'
    """
    return change(text, {line: {(key,): value}})


def set_evidence(text: str, line: int, key: str, value: Any, number: int = 0) -> str:
    """The same for a key of the record's evidence; `number` (from 0) where it has several pieces.

    A record without evidence of its own (it comes from the file's defaults) gets some.
    """
    return change(text, {line: {(_EVIDENCE, number, key): value}})


def _is_csv(suffix: str) -> bool:
    return PurePath(f"a{suffix}").suffix.lower() == ".csv"


def _read(text: str, suffix: str) -> list[Entry]:
    entries, faults = READERS[suffix.lower()]("", without_mark(text))
    if faults:
        raise ValueError(faults[0].message.en)
    return entries


def _said(value: Any) -> Any:
    """What a record says, without lists and mappings that hold nothing, and one value as a list of it."""
    if isinstance(value, Entry):
        return _said(value.values)
    if isinstance(value, Mapping):
        told = {key: _said(item) for key, item in value.items()}
        return {key: item for key, item in told.items() if item not in (None, {}, [])}
    if isinstance(value, list):
        several = [_said(item) for item in value]
        return several[0] if len(several) == 1 else several
    return value


def _edited(entry: Entry, values: Mapping[Path, Any]) -> Any:
    told: Any = entry.values
    for path, value in values.items():
        told = _with(told, path, None if value is None else plain(value))
    return _said(told)


def _with(told: Any, path: Path, value: Any) -> Any:
    """`told` with `value` at a path; a number is passed over where there is no list."""
    if not path:
        return value
    step, *rest = path
    if isinstance(told, list):
        return [_with(item, tuple(rest), value) if n == step else item for n, item in enumerate(told)]
    if isinstance(step, int):
        return _with(told, tuple(rest), value)
    inner = told if isinstance(told, Mapping) else {}
    return {**inner, step: _with(inner.get(step), tuple(rest), value)}
