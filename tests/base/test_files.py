import errno
import subprocess
import sys
from pathlib import Path

import pytest

from dfgraph.base.errors import DfgraphError, ProjectError, StoreError
from dfgraph.base.files import beside, digest, file_error, hold, locked, new_folder, remove_unused, write_file
from telling import spoken

HOLDS_THE_LOCK = """
import sys
from pathlib import Path
from dfgraph.base.files import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

WRITES_TOO_MUCH = """
import resource, sys
from pathlib import Path
from dfgraph.base.errors import StoreError
from dfgraph.base.files import write_file
before = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
try:
    write_file(Path(sys.argv[1]), b"x" * 5000)
except StoreError as error:
    print(error)
finally:
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
"""


def _interrupted(path: Path, content: bytes, interruption: type[BaseException] = KeyboardInterrupt) -> None:
    path.write_bytes(content)
    raise interruption


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.txt"
    write_file(path, b"new")
    write_file(path, b"newer")
    assert path.read_bytes() == b"newer"
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are of Unix")
def test_a_write_that_the_system_stops_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    run = subprocess.run([sys.executable, "-c", WRITES_TOO_MUCH, path], capture_output=True, text=True, check=True)
    assert run.stdout == f"Cannot read or write {path}: File too large. Raise the file size limit and run it again.\n"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_is_interrupted_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), beside(path) as temporary:
        _interrupted(temporary, b"ne")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_cannot_be_overwritten_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(StoreError) as caught:
        write_file(tmp_path / "a", b"x")
    assert caught.value.message.en == f"Cannot read or write {tmp_path / 'a'}: Is a directory."
    assert spoken(caught.value.remedy).en == "That is a folder, not a file."
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "Free some disk space and run it again."),
        (errno.EDQUOT, "Free some of your disk quota and run it again."),
        (errno.EACCES, "Check the permissions of the folder."),
        (errno.EROFS, "The disk is read-only."),
        (errno.ENOENT, "The file or folder is gone."),
    ],
)
def test_a_refusal_of_the_system_is_told_with_its_remedy(number: int, remedy: str) -> None:
    error = file_error(OSError(number, "reason"), "output/a")
    assert spoken(error.message).en == "Cannot read or write output/a: reason."
    assert spoken(error.remedy).en == remedy


def test_a_refusal_without_a_number_is_told_in_its_own_words() -> None:
    assert str(file_error(OSError("something odd"), "output/a")) == "Cannot read or write output/a: something odd."


def test_a_new_folder_is_empty_and_stays_when_all_went_well(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "old").touch()
    with new_folder(tmp_path / "a") as folder:
        assert list(folder.iterdir()) == []
        (folder / "new").touch()
    assert list(tmp_path.rglob("*")) == [tmp_path / "a", tmp_path / "a" / "new"]


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit, ValueError])
def test_a_new_folder_is_removed_again_when_it_was_not_finished(
    interruption: type[BaseException], tmp_path: Path
) -> None:
    with pytest.raises(interruption), new_folder(tmp_path / "a" / "b") as folder:
        _interrupted(folder / "half", b"ha", interruption)
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]
    assert list((tmp_path / "a").iterdir()) == []


def test_a_lock_is_refused_while_another_process_holds_it_and_free_once_that_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "output" / ".lock"
    command = [sys.executable, "-c", HOLDS_THE_LOCK, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(ProjectError) as caught, locked(path):
            pytest.fail("two processes hold the lock")
        other.kill()
    assert spoken(caught.value.message).en == f"Another dfgraph is writing to {path.parent}."
    assert spoken(caught.value.remedy).en == "Wait until it is done and run it again."
    with locked(path):
        assert path.exists()


def test_a_lock_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dfgraph.base.files._PATIENCE", 0.1)
    path = tmp_path / ".lock"
    command = [sys.executable, "-c", HOLDS_THE_LOCK, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with locked(path, wait=30, waiting=other.kill):
            assert path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of Unix")
def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    path.chmod(0o600)
    write_file(path, b"x")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_lock_is_released_when_its_block_fails(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), locked(tmp_path / ".lock"):
            raise ZeroDivisionError


def test_a_lock_is_refused_to_a_second_holder_in_the_same_process(tmp_path: Path) -> None:
    with locked(tmp_path / ".lock"), pytest.raises(ProjectError), locked(tmp_path / ".lock"):
        pytest.fail("the lock is held twice")


def test_a_lock_that_cannot_be_made_is_an_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DfgraphError, match="Cannot read or write"), locked(tmp_path / "file" / ".lock"):
        pytest.fail("there is a lock inside a file")


def test_a_digest_tells_parts_apart() -> None:
    assert digest(b"a", b"bc") == digest(b"a", b"bc")
    parts: list[tuple[bytes, ...]] = [(), (b"",), (b"abc",), (b"a", b"bc"), (b"ab", b"c"), (b"", b"abc")]
    assert len({digest(*p) for p in parts}) == len(parts)
    assert digest(b"a") == digest(b"a").lower()
    assert len(digest(b"a")) == 16


@pytest.mark.skipif(sys.platform == "win32", reason="such marks are of Unix")
def test_a_folder_that_somebody_holds_is_not_removed(tmp_path: Path) -> None:
    (folder := tmp_path / "a").mkdir()
    releases = [hold(folder), hold(folder)]
    for release in releases:
        remove_unused(folder)
        assert folder.exists()
        release()
    remove_unused(folder)
    assert not folder.exists()
    remove_unused(folder)
    with pytest.raises(FileNotFoundError):
        hold(folder)
