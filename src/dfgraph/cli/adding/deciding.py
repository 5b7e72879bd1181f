"""Adding with somebody there to decide, or with options that decide for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dfgraph.base.language import Text
from dfgraph.cli.adding.asking import Asker
from dfgraph.cli.adding.telling import NOT_ADDED, describe, tell, tell_likely, tell_plan
from dfgraph.cli.console import Console
from dfgraph.project.adding import Wishes
from dfgraph.project.planning import Plan
from dfgraph.sources.drafts import Draft, Unsettled

_ADD = Text("Thêm?", "Add it?")
_ANYWAY = Text("Vẫn thêm?", "Add it anyway?")
_WHICH = Text("«{text}» là", "“{text}” is")


def decided(
    console: Console,
    drafts: Sequence[Draft],
    wishes: Wishes,
    asker: Asker | None,
    *,
    dry: bool = False,
    yes: bool = False,
    confirm: bool = False,
) -> int:
    """Adds drafts; tells what came of it; the exit code.

    What is left open is asked where there is an `asker`; with `confirm`, also whether to add at all. With `dry` nothing
    is written; with `yes` the answer is yes.
    """
    project = console.project()

    def accept(plan: Plan) -> bool:
        if dry:
            return False
        if confirm:
            tell_plan(console, plan)
        if yes or (wishes.force and not confirm):
            return True
        if plan.likely and not wishes.force:
            tell_likely(console, plan)
            if asker is None:
                console.note(NOT_ADDED)
                return False
            return asker.confirm(_ANYWAY, default=False)
        return not confirm or asker is None or asker.confirm(_ADD, default=True)

    added = project.add(drafts, accept, wishes)
    while asker and added.plan.open and _settled(asker, added.plan):
        added = project.add(drafts, accept, wishes)
    return tell(console, added, dry=dry)


def _settled(asker: Asker, plan: Plan) -> bool:
    """Asks what each open name means and puts it in its draft."""
    for draft, unsettled in plan.open:
        options = [(candidate.id, describe(candidate)) for candidate in unsettled.candidates]
        chosen = asker.choose(_WHICH.fill(text=unsettled.text), options)
        if chosen is None:
            return False
        _put(draft, unsettled, chosen)
    return True


def _put(draft: Draft, unsettled: Unsettled, chosen: str) -> None:
    values: Any = draft.values
    *before, last = unsettled.keys
    for key in before:
        values = values[key]
    values[last] = chosen
