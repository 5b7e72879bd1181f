"""From a thing in the graph back to the line that wrote it."""

from __future__ import annotations

from collections.abc import Iterable

from dfgraph.base.findings import Location
from dfgraph.base.names import BASE
from dfgraph.sources.facts import Claim
from dfgraph.sources.schema import Schema


class Origins:
    """Where each thing and claim was written."""

    def __init__(self, claims: Iterable[Claim], schema: Schema) -> None:
        self._schema = schema
        self._by_subject: dict[str, list[Claim]] = {}
        self._by_claim: dict[str, Claim] = {}
        for claim in claims:
            self._by_subject.setdefault(claim.subject[1:-1], []).append(claim)
            self._by_claim[f"{BASE}claim/{claim.hash}"] = claim

    def of(self, subject: str, path: str = "", claim: str = "") -> Location | None:
        """Where `subject` (a thing or a claim) is written: at its field `path` where a record has it.

        `claim` chooses one of its records.
        """
        one_claim = self._by_claim.get(claim) or self._by_claim.get(subject)
        written = [one_claim] if one_claim else self._by_subject.get(subject, [])
        if not written:
            return None
        for one in written:
            kind = self._schema.kinds[one.entry.kind]
            keys = [f.key for f in kind.fields.values() if f.path == path and f.key in one.entry.values]
            if keys:
                return one.entry.at(keys[0])
        return written[0].entry.at()
