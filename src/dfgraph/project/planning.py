"""What adding records to a project would do, told without writing anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path

from dfgraph.base.findings import Fault, Finding, Severity
from dfgraph.base.language import Text
from dfgraph.graph.build.nearby import check_nearby
from dfgraph.graph.update import Unfit
from dfgraph.project.known import Known, read_known
from dfgraph.project.looking import Looked, looked_up
from dfgraph.project.settings import Places
from dfgraph.project.targets import Targets, source_key_of
from dfgraph.sources.drafts import (
    SAME_CLAIM,
    SAME_ID,
    Draft,
    Likeness,
    Unsettled,
    alike,
    cite,
    label_of,
    named_id,
    of_draft,
    settle,
    told_at,
    with_defaults,
)
from dfgraph.sources.facts import Claim, Entry, faults
from dfgraph.sources.facts.check import Checked
from dfgraph.sources.schema import Kind, Ontology
from dfgraph.sources.writing import record_text

MISSING = Fault(
    "facts/missing-field",
    Severity.ERROR,
    Text("Thiếu «{field}»; loại «{kind}» cần có.", "“{field}” is missing; the kind “{kind}” needs it."),
)
_REQUIRED = "shape/min-count"

Facts = Known | Looked


@dataclass(slots=True)
class Addition:
    """One record to be added: its id and name, its text, the file it goes to, its claims, and what it may repeat."""

    draft: Draft
    id: str
    label: Text
    claims: list[Claim]
    likely: list[Likeness] = field(default_factory=list)
    path: Path | None = None

    @property
    def text(self) -> str:
        """The record as YAML."""
        return record_text(self.draft.record())


@dataclass(slots=True)
class Plan:
    """What adding some drafts would do.

    `open` are the names that may mean several things, each with the draft that says it, as it was given; `texts` are
    the new texts of the facts files, none where something found is an error.
    """

    additions: list[Addition] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    open: list[tuple[Draft, Unsettled]] = field(default_factory=list)
    texts: dict[Path, str] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether nothing found is an error."""
        return all(f.severity < Severity.ERROR for f in self.findings)

    @property
    def likely(self) -> list[tuple[Addition, Likeness]]:
        """What is likely to be recorded already."""
        return [(addition, like) for addition in self.additions for like in addition.likely]


def plan(
    places: Places, ontology: Ontology, drafts: Sequence[Draft], file: Path | None = None, *, force: bool = False
) -> Plan:
    """What adding `drafts`, in their order, would do; the drafts are not changed.

    A source that they cite comes first where it is new. With `force`, an id that is made of a name and is taken is
    numbered on; without, the record adds to what has that id.
    """
    try:
        with looked_up(places, ontology) as known:
            return planned(places, ontology, known, drafts, file, force=force)
    except Unfit:
        return planned(places, ontology, read_known(places, ontology.schema), drafts, file, force=force)


def planned(
    places: Places,
    ontology: Ontology,
    known: Facts,
    drafts: Sequence[Draft],
    file: Path | None = None,
    *,
    force: bool = False,
) -> Plan:
    """What adding `drafts` to what is `known` would do; see `plan`."""
    maker = _Maker(known, force=force)
    for given, draft in zip(drafts, deepcopy(list(drafts)), strict=True):
        maker.take(draft, given)
    entries = [draft.entry(number) for number, draft in enumerate(maker.drafts)]
    checked, claims = known.check(entries)
    checked.findings += _behind_the_id(known, entries)
    made = Plan(open=maker.open)
    for number, (draft, entry) in enumerate(zip(maker.drafts, entries, strict=True)):
        mine = [claim for claim in claims if claim.entry is entry]
        label = label_of(draft.values, known.schema.kinds[draft.kind])
        addition = Addition(draft, entry.id, label, mine)
        addition.likely = list(_likely(known, maker, checked, addition))
        made.additions.append(addition)
        made.findings += _of(checked.findings, number, draft)
        made.findings += _missing(known, draft, entry)
    if made.sound:
        made.findings += _nearby(places.ontology, ontology, known, checked, made.additions)
    if made.sound:
        targets = Targets(places, known.holdings, source_key_of(known.schema), file)
        for addition in made.additions:
            addition.path = targets.put(addition.draft.record())
        made.texts = targets.texts
    return made


class _Maker:
    """Drafts made ready to be checked: named, their names settled, each after what it needs."""

    def __init__(self, known: Facts, *, force: bool) -> None:
        self.known = known
        self.force = force
        self.drafts: list[Draft] = []
        self.open: list[tuple[Draft, Unsettled]] = []
        self.sources: list[Draft] = []
        self.minted: list[Draft] = []

    def take(self, draft: Draft, given: Draft) -> None:
        """Takes a draft, and before it the source that it cites where that is new."""
        source = draft.cites
        if source is not None and cite(draft, source, self.known.index):
            self.sources.append(source)
            self._keep(source, given.cites or given)
        self._keep(draft, given)

    def _keep(self, draft: Draft, given: Draft) -> None:
        index = self.known.index
        kind = index.schema.kinds[draft.kind]
        if "id" not in draft.values:
            self.minted.append(draft)
            if not any(f.key in draft.values for f in kind.id_from):
                self._name(draft, kind)
        if not self.known.has(str(draft.values.get("id", ""))):
            with_defaults(draft, kind)
        self.open += [(given, unsettled) for unsettled in settle(draft, index)]
        self.drafts.append(draft)
        entry = draft.entry(len(self.drafts))
        if isinstance(id_ := draft.values.get("id"), str):
            entry.kind, entry.id = draft.kind, id_
            index.add(entry, kind)

    def _name(self, draft: Draft, kind: Kind) -> None:
        """Makes an id of the name. What has that id is the same thing where it has that name, unless forced."""
        label = label_of(draft.values, kind)
        words = [label.vi or label.en]
        made = named_id(kind.prefix, words)
        index = self.known.index
        if made in index:
            bearers = index.called(words[0], kind.iri)
            if self.force or made not in [thing.id for thing in bearers]:
                made = named_id(kind.prefix, words, index)
        if made:
            draft.values["id"] = made


def _behind_the_id(known: Facts, entries: Sequence[Entry]) -> list[Finding]:
    """What else is wrong with records that get no id: without one they are not looked at any further."""
    nameless = [Entry(e.path, e.line, {**e.values, "id": _any_id(known, e)}, e.marks) for e in entries if not e.id]
    found = known.check(nameless)[0].findings if nameless else []
    return [replace(finding, subject=None) for finding in found if of_draft(finding) is not None]


def _any_id(known: Facts, entry: Entry) -> str:
    return f"{known.schema.kinds[str(entry.values['kind'])].prefix}/new"


def _of(findings: Sequence[Finding], number: int, draft: Draft) -> Iterator[Finding]:
    for finding in dict.fromkeys(findings):
        if of_draft(finding) == number and finding.code != faults.DUPLICATE_RECORD.code:
            yield told_at(finding, draft)


def _missing(known: Facts, draft: Draft, entry: Entry) -> Iterator[Finding]:
    """The fields that a thing needs, where a new thing has none; what is known already may have them."""
    kind = known.schema.kinds[draft.kind]
    for needed in () if known.has(entry.id) else kind.fields.values():
        if needed.required and needed.key not in draft.values:
            finding = MISSING.at(entry.at(needed.key), entry.id or None, field=needed.label, kind=kind.label)
            yield told_at(finding, draft)


def _likely(known: Facts, maker: _Maker, checked: Checked, addition: Addition) -> Iterator[Likeness]:
    """What the record may repeat; a source is told by its address, and an id that somebody wrote is meant."""
    number = next(n for n, draft in enumerate(maker.drafts) if draft is addition.draft)
    repeated = [f for f in checked.findings if f.code == faults.DUPLICATE_RECORD.code and of_draft(f) == number]
    if repeated:
        yield Likeness(addition.id, known.label(addition.id), SAME_CLAIM)
    elif known.has(addition.id):
        if any(addition.draft is minted for minted in maker.minted):
            yield Likeness(addition.id, known.label(addition.id), SAME_ID)
    elif not any(addition.draft is source for source in maker.sources):
        kind = known.schema.kinds[addition.draft.kind]
        for id_, why in alike(addition.claims, known.like(addition.claims), kind):
            yield Likeness(id_, known.label(id_), why)


def _nearby(
    folder: Path, ontology: Ontology, known: Facts, checked: Checked, additions: Sequence[Addition]
) -> Iterator[Finding]:
    """What the shapes and checks find that they did not find before."""
    old = [claim for addition in additions for claim in known.claims(addition.id)]
    found = check_nearby(folder, ontology, checked, old, known.claims) if old else []
    before = {(f.code, f.message) for f in found}
    claims = [claim for addition in additions for claim in addition.claims]
    for finding in check_nearby(folder, ontology, checked, claims, known.claims):
        if (finding.code, finding.message) not in before and finding.code != _REQUIRED:
            number = of_draft(finding)
            yield finding if number is None else told_at(finding, additions[number].draft)
