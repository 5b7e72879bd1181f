"""`dfgraph retract ID --because TEXT`: claims that no longer hold, kept with the reason."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, Final

from dfgraph.base.language import Text
from dfgraph.cli.console import Console
from dfgraph.cli.correcting import change_options, choice, choice_options, correct, thing_argument
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import BilingualOption, verb

_BECAUSE: Final = BilingualOption(
    ["--because"],
    required=True,
    metavar="TEXT",
    about=Text("Vì sao rút, bằng ngôn ngữ của --lang.", "Why, in the language of --lang."),
)


@verb("retract", VERBS["retract"], [thing_argument(), _BECAUSE, *choice_options(), *change_options()])
def command(console: Console, thing: str, because: str, claim: int | None, record: str | None, **manner: Any) -> int:
    """Marks the claims as withdrawn, and tells what became of it."""
    from dfgraph.project.correcting import Reason, retracted

    today = date.today()  # of the person who withdraws
    reason = Reason(because, console.language, today)
    decide = partial(retracted, thing=thing, reason=reason, choice=choice(claim, record))
    return correct(console, decide, **manner)
