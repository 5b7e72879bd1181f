"""What the head of a rule or check must tell of the facts that its text reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dfgraph.base.errors import OntologyError
from dfgraph.base.names import Names
from dfgraph.base.query_files import QueryFile, read_query_files
from dfgraph.graph.build.focus import changeable, focus_of, untold
from dfgraph.graph.build.rules import Rule, strata
from dfgraph.sources.schema import Ontology
from worlds import ROOT

EX = "http://example.org/"
NAMES = Names({"ex": EX, "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"})
CHANGING = frozenset(EX + name for name in ("p", "q", "seen")) | {NAMES.expand("rdf:type")}


def file(text: str, focus: Any = None, name: str = "rule") -> QueryFile:
    return QueryFile(name, Path(f"{name}.rq"), {} if focus is None else {"focus": focus}, text)


def missing(text: str, **focus: dict[str, Any]) -> list[str]:
    return [NAMES.compact(one) for one in untold(file(text, focus), NAMES, CHANGING)]


SEEN = "CONSTRUCT { ?a ex:seen ?b } WHERE { %s }"


@pytest.mark.parametrize(
    ("body", "reads"),
    [
        ("?a ex:p ?b", ["ex:p"]),
        ("?a ex:p/ex:q ?b", ["ex:p", "ex:q"]),
        ("?a <http://example.org/p> ?b", ["ex:p"]),
        ("?a a ex:Thing ; ex:p ?b", ["rdf:type", "ex:p"]),
        ("?a ex:p ?b # not ex:q", ["ex:p"]),
        ("?a ex:p ?b FILTER (?b != ' ex:q ')", ["ex:p"]),
        ("?a ex:p ?b FILTER NOT EXISTS { ?a ex:q ?c }", ["ex:p", "ex:q"]),
        ("?a ex:hierarchy ?b", []),
    ],
)
def test_every_property_that_can_change_must_be_told(body: str, reads: list[str]) -> None:
    assert missing(SEEN % body, a={}) == reads
    assert missing(SEEN % body, a={"itself": reads}) == []
    assert focus_of(file(SEEN % body, {"a": {"itself": reads}}), NAMES, CHANGING) is not None


@pytest.mark.parametrize(
    "body",
    [
        "?a ?p ?b",
        "?a ex:p ?b . ?a ?p ?c .",
        "?a ex:p ?b ; ?p ?c",
        "FILTER (1 = 1) ?a ?p ?b",
        "{ ?a ?p ex:b } ?a ex:p ?b",
    ],
)
def test_a_property_that_is_a_variable_may_be_any(body: str) -> None:
    assert missing(SEEN % body, a={"itself": ["ex:p"]}) == ["*"]
    assert missing(SEEN % body, a={"itself": ["*", "ex:p"]}) == []


def test_that_any_is_read_does_not_excuse_what_is_named() -> None:
    """It may be read of another thing, to which no way is told."""
    assert missing(SEEN % "?a ?p ?b . ?b ex:q ?c", a={"itself": ["*"]}) == ["ex:q"]
    assert missing(SEEN % "?a ?p ?b . ?b ex:q ?c", a={"itself": ["*"], "!()": ["ex:q"]}) == []


@pytest.mark.parametrize("folder", ["rules", "checks"])
def test_every_file_that_is_shipped_tells_on_what_it_hangs(ontology: Ontology, folder: str) -> None:
    rules, names = read_query_files(ROOT / "ontology" / "rules"), ontology.names
    changing = changeable(ontology.schema, rules, names)
    for one in read_query_files(ROOT / "ontology" / folder):
        assert [names.compact(word) for word in untold(one, names, changing)] == [], one.name
        assert focus_of(one, names, changing) is not None, one.name


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?subject (ex:p AS ?property) ?value ?other WHERE { ?subject ex:p ?value } ORDER BY ?subject ?value",
        "SELECT ?subject { { SELECT ?subject ?one (MAX(?b) AS ?c) { ?subject ex:p ?b } GROUP BY ?subject ?one } }",
        "SELECT ?subject { VALUES (?subject ?one ?two) { (ex:a ex:b ex:c) } ?subject ex:p ?one }",
    ],
)
def test_a_list_of_variables_is_no_pattern(text: str) -> None:
    assert missing(text, subject={"itself": ["ex:p"]}) == []


def test_prefixes_are_those_of_the_file() -> None:
    text = "PREFIX other: <http://example.org/>\n" + SEEN.replace("ex:", "other:") % "?a other:p ?b"
    assert missing(text, a={}) == ["ex:p"]


def test_each_variable_that_is_given_something_must_be_told() -> None:
    text = "CONSTRUCT { ?a ex:seen ?b . ?b ex:seen ?a . } WHERE { ?a ex:p ?b }"
    assert missing(text, a={"itself": ["ex:p"]}) == ["?b"]
    assert missing(text, a={"itself": ["ex:p"]}, b={"^ex:p": ["ex:p"]}) == []
    assert missing(text.replace("?b ex:seen", "?b ?any"), a={}, b={}) != []


def test_a_graph_of_its_own_cannot_be_told() -> None:
    read = "GRAPH <https://w3id.org/dfgraph/id/graph/%s> { ?a ex:p ?b }"
    assert missing(SEEN % (read % "ontology"), a={"itself": ["ex:p"]}) == []
    assert missing(SEEN % (read % "derived"), a={"itself": ["ex:p"]}) == ["graph/derived"]
    assert missing(SEEN % "GRAPH ?claim { ?a ex:p ?b }", a={"itself": ["ex:p"]}) == []


@pytest.mark.parametrize("focus", ["a", ["a"], {"a": "itself"}, {"a": {"ex:p/": ["ex:p"]}}])
def test_a_head_that_cannot_be_read_names_its_file(focus: Any) -> None:
    with pytest.raises(OntologyError) as caught:
        focus_of(file(SEEN % "?a ex:p ?b", focus), NAMES, CHANGING)
    assert str(caught.value).startswith("rule.rq: cannot read its `focus`: ")


def test_a_file_that_tells_nothing_has_no_focus() -> None:
    assert focus_of(file(SEEN % "?a ex:p ?b"), NAMES, CHANGING) is None


def rule(name: str, gives: str, reads: list[str] | None) -> Rule:
    body = " . ".join(f"?a {one} ?b" for one in reads or ["ex:p"])
    text = f"CONSTRUCT {{ ?a {gives} ?b }} WHERE {{ {body} }}"
    made = file(text, None if reads is None else {"a": {"itself": reads}}, name)
    return Rule(made, focus_of(made, NAMES, CHANGING))


def names(groups: list[list[Rule]]) -> list[list[str]]:
    return [[one.file.name for one in group] for group in groups]


def test_a_rule_runs_after_those_that_give_what_it_reads() -> None:
    rules = [
        rule("a", "ex:third", ["ex:second"]),
        rule("b", "ex:second", ["ex:first"]),
        rule("c", "ex:first", ["ex:p"]),
    ]
    assert names(strata(rules)) == [["c"], ["b"], ["a"]]


def test_rules_that_give_the_same_or_wait_for_each_other_run_together() -> None:
    same = [rule("a", "ex:x", ["ex:p"]), rule("b", "ex:x", ["ex:q"]), rule("c", "ex:y", ["ex:x"])]
    assert names(strata(same)) == [["a", "b"], ["c"]]
    circle = [rule("a", "ex:x", ["ex:z"]), rule("b", "ex:y", ["ex:x"]), rule("c", "ex:z", ["ex:y"])]
    assert names(strata(circle)) == [["a", "b", "c"]]


def test_a_rule_that_may_read_anything_holds_all_together() -> None:
    rules = [rule("a", "ex:x", ["ex:p"]), rule("b", "ex:y", None), rule("c", "ex:z", ["ex:p"])]
    assert names(strata(rules)) == [["a", "b", "c"]]
    assert strata([]) == []
