"""SPARQL inside the page: the same graph, the same answers, no network; what goes wrong is told."""

from __future__ import annotations

import base64
import gzip
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from browsing import browser
from dfgraph.base.language import Text
from dfgraph.base.names import BASE, DCTERMS, DFG, ONTOLOGY, PROV, PROVENANCE, RDF, RDFS, SKOS, XSD
from dfgraph.graph.query import Catalog, NamedQuery, Parameter
from dfgraph.graph.store import GraphStore
from dfgraph.products.views.page import render
from dfgraph.products.views.sparql import REST, to_sparql
from rooms import Opener, Watched, open_room, room, saved, world

__all__ = ["browser", "open_room", "room"]

ATTACK = "<img src=x onerror=window.fired=1>"
PREFIXES = {"xsd": XSD, "dfg": DFG, "skos": SKOS, "rdf": RDF, "rdfs": RDFS, "dcterms": DCTERMS, "prov": PROV}
PARTNERS = """# title: no header reaches the editor
# parameters: {}

PREFIX dfg: <https://w3id.org/dfgraph/ns#>
SELECT ?partner ?since ?number ?claim WHERE {
  VALUES $place { UNDEF }
  VALUES $year { UNDEF }
  GRAPH ?claim { $place dfg:partner ?partner ; dfg:since ?since ; dfg:number ?number }
} ORDER BY ?partner ?claim"""
EVERYTHING = "SELECT ?s ?p ?o WHERE { ?s ?p ?o } ORDER BY ?s ?p ?o"
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"


HOLDS = """
<province/quang-ninh> dfg:partner <locality/jp-fukuoka> ; dfg:since "2019-06-18"^^xsd:date ; dfg:number 3500000000 ."""
TOLD = """
<claim/1> prov:hadPrimarySource <source/a> .
<claim/2> prov:hadPrimarySource <source/b> ; prov:wasQuotedFrom <passage/b/p7> .
<passage/b/p7> dfg:paragraph 7 ."""
TERMS = """
dfg:Place rdfs:label "Địa phương"@vi , "Place"@en ; rdfs:subClassOf dfg:Thing ."""
GRAPH = f"""
# Two places, of which three claims say something, one of them withdrawn; an ontology of one class.
{HOLDS} {TOLD} {TERMS}
<province/quang-ninh> a dfg:Place ; skos:prefLabel "Quảng Ninh"@vi ; skos:note "one\\ntwo {{\\n}}\\n" .
<place/bad> a dfg:Place ; skos:prefLabel "{ATTACK}"@vi .
<locality/jp-fukuoka> skos:prefLabel "Fukuoka"@vi .
<source/a> skos:prefLabel "Báo A {ATTACK}"@vi ; schema:url "javascript:window.fired=1" .
<source/b> skos:prefLabel "Báo B"@vi ; schema:url "https://example.org/b" .
GRAPH <claim/1> {{ {HOLDS} }}
GRAPH <claim/2> {{ {HOLDS} }}
GRAPH <claim/3> {{ <province/quang-ninh> dfg:partner <locality/gone> }}
GRAPH <{PROVENANCE}> {{ {TOLD} <claim/3> dfg:retracted "2026-01-01"^^xsd:date }}
GRAPH <{ONTOLOGY}> {{ {TERMS} dfg:Place dfg:colour "#0072B2" }}
"""


def _store() -> GraphStore:
    made = GraphStore.in_memory(PREFIXES)
    names = "".join(f"@prefix {name}: <{iri}> ." for name, iri in {**PREFIXES, "schema": "https://schema.org/"}.items())
    made.native.load((names + GRAPH).encode(), format=ox.RdfFormat.TRIG, base_iri=BASE)
    return made


@pytest.fixture(scope="module")
def store() -> GraphStore:
    """The graph."""
    return _store()


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Two questions, one with parameters."""
    place = Parameter("place", "dfg:Thing", "", required=True, help=Text("Địa phương nào?", "Which place?"))
    year = Parameter("year", "", "xsd:gYear", required=False, help=Text("Năm nào?", "Which year?"))
    headings = {"partner": Text("Đối tác", "Partner"), "since": Text("Từ", "Since"), "number": Text("Số", "Number")}
    headings["claim"] = Text("Nguồn dẫn", "Citation")
    partners = NamedQuery(
        "partners", Text("Có đối tác nào?", "Which partners?"), "first", (place, year), headings, PARTNERS
    )
    bad = NamedQuery("bad", Text(ATTACK, ATTACK), "second", (), {}, EVERYTHING)
    groups = {"first": Text("Đối tác", "Partners"), "second": Text(ATTACK, ATTACK)}
    return Catalog({"bad": bad, "partners": partners}, groups)


@pytest.fixture(scope="module")
def page_file(store: GraphStore, catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page on disk."""
    path = tmp_path_factory.mktemp("sparql") / "page.html"
    path.write_text(render(world(), language="vi", sparql=to_sparql(store, catalog)), encoding="utf-8")
    return path


@pytest.fixture
def asking(open_room: Opener, page_file: Path) -> Watched:
    """The tab, opened and ready."""
    page = open_room("sparql", file=page_file)
    _told(page, "Sẵn sàng")
    return page


STATUS = ".ask [role=status]"


def _told(page: Watched, words: str) -> str:
    end = time.monotonic() + 20
    while words not in (said := "".join(page.texts(STATUS))):
        assert time.monotonic() < end, said
        time.sleep(0.03)
    return str(said)


def _write(page: Watched, query: str) -> None:
    page.click(".ask .editor .cm-content")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(query)


def _run(page: Watched, query: str, words: str) -> str:
    page.select_option("#sparql-question", "")
    _write(page, query)
    page.click(".ask .go")
    return _told(page, words)


def test_the_graph_is_packed_the_same_each_time(store: GraphStore, catalog: Catalog) -> None:
    """What holds stands in it once; what does not hold, or holds by no claim, apart."""
    part = to_sparql(store, catalog)
    assert part == to_sparql(_store(), catalog)
    holding, rest = gzip.decompress(base64.b64decode(part.graph)).decode().split(REST)
    assert holding.count("partner") == 2
    assert "locality/gone" in rest
    assert "#0072B2" in rest
    assert "Quảng Ninh" in rest


def test_questions_are_told_as_people_see_them(store: GraphStore, catalog: Catalog) -> None:
    """In the order of their groups, without their headers; a parameter is called as its class is."""
    told = to_sparql(store, catalog).payload
    assert [question["name"] for question in told["questions"]] == ["partners", "bad"]
    assert told["questions"][0]["text"].startswith("PREFIX dfg:")
    place, year = told["questions"][0]["parameters"]
    assert (place["range"], place["required"], year["datatype"]) == (f"{DFG}Thing", True, f"{XSD}gYear")
    assert (place["label"], year["label"]) == ("place", "year")


def test_every_quad_of_the_store_is_there(asking: Watched, store: GraphStore) -> None:
    """In its graph and in the default graph: also what was withdrawn, which holds no more."""
    assert f"{len(store)} phát biểu" in asking.inner_text(STATUS)
    native = len(store.rows(EVERYTHING))
    assert f"{native} dòng" in _run(asking, EVERYTHING, "dòng")
    assert "1 dòng" in _run(asking, "SELECT ?x { GRAPH <claim/3> { ?x ?y ?z } }", "dòng")
    _run(asking, "SELECT ?x { ?x dfg:partner <locality/gone> }", "0 dòng")
    assert asking.inner_text(".answer") == "Không có kết quả nào."


def test_a_question_is_asked_by_name(asking: Watched) -> None:
    """The parameter completes names; claims that agree are one row; things lead into the page, claims to sources."""
    page = asking
    assert page.input_value("#sparql-question") == "partners"
    page.click(".ask .go")
    assert "cần điền" in page.inner_text(STATUS)
    assert page.evaluate("document.activeElement.id") == "parameter-place"
    page.fill("#parameter-place", "quang")
    page.press("#parameter-place", "Enter")
    assert page.input_value("#parameter-place") == "Quảng Ninh"
    page.click(".ask .go")
    assert "1 dòng" in _told(page, "dòng")
    assert page.texts(".answer th") == ["Đối tác", "Từ", "Số", "Nguồn dẫn"]
    row = page.texts(".answer td")
    assert row[:3] == ["Fukuoka", "18/6/2019", "3.500.000.000"]
    assert "Báo A" in row[3]
    assert "Báo B · đoạn 7" in row[3]
    assert [a.get_attribute("href") for a in page.locator(".answer a").all()] == ["https://example.org/b"]
    page.click(".answer td button.thing")
    assert page.panel() == "Fukuoka"
    assert "id=locality/jp-fukuoka" in page.url
    page.click("#language")
    assert page.texts(".answer th") == ["Partner", "Since", "Number", "Citation"]
    assert page.texts(".answer td")[1] == "18 June 2019"
    page.fill("#parameter-place", "nowhere")
    page.click(".ask .go")
    assert "no “nowhere”" in page.inner_text(STATUS)
    page.fill("#parameter-place", "province/quang-ninh")
    page.fill("#parameter-year", "last year")
    page.click(".ask .go")
    assert "is no gYear" in page.inner_text(STATUS)


def test_what_is_selected_fills_the_question(open_room: Opener, page_file: Path) -> None:
    """Whoever looks at a place asks of it."""
    page = open_room("sparql", more="&id=province/quang-ninh", file=page_file)
    page.until("document.querySelector('#parameter-place').value === 'Quảng Ninh'")


def test_answers_of_every_form(asking: Watched) -> None:
    """ASK, CONSTRUCT and DESCRIBE too; prefixes are known, and ids are relative to the base."""
    assert "1 dòng" in _run(asking, "ASK { <province/quang-ninh> dfg:partner ?x }", "dòng")
    assert asking.texts(".answer td") == ["true"]
    _run(asking, "# SELECT\nCONSTRUCT { ?x rdfs:label ?y } WHERE { ?x skos:prefLabel ?y }", "5 dòng")
    assert asking.texts(".answer th") == ["subject", "predicate", "object"]
    _run(asking, "DESCRIBE <province/quang-ninh>", "6 dòng")


def test_the_answer_can_be_taken_away(asking: Watched) -> None:
    """As CSV that Excel opens, with the ids of things beside their names."""
    asking.fill("#parameter-place", "province/quang-ninh")
    asking.click(".ask .go")
    _told(asking, "1 dòng")
    name, content = saved(asking, "text=Tải về CSV")
    assert name == "partners.csv"
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "Đối tác;Đối tác (id);Từ;Số;Nguồn dẫn"
    assert lines[1].startswith("Fukuoka;locality/jp-fukuoka;2019-06-18;3500000000;")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT ?x WHERE {\n ?x dfg:partner\n}", "Câu truy vấn hỏng"),
        ("SELECT ?x WHERE { ?x nobody:y ?z }", "tiền tố chưa khai báo"),
        ("SELECT ?x WHERE { SERVICE <https://example.org/> { ?x ?y ?z } }", "Câu truy vấn hỏng"),
        ("DROP ALL", "Câu truy vấn hỏng"),
    ],
)
def test_faults_are_told(asking: Watched, query: str, words: str) -> None:
    """In the reader's language, with the line; nothing leaves the page, nothing is changed."""
    said = _run(asking, query, words)
    assert len(said) < 300
    assert asking.locator(".answer table").count() == 0


def test_a_long_query_can_be_stopped(asking: Watched) -> None:
    """At once; the next one is answered by a fresh engine."""
    _run(asking, SLOW, "Đang chạy")
    asking.click("text=Dừng")
    _told(asking, "Đã dừng")
    assert "1 dòng" in _run(asking, "SELECT (1 AS ?x) {}", "1 dòng")


def test_ctrl_enter_runs(asking: Watched) -> None:
    """From within the editor."""
    asking.select_option("#sparql-question", "")
    _write(asking, "SELECT (2 AS ?x) {}")
    asking.keyboard.press("Control+Enter")
    assert "1 dòng" in _told(asking, "dòng")


def test_attacks_stay_text(asking: Watched) -> None:
    """In names of questions and groups, labels, sources and literals."""
    _run(asking, EVERYTHING, "dòng")
    assert ATTACK in asking.inner_text(".answer")
    assert asking.evaluate("window.fired === undefined")
    assert asking.locator(".answer img").count() == 0
    assert [
        a.get_attribute("href")
        for a in asking.locator(".answer a").all()
        if "javascript" in (a.get_attribute("href") or "")
    ] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_in_the_way_of_anyone(open_room: Opener, page_file: Path, scheme: str) -> None:
    """No violation of WCAG 2.2 AA or best practice, with an answer; at the width of a telephone nothing sticks out."""
    page = open_room("sparql", file=page_file, color_scheme=scheme, size=(375, 740))
    _told(page, "Sẵn sàng")
    page.fill("#parameter-place", "province/quang-ninh")
    page.click(".ask .go")
    _told(page, "1 dòng")
    assert page.faults() == []
    assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_a_browser_without_the_means_is_told(open_room: Opener, page_file: Path) -> None:
    """By a sentence; all else works."""
    page = open_room("network", file=page_file)
    page.evaluate("delete globalThis.DecompressionStream")
    page.click("#tab-sparql")
    assert "Trình duyệt này không chạy được SPARQL" in page.inner_text("#room-sparql")


def test_the_engine_starts_only_when_its_tab_is_opened(open_room: Opener, page_file: Path) -> None:
    """Its code is not even read before."""
    page = open_room("network", file=page_file)
    assert page.evaluate("typeof dfgraphSparql") == "undefined"
    assert len(page.page.workers) == 0
    page.click("#tab-sparql")
    _told(page, "Sẵn sàng")
    assert len(page.page.workers) == 1


def test_no_sparql_no_tab(open_room: Opener) -> None:
    """A page without it has no such tab; an address that asks for it opens the first."""
    page = open_room("network", more="&tab=sparql")
    assert page.locator("#tab-sparql").count() == 0
