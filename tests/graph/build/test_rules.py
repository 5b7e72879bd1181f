from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dfgraph.base.errors import OntologyError
from dfgraph.base.names import DERIVED
from dfgraph.base.query_files import QueryFile
from dfgraph.graph.build.rules import apply_rules
from dfgraph.graph.store import GraphStore

PREFIXES = {"ex": "http://example.org/"}


def store_of(triples: str) -> GraphStore:
    """A store of `a p b` lines."""
    store = GraphStore.in_memory(PREFIXES)
    lines = [" ".join(f"<http://example.org/{word}>" for word in line.split()) for line in triples.strip().splitlines()]
    store.load("".join(f"{line} .\n" for line in lines).encode())
    return store


def rules(**texts: str) -> list[QueryFile]:
    return [QueryFile(name, Path(f"{name}.rq"), {}, text) for name, text in texts.items()]


def derived(store: GraphStore) -> set[str]:
    """What the derived graph holds, as `a p b`."""
    lines = store.dump(DERIVED, "nt").decode().splitlines()
    return {line.replace("<http://example.org/", "").replace(">", "").removesuffix(" .") for line in lines}


def test_a_rule_fills_the_derived_and_the_default_graph() -> None:
    store = store_of("hue twin nara")
    count = apply_rules(store, rules(back="CONSTRUCT { ?b ex:twin ?a } WHERE { ?a ex:twin ?b }"))
    assert derived(store) >= {"nara twin hue"}
    assert bool(store.query("ASK { ex:nara ex:twin ex:hue }"))
    assert count == len(derived(store))


def test_rules_run_until_nothing_new_comes() -> None:
    chain = "\n".join(f"n{i} next n{i + 1}" for i in range(12))
    step = "CONSTRUCT { ?a ex:after ?c } WHERE { ?a ex:after ?b . ?b ex:next ?c }"
    start = "CONSTRUCT { ?a ex:after ?b } WHERE { ?a ex:next ?b }"
    store = store_of(chain)
    assert apply_rules(store, rules(a_step=step, b_start=start)) == 12 * 13 / 2
    assert bool(store.query("ASK { ex:n0 ex:after ex:n12 }"))


def test_rules_that_never_end_stop_with_an_error() -> None:
    endless = 'CONSTRUCT { ?a ex:n ?more } WHERE { ?a ex:n ?n BIND (CONCAT(STR(?n), "x") AS ?more) }'
    quiet = "CONSTRUCT { ?b ex:twin ?a } WHERE { ?a ex:twin ?b }"
    store = store_of("hue n one\nhue twin nara")
    with pytest.raises(OntologyError) as caught:
        apply_rules(store, rules(endless=endless, quiet=quiet))
    assert str(caught.value) == "The rules do not come to an end: endless."


def test_no_rules_derive_nothing() -> None:
    assert apply_rules(store_of("a p b"), []) == 0


@pytest.mark.parametrize(
    "body",
    [
        "?a ex:late ?b",
        "?a !ex:given ?b",
        "?a ?p ?b FILTER (STRENDS(STR(?p), 'late'))",
        "BIND (IRI(CONCAT('http://example.org/', 'late')) AS ?p) ?a ?p ?b",
        "GRAPH <https://w3id.org/dfgraph/id/graph/derived> { ?a ex:late ?b }",
    ],
)
def test_a_rule_runs_again_however_it_reads_what_a_later_rule_gives(body: str) -> None:
    """`first` stands before `late`: only a second run of it can see what `late` gives."""
    first = f"CONSTRUCT {{ ?a ex:seen ?b }} WHERE {{ {body} }}"
    late = "CONSTRUCT { ?a ex:late ?c } WHERE { ?a ex:given ?b . BIND (ex:c AS ?c) }"
    store = store_of("a given b")
    apply_rules(store, rules(first=first, late=late))
    assert any(" seen " in line for line in derived(store))


def every_round(store: GraphStore, texts: list[str]) -> set[str]:
    """All rules in every round, until nothing new comes: what the shortcut must equal."""
    while True:
        before = len(store)
        for text in texts:
            store.load_triples(store.query(text).serialize("nt"), ("", DERIVED))
        if len(store) == before:
            return set(store.dump("", "nt").decode().splitlines())


VARIABLES = ("?x", "?y", "?z")
THINGS = ("ex:a", "ex:b")
PREDICATES = ("ex:p", "ex:q", "ex:r")
terms = st.sampled_from(VARIABLES + THINGS)
paths = st.sampled_from((*PREDICATES, "^ex:p", "ex:q+", "ex:p/ex:r", "ex:p|ex:q", "!ex:r", "?v"))
patterns = st.tuples(terms, paths, terms).map(" ".join)


@st.composite
def random_rules(draw: st.DrawFn) -> str:
    """A rule of one to three patterns that makes no new names, so that it must come to an end."""
    body = draw(st.lists(patterns, min_size=1, max_size=3))
    bound = [v for v in VARIABLES if any(v in p for p in body)] or ["ex:a"]
    head = (
        f"{draw(st.sampled_from(bound))} {draw(st.sampled_from(PREDICATES))} {draw(st.sampled_from([*bound, 'ex:c']))}"
    )
    separator = draw(st.sampled_from([" . ", ".\n", "\n. # then\n"]))
    return f"CONSTRUCT {{ {head} }} WHERE {{ {separator.join(body)} }}"


@settings(deadline=None, max_examples=150)
@given(
    st.lists(random_rules(), min_size=1, max_size=4),
    st.sets(
        st.tuples(st.sampled_from("abcd"), st.sampled_from("pqr"), st.sampled_from("abcd")), min_size=1, max_size=5
    ),
)
def test_running_only_the_rules_that_are_due_loses_nothing(texts: list[str], facts: set[tuple[str, str, str]]) -> None:
    triples = "\n".join(" ".join(fact) for fact in sorted(facts))
    store = store_of(triples)
    apply_rules(store, rules(**{f"r{n}": text for n, text in enumerate(texts)}))
    assert set(store.dump("", "nt").decode().splitlines()) == every_round(store_of(triples), texts)
