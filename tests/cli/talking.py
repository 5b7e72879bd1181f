"""A terminal of its own for a command, with a person at it who waits for a question before answering."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

_CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]")
_PATIENCE = 30.0


class Talk:
    """`dfgraph` at a terminal; use it in a `with`."""

    def __init__(self, folder: Path, *arguments: str, language: str = "en") -> None:
        self.seen = ""
        self.master, slave = pty.openpty()
        told = {**os.environ, "DFGRAPH_LANG": language, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
        command = [sys.executable, "-m", "dfgraph", *arguments]
        self.process = subprocess.Popen(command, cwd=folder, env=told, stdin=slave, stdout=slave, stderr=slave)
        os.close(slave)

    def __enter__(self) -> Talk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.master)

    def until(self, words: str) -> str:
        """What is shown until some words are; forgets it for the next time."""
        end = time.monotonic() + _PATIENCE
        while words not in self.seen:
            if time.monotonic() > end or not self._read(end):
                raise AssertionError(f"no {words!r} in: {self.seen}")
        before, _, self.seen = self.seen.partition(words)
        return before

    def answer(self, question: str, answer: str) -> None:
        """Waits for a question and types an answer, with Enter unless it is a control character."""
        self.until(f"{question}:")
        os.write(self.master, (answer if answer.startswith("\x04") else f"{answer}\r").encode())

    def talk(self, lines: Sequence[tuple[str, str]]) -> None:
        """Several questions with their answers."""
        for question, answer in lines:
            self.answer(question, answer)

    def end(self) -> tuple[int, str]:
        """The exit code, and what is shown until then."""
        end = time.monotonic() + _PATIENCE
        while self._read(end):
            pass
        return self.process.wait(timeout=_PATIENCE), self.seen

    def _read(self, end: float) -> bool:
        if not select.select([self.master], [], [], max(0.0, end - time.monotonic()))[0]:
            return False
        try:
            read = os.read(self.master, 65536)
        except OSError:  # the other side has closed
            return False
        self.seen += _CONTROL.sub("", read.decode(errors="replace"))
        return bool(read)
