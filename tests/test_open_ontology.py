"""What may be said is for the ontology alone to say: a new kind is a matter of files, not of code."""

from __future__ import annotations

import ast
import json
import re
from functools import cache
from pathlib import Path

import pytest

from dfgraph import Project, Severity
from dfgraph.base.names import DFG, SH
from dfgraph.base.query_files import read_query_files
from dfgraph.base.rdf import Triples, read_turtle
from dfgraph.cli.main import run
from dfgraph.sources.schema import read_ontology
from worlds import ROOT, copy_project, shipped, write_files

__all__ = ["shipped"]

FESTIVALS = {
    "ontology/festivals.ttl": """
        @prefix dfg: <https://w3id.org/dfgraph/ns#> .
        @prefix fest: <https://example.org/festivals#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <https://example.org/festivals> a owl:Ontology ; sh:declare fest:prefix .
        fest:prefix sh:prefix "fest" ; sh:namespace "https://example.org/festivals#"^^xsd:anyURI .
        fest:Festival a owl:Class ; rdfs:subClassOf dfg:NamedThing ; dfg:key "festival" ;
            rdfs:label "Lễ hội"@vi, "Festival"@en .
        fest:Mood a owl:Class ; rdfs:subClassOf skos:Concept ; dfg:key "mood" ; rdfs:label "Không khí"@vi, "Mood"@en .
        fest:host a owl:ObjectProperty ; rdfs:label "Nơi tổ chức"@vi, "Host"@en .
        fest:mood a owl:ObjectProperty ; rdfs:label "Không khí"@vi, "Mood"@en .
        fest:guests a owl:DatatypeProperty ; rdfs:label "Số khách"@vi, "Guests"@en .
        fest:sharesMoodWith a owl:ObjectProperty ; rdfs:label "Cùng không khí"@vi, "Shares its mood with"@en .
    """,
    "ontology/vocabularies/mood.ttl": """
        @prefix fest: <https://example.org/festivals#> .
        @prefix mood: <https://w3id.org/dfgraph/id/mood/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        fest:Moods a skos:ConceptScheme ; skos:prefLabel "Không khí"@vi, "Moods"@en .
        mood:merry a skos:Concept, fest:Mood ; skos:inScheme fest:Moods ; skos:notation "merry" ;
            skos:prefLabel "Vui tươi"@vi, "Merry"@en .
        mood:solemn a skos:Concept, fest:Mood ; skos:inScheme fest:Moods ; skos:notation "solemn" ;
            skos:prefLabel "Trang nghiêm"@vi, "Solemn"@en .
    """,
    "ontology/shapes/festival.ttl": """
        @prefix dfg: <https://w3id.org/dfgraph/ns#> .
        @prefix fest: <https://example.org/festivals#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        fest:FestivalShape a sh:NodeShape ; sh:targetClass fest:Festival ; rdfs:label "Lễ hội"@vi, "Festival"@en ;
            sh:property fest:FestivalShape-host, fest:FestivalShape-mood, fest:FestivalShape-guests .
        fest:FestivalShape-host a sh:PropertyShape ; sh:path fest:host ; dfg:key "host" ; sh:order 10 ;
            sh:class dfg:Province ; sh:minCount 1 ; sh:name "Nơi tổ chức"@vi, "Host"@en ;
            sh:message "Cần nơi tổ chức."@vi, "A host is needed."@en .
        fest:FestivalShape-mood a sh:PropertyShape ; sh:path fest:mood ; dfg:key "mood" ; sh:order 11 ;
            sh:class fest:Mood ; sh:maxCount 1 ; sh:name "Không khí"@vi, "Mood"@en .
        fest:FestivalShape-guests a sh:PropertyShape ; sh:path fest:guests ; dfg:key "guests" ; sh:order 12 ;
            sh:datatype xsd:integer ; sh:minInclusive 1 ; sh:maxCount 1 ; sh:name "Số khách"@vi, "Guests"@en ;
            sh:message "Ít nhất một khách."@vi, "At least one guest."@en .
    """,
    "ontology/rules/same-mood.rq": """
        # title: {vi: Cùng không khí, en: The same mood}
        PREFIX fest: <https://example.org/festivals#>
        CONSTRUCT { ?a fest:sharesMoodWith ?b } WHERE { ?a fest:mood ?mood . ?b fest:mood ?mood FILTER (?a != ?b) }
    """,
    "ontology/checks/crowded.rq": """
        # severity: warning
        # code: check/crowded
        # message: {vi: "{subject} đón {guests} khách.", en: "{subject} had {guests} guests."}
        PREFIX fest: <https://example.org/festivals#>
        SELECT ?subject (fest:guests AS ?property) ?guests
        WHERE { ?subject fest:guests ?guests FILTER (?guests > 9999) }
    """,
    "ontology/queries/festivals.rq": """
        # title: {vi: "Có những lễ hội nào?", en: "Which festivals are there?"}
        # group: places
        # parameters:
        #   mood: {class: fest:Mood, help: {vi: Chỉ không khí này., en: Only this mood.}}
        # columns: {festival: {vi: Lễ hội, en: Festival}, host: {vi: Nơi tổ chức, en: Host}}
        PREFIX fest: <https://example.org/festivals#>
        PREFIX dfg: <https://w3id.org/dfgraph/ns#>
        SELECT ?festival ?host ?claim WHERE {
          VALUES $mood { UNDEF }
          ?festival fest:mood $mood .
          GRAPH ?claim { ?festival fest:host ?host } ?claim a dfg:Claim .
        } ORDER BY ?festival ?claim
    """,
    "ontology/networks/festivals.rq": """
        # title: {vi: Lễ hội và nơi tổ chức, en: Festivals and their hosts}
        # order: 99
        PREFIX fest: <https://example.org/festivals#>
        SELECT ?from ?to (fest:host AS ?relation) ?claim WHERE {
          GRAPH ?claim { ?from fest:host ?to }
        }
    """,
    "ontology/facets/mood.rq": """
        # title: {vi: Không khí, en: Mood}
        # role: choice
        PREFIX fest: <https://example.org/festivals#>
        SELECT ?thing ?value WHERE { ?thing fest:mood ?value }
    """,
    "ontology/reports/moods/report.yaml": """
        title: {vi: Không khí lễ hội, en: The moods of festivals}
        parameters:
          mood: {class: fest:Mood, help: {vi: Chỉ không khí này., en: Only this mood.}}
    """,
    "ontology/reports/moods/guests.rq": """
        # title: {vi: Khách theo không khí, en: Guests by mood}
        # total: {vi: Tổng, en: Total}
        # columns: {mood: {vi: Không khí, en: Mood}, people: {vi: Số khách, en: Guests}}
        PREFIX fest: <https://example.org/festivals#>
        SELECT ?mood (SUM(?guests) AS ?people) WHERE {
          { SELECT ($mood AS ?of) ?guests WHERE { VALUES $mood { UNDEF } ?f fest:mood $mood ; fest:guests ?guests } }
          VALUES ?whole { false true }
          BIND (IF(?whole, ?none, ?of) AS ?mood)
        } GROUP BY ?mood ORDER BY DESC(BOUND(?mood)) ?mood
    """,
    "data/festivals.yaml": """
        - defaults: {evidence: {source: source/doi-ngoai-dia-phuong-2019}}
        - kind: festival
          id: festival/cau-ngu
          label: {vi: Lễ hội Cầu Ngư, en: Whale festival}
          host: da-nang
          mood: merry
          guests: 8000
        - kind: festival
          id: festival/phao-hoa
          label: {vi: Lễ hội pháo hoa, en: Fireworks festival}
          host: province/da-nang
          mood: Vui tươi
          guests: 20000
        - kind: festival
          id: festival/yen-tu
          label: {vi: Hội xuân Yên Tử, en: Yen Tu spring festival}
          host: quang-ninh
          mood: solemn
    """,
}


def lines(text: str) -> str:
    """A text of this file without the indentation it has here."""
    return "\n".join(line.removeprefix("        ") for line in text.strip("\n").splitlines()) + "\n"


def with_festivals(folder: Path) -> Project:
    """The shipped project with files for festivals, and nothing else changed."""
    root = copy_project(folder)
    write_files(root, {name: lines(text) for name, text in FESTIVALS.items()})
    return Project.open(root)


@pytest.fixture(scope="module")
def festivals(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = with_festivals(tmp_path_factory.mktemp("festivals"))
    report = project.build()
    assert report.sound, report.findings
    return project


def call(capsys: pytest.CaptureFixture[str], project: Project, *arguments: str) -> str:
    capsys.readouterr()
    assert run(["--project", str(project.places.root), "--lang", "en", *arguments]) == 0
    return capsys.readouterr().out


def test_facts_of_the_new_kind_are_loaded(festivals: Project) -> None:
    rows = festivals.query("SELECT ?f ?guests { ?f a fest:Festival OPTIONAL { ?f fest:guests ?guests } } ORDER BY ?f")
    told = rows.serialize("csv").decode().replace("https://w3id.org/dfgraph/id/", "")
    assert told == "f,guests\r\nfestival/cau-ngu,8000\r\nfestival/phao-hoa,20000\r\nfestival/yen-tu,\r\n"


def test_the_new_rule_derives(festivals: Project) -> None:
    query = "SELECT ?b { GRAPH <graph/derived> { <festival/cau-ngu> fest:sharesMoodWith ?b } }"
    assert festivals.query(query).serialize("csv") == b"b\r\nhttps://w3id.org/dfgraph/id/festival/phao-hoa\r\n"


def test_the_new_check_finds_at_its_line(festivals: Project) -> None:
    (found,) = (f for f in festivals.check().findings if f.code == "check/crowded")
    assert (found.severity, str(found.location)) == (Severity.WARNING, "data/festivals.yaml:13:11")
    assert found.message == ("Lễ hội pháo hoa đón 20.000 khách.", "Fireworks festival had 20,000 guests.")


def test_the_new_shapes_find_what_is_wrong_at_its_line(tmp_path: Path) -> None:
    project = with_festivals(tmp_path)
    facts = """
        - defaults: {evidence: {source: source/doi-ngoai-dia-phuong-2019}}
        - kind: festival
          id: festival/mo
          label: {vi: Lễ hội mơ, en: Dream festival}
          guests: 0
        - {kind: festival, id: festival/sai, host: country/la, mood: mery}
    """
    write_files(project.places.root, {"data/festivals-2.yaml": lines(facts)})
    errors = [f for f in project.check().findings if f.severity is Severity.ERROR]
    assert [(f.code, str(f.location), f.message.en) for f in errors] == [
        ("shape/min-count", "data/festivals-2.yaml:2:3", "Dream festival: A host is needed."),
        ("shape/min-inclusive", "data/festivals-2.yaml:5:11", "Dream festival: At least one guest. «0»"),
        ("facts/wrong-class", "data/festivals-2.yaml:6:44", errors[2].message.en),
        ("facts/unknown-reference", "data/festivals-2.yaml:6:62", "There is no “mery” among Mood."),
    ]
    assert errors[3].hint.en.startswith("Did you mean mood/merry")


def test_ask_knows_the_new_question_and_its_option(capsys: pytest.CaptureFixture[str], festivals: Project) -> None:
    assert "Which festivals are there?" in call(capsys, festivals, "ask")
    assert "--mood MOOD" in call(capsys, festivals, "ask", "festivals", "--help")
    rows = json.loads(call(capsys, festivals, "ask", "festivals", "--mood", "Merry", "--json"))
    assert [(row["festival"]["label"], row["host"]["id"]) for row in rows] == [
        ("Whale festival", "province/da-nang"),
        ("Fireworks festival", "province/da-nang"),
    ]
    assert {c["source"] for row in rows for c in row["citations"]} == {"source/doi-ngoai-dia-phuong-2019"}


def test_search_and_show_know_the_new_kind(capsys: pytest.CaptureFixture[str], festivals: Project) -> None:
    (hit,) = json.loads(call(capsys, festivals, "search", "cau ngu", "--json"))
    assert (hit["id"], hit["kind"]) == ("festival/cau-ngu", "Festival")
    shown = json.loads(call(capsys, festivals, "show", "festival/cau-ngu", "--json"))
    assert shown["kind"] == "Festival"
    assert [s["property"]["label"] for s in shown["statements"]][2:5] == ["Host", "Mood", "Guests"]


def test_view_knows_the_new_network(capsys: pytest.CaptureFixture[str], festivals: Project) -> None:
    assert "festivals" in {n["name"] for n in json.loads(call(capsys, festivals, "view", "--list", "--json"))}
    made = json.loads(call(capsys, festivals, "view", "festivals", "--no-sparql", "--json"))
    assert (made["nodes"], made["edges"]) == (5, 3)
    page = Path(made["path"]).read_text(encoding="utf-8")
    for shown in ("Whale festival", "Fireworks festival", "Yen Tu spring festival"):
        assert shown in page
    assert '{"key":"mood","label":{"vi":"Không khí","en":"Mood"}' in page


def test_report_knows_the_new_report(capsys: pytest.CaptureFixture[str], festivals: Project) -> None:
    assert {r["name"] for r in json.loads(call(capsys, festivals, "report", "--json"))} == {"coverage", "moods"}
    (section,) = json.loads(call(capsys, festivals, "report", "moods", "--mood", "vui tươi", "--json"))["sections"]
    assert section["rows"] == [{"mood": {"id": "mood/merry", "label": "Merry"}, "people": 28000}]
    assert "28,000" in call(capsys, festivals, "report", "moods", "--format", "html", "-o", "-")


# No word of the domain stands in the code.

ENGINE = {
    "since": "when a thing begins to exist: names are resolved by it",
    "until": "when it ceases to",
    "published": "the date of a source, in citations",
    "passageKind": "which part of a source a passage is, in citations",
}
"""The properties of `dfg:` that the program reads although facts may state them, and why."""


def shipped_triples() -> Triples:
    triples = Triples()
    for path in sorted((ROOT / "ontology").rglob("*.ttl")):
        for triple in read_turtle(path):
            triples.add(triple)
    return triples


@cache
def domain_terms() -> set[str]:
    """The local names of the ontology's classes and properties of which the program must know nothing.

    Classes of kinds and vocabularies, and properties of fields; not the source and the claim, which are what citing is.
    """
    triples = shipped_triples()
    schema = read_ontology(ROOT / "ontology").schema
    engine_kinds = {schema.evidence.iri, *(k.iri for k in schema.kinds.values() if k.self_evident)}
    classes = {
        iri for iri in triples.about if triples.value(iri, DFG + "key") and SH + "path" not in triples.about[iri]
    }
    claim_shape = next(s for s in triples.about if schema.evidence.iri in triples.values(s, SH + "targetClass"))
    claimed = {triples.value(s, SH + "path") for s in triples.values(claim_shape, SH + "property")}
    paths = {p for s in triples.about for p in triples.values(s, SH + "path")} - claimed
    terms = {iri.removeprefix(DFG) for iri in (classes - engine_kinds) | paths if iri.startswith(DFG)}
    return terms - set(ENGINE)


SOURCES = sorted(p for p in (ROOT / "src" / "dfgraph").rglob("*") if p.suffix in (".py", ".js", ".j2", ".css"))


def test_there_are_many_words_of_the_domain() -> None:
    terms = domain_terms()
    assert len(terms) > 120
    assert {"Partnership", "Province", "place", "signed", "Indicator"} <= terms


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_no_class_or_property_of_the_domain_is_named_in_the_code(path: Path) -> None:
    term = "|".join(sorted(map(re.escape, domain_terms()), key=len, reverse=True))
    named = re.compile(rf"(?:dfg:|DFG \+ f?\"|\{{DFG\}}|ns#)({term})\b")
    text = path.read_text(encoding="utf-8")
    told = [text[: m.start()].count("\n") + 1 for m in named.finditer(without_docstrings(path))]
    assert [f"line {n}: {text.splitlines()[n - 1].strip()}" for n in told] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_no_kind_of_record_is_named_in_the_code(path: Path) -> None:
    """Neither the key of a kind or a vocabulary, nor the start of an id of one, is a string of the program."""
    strings = re.findall(r"""["'`]([a-z][a-z-]+)/?["'`]""", without_docstrings(path))
    assert set(strings) & kinds_of_the_domain() == set()


@cache
def kinds_of_the_domain() -> set[str]:
    """The keys and id prefixes of kinds and vocabularies, but for those of citing, which the program does."""
    schema = read_ontology(ROOT / "ontology").schema
    citing = {prefix for f in schema.evidence.fields.values() for prefix in schema.prefixes_of.get(f.range or "", ())}
    kinds = {word for k in schema.kinds.values() if not k.self_evident for word in (k.key, k.prefix)}
    ambiguous = {"project", "country", "event", "unit", "field", "change", "region", "series"}
    return (kinds | {c.id.partition("/")[0] for c in schema.concepts}) - citing - ambiguous


def without_docstrings(path: Path) -> str:
    """The text of a file, with the examples of its docstrings blanked out, line by line."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return text
    kept = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            first = node.body[0]
            for number in range(first.lineno - 1, first.end_lineno or first.lineno):
                kept[number] = ""  # the line stays, so that numbers agree
    return "\n".join(kept)


@pytest.mark.parametrize("folder", ["rules", "checks", "queries", "networks", "reports/coverage"])
def test_every_query_of_the_shipped_ontology_runs_anywhere(shipped: Project, folder: str) -> None:
    """Its prefixes are declared in it, so that any SPARQL engine can run it as it stands."""
    import pyoxigraph as ox

    for file in read_query_files(ROOT / "ontology" / folder):
        base = None if "BASE <" in file.text else "https://w3id.org/dfgraph/id/"
        ox.Store().query(file.text, base_iri=base)
