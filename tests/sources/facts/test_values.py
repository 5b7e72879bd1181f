from __future__ import annotations

from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.base.names import BASE, XSD
from dfgraph.base.times import TimeError
from dfgraph.sources.facts.values import READERS, WrongValue
from dfgraph.sources.schema import ValueType
from telling import spoken


def read(type_: ValueType, text: str) -> tuple[str, str]:
    """The value that a strict reader of N-Triples finds in what `text` becomes, and its type."""
    term = f"<urn:s> <urn:p> {READERS[type_](text)} ."
    (quad,) = ox.parse(term.encode(), format=ox.RdfFormat.N_TRIPLES, lenient=False)
    node = quad.object
    assert isinstance(node, ox.Literal | ox.NamedNode)
    return node.value, node.datatype.value.removeprefix(XSD) if isinstance(node, ox.Literal) else "IRI"


@pytest.mark.parametrize(
    ("type_", "text", "value", "datatype"),
    [
        (ValueType.STRING, "22-NQ/TW", "22-NQ/TW", "string"),
        (ValueType.STRING, "Đa\u0300", "Đà", "string"),
        (ValueType.INTEGER, "10281", "10281", "integer"),
        (ValueType.INTEGER, "+007", "7", "integer"),
        (ValueType.INTEGER, "-0", "0", "integer"),
        (ValueType.DECIMAL, "60.280", "60.28", "decimal"),
        (ValueType.DECIMAL, "8000000000", "8000000000", "decimal"),
        (ValueType.DECIMAL, "-.5", "-0.5", "decimal"),
        (ValueType.DECIMAL, "3.", "3", "decimal"),
        (ValueType.DECIMAL, "0.00", "0", "decimal"),
        (ValueType.BOOLEAN, "true", "true", "boolean"),
        (ValueType.BOOLEAN, "No", "false", "boolean"),
        (ValueType.BOOLEAN, "Có", "true", "boolean"),
        (ValueType.BOOLEAN, "co\u0301", "true", "boolean"),
        (ValueType.BOOLEAN, "không", "false", "boolean"),
        (ValueType.DATE, "2019-06-18", "2019-06-18", "date"),
        (ValueType.ADDRESS, "https://example.org/Huế?x=1#a", "https://example.org/Huế?x=1#a", "anyURI"),
        (ValueType.IRI, "https://www.wikidata.org/entity/Q36400", "https://www.wikidata.org/entity/Q36400", "IRI"),
        (ValueType.IRI, "urn:isbn:9780000000000", "urn:isbn:9780000000000", "IRI"),
        (ValueType.TIME, "2016/..", f"{BASE}time/2016--open", "IRI"),
    ],
)
def test_a_text_becomes_the_value_of_its_type(type_: ValueType, text: str, value: str, datatype: str) -> None:
    assert read(type_, text) == (value, datatype)


@pytest.mark.parametrize(
    ("type_", "text", "meant"),
    [
        (ValueType.INTEGER, "1.320.324", "1320324"),
        (ValueType.INTEGER, "10.281", "10281"),
        (ValueType.INTEGER, "1,320,324", "1320324"),
        (ValueType.INTEGER, "1 320 324", "1320324"),
        (ValueType.INTEGER, "about 12", ""),
        (ValueType.INTEGER, "", ""),
        (ValueType.INTEGER, "12e3", ""),
        (ValueType.DECIMAL, "60,28", "60.28"),
        (ValueType.DECIMAL, "-60,28", "-60.28"),
        (ValueType.DECIMAL, "1.320.324,5", "1320324.5"),
        (ValueType.DECIMAL, "1,320,324.5", "1320324.5"),
        (ValueType.DECIMAL, "1\u00a0320,5", "1320.5"),
        (ValueType.DECIMAL, "NaN", ""),
        (ValueType.DECIMAL, ".", ""),
        (ValueType.DECIMAL, "1e9", ""),
        (ValueType.BOOLEAN, "maybe", ""),
        (ValueType.DATE, "2019", ""),
        (ValueType.DATE, "2019-01-01/2019-01-02", ""),
        (ValueType.ADDRESS, "example.org", ""),
        (ValueType.ADDRESS, "ftp://example.org", ""),
        (ValueType.ADDRESS, "https://example.org/a b", ""),
        (ValueType.ADDRESS, "javascript:alert(1)", ""),
        (ValueType.IRI, "https://example.org/<a>", ""),
        (ValueType.IRI, "https://[example", ""),
    ],
)
def test_a_text_of_another_type_is_refused_and_may_be_answered(type_: ValueType, text: str, meant: str) -> None:
    with pytest.raises(WrongValue) as caught:
        READERS[type_](text)
    spoken(caught.value.type_name)
    assert caught.value.hint.en.rpartition(": ")[2] == (f"{meant}." if meant else "")
    assert bool(caught.value.hint.vi) == bool(meant)


@given(st.integers(-(10**30), 10**30))
def test_every_whole_number_keeps_its_value(number: int) -> None:
    assert read(ValueType.INTEGER, str(number)) == (str(number), "integer")


@given(st.from_regex(r"[+-]?[0-9]{1,40}(\.[0-9]{1,40})?", fullmatch=True))
def test_every_number_keeps_its_value_to_the_last_digit(text: str) -> None:
    value, datatype = read(ValueType.DECIMAL, text)
    assert (Decimal(value), datatype) == (Decimal(text), "decimal")


def test_a_number_of_any_length_is_a_number_or_a_fault() -> None:
    try:
        assert read(ValueType.INTEGER, "9" * 5000)[1] == "integer"
    except WrongValue as error:
        spoken(error.type_name)


@given(
    st.sampled_from([ValueType.INTEGER, ValueType.DECIMAL]),
    st.from_regex(r"-?[0-9]{1,4}([.,][0-9]{1,3}){0,3}", fullmatch=True),
)
def test_a_number_that_is_suggested_is_one_that_is_accepted(type_: ValueType, text: str) -> None:
    try:
        READERS[type_](text)
    except WrongValue as error:
        meant = error.hint.en.rpartition(" ")[2].removesuffix(".")
        assert not meant or READERS[type_](meant)


@given(st.sampled_from(list(READERS)), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_a_sound_value_or_is_refused(type_: ValueType, text: str) -> None:
    try:
        value, datatype = read(type_, text)
    except (WrongValue, TimeError):
        return
    assert value is not None
    assert datatype


@given(st.sampled_from([ValueType.IRI, ValueType.ADDRESS]), st.text("aễ:/?#[]@%1 \u00a0\ue000\x7f.", max_size=12))
def test_any_address_is_a_sound_value_or_is_refused(type_: ValueType, rest: str) -> None:
    try:
        value, _ = read(type_, f"https://{rest}")
    except WrongValue:
        return
    assert value == f"https://{rest}"


def test_every_type_but_texts_and_references_has_a_reader() -> None:
    assert set(ValueType) - set(READERS) == {ValueType.TEXT, ValueType.REFERENCE}
