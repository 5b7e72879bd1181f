"""`dfgraph show THING`: one thing, every statement with its citation."""

from __future__ import annotations

import click

from dfgraph.base.language import Text
from dfgraph.cli.completion import one_thing
from dfgraph.cli.console import Console
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import verb
from dfgraph.graph.query import Statement

_DERIVED = Text("[suy ra theo quy tắc]", "[derived by rule]")
_CONTESTED = Text("[các nguồn nói khác nhau]", "[contested]")
_DISPUTED = Text("[có nguồn phủ nhận]", "[disputed]")
_DENIED = Text("[chỉ có lời phủ nhận]", "[only denied: does not hold]")


@verb("show", VERBS["show"], [click.Argument(["thing"], nargs=-1, required=True, shell_complete=one_thing)])
def command(console: Console, thing: tuple[str, ...]) -> None:
    """Prints the thing."""
    found = console.answering().show(" ".join(thing))
    say = console.language
    if console.as_json:
        console.result(found.to_json(say))
        return
    title = f"{found.label.say(say)}  ({found.kind.say(say)}, {found.id})"
    headings = [console.say(t) for t in (Text("Điều", "Statement"), Text("Giá trị", "Value"), Text("Nguồn", "Source"))]
    console.table(headings, [_row(console, s) for s in found.statements], title=title)
    if found.mentions:
        headings[1] = console.say(Text("Của", "Of"))
        mentions = console.say(Text("Được nhắc đến ở", "Mentioned by"))
        console.table(headings, [_row(console, s) for s in found.mentions], title=mentions)
    remarks = {(c.note.say(say), c.say(say)): None for s in found.statements for c in s.citations if any(c.note)}
    if remarks:
        headings = [console.say(Text("Ghi chú về lời dẫn", "Remark on a claim")), headings[2]]
        console.table(headings, list(remarks))


def _row(console: Console, statement: Statement) -> tuple[str, str, str]:
    say = console.language
    value = statement.value.say(say)
    if statement.value.id and statement.value.id != value:
        value += f" ({statement.value.id})"
    if statement.language:
        value += f" @{statement.language}"
    marks = (
        (statement.derived, _DERIVED),
        (statement.contested, _CONTESTED),
        (statement.disputed and statement.holds, _DISPUTED),
        (not statement.holds, _DENIED),
    )
    sources = [*(console.say(mark) for on, mark in marks if on), *(c.say(say) for c in statement.citations)]
    return statement.property.say(say), value, "\n".join(dict.fromkeys(sources))
