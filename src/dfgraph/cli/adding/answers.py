"""What can be answered to the question for a field: what is found as one types, and what is wrong with an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dfgraph.base.language import EMPTY, Text
from dfgraph.base.times import TimeError
from dfgraph.cli.adding.asking import Check, Search
from dfgraph.cli.adding.options import terms_of
from dfgraph.graph.query.find import rank
from dfgraph.sources.drafts import is_address
from dfgraph.sources.facts import Index, faults
from dfgraph.sources.facts.values import READERS, WrongValue
from dfgraph.sources.schema import Field, Schema, ValueType

_NEEDED: Final = Text("Cần có.", "This is needed.")
_EXAMPLES: Final = {
    ValueType.TIME: Text("2019, 2019-06, 2019-06-18 hoặc 2016/2020", "2019, 2019-06, 2019-06-18 or 2016/2020"),
    ValueType.DATE: Text("2019-06-18", "2019-06-18"),
    ValueType.BOOLEAN: Text("có/không", "yes/no"),
    ValueType.ADDRESS: Text("https://…", "https://…"),
}


def searching(field: Field, index: Index) -> Search | None:
    """The search among what a field may refer to: terms by their short name, things by id; None for other fields."""
    if field.type is not ValueType.REFERENCE or field.range is None:
        return None
    named = _terms(field, index.schema) or _things(field.range, index)

    def search(typed: str) -> list[tuple[str, Text]]:
        from dfgraph.base.text import fold, nfc

        folded, wanted = fold(typed), nfc(typed)
        if not folded:
            return [(value, about) for value, about, _ in named]
        hits = []
        for value, about, names in named:
            ranks = [found for name in (value, *names) if (found := rank(name, wanted, folded)) is not None]
            if ranks:
                hits.append((min(ranks), value, about))
        return [(value, about) for _, value, about in sorted(hits, key=lambda hit: hit[:2])]

    return search


def _terms(field: Field, schema: Schema) -> list[tuple[str, Text, tuple[str, ...]]]:
    return [(term.id.partition("/")[2], term.label, term.names) for term in terms_of(field, schema)]


def _things(range_: str, index: Index) -> list[tuple[str, Text, tuple[str, ...]]]:
    from dfgraph.cli.adding.telling import describe

    return [(thing.id, describe(thing), thing.names) for thing in index.things(range_)]


def checking(field: Field, *, needed: bool) -> Check:
    """What is wrong with an answer, as far as the type of the field tells."""
    read: Callable[[str], str] | None = READERS.get(field.type)

    def check(text: str) -> Text:
        if not text:
            return _NEEDED if needed else EMPTY
        try:
            if read is not None:
                read(text)
        except TimeError as error:
            return error.text
        except WrongValue as error:
            return faults.WRONG_TYPE.message.fill(value=text, type=error.type_name)
        return EMPTY

    return check


def example(field: Field) -> Text:
    """How an answer looks, where that is not plain."""
    return _EXAMPLES.get(field.type, EMPTY)


def address_or(search: Search | None) -> Search:
    """The same search, which leaves web addresses alone."""

    def found(typed: str) -> list[tuple[str, Text]]:
        return [] if search is None or is_address(typed) else list(search(typed))

    return found
