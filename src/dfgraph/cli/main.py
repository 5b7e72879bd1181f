"""`dfgraph`: finds the verb, and is the one place where errors become exit codes.

Exit 0 done, 1 findings at or above `--fail-on`, 2 usage, 3 a DfgraphError (one line and its remedy), 130 Ctrl-C.
"""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from click.exceptions import NoArgsIsHelpError

from dfgraph.base.errors import DfgraphError
from dfgraph.base.files import file_error
from dfgraph.base.language import LANGUAGES, Text
from dfgraph.cli.console import Console
from dfgraph.cli.options import BilingualOption, shared_options, told_help, told_options
from dfgraph.cli.usage import VERSION, BilingualContext, asked_before, explain, language_of

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

VERBS: Final = {
    "init": Text("Tạo một dự án mới.", "Make a new project."),
    "build": Text("Dựng đồ thị từ các sự kiện.", "Build the graph from the facts."),
    "check": Text("Kiểm tra các sự kiện mà không ghi gì.", "Check the facts, writing nothing."),
    "show": Text("Xem một vật, mỗi điều kèm nguồn.", "Show one thing, each statement with its source."),
    "search": Text("Tìm theo tên, có dấu hay không.", "Find by name, with or without marks."),
    "ask": Text("Hỏi một câu hỏi có sẵn.", "Ask one of the named questions."),
    "query": Text("Chạy một câu truy vấn SPARQL.", "Run a SPARQL query."),
    "add": Text("Thêm một sự kiện kèm nguồn.", "Add one fact with its source."),
    "template": Text("Tạo bảng trống để điền bằng Excel.", "Make a blank sheet to fill in with Excel."),
    "import": Text("Nhập các dòng của một bảng thành bản ghi.", "Bring the rows of a sheet in as records."),
    "edit": Text("Sửa giá trị của một vật, giữ nguyên phần còn lại.", "Change values of a thing, leaving all else."),
    "retract": Text("Rút khẳng định, kèm lý do.", "Withdraw claims, saying why."),
    "rename": Text("Đổi mã của một vật; mọi tham chiếu theo.", "Give a thing another id; references follow."),
    "merge": Text("Gộp một vật bị nhập hai lần.", "Make one of a thing that was entered twice."),
    "undo": Text("Lấy lại lần sửa cuối.", "Take back the last change."),
    "log": Text("Xem lịch sử của một vật, hay mọi lần sửa.", "Show the history of a thing, or all changes."),
    "export": Text("Xuất đồ thị ra tệp.", "Write the graph to files."),
    "view": Text("Làm các trang mạng lưới.", "Make network pages."),
    "report": Text("Lập báo cáo về chính đồ thị.", "Report on the graph itself."),
    "verify": Text("Đối chiếu khẳng định với văn bản của nguồn.", "Check claims against the texts of their sources."),
    "completion": Text("In đoạn mã để shell tự điền khi nhấn Tab.", "Print what lets a shell complete on Tab."),
}
"""The verbs in the order of use, with their line of help; each is the file of its name in `commands/`."""

ABOUT: Final = Text(
    "Đồ thị tri thức về đối ngoại địa phương: từ sự kiện có nguồn đến câu trả lời có nguồn.",
    "A knowledge graph of the external relations of Vietnam's localities: cited facts in, cited answers out.",
)


class Verbs(click.Group):
    """The group of all verbs; a verb's file is imported when the verb is used."""

    context_class = BilingualContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, told in the language of the person."""
        return told_help(super().get_help_option(ctx), ctx)

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
        with formatter.section("Commands"):
            formatter.write_dl([(name, about.say(language)) for name, about in VERBS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """The verbs that the shell offers, without importing one, and the options."""
        from dfgraph.cli.completion import offered

        told_options(self, ctx)
        verbs = offered(ctx, ((name, about) for name, about in VERBS.items() if name.startswith(incomplete)))
        return [*verbs, *click.Command.shell_complete(self, ctx, incomplete)]


@click.command("dfgraph", cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]}, params=shared_options())
@click.version_option(package_name="dfgraph", message="%(prog)s %(version)s", cls=BilingualOption, about=VERSION)
@click.pass_context
def dfgraph(ctx: click.Context) -> None:
    """The root command."""
    ctx.ensure_object(Console)


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and exits; where a shell asks what could be typed, answers that."""
    if "_DFGRAPH_COMPLETE" in os.environ:
        from dfgraph.cli.completion import complete

        sys.exit(complete(dfgraph))
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows a question mark for it, rather than nothing at all.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Runs one command; its exit code. Messages go to stderr in the person's language."""
    console = Console()
    if (language := asked_before(arguments, "--lang")) in LANGUAGES:
        console.language = language
    if folder := asked_before(arguments, "--project"):
        console.folder = Path(folder)
    try:
        result: Any = dfgraph.main(arguments, prog_name="dfgraph", standalone_mode=False, obj=console)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.ClickException as error:
        click.echo(explain(error, console.language), err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        console.note(Text("Đã dừng; những gì có trước vẫn nguyên.", "Stopped; what was there before is untouched."))
        return 130
    except DfgraphError as error:
        click.echo(f"dfgraph: {error.say(console.language)}", err=True)
        return 3
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): no fault of anyone's. Keep Python from saying so at exit.
        _forget_output()
        return 0
    except OSError as error:
        click.echo(f"dfgraph: {file_error(error, error.filename or 'stdout').say(console.language)}", err=True)
        _forget_output()
        return 3


def _forget_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
