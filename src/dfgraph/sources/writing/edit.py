"""Values of records changed in the text of a YAML facts file; comments, order and layout of all else stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from dfgraph.sources.writing.nodes import Items, Keys, Node, Scalar, end_of, records_at
from dfgraph.sources.writing.record_text import NOTHING, key_lines, plain, value_text
from dfgraph.sources.writing.text import BOM, Splice, line_end, spliced, without_mark

Path = tuple[str | int, ...]
Edits = Mapping[int, Mapping[Path, Any]]
"""By the line on which a record starts: its new values by path; None takes one away."""

_BEHIND: Final = {"id": "kind"}
"""A key that is added to a record stands behind another one; all others before the evidence."""

_LAST: Final = "evidence"
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(?=#)")


def edit_yaml(text: str, edits: Edits) -> str:
    """The text in which the records that start on some lines have new values.

    A path is a key, then inner keys or, in a list, numbers from 0; a number is passed over where there is no list.
    Raises ValueError where no record starts on a line, or a value cannot be changed by itself.
    """
    mark = BOM if text.startswith(BOM) else ""
    text = without_mark(text)
    records = records_at(text, edits)
    splices: list[Splice] = []
    for line, values in edits.items():
        if line not in records:
            raise ValueError(f"no record starts on line {line}")
        splices += _Editor(text).edit(records[line].node, records[line].defaults, _tree(values))
    return mark + spliced(text, splices)


@dataclass(frozen=True, slots=True)
class _New:
    """The value that a key gets; None where it is taken away."""

    value: Any


_Tree = Mapping[str | int, Any]
"""What changes, by key or number: a `_New`, or the tree of what changes within."""


def _tree(values: Mapping[Path, Any]) -> _Tree:
    tree: dict[str | int, Any] = {}
    for (*outer, last), value in values.items():
        level = tree
        for step in outer:
            level = level.setdefault(step, {})
        level[last] = _New(None if value is None else plain(value))
    return tree


def _whole(change: Any, default: Node | None) -> Any:
    """The value that a change makes where nothing stands; None where it need not be written.

    What is taken away and would hold by default is silenced.
    """
    if isinstance(change, _New):
        return NOTHING if change.value is None and default is not None else change.value
    if list(change) == [0]:
        return _whole(change[0], default)
    found = {key: _whole(inner, _get(default, key)) for key, inner in change.items()}
    return {key: value for key, value in found.items() if value is not None} or None


def _get(node: Node | None, key: str | int) -> Node | None:
    return node.get(str(key)) if isinstance(node, Keys) else None


@dataclass(frozen=True, slots=True)
class _Editor:
    text: str

    def edit(self, node: Node, defaults: Node | None, tree: _Tree) -> Iterator[Splice]:
        """What changes in a mapping or list; `defaults` is what would hold where it says nothing."""
        if isinstance(node, Items):
            for number, change in tree.items():
                if not isinstance(number, int) or not 0 <= number < len(node.items) or isinstance(change, _New):
                    raise ValueError(f"the list has no mapping {number}")
                yield from self.edit(node.items[number], defaults, change)
        elif list(tree) == [0]:
            yield from self.edit(node, defaults, tree[0])
        elif isinstance(node, Keys):
            yield from self._keys(node, defaults, tree)
        else:
            raise ValueError("a text has no keys")

    def _keys(self, keys: Keys, defaults: Node | None, tree: _Tree) -> Iterator[Splice]:
        added: dict[str, Any] = {}
        gone: list[str] = []
        for step, change in tree.items():
            key, there, default = str(step), keys.get(str(step)), _get(defaults, step)
            if there is not None and isinstance(change, Mapping) and not _says_nothing(there):
                yield from self.edit(there, default, change)
                continue
            value = _whole(change, default)
            if there is None and value is not None:
                added[key] = value
            elif there is not None and value is not None:
                yield from self._replace(keys, key, value, default)
            elif there is not None:
                gone.append(key)
        if len(gone) == len(keys.items) and keys.flow:
            yield Splice(keys.start, keys.end, value_text(added, flow=True))
            return
        for key in gone:
            yield from self._remove(keys, key, last=len(gone) == len(keys.items))
        yield from self._add(keys, added)

    def _replace(self, keys: Keys, key: str, value: Any, default: Node | None = None) -> Iterator[Splice]:
        name, node = next(item for item in keys.items if item[0].value == key)
        if isinstance(node, Keys) and isinstance(value, Mapping) and value and node.items:
            keys_of_both = dict.fromkeys([*(inner.value for inner, _ in node.items), *value])
            yield from self._keys(node, default, {k: _New(value.get(k)) for k in keys_of_both})
            return
        written = value_text(value, flow=keys.flow)
        start, end = node.start, end_of(self.text, node)
        if start == end:  # nothing stands behind the colon, or there is not even a colon
            colon = self._colon(name, end)
            yield Splice(colon, colon, f" {written}" if colon > name.end else f": {written}")
        elif "\n" in self.text[name.end : start]:
            colon = self._colon(name, start)
            yield Splice(colon, colon, f" {written}")
            yield Splice(self._line_break(colon), end, "")
        elif isinstance(node, Scalar) and node.block and (header := _HEADER.match(self.text, start)):
            yield Splice(start, header.end(), f"{written}  ")  # the comment behind `|` stays on its line
            yield Splice(self._line_break(header.end()), end, "")
        else:
            breaks = node.end == end and isinstance(node, Scalar) and node.block and self.text[end - 1] == "\n"
            yield Splice(start, end, written + line_end(self.text) * breaks)

    def _colon(self, name: Scalar, limit: int) -> int:
        """Behind the colon of a key; behind the key itself where it has none."""
        colon = self.text.find(":", name.end, max(limit, name.end) + 1)
        if colon >= 0 and self.text[name.end : colon].strip():
            raise ValueError("a key is written in an unusual form")
        return colon + 1 if colon >= 0 else name.end

    def _add(self, keys: Keys, added: Mapping[str, Any]) -> Iterator[Splice]:
        for key, value in added.items():
            names = [name.value for name, _ in keys.items]
            before = names.index(_LAST) if _LAST in names[1:] else len(names)
            before = names.index(_BEHIND[key]) + 1 if _BEHIND.get(key) in names else before
            name, node = keys.items[before - 1] if keys.items else (None, keys)
            end = end_of(self.text, node)
            if not keys.flow:
                assert name is not None
                ending = line_end(self.text)
                lines = list(key_lines(key, value, keys.column))
                at = self._next_line(max(end, self._colon(name, node.start)))
                whole = at and self.text[at - 1] == "\n"
                yield Splice(at, at, "".join(line + ending if whole else ending + line for line in lines))
                continue
            written = f"{value_text(key, flow=True)}: {value_text(value, flow=True)}"
            if name is None or node.start == end:
                yield Splice(keys.start + 1, keys.start + 1, f"{written}{', ' if keys.items else ''}")
            else:
                yield Splice(end, end, f", {written}")

    def _remove(self, keys: Keys, key: str, *, last: bool) -> Iterator[Splice]:
        """Takes a key away with its value; where it must hold its line, it stays with no value."""
        position = next(n for n, (name, _) in enumerate(keys.items) if name.value == key)
        name, node = keys.items[position]
        end = max(end_of(self.text, node), self._colon(name, node.start))
        if not keys.flow:
            line = self.text.rfind("\n", 0, name.start) + 1
            if self.text[line : name.start].strip() or (last and not position):
                yield from self._replace(keys, key, NOTHING)
            else:
                yield Splice(line, self._next_line(end), "")
        elif position + 1 < len(keys.items):
            yield Splice(name.start, keys.items[position + 1][0].start, "")
        else:
            earlier, value = keys.items[position - 1]
            comma = self.text.index(",", max(end_of(self.text, value), earlier.end))
            alone = not self.text[comma + 1 : name.start].strip()
            yield Splice(comma, comma + 1, "")
            yield Splice(comma + 1 if alone else name.start, end, "")

    def _line_break(self, at: int) -> int:
        """Where the line of `at` ends, before its line break."""
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        return end - 1 if end > at and self.text[end - 1] == "\r" else end

    def _next_line(self, at: int) -> int:
        if at and self.text[at - 1] == "\n":
            return at
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1


def _says_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value in ("", "~", "null", "Null", "NULL")
