"""`dfgraph search TEXT`: things by name."""

from __future__ import annotations

import click

from dfgraph.base.language import Text
from dfgraph.cli.console import Console
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import BilingualOption, verb

_LIMIT = BilingualOption(
    ["--limit"],
    type=click.IntRange(1),
    default=20,
    show_default=True,
    about=Text("Nhiều nhất bao nhiêu.", "At most so many."),
)


@verb("search", VERBS["search"], [click.Argument(["text"], nargs=-1, required=True), _LIMIT])
def command(console: Console, text: tuple[str, ...], limit: int) -> None:
    """Prints the hits, best first."""
    hits = console.answering().search(" ".join(text), limit)
    say = console.language
    if console.as_json:
        console.result([{"id": h.id, "label": h.label.say(say), "kind": h.kind.say(say), "name": h.name} for h in hits])
    elif hits:
        headings = [
            console.say(t)
            for t in (Text("Mã", "Id"), Text("Tên", "Name"), Text("Loại", "Kind"), Text("Khớp", "Matched"))
        ]
        console.table(headings, [(h.id, h.label.say(say), h.kind.say(say), h.name) for h in hits])
    else:
        console.note(Text("Không tìm thấy «{name}».", "Nothing is called “{name}”."), name=" ".join(text))
