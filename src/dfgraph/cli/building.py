"""What `build` and `check` share: progress while they run, and the report after."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

import click

from dfgraph.base.findings import Severity
from dfgraph.base.language import Text
from dfgraph.cli.console import Console
from dfgraph.cli.options import BilingualOption
from dfgraph.graph.build import BuildReport
from dfgraph.graph.build.pipeline import Progress

_STEPS: Final = {
    "read": Text("đọc", "read"),
    "check": Text("kiểm tra", "check"),
    "load": Text("nạp", "load"),
    "rules": Text("suy luận", "rules"),
    "validate": Text("thẩm định", "validate"),
    "write": Text("ghi", "write"),
}
_COUNTS: Final = {
    "files": Text("tệp", "files"),
    "records": Text("bản ghi", "records"),
    "things": Text("vật", "things"),
    "claims": Text("khẳng định", "claims"),
    "derived": Text("bộ ba suy ra", "derived triples"),
}
_UNCHANGED: Final = Text(
    "Từ lần dựng trước không bản ghi nào thay đổi. «dfgraph check» liệt kê mọi điều cần xem lại.",
    "No record has changed since the last build. `dfgraph check` lists all that is to be looked at.",
)
_CHANGED: Final = Text(
    "Số bản ghi thay đổi: {n}; chỉ những gì liên quan được xem lại. «dfgraph check» xem lại tất cả.",
    "Changed records: {n}; only what they touch was looked at. `dfgraph check` looks at everything.",
)
LEVELS: Final = ("error", "warning", "info", "never")


def fail_on() -> click.Option:
    """`--fail-on`: from which severity on the exit code is 1."""
    about = Text("Từ mức nào thì kết thúc với mã 1.", "From which severity on to exit with 1.")
    return BilingualOption(["--fail-on"], type=click.Choice(LEVELS), default="error", show_default=True, about=about)


def watched(console: Console, act: Callable[[Progress | None], BuildReport]) -> BuildReport:
    """Runs a build with its steps shown on a terminal, and silently elsewhere."""
    if not sys.stderr.isatty() or console.as_json:
        return act(None)
    from rich.console import Console as Screen

    with Screen(stderr=True).status("…") as status:
        return act(lambda step: status.update(console.say(_STEPS[step])))


def report_back(console: Console, report: BuildReport, threshold: str, shown: Severity = Severity.INFO) -> int:
    """Prints findings from the severity `shown` on, counts and times; the exit code."""
    failed = threshold != "never" and any(f.severity >= Severity.named(threshold) for f in report.findings)
    if console.as_json:
        console.result(
            {
                "findings": [f.to_json(console.language) for f in report.findings],
                "counts": report.counts,
                "changed": report.changed,
                "seconds": {step: round(seconds, 4) for step, seconds in report.seconds.items()},
            }
        )
        return int(failed)
    if told := [f for f in report.findings if f.severity >= shown]:
        console.findings(told)
    if report.changed is not None:
        console.note(_UNCHANGED if report.changed == 0 else _CHANGED, n=f"{report.changed:,}")
    counts = ", ".join(f"{report.counts[k]:,} {console.say(t)}" for k, t in _COUNTS.items() if k in report.counts)
    times = ", ".join(f"{console.say(_STEPS[s])} {seconds:.2f}" for s, seconds in report.seconds.items())
    console.note(Text("{counts}.", "{counts}."), counts=counts)
    if times:
        console.note(Text("Giây: {times}.", "Seconds: {times}."), times=times)
    console.note(Text("{summary}.", "{summary}."), summary=console.summary(report.findings))
    if len(told) < len(report.findings):
        console.note(Text("«dfgraph check» liệt kê cả các lưu ý.", "`dfgraph check` lists the notes too."))
    return int(failed)
