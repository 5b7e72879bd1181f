"""Findings as short lines, to be compared with what a test says beside its input."""

from __future__ import annotations

from collections.abc import Iterable

from dfgraph.base.findings import Finding
from dfgraph.base.language import Text


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
    for said in text:
        assert said.strip(), text
        assert "{" not in said.replace("{source: …", "").replace("{vi: …", ""), f"a value is missing: {said}"
        assert "{{" not in said, f"doubled braces are shown: {said}"
    assert text.vi != text.en, text
    return text
