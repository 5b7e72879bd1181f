"""What the verbs that change facts share: their options, and what they tell of a correction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from dfgraph.base.language import Text
from dfgraph.cli.console import Console
from dfgraph.cli.options import BilingualOption

if TYPE_CHECKING:
    from dfgraph.project.carrying import Decide, Outcome
    from dfgraph.project.correcting import Choice

_WAITING: Final = Text("Đang đợi một lệnh dfgraph khác ghi xong…", "Waiting for another dfgraph to finish writing…")
_REFUSED: Final = Text("Không ghi gì: lần sửa này gây lỗi.", "Nothing was written: the change would bring errors in.")
_SAME: Final = Text("Không có gì để đổi: đã đúng như vậy.", "There is nothing to change: it is so already.")
_SHOWN: Final = Text("Chỉ xem trước: chưa ghi gì.", "Shown only: nothing was written.")
_DONE: Final = Text("{told} (lần sửa {n}; lấy lại: dfgraph undo).", "{told} (change {n}; take it back: dfgraph undo).")
_BEHIND: Final = Text(
    "Sự kiện đã ghi, nhưng đồ thị chưa theo kịp vì sự kiện còn lỗi từ trước: hãy chạy «dfgraph check».",
    "The facts are written, but the graph is behind, for they had errors before: run `dfgraph check`.",
)
_TROUBLE: Final = Text(
    "Sự kiện đã ghi, nhưng đồ thị chưa theo kịp: {why}", "The facts are written, but the graph is behind: {why}"
)


def thing_argument(name: str = "thing", metavar: str = "ID") -> click.Argument:
    """The thing that is meant, by id or name."""
    from dfgraph.cli.completion import recorded_things

    return click.Argument([name], metavar=metavar, shell_complete=recorded_things)


def choice_options() -> list[click.Option]:
    """`--claim` and `--record`: which of the records of a thing."""
    return [
        BilingualOption(
            ["--claim"],
            type=click.IntRange(min=1),
            metavar="N",
            about=Text("Khẳng định thứ mấy, theo dfgraph log ID.", "Which claim, by its number in dfgraph log ID."),
        ),
        BilingualOption(
            ["--record"],
            metavar="FILE:LINE",
            about=Text("Bản ghi ở tệp và dòng nào.", "The record at a line of a file."),
        ),
    ]


def change_options() -> list[click.Option]:
    """`--dry-run` and `--wait`."""
    return [
        BilingualOption(
            ["--dry-run", "dry_run"],
            is_flag=True,
            about=Text("Chỉ cho xem tệp sẽ đổi thế nào.", "Only show how the files would change."),
        ),
        BilingualOption(
            ["--wait"],
            type=click.FloatRange(min=0),
            default=60,
            show_default=True,
            metavar="SECONDS",
            about=Text("Đợi lệnh khác đang ghi tối đa bao lâu.", "How long to wait for another one that is writing."),
        ),
    ]


def choice(claim: int | None, record: str | None) -> Choice:
    """Which of the records is meant."""
    from dfgraph.project.correcting import Choice

    return Choice(claim, record)


def correct(console: Console, decide: Decide, *, dry_run: bool, wait: float) -> int:
    """Carries a correction out and tells what became of it; the exit code."""
    from dfgraph.project.carrying import Manner

    manner = Manner(dry_run, wait, lambda: console.note(_WAITING))
    outcome = console.project().correct(decide, manner)
    if console.as_json:
        console.result(_plain(console, outcome))
        return int(bool(outcome.refused))
    if dry_run:
        click.echo(outcome.diff, nl=False)
    if found := [*outcome.refused, *outcome.remarks]:
        console.findings(found)
    if outcome.refused:
        console.note(_REFUSED)
        return 1
    if not outcome.correction.changes:
        console.note(_SAME)
    elif outcome.entry is None:
        console.note(_SHOWN)
    else:
        console.note(_DONE, told=outcome.correction.told, n=outcome.entry.number)
        if outcome.trouble:
            console.note(_TROUBLE, why=outcome.trouble.say(console.language))
        elif not outcome.current:
            console.note(_BEHIND)
    return 0


def _plain(console: Console, outcome: Outcome) -> dict[str, Any]:
    correction, entry = outcome.correction, outcome.entry
    root = console.project().places.root
    return {
        "verb": correction.verb,
        "ids": list(correction.ids),
        "told": correction.told.say(console.language),
        "files": [change.path.relative_to(root).as_posix() for change in correction.changes],
        "diff": outcome.diff,
        "written": entry is not None,
        "number": entry.number if entry else None,
        "current": outcome.current,
        "refused": [finding.to_json(console.language) for finding in outcome.refused],
        "findings": [finding.to_json(console.language) for finding in outcome.remarks],
    }
