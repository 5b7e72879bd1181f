"""What was changed in the facts files of a project, in order, and what is needed to take each change back.

An entry is one file, `NNNNNN-verb.json`. While its change is being made it is called `pending.json`: a change that was
stopped half-way is found under that name, and carried through.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from dfgraph.base.errors import ProjectError
from dfgraph.base.files import digest
from dfgraph.base.language import Text

PENDING: Final = "pending.json"
_NAME = re.compile(r"(\d{6,})-[a-z-]+\.json")
_FORMAT: Final = 1


class Hunk(NamedTuple):
    """A part of a text that changed: at which character of the old text it stands, and what it was and became."""

    at: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FileChange:
    """How one file changed; a digest is None where the file was not, or is no longer, there."""

    path: str
    before: str | None
    after: str | None
    hunks: tuple[Hunk, ...]

    def made(self, text: str | None) -> str | None:
        """The new text, of the old one."""
        return None if self.after is None else _patched(text or "", self.hunks)

    def unmade(self, text: str | None) -> str | None:
        """The old text, of the new one."""
        if self.before is None:
            return None
        shift, back = 0, []
        for at, old, new in self.hunks:
            back.append(Hunk(at + shift, new, old))
            shift += len(new) - len(old)
        return _patched(text or "", back)


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: its number, when (UTC) and by which verb it was made, of which things; `undoes` another."""

    number: int
    time: str
    verb: str
    told: Text
    ids: tuple[str, ...]
    files: tuple[FileChange, ...]
    undoes: int | None = None

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.number:06}-{self.verb}.json"

    def to_json(self) -> dict[str, Any]:
        """Plain data, as it is written."""
        return {
            "format": _FORMAT,
            "number": self.number,
            "time": self.time,
            "verb": self.verb,
            "told": {"vi": self.told.vi, "en": self.told.en},
            "ids": list(self.ids),
            "undoes": self.undoes,
            "files": [
                {"path": f.path, "before": f.before, "after": f.after, "hunks": [list(h) for h in f.hunks]}
                for f in self.files
            ],
        }

    def to_bytes(self) -> bytes:
        """The text of its file."""
        return (json.dumps(self.to_json(), ensure_ascii=False, indent=1) + "\n").encode()


def file_change(path: str, before: str | None, after: str | None) -> FileChange:
    r"""How the text of a file changes; None where it is not there.

    >>> file_change("a.yaml", "a\nb\nc\n", "a\nB\nc\n").hunks
    (Hunk(at=2, old='b\n', new='B\n'),)
    """
    return FileChange(path, text_digest(before), text_digest(after), tuple(_hunks(before or "", after or "")))


def text_digest(text: str | None) -> str | None:
    """The fingerprint of a text; None of none."""
    return None if text is None else digest(text.encode())


def _hunks(before: str, after: str) -> list[Hunk]:
    """Lines that differ: one by one where there are as many as before, else all from the first to the last."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    first = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    at = sum(map(len, old[:first]))
    left, right = old[first : len(old) - last], new[first : len(new) - last]
    if len(left) != len(right):
        return [Hunk(at, "".join(left), "".join(right))]
    found = []
    for a, b in zip(left, right, strict=True):
        if a != b:
            found.append(Hunk(at, a, b))
        at += len(a)
    return found


def _patched(text: str, hunks: Sequence[Hunk]) -> str:
    parts: list[str] = []
    done = 0
    for at, old, new in hunks:
        if text[at : at + len(old)] != old:
            raise ValueError(at)
        parts += text[done:at], new
        done = at + len(old)
    return "".join([*parts, text[done:]])


def read_journal(folder: Path) -> list[Entry]:
    """All changes, the oldest first. Raises ProjectError where one of their files is broken."""
    if not folder.is_dir():
        return []
    found = [(int(match[1]), p) for p in folder.iterdir() if (match := _NAME.fullmatch(p.name))]
    return [read_entry(path) for _, path in sorted(found)]


def last_number(folder: Path) -> int:
    """The number of the last change; 0 where there was none."""
    if not folder.is_dir():
        return 0
    return max((int(match[1]) for p in folder.iterdir() if (match := _NAME.fullmatch(p.name))), default=0)


def read_entry(path: Path) -> Entry:
    """The change that a file of the journal tells of."""
    try:
        told = json.loads(path.read_bytes())
        files = tuple(
            FileChange(f["path"], f["before"], f["after"], tuple(Hunk(*hunk) for hunk in f["hunks"]))
            for f in told["files"]
        )
        said = Text(told["told"]["vi"], told["told"]["en"])
        return Entry(told["number"], told["time"], told["verb"], said, tuple(told["ids"]), files, told["undoes"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = Text("Nhật ký {path} hỏng: {why}.", "The journal {path} is broken: {why}.")
        remedy = Text("Hãy lấy lại tệp từ bản sao lưu.", "Bring the file back from a backup.")
        raise ProjectError(message.fill(path=path, why=error), remedy) from error
