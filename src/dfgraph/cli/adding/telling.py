"""What is said of records that are added, or would be: text, triples, faults, likely duplicates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import click

from dfgraph.base.findings import Finding, Severity
from dfgraph.base.language import Language, Text
from dfgraph.base.lookup import Named
from dfgraph.base.names import BASE, Names
from dfgraph.cli.console import Console
from dfgraph.project.adding import Added
from dfgraph.project.planning import Addition, Plan
from dfgraph.project.settings import Places
from dfgraph.sources.drafts import Likeness
from dfgraph.sources.facts import Claim, faults
from dfgraph.sources.facts.evidence import about, disputes

if TYPE_CHECKING:
    from dfgraph.project import Project

_ADDED = Text("Đã thêm {id} ({label}) vào {path}.", "Added {id} ({label}) to {path}.")
_ADDED_NAMELESS = Text("Đã thêm {id} vào {path}.", "Added {id} to {path}.")
_MAY_BE = Text("«{name}» có thể là:", "“{name}” may be:")
_UNDO = Text("Lấy lại: dfgraph undo.", "To take it back: dfgraph undo.")
_BEHIND = Text(
    "Sự kiện đã ghi, nhưng đồ thị chưa theo kịp vì sự kiện còn lỗi từ trước: hãy chạy «dfgraph check».",
    "The facts are written, but the graph is behind, for they had errors before: run `dfgraph check`.",
)
_TROUBLE = Text(
    "Sự kiện đã ghi, nhưng đồ thị chưa theo kịp: {why}", "The facts are written, but the graph is behind: {why}"
)
_LIKELY = Text("Có thể đã ghi rồi:", "This may be recorded already:")
NOT_ADDED: Final = Text(
    "Chưa thêm gì. Dùng --force nếu đó là việc khác, hoặc --id để ghi thêm về vật đã có.",
    "Nothing was added. Use --force where it is another one, or --id to say more of the one that is there.",
)
"""What a person can do where something may be recorded already."""

_SINCE = Text("từ {day}", "since {day}")
_UNTIL = Text("đến {day}", "until {day}")
_HINTS: Final = {
    faults.NO_EVIDENCE.code: Text(
        "Hãy cho biết nguồn: mã, tên hoặc địa chỉ web.", "Say which source: its id, its name or its web address."
    ),
    faults.NO_REASON.code: Text("Hãy nêu lý do bằng --because.", "Give the reason with --because."),
    faults.NO_ID.code: Text("Hãy cho biết tên hoặc mã.", "Give it a name or an id."),
}
_IRI = re.compile(r"<([^>]*)>$")


def tell(console: Console, added: Added, *, dry: bool) -> int:
    """Prints what became of an attempt to add, or with `dry` what would have; the exit code."""
    plan, project = added.plan, console.project()
    if console.as_json:
        console.result(to_json(added, console.language))
    elif dry and plan.sound:
        click.echo("\n".join(_shown(plan, project.places, project.ontology.names)))
    tell_findings(console, plan)
    if dry or not plan.sound:
        tell_likely(console, plan)
    if plan.likely and not plan.sound:
        console.note(NOT_ADDED)
    if added.entry and not console.as_json:
        labels = _labels(project, plan) if added.current else {}
        for addition in plan.additions:
            label = labels.get(BASE + addition.id) or addition.label
            told = _ADDED if label else _ADDED_NAMELESS
            where = shown_path(addition, project.places)
            click.echo(console.say(told, id=addition.id, label=label, path=where))
        console.note(_UNDO)
    if added.trouble:
        console.note(_TROUBLE, why=added.trouble.say(console.language))
    elif added.entry and not added.current:
        console.note(_BEHIND)
    return 0 if added.entry or (dry and plan.sound) else exit_code(plan.findings)


def tell_plan(console: Console, plan: Plan) -> None:
    """The records as they will be written; on stderr."""
    for addition in plan.additions:
        click.echo(f"\n# {shown_path(addition, console.project().places)}\n{addition.text}", err=True)


def exit_code(findings: Sequence[Finding]) -> int:
    """2 where what was said cannot be taken as it is, 1 where it breaks a rule or was not accepted."""
    errors = [f.code for f in findings if f.severity >= Severity.ERROR]
    return 2 if any(code.startswith("facts/") for code in errors) else 1


def tell_findings(console: Console, plan: Plan) -> None:
    """The findings, each at its option, and the candidates for names that may mean several things; on stderr."""
    if console.as_json:
        return
    if plan.findings:
        console.findings([replace(f, hint=_HINTS.get(f.code, f.hint)) for f in plan.findings])
    for _, unsettled in plan.open:
        console.note(_MAY_BE, name=unsettled.text)
        for candidate in unsettled.candidates:
            click.echo(f"  {candidate.id}  {describe(candidate).say(console.language)}", err=True)


def tell_likely(console: Console, plan: Plan) -> None:
    """What may be recorded already; on stderr."""
    if plan.likely and not console.as_json:
        console.note(_LIKELY)
        for _, like in plan.likely:
            click.echo(f"  {_like(like, console)}", err=True)


def describe(candidate: Named) -> Text:
    """The name of a thing and the days between which it existed."""
    days = [text.fill(day=day) for text, day in ((_SINCE, candidate.since), (_UNTIL, candidate.until)) if day]
    name = candidate.names[0] if candidate.names else candidate.id
    told = [f"{name}{''.join(f', {text.say(say)}' for text in days)}" for say in ("vi", "en")]
    return Text(*told)


def shown_path(addition: Addition, places: Places) -> str:
    """The facts file of a record, from the project's folder."""
    path = addition.path
    if path is None:
        return ""
    return click.format_filename(path.relative_to(places.root) if path.is_relative_to(places.root) else path)


def _labels(project: Project, plan: Plan) -> dict[str, Text]:
    """What the graph calls the things that were added, also where a rule composed the name."""
    from dfgraph.graph.store.labels import labels_of

    return labels_of(project.store, [BASE + addition.id for addition in plan.additions])


def to_json(added: Added, language: Language) -> dict[str, Any]:
    """The whole as plain data."""
    records = [
        {
            "id": a.id,
            "kind": a.draft.kind,
            "file": str(a.path) if a.path else None,
            "yaml": a.text,
            "likely": [{"id": x.id, "label": x.label.say(language), "why": x.why.say(language)} for x in a.likely],
        }
        for a in added.plan.additions
    ]
    findings = [f.to_json(language) for f in added.plan.findings]
    candidates = {u.text: [candidate.id for candidate in u.candidates] for _, u in added.plan.open}
    return {
        "written": added.entry is not None,
        "change": added.entry.number if added.entry else None,
        "current": added.current,
        "records": records,
        "findings": findings,
        "candidates": candidates,
    }


def _shown(plan: Plan, places: Places, names: Names) -> Iterator[str]:
    for addition in plan.additions:
        yield f"# {shown_path(addition, places)}"
        yield addition.text
    yield f"@base <{BASE}> ."
    for addition in plan.additions:
        for claim in addition.claims:
            yield from triples(claim, names)


def triples(claim: Claim, names: Names) -> Iterator[str]:
    """What a claim says, and what is known of the claim, as lines of Turtle without prefixes declared."""
    tie = disputes(claim.subject) if claim.denies else about(claim.subject)
    known = [f"<{BASE}claim/{claim.hash}>", *claim.evidence, tie]
    for subject, *statements in ([claim.subject, *claim.statements], known):
        yield ""
        yield _short(subject, names)
        lines = [" ".join(_short(term, names) for term in statement.split(" ", 1)) for statement in statements]
        yield " ;\n".join(f"  {line}" for line in lines) + " ."


def _short(term: str, names: Names) -> str:
    found = _IRI.search(term)
    if found is None or (term.startswith('"') and '"^^' not in term):
        return term
    iri = found[1]
    short = f"<{names.compact(iri)}>" if iri.startswith(BASE) else names.compact(iri)
    return term[: found.start()] + (f"<{iri}>" if short == iri else short)


def _like(like: Likeness, console: Console) -> str:
    from dfgraph.project.known import place_of

    project = console.project()
    label = f" ({console.say(like.label)})" if like.label else ""
    where = place_of(project.places, project.ontology.schema, like.id)
    return f"{like.id}{label}: {console.say(like.why)}" + (f", {where}" if where else "")
