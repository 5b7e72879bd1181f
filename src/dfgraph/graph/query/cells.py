"""Terms of an answer as readers see them: things with labels, values with their plain Python value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pyoxigraph as ox

from dfgraph.base.language import Language, Text
from dfgraph.base.names import Names
from dfgraph.graph.store import Term

_VIETNAMESE_MARKS: Final = str.maketrans(",.", ".,")
_NUMBERS: Final[dict[str, Callable[[str], Any]]] = {
    "integer": int,
    "decimal": float,
    "double": float,
    "boolean": lambda text: text == "true",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: a thing (`id` and label), or a value (its text, and the plain Python value)."""

    id: str
    label: Text
    value: Any

    def say(self, language: Language) -> str:
        """What a reader sees."""
        return self.label.say(language) or self.id

    def to_json(self, language: Language) -> Any:
        """`{"id", "label"}` for a thing, the value itself for a value."""
        return {"id": self.id, "label": self.say(language)} if self.id else self.value


def to_cell(term: Term, labels: Mapping[str, Text], names: Names) -> Cell:
    """A term of an answer as a cell; `labels` are those of things, by IRI."""
    if isinstance(term, ox.NamedNode):
        id_ = names.compact(term.value)
        return Cell(id_, labels.get(term.value) or Text(id_, id_), term.value)
    if isinstance(term, ox.Literal):
        local = term.datatype.value.rpartition("#")[2]
        value = _NUMBERS[local](term.value) if local in _NUMBERS else term.value
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if local in ("integer", "decimal"):
            return Cell("", say_number(term.value), value)
        return Cell("", Text(term.value, term.value), value)
    return Cell("", Text(str(term), str(term)), str(term))


def say_number(text: str) -> Text:
    """A number as each language writes it; four digits stay together, for they may be a year or a page.

    >>> say_number("3500000000"), say_number("60.28").vi, say_number("2019").en
    (Text(vi='3.500.000.000', en='3,500,000,000'), '60,28', '2019')
    """
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, fraction = digits.partition(".")
    grouped = f"{int(whole or 0):,}" if len(whole) > 4 else whole
    english = f"{sign}{grouped}{point}{fraction}"
    return Text(english.translate(_VIETNAMESE_MARKS), english)
