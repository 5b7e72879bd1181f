"""A build takes effect whole or not at all, whatever stops it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dfgraph import Project
from dfgraph.base.errors import DfgraphError, ProjectError, StoreError
from dfgraph.base.files import locked
from dfgraph.project.settings import Manifest
from worlds import World, copy_project, write_files

OLD = "- {kind: person, id: person/an, label: {vi: Cũ}, evidence: {source: source/so-xa}}\n"
NEW = "- {kind: person, id: person/an, label: {vi: Mới}, evidence: {source: source/so-xa}}\n"
FAULTY = "- {kind: person, id: person/an, label: {vi: Sai}, evidence: {source: source/nowhere}}\n"


@pytest.fixture
def built(world: World) -> Project:
    """A project whose graph says `Cũ`, and whose facts say `Mới` since."""
    project = world({"data/facts.yaml": OLD})
    assert project.build().sound
    write_files(project.places.root, {"data/facts.yaml": NEW})
    return project


def name_in(root: Path) -> str:
    """The name that the graph on disk has for the person, as a new reader sees it."""
    rows = Project.open(root).query("SELECT ?name { <person/an> skos:prefLabel ?name }").serialize("csv")
    return rows.decode().split("\r\n")[1]


def stores(root: Path) -> list[str]:
    return sorted(folder.name for folder in (root / "output" / "store").iterdir())


def test_a_build_puts_the_new_graph_in_place_of_the_old_one(built: Project) -> None:
    root = built.places.root
    assert name_in(root) == "Cũ"
    Project.open(root).build()
    assert name_in(root) == "Mới"
    assert stores(root) == [Manifest.read(built.places.manifest).store]
    assert sorted(p.name for p in (root / "output").iterdir()) == [".lock", "build.json", "built", "store"]


def test_the_same_project_object_sees_what_it_built(built: Project) -> None:
    query = "ASK { <person/an> skos:prefLabel 'Mới'@vi }"
    assert not bool(built.query(query))
    built.build()
    assert bool(built.query(query))
    assert built.manifest == Manifest.read(built.places.manifest)


def test_building_again_without_a_change_is_safe(built: Project) -> None:
    root = built.places.root
    for _ in range(3):
        Project.open(root).build()
        assert name_in(root) == "Mới"
        assert len(stores(root)) == 1


def test_a_reader_that_has_the_old_graph_open_goes_on_reading_it(built: Project) -> None:
    reader = Project.open(built.places.root)
    query = "SELECT ?name { <person/an> skos:prefLabel ?name }"
    assert reader.query(query).serialize("csv").decode() == "name\r\nCũ\r\n"
    Project.open(built.places.root).build()
    assert reader.query(query).serialize("csv").decode() == "name\r\nCũ\r\n"


def test_an_error_in_the_facts_leaves_the_old_graph(built: Project) -> None:
    root = built.places.root
    write_files(root, {"data/facts.yaml": FAULTY})
    report = Project.open(root).build()
    assert [f.code for f in report.findings] == ["facts/unknown-reference"]
    assert name_in(root) == "Cũ"


def test_an_error_in_the_ontology_leaves_the_old_graph(built: Project) -> None:
    root = built.places.root
    write_files(root, {"ontology/shapes/broken.ttl": "dfgs:x a sh:NodeShape ."})
    with pytest.raises(DfgraphError):
        Project.open(root).build()
    assert name_in(root) == "Cũ"


def test_facts_that_cannot_be_read_leave_the_old_graph(built: Project) -> None:
    root = built.places.root
    (root / "data" / "gone.yaml").symlink_to(root / "nowhere.yaml")
    report = Project.open(root).build()
    assert [(f.code, str(f.location)) for f in report.findings] == [("facts/unreadable", "data/gone.yaml")]
    assert name_in(root) == "Cũ"


def test_facts_that_vanish_while_they_are_read(built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    read_bytes = Path.read_bytes

    def vanishing(path: Path) -> bytes:
        if path.name == "facts.yaml":
            path.unlink(missing_ok=True)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", vanishing)
    report = Project.open(built.places.root).build(whole=True)
    assert [f.code for f in report.findings] == ["facts/unreadable"]
    monkeypatch.undo()
    assert name_in(built.places.root) == "Cũ"


UNMEASURED = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
"""The environment without coverage, which writes files of its own and hangs in its own lock when Ctrl-C comes there."""

STEPS = ["read", "check", "load", "rules", "validate", "write"]
STOPPED = """
import os, signal, sys
from dfgraph.cli.main import main
from dfgraph.graph.store import GraphStore
from dfgraph.project import keep as keeping, project, settings

moment, number, root = sys.argv[1], int(sys.argv[2]), sys.argv[3]
stop = lambda: os.kill(os.getpid(), number)
build, keep, write = project.Project.build, keeping.keep_on_disk, settings.Manifest.write
dump_to = GraphStore.dump_to

def stopped_build(self, progress=None, *, whole=False):
    return build(self, lambda step: stop() if step == moment else None, whole=whole)

def stopped_keep(folder, quads):
    keep(folder, quads)
    if moment == "kept":
        stop()

def stopped_dump(self, path, graph):
    dump_to(self, path, graph)
    if moment == "half" and graph is None:
        stop()

def stopped_write(self, path):
    write(self, path)
    if moment == "told":
        stop()

project.Project.build, keeping.keep_on_disk, settings.Manifest.write = stopped_build, stopped_keep, stopped_write
GraphStore.dump_to = stopped_dump
main(["build", "--whole", "--project", root, "--lang", "en"])
"""
"""`dfgraph build` that sends itself a signal: when a step begins, amid writing, before and after it counts."""


def stop_at(moment: str, number: int, root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", STOPPED, moment, str(number), str(root)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env=UNMEASURED)


@pytest.mark.parametrize("moment", [*STEPS, "half", "kept"])
def test_ctrl_c_leaves_the_old_graph_and_nothing_else(built: Project, moment: str) -> None:
    root = built.places.root
    before = stores(root)
    done = stop_at(moment, signal.SIGINT, root)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.strip() == "Stopped; what was there before is untouched."
    assert name_in(root) == "Cũ"
    assert stores(root) == before


def test_ctrl_c_at_the_moment_it_counts_leaves_one_whole_graph(built: Project) -> None:
    """The manifest is in place and names the new graph: that graph must not be taken away any more."""
    done = stop_at("told", signal.SIGINT, built.places.root)
    assert done.returncode in (0, 130)
    assert name_in(built.places.root) == "Mới"


@pytest.mark.parametrize(
    ("moment", "name"), [*((step, "Cũ") for step in STEPS), ("half", "Cũ"), ("kept", "Cũ"), ("told", "Mới")]
)
def test_kill_leaves_a_whole_graph_and_the_next_build_cleans_up(built: Project, moment: str, name: str) -> None:
    root = built.places.root
    assert stop_at(moment, signal.SIGKILL, root).returncode == -signal.SIGKILL
    assert name_in(root) == name
    write_files(root, {"data/facts.yaml": NEW.replace("Mới", "Mới hơn")})
    assert Project.open(root).build().sound
    assert name_in(root) == "Mới hơn"
    assert len(stores(root)) == 1
    assert sorted(p.name for p in (root / "output").iterdir()) == [".lock", "build.json", "built", "store"]


@pytest.mark.parametrize("delay", [0.3, 0.6, 1.0, 1.5])
def test_ctrl_c_at_any_time_leaves_a_whole_graph(shipped: Project, tmp_path: Path, delay: float) -> None:
    root = copy_project(tmp_path)
    shutil.copytree(shipped.places.output, root / "output")
    command = [sys.executable, "-m", "dfgraph", "build", "--project", str(root)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=UNMEASURED) as process:
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        try:
            _, told = process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    # While the interpreter starts or ends there is nothing of ours that could catch it.
    if ", in run\n" in told or "Traceback" not in told:
        assert "Traceback" not in told
        assert process.returncode in (0, 130, -signal.SIGINT)
    assert len(Project.open(root).store) == len(shipped.store)


FULL = """
import resource, sys
from dfgraph.cli.main import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
main(["build", "--whole", "--project", sys.argv[2], "--lang", "en"])
"""
"""`dfgraph build` where no file may grow beyond so many bytes, as on a disk that is full."""


@pytest.mark.parametrize("room", [0, 100, 5_000, 50_000, 400_000])
def test_a_full_disk_is_one_line_and_leaves_the_old_graph(shipped: Project, tmp_path: Path, room: int) -> None:
    root = copy_project(tmp_path)
    shutil.copytree(shipped.places.output, root / "output")
    before = stores(root)
    command = [sys.executable, "-c", FULL, str(room), str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env=UNMEASURED)
    assert (done.returncode, done.stdout) == (3, ""), done.stderr
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("dfgraph: Cannot ")
    assert "Traceback" not in done.stderr
    assert len(Project.open(root).store) == len(shipped.store)
    assert stores(root) == before


def test_a_second_build_at_the_same_time_is_told_to_wait(built: Project) -> None:
    with locked(built.places.lock), pytest.raises(ProjectError) as caught:
        Project.open(built.places.root).build()
    assert str(caught.value) == (
        f"Another dfgraph is writing to {built.places.output}. Wait until it is done and run it again."
    )
    assert Project.open(built.places.root).build().sound


def test_a_build_does_not_keep_readers_and_checks_waiting(built: Project) -> None:
    with locked(built.places.lock):
        assert name_in(built.places.root) == "Cũ"
        assert Project.open(built.places.root).check().sound


def test_two_builds_that_race_leave_one_whole_graph(built: Project) -> None:
    root = built.places.root
    command = [sys.executable, "-m", "dfgraph", "build", "--project", str(root), "--lang", "en"]
    racing = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    told = [process.communicate(timeout=60)[1] for process in racing]
    assert {process.returncode for process in racing} <= {0, 3}
    assert 0 in {process.returncode for process in racing}
    for process, err in zip(racing, told, strict=True):
        if process.returncode == 3:
            assert err.startswith("dfgraph: Another dfgraph is writing to ")
            assert err.count("\n") == 1
    assert name_in(root) == "Mới"
    assert len(stores(root)) == 1


def test_an_output_that_is_a_file_is_one_line(world: World) -> None:
    project = world({"data/facts.yaml": OLD, "output": "in the way"})
    with pytest.raises(DfgraphError) as caught:
        project.build()
    assert str(project.places.output) in str(caught.value)


def test_check_needs_no_graph_and_leaves_none(world: World) -> None:
    project = world({"data/facts.yaml": OLD})
    assert project.check().sound
    assert not project.places.output.exists()


def test_a_store_that_was_deleted_is_one_line_with_a_remedy(built: Project) -> None:
    shutil.rmtree(built.places.stores)
    with pytest.raises(StoreError) as caught:
        name_in(built.places.root)
    assert str(caught.value).startswith("Cannot open the graph in ")
    assert str(caught.value).endswith("Run `dfgraph build`.")
    assert Project.open(built.places.root).build().sound
    assert name_in(built.places.root) == "Mới"


@pytest.mark.parametrize("victim", ["CURRENT", "MANIFEST-*", "*.sst"])
def test_a_store_that_is_damaged_is_one_line_with_a_remedy(built: Project, victim: str) -> None:
    (folder,) = built.places.stores.iterdir()
    for file in folder.glob(victim):
        file.write_bytes(b"")
    with pytest.raises(StoreError) as caught:
        name_in(built.places.root)
    assert str(caught.value).endswith("Run `dfgraph build`.")
    assert Project.open(built.places.root).build().sound
    assert name_in(built.places.root) == "Mới"
