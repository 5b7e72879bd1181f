import re
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.base.errors import OntologyError
from dfgraph.base.names import RDF, XSD
from dfgraph.base.rdf import (
    SYNTAXES,
    Literal,
    Triples,
    iri_term,
    read_turtle,
    text_term,
    typed_term,
    without_blank_nodes,
)  # fmt: skip
from telling import spoken

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def parsed(term: str) -> ox.Literal | ox.NamedNode:
    """What a strict reader of N-Triples makes of `term`."""
    (quad,) = ox.parse(f"<urn:s> <urn:p> {term} .".encode(), format=ox.RdfFormat.N_TRIPLES, lenient=False)
    assert isinstance(quad.object, ox.Literal | ox.NamedNode)
    return quad.object


def turtle(tmp_path: Path, text: str, name: str = "a.ttl") -> list[ox.Triple]:
    path = tmp_path / name
    path.write_text(f"@prefix ex: <https://example.org/> . {text}", encoding="utf-8")
    return read_turtle(path)


def triples(tmp_path: Path, text: str) -> Triples:
    found = Triples()
    for triple in turtle(tmp_path, text):
        found.add(triple)
    return found


@given(TEXTS)
def test_any_text_reads_back_from_n_triples(text: str) -> None:
    assert parsed(text_term(text)) == ox.Literal(text)


@given(TEXTS, st.sampled_from(["vi", "en"]))
def test_any_text_in_a_language_reads_back_from_n_triples(text: str, language: str) -> None:
    assert parsed(text_term(text, language)) == ox.Literal(text, language=language)


@given(st.integers())
def test_whole_numbers_read_back_from_n_triples(number: int) -> None:
    assert parsed(typed_term(str(number), "integer")) == ox.Literal(str(number), datatype=ox.NamedNode(XSD + "integer"))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_decimal_numbers_read_back_from_n_triples(number: Decimal) -> None:
    term = parsed(typed_term(format(number, "f"), "decimal"))
    assert isinstance(term, ox.Literal)
    assert (Decimal(term.value), term.datatype.value) == (number, XSD + "decimal")


def test_an_iri_is_written_in_angle_brackets() -> None:
    assert parsed(iri_term("https://example.org/Huế")) == ox.NamedNode("https://example.org/Huế")


@pytest.mark.parametrize(
    "iri", ["hue", "", "urn:a b", "urn:<a>", 'urn:"', "urn:\\", "urn:a\nb", "urn:{a}", "urn:a|b", "urn:^", "urn:`"]
)
def test_what_cannot_be_an_iri_is_refused(iri: str) -> None:
    with pytest.raises(ValueError):
        iri_term(iri)


@pytest.mark.parametrize(("name", "suffix", "datasets"), [
    ("ttl", ".ttl", False), ("trig", ".trig", True), ("nt", ".nt", False),
    ("nq", ".nq", True), ("jsonld", ".jsonld", True), ("rdfxml", ".rdf", False),
])  # fmt: skip
def test_syntaxes_hold_named_graphs_or_do_not(name: str, suffix: str, datasets: bool) -> None:
    syntax = SYNTAXES[name]
    assert (syntax.name, syntax.suffix, syntax.datasets) == (name, suffix, datasets)
    assert syntax.format.supports_datasets is datasets
    assert ox.RdfFormat.from_extension(suffix.lstrip(".")) == syntax.format


def test_triples_give_values_in_the_order_of_the_file(tmp_path: Path) -> None:
    found = triples(tmp_path, """
        ex:hue a ex:Province ; ex:name "Huế"@vi, "Hue"@en, "VN-26" ; ex:near ex:da-nang, ex:quang-tri ; ex:area 4947.1 .
        ex:da-nang a ex:City, ex:Province .
    """)  # fmt: skip
    hue = "https://example.org/hue"
    assert found.text(hue, "https://example.org/name") == ("Huế", "Hue")
    assert found.values(hue, "https://example.org/name") == ["Huế", "Hue", "VN-26"]
    assert found.value(hue, "https://example.org/near") == "https://example.org/da-nang"
    assert found.literals(hue, "https://example.org/near") == []
    assert found.literals(hue, "https://example.org/area") == [Literal("4947.1", "", XSD + "decimal")]
    assert found.value(hue, "https://example.org/absent") is None
    assert found.text("https://example.org/absent", "https://example.org/name") == ("", "")
    assert list(found.instances("https://example.org/City")) == ["https://example.org/da-nang"]
    assert list(found.instances("https://example.org/Province")) == [hue, "https://example.org/da-nang"]


def test_the_members_of_a_list_come_in_order(tmp_path: Path) -> None:
    found = triples(tmp_path, "ex:a ex:list ( ex:c ex:b 'd' ) ; ex:none () .")
    head = found.value("https://example.org/a", "https://example.org/list")
    assert head is not None
    assert found.members(head) == ["https://example.org/c", "https://example.org/b", "d"]
    assert found.members(RDF + "nil") == []


def test_a_list_without_an_end_gives_what_it_has(tmp_path: Path) -> None:
    rdf = f"@prefix rdf: <{RDF}> ."
    found = triples(tmp_path, f"{rdf} ex:a rdf:first 'x' .")
    assert found.members("https://example.org/a") == ["x"]


def test_a_triple_about_a_triple_has_no_place_in_an_ontology() -> None:
    inner = ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.NamedNode("urn:c"))
    with pytest.raises(OntologyError, match="A triple about a triple"):
        Triples().add(ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), inner))


def test_broken_turtle_is_named_by_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"Broken Turtle at .*/a\.ttl:3: ") as caught:
        turtle(tmp_path, "\nex:a ex:b ex:c .\nex:a ex:b .\n")
    assert f"{tmp_path}/a.ttl:3" in spoken(caught.value.message).vi


def test_turtle_in_another_encoding_is_named_by_file(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_bytes("<urn:a> <urn:b> 'Huế' .".encode("cp1258", "ignore") + b"\xff")
    with pytest.raises(OntologyError, match=r"a\.ttl"):
        read_turtle(path)


def test_a_turtle_file_that_cannot_be_read_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"absent\.ttl"):
        read_turtle(tmp_path / "absent.ttl")


def test_blank_nodes_get_the_same_iris_on_every_reading_and_in_any_order(tmp_path: Path) -> None:
    text = "ex:a ex:list ( ex:b 'c' [ ex:d [] ] ) . ex:e ex:list ( ex:f ) ."
    first, second = (without_blank_nodes(turtle(tmp_path, text), "https://example.org/node/") for _ in range(2))
    turned = without_blank_nodes(list(reversed(turtle(tmp_path, text))), "https://example.org/node/")
    assert first == second == turned
    assert first.count(b"\n") == 11
    assert b"_:" not in first
    assert len(set(re.findall(rb"<https://example.org/node/c14n[0-9]+>", first))) == 6


def test_triples_without_blank_nodes_stay_as_they_are(tmp_path: Path) -> None:
    said = turtle(tmp_path, "ex:a ex:b ex:c ; ex:d 'x'@vi .")
    assert without_blank_nodes(said, "urn:n").decode().splitlines() == sorted(f"{triple} ." for triple in said)


def test_blank_nodes_of_two_files_are_two_even_if_both_call_them_the_same(tmp_path: Path) -> None:
    one, two = turtle(tmp_path, "ex:a ex:b _:x .", "one.ttl"), turtle(tmp_path, "ex:c ex:d _:x .", "two.ttl")
    made = without_blank_nodes(one + two, "urn:n").decode().splitlines()
    assert len({line.split()[2] for line in made}) == 2
