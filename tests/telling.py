"""What facts say and what is wrong with them, as short lines to compare with the text that stands in the test."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

from dfgraph.base.findings import Finding
from dfgraph.base.language import Text
from dfgraph.base.names import RDF
from dfgraph.sources.facts import Claim, check_book, read_book
from dfgraph.sources.facts.book import READERS
from dfgraph.sources.schema import Ontology


def lines(findings: Iterable[Finding]) -> list[str]:
    """`code path:line:column` of each finding; all of them speak both languages, with every value filled in."""
    found = list(findings)
    for finding in found:
        spoken(finding.message)
        if any(finding.hint):
            spoken(finding.hint)
    return [f"{f.code} {f.location}" for f in found]


def spoken(text: Text) -> Text:
    """`text`, once it is certain that a reader of either language can read it."""
    assert all(said.strip() for said in text), text
    assert text.vi != text.en, text
    return text


class Told(NamedTuple):
    """What one more file says: its findings, as lines and whole, and its claims, in short and whole."""

    findings: list[str]
    faults: list[Finding]
    facts: list[list[str]]
    evidence: list[list[str]]
    claims: list[Claim]
    passages: list[str]


Tell = Callable[..., Told]


def teller(ontology: Ontology, data: Path) -> Tell:
    """A function that reads a text as one more file beside those of `data`."""

    def short(statements: Iterable[str]) -> list[str]:
        said = (s for s in statements if not s.startswith(f"<{RDF}type>"))
        return [re.sub(r"<([^>]*)>", lambda m: ontology.names.compact(m[1]), s) for s in said]

    def tell(text: str, path: str = "new.yaml") -> Told:
        """Reads `text` without its indentation and first line end; types are left out of what it says."""
        book = read_book(data, data.parent)
        entries, findings = READERS[Path(path).suffix](path, dedent(text).removeprefix("\n"))
        book.entries.extend(entries)
        book.findings.extend(findings)
        checked = check_book(book, ontology.schema)
        new = [c for c in checked.claims if c.entry.path == path]
        return Told(
            findings=lines(checked.findings),
            faults=checked.findings,
            facts=[short(c.statements) for c in new],
            evidence=[short(c.evidence) for c in new],
            claims=new,
            passages=sorted({claim.passage for claim in checked.claims if claim.passage}),
        )

    return tell
