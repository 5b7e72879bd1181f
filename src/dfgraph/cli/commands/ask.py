"""`dfgraph ask`: the named questions of the ontology, each with options of its own."""

from __future__ import annotations

from typing import Any

import click

from dfgraph.base.language import Text
from dfgraph.cli.console import Console
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import BilingualCommand, BilingualOption, shared_options, told_help
from dfgraph.cli.usage import BilingualContext, language_of
from dfgraph.graph.query import NamedQuery, Table


class Questions(click.Group):
    """A group whose commands are the `.rq` files of the project's ontology."""

    context_class = BilingualContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, told in the language of the person."""
        return told_help(super().get_help_option(ctx), ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the questions."""
        return list(_console(ctx).project().catalog.queries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command that asks this question; raises QueryError with the nearest names where there is none."""
        return _command(_console(ctx).project().question(cmd_name))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What `ask` does."""
        with formatter.indentation():
            formatter.write_text(VERBS["ask"].say(language_of(ctx)))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The questions by group."""
        language, catalog = language_of(ctx), _console(ctx).project().catalog
        for group in dict.fromkeys([*catalog.groups, *(q.group for q in catalog.queries.values())]):
            members = [(q.name, q.title.say(language)) for q in catalog.queries.values() if q.group == group]
            if members:
                with formatter.section(catalog.groups.get(group, Text(group, group)).say(language)):
                    formatter.write_dl(members)


def _console(ctx: click.Context) -> Console:
    return ctx.ensure_object(Console)


@click.command("ask", cls=Questions, invoke_without_command=True, params=shared_options())
@click.pass_context
def command(ctx: click.Context) -> None:
    """Lists the questions where none is named."""
    if ctx.invoked_subcommand is None:
        console = _console(ctx)
        if console.as_json:
            queries = console.project().catalog.queries.values()
            console.result([_to_json(q, console) for q in queries])
        else:
            click.echo(ctx.get_help())


def _to_json(query: NamedQuery, console: Console) -> dict[str, Any]:
    say = console.language
    parameters = [{"name": p.name, "required": p.required, "help": p.help.say(say)} for p in query.parameters]
    return {"name": query.name, "group": query.group, "title": query.title.say(say), "parameters": parameters}


def _command(query: NamedQuery) -> click.Command:
    options: list[click.Parameter] = [
        BilingualOption(
            [f"--{p.name.replace('_', '-')}", p.name],
            required=p.required,
            metavar=p.name.upper(),
            about=p.help,
        )
        for p in query.parameters
    ]

    @click.pass_obj
    def run(console: Console, /, **given: str | None) -> None:
        table = console.project().ask(query.name, **{k: v for k, v in given.items() if v is not None})
        if console.as_json:
            console.result(table.to_json(console.language))
        else:
            _print(console, query, table)

    return BilingualCommand(query.name, callback=run, params=[*options, *shared_options()], about=query.title)


def _print(console: Console, query: NamedQuery, table: Table) -> None:
    say = console.language
    headings = [c.heading.say(say) for c in table.columns]
    rows = [[cell.say(say) if cell else "" for cell in row.cells] for row in table.rows]
    if table.cited:
        headings.append(console.say(Text("Nguồn", "Source")))
        for cells, row in zip(rows, table.rows, strict=True):
            cells.append("\n".join(c.say(say) for c in row.citations))
    console.table(headings, rows, title=query.title.say(say))
    console.note(Text("{n} dòng", "{n} row(s)"), n=len(rows))
    if any(c.open_list for row in table.rows for c in row.citations):
        console.note(Text("Nguồn để danh sách còn mở («…»).", "The source leaves this list open (“…”)."))
