from __future__ import annotations

from dfgraph.base.language import Text
from dfgraph.graph.store import GraphStore
from dfgraph.graph.store.labels import labels_of

PREFIXES = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def store_of(quads: str) -> GraphStore:
    store = GraphStore.in_memory(PREFIXES)
    store.load(quads.encode())
    return store


def test_labels_come_in_both_languages_and_nothing_for_what_has_none() -> None:
    store = store_of("""
        <http://e.org/hue> <http://www.w3.org/2004/02/skos/core#prefLabel> "Huế"@vi .
        <http://e.org/hue> <http://www.w3.org/2004/02/skos/core#prefLabel> "Hue"@en .
        <http://e.org/hue> <http://www.w3.org/2004/02/skos/core#altLabel> "Thừa Thiên"@vi .
        <http://e.org/Town> <http://www.w3.org/2000/01/rdf-schema#label> "Town"@en .
        <http://e.org/t2019> <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> "2019" .
        <http://e.org/lao> <http://www.w3.org/2004/02/skos/core#prefLabel> "ຫຼວງພະບາງ"@lo .
    """)
    wanted = [f"http://e.org/{name}" for name in ("hue", "Town", "t2019", "lao", "nobody")]
    found = labels_of(store, wanted)
    assert {iri: text for iri, text in found.items() if any(text)} == {
        "http://e.org/hue": Text("Huế", "Hue"),
        "http://e.org/Town": Text("", "Town"),
        "http://e.org/t2019": Text("2019", "2019"),
    }


def test_of_two_names_in_one_language_always_the_same_is_taken() -> None:
    one = '<http://e.org/x> <http://www.w3.org/2004/02/skos/core#prefLabel> "A"@vi .\n'
    other = '<http://e.org/x> <http://www.w3.org/2004/02/skos/core#prefLabel> "B"@vi .\n'
    assert labels_of(store_of(one + other), ["http://e.org/x"]) == labels_of(store_of(other + one), ["http://e.org/x"])


def test_terms_of_the_ontology_graph_have_labels_too() -> None:
    label = '<http://e.org/s> <http://www.w3.org/2000/01/rdf-schema#label> "Dạng"@vi'
    store = store_of(f"{label} <https://w3id.org/dfgraph/id/graph/ontology> .")
    assert labels_of(store, ["http://e.org/s"]) == {"http://e.org/s": Text("Dạng", "")}


def test_more_things_than_one_query_asks_for() -> None:
    number = 4500
    store = store_of(
        "".join(
            f'<http://e.org/{n}> <http://www.w3.org/2004/02/skos/core#prefLabel> "{n}"@en .\n' for n in range(number)
        )
    )
    found = labels_of(store, (f"http://e.org/{n}" for n in range(number)))
    assert len(found) == number
    assert found["http://e.org/4499"] == Text("", "4499")
