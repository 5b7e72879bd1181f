"""`rename` and `merge`: every reference follows, however it is written, and the old id leads to the new one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dfgraph import Project
from worlds import World

Command = Callable[..., Any]
PEOPLE = """\
- defaults: {evidence: {source: source/bao-lang, speaker: person/an}}
- kind: person
  id: person/an  # person/an
  label: {vi: An, en: Ann}
- {kind: person, id: 'person/binh', label: {vi: Trần Bình}}
- {kind: person, id: person/binh-2, label: {vi: Bình}, alias: {vi: [B]}}
"""
PACTS = """\
- defaults: {evidence: {source: source/so-xa}}
- kind: pact
  party: ["person/an", dong]  # person/an and commune/dong
  signed: 2018
  text: {vi: Với person/an., en: With person/an.}
- kind: visit
  id: event/a
  label: {vi: Thăm}
  carries_out: pact/an--dong--2018
  visitor: [An, binh-2]
"""
COMMUNES = 'kind,id,label@vi,code,head,evidence.source\ncommune,commune/dong,"Đông",01,person/an,source/so-xa\n'


@pytest.fixture
def root(world: World) -> Path:
    files = {"data/people.yaml": PEOPLE, "data/pacts.yaml": PACTS, "data/communes.csv": COMMUNES}
    project = world(files)
    assert project.build().sound
    return project.places.root


def text(root: Path, name: str) -> str:
    return (root / "data" / name).read_text(encoding="utf-8")


def asked(root: Path, pattern: str) -> bool:
    return bool(Project.open(root).query(f"ASK {{ {pattern} }}"))


def test_references_follow_and_names_and_texts_stay(dfgraph: Command, root: Path) -> None:
    done = dfgraph("rename", "person/an", "person/le-an", "--project", root)
    assert (done.code, done.out) == (0, ""), done.err
    assert "Renamed person/an to person/le-an (change 1;" in done.err
    assert text(root, "people.yaml") == PEOPLE.replace("speaker: person/an", "speaker: person/le-an").replace(
        "id: person/an  # person/an\n  label: {vi: An, en: Ann}\n",
        "id: person/le-an  # person/an\n  label: {vi: An, en: Ann}\n  evidence: {former_id: person/an}\n",
    )
    assert text(root, "communes.csv") == COMMUNES.replace("person/an", "person/le-an")
    assert asked(root, "<commune/dong> dfg:head <person/le-an> . <event/a> dfg:visitor <person/le-an>")


def test_an_id_that_is_made_of_others_follows_them(dfgraph: Command, root: Path) -> None:
    assert dfgraph("rename", "an", "person/le-an", "--project", root).code == 0
    assert text(root, "pacts.yaml") == PACTS.replace('"person/an"', '"person/le-an"').replace(
        "pact/an--dong--2018", "pact/dong--le-an--2018"
    ).replace("en: With person/an.}\n", "en: With person/an.}\n  evidence: {former_id: pact/an--dong--2018}\n")
    assert asked(root, "<event/a> dfg:carriesOut <pact/dong--le-an--2018>")


def test_a_reference_by_the_end_of_an_id_follows(dfgraph: Command, root: Path) -> None:
    assert dfgraph("rename", "commune/dong", "commune/xa-dong", "--project", root).code == 0
    assert 'party: ["person/an", xa-dong]  # person/an and commune/dong\n' in text(root, "pacts.yaml")


def test_the_old_id_leads_to_the_thing(dfgraph: Command, root: Path) -> None:
    assert dfgraph("rename", "person/an", "person/le-an", "--project", root).code == 0
    assert "person/le-an" in dfgraph("show", "person/an", "--project", root).out
    assert "(Formerly: person/an)" in dfgraph("log", "person/an", "--project", root).out
    new = "- {kind: visit, id: event/b, label: {vi: B}, visitor: person/an, evidence: {source: source/so-xa}}\n"
    (root / "data" / "new.yaml").write_text(new, encoding="utf-8")
    assert Project.open(root).build().sound
    assert asked(root, "<event/b> dfg:visitor <person/le-an>")


def test_the_old_id_is_not_used_again(dfgraph: Command, root: Path) -> None:
    assert dfgraph("rename", "person/an", "person/le-an", "--project", root).code == 0
    done = dfgraph("rename", "person/binh", "person/an", "--project", root)
    assert done.err == "dfgraph: “person/an” is a former id of “person/le-an”. Choose another id.\n"
    new = "- {kind: person, id: person/an, label: {vi: C}, evidence: {source: source/so-xa}}\n"
    (root / "data" / "new.yaml").write_text(new, encoding="utf-8")
    found = [f for f in Project.open(root).check().findings if f.code == "facts/former-id"]
    assert [str(f.location) for f in found] == ["data/new.yaml:1:22"]
    assert found[0].message.en == "“person/an” is a former id of “person/le-an”."


def test_an_id_may_change_again_and_back(dfgraph: Command, root: Path) -> None:
    for new in ("person/b", "person/c"):
        assert dfgraph("rename", "an", new, "--project", root).code == 0
    assert "evidence: {former_id: [person/an, person/b]}\n" in text(root, "people.yaml")
    assert dfgraph("rename", "person/c", "person/an", "--project", root).code == 0
    assert "evidence: {former_id: [person/b, person/c]}\n" in text(root, "people.yaml")
    assert "person/an)" in dfgraph("show", "person/b", "--project", root).out


def test_an_id_that_was_made_of_fields_can_be_given(dfgraph: Command, root: Path) -> None:
    done = dfgraph("rename", "pact/an--dong--2018", "pact/cho-phien", "--project", root)
    assert done.code == 0, done.err
    assert "- kind: pact\n  id: pact/cho-phien\n  party:" in text(root, "pacts.yaml")
    assert "  carries_out: pact/cho-phien\n" in text(root, "pacts.yaml")


@pytest.mark.parametrize(
    ("verb", "arguments", "told"),
    [
        ("rename", ["person/an", "An"], "“An” is no id of the kind “person”. An id has lower-case letters"),
        ("rename", ["person/an", "commune/an"], "“commune/an” is no id of the kind “person”."),
        ("rename", ["person/an", "person/binh"], "There is a person/binh already. Is it the same thing? dfgraph merge"),
        ("rename", ["person/an", "person/an"], "There is a person/an already."),
        ("rename", ["person/x", "person/y"], "No record speaks of “person/x”."),
        ("merge", ["person/an", "person/an"], "“person/an” and “person/an” are one thing: person/an."),
        ("merge", ["person/an", "commune/dong"], "person/an is of kind person, commune/dong of kind commune."),
        ("merge", ["person/an", "person/bin"], "No record speaks of “person/bin”. Did you mean: person/binh"),
    ],
)
def test_what_cannot_be_is_told(dfgraph: Command, root: Path, verb: str, arguments: list[str], told: str) -> None:
    done = dfgraph(verb, *arguments, "--project", root)
    assert (done.code, done.out) == (3, "")
    assert told in done.err
    assert text(root, "people.yaml") == PEOPLE


def test_a_dry_run_writes_nothing(dfgraph: Command, root: Path) -> None:
    done = dfgraph("rename", "person/an", "person/le-an", "--dry-run", "--project", root)
    assert (done.code, done.out.count("\n+++ ")) == (0, 3)
    assert text(root, "people.yaml") == PEOPLE


def test_a_thing_that_was_entered_twice_becomes_one(dfgraph: Command, root: Path) -> None:
    done = dfgraph("merge", "person/binh-2", "person/binh", "--project", root)
    assert (done.code, done.out) == (0, ""), done.err
    expected = "id: person/binh, alias: {vi: [B, Bình]}, evidence: {former_id: person/binh-2}}\n"
    assert text(root, "people.yaml").endswith(expected)
    assert "visitor: [An, binh]\n" in text(root, "pacts.yaml")
    for name in ("B", "Bình"):
        assert asked(root, f"<person/binh> skos:altLabel '{name}'@vi")
    assert asked(root, "<person/binh> skos:prefLabel 'Trần Bình'@vi . <event/a> dfg:visitor <person/binh>")
    assert "(Person, person/binh)" in dfgraph("show", "person/binh-2", "--project", root).out


def test_what_was_renamed_is_undone_whole(dfgraph: Command, root: Path) -> None:
    before = {p.name: p.read_bytes() for p in (root / "data").iterdir() if p.is_file()}
    assert dfgraph("merge", "person/binh-2", "person/an", "--project", root).code == 0
    assert dfgraph("rename", "person/an", "person/le-an", "--project", root).code == 0
    assert dfgraph("undo", "--project", root).code == 0
    assert dfgraph("undo", 1, "--project", root).code == 0
    assert {p.name: p.read_bytes() for p in (root / "data").iterdir() if p.is_file()} == before
    assert asked(root, "<commune/dong> dfg:head <person/an>")
