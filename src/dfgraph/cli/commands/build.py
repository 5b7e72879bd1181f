"""`dfgraph build`: facts to graph."""

from __future__ import annotations

import click

from dfgraph.base.findings import Severity
from dfgraph.base.language import Text
from dfgraph.cli.building import fail_on, report_back, watched
from dfgraph.cli.console import Console
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import verb


@verb("build", VERBS["build"], [fail_on()])
def command(console: Console, fail_on: str) -> int:
    """Builds, tells what was found and what was made."""
    project = console.project()
    report = watched(console, project.build)
    code = report_back(console, report, fail_on, Severity.WARNING)
    if not report.sound:
        console.note(Text("Đồ thị cũ được giữ nguyên.", "The graph that was there is unchanged."))
    elif not console.as_json:
        console.note(Text("Đồ thị: {path}", "The graph: {path}"), path=click.format_filename(project.places.output))
    return code
