"""Several facts files change together or not at all, whatever stops it: kill -9, a full disk, another writer."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dfgraph.base.errors import ChangeError, DfgraphError, ProjectError
from dfgraph.base.language import Text
from dfgraph.project import changing
from dfgraph.project.changing import Change, commit, read_text, recover, taken_back, writing
from dfgraph.project.journal import read_journal
from dfgraph.project.settings import Places
from telling import spoken

TOLD = Text("Sửa", "Changed")
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and links are of Unix")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Two facts files and a third that is not there yet."""
    (tmp_path / "data" / "facts").mkdir(parents=True)
    (tmp_path / "data" / "a.yaml").write_bytes(b"# a\r\n- {kind: a}\r\n")
    (tmp_path / "data" / "facts" / "b.csv").write_bytes("\ufeffkind\nđ\n".encode())
    return Places(tmp_path)


OLD = {"data/a.yaml": "# a\r\n- {kind: a}\r\n", "data/facts/b.csv": "\ufeffkind\nđ\n", "data/new/c.yaml": None}
NEW = {
    "data/a.yaml": "# a\r\n- {kind: z}\r\n",
    "data/facts/b.csv": "\ufeffkind\nđ\ne\n",
    "data/new/c.yaml": "- {kind: c}\n",
}


def texts(places: Places) -> dict[str, str | None]:
    return {name: read_text(places.root / name) for name in OLD}


def changes(places: Places, new: dict[str, str | None] | None = None) -> list[Change]:
    return [Change(places.root / name, text) for name, text in (new or dict(NEW)).items()]


def strays(places: Places) -> list[str]:
    known = {*OLD, "output/.lock", "output/behind"}
    files = {p.relative_to(places.root).as_posix() for p in places.root.rglob("*") if p.is_file()}
    return sorted(name for name in files - known if not name.startswith("data/.journal/0"))


def test_several_files_change_and_the_journal_says_so(places: Places) -> None:
    with writing(places):
        entry = commit(places, changes(places), verb="edit", told=TOLD, ids=["a/b"])
    assert texts(places) == NEW
    assert read_journal(places.journal) == [entry]
    assert (entry.number, entry.verb, entry.told, entry.ids, entry.undoes) == (1, "edit", TOLD, ("a/b",), None)
    assert [file.path for file in entry.files] == list(OLD)
    assert strays(places) == []
    assert places.behind.exists()


def test_a_change_can_be_taken_back_and_made_again(places: Places) -> None:
    first = commit(places, changes(places), verb="edit", told=TOLD, ids=[])
    second = commit(places, taken_back(places, first), verb="undo", told=TOLD, ids=[], undoes=1)
    assert texts(places) == OLD
    assert second.undoes == 1
    commit(places, taken_back(places, second), verb="undo", told=TOLD, ids=[], undoes=2)
    assert texts(places) == NEW
    assert [e.number for e in read_journal(places.journal)] == [1, 2, 3]


def test_a_change_is_not_taken_back_from_a_file_that_changed_since(places: Places) -> None:
    entry = commit(places, changes(places), verb="edit", told=TOLD, ids=[])
    (places.root / "data" / "a.yaml").write_text("mine\n")
    with pytest.raises(ChangeError) as caught:
        taken_back(places, entry)
    assert spoken(caught.value.message).en == "data/a.yaml has changed since change 1."
    assert spoken(caught.value.remedy)


def test_a_file_that_changed_meanwhile_is_left_alone(places: Places) -> None:
    path = places.root / "data" / "a.yaml"
    with pytest.raises(ChangeError) as caught:
        commit(places, [Change(path, "new", was="something else")], verb="edit", told=TOLD, ids=[])
    assert spoken(caught.value.message).en == f"{path} has changed meanwhile."
    assert (texts(places), read_journal(places.journal)) == (OLD, [])


def test_a_file_that_stays_as_it_is_is_not_in_the_journal(places: Places) -> None:
    same = {**OLD, "data/a.yaml": "other\n"}
    entry = commit(places, changes(places, same), verb="edit", told=TOLD, ids=[])
    assert [file.path for file in entry.files] == ["data/a.yaml"]


@UNIX
def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(places: Places) -> None:
    real, link = places.root / "real.yaml", places.root / "data" / "link.yaml"
    real.write_text("old\n")
    real.chmod(0o600)
    link.symlink_to(real)
    commit(places, [Change(link, "new\n")], verb="edit", told=TOLD, ids=[])
    assert link.is_symlink()
    assert real.read_text() == "new\n"
    assert real.stat().st_mode & 0o777 == 0o600


@UNIX
def test_a_read_only_file_is_refused_before_anything_changes(places: Places) -> None:
    path = places.root / "data" / "facts" / "b.csv"
    path.chmod(0o444)
    with pytest.raises(ChangeError) as caught:
        commit(places, changes(places), verb="edit", told=TOLD, ids=[])
    assert spoken(caught.value.message).en == f"{path} is read-only."
    assert (texts(places), read_journal(places.journal), strays(places)) == (OLD, [], [])


def test_a_file_that_is_not_utf_8_is_told(places: Places) -> None:
    path = places.root / "data" / "a.yaml"
    path.write_bytes(b"- {kind: \xff}\n")
    with pytest.raises(ChangeError, match=r"is not UTF-8 \(byte 10\). Save the file again as UTF-8.") as caught:
        commit(places, changes(places), verb="edit", told=TOLD, ids=[])
    assert spoken(caught.value.message)


def test_a_write_that_the_system_refuses_leaves_every_file_as_it_was(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = changing._put
    done: list[Path] = []

    def refusing(path: Path, text: str | None) -> None:
        if len(done) == 1:
            done.append(path)
            raise OSError(28, "No space left on device", str(path))
        done.append(path)
        put(path, text)

    monkeypatch.setattr(changing, "_put", refusing)
    with pytest.raises(DfgraphError, match=r"No space left on device\. Free some disk space"):
        commit(places, changes(places), verb="edit", told=TOLD, ids=[])
    assert (texts(places), read_journal(places.journal), strays(places)) == (OLD, [], [])
    assert recover(places) is None


def test_nothing_is_recovered_where_nothing_was_stopped(places: Places) -> None:
    assert recover(places) is None
    commit(places, changes(places), verb="edit", told=TOLD, ids=[])
    assert recover(places) is None


DIES = """
import os, signal, sys
from pathlib import Path
from dfgraph.base.language import Text
from dfgraph.project.changing import Change, commit, writing
from dfgraph.project.settings import Places

root, fatal, new = Path(sys.argv[1]), int(sys.argv[2]), eval(sys.argv[3])
count = 0

def deadly(function):
    def call(*arguments, **more):
        global count
        count += 1
        if count == fatal:
            if function is write_bytes:
                function(arguments[0], arguments[1][:3])
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **more)
    return call

write_bytes = Path.write_bytes
for owner, name in ((os, "fsync"), (Path, "replace"), (Path, "write_bytes"), (Path, "chmod"), (Path, "mkdir")):
    setattr(owner, name, deadly(getattr(owner, name)))
with writing(Places(root)):
    commit(Places(root), [Change(root / n, t) for n, t in new.items()], verb="edit", told=Text("a", "b"), ids=[])
print("done", flush=True)
"""
"""Makes the change in a process that kills itself at one of its effects on the disk, amid a write where it is one."""


def dies(places: Places, fatal: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", DIES, str(places.root), str(fatal), repr(NEW)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@UNIX
def test_kill_at_any_point_leaves_all_or_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    outcomes = []
    for fatal in range(1, 100):
        root = tmp_path_factory.mktemp("killed")
        (root / "data" / "facts").mkdir(parents=True)
        for name, text in OLD.items():
            if text is not None:
                (root / name).write_bytes(text.encode())
        places = Places(root)
        done = dies(places, fatal)
        with writing(places):
            recovered = recover(places)
        assert recovered is None
        found = texts(places)
        assert found in (OLD, NEW)
        assert len(read_journal(places.journal)) == (found == NEW)
        assert strays(places) == []
        outcomes.append(found == NEW)
        if done.returncode == 0:
            assert (done.stdout, found) == ("done\n", NEW)
            break
        assert done.returncode == -signal.SIGKILL
    assert outcomes == sorted(outcomes)
    assert outcomes.count(False) >= 5
    assert outcomes.count(True) >= 8


@UNIX
def test_a_stopped_change_is_not_forced_on_a_file_that_another_hand_changed(places: Places) -> None:
    pending = places.journal / "pending.json"
    for fatal in range(1, 100):
        dies(places, fatal)
        if pending.exists() and texts(places)["data/a.yaml"] == NEW["data/a.yaml"]:
            break
        recover(places)
        for name, text in OLD.items():
            (places.root / name).unlink(missing_ok=True)
            if text is not None:
                (places.root / name).write_bytes(text.encode())
    (places.root / "data" / "facts" / "b.csv").write_text("mine\n")
    with pytest.raises(ChangeError) as caught:
        recover(places)
    assert spoken(caught.value.message).en.endswith(
        f"was stopped half-way, and {places.root / 'data/facts/b.csv'} has changed since."
    )
    assert "data/.journal/pending.json" in spoken(caught.value.remedy).en
    assert (places.root / "data" / "facts" / "b.csv").read_text() == "mine\n"


ADDS = """
import sys
from pathlib import Path
from dfgraph.base.language import Text
from dfgraph.project.changing import Change, commit, read_text, writing
from dfgraph.project.settings import Places

places, name, times = Places(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
paths = [places.data / "a.yaml", places.data / "facts" / "b.csv"]
for number in range(times):
    with writing(places):
        old = {path: read_text(path) or "" for path in paths}
        new = [Change(path, text + f"{name}-{number}\\n", text) for path, text in old.items()]
        commit(places, new, verb="add", told=Text("a", "b"), ids=[f"{name}/{number}"])
    print(number, flush=True)
"""
"""Adds a line to both files again and again, and says after each time that it has."""


def adding(places: Places, name: str, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", ADDS, str(places.root), name, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def added(places: Places, name: str) -> list[list[int]]:
    """The numbers that both files hold of one writer."""
    files = [places.data / "a.yaml", places.data / "facts" / "b.csv"]
    lines = [file.read_text(encoding="utf-8").splitlines() for file in files]
    return [[int(line.rpartition("-")[2]) for line in told if line.startswith(f"{name}-")] for told in lines]


def test_two_processes_at_once_lose_nothing(places: Places) -> None:
    times = 40
    both = [adding(places, name, times) for name in ("one", "two")]
    for process in both:
        process.communicate(timeout=120)
        assert process.returncode == 0
    for name in ("one", "two"):
        assert added(places, name) == [list(range(times))] * 2
    assert [e.number for e in read_journal(places.journal)] == list(range(1, 2 * times + 1))


@UNIX
def test_two_processes_killed_at_random_lose_nothing_that_they_reported(places: Places) -> None:
    chance = random.Random(7)
    for round_ in range(6):
        both = {name: adding(places, name, 100_000) for name in (f"a{round_}", f"b{round_}")}
        time.sleep(0.25 + chance.random() * 0.4)
        for process in both.values():
            process.send_signal(signal.SIGKILL)
        for name, process in both.items():
            reported = [int(line) for line in process.communicate(timeout=60)[0].split()]
            with writing(places):
                pass
            first, second = added(places, name)
            assert first == second == list(range(len(first)))
            assert len(first) >= len(reported)
        assert strays(places) == []


def held(path: Path, release: threading.Event) -> Callable[[], None]:
    def hold() -> None:
        with writing(Places(path)):
            release.wait(30)

    return hold


def test_a_writer_waits_for_another_and_says_so(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dfgraph.base.files._PATIENCE", 0.2)
    release, told = threading.Event(), []
    other = threading.Thread(target=held(places.root, release))
    other.start()
    time.sleep(0.2)

    def waiting() -> None:
        told.append(True)
        release.set()

    with writing(places, wait=20, waiting=waiting):
        commit(places, changes(places), verb="edit", told=TOLD, ids=[])
    other.join()
    assert (told, texts(places)) == ([True], NEW)


@pytest.mark.parametrize("wait", [0, 0.1, 0.4])
def test_a_writer_gives_up_in_the_end(places: Places, monkeypatch: pytest.MonkeyPatch, wait: float) -> None:
    monkeypatch.setattr("dfgraph.base.files._PATIENCE", 0.2)
    release = threading.Event()
    other = threading.Thread(target=held(places.root, release))
    other.start()
    time.sleep(0.2)
    with pytest.raises(ProjectError, match="Another dfgraph is writing"), writing(places, wait=wait):
        pytest.fail("two writers at once")
    release.set()
    other.join()
