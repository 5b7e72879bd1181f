"""What click says by itself, in the reader's language: headings of the help, and wrong command lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import click
from click.exceptions import MissingParameter, NoSuchOption

from dfgraph.base.language import Language, Text, reader_language
from dfgraph.cli.console import Console

USAGE: Final = Text("Cách dùng: ", "Usage: ")
HEADINGS: Final = {"Options": Text("Tùy chọn", "Options"), "Commands": Text("Lệnh", "Commands")}
HELP: Final = Text("Hiện phần trợ giúp này.", "Show this message and exit.")
VERSION: Final = Text("Hiện phiên bản.", "Show the version and exit.")
_TRY: Final = Text("Xem «{path} --help».", "See `{path} --help`.")


def language_of(ctx: click.Context) -> Language:
    """The language of the person: `--lang` where it was given, else that of the machine."""
    console = ctx.find_object(Console)
    return console.language if console else reader_language()


class Formatter(click.HelpFormatter):
    """Help with headings in the language of the person."""

    language: Language = "en"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how the command is written."""
        super().write_usage(prog, args, prefix or USAGE.say(self.language))

    def write_heading(self, heading: str) -> None:
        """A heading."""
        super().write_heading(HEADINGS[heading].say(self.language) if heading in HEADINGS else heading)


class BilingualContext(click.Context):
    """A context whose help speaks the language of the person."""

    formatter_class = Formatter

    def make_formatter(self) -> click.HelpFormatter:
        """The formatter of this context's help."""
        formatter = super().make_formatter()
        assert isinstance(formatter, Formatter)
        formatter.language = language_of(self)
        return formatter


def asked_before(arguments: Sequence[str], option: str) -> str | None:
    """What stands after an option, before click has read the line: its own help and errors come first.

    So do the commands that the ontology of the project names, wherever `--project` stands.
    """
    for here, after in zip(arguments, [*arguments[1:], ""], strict=True):
        if here == option:
            return after
        if here.startswith(f"{option}="):
            return here.partition("=")[2]
    return None


def explain(error: click.ClickException, language: Language) -> str:
    """Why a command line is wrong, and where the help is."""
    line = f"dfgraph: {_why(error).say(language)}"
    ctx = getattr(error, "ctx", None)
    return f"{ctx.get_usage()}\n{line} {_TRY.fill(path=ctx.command_path).say(language)}" if ctx else line


def _why(error: click.ClickException) -> Text:
    told = error.format_message()
    if isinstance(error, NoSuchOption):
        near = ", ".join(error.possibilities or ())
        meant = Text(" Có phải: {n}?", " Did you mean: {n}?").fill(n=near) if near else Text("", "")
        return Text("Không có tùy chọn {o}.{m}", "There is no option {o}.{m}").fill(o=error.option_name, m=meant)
    if isinstance(error, MissingParameter) and error.param is not None:
        return Text("Thiếu {name}.", "{name} is missing.").fill(name=_name(error.param))
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = _name(error.param)
        if isinstance(error.param.type, click.Choice):
            allowed = ", ".join(map(str, error.param.type.choices))
            message = Text("{name} chỉ nhận: {allowed}.", "{name} takes one of: {allowed}.")
            return message.fill(name=name, allowed=allowed)
        return Text("{name} không hợp lệ: {told}", "{name} is not valid: {told}").fill(name=name, told=told)
    return Text("Dòng lệnh không hợp lệ: {told}", "The command line is not valid: {told}").fill(told=told)


def _name(param: click.Parameter) -> str:
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
