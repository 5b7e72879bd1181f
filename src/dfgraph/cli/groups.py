"""Verbs whose commands the project's ontology names: its questions, its reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

from dfgraph.base.language import EMPTY, Text
from dfgraph.cli.completion import offered, things
from dfgraph.cli.options import BilingualOption, told_help, told_options
from dfgraph.cli.usage import BilingualContext, language_of

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from dfgraph.graph.query import Parameter


class BilingualGroup(click.Group):
    """A verb with commands of its own and a Text as help; `titles` and `get_command` say what it offers."""

    context_class = BilingualContext

    def __init__(self, *args: Any, about: Text = EMPTY, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about

    def titles(self, ctx: click.Context) -> Mapping[str, Text]:
        """The names of the commands, and what each of them is about."""
        return dict.fromkeys(self.commands, EMPTY)

    def sections(self, ctx: click.Context) -> Iterable[tuple[str, Mapping[str, Text]]]:
        """The commands under the headings of the help."""
        return [("Commands", self.titles(ctx))]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(self.titles(ctx))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, told in the language of the person."""
        return told_help(super().get_help_option(ctx), ctx)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the verb does."""
        with formatter.indentation():
            formatter.write_text(self.about.say(language_of(ctx)))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, section by section."""
        for heading, titles in self.sections(ctx):
            if titles:
                with formatter.section(heading):
                    formatter.write_dl([(name, title.say(language_of(ctx))) for name, title in titles.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """The commands that the shell offers, with their titles, and the options."""
        told_options(self, ctx)
        named = offered(ctx, ((n, t) for n, t in self.titles(ctx).items() if n.startswith(incomplete)))
        return [*named, *click.Command.shell_complete(self, ctx, incomplete)]


def options_of(parameters: Iterable[Parameter]) -> list[click.Parameter]:
    """An option for each parameter of a query of the ontology."""
    return [
        BilingualOption(
            [f"--{p.name.replace('_', '-')}", p.name],
            required=p.required,
            metavar=p.name.upper(),
            about=p.help,
            shell_complete=things(p.range) if p.range else None,
        )
        for p in parameters
    ]
