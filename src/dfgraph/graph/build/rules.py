"""Rules: SPARQL CONSTRUCT run until nothing new comes of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dfgraph.base.errors import OntologyError
from dfgraph.base.language import Text
from dfgraph.base.names import DERIVED, Names
from dfgraph.base.query_files import QueryFile
from dfgraph.graph.store import GraphStore

_MAX_ROUNDS: Final = 50
_NAME = re.compile(r"<([^<>\s]+)>|([A-Za-z][\w-]*)?:([A-Za-z][\w-]*)")
_CLAUSE = re.compile(r"(?is)SELECT\b[^{]*|(?:GROUP|ORDER)\s+BY\b[^{}]*|VALUES\s*\([^)]*\)")
_VARIABLE_PREDICATE = re.compile(r"(?:[?$]\w+|>|\w:\w+|;)\s+[?$]\w+\s+[?$<\"\w]")


def apply_rules(store: GraphStore, rules: Sequence[QueryFile], names: Names) -> int:
    """Runs the rules to a fixpoint and adds what they give to the default and the derived graph; how many triples.

    A rule runs again only when the round before gave a predicate that it reads. Raises OntologyError where the rules
    do not come to an end.
    """
    reads = {rule.name: _mentions(rule, names) for rule in rules}
    known: set[bytes] = set()
    due = list(rules)
    for _ in range(_MAX_ROUNDS):
        new: set[bytes] = set()
        for rule in due:
            lines = set(store.query(rule.text).serialize("nt").splitlines(keepends=True)) - known
            if lines:
                store.load_triples(b"".join(sorted(lines)), ("", DERIVED))
                known |= lines
                new |= lines
        if not new:
            return len(known)
        fresh = {line.split(b" ", 2)[1][1:-1].decode() for line in new}
        due = [rule for rule in rules if reads[rule.name] is None or fresh & (reads[rule.name] or set())]
    message = Text("Các quy tắc không dừng: {r}.", "The rules do not come to an end: {r}.")
    raise OntologyError(message.fill(r=", ".join(rule.name for rule in due)))


def _mentions(rule: QueryFile, names: Names) -> set[str] | None:
    """The IRIs that a rule names; None where it has a variable for a predicate, and so may read anything."""
    body = re.sub(r"(?m)(^|\s)#.*$", "", rule.text)
    prefixes = dict(names.prefixes)
    prefixes.update(re.findall(r"(?i)PREFIX\s+([\w-]*):\s*<([^>]*)>", body))
    if _VARIABLE_PREDICATE.search(_CLAUSE.sub(" ", body)):
        return None
    return {iri or prefixes.get(prefix, "") + local for iri, prefix, local in _NAME.findall(body)}
