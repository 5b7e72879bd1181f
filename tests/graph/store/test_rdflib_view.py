from __future__ import annotations

from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef

from dfgraph import Project
from dfgraph.graph.store import GraphStore
from dfgraph.graph.store.rdflib_view import as_rdflib

EX = Namespace("http://example.org/")
QUADS = """
<http://example.org/hue> <http://www.w3.org/2000/01/rdf-schema#label> "Huế"@vi .
<http://example.org/hue> <http://example.org/code> "46" .
<http://example.org/hue> <http://example.org/people> "12"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://example.org/hue> <http://example.org/code> "46" <http://example.org/claim> .
"""


def store() -> GraphStore:
    made = GraphStore.in_memory({"ex": str(EX)})
    made.load(QUADS.encode())
    return made


def test_the_default_graph_is_there_with_plain_rdflib_terms() -> None:
    dataset = as_rdflib(store())
    assert set(dataset.triples((EX.hue, None, None))) >= {
        (EX.hue, RDFS.label, Literal("Huế", lang="vi")),
        (EX.hue, EX.code, Literal("46")),
        (EX.hue, EX.people, Literal(12)),
    }
    assert dataset.value(EX.hue, EX.code) == Literal("46")


def test_a_pattern_with_a_string_is_found() -> None:
    dataset = as_rdflib(store())
    assert list(dataset.subjects(EX.code, Literal("46"))) == [EX.hue]
    assert (EX.hue, EX.code, Literal("46")) in dataset


def test_named_graphs_are_there() -> None:
    dataset = as_rdflib(store())
    claim = dataset.graph(URIRef("http://example.org/claim"))
    assert set(claim) == {(EX.hue, EX.code, Literal("46"))}


def test_queries_give_plain_terms_and_know_the_prefixes() -> None:
    result = as_rdflib(store()).query("SELECT ?code ?people { ex:hue ex:code ?code ; ex:people ?people }")
    assert [tuple(row) for row in result] == [(Literal("46"), Literal(12))]  # type: ignore[arg-type]


def test_the_shipped_graph_through_rdflib_is_the_same(shipped: Project) -> None:
    dataset = shipped.rdflib()
    province = URIRef("https://w3id.org/dfgraph/ns#Province")
    expected = Graph().parse(data=shipped.query("CONSTRUCT WHERE { ?p a dfg:Province }").serialize("nt"), format="nt")
    assert len(expected) > 60
    assert set(dataset.subjects(RDF.type, province)) == set(expected.subjects())
