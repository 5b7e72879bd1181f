"""`dfgraph`: finds the verb, and is the one place where errors become exit codes.

Exit 0 done, 1 findings at or above `--fail-on`, 2 usage, 3 a DfgraphError (one line and its remedy), 130 Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, Final

import click

from dfgraph.base.errors import DfgraphError
from dfgraph.base.language import Text
from dfgraph.cli.console import Console
from dfgraph.cli.options import language_of, shared_options

VERBS: Final = {
    "init": Text("Tạo một dự án mới.", "Make a new project."),
    "build": Text("Dựng đồ thị từ các sự kiện.", "Build the graph from the facts."),
    "check": Text("Kiểm tra các sự kiện mà không ghi gì.", "Check the facts, writing nothing."),
    "show": Text("Xem một vật, mỗi điều kèm nguồn.", "Show one thing, each statement with its source."),
    "search": Text("Tìm theo tên, có dấu hay không.", "Find by name, with or without marks."),
    "ask": Text("Hỏi một câu hỏi có sẵn.", "Ask one of the named questions."),
    "query": Text("Chạy một câu truy vấn SPARQL.", "Run a SPARQL query."),
    "export": Text("Xuất đồ thị ra tệp.", "Write the graph to files."),
    "view": Text("Làm một trang mạng lưới.", "Make a network page."),
}
"""The verbs in the order of use, with their line of help; each is the file of its name in `commands/`."""

ABOUT: Final = Text(
    "Đồ thị tri thức về đối ngoại địa phương: từ sự kiện có nguồn đến câu trả lời có nguồn.",
    "A knowledge graph of the external relations of Vietnam's localities: cited facts in, cited answers out.",
)


class Verbs(click.Group):
    """The group of all verbs; a verb's file is imported when the verb is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of use."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of this name."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"dfgraph.cli.commands.{cmd_name}").command
        return command

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line on what dfgraph is."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(ABOUT.say(language_of(ctx)))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of verbs, without importing one."""
        language = language_of(ctx)
        with formatter.section(Text("Lệnh", "Commands").say(language)):
            formatter.write_dl([(name, about.say(language)) for name, about in VERBS.items()])


@click.command("dfgraph", cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]}, params=shared_options())
@click.version_option(package_name="dfgraph", message="%(prog)s %(version)s")
@click.pass_context
def dfgraph(ctx: click.Context) -> None:
    """The root command."""
    ctx.ensure_object(Console)


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and exits."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Runs one command; its exit code. Messages go to stderr in the person's language."""
    console = Console()
    try:
        result: Any = dfgraph.main(arguments, prog_name="dfgraph", standalone_mode=False, obj=console)
        return result if isinstance(result, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        console.note(Text("Đã dừng; những gì có trước vẫn nguyên.", "Stopped; what was there before is untouched."))
        return 130
    except DfgraphError as error:
        click.echo(f"dfgraph: {error.say(console.language)}", err=True)
        return 3
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): no fault of anyone's. Keep Python from saying so at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
