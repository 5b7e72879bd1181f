"""`dfgraph view`: networks as pages that open from disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dfgraph.base.language import Text
from dfgraph.cli.completion import settings, views
from dfgraph.cli.console import Console
from dfgraph.cli.options import BilingualOption, verb

if TYPE_CHECKING:
    from dfgraph.project.viewing import Made

_ABOUT = Text(
    "Làm các trang mạng lưới: mỗi trang một tệp HTML, mở từ đĩa, không cần mạng.\n\n"
    "Không nêu gì: làm mọi trang không cần tham số và output/index.html dẫn đến chúng. Nêu tên một mạng lưới trong "
    "ontology/networks: làm trang đó. Nêu mã hoặc tên một đối tượng: làm trang về đối tượng ấy và những gì quanh nó.",
    "Make network pages: each is one HTML file that opens from disk, without a network.\n\n"
    "With nothing named: all pages that need no parameter, and output/index.html that leads to them. With the name of "
    "a network of ontology/networks: that page. With the id or name of a thing: a page on it and what is around it.",
)
_PARAMS = [
    click.Argument(["name"], nargs=-1, metavar="[NETWORK|THING]", shell_complete=views),
    BilingualOption(
        ["--output", "-o"],
        type=click.Path(path_type=Path, dir_okay=False),
        about=Text("Tệp đích (mặc định: output/NAME.html).", "The file to write (default: output/NAME.html)."),
    ),
    BilingualOption(
        ["--set", "given"],
        multiple=True,
        metavar="NAME=VALUE",
        about=Text("Tham số của mạng lưới, như country=lao.", "A parameter of the network, as country=laos."),
        shell_complete=settings,
    ),
    BilingualOption(
        ["--hops"],
        type=click.IntRange(1, 6),
        about=Text("Đi mấy bước từ đối tượng (mặc định: 1).", "How many steps to go from the thing (default: 1)."),
    ),
    BilingualOption(
        ["--no-sparql"],
        is_flag=True,
        about=Text("Trang không kèm SPARQL, nhỏ hơn nhiều.", "Pages without SPARQL, which are much smaller."),
    ),
    BilingualOption(
        ["--map-labels"],
        metavar="FILE|none",
        default="",
        about=Text(
            "Tệp CSV nhãn bản đồ, hoặc none (mặc định: ontology/map_labels.csv).",
            "A CSV file of labels for the map, or none (default: ontology/map_labels.csv).",
        ),
    ),
    BilingualOption(["--list", "listed"], is_flag=True, about=Text("Liệt kê các mạng lưới.", "List the networks.")),
]


@verb("view", _ABOUT, _PARAMS)
def command(
    console: Console,
    name: tuple[str, ...],
    output: Path | None,
    given: tuple[str, ...],
    hops: int | None,
    listed: bool,
    **manner: str | bool,
) -> None:
    """Writes the pages and says where they are."""
    from dfgraph.project.viewing import PageOptions, Wish

    viewing = console.answering().viewing(
        PageOptions(console.language, sparql=not manner["no_sparql"], labels=str(manner["map_labels"]))
    )
    if listed:
        _list(console, viewing.titles())
    elif name or given or hops or output:
        wish = Wish(" ".join(name), dict(_pair(console, text) for text in given), hops)
        made = viewing.one(wish, output)
        if console.as_json:
            console.result(_plain(made))
            return
        click.echo(made.path)
        _count(console, made)
    else:
        index, pages = viewing.all()
        if console.as_json:
            console.result({"index": str(index), "pages": [_plain(page) for page in pages]})
            return
        for page in pages:
            _count(console, page)
        click.echo(index)


def _list(console: Console, titles: list[tuple[str, Text]]) -> None:
    networks = [(name, title.say(console.language)) for name, title in titles]
    if console.as_json:
        console.result([{"name": name, "title": title} for name, title in networks])
    else:
        console.table([console.say(Text("Tên", "Name")), console.say(Text("Nội dung", "Title"))], networks)


def _plain(page: Made) -> dict[str, str | int]:
    return {"name": page.name, "path": str(page.path), "nodes": page.nodes, "edges": page.edges}


def _count(console: Console, page: Made) -> None:
    told = Text("{name}: {n} nút, {m} cạnh.", "{name}: {n} nodes, {m} edges.")
    console.note(told, name=page.name, n=page.nodes, m=page.edges)


def _pair(console: Console, text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError(console.say(Text("--set cần TÊN=GIÁ-TRỊ.", "--set needs NAME=VALUE.")))
    return key, value
