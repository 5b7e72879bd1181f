"""`dfgraph import FILE`: the rows of a sheet as records."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from dfgraph.base.findings import Severity
from dfgraph.base.language import Text
from dfgraph.cli.completion import kinds
from dfgraph.cli.console import Console
from dfgraph.cli.options import BilingualOption, verb

if TYPE_CHECKING:
    from dfgraph.project.importing import Imported, Watch

_ABOUT: Final = Text(
    """Nhập các dòng của một bảng (XLSX, ODS, CSV, JSONL, YAML) thành bản ghi; cột được nhận theo khóa hoặc theo nhãn.

    Mọi lỗi được báo một lượt, ở đúng ô; có lỗi thì không ghi gì. Nhập lại tệp cùng tên thì chỉ những dòng đã đổi được
    ghi lại.

    Bảng của người khác cần một tệp ánh xạ (--map):

    \b
      kind: agreement
      columns:
        Date: signed
        Party: {to: party, split: ";", values: {Hue: province/hue}}
        Remarks: ignore
        Amount: {to: budget, times: {by: Unit, values: {million USD: 1000000}}}
      fields:
        evidence.source.source_type: news
        label@en: {template: "{Party}, {Date}"}

    Quy tắc: to, when, constant, template, split, replace, values, times.
    """,
    """Bring the rows of a sheet (XLSX, ODS, CSV, JSONL, YAML) in as records; columns are known by key or by label.

    All faults are told at once, at their cells; where there is an error nothing is written. Importing a file of the
    same name again writes only what changed.

    A sheet that others made needs a mapping (--map):

    \b
      kind: agreement
      columns:
        Date: signed
        Party: {to: party, split: ";", values: {Hue: province/hue}}
        Remarks: ignore
        Amount: {to: budget, times: {by: Unit, values: {million USD: 1000000}}}
      fields:
        evidence.source.source_type: news
        label@en: {template: "{Party}, {Date}"}

    Rules: to, when, constant, template, split, replace, values, times.
    """,
)
_PATH = click.Path(path_type=Path, dir_okay=False)
_FILE = click.Argument(["file"], type=_PATH, metavar="FILE")
_OPTIONS: Final = [
    BilingualOption(
        ["--as", "kind"],
        metavar="KIND",
        shell_complete=kinds,
        about=Text("Các dòng thuộc loại nào.", "Of which kind the rows are."),
    ),
    BilingualOption(
        ["--sheet"], metavar="NAME", about=Text("Tên của trang tính cần nhập.", "The name of the sheet to read.")
    ),
    BilingualOption(
        ["--map", "mapping"], type=_PATH, metavar="FILE", about=Text("Tệp ánh xạ các cột.", "A mapping of the columns.")
    ),
    BilingualOption(
        ["--file", "target"],
        type=_PATH,
        metavar="FILE",
        about=Text(
            "Tệp sự kiện giữ các bản ghi (mặc định: data/facts/imported/TÊN.yaml).",
            "The facts file that keeps the records (default: data/facts/imported/NAME.yaml).",
        ),
    ),
    BilingualOption(
        ["--errors"],
        type=_PATH,
        metavar="FILE",
        about=Text(
            "Ghi lại bảng ra tệp .xlsx này, ô sai được tô màu và chú thích.",
            "Write the sheet to this .xlsx file with bad cells coloured and explained.",
        ),
    ),
    BilingualOption(["--dry-run"], is_flag=True, about=Text("Chỉ kiểm tra, không ghi.", "Check only, write nothing.")),
    BilingualOption(
        ["--wait"],
        type=click.FloatRange(min=0),
        default=60,
        show_default=True,
        metavar="SECONDS",
        about=Text("Đợi lệnh khác đang ghi tối đa bao lâu.", "How long to wait for another one that is writing."),
    ),
]
_STEPS: Final = {
    "rows": Text("đọc các dòng", "reading rows"),
    "read": Text("đọc các sự kiện", "reading facts"),
    "check": Text("kiểm tra", "checking"),
    "load": Text("nạp", "loading"),
    "rules": Text("suy luận", "inferring"),
    "validate": Text("thẩm định", "validating"),
    "text": Text("viết các bản ghi", "wording records"),
    "write": Text("ghi", "writing"),
}
_COUNTS: Final = {
    "added": Text("thêm {n}", "{n} added"),
    "changed": Text("đổi {n}", "{n} changed"),
    "removed": Text("bỏ {n}", "{n} removed"),
    "unchanged": Text("giữ nguyên {n}", "{n} unchanged"),
    "edited": Text("giữ bản sửa tay {n}", "{n} kept as edited by hand"),
    "known": Text("đã có {n}", "{n} already recorded"),
}


@verb("import", _ABOUT, [_FILE, *_OPTIONS])
def command(
    console: Console,
    file: Path,
    kind: str | None,
    sheet: str | None,
    mapping: Path | None,
    target: Path | None,
    **others: Any,
) -> int:
    """Imports, and tells what became of the rows; the exit code."""
    from dfgraph.project.importing import Request, import_sheet

    errors: Path | None = others["errors"]
    dry_run: bool = others["dry_run"]
    if errors is not None and errors.suffix.lower() != ".xlsx":
        raise click.UsageError(console.say(Text("--errors cần một tệp .xlsx.", "--errors needs a .xlsx file.")))
    request = Request(file, kind, sheet, mapping, target, errors, dry_run, others["wait"])
    waiting = Text("Đang đợi một lệnh dfgraph khác ghi xong…", "Waiting for another dfgraph to finish writing…")
    with _watched(console) as watch:
        done = import_sheet(console.project().places, request, watch, lambda: console.note(waiting))
    _tell(console, done, dry_run=dry_run)
    return int(not done.sound)


@contextmanager
def _watched(console: Console) -> Iterator[Watch | None]:
    """Progress on a terminal: a bar while rows are read, the step by name otherwise."""
    if not sys.stderr.isatty() or console.as_json:
        yield None
        return
    from rich.console import Console as Screen
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    with Progress(
        TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=Screen(stderr=True), transient=True
    ) as progress:
        task = progress.add_task("…", total=None)
        yield lambda step, done, of: progress.update(
            task, description=console.say(_STEPS[step]), completed=done, total=of or None
        )


def _tell(console: Console, done: Imported, *, dry_run: bool) -> None:
    if console.as_json:
        console.result(
            {
                "file": str(done.target),
                "rows": done.rows,
                "sources": done.sources,
                "counts": done.counts if done.sound else {},
                "written": done.written,
                "current": done.current,
                "findings": [f.to_json(console.language) for f in done.findings],
            }
        )
        return
    console.findings(done.findings)
    if any(f.severity >= Severity.WARNING for f in done.findings):
        console.note(Text("{summary}.", "{summary}."), summary=console.summary(done.findings))
    if done.marked is not None:
        console.note(Text("Bảng có tô các ô sai: {path}", "The sheet with its faults: {path}"), path=done.marked)
    if not done.sound:
        console.note(Text("Chưa ghi gì.", "Nothing was written."))
        return
    counts = ", ".join(console.say(text, n=done.counts[k]) for k, text in _COUNTS.items() if done.counts.get(k))
    rows = Text("{n} dòng và {m} nguồn kèm theo: {counts}.", "Rows: {n}, sources with them: {m}. Records: {counts}.")
    console.note(rows, n=done.rows, m=done.sources, counts=counts or console.say(Text("không có gì", "none")))
    if done.written:
        console.note(Text("Đã ghi {path}.", "Wrote {path}."), path=done.target)
        if not done.current:
            behind = Text(
                "Đồ thị chưa có các bản ghi này vì dự án có lỗi khác; xem «dfgraph check».",
                "The graph does not have them yet: the project has other errors; see `dfgraph check`.",
            )
            console.note(behind)
    else:
        why = Text("Chạy thử: chưa ghi gì.", "A dry run: nothing was written.")
        console.note(why if dry_run else Text("Không có gì mới để ghi.", "There was nothing new to write."))
