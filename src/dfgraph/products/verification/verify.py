"""Citations against the texts that a person holds: what was checked, what was passed over and why, what failed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from dfgraph.base.errors import TextsError
from dfgraph.base.findings import Location
from dfgraph.base.language import Text
from dfgraph.graph.store import GraphStore
from dfgraph.products.verification.citations import citations_of, recorded_digests, sources_of, verified_fields
from dfgraph.products.verification.dates import Statement
from dfgraph.products.verification.model import Citation, Failure, Fault, Skip, Value, Verification, Way
from dfgraph.products.verification.pairing import Digests, Held, Pairs, pair
from dfgraph.products.verification.paragraph import Paragraph
from dfgraph.products.verification.texts import SourceText, digest_of

Locate = Callable[[str, str, str], Location | None]
"""Where something is written: by the IRIs of a thing, of one of its properties (or nothing), and of a claim."""

_NOT_FOUND = Text("không thấy trong đoạn {n}", "not found in paragraph {n}")
_TOO_SHORT = Text("không có đoạn {n}: văn bản có {count} đoạn", "there is no paragraph {n}: the text has {count}")
_CHANGED = Text("đoạn {n} không phải đoạn đã ghi nhận", "paragraph {n} is not the one on record")
_MOVED = Text("{said}; đoạn ấy nay là đoạn {there}", "{said}; that one is now paragraph {there}")


def verify(store: GraphStore, texts: Sequence[SourceText], locate: Locate, source: str | None = None) -> Verification:
    """Looks up each citation of the graph, or of one source (an id), in the texts.

    Raises TextsError where none of the texts is of a source that is meant.
    """
    fields = verified_fields(store)
    recorded = recorded_digests(store, fields)
    pairs = texts_of(store, texts, recorded, source)
    found = Verification(pairs.held, pairs.others)
    judge = _Judge(pairs.held, recorded, locate)
    for citation in citations_of(store, fields, pairs.held):
        if source is None or citation.source == source:
            _count(found, citation, judge.verdict(citation))
    found.failures.sort(key=Failure.sort_key)
    return found


def texts_of(
    store: GraphStore, texts: Sequence[SourceText], recorded: Mapping[str, Digests], source: str | None
) -> Pairs:
    """The texts by source, or that of one source alone. Raises TextsError where there is none."""
    pairs = pair(texts, sources_of(store), recorded, source)
    if source is not None:
        pairs = Pairs({s: held for s, held in pairs.held.items() if s == source}, pairs.others)
    if not pairs.held:
        whose = Text("nguồn {s}", "source {s}").fill(s=source) if source else Text("nguồn nào", "any source")
        message = Text("Không có văn bản của {whose}.", "There is no text of {whose}.").fill(whose=whose)
        remedy = Text(
            "Hãy đặt tên tệp theo phần cuối mã của nguồn: văn bản của source/abc là abc.txt.",
            "Name the file by the end of the source's id: source/abc is abc.txt.",
        )
        raise TextsError(message, remedy)
    return pairs


class _Verdict(NamedTuple):
    """What came of one citation: why it was passed over, or its failures; it was checked where there is neither."""

    skip: Skip | None = None
    failures: tuple[Failure, ...] = ()
    values: int = 0
    without_year: int = 0


def _count(found: Verification, citation: Citation, verdict: _Verdict) -> None:
    found.failures.extend(verdict.failures)
    found.failed += bool(verdict.failures)
    if citation.describes:
        # A passage is no fact: it counts by itself, unless it fails.
        found.passages += not verdict.failures and verdict.skip is None
        return
    found.values += verdict.values
    found.without_year += verdict.without_year
    if verdict.skip is not None:
        found.skipped[verdict.skip] += 1
    elif not verdict.failures:
        found.checked += 1


class _Judge:
    """Reads each paragraph once, and judges citations by it."""

    def __init__(self, held: Mapping[str, Held], recorded: Mapping[str, Digests], locate: Locate) -> None:
        self.held = held
        self.recorded = recorded
        self.locate = locate
        self.read: dict[tuple[str, int], Paragraph] = {}

    def paragraph(self, source: str, number: int) -> Paragraph | None:
        """A paragraph of the text of a source, None beyond its ends."""
        known = self.read.get((source, number))
        if known is None and (text := self.held[source].text.paragraph(number)) is not None:
            known = self.read[source, number] = Paragraph(text)
        return known

    def verdict(self, citation: Citation) -> _Verdict:
        """What comes of one citation."""
        source, number = citation.source, citation.paragraph
        if citation.inferred:
            return _Verdict(Skip.INFERRED)
        if number is None:
            return _Verdict(Skip.NO_PARAGRAPH)
        if source not in self.held:
            return _Verdict(Skip.NO_TEXT)
        paragraph = self.paragraph(source, number)
        if paragraph is None:
            why = _TOO_SHORT.fill(n=number, count=len(self.held[source].text.paragraphs))
            return _Verdict(failures=(self.failure(citation, Fault.NO_SUCH_PARAGRAPH, why),))
        digest = self.recorded.get(source, {}).get(number, paragraph.digest)
        if digest != paragraph.digest:
            why = self.changed(source, number, digest)
            return _Verdict(failures=(self.failure(citation, Fault.CHANGED, why),))
        return self.compared(citation, paragraph, number)

    def changed(self, source: str, number: int, digest: str) -> Text:
        """That a paragraph is not the one on record, and where that one is now."""
        why = _CHANGED.fill(n=number)
        paragraphs = self.held[source].text.paragraphs
        there = next((n for n, text in enumerate(paragraphs, start=1) if digest_of(text) == digest), None)
        return why if there is None else _MOVED.fill(said=why, there=there)

    def compared(self, citation: Citation, paragraph: Paragraph, number: int) -> _Verdict:
        """What comes of the values of a citation whose paragraph is there."""
        vietnamese = citation.language.partition("-")[0] in ("", "vi")
        outcome = [(v, paragraph.states(v)) for v in citation.values if vietnamese or v.way is Way.DIGEST]
        stated = {v: s for v, s in outcome if s is not Statement.NOT}
        missing = [v for v, s in outcome if s is Statement.NOT and not v.home]
        named = any(v.way is Way.NAME and not v.home for v in stated)
        earlier = [] if named else self.in_the_paragraph_before(citation.source, number, missing)
        why = _NOT_FOUND.fill(n=number)
        failures = tuple(
            self.failure(citation, Fault.NOT_FOUND, why, v, paragraph.near(v)) for v in missing if v not in earlier
        )
        skip = None
        if not failures and (earlier or not stated):
            skip = Skip.EARLIER if earlier else Skip.NOTHING if vietnamese else Skip.LANGUAGE
        return _Verdict(skip, failures, len(stated), list(stated.values()).count(Statement.WITHOUT_YEAR))

    def in_the_paragraph_before(self, source: str, number: int, values: list[Value]) -> list[Value]:
        """Names to which “the city” or “both sides” may refer, in a paragraph that names nothing of the claim."""
        before = self.paragraph(source, number - 1)
        names = [v for v in values if v.way is Way.NAME]
        return [] if before is None else [v for v in names if before.states(v) is Statement.WHOLE]

    def failure(
        self, citation: Citation, fault: Fault, why: Text, value: Value | None = None, near: str = ""
    ) -> Failure:
        """A failure at the line that wrote it."""
        location = self.locate(citation.thing, value.property if value else "", citation.claim)
        return Failure(fault, citation, why, value, near, location)
