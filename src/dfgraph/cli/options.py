"""Commands and options that speak the reader's language, and the options that every verb shares."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dfgraph.base.language import EMPTY, LANGUAGES, Text
from dfgraph.cli.console import Console
from dfgraph.cli.usage import HELP, BilingualContext, language_of

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])


class BilingualCommand(click.Command):
    """A command whose help is a Text."""

    context_class = BilingualContext

    def __init__(self, *args: Any, about: Text = EMPTY, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, told in the language of the person."""
        return told_help(super().get_help_option(ctx), ctx)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the help in the language of the person."""
        self.help = self.about.say(language_of(ctx)) or self.help
        super().format_help(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """The options that the shell offers, with their help in the language of the person."""
        told_options(self, ctx)
        return super().shell_complete(ctx, incomplete)


def told_options(command: click.Command, ctx: click.Context) -> None:
    """Gives the options of a command their help in the language of the person."""
    for param in command.params:
        if isinstance(param, BilingualOption):
            param.help = param.about.say(language_of(ctx)) or param.help


def told_help(option: click.Option | None, ctx: click.Context) -> click.Option | None:
    """The help option of a command with its text in the language of the person."""
    if option is not None:
        option.help = HELP.say(language_of(ctx))
    return option


class BilingualOption(click.Option):
    """An option whose help is a Text."""

    def __init__(self, *args: Any, about: Text = EMPTY, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option's line of help in the language of the person."""
        self.help = self.about.say(language_of(ctx)) or self.help
        return super().get_help_record(ctx)


def option(*names: str, about: Text, **settings: Any) -> Callable[[F], F]:
    """`click.option` with help in both languages."""
    return click.option(*names, cls=BilingualOption, about=about, **settings)


def _remember(name: str) -> Callable[[click.Context, click.Parameter, Any], Any]:
    def callback(ctx: click.Context, _: click.Parameter, value: Any) -> Any:
        console = ctx.ensure_object(Console)
        if value is not None and value is not False:
            setattr(console, name, value)
        return value

    return callback


def shared_options() -> list[click.Option]:
    """New `--project`, `--lang` and `--json`: every verb has them, and so has `dfgraph` itself."""
    return [
        BilingualOption(
            ["--project"],
            type=click.Path(path_type=Path, file_okay=False),
            metavar="DIR",
            expose_value=False,
            callback=_remember("folder"),
            about=Text("Thư mục dự án (mặc định: thư mục này).", "The project's folder (default: this one)."),
        ),
        BilingualOption(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            is_eager=True,
            expose_value=False,
            callback=_remember("language"),
            about=Text("Ngôn ngữ trả lời.", "The language of the answers."),
        ),
        BilingualOption(
            ["--json"],
            is_flag=True,
            expose_value=False,
            callback=_remember("as_json"),
            about=Text("Trả lời bằng JSON.", "Answer in JSON."),
        ),
    ]


def verb(
    name: str, about: Text, params: Sequence[click.Parameter] = ()
) -> Callable[[Callable[..., Any]], click.Command]:
    """Makes a function that takes the Console into a command with the shared options."""

    def decorate(function: Callable[..., Any]) -> click.Command:
        made = click.command(name, cls=BilingualCommand, about=about)(click.pass_obj(function))
        made.params.extend([*params, *shared_options()])
        return made

    return decorate
