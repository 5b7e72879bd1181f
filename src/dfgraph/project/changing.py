"""Facts files changed together: all of them or none, whatever stops it, and the journal tells how to take it back.

The journal's entry is on disk before the first file changes, and gets its own name after the last one has. In between
it is `pending`: whoever writes next carries that change through first.
"""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from dfgraph.base.errors import ChangeError
from dfgraph.base.files import beside, file_error, locked, sync_folder, write_file
from dfgraph.base.language import Text
from dfgraph.project.journal import PENDING, Entry, FileChange, file_change, last_number, read_entry, text_digest
from dfgraph.project.settings import Places

WAIT: Final = 60.0
"""Seconds that a writer waits for another one, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Change:
    """The new whole text of one facts file; None where the file goes.

    `was` is the text that the change was made of, where that is known: a file that says something else by now is not
    changed.
    """

    path: Path
    text: str | None
    was: str | None = None


@contextmanager
def writing(places: Places, *, wait: float = WAIT, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """The project, for one writer: waits for others, and finishes what a killed one left half-done."""
    with locked(places.lock, wait=wait, waiting=waiting):
        recover(places)
        yield


def read_text(path: Path) -> str | None:
    """The text of a facts file, with its byte order mark; None where there is no file. Raises ChangeError."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise file_error(error, path) from error
    except UnicodeDecodeError as error:
        message = Text("{path} không phải UTF-8 (byte thứ {n}).", "{path} is not UTF-8 (byte {n}).")
        remedy = Text("Hãy lưu lại tệp với bảng mã UTF-8.", "Save the file again as UTF-8.")
        raise ChangeError(message.fill(path=path, n=error.start + 1), remedy) from error


def taken_back(places: Places, entry: Entry) -> list[Change]:
    """What takes a change back. Raises ChangeError where one of its files has changed since."""
    changes: list[Change] = []
    for file in entry.files:
        path = places.root / file.path
        text = read_text(path)
        if text_digest(text) != file.after:
            message = Text("{path} đã thay đổi sau lần sửa {n}.", "{path} has changed since change {n}.")
            remedy = Text("Hãy lấy lại các lần sửa sau trước đã.", "Take the later changes back first.")
            raise ChangeError(message.fill(path=file.path, n=entry.number), remedy)
        changes.append(Change(path, file.unmade(text), text))
    return changes


def commit(
    places: Places, changes: Sequence[Change], *, verb: str, told: Text, ids: Sequence[str], undoes: int | None = None
) -> Entry:
    """Writes `changes` and enters them in the journal; the lock must be held, see `writing`.

    Raises ChangeError, with nothing written, where a file cannot be written or has changed meanwhile.
    """
    files: list[FileChange] = []
    for change in changes:
        before = read_text(change.path)
        if change.was is not None and change.was != before:
            message = Text("{path} đã thay đổi trong khi đó.", "{path} has changed meanwhile.")
            raise ChangeError(message.fill(path=change.path), Text("Hãy chạy lại.", "Run it again."))
        _may_write(change.path)
        files.append(file_change(_shown(change.path, places), before, change.text))
    number, time = last_number(places.journal) + 1, datetime.now(UTC).isoformat(timespec="seconds")
    entry = Entry(number, time, verb, told, tuple(ids), tuple(f for f in files if f.before != f.after), undoes)
    write_file(places.behind, b"")
    write_file(places.journal / PENDING, entry.to_bytes())
    _carry_through(places, entry)
    return entry


def recover(places: Places) -> Entry | None:
    """Carries through a change that was stopped half-way; that change, or None.

    Raises ChangeError where a file has been changed by another hand since.
    """
    pending = places.journal / PENDING
    _sweep(pending)
    _sweep(places.behind)
    if not pending.exists():
        return None
    entry = read_entry(pending)
    for file in entry.files:
        _sweep((places.root / file.path).resolve())
    _carry_through(places, entry)
    return entry


def _carry_through(places: Places, entry: Entry) -> None:
    texts = [(places.root / file.path, file, read_text(places.root / file.path)) for file in entry.files]
    for path, file, text in texts:
        if text_digest(text) not in (file.before, file.after):
            message = Text(
                "Lần sửa {n} bị dừng giữa chừng, và {path} đã đổi từ đó.",
                "Change {n} was stopped half-way, and {path} has changed since.",
            )
            remedy = Text(
                "Hãy kiểm tra tệp ấy cùng {pending}, rồi xóa {pending}.",
                "Check that file against {pending}, then delete {pending}.",
            )
            pending = _shown(places.journal / PENDING, places)
            raise ChangeError(message.fill(n=entry.number, path=path), remedy.fill(pending=pending))
    done: list[tuple[Path, FileChange]] = []
    try:
        for path, file, text in texts:
            if text_digest(text) == file.before != file.after:
                done.append((path, file))
                _put(path, file.made(text))
        (places.journal / PENDING).replace(places.journal / entry.name)
        sync_folder(places.journal)
    except OSError as error:
        _back_out(places, done)
        raise file_error(error, error.filename or places.data) from error


def _back_out(places: Places, done: Sequence[tuple[Path, FileChange]]) -> None:
    """Where the system refuses a write, as on a full disk: what was done is undone, if the system allows that."""
    with suppress(OSError):
        for path, file in done:
            text = read_text(path)
            if text_digest(text) == file.after:
                _put(path, file.unmade(text))
        (places.journal / PENDING).unlink(missing_ok=True)


def _put(path: Path, text: str | None) -> None:
    """A link to a file stays a link: what it leads to is replaced."""
    target = path.resolve()
    if text is None:
        target.unlink()
        sync_folder(target.parent)
        return
    with beside(target) as temporary:
        temporary.write_bytes(text.encode())


def _may_write(path: Path) -> None:
    """Refuses what the system would let pass: replacing a file that is marked as read-only."""
    target = path.resolve()
    if target.exists() and not target.stat().st_mode & 0o222:
        message = Text("{path} chỉ cho đọc.", "{path} is read-only.").fill(path=path)
        remedy = Text("Hãy cho phép ghi vào tệp rồi chạy lại.", "Allow writing to the file and run it again.")
        raise ChangeError(message, remedy)


def _sweep(path: Path) -> None:
    """Removes what writers that were killed left beside a file; under the lock nobody else writes it."""
    for stray in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
        stray.unlink(missing_ok=True)


def _shown(path: Path, places: Places) -> str:
    return path.relative_to(places.root).as_posix() if path.is_relative_to(places.root) else str(path)
