"""Rules: SPARQL CONSTRUCT run until nothing new comes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Final, NamedTuple

from dfgraph.base.errors import OntologyError
from dfgraph.base.language import Text
from dfgraph.base.names import DERIVED
from dfgraph.base.query_files import QueryFile, read_query_files
from dfgraph.graph.build.focus import Focus, changeable, focus_of
from dfgraph.graph.store import GraphStore
from dfgraph.sources.schema import Ontology

_MAX_ROUNDS: Final = 50


class Rule(NamedTuple):
    """A rule, and on what its results hang; None where they may hang on anything."""

    file: QueryFile
    focus: Focus | None


def read_rules(folder: Path, ontology: Ontology) -> list[Rule]:
    """The rules of an ontology in the order of their names."""
    files = read_query_files(folder)
    changing = changeable(ontology.schema, files, ontology.names)
    return [Rule(file, focus_of(file, ontology.names, changing)) for file in files]


def strata(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups, of which each reads only what the groups before it and it itself give.

    So what is missing or counted in one group is complete. All in one group where some rule may read anything.
    """
    groups: list[list[Rule]] = []
    for rule in rules:
        kin = [g for g in groups if rule.focus is None or any(_share(rule, other) for other in g)]
        groups = [g for g in groups if g not in kin] + [[r for g in kin for r in g] + [rule]]
    while True:
        needs = {n: [m for m, g in enumerate(groups) if m != n and _needs(group, g)] for n, group in enumerate(groups)}
        try:
            ordered = [groups[n] for n in TopologicalSorter(needs).static_order()]
        except CycleError as error:
            circle = {int(n) for n in error.args[1]}
            merged = [rule for n in sorted(circle) for rule in groups[n]]
            groups = [g for n, g in enumerate(groups) if n not in circle] + [merged]
        else:
            return [sorted(group, key=lambda rule: rule.file.name) for group in ordered]


def _share(one: Rule, other: Rule) -> bool:
    return one.focus is None or other.focus is None or not one.focus.heads.isdisjoint(other.focus.heads)


def _needs(group: Sequence[Rule], other: Sequence[Rule]) -> bool:
    """Whether a group reads what another one gives."""
    heads = {head for rule in other if rule.focus for head in rule.focus.heads}
    readings = [reading for rule in group if rule.focus for reading in rule.focus.all_readings()]
    return any(reading.reads(head) for reading in readings for head in heads)


def apply_rules(store: GraphStore, rules: Sequence[QueryFile]) -> int:
    """Runs the rules to a fixpoint and adds what they give to the default and the derived graph; how many triples.

    Raises OntologyError where the rules do not come to an end, or one of them is broken.
    """
    return len(derive(store, rules))


def derive(store: GraphStore, rules: Sequence[QueryFile], wanted: Callable[[bytes], bool] | None = None) -> set[bytes]:
    """Does what `apply_rules` does, and gives the triples as lines of N-Triples.

    A rule runs again while anything was added since it last ran. Only triples that are `wanted` are taken, where that
    is said.
    """
    known: set[bytes] = set()
    additions = 0
    busy: list[str] = []
    seen = dict.fromkeys((rule.name for rule in rules), -1)
    for _ in range(_MAX_ROUNDS):
        due = [rule for rule in rules if seen[rule.name] != additions]
        if not due:
            return known
        busy = []
        for rule in due:
            seen[rule.name] = additions
            given = store.run(rule).serialize("nt").splitlines(keepends=True)
            lines = (set(given) if wanted is None else {line for line in given if wanted(line)}) - known
            if lines:
                store.load_triples(b"".join(sorted(lines)), ("", DERIVED))
                known |= lines
                additions += 1
                busy.append(rule.name)
    message = Text("Các quy tắc không dừng: {r}.", "The rules do not come to an end: {r}.")
    raise OntologyError(message.fill(r=", ".join(busy)))
