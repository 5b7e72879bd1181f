"""`dfgraph merge ID INTO`: a thing that was entered twice, as one."""

from __future__ import annotations

from functools import partial
from typing import Any

from dfgraph.cli.console import Console
from dfgraph.cli.correcting import change_options, correct, thing_argument
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import verb


@verb("merge", VERBS["merge"], [thing_argument(), thing_argument("into", "INTO"), *change_options()])
def command(console: Console, thing: str, into: str, **manner: Any) -> int:
    """Merges the two, and tells what became of it."""
    from dfgraph.project.renaming import merged

    return correct(console, partial(merged, thing=thing, into=into), **manner)
