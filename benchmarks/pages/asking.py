"""SPARQL inside a page: how large the file gets, how soon the graph can be asked, how long an answer takes."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from dfgraph.base.language import Text
from dfgraph.base.names import BASE, DFG, PROV, PROVENANCE, RDF, RDFS, SKOS
from dfgraph.graph.query import Catalog, NamedQuery
from dfgraph.graph.store import GraphStore
from dfgraph.products.views.page import render
from dfgraph.products.views.sparql import to_sparql
from measuring import BrokenRunError
from pages.scenes import SYLLABLES, made_up
from table import Row

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUADS = 50_000
THINGS = 300
PREFIXES = {"dfg": DFG, "prov": PROV, "rdf": RDF, "rdfs": RDFS, "skos": SKOS}
MEGABYTES, READY, ANSWER = 3.8, 1000, 50
STATUS = "document.querySelector('.ask [role=status]')?.textContent ?? ''"

QUESTIONS = {
    "by province": "SELECT ?p (COUNT(*) AS ?n) { ?c dfg:party ?p } GROUP BY ?p ORDER BY DESC(?n)",
    "of one province": "SELECT ?a ?name { ?a dfg:party <province/7> ; skos:prefLabel ?name } ORDER BY ?name",
    "two steps": "SELECT DISTINCT ?q { ?a dfg:party <province/7> , ?o . ?b dfg:party ?o , ?q } ORDER BY ?q",
    "with sources": "SELECT ?a ?claim { GRAPH ?claim { ?a dfg:party <province/7> } } ORDER BY ?a ?claim",
}


def graph() -> GraphStore:
    """Agreements between places, each said by a claim; the same ones each time."""
    chance = random.Random(1)
    names = [f"{chance.choice(SYLLABLES)} {place}" for place in range(34)]
    lines = [f'<{BASE}province/{place}> <{SKOS}prefLabel> "{name}"@vi .' for place, name in enumerate(names)]
    for number in range((QUADS - 34) // 12):
        name = " ".join(chance.choices(SYLLABLES, k=14))
        ends = f"{BASE}province/{chance.randrange(34)}", f"{BASE}locality/{chance.randrange(400)}"
        thing, claim = f"<{BASE}agreement/{number}>", f"<{BASE}claim/{number}>"
        said = [*(f"{thing} <{DFG}party> <{end}>" for end in ends), f'{thing} <{SKOS}prefLabel> "{name}"@vi']
        told = [
            f"{claim} <{RDF}type> <{DFG}Claim>",
            f"{claim} <{DFG}about> {thing}",
            f"{claim} <{PROV}hadPrimarySource> <{BASE}source/{number % 200}>",
        ]
        lines += [f"{one} ." for one in (*said, *told)]
        lines += [f"{one} {claim} ." for one in said]
        lines += [f"{one} <{PROVENANCE}> ." for one in told]
    store = GraphStore.in_memory(PREFIXES)
    store.native.load("\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS)
    return store


def asking(browser: Browser, times: int) -> dict[str, list[Row]]:
    """The rows of a page of so many quads, medians of so many visits."""
    store = graph()
    queries = {name: NamedQuery(name, Text(name, name), "", (), {}, text) for name, text in QUESTIONS.items()}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "asking.html"
        part = to_sparql(store, Catalog(queries, {}))
        path.write_text(render(made_up(THINGS), language="en", sparql=part), encoding="utf-8")
        visits = [_visit(browser, path) for _ in range(times)]
        answer = statistics.median(ms for _, answers in visits for ms in answers)
        rows = [
            Row("file", path.stat().st_size / 1e6, "MB", "≤", MEGABYTES),
            Row("ready to be asked", statistics.median(ready for ready, _ in visits), "ms", "≤", READY),
            Row("an answer, in the engine", answer, "ms", "≤", ANSWER),
        ]
    return {f"SPARQL in a page of {THINGS} things, {len(store):,} statements": rows}


def _visit(browser: Browser, path: Path) -> tuple[float, list[float]]:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    _until(page, "document.documentElement.dataset.ready === ''")
    start = time.perf_counter()
    page.click("#tab-sparql")
    _until(page, f"({STATUS}).includes('Ready')")
    ready = (time.perf_counter() - start) * 1000
    answers = []
    for name in QUESTIONS:
        page.select_option("#sparql-question", name)
        page.click(".ask .go")
        _until(page, f"({STATUS}).includes(' rows')")
        answers.append(float(page.evaluate(STATUS).partition("(")[2].partition(" ")[0]))
        page.evaluate("document.querySelector('.ask [role=status]').textContent = ''")
    context.close()
    return ready, answers


def _until(page: Page, expression: str) -> None:
    end = time.monotonic() + 60
    while not page.evaluate(expression):
        if time.monotonic() > end:
            raise BrokenRunError(f"pages: never true: {expression}")
        time.sleep(0.01)
