"""The ontology, its vocabularies, shapes and display agree with each other, with the standards and with logic.

Every check is a function from the graph to the list of what is wrong in it. Each is tested twice: on the ontology,
where it must find nothing, and on the ontology with one planted error, where it must name the culprit.
"""

import io
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, BNode, Graph, Literal, Namespace, URIRef, namespace
from rdflib.collection import Collection
from rdflib.term import Node

ONTOLOGY = Path(__file__).parents[2] / "ontology"
FILES = sorted(ONTOLOGY.rglob("*.ttl"))
DFG = Namespace("https://w3id.org/dfgraph/ns#")
CONCEPTS = "https://w3id.org/dfgraph/id/"
STANDARDS = (
    *(namespace.DCAT, namespace.DCTERMS, namespace.FOAF, namespace.ORG, namespace.PROV, namespace.QB, namespace.SDO),
    *(namespace.TIME, namespace.XSD, OWL, RDF, RDFS, SH, SKOS),
)
PROPERTY_KINDS = (OWL.AnnotationProperty, OWL.DatatypeProperty, OWL.ObjectProperty)
NODE_SHAPES = {"dot", "square", "star", "diamond", "hexagon", "triangle", "triangleDown"}
SAMPLES: dict[Node | None, Literal] = {
    namespace.XSD.string: Literal("x"),
    namespace.XSD.integer: Literal(1),
    namespace.XSD.decimal: Literal("1.5", datatype=namespace.XSD.decimal),
    namespace.XSD.boolean: Literal(True),
    namespace.XSD.anyURI: Literal("https://example.org/", datatype=namespace.XSD.anyURI),
}

Check = Callable[[Graph], list[str]]


# The graph, and what to read from it


@pytest.fixture(scope="module")
def whole() -> Graph:
    """All Turtle files of the ontology, in one graph."""
    graph = Graph()
    for file in FILES:
        graph.parse(file)
    return graph


@contextmanager
def planted(graph: Graph, turtle: str) -> Iterator[Graph]:
    """The graph with some Turtle added until the block ends; it may use the prefixes of the ontology."""
    table = ((graph.value(d, SH.prefix), graph.value(d, SH.namespace)) for d in graph.objects(None, SH.declare))
    prefixes = "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in table)
    added = [triple for triple in Graph().parse(data=prefixes + turtle, format="turtle") if triple not in graph]
    for triple in added:
        graph.add(triple)
    try:
        yield graph
    finally:
        for triple in added:
            graph.remove(triple)


def name(term: Node | None) -> str:
    """The last part of an IRI, or the text of a literal."""
    return re.split(r"[#/]", str(term))[-1]


def names(terms: Iterable[Node | None]) -> list[str]:
    """The sorted names of some terms."""
    return sorted(map(name, terms))


def instances(graph: Graph, *classes: URIRef) -> set[Node]:
    """Everything that says that it is of one of the classes."""
    return {s for cls in classes for s in graph.subjects(RDF.type, cls)}


def properties(graph: Graph) -> set[Node]:
    """Everything declared as a property."""
    return instances(graph, RDF.Property, *PROPERTY_KINDS)


def ancestry(graph: Graph, cls: Node) -> set[Node | None]:
    """The class and all that it is a subclass of."""
    return {*graph.transitive_objects(cls, RDFS.subClassOf)}


def kinds(graph: Graph) -> list[Node]:
    """The classes that have records: keyed, not abstract, not a vocabulary."""
    keyed = {c for c in instances(graph, OWL.Class) if (c, DFG.key, None) in graph}
    concrete = (c for c in keyed if (c, DFG.abstract, None) not in graph)
    return sorted((c for c in concrete if SKOS.Concept not in ancestry(graph, c)), key=str)


def fields(graph: Graph, cls: Node) -> set[Node]:
    """The property shapes of a class, inherited ones included."""
    shapes = (s for ancestor in ancestry(graph, cls) for s in graph.subjects(SH.targetClass, ancestor))
    return {field for shape in shapes for field in graph.objects(shape, SH.property)}


def silent(graph: Graph, subjects: Iterable[Node], *predicates: URIRef) -> list[str]:
    """What the subjects do not say in both Vietnamese and English."""
    missing = []
    for subject in subjects:
        for predicate in predicates:
            texts = (o for o in graph.objects(subject, predicate) if isinstance(o, Literal) and o.strip())
            if not {"vi", "en"} <= {text.language for text in texts}:
                missing.append(f"{name(subject)} {name(predicate)}")
    return sorted(missing)


def repeated(values: Iterable[Node]) -> list[str]:
    """What stands there more than once."""
    return names(value for value, times in Counter(values).items() if times > 1)


# The checks


def unknown_standard_terms(graph: Graph) -> list[str]:
    """Terms that a standard's namespace does not have."""
    terms = {t for triple in graph for t in triple if isinstance(t, URIRef)}
    return names(t for t in terms for ns in STANDARDS if t.startswith(str(ns)) and t != URIRef(str(ns)) and t not in ns)


def undeclared_terms(graph: Graph) -> list[str]:
    """Properties and classes that axioms and shapes use and nobody declares."""
    used = {o for p in (SH.path, RDFS.subPropertyOf) for o in graph.objects(None, p)}
    used |= {p for p in graph.predicates() if str(p).startswith(DFG)}
    links = (SH["class"], SH.targetClass, RDFS.subClassOf, OWL.disjointWith, RDFS.domain, RDFS.range)
    classes = {o for p in links for o in graph.objects(None, p) if not str(o).startswith(str(namespace.XSD))}
    return names((used - properties(graph)) | (classes - instances(graph, OWL.Class)))


def terms_without_prefix(graph: Graph) -> list[str]:
    """Classes, properties and shapes that the prefix table cannot shorten, and prefixes given twice or in part."""
    table = [(graph.value(d, SH.prefix), graph.value(d, SH.namespace)) for d in graph.objects(None, SH.declare)]
    spaces = tuple(str(namespace) for _, namespace in table)
    terms = properties(graph) | instances(graph, OWL.Class, SH.NodeShape, SH.PropertyShape)
    partial = [name(p) for p, namespace in table if not (p and namespace)]
    return partial + repeated(p for p, _ in table if p) + names(t for t in terms if not str(t).startswith(spaces))


def undocumented_terms(graph: Graph) -> list[str]:
    """Classes, properties, concepts and schemes without a name and a meaning in both languages."""
    terms = silent(graph, properties(graph) | instances(graph, OWL.Class), RDFS.label, SKOS.definition)
    concepts = silent(graph, instances(graph, SKOS.Concept), SKOS.prefLabel, SKOS.definition)
    return terms + concepts + silent(graph, instances(graph, SKOS.ConceptScheme), SKOS.prefLabel)


def undocumented_shapes(graph: Graph) -> list[str]:
    """Shapes without name, description and message in both languages."""
    shapes = silent(graph, instances(graph, SH.NodeShape), RDFS.label)
    return shapes + silent(graph, instances(graph, SH.PropertyShape), SH.name, SH.description, SH.message)


def kinds_without_shape(graph: Graph) -> list[str]:
    """Kinds that no shape speaks of."""
    return names(c for c in kinds(graph) if (None, SH.targetClass, c) not in graph)


def ambiguous_keys(graph: Graph) -> list[str]:
    """Keys that two classes share, and keys or orders that two fields of one kind share."""
    wrong = repeated(o for c in instances(graph, OWL.Class) for o in graph.objects(c, DFG.key))
    for cls in [*kinds(graph), DFG.Claim]:
        for predicate in (DFG.key, SH.order):
            twice = repeated(o for f in fields(graph, cls) for o in graph.objects(f, predicate))
            wrong += [f"{name(cls)} {value}" for value in twice]
    return wrong


def malformed_fields(graph: Graph) -> list[str]:
    """Fields without one path, key, order and type; patterns that do not compile; ids minted from what is no field."""
    wrong = []
    for row in sorted(instances(graph, SH.PropertyShape), key=str):
        types = [*graph.objects(row, SH["class"]), *graph.objects(row, SH.datatype)]
        if any(len(v) != 1 for v in (types, *([*graph.objects(row, p)] for p in (SH.path, DFG.key, SH.order)))):
            wrong.append(name(row))
    for row, pattern in graph.subject_objects(SH.pattern):
        try:
            re.compile(str(pattern))
        except re.error:
            wrong.append(name(row))
    for cls, minted_from in graph.subject_objects(DFG.idFrom):
        paths = {path for f in fields(graph, cls) for path in graph.objects(f, SH.path)}
        wrong += [f"{name(cls)} {name(p)}" for p in Collection(graph, minted_from) if p not in paths]
    return wrong


def uneven_fields(graph: Graph) -> list[str]:
    """Properties that hold one value in one kind and many in another: no rule could tell which values are contested."""
    single: dict[Node, set[bool]] = defaultdict(set)
    for row, path in graph.subject_objects(SH.path):
        single[path].add((row, SH.maxCount, None) in graph)
    return names(path for path, seen in single.items() if len(seen) > 1)


def false_typing(graph: Graph) -> list[str]:
    """Properties of two OWL kinds or functional; shapes against the kind, the domain or the range of their path."""
    wrong = [p for p in properties(graph) if sum((p, RDF.type, kind) in graph for kind in PROPERTY_KINDS) > 1]
    wrong += instances(graph, OWL.FunctionalProperty)
    for node, row in graph.subject_objects(SH.property):
        path, cls = graph.value(row, SH.path), graph.value(row, SH["class"])
        kind = OWL.ObjectProperty if cls else OWL.DatatypeProperty
        fit = any((path, RDF.type, allowed) in graph for allowed in (kind, OWL.AnnotationProperty))
        values = ancestry(graph, cls) if cls else {graph.value(row, SH.datatype)}
        targets = {a for t in graph.objects(node, SH.targetClass) for a in ancestry(graph, t)}
        inside = values >= {*graph.objects(path, RDFS.range)} and targets >= {*graph.objects(path, RDFS.domain)}
        wrong += [] if fit and inside else [row]
    return names(wrong)


def stray_blank_nodes(graph: Graph) -> list[str]:
    """Properties of blank nodes other than lists: those have no name that two builds would share."""
    blank = {s for s in graph.subjects() if isinstance(s, BNode) and (s, RDF.first, None) not in graph}
    return names(p for b in blank for p in graph.predicates(b))


def misplaced_concepts(graph: Graph) -> list[str]:
    """Concepts whose id is not their class key and notation, or that lack a scheme or an existing broader concept."""
    wrong, concepts, schemes = [], instances(graph, SKOS.Concept), instances(graph, SKOS.ConceptScheme)
    for concept in concepts:
        keys = [graph.value(c, DFG.key) for c in graph.objects(concept, RDF.type) if c != SKOS.Concept]
        ids = [f"{CONCEPTS}{key}/{graph.value(concept, SKOS.notation)}".lower() for key in keys]
        rooted = {*graph.objects(concept, SKOS.broader)} <= concepts
        placed = schemes & {*graph.objects(concept, SKOS.inScheme)}
        wrong += [] if ids == [str(concept)] and placed and rooted else [concept]
    return names(wrong)


def poor_display(graph: Graph) -> list[str]:
    """Kinds that cannot be drawn or that look like another; looks of what is no kind."""
    wrong, looks = {*graph.subjects(DFG.colour)} - {*kinds(graph)}, []
    for cls in kinds(graph):
        colour, shape, order = (str(graph.value(cls, p)) for p in (DFG.colour, DFG.shape, DFG.displayOrder))
        if not re.fullmatch("#[0-9A-F]{6}", colour) or shape not in NODE_SHAPES or not order.isdecimal():
            wrong.add(cls)
        looks += [(cls, f"{colour} {shape}"), (cls, order)]
    times = Counter(look for _, look in looks)
    return names(wrong | {cls for cls, look in looks if times[look] > 1})


PLANTED: list[tuple[Check, str, str]] = [
    (unknown_standard_terms, "dfg:Visit rdfs:subClassOf org:Assembly .", "Assembly"),
    (unknown_standard_terms, "dfg:Visit schema:startingDate 1 .", "startingDate"),
    (undeclared_terms, "dfgs:Visit-x sh:path dfg:undeclared .", "undeclared"),
    (undeclared_terms, "dfgs:Visit-x sh:class dfg:Undeclared .", "Undeclared"),
    (undeclared_terms, "<urn:x> dfg:undeclared 1 .", "undeclared"),
    (terms_without_prefix, "<https://example.org/Term> a owl:Class .", "Term"),
    (terms_without_prefix, '<urn:x> sh:declare <urn:y> . <urn:y> sh:prefix "dfg" ; sh:namespace "urn:" .', "dfg"),
    (undocumented_terms, 'dfg:Term a owl:Class ; rdfs:label "Term"@en .', "Term label"),
    (undocumented_terms, 'dfg:term a owl:ObjectProperty ; skos:definition "x"@vi, " "@en .', "term definition"),
    (undocumented_terms, "<urn:x/y> a skos:Concept .", "y prefLabel"),
    (undocumented_shapes, 'dfgs:X a sh:PropertyShape ; sh:name "x"@vi, "x"@en .', "X message"),
    (undocumented_shapes, "dfgs:X a sh:NodeShape .", "X label"),
    (kinds_without_shape, 'dfg:Term a owl:Class ; dfg:key "term" .', "Term"),
    (ambiguous_keys, 'dfg:Term a owl:Class ; dfg:key "visit" .', "visit"),
    (ambiguous_keys, 'dfgs:Visit sh:property dfgs:X . dfgs:X dfg:key "alias" .', "Visit alias"),
    (ambiguous_keys, "dfgs:Visit sh:property dfgs:X . dfgs:X sh:order 2 .", "Visit 2"),
    (malformed_fields, "dfgs:X a sh:PropertyShape ; sh:path dfg:date .", "X"),
    (malformed_fields, "dfgs:Visit-visitor sh:datatype xsd:string .", "Visit-visitor"),
    (malformed_fields, 'dfgs:Visit-visitor sh:pattern "(" .', "Visit-visitor"),
    (malformed_fields, "dfg:Visit dfg:idFrom ( dfg:budget ) .", "Visit budget"),
    (uneven_fields, "dfgs:Visit-visitor sh:maxCount 1 . dfgs:X sh:path dfg:visitor .", "visitor"),
    (false_typing, "dfg:visitor a owl:DatatypeProperty .", "visitor"),
    (false_typing, "dfg:visitor a owl:FunctionalProperty .", "visitor"),
    (false_typing, "dfgs:Visit sh:property dfgs:X . dfgs:X sh:path dfg:visitor ; sh:datatype xsd:string .", "X"),
    (false_typing, "dfgs:Visit sh:property dfgs:X . dfgs:X sh:path dfg:visitor ; sh:class dfg:Task .", "X"),
    (false_typing, "dfgs:Task sh:property dfgs:X . dfgs:X sh:path dfg:visitor ; sh:class dfg:Person .", "X"),
    (stray_blank_nodes, 'dfgs:Visit sh:property [ sh:order "1" ] .', "order"),
    (misplaced_concepts, "<https://w3id.org/dfgraph/id/x/y> a skos:Concept, dfg:Field .", "y"),
    (poor_display, 'dfg:Term a owl:Class ; dfg:key "term" ; dfg:colour "red" .', "Term"),
    (poor_display, 'dfg:Term dfg:colour "#000000" .', "Term"),
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ONTOLOGY)))
def test_file_parses(file: Path) -> None:
    """Every Turtle file can be read and says something."""
    assert len(Graph().parse(file)) > 0


@pytest.mark.parametrize("check", dict.fromkeys(check for check, _, _ in PLANTED))
def test_ontology_is_sound(check: Check, whole: Graph) -> None:
    """No check finds anything in the ontology."""
    assert check(whole) == []


@pytest.mark.parametrize(("check", "turtle", "culprit"), PLANTED)
def test_planted_error_is_found(check: Check, turtle: str, culprit: str, whole: Graph) -> None:
    """Every check names the culprit that is planted for it."""
    with planted(whole, turtle) as graph:
        found = check(graph)
    assert culprit in found


def test_there_is_something_to_check(whole: Graph) -> None:
    """The checks above do not pass for want of kinds, fields and concepts."""
    assert len(kinds(whole)) >= 20
    assert all(len(fields(whole, cls)) > 4 for cls in kinds(whole))
    assert len(instances(whole, SKOS.Concept)) > 100


# Logic


def logic(graph: Graph) -> Graph:
    """What a reasoner reads: no shapes, no annotations, and one thing of each kind with a value in every field.

    The things show whether shapes and axioms can be true together: a field that an axiom forbids is a contradiction.
    """
    shapes, annotations = instances(graph, SH.NodeShape, SH.PropertyShape), instances(graph, OWL.AnnotationProperty)
    annotations |= {RDFS.label, SKOS.notation}
    read = Graph(bind_namespaces="none")
    for s, p, o in graph:
        if p not in annotations and s not in shapes and not isinstance(s, BNode):
            read.add((s, p, o))
    for cls in [*kinds(graph), DFG.Claim]:
        thing = URIRef(f"urn:thing:{name(cls)}")
        read.add((thing, RDF.type, cls))
        for field in fields(graph, cls):
            for value, value_class in values_for(graph, field):
                read.add((thing, graph.value(field, SH.path, any=False) or RDF.nil, value))
                if value_class:
                    read.add((value, RDF.type, value_class))
    return read


def values_for(graph: Graph, field: Node) -> Iterator[tuple[Node, Node | None]]:
    """A value of every type that the field admits, with its class; none where OWL 2 has no such datatype."""
    cls, datatype = graph.value(field, SH["class"]), graph.value(field, SH.datatype)
    if cls:
        for subclass in graph.transitive_subjects(RDFS.subClassOf, cls):
            if (subclass, DFG.abstract, None) not in graph:
                yield URIRef(f"urn:value:{name(subclass)}"), subclass
    elif datatype in SAMPLES and (graph.value(field, SH.path), RDF.type, OWL.DatatypeProperty) in graph:
        yield SAMPLES[datatype], None


def by_hermit(graph: Graph) -> list[str]:
    """What HermiT, complete for OWL 2 DL, finds wrong: the whole, or classes that can have no member."""
    owlready2: Any = pytest.importorskip("owlready2", reason="HermiT comes with owlready2")
    if not shutil.which("java"):
        pytest.skip("HermiT needs Java")
    world = owlready2.World()
    ntriples = io.BytesIO(graph.serialize(format="nt", encoding="utf-8"))
    world.get_ontology("https://w3id.org/dfgraph/ns").load(fileobj=ntriples)
    try:
        owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return ["inconsistent"]
    return [cls.name for cls in world.inconsistent_classes() if cls is not owlready2.Nothing]


def by_rules(graph: Graph) -> list[str]:
    """What the OWL 2 RL rules find wrong: less than HermiT does, but without Java. Adds what it infers."""
    owlrl: Any = pytest.importorskip("owlrl")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return ["inconsistent" for p in graph.predicates() if str(p).endswith("agent-ont#error")]


REASONERS = [by_hermit, by_rules]
CONTRADICTIONS = [
    (by_hermit, "<urn:x> a dfg:Person, dfg:Organisation ."),
    (by_hermit, "dfg:participant rdfs:domain dfg:Visit ."),
    (by_rules, "<urn:x> a dfg:Observation ; dfg:area <urn:y> . <urn:y> a dfg:Agreement ."),
]


@pytest.mark.parametrize("reasoner", REASONERS)
def test_ontology_is_consistent(reasoner: Check, whole: Graph) -> None:
    """Ontology, vocabularies and a filled-in thing of each kind can be true together; no class is impossible."""
    assert reasoner(logic(whole)) == []


@pytest.mark.parametrize(("reasoner", "turtle"), CONTRADICTIONS)
def test_contradiction_is_found(reasoner: Check, turtle: str, whole: Graph) -> None:
    """A planted contradiction does not pass."""
    with planted(whole, turtle) as graph:
        read = logic(graph)
    assert "inconsistent" in reasoner(read)


def test_impossible_class_is_found(whole: Graph) -> None:
    """A class that can have no member is named, though nothing is inconsistent yet."""
    impossible = "dfg:Term a owl:Class ; dfg:abstract true ; rdfs:subClassOf dfg:Person, dfg:Organisation ."
    with planted(whole, impossible) as graph:
        read = logic(graph)
    assert by_hermit(read) == ["Term"]
