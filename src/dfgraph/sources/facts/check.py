"""Records to claims: every value read as its field's type, every reference resolved, every fault collected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from dfgraph.base.findings import Fault, Finding
from dfgraph.base.language import LANGUAGES, Text
from dfgraph.base.names import BASE, RDF
from dfgraph.base.rdf import text_term
from dfgraph.base.text import nearest, nfc
from dfgraph.base.times import TimeError, TimeSpan, parse_time
from dfgraph.sources.facts import evidence as ev
from dfgraph.sources.facts import faults
from dfgraph.sources.facts.book import Book
from dfgraph.sources.facts.dates import fact_days
from dfgraph.sources.facts.ids import RESERVED, name_records
from dfgraph.sources.facts.index import Index, Unresolved
from dfgraph.sources.facts.record import Claim, Entry
from dfgraph.sources.facts.values import READERS, WrongValue, time_term
from dfgraph.sources.schema import Field, Kind, Schema, ValueType

Keys = tuple[str | int, ...]
_SINGLE = Text("một giá trị, không phải danh sách", "one value, not a list")
_PLAIN = Text("văn bản, không phải các trường con hay danh sách con", "text, not fields or lists of its own")


@dataclass(slots=True)
class Checked:
    """What checking gives: claims in the order of their records, the times they use, the faults.

    `things` counts what the records speak of; `faulty` are the ids of those with a record that was refused. `twice`
    are the marks of the claims that several records make; for `looked_up` and `by_day` see Index.
    """

    claims: list[Claim] = field(default_factory=list)
    times: dict[str, TimeSpan] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    things: int = 0
    faulty: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    looked_up: set[tuple[str, str]] = field(default_factory=set)
    by_day: bool = False


def check_book(book: Book, schema: Schema, index: Index | None = None) -> Checked:
    """Checks every record of `book`; a record with a fault makes no claim.

    `index` knows the things that are spoken of elsewhere, where `book` is not all there is.
    """
    index, named, findings = name_records(book.entries, schema, index)
    checker = _Checker(schema, index)
    checker.result.findings = [*book.findings, *findings]
    for entry in named:
        checker.check(entry)
    checker.result.things = len(index.entries)
    checker.result.looked_up, checker.result.by_day = index.looked_up, index.by_day
    return checker.result


class _Plan:
    """How one field is read; `cache` holds the statement that each text has made before."""

    __slots__ = ("cache", "field", "key", "predicate", "read", "single")

    def __init__(self, field_: Field, read: Callable[[str], str] | None) -> None:
        self.field = field_
        self.key = field_.key
        self.predicate = f"<{field_.path}>"
        self.read = read
        self.single = not field_.many
        self.cache: dict[str, str] = {}


class _Checker:
    def __init__(self, schema: Schema, index: Index) -> None:
        self.schema = schema
        self.index = index
        self.result = Checked()
        self.plans = {k.key: self._plans(k) for k in schema.kinds.values()}
        self.evidence_plans = self._plans(schema.evidence)
        self.source_key = next((f.key for f in schema.evidence.fields.values() if f.path == ev.SOURCE), "source")
        self.types = {k.key: f"<{RDF}type> <{k.iri}>" for k in schema.kinds.values()}
        self.assembler = ev.Assembler(schema.denials)
        self.evidences: dict[Any, ev.Evidence | None] = {}
        self.seen: dict[str, Claim] = {}
        self.broken = False
        self.dated = False

    def _plans(self, kind: Kind) -> dict[str, _Plan]:
        return {f.key: _Plan(f, READERS.get(f.type)) for f in kind.fields.values()}

    def check(self, entry: Entry) -> None:
        """Turns one record into its claims, one for each piece of evidence."""
        self.broken = False
        statements = self.statements(entry, entry.values, self.plans[entry.kind], (), self.types[entry.kind])
        evidences = self.evidence(entry)
        if self.broken:
            self.result.faulty.add(entry.id)
            return
        if len(statements) == 1 and len(entry.values) <= len(RESERVED):
            self.result.findings.append(faults.SAYS_NOTHING.at(entry.at(), entry.id))
        subject = f"<{BASE}{entry.id}>"
        content = "\n".join((subject, *sorted(statements)))
        for evidence in evidences:
            mark = blake2b(f"{content}\n\n{evidence.identity}".encode(), digest_size=10).hexdigest()
            claim = Claim(entry, subject, statements, evidence, mark)
            earlier = self.seen.setdefault(mark, claim)
            if earlier is not claim:
                self.result.twice.add(mark)
                self.again(earlier, claim)
                continue
            self.result.claims.append(claim)

    def again(self, earlier: Claim, claim: Claim) -> None:
        """The same claim a second time: it withdraws the first, was withdrawn itself, or says nothing new."""
        if earlier.retracted != claim.retracted:
            earlier.retracted = True
            earlier.evidence = list(dict.fromkeys([*earlier.evidence, *claim.evidence]))
            return
        other = earlier.entry.at()
        self.result.findings.append(faults.DUPLICATE_RECORD.at(claim.entry.at(), claim.entry.id, other=other))

    def statements(
        self, entry: Entry, values: dict[str, Any], plans: dict[str, _Plan], keys: Keys, *first: str
    ) -> list[str]:
        """The statements that `values` make; faults go to the findings, and mark the record as broken."""
        found = list(first)
        for key, value in values.items():
            plan = plans.get(key)
            if plan is None:
                if keys or key not in RESERVED:
                    self.unknown_field(entry, (*keys, key), plans)
            elif type(value) is str:
                known = plan.cache.get(value)
                if known is not None:
                    found.append(known)
                else:
                    self.one(entry, plan, value, (*keys, key), found)
            else:
                self.many(entry, plan, value, (*keys, key), found)
        return found

    def many(self, entry: Entry, plan: _Plan, value: Any, keys: Keys, found: list[str]) -> None:
        """A list of values, or a text by language."""
        is_text = plan.field.type is ValueType.TEXT
        if isinstance(value, dict) and is_text:
            self.translations(entry, plan, value, keys, found)
        elif isinstance(value, list) and (not plan.single or is_text or len(value) == 1):
            for number, item in enumerate(value):
                if isinstance(item, str):
                    known = plan.cache.get(item)
                    if known is None:
                        self.one(entry, plan, item, (*keys, number), found)
                    elif known not in found:
                        found.append(known)
                elif isinstance(item, dict) and is_text:
                    self.translations(entry, plan, item, (*keys, number), found)
                else:
                    self.fault(faults.WRONG_SHAPE, entry, (*keys, number), key=plan.key, wanted=_PLAIN)
        else:
            wanted = _SINGLE if isinstance(value, list) else _PLAIN
            self.fault(faults.WRONG_SHAPE, entry, keys, key=plan.key, wanted=wanted)

    def translations(self, entry: Entry, plan: _Plan, value: dict[str, Any], keys: Keys, found: list[str]) -> None:
        """A text, or several, by language."""
        for language, texts in value.items():
            if language not in LANGUAGES:
                self.fault(faults.UNKNOWN_LANGUAGE, entry, (*keys, language), language=language)
                continue
            for text in texts if isinstance(texts, list) else [texts]:
                at = (*keys, language)
                if isinstance(text, str):
                    found.append(f"{plan.predicate} {text_term(self.composed(text, entry, at), language)}")
                else:
                    self.fault(faults.WRONG_SHAPE, entry, at, key=plan.key, wanted=_PLAIN)

    def one(self, entry: Entry, plan: _Plan, text: str, keys: Keys, found: list[str]) -> None:
        """One value, met for the first time."""
        kind = plan.field.type
        if kind is ValueType.TEXT:
            found.append(f"{plan.predicate} {text_term(self.composed(text, entry, keys), LANGUAGES[0])}")
            return
        stripped = text.strip()
        try:
            if plan.read is None:  # a reference
                self.reference(entry, plan, stripped, text, found)
                return
            if kind is ValueType.TIME:
                span = parse_time(stripped)
                slug = span.slug
                self.result.times[slug] = span
                statement = f"{plan.predicate} {time_term(slug)}"
            else:
                statement = f"{plan.predicate} {plan.read(stripped)}"
        except Unresolved as error:
            self.fault(error.fault, entry, keys, **error.values)
        except TimeError as error:
            self.fault(faults.NOT_A_TIME, entry, keys, why=error.text)
        except WrongValue as error:
            self.fault(faults.WRONG_TYPE, entry, keys, value=text, type=error.type_name, hint=error.hint)
        else:
            plan.cache[text] = statement
            found.append(statement)

    def reference(self, entry: Entry, plan: _Plan, text: str, written: str, found: list[str]) -> None:
        range_ = plan.field.range or ""
        try:
            id_, by_date = self.index.resolve(text, range_, None, None)
        except Unresolved as error:
            if error.fault is not faults.AMBIGUOUS_NAME:
                raise
            id_, by_date = self.index.resolve(text, range_, *fact_days(entry, self.index))
        statement = f"{plan.predicate} <{BASE}{id_}>"
        if by_date:
            self.dated = True
        else:
            plan.cache[written] = statement
        found.append(statement)

    def evidence(self, entry: Entry) -> list[ev.Evidence]:
        """The checked evidence of a record; a fault marks the record as broken."""
        written = entry.values.get("evidence")
        if self.schema.kinds[entry.kind].self_evident:
            whole = next((p.key for p in self.plans[entry.kind].values() if p.field.path == ev.PART_OF_SOURCE), None)
            if written is None and whole is None:
                return [self.assembler.assemble([f"<{ev.SOURCE}> <{BASE}{entry.id}>"])]
            if written is None or (isinstance(written, dict) and self.source_key not in written):
                named = entry.values.get(whole, entry.id) if whole else entry.id
                written = {**(written or {}), self.source_key: named}
        several = isinstance(written, list)
        items = (written or [None]) if isinstance(written, list) else [written]
        found: list[ev.Evidence] = []
        for number, item in enumerate(items):
            keys: Keys = ("evidence", number) if several else ("evidence",)
            if not isinstance(item, dict) or self.source_key not in item:
                self.fault(faults.NO_EVIDENCE, entry, keys)
                continue
            known = ev.frozen(item)
            if known in self.evidences:
                made = self.evidences[known]
            else:
                before, self.broken, self.dated = self.broken, False, False
                made = self.piece(entry, item, keys)
                if not self.dated:
                    self.evidences[known] = made
                self.broken = before
            if made is None:
                self.broken = True
            else:
                found.append(made)
        return found

    def piece(self, entry: Entry, item: dict[str, Any], keys: Keys) -> ev.Evidence | None:
        made = self.assembler.assemble(self.statements(entry, item, self.evidence_plans, keys))
        if made.unexplained:
            self.fault(faults.NO_REASON, entry, keys)
        return None if self.broken else made

    def composed(self, text: str, entry: Entry, keys: Keys) -> str:
        """`text` in NFC; says so where it was not."""
        if text.isascii():
            return text
        composed = nfc(text)
        if composed != text:
            short = composed if len(composed) <= 40 else composed[:39] + "…"
            self.result.findings.append(faults.NOT_NFC.at(entry.at(*keys), entry.id, value=short))
        return composed

    def unknown_field(self, entry: Entry, keys: Keys, plans: dict[str, _Plan]) -> None:
        key = str(keys[-1])
        kind = "evidence" if len(keys) > 1 else entry.kind
        known = [*plans, *(RESERVED if len(keys) == 1 else ())]
        fields = Text("Các trường: {f}.", "The fields are {f}.").fill(f=", ".join(known))
        meant = faults.did_you_mean(nearest(key, known), otherwise=fields)
        self.fault(faults.UNKNOWN_FIELD, entry, keys, kind=kind, key=key, meant=meant)

    def fault(self, fault: Fault, entry: Entry, keys: Keys, **values: object) -> None:
        self.broken = True
        self.result.findings.append(fault.at(entry.at(*keys), entry.id or None, **values))
