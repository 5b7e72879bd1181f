"""A correction from its decision to the answer of the graph: tried, written whole or not at all, built."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field

from dfgraph.base.errors import DfgraphError
from dfgraph.base.findings import Finding, Severity
from dfgraph.project.changing import WAIT, Change, commit, read_text, writing
from dfgraph.project.correcting import Correction
from dfgraph.project.journal import Entry
from dfgraph.project.known import Known, read_known
from dfgraph.project.settings import Places
from dfgraph.project.updating import answer_with, new_errors, tried
from dfgraph.sources.schema import Ontology

_LONG = 5000
Decide = Callable[[Places, Known], Correction]
"""Decides on a correction, from what the facts files say."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How to carry a correction out: whether just to show it, and how long to wait for another writer."""

    dry_run: bool = False
    wait: float = WAIT
    waiting: Callable[[], None] | None = None


@dataclass(slots=True)
class Outcome:
    """What became of a correction.

    `refused` are the errors that it would bring in, `remarks` what else is found about its things; `entry` is what the
    journal says of it once it is written, `trouble` why the graph does not answer with it yet.
    """

    correction: Correction
    diff: str = ""
    refused: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)
    entry: Entry | None = None
    current: bool = False
    trouble: DfgraphError | None = None


def carry_out(places: Places, ontology: Ontology, decide: Decide, manner: Manner) -> Outcome:
    """Decides, tries, and where nothing new is wrong writes the facts files and brings the graph up to date.

    Raises ChangeError where it cannot be decided or written.
    """
    lock = nullcontext() if manner.dry_run else writing(places, wait=manner.wait, waiting=manner.waiting)
    with lock:
        correction = decide(places, read_known(places, ontology.schema))
        outcome = Outcome(correction, "".join(_diff(places, change) for change in correction.changes))
        if not correction.changes:
            return outcome
        work = tried(places, ontology, correction.changes)
        outcome.refused = new_errors(places, ontology, work)
        found = [f for f in work.report.findings if f.severity is Severity.WARNING]
        outcome.remarks = [f for f in found if f.subject in correction.ids]
        if outcome.refused or manner.dry_run:
            return outcome
        outcome.entry = commit(
            places,
            correction.changes,
            verb=correction.verb,
            told=correction.told,
            ids=correction.ids,
            undoes=correction.undoes,
        )
        try:
            outcome.current = answer_with(places, work)
        except DfgraphError as error:
            outcome.trouble = error
        return outcome


def _diff(places: Places, change: Change) -> str:
    """The change of one file, line by line as `diff -u` shows it."""
    shown = change.path.relative_to(places.root).as_posix()
    before, after = change.was if change.was is not None else read_text(change.path), change.text
    old, new = (before or "").splitlines(keepends=True), (after or "").splitlines(keepends=True)
    names = ["/dev/null" if before is None else f"a/{shown}", "/dev/null" if after is None else f"b/{shown}"]
    lines = [f"--- {names[0]}\n", f"+++ {names[1]}\n"]
    # Lines that come very often make a long comparison slow, and a short one coarse where they are passed over.
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=len(old) > _LONG)
    for group in matcher.get_grouped_opcodes():
        (_, i, _, k, _), (_, _, j, _, m) = group[0], group[-1]
        lines.append(f"@@ -{i + 1},{j - i} +{k + 1},{m - k} @@\n")
        for tag, a, b, c, d in group:
            if tag == "equal":
                lines += (" " + line for line in old[a:b])
            else:
                lines += [*("-" + line for line in old[a:b]), *("+" + line for line in new[c:d])]
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
