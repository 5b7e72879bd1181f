"""`dfgraph ask`: the named questions of the ontology, each with options of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from dfgraph.base.language import Text
from dfgraph.cli.answers import answer_options, counted, deliver, form_of, spoken, to_file
from dfgraph.cli.completion import project_of
from dfgraph.cli.console import Console
from dfgraph.cli.groups import BilingualGroup, options_of
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import BilingualCommand, BilingualOption, shared_options
from dfgraph.cli.usage import language_of
from dfgraph.graph.query import NamedQuery, Table

_FORMS: Final = ("table", "csv", "markdown", "json")
_FROM: Final = Text("{rows} từ {sources}.", "{rows} from {sources}.")
_CITE: Final = Text(" Thêm --cite để xem nguồn của từng dòng.", " Add --cite to see the source of each row.")


class Questions(BilingualGroup):
    """A group whose commands are the `.rq` files of the project's ontology."""

    def titles(self, ctx: click.Context) -> dict[str, Text]:
        """The questions."""
        return {query.name: query.title for query in project_of(ctx).catalog.queries.values()}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command that asks this question; raises QueryError with the nearest names where there is none."""
        return _command(_console(ctx).project().question(cmd_name))

    def sections(self, ctx: click.Context) -> Iterator[tuple[str, dict[str, Text]]]:
        """The questions by group."""
        catalog = _console(ctx).project().catalog
        for group in dict.fromkeys([*catalog.groups, *(q.group for q in catalog.queries.values())]):
            heading = catalog.groups.get(group, Text(group, group)).say(language_of(ctx))
            yield heading, {q.name: q.title for q in catalog.queries.values() if q.group == group}


def _console(ctx: click.Context) -> Console:
    return ctx.ensure_object(Console)


@click.command("ask", cls=Questions, about=VERBS["ask"], invoke_without_command=True, params=shared_options())
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
    cite = BilingualOption(
        ["--cite", "_cite"],
        is_flag=True,
        about=Text("Kèm nguồn của từng dòng.", "With the source of each row."),
    )

    @click.pass_obj
    def run(console: Console, /, _form: str | None, _output: Path | None, _cite: bool, **given: str | None) -> None:
        table = console.answering().ask(query.name, **{k: v for k, v in given.items() if v is not None})
        form = form_of(console, _form, _output)
        deliver(console, _written(console, query.title, table, form, _cite, _output), _output)
        if form == "table":
            _tell(console, table, _cite)

    params = [*options_of(query.parameters), cite, *answer_options(_FORMS), *shared_options()]
    return BilingualCommand(query.name, callback=run, params=params, about=query.title)


def _written(console: Console, title: Text, table: Table, form: str, cite: bool, output: Path | None) -> str | bytes:
    from dfgraph.products.answers import notes_of, sheet_of, to_csv, to_markdown

    say = console.language
    if form == "json":
        return console.json(table.to_json(say))
    if form == "csv":
        return to_csv(table, say, cite=cite, marked=to_file(output))
    notes = notes_of(table) if cite and table.cited else None
    sheet = sheet_of(table, title, notes, say)
    if form == "markdown":
        return to_markdown(sheet, notes, say)
    return spoken(console, sheet, notes, output)


def _tell(console: Console, table: Table, cite: bool) -> None:
    """Beside the table: how many rows, on how many sources they rest, and how to see these."""
    rows = counted(len(table.rows), "dòng", "row", "rows")
    sources = len({citation.source for row in table.rows for citation in row.citations})
    if not sources:
        console.note(Text("{rows}.", "{rows}."), rows=rows)
        return
    told = _FROM.fill(rows=rows, sources=counted(sources, "nguồn", "source", "sources"))
    console.note(told if cite else Text(*map("".join, zip(told, _CITE, strict=True))))
