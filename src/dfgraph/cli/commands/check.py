"""`dfgraph check`: all findings, nothing written."""

from __future__ import annotations

from dfgraph.cli.building import fail_on, report_back, watched
from dfgraph.cli.console import Console
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import verb


@verb("check", VERBS["check"], [fail_on()])
def command(console: Console, fail_on: str) -> int:
    """Checks, and tells what was found."""
    return report_back(console, watched(console, console.project().check), fail_on)
