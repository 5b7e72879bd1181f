from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dfgraph.base.errors import OntologyError
from dfgraph.base.language import Text
from dfgraph.base.names import BASE, DFG
from dfgraph.sources.schema import Field, Kind, Ontology, Schema, ValueType, read_ontology
from dfgraph.sources.schema.shapes import ontology_files
from telling import spoken

PREFIXES = """
@prefix dfg: <https://w3id.org/dfgraph/ns#> .
@prefix ex: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix term: <https://w3id.org/dfgraph/id/term/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
Write = Callable[..., Ontology]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Reads an ontology of these classes and shapes; `shapes` are the property shapes of `dfg:A`."""

    def make(classes: str, shapes: str = "", more: str = "") -> Ontology:
        (tmp_path / "shapes").mkdir(exist_ok=True)
        (tmp_path / "dfgraph.ttl").write_text(PREFIXES + classes, encoding="utf-8")
        of_a = f"ex:A a sh:NodeShape ; sh:targetClass dfg:A ; sh:property {shapes} ." if shapes else ""
        (tmp_path / "shapes" / "a.ttl").write_text(PREFIXES + of_a + more, encoding="utf-8")
        return read_ontology(tmp_path)

    return make


def fields(ontology: Ontology, kind: str = "a") -> list[Field]:
    return list(ontology.schema.kinds[kind].fields.values())


CLASS_A = 'dfg:A a owl:Class ; dfg:key "a" .'


@pytest.mark.parametrize(
    ("constraint", "type_", "range_"),
    [
        ("sh:datatype xsd:string", ValueType.STRING, None),
        ("sh:datatype rdf:langString", ValueType.TEXT, None),
        ("sh:datatype xsd:integer", ValueType.INTEGER, None),
        ("sh:datatype xsd:decimal", ValueType.DECIMAL, None),
        ("sh:datatype xsd:boolean", ValueType.BOOLEAN, None),
        ("sh:datatype xsd:date", ValueType.DATE, None),
        ("sh:datatype xsd:anyURI", ValueType.ADDRESS, None),
        ("sh:nodeKind sh:IRI", ValueType.IRI, None),
        ("sh:class dfg:TimeSpan", ValueType.TIME, None),
        ("sh:class dfg:B", ValueType.REFERENCE, DFG + "B"),
        ("sh:class dfg:B ; sh:nodeKind sh:IRI", ValueType.REFERENCE, DFG + "B"),
    ],
)
def test_a_shape_tells_the_type_of_its_values(
    constraint: str, type_: ValueType, range_: str | None, write: Write
) -> None:
    (field,) = fields(write(CLASS_A, f"[ sh:path dfg:x ; {constraint} ]"))
    assert (field.key, field.path, field.type, field.range) == ("x", DFG + "x", type_, range_)


def test_a_shape_tells_all_there_is_to_know_of_a_field(write: Write) -> None:
    ontology = write(CLASS_A, """
        [ sh:path dfg:signed ; dfg:key "signed_on" ; sh:class dfg:TimeSpan ;
          sh:minCount 1 ; sh:maxCount 1 ; sh:order 2.5 ;
          sh:name "Ngày ký"@vi, "Signed"@en ; sh:description "Ngày ký văn bản."@vi, "When it was signed."@en ;
          dfg:factDate 1 ],
        [ sh:path ex:note ; sh:datatype xsd:string ; sh:minCount 0 ; sh:maxCount 2 ]
    """)  # fmt: skip
    signed, note = fields(ontology)
    assert signed == Field(
        key="signed_on", path=DFG + "signed", type=ValueType.TIME, range=None, many=False, required=True, order=2.5,
        label=Text("Ngày ký", "Signed"), help=Text("Ngày ký văn bản.", "When it was signed."), fact_date=1,
    )  # fmt: skip
    assert note == Field(
        key="note", path="https://example.org/note", type=ValueType.STRING, range=None, many=True, required=False,
        order=1000, label=Text("", ""), help=Text("", ""), fact_date=None,
    )  # fmt: skip


def test_a_class_tells_all_there_is_to_know_of_a_kind(write: Write) -> None:
    ontology = write("""
        dfg:Thing a owl:Class ; dfg:abstract true ; dfg:key "thing" .
        dfg:A a owl:Class ; rdfs:subClassOf dfg:Thing ; rdfs:label "Loại A"@vi, "Kind A"@en ;
            dfg:key "a" ; dfg:idPrefix "letter" ; dfg:idFrom ( dfg:y dfg:x ) ; dfg:selfEvident true .
        dfg:B a owl:Class ; rdfs:subClassOf dfg:A ; dfg:key "b" .
        dfg:Unkeyed a owl:Class .
    """, "[ sh:path dfg:x ; sh:datatype xsd:string ], [ sh:path dfg:y ; sh:datatype xsd:string ]")  # fmt: skip
    assert list(ontology.schema.kinds) == ["a", "b"]
    a, b = ontology.schema.kinds.values()
    assert (a.iri, a.prefix, a.label, a.self_evident) == (DFG + "A", "letter", ("Loại A", "Kind A"), True)
    assert a.supers == (DFG + "A", DFG + "Thing")
    assert [f.key for f in a.id_from] == ["y", "x"]
    assert (b.prefix, b.label, b.self_evident, b.id_from) == ("b", ("", ""), False, ())
    assert b.supers == (DFG + "B", DFG + "A", DFG + "Thing")
    assert list(b.fields) == ["x", "y"]
    assert ontology.schema.prefixes_of[DFG + "Thing"] == ("letter", "b")
    assert ontology.schema.prefixes_of[DFG + "B"] == ("b",)


def test_fields_are_inherited_and_come_in_their_order(write: Write) -> None:
    ontology = write(
        """
        dfg:Top a owl:Class ; dfg:abstract true .
        dfg:Side a owl:Class ; dfg:abstract true .
        dfg:A a owl:Class ; rdfs:subClassOf dfg:Top, dfg:Side ; dfg:key "a" .
        """,
        "[ sh:path dfg:third ; sh:datatype xsd:string ; sh:order 3 ], [ sh:path dfg:last ; sh:datatype xsd:string ]",
        """
        ex:Top a sh:NodeShape ; sh:targetClass dfg:Top ;
            sh:property [ sh:path dfg:fourth ; sh:datatype xsd:string ; sh:order 20 ],
                [ sh:path dfg:first ; sh:datatype xsd:string ; sh:order 1 ] .
        ex:Side a sh:NodeShape ; sh:targetClass dfg:Side ;
            sh:property [ sh:path dfg:second ; sh:datatype xsd:string ; sh:order 2 ],
                [ sh:path dfg:fifth ; sh:datatype xsd:string ; sh:order 20 ] .
        """,
    )
    assert [f.key for f in fields(ontology)] == ["first", "second", "third", "fifth", "fourth", "last"]


def test_a_circle_of_classes_ends(write: Write) -> None:
    ontology = write(CLASS_A + "dfg:A rdfs:subClassOf dfg:B . dfg:B a owl:Class ; rdfs:subClassOf dfg:A .")
    assert ontology.schema.kinds["a"].supers == (DFG + "A", DFG + "B")


def test_terms_of_vocabularies_are_known_with_all_their_names(write: Write) -> None:
    ontology = write("""
        dfg:Term a owl:Class ; rdfs:subClassOf skos:Concept ; dfg:key "term" .
        term:one a skos:Concept, dfg:Term ; skos:prefLabel "Một"@vi, "One"@en ; skos:altLabel "I" ;
            skos:hiddenLabel "1" ; skos:notation "one" .
        ex:elsewhere a skos:Concept ; skos:prefLabel "Khác"@vi .
    """)
    (concept,) = ontology.schema.concepts
    assert concept.id == "term/one"
    assert set(concept.supers) == {DFG + "Term", "http://www.w3.org/2004/02/skos/core#Concept"}
    assert concept.names == ("Một", "One", "I", "1", "one")
    assert ontology.schema.prefixes_of[DFG + "Term"] == ("term",)
    assert ontology.schema.kinds == {}


def test_the_fields_of_evidence_are_those_of_a_claim(write: Write) -> None:
    ontology = write(
        'dfg:Claim a owl:Class ; dfg:key "claim" .',
        more="ex:C a sh:NodeShape ; sh:targetClass dfg:Claim ; sh:property [ sh:path dfg:page ; sh:class dfg:Page ] .",
    )
    assert list(ontology.schema.evidence.fields) == ["page"]
    assert ontology.schema.kinds == {}
    assert write(CLASS_A).schema.evidence.fields == {}


@pytest.mark.parametrize(
    ("classes", "shapes", "why"),
    [
        (CLASS_A, "ex:p . ex:p sh:datatype xsd:string", "https://example.org/p: has no sh:path."),
        (CLASS_A, "ex:absent", "https://example.org/absent: has no sh:path."),
        (
            CLASS_A,
            "ex:p . ex:p sh:path dfg:x ; sh:datatype xsd:duration",
            "https://example.org/p: cannot read the type http://www.w3.org/2001/XMLSchema#duration.",
        ),
        (
            CLASS_A,
            "ex:p . ex:p sh:path dfg:x",
            "https://example.org/p: has no sh:datatype, sh:class or sh:nodeKind.",
        ),
        (
            CLASS_A,
            "ex:p . ex:p sh:path dfg:x ; sh:nodeKind sh:Literal",
            "https://example.org/p: has no sh:datatype, sh:class or sh:nodeKind.",
        ),
        (
            CLASS_A + 'dfg:B a owl:Class ; dfg:key "a" .',
            "",
            "https://w3id.org/dfgraph/ns#B: the key “a” is used twice.",
        ),
    ],
)
def test_what_cannot_be_understood_is_named(classes: str, shapes: str, why: str, write: Write) -> None:
    with pytest.raises(OntologyError) as caught:
        write(classes, shapes)
    assert spoken(caught.value.message).en == f"Ontology: {why}"


def test_an_id_can_only_be_made_of_fields(write: Write) -> None:
    with pytest.raises(OntologyError, match=r"ns#A: dfg:idFrom: .*ns#y.* is no field") as caught:
        write(
            'dfg:A a owl:Class ; dfg:key "a" ; dfg:idFrom ( dfg:x dfg:y ) .',
            "[ sh:path dfg:x ; sh:datatype xsd:string ]",
        )
    assert "ns#x" not in spoken(caught.value.message).vi


def test_a_key_of_a_field_is_used_once_in_a_kind(write: Write) -> None:
    with pytest.raises(OntologyError):
        write(CLASS_A, """
            [ sh:path dfg:x ; dfg:key "x" ; sh:datatype xsd:string ],
            [ sh:path dfg:y ; dfg:key "x" ; sh:datatype xsd:integer ]
        """)  # fmt: skip


def test_a_path_is_one_property(write: Write) -> None:
    with pytest.raises(OntologyError):
        write(CLASS_A, '[ sh:path [ sh:inversePath dfg:x ] ; dfg:key "x" ; sh:datatype xsd:string ]')


@pytest.mark.parametrize("number", ['sh:order "first"', 'dfg:factDate "first"'])
def test_a_number_that_is_none_is_named(number: str, write: Write) -> None:
    with pytest.raises(OntologyError):
        write(CLASS_A, f"[ sh:path dfg:x ; sh:datatype xsd:string ; {number} ]")


def test_a_triple_about_a_triple_is_refused(write: Write) -> None:
    with pytest.raises(OntologyError):
        write("dfg:A dfg:says <<( dfg:A dfg:b dfg:c )>> .")


def test_a_folder_without_an_ontology_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(OntologyError) as caught:
        read_ontology(tmp_path)
    assert spoken(caught.value.message).en == f"There is no ontology in {tmp_path}."
    assert spoken(caught.value.remedy).en == "Run `dfgraph init`, or use --project."


def test_broken_turtle_is_named_by_file_and_line(village: Path) -> None:
    path = village / "ontology" / "shapes" / "more.ttl"
    path.write_text("@prefix dfg: <https://w3id.org/dfgraph/ns#> .\n\ndfg:A a .\n")
    with pytest.raises(OntologyError) as caught:
        read_ontology(village / "ontology")
    assert f"{path}:3" in spoken(caught.value.message).en


def test_files_are_read_in_one_order_and_hold_terms_or_forms(village: Path) -> None:
    folder = village / "ontology"
    for name in ("extra.ttl", "shapes/deep/z.ttl", "vocabularies/deep/a.ttl", "notes.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    assert [(p.relative_to(folder).as_posix(), terms) for p, terms in ontology_files(folder)] == [
        ("dfgraph.ttl", True),
        ("vocabularies/deep/a.ttl", True),
        ("vocabularies/field.ttl", True),
        ("extra.ttl", True),
        ("shapes/claim.ttl", False),
        ("shapes/deep/z.ttl", False),
        ("shapes/village.ttl", False),
        ("display.ttl", False),
    ]
    (folder / "display.ttl").unlink()
    assert ontology_files(folder)[-1] == (folder / "shapes" / "village.ttl", False)


def test_terms_and_forms_are_apart_and_have_no_blank_nodes(village: Path) -> None:
    ontology = read_ontology(village / "ontology")
    terms, forms = (
        {line.split()[0] for line in part.decode().splitlines()} for part in (ontology.terms, ontology.forms)
    )
    assert f"<{BASE}field/trade>" in terms - forms
    assert "<https://w3id.org/dfgraph/shapes#Pact>" in forms - terms
    assert not any(node.startswith("_:") for node in terms | forms)
    assert ontology.forms.count(f" <{DFG}colour> ".encode()) == 5


def test_lists_get_the_same_iris_on_every_reading(village: Path, tmp_path: Path) -> None:
    first = read_ontology(village / "ontology")
    second = read_ontology(shutil.copytree(village / "ontology", tmp_path / "copy"))
    assert (first.terms, first.forms) == (second.terms, second.forms)
    subjects = {line.split()[0] for line in first.terms.decode().splitlines()}
    assert {subject for subject in subjects if BASE + "graph/ontology/" in subject} == {
        f"<{BASE}graph/ontology/t-c14n{n}>" for n in range(3)
    }


def test_the_table_of_prefixes_comes_from_the_ontology(write: Write) -> None:
    ontology = write("""
        ex:ontology sh:declare [ sh:prefix "z" ; sh:namespace "https://example.org/z#"^^xsd:anyURI ], ex:a, ex:half .
        ex:a sh:prefix "a" ; sh:namespace "https://example.org/a#"^^xsd:anyURI . ex:half sh:prefix "half" .
    """)
    assert list(ontology.names.prefixes.items()) == [("a", "https://example.org/a#"), ("z", "https://example.org/z#")]


def _kinds(schema: Schema) -> list[Kind]:
    return [*schema.kinds.values(), schema.evidence]


def test_the_shipped_ontology_names_every_kind_and_field_in_both_languages(schema: Schema) -> None:
    for kind in _kinds(schema):
        assert all(kind.label), kind.key
        for field in kind.fields.values():
            assert all(field.label), (kind.key, field.key)
            assert all(field.help), (kind.key, field.key)


def test_in_the_shipped_ontology_every_reference_has_something_to_refer_to(schema: Schema) -> None:
    for kind in _kinds(schema):
        for field in kind.fields.values():
            if field.range is not None:
                assert field.range in schema.prefixes_of, (kind.key, field.key)


def test_in_the_shipped_ontology_no_two_fields_of_a_kind_have_one_path(schema: Schema) -> None:
    for kind in _kinds(schema):
        paths = [f.path for f in kind.fields.values()]
        assert len(paths) == len(set(paths)), kind.key
