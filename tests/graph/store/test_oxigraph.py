from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
import pytest

from dfgraph.base.errors import QueryError, StoreError
from dfgraph.graph.store import GraphStore, keep_on_disk

Holding = Callable[[str], GraphStore]

TWINS = """
<http://example.org/hue> <http://example.org/twin> <http://example.org/nara> .
<http://example.org/hue> <http://example.org/twin> <http://example.org/nara> <http://example.org/claim1> .
<http://example.org/hue> <http://example.org/twin> <http://example.org/nara> <http://example.org/claim2> .
<http://example.org/hue> <http://example.org/name> "Huế"@vi .
"""


def test_select_gives_rows_in_the_order_of_the_columns(holding: Holding) -> None:
    answer = holding(TWINS).query("SELECT ?twin ?place ?nothing WHERE { ?place ex:twin ?twin }")
    assert (answer.form, answer.columns) == ("rows", ("twin", "place", "nothing"))
    nara, hue = ox.NamedNode("http://example.org/nara"), ox.NamedNode("http://example.org/hue")
    assert list(answer.rows()) == [(nara, hue, None)]


@pytest.mark.parametrize(("pattern", "truth"), [("ex:hue ex:twin ex:nara", True), ("ex:nara ex:twin ex:hue", False)])
def test_ask_is_true_or_false(holding: Holding, pattern: str, truth: bool) -> None:
    answer = holding(TWINS).query(f"ASK {{ {pattern} }}")
    assert (answer.form, answer.columns, bool(answer)) == ("boolean", (), truth)


def test_construct_gives_triples(holding: Holding) -> None:
    answer = holding(TWINS).query("CONSTRUCT { ?b ex:twin ?a } WHERE { ?a ex:twin ?b }")
    assert (answer.form, answer.columns) == ("triples", ())
    assert [str(t) for t in answer.triples()] == [
        "<http://example.org/nara> <http://example.org/twin> <http://example.org/hue>"
    ]


def test_describe_gives_what_is_said_of_a_thing(holding: Holding) -> None:
    found = {str(t) for t in holding(TWINS).query("DESCRIBE ex:hue").triples()}
    assert found == {
        "<http://example.org/hue> <http://example.org/twin> <http://example.org/nara>",
        '<http://example.org/hue> <http://example.org/name> "Huế"@vi',
    }


def test_the_default_graph_is_apart_from_the_named_ones(holding: Holding) -> None:
    store = holding(TWINS)
    assert len(store) == 4
    assert store.graphs() == ["http://example.org/claim1", "http://example.org/claim2"]
    assert store.query("SELECT (COUNT(*) AS ?n) { ?a ex:twin ?b }").serialize("csv") == b"n\r\n1\r\n"
    assert store.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ex:twin ?b } }").serialize("csv") == b"n\r\n2\r\n"


def test_dump_gives_one_graph_or_all(holding: Holding) -> None:
    store = holding(TWINS)
    twin = b"<http://example.org/hue> <http://example.org/twin> <http://example.org/nara>"
    assert store.dump("http://example.org/claim1", "nt") == twin + b" .\n"
    assert sorted(store.dump("", "nt").splitlines()) == [
        b'<http://example.org/hue> <http://example.org/name> "Hu\xe1\xba\xbf"@vi .',
        twin + b" .",
    ]
    assert sorted(store.dump(None, "nq").splitlines()) == sorted(TWINS.strip().encode().splitlines())


def test_known_prefixes_need_no_declaration_but_may_be_declared_otherwise(holding: Holding) -> None:
    store = holding(TWINS)
    assert bool(store.query("ASK { ex:hue ex:twin ex:nara }"))
    assert not bool(store.query("PREFIX ex: <http://elsewhere.org/> ASK { ex:hue ex:twin ex:nara }"))


def test_an_id_in_angle_brackets_is_a_thing(holding: Holding) -> None:
    store = holding('<https://w3id.org/dfgraph/id/province/hue> <http://example.org/name> "Huế"@vi .')
    assert store.query("SELECT ?name { <province/hue> ex:name ?name }").serialize("csv") == "name\r\nHuế\r\n".encode()


BROKEN = {
    "not SPARQL": "SELECT",
    "an update": "INSERT DATA { ex:a ex:b ex:c }",
    "an unknown prefix": "SELECT * { ?s nope:p ?o }",
    "an unknown function": "SELECT (<http://example.org/f>(1) AS ?x) { ?s ?p ?o }",
    "empty": "",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_broken_query_is_one_line(holding: Holding, text: str) -> None:
    with pytest.raises(QueryError) as caught:
        list(holding(TWINS).query(text).rows())
    for line in (caught.value.say("vi"), caught.value.say("en")):
        assert "\n" not in line
        assert len(line) < 300


@contextmanager
def a_server() -> Iterator[tuple[int, list[bytes]]]:
    """A port on this machine, and what was asked of it."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    heard.append(connection.recv(1000))

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield server.getsockname()[1], heard
        finally:
            done.set()
            thread.join()


@pytest.mark.parametrize("silent", ["", "SILENT "])
def test_service_is_refused_and_asks_nobody(holding: Holding, silent: str) -> None:
    """A query must not be a way to make this machine call another one."""
    with a_server() as (port, heard):
        query = f"SELECT * {{ SERVICE {silent}<http://127.0.0.1:{port}/sparql> {{ ?s ?p ?o }} }}"
        with pytest.raises(QueryError):
            holding(TWINS).query(query).serialize("json")
    assert heard == []


def test_from_reads_named_graphs_only_here(holding: Holding) -> None:
    store = holding(TWINS)
    assert len(store.rows("SELECT * FROM ex:claim1 { ?s ?p ?o }")) == 1
    assert store.rows("SELECT * FROM <http://127.0.0.1:9/x.ttl> { ?s ?p ?o }") == []


def test_a_kept_store_cannot_be_written(tmp_path: Path) -> None:
    made = GraphStore.in_memory({})
    made.dump_to(tmp_path / "quads.nq", None)
    keep_on_disk(tmp_path / "store", tmp_path / "quads.nq")
    kept = GraphStore.read_only(tmp_path / "store", {})
    with pytest.raises((StoreError, RuntimeError)):
        kept.load(TWINS.encode())
    assert len(kept) == 0


def test_several_readers_at_once(tmp_path: Path) -> None:
    made = GraphStore.in_memory({})
    made.load(TWINS.encode())
    made.dump_to(tmp_path / "quads.nq", None)
    keep_on_disk(tmp_path / "store", tmp_path / "quads.nq")
    readers = [GraphStore.read_only(tmp_path / "store", {}) for _ in range(3)]
    assert [len(r) for r in readers] == [4, 4, 4]


def test_no_store_there_is_one_line_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        GraphStore.read_only(tmp_path / "nothing", {})
    assert str(caught.value).startswith(f"Cannot open the graph in {tmp_path}/nothing: ")
    assert str(caught.value).endswith("Run `dfgraph build`.")


def test_triples_are_put_into_each_graph() -> None:
    store = GraphStore.in_memory({})
    store.load_triples(b'<http://e.org/s> <http://e.org/p> "1" .\n', ("", "http://e.org/g"))
    assert sorted(store.dump(None, "nq").splitlines()) == [
        b'<http://e.org/s> <http://e.org/p> "1" .',
        b'<http://e.org/s> <http://e.org/p> "1" <http://e.org/g> .',
    ]
