"""Records as YAML text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

import yaml

_WIDTH: Final = 120
_NO_WRAP: Final = 10**9
_NULL: Final = "tag:yaml.org,2002:null"
# Words and ids, which YAML takes as they stand: most values are, and the dumper is slow to find out.
_SIMPLE: Final = re.compile(r"(?!(?:null|Null|NULL)\Z)[^\W_](?:[\w ./()-]*[\w./()-])?\Z")
_BREAKS: Final = frozenset("\n\r\x85\u2028\u2029")


class _Dumper(yaml.SafeDumper):
    """Writes text as text: the field's type decides what `2019` or `no` is, so neither needs quotes."""


# What reads as “not stated” must be quoted where it is meant as text; nothing else is taken for another type.
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == _NULL]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


class Nothing:
    """Written as `~`: says that there is no value, also where a default of the file would give one."""


NOTHING: Final = Nothing()


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if _BREAKS & set(text) else None)


def _nothing(dumper: yaml.SafeDumper, _: Nothing) -> yaml.ScalarNode:
    return dumper.represent_scalar(_NULL, "~")


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Nothing, _nothing)


def record_text(values: Mapping[str, Any]) -> str:
    """One record as an item of a facts file: a key a line, what is short in one line.

    Values are text (or numbers and truth values), lists and mappings of these; what is None is not written.

    >>> print(record_text({"kind": "event", "label": {"vi": "Lễ hội", "en": "Festival"}, "date": "2019-06"}), end="")
    - kind: event
      label: {vi: Lễ hội, en: Festival}
      date: 2019-06
    """
    lines = [line for key, value in plain(values).items() for line in key_lines(key, value, 2)]
    return "- " + "\n".join(lines or ["  {}"])[2:] + "\n"


def value_text(value: Any, *, flow: bool) -> str:
    """One value as it can stand behind a key on one line, or, with `flow`, within brackets and braces too.

    >>> value_text("a, b", flow=False), value_text("a, b", flow=True), value_text(["a", "b"], flow=False)
    ('a, b', "'a, b'", '[a, b]')
    """
    value = plain(value)
    if isinstance(value, Mapping):
        pairs = (f"{value_text(key, flow=True)}: {value_text(item, flow=True)}" for key, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(value_text(item, flow=True) for item in value)}]"
    if isinstance(value, str) and _SIMPLE.match(value):
        return value
    return _dump([value], flow=True, width=_NO_WRAP)[1:-2] if flow else _dump([value], flow=False, width=_NO_WRAP)[2:-1]


def plain(value: Any) -> Any:
    """A value as the reader of facts gives it back: all scalars text, nothing that is not stated."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value if item is not None]
    if isinstance(value, Nothing):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    return format(Decimal(str(value)), "f") if isinstance(value, float) else str(value)


def key_lines(key: str, value: Any, indent: int) -> Iterator[str]:
    """The lines, without their ends, of one key of a mapping that stands `indent` columns deep."""
    margin = " " * indent
    if isinstance(value, str):
        if len(key) + len(value) + indent + 2 <= _WIDTH and _SIMPLE.match(key) and _SIMPLE.match(value):
            yield f"{margin}{key}: {value}"
            return
        told = _dump({key: value}, flow=False, width=_WIDTH - indent)
        yield from (margin + line for line in told.removesuffix("\n").split("\n"))
        return
    head = f"{margin}{value_text(key, flow=True)}:"
    line = f"{head} {value_text(value, flow=True)}"
    if len(line) <= _WIDTH or not value or isinstance(value, Nothing):
        yield line
        return
    yield head
    if isinstance(value, Mapping):
        for inner, item in value.items():
            yield from key_lines(inner, item, indent + 2)
    else:
        yield from _items(value, indent + 2)


def _items(values: Sequence[Any], indent: int) -> Iterator[str]:
    margin = " " * indent
    for item in values:
        if isinstance(item, Mapping) and item and len(margin + value_text(item, flow=True)) + 2 > _WIDTH:
            lines = [line for key, inner in item.items() for line in key_lines(key, inner, indent + 2)]
            yield f"{margin}- {lines[0][indent + 2 :]}"
            yield from lines[1:]
        else:
            yield f"{margin}- {value_text(item, flow=False)}"


def _dump(data: Any, *, flow: bool, width: int) -> str:
    return str(
        yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=width, default_flow_style=flow)
    )
