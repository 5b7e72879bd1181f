"""Each format, byte for byte, as https://www.w3.org/TR/sparql11-results-csv-tsv/ and its sisters give it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.query import Result

from dfgraph.base.errors import QueryError
from dfgraph.graph.store import RESULT_FORMATS, GraphStore

Holding = Callable[[str], GraphStore]
AWKWARD = r"""
<http://example.org/a> <http://example.org/p1> "plain" .
<http://example.org/a> <http://example.org/p2> "a, \"b\"\nc"@vi .
<http://example.org/a> <http://example.org/p3> "-12"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://example.org/a> <http://example.org/p4> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> .
<http://example.org/a> <http://example.org/p5> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .
<http://example.org/a> <http://example.org/p6> "2019"^^<http://www.w3.org/2001/XMLSchema#gYear> .
<http://example.org/a> <http://example.org/p7> "tab\tback\\slash" .
<http://example.org/a> <http://example.org/p8> <http://example.org/Đà-Nẵng> .
<http://example.org/a> <http://example.org/p9> "" .
"""
ALL = "SELECT ?o ?none WHERE { ex:a ?p ?o } ORDER BY ?p"
XSD = "http://www.w3.org/2001/XMLSchema#"
TERMS = [
    Literal("plain"),
    Literal('a, "b"\nc', lang="vi"),
    Literal("-12", datatype=URIRef(XSD + "integer")),
    Literal("1.5", datatype=URIRef(XSD + "decimal")),
    Literal("true", datatype=URIRef(XSD + "boolean")),
    Literal("2019", datatype=URIRef(XSD + "gYear")),
    Literal("tab\tback\\slash"),
    URIRef("http://example.org/Đà-Nẵng"),
    Literal(""),
]


def test_csv_has_crlf_plain_values_quotes_where_needed_and_empty_cells_for_unbound(holding: Holding) -> None:
    expected = (
        "o,none\r\n"
        "plain,\r\n"
        '"a, ""b""\nc",\r\n'
        "-12,\r\n"
        "1.5,\r\n"
        "true,\r\n"
        "2019,\r\n"
        "tab\tback\\slash,\r\n"
        "http://example.org/Đà-Nẵng,\r\n"
        ",\r\n"
    )
    assert holding(AWKWARD).query(ALL).serialize("csv") == expected.encode()


@pytest.mark.parametrize("awkward", ["\r", "\n", ",", '"'])
def test_csv_quotes_what_would_end_a_cell(holding: Holding, awkward: str) -> None:
    store = holding(f"<http://example.org/a> <http://example.org/p> {json.dumps(awkward)} .")
    doubled = awkward.replace('"', '""')
    assert store.query("SELECT ?o { ?s ?p ?o }").serialize("csv") == f'o\r\n"{doubled}"\r\n'.encode()


def test_tsv_has_terms_as_turtle_writes_them(holding: Holding) -> None:
    expected = (
        "?o\t?none\n"
        '"plain"\t\n'
        '"a, \\"b\\"\\nc"@vi\t\n'
        "-12\t\n"
        "1.5\t\n"
        "true\t\n"
        '"2019"^^<http://www.w3.org/2001/XMLSchema#gYear>\t\n'
        '"tab\\tback\\\\slash"\t\n'
        "<http://example.org/Đà-Nẵng>\t\n"
        '""\t\n'
    )
    assert holding(AWKWARD).query(ALL).serialize("tsv") == expected.encode()


@pytest.mark.parametrize("format_", ["json", "xml", "tsv"])
def test_another_library_reads_the_same_terms_back(holding: Holding, format_: str) -> None:
    written = holding(AWKWARD).query(ALL).serialize(format_)
    read = Result.parse(io.BytesIO(written), format=format_)
    assert [str(v) for v in read.vars or ()] == ["o", "none"]
    assert [row[0] for row in read] == TERMS  # type: ignore[index]
    assert {row[1] for row in read} == {None}  # type: ignore[index]


def test_json_leaves_out_what_is_not_bound(holding: Holding) -> None:
    written = holding(AWKWARD).query("SELECT ?o ?none WHERE { ex:a ex:p2 ?o }").serialize("json")
    assert json.loads(written) == {
        "head": {"vars": ["o", "none"]},
        "results": {"bindings": [{"o": {"type": "literal", "xml:lang": "vi", "value": 'a, "b"\nc'}}]},
    }


def test_yes_or_no_as_json_and_xml(holding: Holding) -> None:
    store = holding(AWKWARD)
    assert json.loads(store.query("ASK { ex:a ex:p1 ?o }").serialize("json")) == {"head": {}, "boolean": True}
    assert (
        Result.parse(io.BytesIO(store.query("ASK { ex:a ex:p0 ?o }").serialize("xml")), format="xml").askAnswer is False
    )


@pytest.mark.parametrize("format_", RESULT_FORMATS)
def test_no_rows_is_still_a_document(holding: Holding, format_: str) -> None:
    written = holding("").query("SELECT ?a ?b WHERE { ?a ex:p ?b }").serialize(format_)
    read = Result.parse(io.BytesIO(written), format=format_)
    assert [str(v) for v in read.vars or ()] == ["a", "b"]
    assert list(read) == []


@pytest.mark.parametrize(
    ("format_", "parser"), [("turtle", "turtle"), ("nt", "nt"), ("rdfxml", "xml"), ("jsonld", "json-ld")]
)
def test_triples_are_read_back_by_another_library(holding: Holding, format_: str, parser: str) -> None:
    written = holding(AWKWARD).query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }").serialize(format_)
    read = Graph().parse(data=written, format=parser)
    expected = Graph().parse(data=AWKWARD.encode(), format="nt")
    assert set(read) == set(expected)


@pytest.mark.parametrize(
    ("query", "format_", "remedy"),
    [
        ("SELECT * { ?s ?p ?o }", "turtle", "Use one of: table, markdown, json, xml, csv, tsv."),
        ("ASK { ?s ?p ?o }", "nt", "Use one of: table, markdown, json, xml, csv, tsv."),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "csv", "Use one of: turtle, nt, jsonld, rdfxml."),
        ("DESCRIBE ex:a", "xml", "Use one of: turtle, nt, jsonld, rdfxml."),
    ],
)
def test_a_form_that_cannot_be_written_so_names_those_that_can(
    holding: Holding, query: str, format_: str, remedy: str
) -> None:
    with pytest.raises(QueryError) as caught:
        holding(AWKWARD).query(query).serialize(format_)
    assert str(caught.value) == f"This result cannot be written as {format_}. {remedy}"
