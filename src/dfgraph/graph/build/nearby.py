"""The whole check of a few things: a small graph of them and of what they speak of, instead of the graph of all."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Final

from dfgraph.base.findings import Finding
from dfgraph.base.names import BASE
from dfgraph.graph.build.pipeline import Work, load, rules, validate
from dfgraph.graph.store import GraphStore
from dfgraph.sources.facts import Claim
from dfgraph.sources.facts.check import Checked
from dfgraph.sources.schema import Ontology

_HOPS: Final = 2
_THING = re.compile(f"<{re.escape(BASE)}([^>]*)>")

ClaimsOf = Callable[[str], Iterable[Claim]]
"""The known claims about a thing, by its id."""


def check_nearby(
    ontology_folder: Path, ontology: Ontology, checked: Checked, claims: Iterable[Claim], known: ClaimsOf
) -> list[Finding]:
    """What rules, shapes and checks find about the subjects of `claims`, given what is `known` of things near them.

    What is known of a thing is what its claims say; things are near that a subject speaks of, and that those speak of.
    Checks that ask who else speaks of a thing see its own neighbourhood only.
    """
    new = list(claims)
    subjects = {claim.entry.id for claim in new}
    store = GraphStore.in_memory(ontology.names.prefixes)
    work = Work(ontology_folder, Path(), Path(), ontology, store)
    work.checked = Checked(_neighbourhood(new, known), checked.times)
    for step in (load, rules, validate):
        step(work)
    return [f for f in work.report.findings if f.subject in subjects]


def _neighbourhood(claims: Collection[Claim], known: ClaimsOf) -> list[Claim]:
    found = {claim.hash: claim for claim in claims}
    reached = {claim.entry.id for claim in claims}
    edge = set(reached)
    for hop in range(_HOPS + 1):
        spoken_of: set[str] = set()
        for id_ in sorted(edge):
            for claim in known(id_):
                found.setdefault(claim.hash, claim)
        if hop < _HOPS:
            for claim in list(found.values()):
                if claim.entry.id in edge:
                    for statement in (*claim.statements, *claim.evidence):
                        spoken_of.update(_THING.findall(statement))
        edge = spoken_of - reached
        reached |= edge
    return list(found.values())
