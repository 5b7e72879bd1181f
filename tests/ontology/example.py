"""Examples small enough to see the answer, on which the rules, checks, questions and networks are tried.

An example is TriG. What it writes in a graph `<claim/…>` is a claim, and is put where the build puts claims: in that
graph and in the default graph. Answers are compared as text: ids without their base, terms with their prefix.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

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
RULES = sorted(path.stem for path in (ONTOLOGY / "rules").glob("*.rq"))

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

    def facet(self, name: str) -> list[Row]:
        """The rows of a facet, in their order."""
        return self._rows("facets", name)

    def section(self, name: str, **given: str) -> list[Row]:
        """The rows of a section of a report, named `report/section`, in their order."""
        return self._rows("reports", name, **given)

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
    """A query with its parameters in the place of UNDEF."""
    return SLOT.sub(lambda slot: slot[0].replace("UNDEF", term(given[slot[1]])) if slot[1] in given else slot[0], text)


def term(text: str) -> str:
    """What a test writes for a parameter: a year, a day, or else an id."""
    for datatype, form in (("gYear", r"\d{4}"), ("date", r"\d{4}-\d\d-\d\d")):
        if re.fullmatch(form, text):
            return f'"{text}"^^<{SPACES["xsd"]}{datatype}>'
    return f"<{BASE}{text}>"


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


def ontology_quads() -> list[Quad]:
    """What the build loads of the ontology: all of it in one named graph, all but the shapes in the default graph."""
    named = NamedNode(BASE + "graph/ontology")
    shapes = sorted((ONTOLOGY / "shapes").glob("*.ttl"))
    terms = [ONTOLOGY / "dfgraph.ttl", *sorted((ONTOLOGY / "vocabularies").glob("*.ttl"))]
    known = [q for path in terms for q in parse(path=str(path), format=RdfFormat.TURTLE)]
    asked = [q for path in shapes for q in parse(path=str(path), format=RdfFormat.TURTLE)]
    return known + [Quad(q.subject, q.predicate, q.object, named) for q in chain(known, asked)]


Make = Callable[[str], World]

# Examples that several tests share.

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
POLICY = """
<claim/decree> { <document/decree> a dfg:StateDocument ; dfg:implements <document/law> ; dfg:date <time/2010> ;
  dfg:issuer <organisation/government> . }
<claim/plan> { <document/plan> a dfg:StateDocument ; dfg:implements <document/decree> ; dfg:date <time/2019> ;
  dfg:issuer <organisation/hue> . }
<claim/programme> { <programme/p> a dfg:Programme ; dfg:under <document/decree> ; dfg:period <time/2016--2020> ;
  dfg:place <province/quang-nam> ; dfg:field <field/trade> ; dfg:ledBy <organisation/hue> . }
<claim/law> { <document/law> a dfg:StateDocument . }
"""
TASKS = """
<organisation/department> dfg:parent <organisation/ministry> .
<conference/18> a dfg:Conference ; dfg:series <series/s> ; dfg:ordinal 18 ; dfg:date <time/2019-06> .
<conference/19> a dfg:Conference ; dfg:series <series/s> ; dfg:ordinal 19 .
<document/directive> dfg:adoptedAt <conference/18> .
<claim/all> { <task/all> a dfg:Task ; dfg:laidDownBy <document/directive> . }
<claim/1> { <task/1> a dfg:Task ; dfg:ordinal 1 ; dfg:taskGroup <task/all> ; dfg:assignedTo <organisation/ministry> ;
  dfg:period <time/2016--2020> . }
<claim/2> { <task/2> a dfg:Task ; dfg:ordinal 2 ; dfg:taskGroup <task/all> ; dfg:field <field/border-trade> . }
<claim/2-1> { <task/2-1> a dfg:Task ; dfg:ordinal 1 ; dfg:taskGroup <task/2> ;
  dfg:field <field/border-trade>, <field/culture> . }
<claim/2-2> { <task/2-2> a dfg:Task ; dfg:ordinal 2 ; dfg:taskGroup <task/2> ;
  dfg:assignedTo <organisation/department> . }
<claim/alone> { <task/alone> a dfg:Task ; dfg:ordinal 1 ; dfg:laidDownBy <conference/19> ;
  dfg:field <field/border-trade> . }
<claim/alone-1> { <task/alone-1> a dfg:Task ; dfg:ordinal 1 ; dfg:taskGroup <task/alone> . }
"""
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
PEOPLE = """
<organisation/department> dfg:parent <organisation/ministry> .
<claim/minister> { <post/minister> a dfg:Post ; dfg:postIn <organisation/ministry> . }
<claim/head> { <post/head> a dfg:Post ; dfg:postIn <organisation/department> . }
<claim/an> { <tenure/an> a dfg:Tenure ; dfg:holder <person/an> ; dfg:post <post/minister> ;
  dfg:period <time/2018--..> . }
<claim/binh-1> { <tenure/binh> dfg:holder <person/binh> ; dfg:post <post/head> ; dfg:heldAt <time/2010> . }
<claim/binh-2> { <tenure/binh> dfg:holder <person/binh> ; dfg:post <post/head> ; dfg:heldAt <time/2019> . }
"""
