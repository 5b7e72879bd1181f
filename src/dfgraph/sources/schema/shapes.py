"""The ontology's files, and the schema that its SHACL shapes make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from dfgraph.base.errors import OntologyError
from dfgraph.base.language import Text
from dfgraph.base.names import BASE, DFG, RDF, RDFS, SH, SKOS, XSD, Names
from dfgraph.base.rdf import Triples, read_turtle, without_blank_nodes
from dfgraph.sources.schema.model import Concept, Field, Kind, Schema, ValueType

OWL_CLASS: Final = "http://www.w3.org/2002/07/owl#Class"
TIME_SPAN: Final = DFG + "TimeSpan"
CLAIM: Final = DFG + "Claim"
_DATATYPES = {
    XSD + "string": ValueType.STRING,
    RDF + "langString": ValueType.TEXT,
    XSD + "integer": ValueType.INTEGER,
    XSD + "decimal": ValueType.DECIMAL,
    XSD + "boolean": ValueType.BOOLEAN,
    XSD + "date": ValueType.DATE,
    XSD + "anyURI": ValueType.ADDRESS,
}


@dataclass(frozen=True, slots=True)
class Ontology:
    """The ontology, read: N-Triples of its terms, and of its shapes and display; its schema and its prefixes."""

    terms: bytes
    forms: bytes
    schema: Schema
    names: Names


def ontology_files(folder: Path) -> list[tuple[Path, bool]]:
    """The Turtle files of an ontology in reading order; True where they hold terms, which readers query."""
    terms = [folder / "dfgraph.ttl", *sorted(folder.glob("vocabularies/**/*.ttl"))]
    others = [p for p in sorted(folder.glob("*.ttl")) if p.name not in ("dfgraph.ttl", "display.ttl")]
    forms = [*sorted(folder.glob("shapes/**/*.ttl")), folder / "display.ttl"]
    return [(p, True) for p in terms + others] + [(p, False) for p in forms if p.exists()]


def read_ontology(folder: Path) -> Ontology:
    """Reads `dfgraph.ttl`, `vocabularies/`, `shapes/` and `display.ttl` under `folder`.

    Raises OntologyError where a file is missing or broken, or a shape cannot be understood.
    """
    if not (folder / "dfgraph.ttl").is_file():
        message = Text("Không có bản thể học ở {folder}.", "There is no ontology in {folder}.").fill(folder=folder)
        remedy = Text("Hãy chạy «dfgraph init» hoặc dùng --project.", "Run `dfgraph init`, or use --project.")
        raise OntologyError(message, remedy)
    parts: dict[bool, list[ox.Triple]] = {True: [], False: []}
    for path, is_terms in ontology_files(folder):
        parts[is_terms].extend(read_turtle(path))
    triples = Triples()
    for triple in parts[True] + parts[False]:
        triples.add(triple)
    names = Names(dict(sorted(_prefixes(triples))))
    blank = BASE + "graph/ontology/"
    terms = without_blank_nodes(parts[True], blank + "t-")
    forms = without_blank_nodes(parts[False], blank + "s-")
    return Ontology(terms, forms, _Reader(triples, names).schema(), names)


def _prefixes(triples: Triples) -> Iterator[tuple[str, str]]:
    for subject in triples.about:
        for declaration in triples.values(subject, SH + "declare"):
            prefix, space = triples.value(declaration, SH + "prefix"), triples.value(declaration, SH + "namespace")
            if prefix is not None and space is not None:
                yield prefix, space


class _Reader:
    """Makes a Schema from the triples of an ontology."""

    def __init__(self, triples: Triples, names: Names) -> None:
        self.triples = triples
        self.names = names
        self.supers = {c: self._supers(c) for c in triples.instances(OWL_CLASS)}
        self.shapes: dict[str, list[str]] = {}
        for shape in triples.instances(SH + "NodeShape"):
            for target in triples.values(shape, SH + "targetClass"):
                self.shapes.setdefault(target, []).append(shape)

    def _supers(self, start: str) -> tuple[str, ...]:
        found: dict[str, None] = {start: None}
        queue = [start]
        while queue:
            for above in self.triples.values(queue.pop(0), RDFS + "subClassOf"):
                if above not in found:
                    found[above] = None
                    queue.append(above)
        return tuple(found)

    def schema(self) -> Schema:
        kinds: dict[str, Kind] = {}
        for iri in self.supers:
            key = self.triples.value(iri, DFG + "key")
            if key is None or self._flag(iri, "abstract") or SKOS + "Concept" in self.supers[iri]:
                continue
            if key in kinds:
                raise _unsound(iri, Text("khóa «{key}» dùng hai lần", "the key “{key}” is used twice").fill(key=key))
            kinds[key] = self._kind(iri, key)
        evidence = self._kind(CLAIM, "claim")
        kinds.pop("claim", None)
        concepts = tuple(self._concepts())
        denials = frozenset(c.id for c in concepts if self._flag(BASE + c.id, "denies"))
        return Schema(kinds, evidence, concepts, self._prefixes_of(kinds), self._labels(), denials)

    def _labels(self) -> dict[str, Text]:
        return {iri: self.triples.text(iri, RDFS + "label") for iri in self.triples.about}

    def _kind(self, iri: str, key: str) -> Kind:
        fields: dict[str, Field] = {}
        for field in sorted(self._fields(iri), key=lambda f: (f.order, f.key)):
            if fields.setdefault(field.key, field).path != field.path:
                raise _unsound(
                    iri, Text("khóa «{key}» dùng hai lần", "the key “{key}” is used twice").fill(key=field.key)
                )
        by_path = {f.path: f for f in fields.values()}
        head = self.triples.value(iri, DFG + "idFrom")
        paths = self.triples.members(head) if head else []
        unknown = [p for p in paths if p not in by_path]
        if unknown:
            raise _unsound(
                iri, Text("dfg:idFrom: {p} không phải trường", "dfg:idFrom: {p} is no field").fill(p=unknown)
            )
        return Kind(
            key=key,
            iri=iri,
            prefix=self.triples.value(iri, DFG + "idPrefix") or key,
            label=self.triples.text(iri, RDFS + "label"),
            fields=fields,
            id_from=tuple(by_path[p] for p in paths),
            self_evident=self._flag(iri, "selfEvident"),
            supers=self.supers.get(iri, (iri,)),
            help=self.triples.text(iri, SKOS + "definition"),
        )

    def _flag(self, iri: str, name: str) -> bool:
        return self.triples.value(iri, DFG + name) == "true"

    def _fields(self, iri: str) -> Iterator[Field]:
        for above in self.supers.get(iri, (iri,)):
            for shape in self.shapes.get(above, ()):
                for property_shape in self.triples.values(shape, SH + "property"):
                    yield self._field(property_shape)

    def _field(self, shape: str) -> Field:
        value = self.triples.value
        path = value(shape, SH + "path")
        if path is None:
            raise _unsound(shape, Text("thiếu sh:path", "has no sh:path"))
        if ":" not in path:
            why = Text("sh:path phải là một thuộc tính", "its sh:path must be one property")
            raise _unsound(shape, why)
        datatype, range_ = value(shape, SH + "datatype"), value(shape, SH + "class")
        if range_ == TIME_SPAN:
            kind_of_value = ValueType.TIME
        elif datatype is not None:
            if datatype not in _DATATYPES:
                raise _unsound(shape, Text("không đọc được kiểu {d}", "cannot read the type {d}").fill(d=datatype))
            kind_of_value = _DATATYPES[datatype]
        elif range_ is not None:
            kind_of_value = ValueType.REFERENCE
        elif value(shape, SH + "nodeKind") == SH + "IRI":
            kind_of_value = ValueType.IRI
        else:
            raise _unsound(
                shape,
                Text("thiếu sh:datatype, sh:class hoặc sh:nodeKind", "has no sh:datatype, sh:class or sh:nodeKind"),
            )
        return Field(
            key=value(shape, DFG + "key") or path.rpartition("#")[2].rpartition("/")[2],
            path=path,
            type=kind_of_value,
            range=range_ if kind_of_value is ValueType.REFERENCE else None,
            many=value(shape, SH + "maxCount") != "1",
            required=(value(shape, SH + "minCount") or "0") != "0",
            order=self._number(shape, SH + "order", 1000.0) or 0.0,
            label=self.triples.text(shape, SH + "name"),
            help=self.triples.text(shape, SH + "description"),
            fact_date=self._number(shape, DFG + "factDate", None),
            default=(value(shape, SH + "defaultValue") or "").removeprefix(BASE) or None,
        )

    def _number(self, shape: str, property_: str, otherwise: float | None) -> float | None:
        text = self.triples.value(shape, property_)
        try:
            return otherwise if text is None else float(text)
        except ValueError:
            why = Text("{p} «{text}» không phải số", "its {p} “{text}” is no number")
            raise _unsound(shape, why.fill(p=self.names.compact(property_), text=text)) from None

    def _concepts(self) -> Iterator[Concept]:
        naming = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel", SKOS + "notation")
        for iri in self.triples.instances(SKOS + "Concept"):
            if iri.startswith(BASE):
                classes = sorted(self.triples.values(iri, RDF + "type"), key=lambda c: c == SKOS + "Concept")
                supers = dict.fromkeys(s for c in classes for s in self.supers.get(c, (c,)))
                names = tuple(name for p in naming for name in self.triples.values(iri, p))
                yield Concept(iri[len(BASE) :], tuple(supers), names, self.triples.text(iri, SKOS + "prefLabel"))

    def _prefixes_of(self, kinds: dict[str, Kind]) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for kind in kinds.values():
            for above in kind.supers:
                found.setdefault(above, {})[kind.prefix] = None
        for iri, supers in self.supers.items():
            key = self.triples.value(iri, DFG + "key")
            if key and SKOS + "Concept" in supers:
                found.setdefault(iri, {})[key] = None
        return {iri: tuple(prefixes) for iri, prefixes in found.items()}


def _unsound(iri: str, why: Text) -> OntologyError:
    return OntologyError(Text("Bản thể học: {iri}: {why}.", "Ontology: {iri}: {why}.").fill(iri=iri, why=why))
