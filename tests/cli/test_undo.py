"""`undo` and `log`: what was done can be read, taken back, and done again."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from worlds import World

Command = Callable[..., Any]
PEOPLE = "- {kind: person, id: person/an, label: {vi: An}, evidence: {source: source/so-xa, recorded: 2026-11-21}}\r\n"


@pytest.fixture
def root(world: World) -> Path:
    root = world({}).places.root
    (root / "data" / "people.yaml").write_bytes(PEOPLE.encode())
    return root


def people(root: Path) -> str:
    return (root / "data" / "people.yaml").read_bytes().decode()


def change(dfgraph: Command, root: Path, value: str) -> None:
    assert dfgraph("edit", "person/an", "--set", f"label@en={value}", "--project", root).code == 0


def test_the_last_change_is_taken_back_and_made_again(dfgraph: Command, root: Path) -> None:
    change(dfgraph, root, "A")
    changed = people(root)
    done = dfgraph("undo", "--project", root)
    assert done.err == "Took back change 1: Changed person/an: label@en=A (change 2; take it back: dfgraph undo).\n"
    assert (done.code, people(root)) == (0, PEOPLE)
    done = dfgraph("undo", "--project", root)
    assert done.err == "Made change 1 again: Changed person/an: label@en=A (change 3; take it back: dfgraph undo).\n"
    assert (done.code, people(root)) == (0, changed)
    assert dfgraph("undo", "--project", root).err.startswith("Took back change 1: ")
    assert people(root) == PEOPLE


def test_earlier_changes_are_taken_back_one_by_one(dfgraph: Command, root: Path) -> None:
    change(dfgraph, root, "A")
    change(dfgraph, root, "B")
    refused = dfgraph("undo", 1, "--project", root)
    told = "dfgraph: data/people.yaml has changed since change 1. Take the later changes back first.\n"
    assert refused == (3, "", told)
    assert dfgraph("undo", 2, "--project", root).code == 0
    assert dfgraph("undo", 1, "--project", root).code == 0
    assert people(root) == PEOPLE


def test_a_dry_run_shows_what_would_come_back(dfgraph: Command, root: Path) -> None:
    change(dfgraph, root, "A")
    done = dfgraph("undo", "--dry-run", "--project", root)
    assert (done.code, "label: {vi: An, en: A}" in people(root)) == (0, True)
    assert "\n+- {kind: person, id: person/an, label: {vi: An}, evidence:" in done.out


def test_what_changed_since_by_hand_is_not_taken_back(dfgraph: Command, root: Path) -> None:
    change(dfgraph, root, "A")
    (root / "data" / "people.yaml").write_bytes(people(root).encode() + b"# mine\n")
    assert dfgraph("undo", "--project", root).code == 3
    assert people(root).endswith("# mine\n")


def test_nothing_to_take_back(dfgraph: Command, root: Path) -> None:
    done = dfgraph("undo", "--project", root)
    assert done == (3, "", "dfgraph: Nothing has been changed yet. The journal begins with a change.\n")
    assert dfgraph("log", "--project", root) == (0, "", "Nothing has been changed yet.\n")
    change(dfgraph, root, "A")
    assert dfgraph("undo", 7, "--project", root) == (3, "", "dfgraph: There is no change 7. See: dfgraph log\n")


def test_taking_back_is_checked_too(dfgraph: Command, root: Path) -> None:
    assert dfgraph("rename", "person/an", "person/b", "--project", root).code == 0
    text = "- {kind: visit, id: event/a, label: {vi: A}, visitor: person/b, evidence: {source: source/so-xa}}\n"
    (root / "data" / "visit.yaml").write_text(text, encoding="utf-8")
    done = dfgraph("undo", "--project", root)
    assert done.code == 1
    assert "data/visit.yaml:1:55: error [facts/unknown-reference] There is no “person/b”" in done.err
    assert "id: person/b" in people(root)


def test_the_journal_and_the_history_of_a_thing(dfgraph: Command, root: Path) -> None:
    change(dfgraph, root, "A")
    assert dfgraph("retract", "person/an", "--because", "No", "--claim", 1, "--project", root).code == 0
    journal = dfgraph("log", "--project", root)
    assert (journal.code, journal.err) == (0, "")
    assert "Changed person/an: label@en=A" in journal.out
    assert "Retracted person/an: No" in journal.out
    told = dfgraph("log", "An", "--project", root).out
    assert "person/an" in told.splitlines()[0]
    assert "data/people.yaml:1" in told
    assert "2026-11-21" in told
    assert ": No" in told
    as_json = json.loads(dfgraph("log", "person/an", "--json", "--project", root).out)
    (claim,) = as_json["claims"]
    assert (claim["fields"], claim["source"], claim["recorded"]) == (["label"], "source/so-xa", "2026-11-21")
    assert claim["retracted_because"] == {"vi": "", "en": "No"}
    assert [c["verb"] for c in as_json["changes"]] == ["edit", "retract"]
    whole = json.loads(dfgraph("log", "--json", "--project", root).out)
    assert [c["number"] for c in whole] == [1, 2]
    assert whole[0]["files"] == ["data/people.yaml"]


def test_what_no_record_speaks_of_has_no_history(dfgraph: Command, root: Path) -> None:
    assert dfgraph("log", "person/am", "--project", root).err.startswith("dfgraph: No record speaks of “person/am”.")


def test_the_journal_is_no_facts_file(dfgraph: Command, root: Path) -> None:
    change(dfgraph, root, "A")
    (root / "data" / ".journal" / "a.yaml").write_text("- broken: [", encoding="utf-8")
    assert dfgraph("check", "--project", root).code == 0


HOLDS = """
import sys
from pathlib import Path
from dfgraph.project.changing import writing
from dfgraph.project.settings import Places
with writing(Places(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_change_waits_for_another_dfgraph(dfgraph: Command, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dfgraph.base.files._PATIENCE", 0.1)
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", HOLDS, str(root)], stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        done = dfgraph("edit", "person/an", "--set", "label@en=A", "--wait", "0.3", "--project", root)
        told = "Waiting for another dfgraph to finish writing…\ndfgraph: Another dfgraph is writing to "
        assert (done.code, done.err.startswith(told)) == (3, True)
        assert dfgraph("edit", "person/an", "--set", "label@en=A", "--dry-run", "--project", root).code == 0
        other.kill()
    assert people(root) == PEOPLE
    change(dfgraph, root, "A")


@pytest.mark.parametrize(
    "arguments", [("show", "person/an"), ("search", "an"), ("query", "ASK {}"), ("export",), ("view",), ("ask", "x")]
)
def test_who_reads_a_graph_that_is_behind_is_told(dfgraph: Command, root: Path, arguments: tuple[str, ...]) -> None:
    told = "The graph is behind the facts: run `dfgraph build`.\n"
    (root / "ontology" / "queries").mkdir(exist_ok=True)
    header = "# title: {vi: a, en: b}\n# group: x\n# columns: {s: {vi: a, en: b}}\n"
    (root / "ontology" / "queries" / "x.rq").write_text(f"{header}SELECT ?s {{ ?s a dfg:Person }}\n", encoding="utf-8")
    (root / "ontology" / "networks").mkdir(exist_ok=True)
    network = "# title: {vi: a, en: b}\nSELECT ?from { ?from a dfg:Person }\n"
    (root / "ontology" / "networks" / "n.rq").write_text(network, encoding="utf-8")
    change(dfgraph, root, "A")
    assert told not in dfgraph(*arguments, "--project", root).err
    (root / "output" / "behind").touch()
    assert told in dfgraph(*arguments, "--project", root).err
    assert dfgraph("build", "--project", root).code == 0
    assert told not in dfgraph(*arguments, "--project", root).err
