"""`dfgraph build`: facts to graph."""

from __future__ import annotations

from functools import partial

import click

from dfgraph.base.findings import Severity
from dfgraph.base.language import Text
from dfgraph.cli.building import fail_on, report_back, watched
from dfgraph.cli.console import Console
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import BilingualOption, verb

_WHOLE = Text(
    "Dựng lại từ đầu, kể cả khi chỉ ít bản ghi thay đổi.", "Build from nothing, even where few records changed."
)


@verb("build", VERBS["build"], [BilingualOption(["--whole"], is_flag=True, about=_WHOLE), fail_on()])
def command(console: Console, whole: bool, fail_on: str) -> int:
    """Builds, tells what was found and what was made.

    Only a whole build finds everything, so it is one where less than errors counts.
    """
    project = console.project()
    report = watched(console, partial(project.build, whole=whole or fail_on in ("warning", "info")))
    code = report_back(console, report, fail_on, Severity.WARNING)
    if not report.sound:
        console.note(Text("Đồ thị cũ được giữ nguyên.", "The graph that was there is unchanged."))
    elif not console.as_json:
        console.note(Text("Đồ thị: {path}", "The graph: {path}"), path=click.format_filename(project.places.output))
    return code
