"""Where a claim comes from: its source, the place in it, who says it, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from dfgraph.base.language import Language, Text
from dfgraph.base.names import BASE, DCTERMS, DFG, PROV, PROVENANCE, SKOS
from dfgraph.graph.store import GraphStore
from dfgraph.graph.store.labels import labels_of

_FACTS = """
SELECT ?node ?property ?value WHERE {{
  VALUES ?node {{ {nodes} }}
  {pattern}
}}
"""
_DISPUTES = """
SELECT DISTINCT ?claim ?dispute WHERE {
  ?dispute dfg:disputes ?thing . ?claim dfg:about ?thing .
  GRAPH ?dispute { ?thing ?property ?value } GRAPH ?claim { ?thing ?property ?value }
  FILTER (?property != rdf:type)
} ORDER BY ?claim ?dispute
"""
_UNMARKED = "SELECT ?term WHERE { ?term dfg:unmarked true }"
_EMPTY = Text("", "")
_INFERRED = Text("suy ra", "inferred")
_OPEN = Text("danh sách còn mở", "open list")
_URL = "https://schema.org/url"
_PART = DFG + "passageKind"
_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Citation:
    """Where one claim is written.

    `paragraph`, `page` and `characters` point into the source, as far as they are stated; `date` is that of the source;
    `part` says which part of the source that is (a caption, a teaser), empty for its body; `speaker` who says it there;
    `stance` what the source has to say of it, empty where it just says so, and `disputes` whether it says the contrary;
    `because` why it was inferred, empty where the source states it; `note` what its curator remarks on it; `retracted`
    the day it was withdrawn.
    """

    claim: str
    source: str
    title: Text
    publisher: str = ""
    url: str = ""
    date: str = ""
    paragraph: int | None = None
    page: int | None = None
    characters: str = ""
    speaker: Text = _EMPTY
    confidence: Text = _EMPTY
    stance: Text = _EMPTY
    because: Text = _EMPTY
    open_list: bool = False
    retracted: str = ""
    part: Text = _EMPTY
    disputes: bool = False
    note: Text = _EMPTY

    @property
    def place(self) -> str:
        """The place in the source: `¶ 12`, `p. 3`; empty for the whole."""
        parts = (("¶ {}", self.paragraph), ("p. {}", self.page), ("chars {}", self.characters))
        return ", ".join(mark.format(value) for mark, value in parts if value)

    @property
    def marks(self) -> tuple[Text, ...]:
        """What a reader must know beside the place: an unusual part, a denial, an inference, a list left open."""
        told = [_within_a_line(text) for text in (self.part, self.stance) if text]
        if self.because:
            told.append(_INFERRED)
        if self.open_list:
            told.append(_OPEN)
        return tuple(told)

    def say(self, language: Language) -> str:
        """One line: title, publisher, date, place, speaker, marks."""
        parts = [self.title.say(language) or self.source, self.publisher, self.date, self.place]
        line = ", ".join(p for p in parts if p)
        if self.speaker.say(language):
            line += f" ({self.speaker.say(language)})"
        marks = ", ".join(mark.say(language) for mark in self.marks)
        return f"{line} [{marks}]" if marks else line

    def to_json(self, language: Language) -> dict[str, Any]:
        """Plain data: only what is known."""
        told = {
            "claim": self.claim,
            "source": self.source,
            "title": self.title.say(language),
            "publisher": self.publisher,
            "url": self.url,
            "date": self.date,
            "paragraph": self.paragraph,
            "page": self.page,
            "characters": self.characters,
            "part": self.part.say(language),
            "speaker": self.speaker.say(language),
            "confidence": self.confidence.say(language),
            "stance": self.stance.say(language),
            "disputes": self.disputes,
            "inferred_because": self.because.say(language),
            "open_list": self.open_list,
            "note": self.note.say(language),
            "retracted": self.retracted,
        }
        return {key: value for key, value in told.items() if value}


_Facts = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]


def citations_of(store: GraphStore, claims: Iterable[str]) -> dict[str, Citation]:
    """The citation of each claim, by IRI; a withdrawn claim still has one, marked so."""
    wanted = sorted(set(claims))
    recorded = f"GRAPH <{PROVENANCE}> {{ ?node ?property ?value }}"
    known = _facts(store, wanted, recorded)
    part = f"VALUES ?property {{ <{_PART}> }} ?node ?property ?value"
    places = list(_nodes(known, PROV + "wasQuotedFrom"))
    passages = _facts(store, places, f"{{ {recorded} }} UNION {{ {part} }}")
    sources = list(_nodes(known, PROV + "hadPrimarySource"))
    about = _facts(
        store,
        sources,
        f"VALUES ?property {{ <{_URL}> <{DCTERMS}publisher> }} ?node ?property ?value",
    )
    dates = _facts(store, sources, f"?node <{DFG}published>/rdf:value ?value BIND (<{DFG}published> AS ?property)")
    named = [node for p in ("speaker", "confidence", "stance") for node in _nodes(known, DFG + p)]
    labels = labels_of(store, [*sources, *named, *_nodes(passages, _PART)])
    labels.update((term.value, _EMPTY) for (term,) in store.query(_UNMARKED).rows() if isinstance(term, ox.NamedNode))
    return {iri: _citation(iri, known.get(iri, {}), passages, about, dates, labels) for iri in wanted if iri in known}


def disputes_of(store: GraphStore) -> dict[str, list[str]]:
    """By claim (both are IRIs), the claims that deny something of what it says."""
    found: dict[str, list[str]] = {}
    for claim, dispute in store.query(_DISPUTES).rows():
        if isinstance(claim, ox.NamedNode) and isinstance(dispute, ox.NamedNode):
            found.setdefault(claim.value, []).append(dispute.value)
    return found


def _facts(store: GraphStore, iris: Iterable[str], pattern: str) -> _Facts:
    found: _Facts = {}
    wanted = sorted(set(iris))
    for start in range(0, len(wanted), _BATCH):
        nodes = " ".join(f"<{iri}>" for iri in wanted[start : start + _BATCH])
        for node, property_, value in store.query(_FACTS.format(nodes=nodes, pattern=pattern)).rows():
            if isinstance(node, ox.NamedNode) and isinstance(property_, ox.NamedNode):
                assert isinstance(value, ox.NamedNode | ox.Literal)
                found.setdefault(node.value, {}).setdefault(property_.value, []).append(value)
    for properties in found.values():
        for values in properties.values():
            values.sort(key=str)
    return found


def _nodes(facts: _Facts, property_: str) -> Iterator[str]:
    for properties in facts.values():
        for value in properties.get(property_, ()):
            yield value.value


def _citation(
    iri: str, known: dict[str, list[Any]], passages: _Facts, about: _Facts, dates: _Facts, labels: dict[str, Text]
) -> Citation:
    def first(facts: dict[str, list[Any]], property_: str) -> str:
        return str(facts[property_][0].value) if facts.get(property_) else ""

    def label(facts: dict[str, list[Any]], property_: str) -> Text:
        names = [labels.get(n.value, Text(*(n.value.removeprefix(BASE),) * 2)) for n in facts.get(property_, ())]
        return Text(", ".join(n.vi or n.en for n in names), ", ".join(n.en or n.vi for n in names))

    def written(property_: str) -> Text:
        said = {v.language: str(v.value) for v in known.get(property_, ()) if isinstance(v, ox.Literal)}
        return Text(said.get("vi", ""), said.get("en", ""))

    source = first(known, PROV + "hadPrimarySource")
    passage = passages.get(first(known, PROV + "wasQuotedFrom"), {})
    return Citation(
        claim=iri.removeprefix(BASE),
        source=source.removeprefix(BASE),
        title=labels.get(source, _EMPTY),
        publisher=first(about.get(source, {}), DCTERMS + "publisher"),
        url=first(about.get(source, {}), _URL),
        date=first(dates.get(source, {}), DFG + "published"),
        paragraph=_whole(first(passage, DFG + "paragraph")),
        page=_whole(first(passage, DFG + "page")),
        characters=first(passage, DFG + "characters"),
        part=label(passage, _PART),
        speaker=label(known, DFG + "speaker"),
        confidence=label(known, DFG + "confidence"),
        stance=label(known, DFG + "stance"),
        disputes=DFG + "disputes" in known,
        because=written(DFG + "because"),
        note=written(SKOS + "note"),
        open_list=first(known, DFG + "openList") == "true",
        retracted=first(known, DFG + "retracted"),
    )


def _within_a_line(label: Text) -> Text:
    return Text(*(said[:1].lower() + said[1:] for said in label))


def _whole(text: str) -> int | None:
    return int(text) if text else None
