from __future__ import annotations

import unicodedata

import pytest

from dfgraph import Project
from dfgraph.base.errors import QueryError
from dfgraph.base.names import DFG
from dfgraph.graph.query import find_of_class, find_one, search
from worlds import World

NAMES = """
- defaults: {evidence: {source: source/so-xa}}
- {kind: commune, id: commune/dong, code: "1", label: {vi: Đông, en: Dong}, alias: {vi: [xã Đông, làng Đông]}}
- {kind: commune, id: commune/dong-hai, code: "2", label: {vi: Đông Hải, en: Dong Hai}}
- {kind: commune, id: commune/dong-so, code: "3", label: {vi: Đống, en: Heap}}
- {kind: commune, id: commune/ha-dong, code: "4", label: {vi: Hà Đông, en: Ha Dong}}
- {kind: commune, id: commune/ladong, code: "5", label: {vi: Lađông, en: Ladong}}
- {kind: person, id: person/an, label: {vi: Nguyễn Văn An, en: Nguyen Van An}}
- {kind: person, id: person/binh, label: {vi: Đông, en: Mr Dong}}
"""


@pytest.fixture(scope="module")
def named(world: World) -> Project:
    project = world({"data/facts.yaml": NAMES})
    assert project.build().sound
    return project


def ids(project: Project, text: str, limit: int = 20) -> list[str]:
    return [hit.id for hit in search(project.store, text, limit)]


def test_names_are_found_best_first(named: Project) -> None:
    """Spelled just so; the same without marks; with a word that starts with it, the shorter first; containing it."""
    assert ids(named, "Đông") == [
        "commune/dong",
        "person/binh",
        "commune/dong-so",
        "commune/ha-dong",
        "commune/dong-hai",
        "commune/ladong",
    ]


def test_the_spelling_with_its_marks_comes_before_the_one_without(named: Project) -> None:
    assert ids(named, "Đống")[0] == "commune/dong-so"
    assert ids(named, "Đông")[0] == "commune/dong"


@pytest.mark.parametrize(
    "text", ["da nang", "DA NANG", "Đà Nẵng", "đà nẵng", unicodedata.normalize("NFD", "Đà Nẵng"), " Da  Nang "]
)
def test_marks_and_case_do_not_matter(shipped: Project, text: str) -> None:
    assert set(ids(shipped, text)[:2]) == {"province/da-nang", "province/da-nang-2025"}


def test_a_thing_is_found_once_by_its_best_name(named: Project) -> None:
    hits = [hit for hit in search(named.store, "xã Đông") if hit.id == "commune/dong"]
    assert [(hit.name, hit.label, hit.kind) for hit in hits] == [("xã Đông", ("Đông", "Dong"), ("Xã", "Commune"))]


def test_ids_count_as_names(named: Project) -> None:
    assert ids(named, "commune/dong-so")[0] == "commune/dong-so"
    assert ids(named, "dong-so")[0] == "commune/dong-so"


@pytest.mark.parametrize("text", ["", "   ", "!?", "xyzzy", "\x00"])
def test_nothing_is_found_for_nothing(named: Project, text: str) -> None:
    assert ids(named, text) == []


def test_no_more_than_asked_for(named: Project) -> None:
    assert len(ids(named, "dong", 3)) == 3


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("commune/dong", "commune/dong"),
        ("dong-hai", "commune/dong-hai"),
        ("Nguyễn Văn An", "person/an"),
        ("nguyen van an", "person/an"),
        ("LÀNG ĐÔNG", "commune/dong"),
        ("Đống", "commune/dong-so"),
        (unicodedata.normalize("NFD", "Hà Đông"), "commune/ha-dong"),
    ],
)
def test_one_thing_is_meant(named: Project, text: str, meant: str) -> None:
    assert find_one(named.store, text) == meant


def test_two_things_of_one_name_are_both_offered(named: Project) -> None:
    with pytest.raises(QueryError) as caught:
        find_one(named.store, "Đông")
    assert str(caught.value) == ("“Đông” may be several things. Choose one: commune/dong (Đông), person/binh (Đông).")


def test_what_is_near_is_offered(named: Project) -> None:
    with pytest.raises(QueryError) as caught:
        find_one(named.store, "Nguyễn")
    assert str(caught.value) == "There is no “Nguyễn”. Did you mean: person/an (Nguyễn Văn An)?"


def test_an_id_is_found_however_many_names_are_like_it(world: World) -> None:
    many = "".join(
        f"- {{kind: person, id: person/p{n}, label: {{vi: Hai {n}}}, evidence: {{source: source/so-xa}}}}\n"
        for n in range(12)
    )
    hai = "- {kind: commune, id: commune/hai, code: x, label: {vi: Xã số hai}, evidence: {source: source/so-xa}}\n"
    project = world({"data/facts.yaml": many + hai})
    project.build()
    assert find_one(project.store, "hai") == "commune/hai"


def test_a_thing_without_a_name_is_found_by_its_id(world: World) -> None:
    pact = "- {kind: pact, id: pact/x, party: An, evidence: {source: source/so-xa}}\n"
    an = "- {kind: person, id: person/an, label: {vi: An}, evidence: {source: source/so-xa}}\n"
    project = world({"data/facts.yaml": pact + an})
    project.build()
    assert find_one(project.store, "pact/x") == "pact/x"
    assert find_one(project.store, "x") == "pact/x"
    assert project.show("pact/x").id == "pact/x"


def test_a_thing_is_found_by_the_id_that_it_had(world: World) -> None:
    text = "- {kind: person, id: person/an, label: {vi: An}, evidence: {source: source/so-xa, former_id: person/a}}\n"
    withdrawn = text.replace("person/an", "person/b").replace("person/a}", "person/c, retracted: 2026-01-01}")
    b = "- {kind: person, id: person/b, label: {vi: B}, evidence: {source: source/so-xa}}\n"
    project = world({"data/facts.yaml": text + withdrawn + b})
    assert project.build().sound
    assert find_one(project.store, "person/a") == "person/an"
    assert find_one(project.store, "person/c") == "person/b"
    assert find_of_class(project.store, "person/a", AGENT) == ["person/an"]
    with pytest.raises(QueryError):
        find_of_class(project.store, "person/a", COMMUNE)


COMMUNE, AGENT, FIELD = DFG + "Commune", DFG + "Agent", DFG + "Field"


@pytest.mark.parametrize(
    ("text", "range_", "meant"),
    [
        ("dong", COMMUNE, ["commune/dong"]),
        ("commune/dong", COMMUNE, ["commune/dong"]),
        ("Đông", COMMUNE, ["commune/dong"]),
        ("dông", COMMUNE, ["commune/dong", "commune/dong-so"]),
        ("Đông", AGENT, ["commune/dong", "person/binh"]),
        ("an", AGENT, ["person/an"]),
        ("Thương mại", FIELD, ["field/trade"]),
        ("trade", FIELD, ["field/trade"]),
        ("buôn bán", FIELD, ["field/trade"]),
    ],
)
def test_things_of_a_class_by_name(named: Project, text: str, range_: str, meant: list[str]) -> None:
    assert find_of_class(named.store, text, range_) == meant


def test_a_thing_of_another_class_is_not_meant(named: Project) -> None:
    with pytest.raises(QueryError) as caught:
        find_of_class(named.store, "Nguyễn Văn An", COMMUNE)
    assert str(caught.value).startswith("There is no “Nguyễn Văn An” among 5 Commune.")
