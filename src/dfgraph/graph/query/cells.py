"""Terms of an answer as readers see them: things with labels, values with their plain Python value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pyoxigraph as ox

from dfgraph.base.language import LANGUAGES, Language, Text, say_number
from dfgraph.base.names import Names
from dfgraph.graph.store import Term

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
    language: str = ""

    def say(self, language: Language) -> str:
        """What a reader sees."""
        return self.label.say(language) or self.id

    def to_json(self, language: Language) -> Any:
        """`{"id", "label"}` for a thing, the value itself for a value."""
        return {"id": self.id, "label": self.say(language)} if self.id else self.value


@dataclass(frozen=True, slots=True)
class Several(Cell):
    """All values of one column for one row; of texts in several languages, those in the reader's."""

    parts: tuple[Cell, ...] = ()

    @classmethod
    def of(cls, parts: tuple[Cell, ...]) -> Several:
        """These values as one cell."""
        vi, en = (", ".join(cell.say(to) for cell in _told(parts, to)) for to in LANGUAGES)
        return cls("", Text(vi, en), [cell.value for cell in parts], parts=parts)

    def told(self, language: Language) -> tuple[Cell, ...]:
        """The values that a reader of this language gets."""
        return _told(self.parts, language)

    def to_json(self, language: Language) -> Any:
        """A list, empty where there is no value."""
        return [cell.to_json(language) for cell in self.told(language)]


def _told(parts: tuple[Cell, ...], language: Language) -> tuple[Cell, ...]:
    return tuple(cell for cell in parts if cell.language in ("", language)) or parts


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
        return Cell("", Text(term.value, term.value), value, term.language or "")
    return Cell("", Text(str(term), str(term)), str(term))
