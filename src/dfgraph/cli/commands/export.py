"""`dfgraph export`: the graph as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dfgraph.base.language import Text
from dfgraph.cli.completion import networks, offered
from dfgraph.cli.console import Console
from dfgraph.cli.options import BilingualOption, verb
from dfgraph.products.exports import FORMATS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_ABOUT = Text(
    "Xuất đồ thị ra tệp; không nêu dạng nào thì xuất mọi dạng vào output/export.\n\n{formats}",
    "Write the graph to files; without a format, all of them into output/export.\n\n{formats}",
).fill(
    formats=Text(
        "\n\n".join(f"{f.name}: {f.about.vi}" for f in FORMATS.values()),
        "\n\n".join(f"{f.name}: {f.about.en}" for f in FORMATS.values()),
    )
)
_TARGET = BilingualOption(
    ["--output", "-o"],
    type=click.Path(path_type=Path, allow_dash=True),
    about=Text("Tệp đích (một dạng), hoặc - là stdout.", "The file to write (one format), or - for stdout."),
)
_NETWORK = BilingualOption(
    ["--network"], metavar="NAME", default="everything", show_default=True, shell_complete=networks,
    about=Text("Mạng lưới cho graphml và gexf.", "The network of graphml and gexf."),
)  # fmt: skip


def _formats(ctx: click.Context, param: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    named = ctx.params.get(param.name) or ()
    return offered(
        ctx, ((f.name, f.about) for f in FORMATS.values() if f.name.startswith(typed) and f.name not in named)
    )


_FORMATS = click.Argument(
    ["formats"], type=click.Choice(list(FORMATS)), nargs=-1, metavar="[FORMAT]...", shell_complete=_formats
)


@verb("export", _ABOUT, [_FORMATS, _TARGET, _NETWORK])
def command(console: Console, formats: tuple[str, ...], output: Path | None, network: str) -> None:
    """Writes the files and says where they are."""
    chosen = formats or tuple(FORMATS)
    if output is not None and len(chosen) != 1:
        raise click.UsageError(console.say(Text("--output cần đúng một dạng.", "--output needs just one format.")))
    project = console.answering()
    if output is not None and str(output) == "-":
        console.raw(project.exported(chosen[0], network))
        return
    written = project.export(chosen, network, output)
    if console.as_json:
        console.result([{"format": name, "path": str(path)} for name, path in zip(chosen, written, strict=True)])
        return
    for path in written:
        click.echo(path)
