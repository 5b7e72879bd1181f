"""No text that a person types can change what a query does."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dfgraph.base.errors import QueryError
from dfgraph.graph.query.binding import bind
from dfgraph.graph.store import GraphStore

TWO = "SELECT ?x ?y WHERE { VALUES $x { UNDEF } VALUES $y { UNDEF } }"
texts = st.text(st.characters(exclude_categories=["Cs"]))
ATTACKS = [
    '" } DROP ALL {',
    "'''",
    '"""',
    "\\",
    '\\" }',
    "\n",
    "\r",
    "\x00",
    "$y { UNDEF }",
    "\\g<0>",
    "\\1",
    "#",
    "<",
    "}",
]


def rows(query: str) -> list[tuple[str | None, ...]]:
    """The rows of a query on an empty store, as plain text."""
    found = GraphStore.in_memory({}).rows(query)
    return [tuple(None if term is None else str(getattr(term, "value", term)) for term in row) for row in found]


def test_an_open_parameter_is_sound_sparql_and_matches_all() -> None:
    assert bind(TWO, {"x": [], "y": []}) == TWO
    assert rows(TWO) == [(None, None)]


def test_several_terms_are_alternatives() -> None:
    bound = bind(TWO, {"x": [ox.Literal("a"), ox.NamedNode("http://e.org/b")]})
    assert bound == 'SELECT ?x ?y WHERE { VALUES $x { "a" <http://e.org/b> } VALUES $y { UNDEF } }'
    assert rows(bound) == [("a", None), ("http://e.org/b", None)]


@pytest.mark.parametrize(
    "written", ["VALUES $x { UNDEF }", "values ?x {undef}", "VALUES\n  $x\n  {\n UNDEF\n }", "VALUES $x{UNDEF}"]
)
def test_a_slot_may_be_written_in_any_way(written: str) -> None:
    assert rows(bind(f"SELECT ?x WHERE {{ {written} }}", {"x": [ox.Literal("a")]})) == [("a",)]


def test_a_parameter_used_twice_is_bound_twice() -> None:
    query = "SELECT * WHERE { { VALUES $x { UNDEF } } UNION { VALUES $x { UNDEF } } }"
    assert rows(bind(query, {"x": [ox.Literal("a")]})) == [("a",), ("a",)]


def test_a_longer_name_is_another_parameter() -> None:
    query = "SELECT ?place ?placeName WHERE { VALUES $placeName { UNDEF } VALUES $place { UNDEF } }"
    assert rows(bind(query, {"place": [ox.Literal("a")]})) == [("a", None)]


def test_a_parameter_that_the_query_has_not_is_an_error() -> None:
    with pytest.raises(QueryError) as caught:
        bind(TWO, {"z": [ox.Literal("a")]})
    assert str(caught.value) == "The query has no parameter $z."


@given(texts)
def test_any_text_comes_back_as_the_one_value_it_is(text: str) -> None:
    assert rows(bind(TWO, {"x": [ox.Literal(text)]})) == [(text, None)]


@pytest.mark.parametrize("text", ATTACKS)
def test_known_attacks_come_back_as_the_values_they_are(text: str) -> None:
    assert rows(bind(TWO, {"x": [ox.Literal(text)]})) == [(text, None)]
    assert rows(bind(TWO, {"x": [ox.Literal(text)], "y": [ox.Literal(text)]})) == [(text, text)]


@given(texts, texts)
@example("VALUES $y { UNDEF }", "} } #")
@example("a", "VALUES $x { UNDEF }")
def test_two_texts_do_not_see_each_other(first: str, second: str) -> None:
    """A value that looks like the slot of another parameter is a value, and no slot."""
    assert rows(bind(TWO, {"x": [ox.Literal(first)], "y": [ox.Literal(second)]})) == [(first, second)]


@given(texts)
@example("vi> } #")
def test_a_text_with_a_datatype_is_as_safe(text: str) -> None:
    literal = ox.Literal(text, datatype=ox.NamedNode("http://e.org/t"))
    assert rows(bind(TWO, {"x": [literal]})) == [(text, None)]


@given(texts)
@example("http://e.org/a> } #")
def test_a_text_that_is_no_iri_cannot_become_one(text: str) -> None:
    """What is bound as a thing went through the list of known things; a forged one is refused."""
    try:
        term = ox.NamedNode(text)
    except ValueError:
        return
    try:
        found = rows(bind(TWO, {"x": [term]}))
    except QueryError:
        return
    assert len(found) == 1
