"""Text to a term of RDF, one reader for each type of value."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import pyoxigraph as ox

from dfgraph.base.language import EMPTY, Text
from dfgraph.base.names import BASE
from dfgraph.base.rdf import iri_term, text_term, typed_term
from dfgraph.base.text import nfc
from dfgraph.base.times import parse_time
from dfgraph.sources.facts import faults
from dfgraph.sources.facts.faults import TYPE_NAMES
from dfgraph.sources.schema import ValueType

_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_VIETNAMESE_NUMBER = re.compile(r"[+-]?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_ENGLISH_NUMBER = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_TRUE: Final = {"true": "true", "false": "false", "yes": "true", "no": "false", "có": "true", "không": "false"}


class WrongValue(ValueError):
    """A text is not of its field's type; `hint` may say what was meant."""

    def __init__(self, type_: ValueType, hint: Text = EMPTY) -> None:
        super().__init__(type_.value)
        self.type_name = TYPE_NAMES[type_.value]
        self.hint = hint


def read_integer(text: str) -> str:
    """A whole number in canonical form.

    >>> read_integer("007")
    '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    if not _INTEGER.fullmatch(text):
        raise WrongValue(ValueType.INTEGER, _number_hint(text, _INTEGER))
    return typed_term(_canonical(text), "integer")


def read_decimal(text: str) -> str:
    """A number in canonical form: no exponent, no padding.

    >>> read_decimal("60.280")
    '"60.28"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    if not _DECIMAL.fullmatch(text):
        raise WrongValue(ValueType.DECIMAL, _number_hint(text, _DECIMAL))
    return typed_term(_canonical(text), "decimal")


def _canonical(number: str) -> str:
    """Without padding, and to the last digit: no arithmetic that would round."""
    whole, _, fraction = number.lstrip("+-").partition(".")
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    plain = f"{whole}.{fraction}" if fraction else whole
    return f"-{plain}" if number.startswith("-") and plain != "0" else plain


def _number_hint(text: str, wanted: re.Pattern[str]) -> Text:
    compact = re.sub(r"\s", "", text)
    if _VIETNAMESE_NUMBER.fullmatch(compact):
        meant = compact.replace(".", "").replace(",", ".")
    elif _ENGLISH_NUMBER.fullmatch(compact):
        meant = compact.replace(",", "")
    else:
        return EMPTY
    if not wanted.fullmatch(meant):
        return EMPTY
    return faults.PLAIN_NUMBER.fill(meant=meant)


def read_boolean(text: str) -> str:
    """True or false, in either language."""
    value = _TRUE.get(nfc(text).lower())
    if value is None:
        raise WrongValue(ValueType.BOOLEAN)
    return typed_term(value, "boolean")


def read_day(text: str) -> str:
    """A calendar day. Raises TimeError where there is no such day."""
    span = parse_time(text)
    if span.datatype != "date":
        raise WrongValue(ValueType.DATE)
    return typed_term(text, "date")


def read_address(text: str) -> str:
    """A web address, as a literal of type anyURI."""
    _check_address(text)
    return typed_term(text, "anyURI")


def read_iri(text: str) -> str:
    """A web address, as a node of the graph."""
    _check_address(text)
    return iri_term(text)


def _check_address(text: str) -> None:
    try:
        ox.NamedNode(text)
    except ValueError:
        raise WrongValue(ValueType.ADDRESS) from None
    if not text.startswith(("http://", "https://", "urn:", "mailto:")):
        raise WrongValue(ValueType.ADDRESS)


def read_string(text: str) -> str:
    """A text without language: a number, a code."""
    return text_term(nfc(text))


def time_term(slug: str) -> str:
    """The node of a time, by the slug that the time has."""
    return f"<{BASE}time/{slug}>"


def read_time(text: str) -> str:
    """The node of a time. Raises TimeError where `text` is none."""
    return time_term(parse_time(text).slug)


READERS: Final[dict[ValueType, Callable[[str], str]]] = {
    ValueType.STRING: read_string,
    ValueType.INTEGER: read_integer,
    ValueType.DECIMAL: read_decimal,
    ValueType.BOOLEAN: read_boolean,
    ValueType.DATE: read_day,
    ValueType.ADDRESS: read_address,
    ValueType.IRI: read_iri,
    ValueType.TIME: read_time,
}
