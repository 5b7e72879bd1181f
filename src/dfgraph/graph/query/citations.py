"""Where a claim comes from: its source, the place in it, who says it, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from dfgraph.base.language import Language, Text
from dfgraph.base.names import BASE, DCTERMS, DFG, PROV, PROVENANCE
from dfgraph.graph.store import GraphStore
from dfgraph.graph.store.labels import labels_of

_FACTS = """
SELECT ?node ?property ?value WHERE {{
  VALUES ?node {{ {nodes} }}
  {pattern}
}} ORDER BY ?node ?property ?value
"""
_EMPTY = Text("", "")
_URL = "https://schema.org/url"
_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Citation:
    """Where one claim is written.

    `paragraph`, `page` and `characters` point into the source, as far as they are stated; `date` is that of the source;
    `speaker` who says it there; `stance` whether the source supports or disputes it; `because` why it was inferred,
    empty where the source states it; `retracted` the day it was withdrawn.
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

    @property
    def place(self) -> str:
        """The place in the source: `¶ 12`, `p. 3`; empty for the whole."""
        parts = (("¶ {}", self.paragraph), ("p. {}", self.page), ("chars {}", self.characters))
        return ", ".join(mark.format(value) for mark, value in parts if value)

    def say(self, language: Language) -> str:
        """One line: title, publisher, date, place, speaker."""
        parts = [self.title.say(language) or self.source, self.publisher, self.date, self.place]
        line = ", ".join(p for p in parts if p)
        if self.speaker.say(language):
            line += f" ({self.speaker.say(language)})"
        marks = []
        if self.because.say(language):
            marks.append(Text("suy ra", "inferred").say(language))
        if self.open_list:
            marks.append(Text("danh sách còn mở", "open list").say(language))
        return f"{line} [{', '.join(marks)}]" if marks else line

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
            "speaker": self.speaker.say(language),
            "confidence": self.confidence.say(language),
            "stance": self.stance.say(language),
            "inferred_because": self.because.say(language),
            "open_list": self.open_list,
            "retracted": self.retracted,
        }
        return {key: value for key, value in told.items() if value}


_Facts = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]


def citations_of(store: GraphStore, claims: Iterable[str]) -> dict[str, Citation]:
    """The citation of each claim, by IRI; a withdrawn claim still has one, marked so."""
    wanted = sorted(set(claims))
    known = _facts(store, wanted, f"GRAPH <{PROVENANCE}> {{ ?node ?property ?value }}")
    passages = _facts(
        store, _nodes(known, PROV + "wasQuotedFrom"), f"GRAPH <{PROVENANCE}> {{ ?node ?property ?value }}"
    )
    sources = list(_nodes(known, PROV + "hadPrimarySource"))
    about = _facts(
        store,
        sources,
        f"VALUES ?property {{ <{_URL}> <{DCTERMS}publisher> }} ?node ?property ?value",
    )
    dates = _facts(store, sources, f"?node <{DFG}published>/rdf:value ?value BIND (<{DFG}published> AS ?property)")
    agents = [
        *sources,
        *_nodes(known, DFG + "speaker"),
        *_nodes(known, DFG + "confidence"),
        *_nodes(known, DFG + "stance"),
    ]
    labels = labels_of(store, agents)
    return {iri: _citation(iri, known.get(iri, {}), passages, about, dates, labels) for iri in wanted if iri in known}


def _facts(store: GraphStore, iris: Iterable[str], pattern: str) -> _Facts:
    found: _Facts = {}
    wanted = sorted(set(iris))
    for start in range(0, len(wanted), _BATCH):
        nodes = " ".join(f"<{iri}>" for iri in wanted[start : start + _BATCH])
        for node, property_, value in store.query(_FACTS.format(nodes=nodes, pattern=pattern)).rows():
            if isinstance(node, ox.NamedNode) and isinstance(property_, ox.NamedNode):
                assert isinstance(value, ox.NamedNode | ox.Literal)
                found.setdefault(node.value, {}).setdefault(property_.value, []).append(value)
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

    def label(property_: str) -> Text:
        names = [labels.get(n.value, Text(*(n.value.removeprefix(BASE),) * 2)) for n in known.get(property_, ())]
        return Text(", ".join(n.vi or n.en for n in names), ", ".join(n.en or n.vi for n in names))

    source = first(known, PROV + "hadPrimarySource")
    passage = passages.get(first(known, PROV + "wasQuotedFrom"), {})
    reasons = {v.language: v.value for v in known.get(DFG + "because", ()) if isinstance(v, ox.Literal)}
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
        speaker=label(DFG + "speaker"),
        confidence=label(DFG + "confidence"),
        stance=label(DFG + "stance"),
        because=Text(reasons.get("vi", ""), reasons.get("en", "")),
        open_list=first(known, DFG + "openList") == "true",
        retracted=first(known, DFG + "retracted"),
    )


def _whole(text: str) -> int | None:
    return int(text) if text else None
