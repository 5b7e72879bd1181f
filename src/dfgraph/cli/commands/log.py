"""`dfgraph log [ID]`: the claims of a thing with their dates and what was changed of it, or all changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from dfgraph.base.language import Text
from dfgraph.cli.completion import one_thing
from dfgraph.cli.console import Console
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import verb

if TYPE_CHECKING:
    from dfgraph.project.history import History
    from dfgraph.project.journal import Entry

_CLAIMS: Final = (
    Text("Số", "No."),
    Text("Ở đâu", "Where"),
    Text("Nói về", "Says"),
    Text("Nguồn", "Source"),
    Text("Ngày ghi", "Recorded"),
    Text("Rút", "Retracted"),
)
_CHANGES: Final = (Text("Lần", "Change"), Text("Lúc (UTC)", "When (UTC)"), Text("Việc", "What"), Text("Tệp", "Files"))
_FORMER: Final = Text("Mã cũ: {f}", "Formerly: {f}")
_NONE: Final = Text("Chưa có lần sửa nào.", "Nothing has been changed yet.")


@verb("log", VERBS["log"], [click.Argument(["thing"], nargs=-1, metavar="[ID]", shell_complete=one_thing)])
def command(console: Console, thing: tuple[str, ...]) -> None:
    """Prints the history of the thing, or the journal."""
    project = console.project()
    if not thing:
        entries = project.journal()
        if console.as_json:
            console.result([_plain(console, entry) for entry in entries])
        elif entries:
            _changes(console, entries)
        else:
            console.note(_NONE)
        return
    found = project.history(" ".join(thing))
    if console.as_json:
        told = {"id": found.id, "former": list(found.former), "claims": [claim.to_json() for claim in found.claims]}
        console.result({**told, "changes": [_plain(console, entry) for entry in found.changes]})
        return
    _claims(console, found)
    if found.changes:
        _changes(console, found.changes)


def _claims(console: Console, found: History) -> None:
    title = found.id
    if found.former:
        title += f"  ({console.say(_FORMER, f=', '.join(found.former))})"
    rows = []
    for claim in found.claims:
        because = claim.because.say(console.language)
        retracted = f"{claim.retracted}: {because}" if because else claim.retracted
        rows.append([str(claim.number), claim.place, ", ".join(claim.fields), claim.source, claim.recorded, retracted])
    console.table([console.say(heading) for heading in _CLAIMS], rows, title=title)


def _changes(console: Console, entries: Sequence[Entry]) -> None:
    rows = []
    for entry in entries:
        files = "\n".join(file.path for file in entry.files)
        rows.append([str(entry.number), entry.time[:19].replace("T", " "), entry.told.say(console.language), files])
    console.table([console.say(heading) for heading in _CHANGES], rows)


def _plain(console: Console, entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "time": entry.time,
        "verb": entry.verb,
        "told": entry.told.say(console.language),
        "ids": list(entry.ids),
        "files": [file.path for file in entry.files],
        "undoes": entry.undoes,
    }
