"""`dfgraph rename ID NEW`: a thing by another id; the old one leads to it from then on."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from dfgraph.cli.console import Console
from dfgraph.cli.correcting import change_options, correct, thing_argument
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import verb


@verb("rename", VERBS["rename"], [thing_argument(), click.Argument(["new"], metavar="NEW"), *change_options()])
def command(console: Console, thing: str, new: str, **manner: Any) -> int:
    """Renames the thing and all that refers to it, and tells what became of it."""
    from dfgraph.project.renaming import renamed

    return correct(console, partial(renamed, thing=thing, new=new), **manner)
