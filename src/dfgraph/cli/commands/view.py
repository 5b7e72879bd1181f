"""`dfgraph view`: a network as one page that opens from disk."""

from __future__ import annotations

from pathlib import Path

import click

from dfgraph.base.language import Text
from dfgraph.cli.completion import networks, settings
from dfgraph.cli.console import Console
from dfgraph.cli.options import BilingualOption, verb

_ABOUT = Text(
    "Làm một trang mạng lưới: một tệp HTML, mở từ đĩa, không cần mạng.\n\nNAME là tên một mạng lưới trong "
    "ontology/networks (mặc định: {default}). --list liệt kê chúng.",
    "Make a network page: one HTML file that opens from disk, without a network.\n\nNAME is a network of "
    "ontology/networks (default: {default}). --list lists them.",
).fill(default="partners")
_PARAMS = [
    click.Argument(["name"], required=False, metavar="[NAME]", shell_complete=networks),
    BilingualOption(
        ["--output", "-o"],
        type=click.Path(path_type=Path, dir_okay=False),
        about=Text("Tệp đích (mặc định: output/NAME.html).", "The file to write (default: output/NAME.html)."),
    ),
    BilingualOption(
        ["--set", "given"],
        multiple=True,
        metavar="NAME=VALUE",
        about=Text("Tham số của mạng lưới, như place=quang-ninh.", "A parameter of the network, as place=quang-ninh."),
        shell_complete=settings,
    ),
    BilingualOption(["--list", "listed"], is_flag=True, about=Text("Liệt kê các mạng lưới.", "List the networks.")),
]


@verb("view", _ABOUT, _PARAMS)
def command(console: Console, name: str | None, output: Path | None, given: tuple[str, ...], listed: bool) -> None:
    """Writes the page and says where it is."""
    project = console.answering()
    if listed:
        networks = [(n.name, n.phrase("title").say(console.language)) for n in project.networks.values()]
        if console.as_json:
            console.result([{"name": key, "title": title} for key, title in networks])
        else:
            console.table([console.say(Text("Tên", "Name")), console.say(Text("Nội dung", "Title"))], networks)
        return
    parameters = dict(_pair(console, text) for text in given)
    path, nodes, edges = project.view(name, parameters, output, console.language)
    if console.as_json:
        console.result({"path": str(path), "nodes": nodes, "edges": edges})
        return
    click.echo(path)
    console.note(Text("{n} nút, {m} cạnh.", "{n} nodes, {m} edges."), n=nodes, m=edges)


def _pair(console: Console, text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError(console.say(Text("--set cần TÊN=GIÁ-TRỊ.", "--set needs NAME=VALUE.")))
    return key, value
