"""Rules: SPARQL CONSTRUCT run until nothing new comes of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dfgraph.base.errors import OntologyError
from dfgraph.base.language import Text
from dfgraph.base.names import DERIVED
from dfgraph.base.query_files import QueryFile
from dfgraph.graph.store import GraphStore

_MAX_ROUNDS: Final = 50


def apply_rules(store: GraphStore, rules: Sequence[QueryFile]) -> int:
    """Runs the rules to a fixpoint and adds what they give to the default and the derived graph; how many triples.

    A rule runs again while anything was added since it last ran. Raises OntologyError where the rules do not come to
    an end, or one of them is broken.
    """
    known: set[bytes] = set()
    additions = 0
    busy: list[str] = []
    seen = dict.fromkeys((rule.name for rule in rules), -1)
    for _ in range(_MAX_ROUNDS):
        due = [rule for rule in rules if seen[rule.name] != additions]
        if not due:
            return len(known)
        busy = []
        for rule in due:
            seen[rule.name] = additions
            lines = set(store.run(rule).serialize("nt").splitlines(keepends=True)) - known
            if lines:
                store.load_triples(b"".join(sorted(lines)), ("", DERIVED))
                known |= lines
                additions += 1
                busy.append(rule.name)
    message = Text("Các quy tắc không dừng: {r}.", "The rules do not come to an end: {r}.")
    raise OntologyError(message.fill(r=", ".join(busy)))
