"""Records added to a project: planned, accepted, and written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dfgraph.base.errors import DfgraphError
from dfgraph.base.language import Text
from dfgraph.project.changing import WAIT, Change, commit, read_text, writing
from dfgraph.project.journal import Entry
from dfgraph.project.planning import Plan, plan
from dfgraph.project.settings import Places
from dfgraph.project.updating import answer_with, new_errors, tried
from dfgraph.sources.drafts import Draft
from dfgraph.sources.facts.book import fact_files
from dfgraph.sources.schema import Ontology

_TOLD = Text("Thêm {things}", "Added {things}")
_VERB = "add"
Accept = Callable[[Plan], bool]
"""Asked before anything is written; again where somebody else has written meanwhile."""


@dataclass(slots=True)
class Added:
    """What an attempt to add came to.

    `entry` is what the journal says of it once it is written; `current` tells whether the graph answers with it,
    `trouble` why it does not.
    """

    plan: Plan = field(default_factory=Plan)
    entry: Entry | None = None
    current: bool = False
    trouble: DfgraphError | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to add: to which file, whether to take a likely duplicate for a thing of its own, how long to wait."""

    file: Path | None = None
    force: bool = False
    wait: float = WAIT
    waiting: Callable[[], None] | None = None


def add(
    places: Places, ontology: Ontology, drafts: Sequence[Draft], accept: Accept, wishes: Wishes | None = None
) -> Added:
    """Adds `drafts` where nothing found is an error and the plan is accepted; the graph then answers with them.

    Questions are asked while others may write. What they wrote meanwhile is looked at before anything is written.
    """
    wishes = wishes or Wishes()
    seen = _stamp(places)
    made = plan(places, ontology, drafts, wishes.file, force=wishes.force)
    while made.sound and accept(made):
        with writing(places, wait=wishes.wait, waiting=wishes.waiting):
            if (now := _stamp(places)) != seen:
                again, seen = plan(places, ontology, drafts, wishes.file, force=wishes.force), now
                new = not again.sound or _likely(again) - _likely(made)
                made = again
                if new:
                    continue
            return _write(places, ontology, made)
    return Added(made)


def _write(places: Places, ontology: Ontology, made: Plan) -> Added:
    """Writes what was planned, unless the whole graph has an error by it that the plan could not see."""
    changes = [Change(path, text, read_text(path)) for path, text in made.texts.items()]
    work = tried(places, ontology, changes)
    if refused := new_errors(places, ontology, work):
        made.findings += refused
        return Added(made)
    ids = [addition.id for addition in made.additions]
    added = Added(made, commit(places, changes, verb=_VERB, told=_TOLD.fill(things=", ".join(ids)), ids=ids))
    try:
        added.current = answer_with(places, work)
    except DfgraphError as error:
        added.trouble = error
    return added


def _likely(made: Plan) -> set[str]:
    return {like.id for _, like in made.likely}


def _stamp(places: Places) -> tuple[tuple[str, int, int], ...]:
    """Tells whether any facts file was written since: name, time and size of each."""
    found = ((path, path.stat()) for path in fact_files(places.data))
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in found)
