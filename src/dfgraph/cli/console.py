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


@dataclass(slots=True)
class Console:
    """The options that every verb shares, and the ways to answer."""

    folder: Path = field(default_factory=lambda: Path())
    language: Language = field(default_factory=reader_language)
    as_json: bool = False

    def project(self) -> Project:
        """The project that the person means."""
        from dfgraph.project import Project  # the store and all: only for verbs that have a project

        return Project.open(self.folder)

    def say(self, text: Text, **values: object) -> str:
        """`text` in the reader's language."""
        return text.fill(**values).say(self.language)

    def note(self, text: Text, **values: object) -> None:
        """A line for the person, beside the result."""
        click.echo(self.say(text, **values), err=True)

    def result(self, data: Any) -> None:
        """A result as JSON."""
        import json

        click.echo(json.dumps(data, ensure_ascii=False, indent=2))

    def raw(self, data: bytes) -> None:
        """A result as bytes, just as they are."""
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "") -> None:
        """A table for a person; as wide as the terminal, or as its content where output goes elsewhere."""
        from rich.box import SIMPLE_HEAD
        from rich.console import Console as Screen
        from rich.table import Table
        from rich.text import Text as Styled

        table = Table(box=SIMPLE_HEAD, title=title or None, title_justify="left", title_style="bold")
        for heading in headings:
            table.add_column(heading, overflow="fold")
        for row in rows:
            table.add_row(*(Styled(cell) for cell in row))
        wide = None if sys.stdout.isatty() else 100_000
        screen = Screen(file=sys.stdout, width=wide, soft_wrap=wide is not None)
        if wide is not None:
            screen.width = max(40, screen.measure(table).maximum)
        screen.print(table)

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
