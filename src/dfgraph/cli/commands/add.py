"""`dfgraph add`: one command for one fact; the options of each kind come from its shapes."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dfgraph.base.language import Text
from dfgraph.base.text import nearest
from dfgraph.cli.adding.collect import draft_of
from dfgraph.cli.adding.complete import facts_files
from dfgraph.cli.adding.deciding import decided
from dfgraph.cli.adding.names import Way, ways_of
from dfgraph.cli.adding.options import KindCommand, field_options
from dfgraph.cli.completion import project_of
from dfgraph.cli.console import Console
from dfgraph.cli.groups import BilingualGroup
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import BilingualOption, shared_options
from dfgraph.cli.usage import language_of
from dfgraph.project.adding import Wishes
from dfgraph.sources.schema import Kind

if TYPE_CHECKING:
    from dfgraph.cli.adding.asking import Asker

_NO_KIND = Text("Không có loại «{name}».{meant}", "There is no kind “{name}”.{meant}")
_MEANT = Text(" Có phải: {names}?", " Did you mean {names}?")
_NOTHING = Text(
    "Chưa có gì để thêm: hãy cho biết ít nhất một trường.", "There is nothing to add: give at least one field."
)
_WHICH_KIND = Text("Hãy cho biết loại của bản ghi.", "Say of which kind the record is.")
_WAITING = Text("Đang đợi một lệnh dfgraph khác ghi xong…", "Waiting for another dfgraph to finish writing…")


class Kinds(BilingualGroup):
    """A group whose commands are the kinds of the project's ontology."""

    def titles(self, ctx: click.Context) -> Mapping[str, Text]:
        """The kinds, with their labels."""
        return {kind.key: kind.label for kind in project_of(ctx).ontology.schema.kinds.values()}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command that adds a record of this kind; UsageError with the nearest kinds where there is none."""
        schema = project_of(ctx).ontology.schema
        if cmd_name in schema.kinds:
            kind = schema.kinds[cmd_name]
            return _command(kind, ways_of(kind, schema), ctx)
        near = nearest(cmd_name, schema.kinds)
        meant = _MEANT.fill(names=", ".join(near)) if near else Text("", "")
        raise click.UsageError(_NO_KIND.fill(name=cmd_name, meant=meant).say(language_of(ctx)), ctx)


@click.command("add", cls=Kinds, about=VERBS["add"], invoke_without_command=True, params=shared_options())
@click.pass_context
def command(ctx: click.Context) -> int | None:
    """Asks for everything where no kind is named and somebody is there to answer."""
    if ctx.invoked_subcommand is not None:
        return None
    console = ctx.ensure_object(Console)
    if not _interactive(console):
        raise click.UsageError(_WHICH_KIND.say(console.language), ctx)
    from dfgraph.cli.adding.conversation import converse

    return converse(console, None)


def _command(kind: Kind, ways: list[Way], ctx: click.Context) -> click.Command:
    @click.pass_context
    def run(ctx: click.Context, /, **given: Any) -> int:
        console = ctx.ensure_object(Console)
        wishes = Wishes(given["file"], given["force"], given["wait"], lambda: console.note(_WAITING))
        if not given["id"] and all(given[way.param] in (None, ()) for way in ways):
            if not _interactive(console):
                raise click.UsageError(_NOTHING.say(console.language), ctx)
            from dfgraph.cli.adding.conversation import converse

            return converse(console, kind, wishes=wishes, dry=given["dry_run"])
        schema, today = console.project().ontology.schema, date.today().isoformat()
        draft = draft_of(kind, ways, given, schema, language=console.language, today=today)
        return decided(console, [draft], wishes, _asker(console), dry=given["dry_run"], yes=given["yes"])

    options = [*field_options(ways, project_of(ctx).ontology.schema), *_own_options(kind), *shared_options()]
    return KindCommand(kind.key, callback=run, params=options, about=kind.help or kind.label)


def _own_options(kind: Kind) -> list[click.Parameter]:
    """What every kind has besides its fields."""
    return [
        BilingualOption(
            ["--id"],
            metavar=f"{kind.prefix}/…",
            about=Text(
                "Mã (mặc định: ghép từ các trường hoặc tên).", "The id (default: made of fields, or of the name)."
            ),
        ),
        BilingualOption(
            ["--file"],
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            shell_complete=facts_files,
            about=Text("Ghi vào tệp này.", "The facts file to write to."),
        ),
        BilingualOption(
            ["--dry-run"],
            is_flag=True,
            about=Text("Chỉ cho xem, không ghi.", "Show the record, its triples and what is wrong; write nothing."),
        ),
        BilingualOption(["--yes", "-y"], is_flag=True, about=Text("Trả lời có.", "Answer yes to every question.")),
        BilingualOption(
            ["--force"],
            is_flag=True,
            about=Text("Thêm dù có thể đã ghi rồi.", "Add it even where it may be recorded already."),
        ),
        BilingualOption(
            ["--wait"],
            type=float,
            default=60.0,
            metavar="SECONDS",
            about=Text("Đợi lệnh khác đang ghi bao lâu (60).", "How long to wait for another writer (60)."),
        ),
    ]


def _interactive(console: Console) -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty() and not console.as_json


def _asker(console: Console) -> Asker | None:
    """Who answers questions, where somebody is there."""
    if not _interactive(console):
        return None
    from dfgraph.cli.adding.prompting import Prompts

    return Prompts(console.language)
