"""`dfgraph undo`: the last change of the facts taken back; undone itself, it is made again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from dfgraph.cli.console import Console
from dfgraph.cli.correcting import change_options, correct
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import verb

if TYPE_CHECKING:
    from dfgraph.project.correcting import Correction
    from dfgraph.project.known import Known
    from dfgraph.project.settings import Places


@verb(
    "undo",
    VERBS["undo"],
    [click.Argument(["number"], type=click.IntRange(min=1), required=False, metavar="[N]"), *change_options()],
)
def command(console: Console, number: int | None, **manner: Any) -> int:
    """Takes the change back, and tells what became of it."""
    from dfgraph.project.history import undone

    def decide(places: Places, _: Known) -> Correction:
        return undone(places, number)

    return correct(console, decide, **manner)
