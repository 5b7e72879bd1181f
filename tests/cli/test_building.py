"""`build` and `check`: what they tell, and from which findings on they fail."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from worlds import World

Command = Callable[..., Any]
SOUND = "- {kind: person, id: person/an, label: {vi: An}, evidence: {source: source/so-xa}}\n"
REMARK = "- {kind: person, id: person/an, label: {vi: 'Huê\u0301'}, evidence: {source: source/so-xa}}\n"
WARNED = SOUND * 2
FAULTY = "- {kind: person, id: person/an, label: {vi: An}, evidence: {source: source/nowhere}}\n"


@pytest.mark.parametrize(
    ("facts", "fails"),
    [
        (SOUND, set()),
        (REMARK, {"info"}),
        (WARNED, {"info", "warning"}),
        (FAULTY, {"info", "warning", "error"}),
    ],
    ids=["sound", "info", "warning", "error"],
)
@pytest.mark.parametrize("level", ["info", "warning", "error", "never"])
@pytest.mark.parametrize("verb", ["check", "build"])
def test_fail_on(dfgraph: Command, world: World, verb: str, level: str, facts: str, fails: set[str]) -> None:
    root = world({"data/facts.yaml": facts}).places.root
    done = dfgraph(verb, "--fail-on", level, "--project", root)
    assert (done.code, done.out) == (int(level in fails), "")
    assert done.code == dfgraph(verb, "--fail-on", level, "--json", "--project", root).code


@pytest.mark.parametrize("verb", ["check", "build"])
def test_errors_alone_fail_unless_told(dfgraph: Command, world: World, verb: str) -> None:
    assert dfgraph(verb, "--project", world({"data/facts.yaml": WARNED}).places.root).code == 0
    assert dfgraph(verb, "--project", world({"data/facts.yaml": FAULTY}).places.root).code == 1


def test_check_writes_nothing(dfgraph: Command, world: World) -> None:
    project = world({"data/facts.yaml": SOUND})
    assert dfgraph("check", "--project", project.places.root).code == 0
    assert not project.places.output.exists()


def test_findings_as_json(dfgraph: Command, world: World) -> None:
    project = world({"data/facts.yaml": FAULTY})
    told = json.loads(dfgraph("check", "--json", "--project", project.places.root).out)
    assert told["findings"] == [
        {
            "code": "facts/unknown-reference",
            "severity": "error",
            "path": "data/facts.yaml",
            "line": 1,
            "column": 69,
            "subject": "person/an",
            "message": "There is no “source/nowhere” among Source.",
            "hint": told["findings"][0]["hint"],
        }
    ]
    assert told["counts"]["records"] == 3
    assert {"read", "check", "load", "rules", "validate"} <= set(told["seconds"])


def test_findings_in_vietnamese(dfgraph: Command, world: World) -> None:
    done = dfgraph("check", "--lang", "vi", "--project", world({"data/facts.yaml": FAULTY}).places.root)
    assert "data/facts.yaml:1:69: lỗi [facts/unknown-reference] Không có «source/nowhere» trong Nguồn." in done.err
    assert "1 lỗi, 0 cảnh báo, 0 lưu ý." in done.err


def test_a_finding_is_one_line_however_long(dfgraph: Command, world: World) -> None:
    name = "x" * 300
    done = dfgraph("check", "--project", world({"data/facts.yaml": f"- {{kind: {name}}}\n"}).places.root)
    assert [line for line in done.err.splitlines() if line.startswith("data/")] == [
        line for line in done.err.splitlines() if name in line
    ]


def test_markup_in_the_facts_is_shown_as_it_is(dfgraph: Command, world: World) -> None:
    done = dfgraph("check", "--project", world({"data/facts.yaml": "- {kind: '[bold]x[/nope]'}\n"}).places.root)
    assert "There is no kind “[bold]x[/nope]”." in done.err


def test_braces_in_the_facts_are_shown_as_they_are(dfgraph: Command, world: World) -> None:
    done = dfgraph("check", "--project", world({"data/facts.yaml": "- {kind: '{0} {x}'}\n"}).places.root)
    assert (done.code, "There is no kind “{0} {x}”." in done.err) == (1, True)


def test_a_build_with_errors_says_that_the_old_graph_stays(dfgraph: Command, world: World) -> None:
    done = dfgraph("build", "--project", world({"data/facts.yaml": FAULTY}).places.root)
    assert done.err.endswith("The graph that was there is unchanged.\n")


def test_the_steps_and_counts_are_told(dfgraph: Command, world: World) -> None:
    done = dfgraph("build", "--project", world({"data/facts.yaml": SOUND}).places.root)
    assert "2 files, 3 records, 3 things, 3 claims, 0 derived triples." in done.err
    assert re.search(
        r"Seconds: read \d.\d\d, check \d.\d\d, load \d.\d\d, rules \d.\d\d, validate \d.\d\d, write \d.\d\d\.",
        done.err,
    )


def test_an_ontology_that_cannot_be_used_is_one_line(dfgraph: Command, world: World) -> None:
    project = world({"ontology/shapes/broken.ttl": "dfgs:x a sh:NodeShape ."})
    done = dfgraph("build", "--project", project.places.root)
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert done.err.startswith(f"dfgraph: Broken Turtle at {project.places.ontology}/shapes/broken.ttl:1: ")


def test_a_build_after_a_change_does_and_tells_only_that(dfgraph: Command, world: World) -> None:
    project = world({"data/facts.yaml": SOUND})
    root = project.places.root
    assert "read " in dfgraph("build", "--project", root).err
    again = dfgraph("build", "--project", root)
    assert again.err.startswith("No record has changed since the last build. `dfgraph check` lists all ")
    (root / "data" / "facts.yaml").write_text(SOUND + REMARK.replace("/an", "/hue"), encoding="utf-8")
    told = json.loads(dfgraph("build", "--json", "--project", root).out)
    assert (told["changed"], told["counts"]["records"]) == (1, 4)
    assert [finding["code"] for finding in told["findings"]] == ["facts/not-nfc"]
    assert dfgraph("query", "ASK { <person/hue> a dfg:Person }", "--project", root).out == "yes\n"
    assert "read " in dfgraph("build", "--whole", "--project", root).err
