"""Many `dfgraph add` at once, and killed at any moment: what was reported is there, in the files and in the graph."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from dfgraph import Project
from dfgraph.graph.build import build, prepare
from worlds import World

UNMEASURED = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
"""The environment without coverage, which would write files of its own for each process."""


@pytest.fixture
def project(world: World) -> Project:
    made = world({"data/people.yaml": "- {kind: person, id: person/an, label: {vi: An}, evidence: {source: so-xa}}\n"})
    assert made.build().sound
    return made


def adding(project: Project, name: str) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "-m",
        "dfgraph",
        "add",
        "person",
        "--id",
        f"person/{name}",
        "--label-vi",
        f"Người {name}",
    ]
    more = ["--source", "source/so-xa", "--force", "--lang", "en", "--project", str(project.places.root)]
    return subprocess.Popen([*command, *more], stdout=subprocess.PIPE, text=True, env=UNMEASURED)


def code_of(process: subprocess.Popen[str]) -> int:
    """The exit code of a process that ends by itself."""
    process.communicate(timeout=120)
    return process.returncode


def added(root: Path) -> list[str]:
    """The people of the graph, which says what the facts files say."""
    project = Project.open(root)
    assert not project.places.behind.exists()
    work = prepare(project.places.ontology, project.places.data, project.places.root)
    assert build(work).sound
    assert set(project.store.dump(None, "nq").splitlines()) == set(work.store.dump(None, "nq").splitlines())
    rows = project.store.rows("SELECT ?person { ?person a dfg:Person } ORDER BY ?person")
    return [str(person).rpartition("/")[2][:-1] for (person,) in rows]


def test_two_processes_at_once_lose_nothing(project: Project) -> None:
    def work(writer: str) -> None:
        done.update({name: code_of(adding(project, name)) for name in names if name.startswith(writer)})

    done: dict[str, int] = {}
    names = [f"{writer}{number}" for writer in "ab" for number in range(5)]
    writers = [threading.Thread(target=work, args=(writer,)) for writer in "ab"]
    for thread in writers:
        thread.start()
    for thread in writers:
        thread.join()
    assert done == dict.fromkeys(names, 0)
    assert added(project.places.root) == [*names[:5], "an", *names[5:]]
    assert len(project.journal()) == len(names)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of Unix")
def test_processes_killed_at_random_lose_nothing_that_they_reported(project: Project) -> None:
    chance = random.Random(5)
    started = time.perf_counter()
    assert code_of(adding(project, "b0")) == 0
    whole = time.perf_counter() - started
    reported = ["an", "b0"]
    for number in range(1, 13):
        process = adding(project, name := f"b{number}")
        time.sleep(whole * chance.uniform(0.3, 1.0))
        process.kill()
        if "Added" in process.communicate(timeout=60)[0]:
            reported.append(name)
    assert code_of(adding(project, "last")) == 0
    assert {*reported, "last"} <= set(added(project.places.root))
