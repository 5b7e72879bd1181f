"""The page that leads to all others: each with its picture, what it shows and how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dfgraph.base.language import LANGUAGES, Language, Text, say_number
from dfgraph.products.views.built import code, digest

TEMPLATES: Final = Path(__file__).with_name("templates")

_TEXTS: Final = {
    "title": Text("Các trang của đồ thị", "The pages of the graph"),
    "lead": Text(
        "Mỗi trang là một tệp mở từ đĩa, không cần mạng, có sơ đồ, bản đồ, dòng thời gian, bảng và nguồn của từng "
        "điều.",
        "Each page is one file that opens from disk, without a network, with a picture, a map, a timeline, tables and "
        "the source of every statement.",
    ),
    "counts": Text("{nodes} mục, {edges} quan hệ, {size}", "{nodes} things, {edges} relations, {size}"),
    "more": Text("Làm thêm trang", "More pages to make"),
    "how": Text(
        "Gõ một lệnh như sau, thay giá trị bằng tên hoặc mã của một đối tượng.",
        "Type a command such as these, with the name or id of a thing in the place of the value.",
    ),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: its title, what it is about, its file, what it shows, and its picture as SVG."""

    title: Text
    about: Text
    file: str
    nodes: int
    edges: int
    size: int
    picture: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A page that is made on demand, by a command."""

    title: Text
    about: Text
    command: str


def render_index(entries: Sequence[Entry], offers: Sequence[Offer], language: Language) -> str:
    """The page that links these pages, first in `language`; readers can switch. Write it as UTF-8, beside them.

    Raises ExportError where the code of the pages was not built.
    """
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    style, script = code("contents.css"), code("contents.js")
    found = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return found.get_template("index.html.j2").render(
        language=language,
        languages=LANGUAGES,
        texts=_TEXTS,
        entries=[(entry, _counts(entry), Markup(entry.picture)) for entry in entries],  # noqa: S704 - made of numbers
        offers=offers,
        policy=f"default-src 'none'; script-src {digest(script)}; style-src {digest(style)}; "
        "base-uri 'none'; form-action 'none'",
        style=Markup(style),  # noqa: S704 - checked by code
        script=Markup(script),  # noqa: S704 - checked by code
    )


def _counts(entry: Entry) -> Text:
    nodes, edges = say_number(str(entry.nodes)), say_number(str(entry.edges))
    return _TEXTS["counts"].fill(nodes=nodes, edges=edges, size=say_size(entry.size))


def say_size(size: int) -> Text:
    """How large a file is, as people say it.

    >>> say_size(3_456_000).vi, say_size(81_000).en
    ('3,5 MB', '81 kB')
    """
    if size >= 1_000_000:
        number = say_number(f"{size / 1_000_000:.1f}")
        return Text(f"{number.vi} MB", f"{number.en} MB")
    return Text(*(f"{max(1, round(size / 1000))} kB",) * 2)
