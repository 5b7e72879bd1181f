"""Paths lead where SPARQL says, ahead and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, QuerySolutions, Store

from dfgraph.graph.build.paths import parse_path
from dfgraph.graph.store import GraphStore
from dfgraph.graph.update.overlay import Overlay

EX = "http://example.org/"
NODES = [NamedNode(EX + name) for name in "abcde"]
PATHS = [
    "ex:p",
    "^ex:p",
    "ex:p/ex:q",
    "ex:p|ex:q",
    "ex:p*",
    "ex:p+",
    "ex:p?",
    "^(ex:p/ex:q)",
    "(ex:p|^ex:q)+/ex:p",
    "!()",
]
edges = st.lists(st.tuples(st.integers(0, 4), st.sampled_from("pq"), st.integers(0, 4)), max_size=12)


def expand(name: str) -> str:
    return EX + name.removeprefix("ex:")


def overlay(triples: list[tuple[int, str, int]]) -> Overlay:
    store = GraphStore.in_memory({"ex": EX})
    store.load("".join(f"{NODES[a]} <{EX}{p}> {NODES[b]} .\n" for a, p, b in triples).encode())
    return Overlay(store)


def ends(store: Store, pattern: str, variable: str) -> set[NamedNode]:
    rows = store.query(f"SELECT ?{variable} {{ {pattern} }}", prefixes={"ex": EX})
    assert isinstance(rows, QuerySolutions)
    return {end for row in rows if isinstance(end := row[0], NamedNode)}


@pytest.mark.parametrize("path", PATHS)
@given(triples=edges, start=st.sampled_from(NODES))
def test_a_path_leads_where_sparql_says(path: str, triples: list[tuple[int, str, int]], start: NamedNode) -> None:
    graph = overlay([*triples, *((n, "r", n) for n in range(len(NODES)))])  # each node is known of
    way = parse_path(path, expand)
    store, sparql = graph.kept.native, path.replace("!()", "!ex:none")  # Oxigraph does not read the short form
    assert way.walk(graph, [start]) == ends(store, f"{start} {sparql} ?end", "end")
    assert way.walk(graph, [start], back=True) == ends(store, f"?end {sparql} {start}", "end")


def test_itself_leads_nowhere_else() -> None:
    graph = overlay([(0, "p", 1)])
    assert parse_path("itself", expand).walk(graph, NODES[:1]) == set(NODES[:1])


def test_two_ways_that_must_meet() -> None:
    """From `a`: `p` leads to b and c, `q` to c and d."""
    graph = overlay([(0, "p", 1), (0, "p", 2), (0, "q", 2), (0, "q", 3), (4, "p", 3)])
    way = parse_path("ex:p & ex:q", expand)
    assert way.walk(graph, [NODES[0], NODES[4]]) == {NODES[2]}
    assert way.walk(graph, [NODES[2], NODES[3]], back=True) == {NODES[0]}


def test_a_change_is_seen_from_either_side() -> None:
    """What will stand and what stands no more are walked alike."""
    graph = overlay([(0, "p", 1)])
    (gone,) = graph.kept.native
    graph.remove(gone)
    graph.add(next(iter(overlay([(1, "p", 2)]).kept.native)))
    assert parse_path("ex:p+", expand).walk(graph, NODES[:1]) == {NODES[1], NODES[2]}


@pytest.mark.parametrize("path", ["", "ex:p/", "(ex:p", "ex:p)", "ex:p ex:q", "*", "ex:p & ", "2", "^"])
def test_what_is_no_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError):
        parse_path(path, expand)
