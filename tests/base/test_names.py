import pytest
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.base.names import BASE, DFG, SKOS, Names, is_id

NAMES = Names({"dfg": DFG, "skos": SKOS})
IDS = st.from_regex(r"[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*){1,2}", fullmatch=True)
LOCAL = st.from_regex(r"[A-Za-z][A-Za-z0-9-]*", fullmatch=True)
TERMS = st.tuples(st.sampled_from([DFG, SKOS]), LOCAL).map("".join)


@pytest.mark.parametrize("text", ["province/hue", "document/22-nq-tw", "observation/gdp--hue--2019", "a/b/c.d", "1/2"])
def test_ids(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "hue", "place/", "/hue", "Place/hue", "place/huế", "place/a b", "place/-a", "a//b", "a/b\n"]
)
def test_texts_that_are_no_ids(text: str) -> None:
    assert not is_id(text)


@given(IDS)
def test_an_id_is_the_short_form_of_its_iri(id_: str) -> None:
    assert is_id(id_)
    assert NAMES.expand(id_) == BASE + id_
    assert NAMES.compact(BASE + id_) == id_


@given(IDS.map(NAMES.expand) | TERMS | st.just("https://example.org/a") | st.just("urn:x"))
def test_a_short_name_means_the_iri_that_it_was_made_from(iri: str) -> None:
    assert NAMES.expand(NAMES.compact(iri)) == iri


def test_an_iri_without_a_prefix_stays_whole() -> None:
    assert NAMES.compact(DFG + "signed") == "dfg:signed"
    assert NAMES.compact(DFG) == DFG
    assert NAMES.compact(DFG + "a/b") == DFG + "a/b"
    assert NAMES.compact("https://example.org/a") == "https://example.org/a"
