"""`dfgraph report`: the reports of the ontology, each with options of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from dfgraph.base.language import Text
from dfgraph.cli.completion import project_of
from dfgraph.cli.console import Console
from dfgraph.cli.groups import BilingualGroup, options_of
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import BilingualCommand, BilingualOption, shared_options
from dfgraph.cli.tables import drawn, terminal_width

if TYPE_CHECKING:
    from dfgraph.products.reports import Grid, Report, ReportFiles

FORMATS: Final = ("text", "html")
_FORMAT = Text("text: bảng ra stdout; html: một trang.", "text: tables to stdout; html: a page.")
_OUTPUT = Text(
    "Tệp đích của trang, hoặc - là stdout (mặc định: output/report-NAME.html).",
    "The file of the page, or - for stdout (default: output/report-NAME.html).",
)


class Reports(BilingualGroup):
    """A group whose commands are the reports of the project's ontology."""

    def titles(self, ctx: click.Context) -> dict[str, Text]:
        """The reports."""
        return {report.name: report.title for report in project_of(ctx).reports.values()}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command that makes this report; raises QueryError with the nearest names where there is none."""
        return _command(_console(ctx).project().report_files(cmd_name))


def _console(ctx: click.Context) -> Console:
    return ctx.ensure_object(Console)


@click.command("report", cls=Reports, about=VERBS["report"], invoke_without_command=True, params=shared_options())
@click.pass_context
def command(ctx: click.Context) -> None:
    """Lists the reports where none is named."""
    if ctx.invoked_subcommand is None:
        console = _console(ctx)
        reports = [(r.name, r.title.say(console.language)) for r in console.project().reports.values()]
        if console.as_json:
            console.result([{"name": name, "title": title} for name, title in reports])
        else:
            console.table([console.say(Text("Tên", "Name")), console.say(Text("Nội dung", "Title"))], reports)


def _command(files: ReportFiles) -> click.Command:
    options = options_of(files.parameters)
    formats = click.Choice(FORMATS)
    options += [
        BilingualOption(["--format", "-f", "format_"], type=formats, default="text", show_default=True, about=_FORMAT),
        BilingualOption(["--output", "-o"], type=click.Path(path_type=Path, allow_dash=True), about=_OUTPUT),
    ]

    @click.pass_obj
    def run(console: Console, /, format_: str, output: Path | None, **given: str | None) -> None:
        if output is not None and format_ != "html":
            raise click.UsageError(console.say(Text("--output cần --format html.", "--output needs --format html.")))
        report = console.answering().report(files.name, **{k: v for k, v in given.items() if v is not None})
        if format_ == "html":
            _write(console, report, output)
        elif console.as_json:
            console.result(report.to_json(console.language))
        else:
            _print(console, report)

    about = Text(f"{files.title.vi}\n\n{files.about.vi}", f"{files.title.en}\n\n{files.about.en}")
    return BilingualCommand(files.name, callback=run, params=[*options, *shared_options()], about=about)


def _write(console: Console, report: Report, output: Path | None) -> None:
    from dfgraph.products.reports import render

    if output is not None and str(output) == "-":
        console.raw(render(report, console.language).encode())
        return
    path = console.project().report_page(report, output, console.language)
    if console.as_json:
        console.result({"path": str(path)})
    else:
        click.echo(path)


def _print(console: Console, report: Report) -> None:
    from dfgraph.products.reports import NONE, grid_of, limits_of

    click.secho(console.say(report.title), bold=True)
    for text in filter(None, (report.about, limits_of(report))):
        click.echo(console.say(text))
    for section in report.sections:
        click.echo()
        click.secho(console.say(section.title), bold=True)
        if section.about:
            click.echo(console.say(section.about))
        click.echo()
        click.echo("\n\n".join(_tables(grid_of(section, console.language))) or console.say(NONE))


def _tables(grid: Grid) -> Iterator[str]:
    """A section as one table, or as one for each name that stands over several rows."""
    if not grid.nested:
        rows = [(group.name, *row) for group in grid.groups for row in group.rows]
        if rows:
            yield drawn(grid.headings, rows, terminal_width(), grid.numeric)
        return
    numeric = {at - 1 for at in grid.numeric}
    for group in grid.groups:
        yield f"{group.name}\n\n{drawn(grid.headings[1:], group.rows, terminal_width(), numeric)}"
