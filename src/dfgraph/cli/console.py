"""What the command line prints, and in which language. Results go to stdout, everything else to stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dfgraph.base.findings import Finding, Severity
from dfgraph.base.language import Language, Text, reader_language

if TYPE_CHECKING:
    from dfgraph.project import Project

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_NAMES = {
    Severity.ERROR: Text("lỗi", "error"),
    Severity.WARNING: Text("cảnh báo", "warning"),
    Severity.INFO: Text("lưu ý", "note"),
}
_BEHIND = Text(
    "Đồ thị chưa theo kịp sự kiện: hãy chạy «dfgraph build».", "The graph is behind the facts: run `dfgraph build`."
)


@dataclass(slots=True)
class Console:
    """The options that every verb shares, and the ways to answer."""

    folder: Path = field(default_factory=lambda: Path())
    language: Language = field(default_factory=reader_language)
    as_json: bool = False
    _opened: tuple[Path, Project] | None = None

    def project(self) -> Project:
        """The project that the person means, opened once."""
        from dfgraph.project import Project  # the store and all: only for verbs that have a project

        if self._opened is None or self._opened[0] != self.folder:
            self._opened = (self.folder, Project.open(self.folder))
        return self._opened[1]

    def answering(self) -> Project:
        """The project, for a verb that answers from its graph; says so where the facts say more by now."""
        project = self.project()
        if project.places.behind.exists() and project.places.manifest.exists():
            self.note(_BEHIND)
        return project

    def say(self, text: Text, **values: object) -> str:
        """`text` in the reader's language."""
        return text.fill(**values).say(self.language)

    def note(self, text: Text, **values: object) -> None:
        """A line for the person, beside the result."""
        click.echo(self.say(text, **values), err=True)

    def json(self, data: Any) -> str:
        """A result as JSON, as a text that ends its line."""
        import json

        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"

    def result(self, data: Any) -> None:
        """Prints a result as JSON."""
        click.echo(self.json(data), nl=False)

    def raw(self, data: bytes) -> None:
        """A result as bytes, just as they are."""
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "") -> None:
        """A table for a person: fits the terminal, or is as wide as its content where output goes elsewhere."""
        from dfgraph.cli.tables import drawn, terminal_width

        if title:
            click.echo(click.style(title, bold=True) + "\n")
        click.echo(drawn(headings, list(rows), terminal_width()) + "\n")

    def findings(self, findings: Sequence[Finding]) -> None:
        """Findings for a person, on stderr: place, severity, message, hint."""
        from rich.console import Console as Screen
        from rich.text import Text as Styled

        screen = Screen(stderr=True, soft_wrap=True, highlight=False)
        for finding in findings:
            line = Styled(f"{finding.location or finding.subject or '-'}: ", style="bold")
            line.append(self.say(_NAMES[finding.severity]), style=_STYLES[finding.severity])
            line.append(f" [{finding.code}] {finding.message.say(self.language)}", style="not bold")
            if hint := finding.hint.say(self.language):
                line.append(f" {hint}", style="not bold dim")
            screen.print(line)

    def summary(self, findings: Sequence[Finding]) -> str:
        """How many findings of each severity."""
        counts = {s: sum(f.severity is s for f in findings) for s in reversed(Severity)}
        words = {
            Severity.ERROR: Text("{n} lỗi", "{n} error(s)"),
            Severity.WARNING: Text("{n} cảnh báo", "{n} warning(s)"),
            Severity.INFO: Text("{n} lưu ý", "{n} note(s)"),
        }
        return ", ".join(self.say(words[s], n=n) for s, n in counts.items())
