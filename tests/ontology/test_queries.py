"""The rules, checks, questions and networks of the ontology, each on an example small enough to see the answer.

The example stands in the test as TriG. What it writes in a graph `<claim/…>` is a claim, and is put where the build
puts claims: in that graph and in the default graph. Answers are compared as text: ids without their base, terms with
their prefix.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple, Variable, parse

ONTOLOGY = Path(__file__).parents[2] / "ontology"
BASE = "https://w3id.org/dfgraph/id/"
SPACES = {
    "dfg": "https://w3id.org/dfgraph/ns#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
PREFIXES = f"@base <{BASE}> .\n" + "".join(f"@prefix {name}: <{space}> .\n" for name, space in SPACES.items())
FOLDERS = ("rules", "checks", "queries", "networks")
RULES = sorted(path.stem for path in (ONTOLOGY / "rules").glob("*.rq"))
FILES = [path for folder in FOLDERS for path in sorted((ONTOLOGY / folder).glob("*.rq"))]

# The times that the examples use, with the days that bound them.
TIMES = {
    "1999": ("1999-01-01", "1999-12-31"),
    "2003": ("2003-01-01", "2003-12-31"),
    "2010": ("2010-01-01", "2010-12-31"),
    "2019": ("2019-01-01", "2019-12-31"),
    "2019-06": ("2019-06-01", "2019-06-30"),
    "2019-06-18": ("2019-06-18", "2019-06-18"),
    "2025": ("2025-01-01", "2025-12-31"),
    "2025-06-30": ("2025-06-30", "2025-06-30"),
    "2025-07-01": ("2025-07-01", "2025-07-01"),
    "2026": ("2026-01-01", "2026-12-31"),
    "2016/2020": ("2016-01-01", "2020-12-31"),
    "2018/..": ("2018-01-01", None),
}

Row = tuple[str | None, ...]

A = NamedNode(SPACES["rdf"] + "type")
ABOUT = NamedNode(SPACES["dfg"] + "about")
CLAIM = NamedNode(SPACES["dfg"] + "Claim")
SOURCE = NamedNode(SPACES["prov"] + "hadPrimarySource")
DERIVED = NamedNode(BASE + "graph/derived")
SLOT = re.compile(r"VALUES \$(\w+) \{ UNDEF \}")


class World:
    """The ontology and one example, and what the files of the ontology make of it."""

    def __init__(self, ontology: list[Quad]) -> None:
        self.store = Store()
        self.store.extend(ontology)
        self.add("\n".join(time_span(text) for text in TIMES))

    def add(self, trig: str, *, withdrawn: bool = False) -> World:
        """Adds TriG; a withdrawn claim stands in its own graph alone."""
        quads = list(parse(PREFIXES + trig, format=RdfFormat.TRIG))
        self.store.extend(quads)
        if not withdrawn:
            for quad in quads:
                if isinstance(quad.graph_name, NamedNode):
                    self._claim(quad.graph_name, quad)
        return self

    def _claim(self, claim: NamedNode, quad: Quad) -> None:
        self.store.add(Quad(quad.subject, quad.predicate, quad.object))
        self.store.add(Quad(claim, A, CLAIM))
        self.store.add(Quad(claim, ABOUT, quad.subject))
        if not any(self.store.quads_for_pattern(claim, SOURCE, None, DefaultGraph())):
            self.store.add(Quad(claim, SOURCE, NamedNode(BASE + "source/one")))

    def rule(self, name: str) -> list[Row]:
        """What one run of a rule gives, sorted; it is kept, as the build keeps it."""
        made: set[Row] = set()
        for triple in list(self._run("rules", name)):
            assert isinstance(triple, Triple)
            made.add((shown(triple.subject), shown(triple.predicate), shown(triple.object)))
            self.store.add(Quad(triple.subject, triple.predicate, triple.object))
            self.store.add(Quad(triple.subject, triple.predicate, triple.object, DERIVED))
        return sorted(made, key=str)

    def derive(self) -> World:
        """All rules, until nothing new comes of them."""
        while sum(len(self.rule(name)) for name in RULES):
            pass
        return self

    def check(self, name: str) -> list[Row]:
        """The rows of a check."""
        return self._rows("checks", name)

    def ask(self, name: str, **given: str) -> list[Row]:
        """The answer to a question, in its order."""
        return self._rows("queries", name, **given)

    def network(self, name: str, **given: str) -> list[Row]:
        """The rows of a network: from, to, via, relation, claim; sorted, for a network has no order."""
        return sorted(self._rows("networks", name, **given), key=str)

    def _rows(self, folder: str, name: str, **given: str) -> list[Row]:
        return [tuple(map(shown, row)) for row in self._run(folder, name, **given)]

    def _run(self, folder: str, name: str, **given: str) -> Any:
        text = (ONTOLOGY / folder / f"{name}.rq").read_text(encoding="utf-8")
        assert set(given) <= set(SLOT.findall(text))
        return self.store.query(bound(text, given), base_iri=BASE)


def time_span(text: str) -> str:
    """A time as the build writes it."""
    first, last = TIMES[text]
    bounds = "".join(f' ; dfg:{name} "{day}"^^xsd:date' for name, day in (("earliest", first), ("latest", last)) if day)
    return f'<time/{text.replace("/", "--")}> a dfg:TimeSpan ; rdf:value "{text}"{bounds} .'


def bound(text: str, given: dict[str, str]) -> str:
    """A query with the ids of its parameters in the place of UNDEF."""
    return SLOT.sub(
        lambda slot: slot[0].replace("UNDEF", f"<{BASE}{given[slot[1]]}>") if slot[1] in given else slot[0], text
    )


def shown(term: object) -> str | None:
    """A term as the tests write it."""
    if isinstance(term, NamedNode):
        for name, space in SPACES.items():
            if term.value.startswith(space):
                return f"{name}:{term.value.removeprefix(space)}"
        return term.value.removeprefix(BASE)
    if isinstance(term, Literal):
        return f"{term.value}@{term.language}" if term.language else term.value
    assert term is None
    return None


@pytest.fixture(scope="module")
def ontology() -> list[Quad]:
    """What the build loads of the ontology: all of it in one named graph, all but the shapes in the default graph."""
    named = NamedNode(BASE + "graph/ontology")
    shapes = sorted((ONTOLOGY / "shapes").glob("*.ttl"))
    terms = [ONTOLOGY / "dfgraph.ttl", *sorted((ONTOLOGY / "vocabularies").glob("*.ttl"))]
    known = [q for path in terms for q in parse(path=str(path), format=RdfFormat.TURTLE)]
    asked = [q for path in shapes for q in parse(path=str(path), format=RdfFormat.TURTLE)]
    return known + [Quad(q.subject, q.predicate, q.object, named) for q in chain(known, asked)]


@pytest.fixture
def world(ontology: list[Quad]) -> Callable[[str], World]:
    """Makes the world of an example."""
    return lambda trig: World(ontology).add(trig)


Make = Callable[[str], World]


# What holds for every file


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_header_and_text_are_sound(path: Path, world: Make) -> None:
    """The header has its texts in both languages, and the text is SPARQL with its parameters open and bound."""
    text = path.read_text(encoding="utf-8")
    header = yaml.safe_load("\n".join(line[1:].removeprefix(" ") for line in text.split("\n\n")[0].splitlines()))
    parameters = header.get("parameters") or {}
    phrases = [header[key] for key in ("title", "message", "hint") if key in header]
    phrases += [p["help"] for p in parameters.values()] + list((header.get("columns") or {}).values())
    assert phrases
    assert all(set(phrase) == {"vi", "en"} and all(phrase.values()) for phrase in phrases)
    assert set(SLOT.findall(text)) == set(parameters)
    store = world("").store
    for given in ({}, dict.fromkeys(parameters, "province/hue")):
        answer: Any = store.query(bound(text, given), base_iri=BASE)
        names = {variable.value for variable in getattr(answer, "variables", ()) if isinstance(variable, Variable)}
        match path.parent.name:
            case "queries":
                assert header["group"] in yaml.safe_load((path.parent / "groups.yaml").read_text(encoding="utf-8"))
                assert names == set(header["columns"])
            case "checks":
                assert header["severity"] in ("error", "warning", "info")
                assert header["code"] == f"check/{path.stem}"
                assert {"subject", *re.findall(r"\{(\w+)\}", str(header["message"]))} <= names
            case "networks":
                assert names == {"from", "to", "via", "relation", "claim"}


def test_every_file_has_an_example() -> None:
    """Each rule, check, question and network is named in a test below."""
    told = Path(__file__).read_text(encoding="utf-8")
    calls = {"rules": "rule", "checks": "check", "queries": "ask", "networks": "network"}
    assert [p.stem for p in FILES if f'.{calls[p.parent.name]}("{p.stem}"' not in told] == []


def test_rules_come_to_an_end(world: Make) -> None:
    """A second run of all rules on their own result gives nothing."""
    made = world(PLACES + PARTNERSHIPS + MERGER + AGREEMENT).derive()
    assert [name for name in RULES if made.rule(name)] == []


# Examples that several tests share

PLACES = """
<country/jp> a dfg:Country ; skos:prefLabel "Nhật Bản"@vi, "Japan"@en .
<country/la> a dfg:Country ; skos:prefLabel "Lào"@vi, "Laos"@en .
<locality/jp-sakai> a dfg:ForeignLocality ; skos:prefLabel "Sakai"@vi, "Sakai"@en ; dfg:country <country/jp> .
<locality/la-sekong> a dfg:ForeignLocality ; skos:prefLabel "Sê Kông"@vi, "Sekong"@en ; dfg:country <country/la> .
<province/da-nang> a dfg:Province ; skos:prefLabel "Đà Nẵng"@vi, "Da Nang"@en ; dfg:until <time/2025-06-30> .
<province/quang-nam> a dfg:Province ; skos:prefLabel "Quảng Nam"@vi, "Quang Nam"@en ; dfg:until <time/2025-06-30> .
<province/da-nang-2025> a dfg:Province ; skos:prefLabel "Đà Nẵng"@vi, "Da Nang"@en ; dfg:since <time/2025-07-01> .
<province/hue> a dfg:Province ; skos:prefLabel "Huế"@vi, "Hue"@en .
"""
PARTNERSHIPS = """
<claim/sakai> { <partnership/sakai> a dfg:Partnership ; dfg:place <province/da-nang>, <locality/jp-sakai> ;
  dfg:since <time/2010> ; dfg:partnershipType <partnership-type/friendship> . }
<claim/sekong> { <partnership/sekong> a dfg:Partnership ; dfg:place <province/quang-nam>, <locality/la-sekong> . }
"""
MERGER = """
<claim/merger> { <change/da-nang-2025> a dfg:TerritorialChange ; dfg:changeKind <change-kind/merge> ;
  dfg:changedFrom <province/da-nang>, <province/quang-nam> ; dfg:changedTo <province/da-nang-2025> ;
  dfg:date <time/2025-07-01> ; dfg:legalBasis <document/202-2025-qh15> . }
"""
AGREEMENT = """
<claim/memorandum> { <agreement/memorandum> a dfg:Agreement ; dfg:signed <time/2019> ; dfg:expires <time/2026> ;
  dfg:onBehalfOf <province/da-nang>, <locality/jp-sakai> ; dfg:agreementType <agreement-type/memorandum> . }
"""


# Rules


def test_a_thing_is_of_the_classes_above_its_own(world: Make) -> None:
    made = world("<province/hue> a dfg:Province . <partnership/x> a dfg:Partnership .")
    assert made.rule("types") == [
        ("province/hue", "rdf:type", "dfg:Agent"),
        ("province/hue", "rdf:type", "dfg:Place"),
    ]


def test_partners_are_partners_both_ways(world: Make) -> None:
    made = world("""
        <partnership/x> a dfg:Partnership ; dfg:place <province/hue>, <locality/jp-sakai> .
        <programme/y> a dfg:Programme ; dfg:place <province/hue>, <province/da-nang> .
    """)
    assert made.rule("partner-of") == [
        ("locality/jp-sakai", "dfg:partnerOf", "province/hue"),
        ("province/hue", "dfg:partnerOf", "locality/jp-sakai"),
    ]
    assert made.rule("partner-of") == []


def test_a_partnership_is_named_after_its_places(world: Make) -> None:
    """The Vietnamese unit comes first; a label that is given stays the only one of its language."""
    made = world(
        PLACES
        + """
        <partnership/x> a dfg:Partnership ; dfg:place <locality/jp-sakai>, <province/da-nang> .
        <partnership/y> a dfg:Partnership ; dfg:place <locality/la-sekong>, <province/hue> ;
          skos:prefLabel "Huế kết nghĩa Sê Kông"@vi .
        <province/hue> skos:prefLabel "Thừa Thiên Huế"@en .
    """
    )
    assert made.rule("partnership-labels") == [
        ("partnership/x", "skos:prefLabel", "Da Nang – Sakai@en"),
        ("partnership/x", "skos:prefLabel", "Đà Nẵng – Sakai@vi"),
        ("partnership/y", "skos:prefLabel", "Hue – Sekong@en"),
    ]


def test_a_tenure_is_named_after_holder_and_post(world: Make) -> None:
    made = world("""
        <person/bui-thanh-son> skos:prefLabel "Bùi Thanh Sơn"@vi, "Bui Thanh Son"@en .
        <post/thu-truong> skos:prefLabel "Thứ trưởng Bộ Ngoại giao"@vi, "Deputy Minister of Foreign Affairs"@en .
        <tenure/x> a dfg:Tenure ; dfg:holder <person/bui-thanh-son> ; dfg:post <post/thu-truong> .
        <tenure/y> a dfg:Tenure ; dfg:holder <person/bui-thanh-son> ; dfg:post <post/thu-truong> ;
          skos:prefLabel "Một nhiệm kỳ"@vi, "A tenure"@en .
    """)
    assert made.rule("tenure-labels") == [
        ("tenure/x", "skos:prefLabel", "Bui Thanh Son, Deputy Minister of Foreign Affairs@en"),
        ("tenure/x", "skos:prefLabel", "Bùi Thanh Sơn, Thứ trưởng Bộ Ngoại giao@vi"),
    ]


def test_a_figure_is_named_after_what_it_measures(world: Make) -> None:
    made = world(
        PLACES
        + """
        <indicator/x> skos:prefLabel "Vốn FDI"@vi, "FDI"@en .
        <observation/a> dfg:indicator <indicator/x> ; dfg:area <province/hue> ; dfg:partner <country/jp> ;
          dfg:period <time/2016--2020> .
        <observation/b> dfg:indicator <indicator/x> ; dfg:asOf <time/2019-06> .
        <observation/c> dfg:indicator <indicator/x> ; skos:prefLabel "Vốn FDI cả nước"@vi, "National FDI"@en .
    """
    )
    assert made.rule("observation-labels") == [
        ("observation/a", "skos:prefLabel", "FDI, Hue, Japan, 2016–2020@en"),
        ("observation/a", "skos:prefLabel", "Vốn FDI, Huế, Nhật Bản, 2016–2020@vi"),
        ("observation/b", "skos:prefLabel", "FDI, 2019-06@en"),
        ("observation/b", "skos:prefLabel", "Vốn FDI, 2019-06@vi"),
    ]


def test_a_change_is_named_after_the_units_before_and_after(world: Make) -> None:
    assert world(PLACES + MERGER).rule("change-labels") == [
        ("change/da-nang-2025", "skos:prefLabel", "Da Nang, Quang Nam → Da Nang (2025-07-01)@en"),
        ("change/da-nang-2025", "skos:prefLabel", "Đà Nẵng, Quảng Nam → Đà Nẵng (2025-07-01)@vi"),
    ]


def test_a_partner_abroad_is_cooperation_with_its_country(world: Make) -> None:
    made = world(
        PLACES
        + """
        <province/hue> dfg:partnerOf <locality/jp-sakai>, <country/la> .
        <locality/jp-sakai> dfg:partnerOf <province/hue> .
    """
    )
    assert made.rule("country-cooperation") == [
        ("province/hue", "dfg:cooperatesWithCountry", "country/jp"),
        ("province/hue", "dfg:cooperatesWithCountry", "country/la"),
    ]


def test_units_before_a_change_are_replaced_by_those_after(world: Make) -> None:
    """A unit that took another in replaces that one, not itself."""
    made = world("""
        <change/ha-noi-2008> dfg:changedFrom <province/ha-tay>, <province/ha-noi> ; dfg:changedTo <province/ha-noi> .
    """)
    assert made.rule("succession") == [
        ("province/ha-noi", "dcterms:replaces", "province/ha-tay"),
        ("province/ha-tay", "dcterms:isReplacedBy", "province/ha-noi"),
    ]


def test_heirs_inherit_agreements_and_partnerships(world: Make) -> None:
    made = world(
        PARTNERSHIPS
        + AGREEMENT
        + """
        <province/da-nang> dcterms:isReplacedBy <province/da-nang-2025> .
        <province/da-nang-2025> dcterms:isReplacedBy <province/later> .
        <programme/x> a dfg:Programme ; dfg:place <province/da-nang> .
    """
    )
    assert made.rule("inheritance") == [
        ("agreement/memorandum", "dfg:inheritedBy", "province/da-nang-2025"),
        ("agreement/memorandum", "dfg:inheritedBy", "province/later"),
        ("partnership/sakai", "dfg:inheritedBy", "province/da-nang-2025"),
        ("partnership/sakai", "dfg:inheritedBy", "province/later"),
    ]


def test_implementation_is_followed_to_the_end(world: Make) -> None:
    made = world("<document/plan> dfg:implements <document/decree> . <document/decree> dfg:implements <document/law> .")
    assert made.rule("implementation-chain") == [
        ("document/decree", "dfg:implementsTransitively", "document/law"),
        ("document/plan", "dfg:implementsTransitively", "document/decree"),
        ("document/plan", "dfg:implementsTransitively", "document/law"),
    ]


def test_the_last_activity_is_the_latest_that_took_place(world: Make) -> None:
    """What is only planned has not taken place; what goes on without end is the latest of all."""
    made = world("""
        <visit/a> dfg:carriesOut <agreement/x>, <agreement/y> ; dfg:date <time/2010> .
        <visit/b> dfg:carriesOut <agreement/x> ; dfg:date <time/2019-06-18> .
        <visit/c> dfg:carriesOut <agreement/x> ; dfg:date <time/2026> ; dfg:status <activity-status/planned> .
        <project/d> dfg:carriesOut <agreement/y> ; dfg:date <time/2018--..> .
    """)
    assert made.rule("last-activity") == [
        ("agreement/x", "dfg:lastActivity", "visit/b"),
        ("agreement/y", "dfg:lastActivity", "project/d"),
    ]
    assert made.rule("last-activity") == []


def test_corroboration_counts_sources_not_claims(world: Make) -> None:
    made = world("""
        <claim/a1> prov:hadPrimarySource <source/one> . <claim/a2> prov:hadPrimarySource <source/two> .
        <claim/b1> prov:hadPrimarySource <source/one> . <claim/b2> prov:hadPrimarySource <source/one> .
        <claim/c1> prov:hadPrimarySource <source/one> .
        <claim/c2> prov:hadPrimarySource <source/two> ; dfg:stance <stance/disputes> .
        <claim/a1> { <visit/a> a dfg:Visit . } <claim/a2> { <visit/a> a dfg:Visit . }
        <claim/b1> { <visit/b> a dfg:Visit . } <claim/b2> { <visit/b> a dfg:Visit . }
        <claim/c1> { <visit/c> a dfg:Visit . } <claim/c2> { <visit/c> a dfg:Visit . }
    """)
    assert made.rule("corroboration") == [("visit/a", "dfg:corroboration", "2")]


def test_contested_is_a_single_valued_property_with_two_values(world: Make) -> None:
    """Not so a property of many values, nor a time that another only states more precisely."""
    made = world("""
        <claim/1> { <agreement/x> a dfg:Agreement ; dfg:signed <time/2019> ; dfg:expires <time/2025> ;
          dfg:field <field/trade> . }
        <claim/2> { <agreement/x> a dfg:Agreement ; dfg:signed <time/2019-06> ; dfg:expires <time/2026> ;
          dfg:field <field/culture> . }
        <claim/3> { <agreement/y> a dfg:Agreement ; dfg:signed <time/2018--..> . }
        <claim/4> { <agreement/y> a dfg:Agreement ; dfg:signed <time/2019> . }
        <claim/5> { <agreement/z> a dfg:Agreement ; dfg:signed <time/2018--..> . }
        <claim/6> { <agreement/z> a dfg:Agreement ; dfg:signed <time/2010> . }
        <claim/7> { <observation/o> a dfg:Observation ; dfg:value 60.28 ; dfg:area <province/hue> . }
        <claim/8> { <observation/o> a dfg:Observation ; dfg:value 60.3 ; dfg:area <province/hue> . }
    """)
    assert made.rule("contested") == [
        ("agreement/x", "dfg:contested", "dfg:expires"),
        ("agreement/z", "dfg:contested", "dfg:signed"),
        ("observation/o", "dfg:contested", "dfg:value"),
    ]
    assert made.rule("contested") == []


# Checks


def test_check_contested_names_both_values_and_their_sources(world: Make) -> None:
    made = world("""
        <agreement/x> dfg:contested dfg:signed .
        <claim/1> prov:hadPrimarySource <source/one> . <claim/2> prov:hadPrimarySource <source/two> .
        <claim/1> { <agreement/x> dfg:signed <time/2010> . } <claim/2> { <agreement/x> dfg:signed <time/2019> . }
    """).add("<claim/3> { <agreement/x> dfg:signed <time/2025> . }", withdrawn=True)
    assert made.check("contested") == [
        ("agreement/x", "dfg:signed", "time/2010", "source/one", "time/2019", "source/two", "claim/2")
    ]


def test_check_partnership_has_two_places(world: Make) -> None:
    made = world(
        PARTNERSHIPS
        + """
        <partnership/none> a dfg:Partnership .
        <partnership/three> a dfg:Partnership ; dfg:place <province/hue>, <province/da-nang>, <locality/jp-sakai> .
    """
    )
    assert made.check("partnership-places") == [("partnership/none", "0"), ("partnership/three", "3")]


def test_check_end_comes_after_start(world: Make) -> None:
    """Only what is certainly the wrong way round: 2019 may well begin before June 2019 ends."""
    made = world("""
        <partnership/wrong> dfg:since <time/2019> ; dfg:until <time/2010> .
        <partnership/right> dfg:since <time/2019-06> ; dfg:until <time/2019> .
        <partnership/open> dfg:since <time/2018--..> ; dfg:until <time/2019> .
        <agreement/wrong> dfg:signed <time/2025> ; dfg:inForceFrom <time/2025-07-01> ; dfg:expires <time/2019-06-18> .
        <document/wrong> dfg:effective <time/2026> ; dfg:expires <time/2025> .
    """)
    assert made.check("end-before-start") == [
        ("agreement/wrong", "dfg:expires", "time/2019-06-18", "dfg:inForceFrom", "time/2025-07-01"),
        ("agreement/wrong", "dfg:expires", "time/2019-06-18", "dfg:signed", "time/2025"),
        ("document/wrong", "dfg:expires", "time/2025", "dfg:effective", "time/2026"),
        ("partnership/wrong", "dfg:until", "time/2010", "dfg:since", "time/2019"),
    ]


def test_check_agreement_has_a_date(world: Make) -> None:
    made = world("""
        <agreement/dated> a dfg:Agreement ; dfg:signed <time/2019> .
        <agreement/undated> a dfg:Agreement .
        <agreement/talks> a dfg:Agreement ; dfg:agreementState <agreement-state/negotiated> .
    """)
    assert made.check("agreement-without-date") == [("agreement/undated",)]


def test_check_document_has_number_and_issuer(world: Make) -> None:
    made = world("""
        <document/whole> a dfg:StateDocument ; dfg:number "1/QĐ" ; dfg:issuer <organisation/x> .
        <document/bare> a dfg:PartyDocument .
        <document/half> a dfg:StateDocument ; dfg:number "2/QĐ" .
    """).derive()
    assert made.check("document-incomplete") == [
        ("document/bare", "dfg:issuer"),
        ("document/bare", "dfg:number"),
        ("document/half", "dfg:issuer"),
    ]


def test_check_place_existed_at_the_time(world: Make) -> None:
    """A year that holds the day of the merger is right for the old unit and for the new."""
    made = world(
        PLACES
        + """
        <agreement/late> dfg:onBehalfOf <province/da-nang> ; dfg:signed <time/2026> .
        <agreement/merger-year> dfg:onBehalfOf <province/da-nang>, <province/da-nang-2025> ; dfg:signed <time/2025> .
        <observation/early> dfg:area <province/da-nang-2025> ; dfg:period <time/2019> .
        <partnership/early> dfg:place <province/da-nang-2025> ; dfg:since <time/2010> .
        <visit/hue> dfg:location <province/hue> ; dfg:date <time/1999> .
    """
    )
    new, old = ("time/2025-07-01", None), (None, "time/2025-06-30")
    assert made.check("place-out-of-time") == [
        ("agreement/late", "dfg:onBehalfOf", "province/da-nang", "time/2026", *old),
        ("observation/early", "dfg:area", "province/da-nang-2025", "time/2019", *new),
        ("partnership/early", "dfg:place", "province/da-nang-2025", "time/2010", *new),
    ]


def test_check_figure_has_a_time(world: Make) -> None:
    made = world("""
        <observation/flow> a dfg:Observation ; dfg:period <time/2019> .
        <observation/stock> a dfg:Observation ; dfg:asOf <time/2019> .
        <observation/undated> a dfg:Observation .
    """)
    assert made.check("undated-figure") == [("observation/undated",)]


def test_check_no_document_implements_itself(world: Make) -> None:
    made = world("""
        <document/a> dfg:implements <document/b> . <document/b> dfg:implements <document/a> .
        <document/c> dfg:implements <document/a> .
    """).derive()
    assert made.check("implements-itself") == [("document/a", "dfg:implements"), ("document/b", "dfg:implements")]


def test_check_comparison_agrees_with_its_figures(world: Make) -> None:
    """Rounding is no contradiction: 8.0 against 7.9 is 101.3 %, told as 101 %."""
    made = world("""
        <observation/rounded> dfg:value 8.0 ; dfg:baselineValue 7.9 ; dfg:comparisonValue 101 ;
          dfg:comparison <comparison-kind/ratio-percent> .
        <observation/wrong> dfg:value 150 ; dfg:baselineValue 100 ; dfg:comparisonValue 60 ;
          dfg:comparison <comparison-kind/rise-percent> .
        <observation/fall> dfg:value 80 ; dfg:baselineValue 100 ; dfg:comparisonValue 20 ;
          dfg:comparison <comparison-kind/fall-percent> .
        <observation/unknown> dfg:value 80 ; dfg:baselineValue 100 ; dfg:comparisonValue 3 ;
          dfg:comparison <comparison-kind/rank> .
    """)
    assert made.check("comparison-arithmetic") == [
        ("observation/wrong", "comparison-kind/rise-percent", "60", "150", "100", "50")
    ]


# Questions


def test_ask_partners_of(world: Make) -> None:
    """A new unit is asked together with the units it replaced; a locality finds its Vietnamese partner."""
    made = world(PLACES + PARTNERSHIPS + MERGER).derive()
    sakai = ("locality/jp-sakai", "country/jp", "time/2010", "partnership-type/friendship", "province/da-nang")
    sekong = ("locality/la-sekong", "country/la", None, None, "province/quang-nam")
    assert made.ask("partners-of", place="province/da-nang-2025") == [
        (*sakai, "claim/sakai"),
        (*sekong, "claim/sekong"),
    ]
    assert made.ask("partners-of", place="province/da-nang") == [(*sakai, "claim/sakai")]
    assert made.ask("partners-of", place="locality/la-sekong") == [
        ("province/quang-nam", None, None, None, "locality/la-sekong", "claim/sekong")
    ]


def test_ask_agreements_of(world: Make) -> None:
    made = world(
        PLACES + MERGER + AGREEMENT + "<visit/v> dfg:carriesOut <agreement/memorandum> ; dfg:date <time/2019> ."
    )
    told = ("agreement/memorandum", "agreement-type/memorandum", "time/2019", "time/2026", None, "visit/v")
    assert made.derive().ask("agreements-of", place="province/da-nang-2025") == [
        (*told, "province/da-nang", "claim/memorandum")
    ]


def test_ask_quiet_agreements(world: Make) -> None:
    """Not quiet: what an activity carries out, or the partnership that rests on it."""
    made = world(
        PLACES
        + MERGER
        + AGREEMENT
        + """
        <claim/b> { <agreement/b> a dfg:Agreement ; dfg:onBehalfOf <province/hue> . }
        <claim/c> { <agreement/c> a dfg:Agreement ; dfg:onBehalfOf <province/hue> . }
        <claim/d> { <agreement/d> a dfg:Agreement ; dfg:onBehalfOf <province/hue> . }
        <partnership/c> dfg:establishedBy <agreement/c> .
        <visit/v> dfg:carriesOut <partnership/c>, <agreement/d> ; dfg:date <time/2019> .
    """
    ).derive()
    quiet = ("agreement/memorandum", "province/da-nang", "time/2019", "time/2026", "claim/memorandum")
    assert made.ask("quiet-agreements") == [("agreement/b", "province/hue", None, None, "claim/b"), quiet]
    assert made.ask("quiet-agreements", place="province/da-nang-2025") == [quiet]


def test_ask_shared_partners(world: Make) -> None:
    """Da Nang and Quang Nam are one unit today: what those two alone share is not shared."""
    made = world(
        PLACES
        + PARTNERSHIPS
        + MERGER
        + """
        <claim/hue> { <partnership/hue> a dfg:Partnership ; dfg:place <province/hue>, <locality/jp-sakai> . }
        <claim/quang-nam> { <partnership/qn> a dfg:Partnership ; dfg:place <province/quang-nam>, <locality/jp-sakai> . }
        <claim/da-nang> { <partnership/dn> a dfg:Partnership ; dfg:place <province/da-nang>, <locality/la-sekong> . }
    """
    ).derive()
    rows = [
        ("locality/jp-sakai", "country/jp", "province/da-nang-2025", "province/da-nang", "time/2010", "claim/sakai"),
        ("locality/jp-sakai", "country/jp", "province/da-nang-2025", "province/quang-nam", None, "claim/quang-nam"),
        ("locality/jp-sakai", "country/jp", "province/hue", "province/hue", None, "claim/hue"),
    ]
    assert made.ask("shared-partners") == rows
    assert made.ask("shared-partners", place="province/da-nang-2025") == rows
    assert made.ask("shared-partners", place="province/lao-cai") == []


def test_ask_inherited(world: Make) -> None:
    made = world(PLACES + PARTNERSHIPS + MERGER + AGREEMENT).derive()
    new, day = "province/da-nang-2025", "time/2025-07-01"
    memorandum = ("agreement/memorandum", "locality/jp-sakai", "time/2026", "claim/memorandum")
    rows = [
        (new, "province/da-nang", day, *memorandum),
        (new, "province/da-nang", day, "partnership/sakai", "locality/jp-sakai", None, "claim/sakai"),
        (new, "province/quang-nam", day, "partnership/sekong", "locality/la-sekong", None, "claim/sekong"),
    ]
    assert made.ask("inherited") == rows
    assert made.ask("inherited", unit=new) == rows
    assert made.ask("inherited", unit="province/hue") == []


def test_ask_places_tied_to_country(world: Make) -> None:
    made = world(
        PLACES
        + PARTNERSHIPS
        + AGREEMENT
        + "<claim/japan> { <agreement/japan> a dfg:Agreement ; dfg:onBehalfOf <province/hue>, <country/jp> . }"
    )
    da_nang, sakai = "province/da-nang", "locality/jp-sakai"
    assert made.ask("places-tied-to-country", country="country/jp") == [
        (da_nang, sakai, "agreement/memorandum", "agreement-type/memorandum", "time/2019", "claim/memorandum"),
        (da_nang, sakai, "partnership/sakai", "partnership-type/friendship", "time/2010", "claim/sakai"),
        ("province/hue", "country/jp", "agreement/japan", None, None, "claim/japan"),
    ]


def test_ask_successor_of(world: Make) -> None:
    told = ("change-kind/merge", "time/2025-07-01", "document/202-2025-qh15", "claim/merger")
    assert world(PLACES + MERGER).derive().ask("successor-of", place="province/quang-nam") == [
        ("province/quang-nam", "province/da-nang-2025", "change/da-nang-2025", *told)
    ]


POLICY = """
<claim/decree> { <document/decree> a dfg:StateDocument ; dfg:implements <document/law> ; dfg:date <time/2010> ;
  dfg:issuer <organisation/government> . }
<claim/plan> { <document/plan> a dfg:StateDocument ; dfg:implements <document/decree> ; dfg:date <time/2019> ;
  dfg:issuer <organisation/hue> . }
<claim/programme> { <programme/p> a dfg:Programme ; dfg:under <document/decree> ; dfg:period <time/2016--2020> ;
  dfg:place <province/quang-nam> ; dfg:field <field/trade> ; dfg:ledBy <organisation/hue> . }
<claim/law> { <document/law> a dfg:StateDocument . }
"""


def test_ask_implementing(world: Make) -> None:
    assert world(POLICY).ask("implementing", document="document/law") == [
        ("document/plan", "dfg:implements", "document/decree", "time/2019", "claim/plan"),
        ("programme/p", "dfg:under", "document/decree", "time/2016--2020", "claim/programme"),
        ("document/decree", "dfg:implements", "document/law", "time/2010", "claim/decree"),
    ]


def test_ask_chain_ends(world: Make) -> None:
    made = world(POLICY).derive()
    rows = [("document/plan", "organisation/hue", "time/2019", "document/decree", "claim/plan")]
    assert made.ask("chain-ends") == rows
    assert made.ask("chain-ends", issuer="organisation/hue") == rows
    assert made.ask("chain-ends", issuer="organisation/government") == []


def test_ask_recommendations(world: Make) -> None:
    made = world("""
        <claim/a> { <recommendation/a> a dfg:Recommendation ; dfg:addressedTo <organisation/x> ;
          dfg:field <field/trade> ; dfg:at <conference/c> ; dfg:period <time/2016--2020> . }
        <claim/b> { <recommendation/b> a dfg:Recommendation . }
    """)
    a = ("recommendation/a", "organisation/x", "conference/c", "time/2016--2020", "claim/a")
    assert made.ask("recommendations") == [a, ("recommendation/b", None, None, None, "claim/b")]
    assert made.ask("recommendations", agent="organisation/x") == [a]
    assert made.ask("recommendations", field="field/culture") == []


def test_ask_programmes(world: Make) -> None:
    """A programme of a unit that was replaced is found under the new unit too."""
    made = world(PLACES + MERGER + POLICY).derive()
    rows = [("programme/p", "document/decree", "time/2016--2020", None, "claim/programme")]
    assert made.ask("programmes") == rows
    assert made.ask("programmes", place="province/da-nang-2025", field="field/trade") == rows
    assert made.ask("programmes", place="province/hue") == []
    assert made.ask("programmes", field="field/culture") == []


def test_ask_dossiers(world: Make) -> None:
    made = world("""
        <claim/d> { <dossier/d> a dfg:Dossier ; dfg:titleType <title-type/geopark> ; dfg:place <province/hue> ;
          dfg:dossierState <dossier-state/submitted> ; dfg:submittedTo <organisation/unesco> ; dfg:date <time/2019> . }
    """)
    told = ("title-type/geopark", "dossier-state/submitted", "organisation/unesco", "province/hue", "time/2019")
    assert made.ask("dossiers") == [("dossier/d", *told, "claim/d")]
    assert made.ask("dossiers", place="province/hue") == [("dossier/d", *told, "claim/d")]
    assert made.ask("dossiers", place="province/da-nang") == []


FIGURES = """
<passage/one--4> dfg:paragraph 4 .
<claim/1> prov:hadPrimarySource <source/one> ; prov:wasQuotedFrom <passage/one--4> .
<claim/2> prov:hadPrimarySource <source/two> .
<claim/1> { <observation/o> a dfg:Observation ; dfg:indicator <indicator/fdi> ; dfg:area <province/da-nang> ;
  dfg:period <time/2019> ; dfg:value 8.5 ; dfg:unit <unit/usd> ; dfg:hedge <hedge/over> ;
  dfg:reportedAt <conference/c> . }
<claim/2> { <observation/o> a dfg:Observation ; dfg:indicator <indicator/fdi> ; dfg:value 8 . }
<claim/3> { <observation/all> a dfg:Observation ; dfg:indicator <indicator/fdi> ; dfg:unit <unit/usd> ;
  dfg:comparison <comparison-kind/ratio-percent> ; dfg:comparisonValue 101 . }
"""


def test_ask_figures(world: Make) -> None:
    """Each of two values is cited by the claim that states it."""
    made = world(PLACES + MERGER + FIGURES).derive()
    told = ("observation/o", "province/da-nang", "time/2019", "hedge/over")
    rows = [(*told, "8", "unit/usd", None, None, "claim/2"), (*told, "8.5", "unit/usd", None, None, "claim/1")]
    ratio = ("unit/usd", "comparison-kind/ratio-percent", "101", "claim/3")
    assert made.ask("figures") == [("observation/all", None, None, None, None, *ratio), *rows]
    assert made.ask("figures", place="province/da-nang-2025", indicator="indicator/fdi") == rows
    assert made.ask("figures", place="province/hue") == []
    assert made.ask("figures", indicator="indicator/other") == []


def test_ask_figures_of_source(world: Make) -> None:
    """What the source says, not what another says of the same figure."""
    assert world(FIGURES).ask("figures-of-source", source="source/one") == [
        (None, "observation/all", None, None, "unit/usd", "comparison-kind/ratio-percent", "101", "claim/3"),
        ("4", "observation/o", "hedge/over", "8.5", "unit/usd", None, None, "claim/1"),
    ]


def test_ask_reported_at(world: Make) -> None:
    made = world(FIGURES + "<claim/l> { <lesson/l> a dfg:Lesson ; dfg:at <conference/c> . }").derive()
    assert made.ask("reported-at", activity="conference/c") == [
        ("lesson/l", "dfg:Lesson", None, None, "claim/l"),
        ("observation/o", "dfg:Observation", "8", "unit/usd", "claim/2"),
        ("observation/o", "dfg:Observation", "8.5", "unit/usd", "claim/1"),
    ]


PEOPLE = """
<organisation/department> dfg:parent <organisation/ministry> .
<claim/minister> { <post/minister> a dfg:Post ; dfg:postIn <organisation/ministry> . }
<claim/head> { <post/head> a dfg:Post ; dfg:postIn <organisation/department> . }
<claim/an> { <tenure/an> a dfg:Tenure ; dfg:holder <person/an> ; dfg:post <post/minister> ;
  dfg:period <time/2018--..> . }
<claim/binh-1> { <tenure/binh> dfg:holder <person/binh> ; dfg:post <post/head> ; dfg:heldAt <time/2010> . }
<claim/binh-2> { <tenure/binh> dfg:holder <person/binh> ; dfg:post <post/head> ; dfg:heldAt <time/2019> . }
"""


def test_ask_office_holders(world: Make) -> None:
    """Bodies under the organisation are included; each date is cited by the claim that states it."""
    made = world(PEOPLE)
    binh = ("person/binh", "post/head", "organisation/department")
    rows = [(*binh, "time/2019", "claim/binh-2"), (*binh, "time/2010", "claim/binh-1")]
    an = ("person/an", "post/minister", "organisation/ministry", "time/2018--..", "claim/an")
    assert made.ask("office-holders", organisation="organisation/ministry") == [*rows, an]
    assert made.ask("office-holders", organisation="organisation/department") == rows


def test_ask_source_says(world: Make) -> None:
    made = world(FIGURES).derive()
    assert made.ask("source-says", source="source/one") == [
        (None, "observation/all", "dfg:Observation", "claim/3"),
        ("4", "observation/o", "dfg:Observation", "claim/1"),
    ]


def test_ask_citations(world: Make) -> None:
    """Withdrawn claims are not cited."""
    made = world(FIGURES).add("<claim/9> { <observation/o> dfg:value 9 . }", withdrawn=True)
    assert made.ask("citations", thing="observation/o") == [
        ("dfg:area", "province/da-nang", "claim/1"),
        ("dfg:hedge", "hedge/over", "claim/1"),
        ("dfg:indicator", "indicator/fdi", "claim/1"),
        ("dfg:indicator", "indicator/fdi", "claim/2"),
        ("dfg:period", "time/2019", "claim/1"),
        ("dfg:reportedAt", "conference/c", "claim/1"),
        ("dfg:unit", "unit/usd", "claim/1"),
        ("dfg:value", "8", "claim/2"),
        ("dfg:value", "8.5", "claim/1"),
    ]


def test_ask_contested(world: Make) -> None:
    made = world(FIGURES).derive().add("<claim/9> { <observation/o> dfg:value 9 . }", withdrawn=True)
    assert made.ask("contested") == [
        ("observation/o", "dfg:value", "8", "claim/2"),
        ("observation/o", "dfg:value", "8.5", "claim/1"),
    ]


# Networks


def test_network_of_partners(world: Make) -> None:
    made = world(
        PARTNERSHIPS
        + "<claim/d> { <partnership/d> a dfg:Partnership ; dfg:place <province/hue>, <province/da-nang> . }"
    )
    assert made.network("partners") == [
        ("province/da-nang", "locality/jp-sakai", "partnership/sakai", "dfg:partnerOf", "claim/sakai"),
        ("province/hue", "province/da-nang", "partnership/d", "dfg:partnerOf", "claim/d"),
        ("province/quang-nam", "locality/la-sekong", "partnership/sekong", "dfg:partnerOf", "claim/sekong"),
    ]


def test_network_of_succession(world: Make) -> None:
    told = ("province/da-nang-2025", "change/da-nang-2025", "dcterms:isReplacedBy", "claim/merger")
    assert world(MERGER).network("succession") == [("province/da-nang", *told), ("province/quang-nam", *told)]


def test_network_of_policy(world: Make) -> None:
    assert world(POLICY).derive().network("policy") == [
        ("document/decree", "document/law", None, "dfg:implements", "claim/decree"),
        ("document/decree", "organisation/government", None, "dfg:issuer", "claim/decree"),
        ("document/plan", "document/decree", None, "dfg:implements", "claim/plan"),
        ("document/plan", "organisation/hue", None, "dfg:issuer", "claim/plan"),
        ("programme/p", "document/decree", None, "dfg:under", "claim/programme"),
        ("programme/p", "organisation/hue", None, "dfg:ledBy", "claim/programme"),
    ]


def test_network_of_people(world: Make) -> None:
    assert world(PEOPLE).network("people") == [
        ("person/an", "post/minister", "tenure/an", "dfg:post", "claim/an"),
        ("person/binh", "post/head", "tenure/binh", "dfg:post", "claim/binh-1"),
        ("person/binh", "post/head", "tenure/binh", "dfg:post", "claim/binh-2"),
        ("post/head", "organisation/department", None, "dfg:postIn", "claim/head"),
        ("post/minister", "organisation/ministry", None, "dfg:postIn", "claim/minister"),
    ]


def test_network_of_everything(world: Make) -> None:
    """Things and what ties them: no times, no concepts, no claims; a row without an end is a thing alone."""
    made = world(PARTNERSHIPS + "<claim/hue> { <province/hue> a dfg:Province . }")
    sakai, sekong = "partnership/sakai", "partnership/sekong"
    assert made.network("everything") == [
        (sakai, "locality/jp-sakai", None, "dfg:place", "claim/sakai"),
        (sakai, "province/da-nang", None, "dfg:place", "claim/sakai"),
        (sakai, None, None, None, None),
        (sekong, "locality/la-sekong", None, "dfg:place", "claim/sekong"),
        (sekong, "province/quang-nam", None, "dfg:place", "claim/sekong"),
        (sekong, None, None, None, None),
        ("province/hue", None, None, None, None),
    ]


def test_network_around_a_thing(world: Make) -> None:
    """A tie is an edge, and what it joins is the neighbour."""
    made = world(
        PARTNERSHIPS
        + MERGER
        + AGREEMENT
        + """
        <claim/x> { <province/da-nang> a dfg:Province ; dfg:within <country/vn> ; dfg:rank <unit-rank/city> . }
        <claim/y> { <country/vn> a dfg:Country . }
    """
    )
    change = ("change/da-nang-2025", "dfg:TerritorialChange", "claim/merger")
    assert made.network("around", thing="province/da-nang") == [
        ("agreement/memorandum", "province/da-nang", None, "dfg:onBehalfOf", "claim/memorandum"),
        ("province/da-nang", "country/vn", None, "dfg:within", "claim/x"),
        ("province/da-nang", "locality/jp-sakai", "partnership/sakai", "dfg:Partnership", "claim/sakai"),
        ("province/da-nang", "province/da-nang-2025", *change),
        ("province/da-nang", "province/quang-nam", *change),
    ]
