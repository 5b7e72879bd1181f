"""`edit` and `retract` as a person uses them: the file changes in one place, and the graph answers with it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dfgraph import Project
from worlds import World

Command = Callable[..., Any]
PEOPLE = """\
# People of the commune.
- defaults: {evidence: {source: source/bao-lang}}
- kind: person
  id: person/an  # the head
  label: {vi: An, en: An}
  evidence: {paragraph: 1}
- kind: person
  id: person/an
  alias: {vi: [Ẩn]}
  evidence: [{paragraph: 2}, {paragraph: 3, source: source/so-xa}]
- {kind: person, id: person/binh, label: {vi: Bình}}
"""
COMMUNES = """\
kind,id,label@vi,code,head,evidence.source
commune,commune/dong,"Đông, xã",01,person/an,source/so-xa
commune,commune/tay,Tây,02,,source/so-xa
"""


@pytest.fixture
def root(world: World) -> Path:
    project = world({"data/people.yaml": PEOPLE, "data/communes.csv": COMMUNES})
    assert project.build().sound
    return project.places.root


def people(root: Path) -> str:
    return (root / "data" / "people.yaml").read_text(encoding="utf-8")


def communes(root: Path) -> str:
    return (root / "data" / "communes.csv").read_text(encoding="utf-8")


def asked(root: Path, pattern: str) -> bool:
    return bool(Project.open(root).query(f"ASK {{ {pattern} }}"))


def test_a_value_changes_where_it_is_written_and_the_graph_answers(dfgraph: Command, root: Path) -> None:
    done = dfgraph("edit", "person/an", "--set", "label@en=Ann", "--project", root)
    told = "Changed person/an: label@en=Ann (change 1; take it back: dfgraph undo).\n"
    assert done == (0, "", told)
    assert people(root) == PEOPLE.replace("en: An}", "en: Ann}")
    assert asked(root, "<person/an> skos:prefLabel 'Ann'@en")
    assert not (root / "output" / "behind").exists()


def test_several_values_at_once(dfgraph: Command, root: Path) -> None:
    settings = ["alias=A | B", "evidence.page=7"]
    done = dfgraph("edit", "binh", *(a for s in settings for a in ("--set", s)), "--project", root)
    assert done.code == 0, done.err
    new = "- {kind: person, id: person/binh, label: {vi: Bình}, alias: {vi: [A, B]}, evidence: {page: 7}}\n"
    assert people(root).endswith(new)


def test_a_value_is_taken_away(dfgraph: Command, root: Path) -> None:
    assert dfgraph("edit", "An", "--set", "label@en=", "--project", root).code == 0
    assert people(root) == PEOPLE.replace(", en: An", "")


def test_one_cell_of_a_table_changes(dfgraph: Command, root: Path) -> None:
    done = dfgraph("edit", "commune/dong", "--set", "head=Bình", "--set", "population=12", "--project", root)
    assert done.code == 0, done.err
    assert communes(root) == (
        "kind,id,label@vi,code,head,evidence.source,population\n"
        'commune,commune/dong,"Đông, xã",01,Bình,source/so-xa,12\n'
        "commune,commune/tay,Tây,02,,source/so-xa,\n"
    )
    assert asked(root, "<commune/dong> dfg:head <person/binh> ; dfg:population 12")


def test_a_dry_run_shows_the_difference_and_writes_nothing(dfgraph: Command, root: Path) -> None:
    done = dfgraph("edit", "person/an", "--set", "label@en=Ann", "--dry-run", "--project", root)
    assert (done.code, done.err) == (0, "Shown only: nothing was written.\n")
    assert done.out == (
        "--- a/data/people.yaml\n+++ b/data/people.yaml\n@@ -2,7 +2,7 @@\n"
        " - defaults: {evidence: {source: source/bao-lang}}\n - kind: person\n   id: person/an  # the head\n"
        "-  label: {vi: An, en: An}\n+  label: {vi: An, en: Ann}\n"
        "   evidence: {paragraph: 1}\n - kind: person\n   id: person/an\n"
    )
    assert people(root) == PEOPLE
    assert not (root / "data" / ".journal").exists()


def test_what_is_so_already_is_no_change(dfgraph: Command, root: Path) -> None:
    done = dfgraph("edit", "person/an", "--set", "label@en=An", "--project", root)
    assert done == (0, "", "There is nothing to change: it is so already.\n")
    assert not (root / "data" / ".journal").exists()


def test_as_json(dfgraph: Command, root: Path) -> None:
    done = dfgraph("edit", "person/an", "--set", "label@en=Ann", "--project", root, "--json")
    told = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert told.pop("diff").count("\n+") == 2
    assert told == {
        "verb": "edit",
        "ids": ["person/an"],
        "told": "Changed person/an: label@en=Ann",
        "files": ["data/people.yaml"],
        "written": True,
        "number": 1,
        "current": True,
        "refused": [],
        "findings": [],
    }


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["person/ann", "--set", "label=x"], 3, "No record speaks of “person/ann”. Did you mean: person/an"),
        (["person/an", "--set", "lable=x"], 3, "The kind “person” has no field “lable”. Did you mean label?"),
        (["field/trade", "--set", "label=x"], 3, "“field/trade” is of the ontology. Change it in ontology/."),
        (["person/an", "--set", "label"], 2, "“label” must be FIELD=VALUE"),
        (["person/an"], 2, "--set is missing"),
        (["person/an", "--set", "alias=x", "--claim", "9"], 3, "person/an has no record “9”. Choose one: --claim 1: "),
        (["person/an", "--set", "alias=x", "--record", "b:1"], 3, "person/an has no record “b:1”."),
        (["dong", "--set", "population=many"], 1, "data/communes.csv:2:7: error [facts/wrong-type] “many” is not"),
        (["dong", "--set", "head=Binnh"], 1, "There is no “Binnh” among Person. Did you mean person/binh?"),
        (["dong", "--set", "code="], 1, "[shape/min-count]"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    dfgraph: Command, root: Path, arguments: list[str], code: int, told: str
) -> None:
    done = dfgraph("edit", *arguments, "--project", root)
    assert (done.code, done.out) == (code, "")
    assert told in done.err
    assert (people(root), communes(root)) == (PEOPLE, COMMUNES)
    assert not (root / "data" / ".journal").exists()


def test_a_name_of_several_things_lists_them(dfgraph: Command, world: World) -> None:
    text = "- {kind: person, id: person/a, label: {vi: An}, evidence: {source: source/so-xa}}\n"
    root = world({"data/a.yaml": text + text.replace("person/a", "person/b")}).places.root
    done = dfgraph("edit", "An", "--set", "label=B", "--project", root)
    assert done == (3, "", "dfgraph: “An” may be several things. Choose one: person/a, person/b.\n")


def test_a_field_that_several_records_could_take_asks_which(dfgraph: Command, root: Path) -> None:
    done = dfgraph("edit", "person/an", "--set", "evidence.page=3", "--project", root)
    assert (done.code, done.err) == (
        3,
        "dfgraph: There are several records to add “evidence.page” to. Choose one: "
        "--claim 1: data/people.yaml:3 (source/bao-lang); --claim 2: data/people.yaml:7 (source/bao-lang); "
        "--claim 3: data/people.yaml:7 (source/so-xa).\n",
    )
    assert dfgraph("edit", "person/an", "--set", "evidence.page=3", "--claim", 3, "--project", root).code == 0
    assert "evidence: [{paragraph: 2}, {paragraph: 3, source: source/so-xa, page: 3}]\n" in people(root)
    done = dfgraph("edit", "person/an", "--set", "evidence.page=4", "--record", "people.yaml:5", "--project", root)
    assert done.code == 0, done.err
    assert "evidence: {paragraph: 1, page: 4}\n" in people(root)


def test_errors_that_were_there_before_do_not_forbid_a_change(dfgraph: Command, root: Path) -> None:
    bad = "- {kind: person, id: person/chi, label: {vi: Chi}, age: 3, evidence: {source: source/so-xa}}\n"
    (root / "data" / "bad.yaml").write_text(bad * 2, encoding="utf-8")
    done = dfgraph("edit", "person/an", "--set", "label@en=Ann", "--project", root)
    assert done.code == 0
    assert "The facts are written, but the graph is behind" in done.err
    assert (root / "output" / "behind").exists()
    assert people(root) != PEOPLE


def test_a_file_that_is_not_utf_8_is_named_where_a_thing_is_missing(dfgraph: Command, root: Path) -> None:
    (root / "data" / "people.yaml").write_bytes(PEOPLE.encode("utf-16"))
    done = dfgraph("edit", "person/an", "--set", "label=x", "--project", root)
    assert done.code == 3
    assert "Some files cannot be read whole: data/people.yaml" in done.err


def test_a_read_only_file_stays(dfgraph: Command, root: Path) -> None:
    (root / "data" / "people.yaml").chmod(0o444)
    done = dfgraph("edit", "person/an", "--set", "label@en=Ann", "--project", root)
    assert (done.code, people(root)) == (3, PEOPLE)
    assert done.err.endswith("people.yaml is read-only. Allow writing to the file and run it again.\n")


def test_a_value_that_cannot_be_changed_by_itself_is_left_to_the_person(dfgraph: Command, root: Path) -> None:
    done = dfgraph("edit", "commune/dong", "--set", "code=a | b", "--project", root)
    assert done.code == 3
    assert "communes.csv:2 cannot be changed" in done.err
    assert done.err.endswith("Change it by hand in the file.\n")


# Withdrawing


def test_claims_are_withdrawn_with_the_reason_and_stay_in_the_file(dfgraph: Command, root: Path) -> None:
    today = date.today().isoformat()
    done = dfgraph("retract", "commune/tay", "--because", "No such commune, as it turned out", "--project", root)
    assert done.code == 0, done.err
    assert communes(root) == (
        "kind,id,label@vi,code,head,evidence.source,evidence.retracted,evidence.retracted_because@en\n"
        'commune,commune/dong,"Đông, xã",01,person/an,source/so-xa,,\n'
        f'commune,commune/tay,Tây,02,,source/so-xa,{today},"No such commune, as it turned out"\n'
    )
    assert not asked(root, "<commune/tay> ?property ?value")
    again = dfgraph("retract", "commune/tay", "--because", "x", "--project", root)
    assert again == (3, "", "dfgraph: commune/tay has been retracted already. See: dfgraph log commune/tay\n")


def test_one_claim_of_several_is_withdrawn(dfgraph: Command, root: Path) -> None:
    today = date.today().isoformat()
    arguments = ["person/an", "--because", "Chép nhầm", "--lang", "vi", "--project", root]
    done = dfgraph("retract", *arguments, "--claim", 2)
    assert done.code == 0, done.err
    assert "Rút person/an [data/people.yaml:7 (source/bao-lang)]: Chép nhầm" in done.err
    piece = f"{{paragraph: 2, retracted: {today}, retracted_because: {{vi: Chép nhầm}}}}"
    assert f"  evidence: [{piece}, {{paragraph: 3, source: source/so-xa}}]\n" in people(root)
    assert asked(root, "<person/an> skos:altLabel 'Ẩn'@vi")
    assert dfgraph("retract", *arguments, "--record", "data/people.yaml:8").code == 0
    assert people(root).count("Chép nhầm") == 2
    assert not asked(root, "<person/an> skos:altLabel 'Ẩn'@vi")


def test_what_others_speak_of_cannot_be_withdrawn_alone(dfgraph: Command, root: Path) -> None:
    done = dfgraph("retract", "person/an", "--because", "x", "--project", root)
    assert (done.code, people(root)) == (1, PEOPLE)
    assert re.search(r"communes.csv:2:\d: error \[shape/class\]", done.err)
    assert done.err.endswith("Nothing was written: the change would bring errors in.\n")
