"""What the graph cites, by query: each claim with its place, and the values that the ontology says can be verified."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

import pyoxigraph as ox

from dfgraph.base.errors import OntologyError
from dfgraph.base.language import Text, say_number
from dfgraph.base.names import BASE, DCTERMS, OA, ONTOLOGY, PROV
from dfgraph.graph.store import GraphStore, Term
from dfgraph.graph.store.labels import labels_of
from dfgraph.products.verification.model import Citation, Value, Way

_FIELDS: Final = f"""
SELECT DISTINCT ?class ?path ?way ?name WHERE {{
  GRAPH <{ONTOLOGY}> {{
    ?shape sh:targetClass ?above .
    {{ ?shape sh:property ?field . ?field sh:path ?path ; dfg:verifiedAs ?way ; sh:name ?name }}
    UNION {{ ?shape dfg:verifiedAs ?way . BIND (skos:prefLabel AS ?path) ?path rdfs:label ?name }}
  }}
  ?class rdfs:subClassOf* ?above .
}} ORDER BY ?class ?path ?name
"""
_SOURCES: Final = "SELECT ?source WHERE { ?source a dfg:Source } ORDER BY ?source"
_DIGESTS: Final = f"""
SELECT ?source ?paragraph ?digest WHERE {{{{
  VALUES ?path {{{{ {{paths}} }}}}
  ?passage <{OA}hasSource> ?source ; dfg:paragraph ?paragraph ; ?path ?digest .
}}}} ORDER BY ?source ?paragraph
"""
_CITED: Final = f"""
SELECT ?claim ?source ?paragraph ?passage ?inferred ?language WHERE {{
  ?claim a dfg:Claim .
  {{
    ?claim <{PROV}hadPrimarySource> ?source .
    OPTIONAL {{ ?claim <{PROV}wasQuotedFrom> ?place . ?place dfg:paragraph ?paragraph }}
    OPTIONAL {{ ?source <{DCTERMS}language> ?language }}
    OPTIONAL {{ ?claim dfg:inferred ?inferred }}
    FILTER NOT EXISTS {{ ?claim dfg:about ?source }}
    FILTER NOT EXISTS {{ GRAPH ?claim {{ ?described <{OA}hasSource> ?source }} }}
  }} UNION {{
    GRAPH ?claim {{ ?passage <{OA}hasSource> ?source ; dfg:paragraph ?paragraph }}
  }}
}} ORDER BY ?claim
"""
_VALUES: Final = """
SELECT ?claim ?thing ?class ?path ?value ?time WHERE {{
  VALUES ?claim {{ {claims} }}
  GRAPH ?claim {{ ?thing a ?class }}
  OPTIONAL {{
    VALUES ?path {{ {paths} }} GRAPH ?claim {{ ?thing ?path ?value }}
    OPTIONAL {{ ?value rdf:value ?time }}
  }}
}} ORDER BY ?claim ?path ?value
"""
_HOME: Final = f"SELECT ?home WHERE {{ GRAPH <{ONTOLOGY}> {{ ?ontology dfg:home ?home }} }}"
_NAMES: Final = """
SELECT ?thing ?name WHERE {{
  VALUES ?thing {{ {things} }} ?thing skos:prefLabel|skos:altLabel|skos:hiddenLabel ?name
}} ORDER BY ?thing ?name
"""
_BATCH: Final = 2000


class Verified(NamedTuple):
    """A field that can be verified: how, and what people call it."""

    way: Way
    label: Text


Fields = dict[tuple[str, str], Verified]
"""The fields that can be verified, by the IRI of a class and of a property."""


def verified_fields(store: GraphStore) -> Fields:
    """What the ontology marks with `dfg:verifiedAs`: a field, or (on the shape of a kind) what its things are called.

    Raises OntologyError where it says a word that is none of those of `Way`.
    """
    fields: Fields = {}
    for class_, path, way, name in store.query(_FIELDS).rows():
        assert isinstance(name, ox.Literal)
        try:
            known = fields.get((_text(class_), _text(path))) or Verified(Way(_text(way)), Text("", ""))
        except ValueError as error:
            words = ", ".join(w.value for w in Way)
            message = Text("dfg:verifiedAs «{way}» không dùng được.", "dfg:verifiedAs “{way}” cannot be used.")
            remedy = Text("Hãy dùng: {words}.", "Use one of: {words}.").fill(words=words)
            raise OntologyError(message.fill(way=_text(way)), remedy) from error
        label = known.label._replace(**{name.language: name.value}) if name.language in ("vi", "en") else known.label
        fields[_text(class_), _text(path)] = known._replace(label=label)
    return fields


def sources_of(store: GraphStore) -> list[str]:
    """The ids of all sources."""
    return [_id(source) for (source,) in store.query(_SOURCES).rows()]


def recorded_digests(store: GraphStore, fields: Fields) -> dict[str, dict[int, str]]:
    """By source (an id) and paragraph, the digest on record."""
    paths = {path for (_, path), field in fields.items() if field.way is Way.DIGEST}
    found: dict[str, dict[int, str]] = {}
    for source, paragraph, digest in store.query(_DIGESTS.format(paths=_terms(paths))).rows():
        found.setdefault(_id(source), {})[int(_text(paragraph))] = _text(digest)
    return found


def citations_of(store: GraphStore, fields: Fields, held: Collection[str]) -> list[Citation]:
    """Every claim that holds and has a source, in a fixed order.

    Values are read for those alone that cite a paragraph of a source in `held` (ids): no others can be compared.
    """
    rows = list(store.query(_CITED).rows())
    stated = _stated(store, fields, [_text(row[0]) for row in rows if row[2] is not None and _id(row[1]) in held])
    nothing = _Stated("", [])
    found = []
    for claim, source, paragraph, passage, inferred, language in rows:
        said = stated.get(_text(claim), nothing)
        citation = Citation(
            claim=_text(claim),
            thing=said.thing,
            source=_id(source),
            paragraph=None if paragraph is None else int(_text(paragraph)),
            describes=passage is not None,
            inferred=_text(inferred) == "true",
            language=_text(language),
            values=tuple(said.values),
        )
        found.append(citation)
    return found


class _Stated(NamedTuple):
    thing: str
    values: list[Value]


def _stated(store: GraphStore, fields: Fields, claims: list[str]) -> dict[str, _Stated]:
    """What each claim says of its thing, as far as it can be verified."""
    told: dict[str, tuple[str, dict[tuple[str, Verified], list[Term]]]] = {}
    times: dict[str, str] = {}
    paths = _terms({path for _, path in fields})
    for batch in _batches(claims):
        for claim, thing, class_, path, value, time in store.query(_VALUES.format(claims=batch, paths=paths)).rows():
            _, said = told.setdefault(_text(claim), (_text(thing), {}))
            field = fields.get((_text(class_), _text(path)))
            if field is not None and value is not None:
                said.setdefault((_text(path), field), []).append(value)
                times.setdefault(_text(value), _text(time))
    reader = _ValueReader.of(store, times)
    return {
        claim: _Stated(thing, [v for (path, field), terms in said.items() for v in reader.values(path, field, terms)])
        for claim, (thing, said) in told.items()
    }


class _ValueReader(NamedTuple):
    """Makes values of terms: knows by IRI the text of a time, the names and label of a thing, and what is home."""

    times: Mapping[str, str]
    names: Mapping[str, list[str]]
    labels: Mapping[str, Text]
    home: Collection[str]

    @classmethod
    def of(cls, store: GraphStore, times: Mapping[str, str]) -> _ValueReader:
        """A reader for the IRIs among the keys of `times`; the text of one that is no time is empty."""
        iris = {iri for iri in times if iri.startswith(BASE)}
        names: dict[str, list[str]] = {}
        for batch in _batches(iris):
            for thing, name in store.query(_NAMES.format(things=batch)).rows():
                names.setdefault(_text(thing), []).append(_text(name))
        home = {_text(place) for (place,) in store.query(_HOME).rows()}
        return cls(times, names, labels_of(store, iris), home)

    def values(self, path: str, field: Verified, terms: list[Term]) -> Iterator[Value]:
        """The values of one field of one claim."""
        literals = [t for t in terms if isinstance(t, ox.Literal)]
        if field.way is Way.NAME and literals:
            spellings = [t for t in literals if t.language == "vi"] or literals
            told = Text(spellings[0].value, spellings[0].value)
            yield Value(path, field.label, field.way, told, tuple(t.value for t in literals))
        for term in terms:
            text = _text(term)
            if isinstance(term, ox.NamedNode) and field.way is Way.NAME:
                id_ = text.removeprefix(BASE)
                label = self.labels.get(text) or Text(id_, id_)
                names = tuple(self.names.get(text, ()))
                yield Value(path, field.label, field.way, label, names, home=text in self.home)
            elif field.way is Way.TEXT and isinstance(term, ox.Literal) and term.language in (None, "vi"):
                yield Value(path, field.label, field.way, Text(text, text), (text,))
            elif field.way in (Way.NUMBER, Way.DATE, Way.DIGEST):
                written = self.times.get(text) or text
                told = say_number(written) if field.way is Way.NUMBER else Text(written, written)
                yield Value(path, field.label, field.way, told, (written,))


def _batches(iris: Iterable[str]) -> Iterator[str]:
    """The IRIs as terms of a query, some at a time."""
    wanted = sorted(iris)
    for start in range(0, len(wanted), _BATCH):
        yield _terms(wanted[start : start + _BATCH])


def _terms(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in sorted(iris))


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def _id(term: Term | None) -> str:
    return _text(term).removeprefix(BASE)
