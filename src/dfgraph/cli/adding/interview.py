"""A record asked for field by field; what is missing on the way is made on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import click

from dfgraph.base.language import LANGUAGES, Language, Text
from dfgraph.cli.adding.answers import address_or, checking, example, searching
from dfgraph.cli.adding.asking import Asker, Question
from dfgraph.cli.adding.collect import RECORDED
from dfgraph.cli.adding.names import LATER
from dfgraph.cli.adding.telling import describe
from dfgraph.sources.drafts import (
    Draft,
    is_address,
    known_source,
    label_field,
    label_of,
    meant,
    named_id,
    source_field,
    source_kind,
    url_field,
)
from dfgraph.sources.facts import Index, faults
from dfgraph.sources.facts.index import Unresolved
from dfgraph.sources.schema import Field, Kind, ValueType

_INTRO = Text(
    "{kind}. Enter: bỏ qua; Tab: chọn; Ctrl-D: đủ rồi; Ctrl-C: thôi.",
    "{kind}. Enter: skip; Tab: choose; Ctrl-D: that is all; Ctrl-C: stop.",
)
_MORE = Text("{label} (thêm nữa)", "{label} (another)")
_NEEDED = Text("{label} *", "{label} *")
_CREATE = Text("Thêm «{text}» như một mục mới?", "Record “{text}” as something new?")
_WHICH_KIND = Text("Loại nào", "Which kind")
_WHICH_ONE = Text("«{text}» là", "“{text}” is")


class Interview:
    """Asks for records; `drafts` are what came of it, each after what it names.

    `index` is what names are looked up in; what is made on the way is added to it.
    """

    def __init__(self, asker: Asker, index: Index, language: Language, today: str) -> None:
        self.asker = asker
        self.index = index
        self.schema = index.schema
        self.languages = (language, *(other for other in LANGUAGES if other != language))
        self.today = today
        self.drafts: list[Draft] = []

    def run(self, kind: Kind) -> list[Draft]:
        """The record of a kind with its evidence, and before it those that had to be made for it."""
        draft = self.record(kind)
        if not kind.self_evident:
            self.evidence(draft)
        self.drafts.remove(draft)
        self.drafts.append(draft)
        for made in self.drafts:
            if made is not draft and not self.schema.kinds[made.kind].self_evident:
                made.values["evidence"], made.cites = dict(draft.values.get("evidence", {})), draft.cites
        return self.drafts

    def record(self, kind: Kind, name: str = "") -> Draft:
        """A record of a kind, which may be called `name`; it is then known by its id."""
        self.asker.say(_INTRO.fill(kind=kind.label))
        draft = Draft(kind.key)
        self.fields(draft, list(_in_order(kind)), draft.values, (), name)
        self.drafts.append(draft)
        if "id" not in draft.values and not any(f.key in draft.values for f in kind.id_from):
            label = label_of(draft.values, kind)
            if made := named_id(kind.prefix, [label.vi or label.en], self.index):
                draft.values["id"] = made
        self.learn(draft, kind)
        return draft

    def learn(self, draft: Draft, kind: Kind) -> None:
        """Lets what was just made be named by what follows."""
        if isinstance(id_ := draft.values.get("id"), str):
            entry = draft.entry(len(self.drafts))
            entry.kind, entry.id = kind.key, id_
            self.index.add(entry, kind)
            self.index.forget_names()

    def fields(
        self, draft: Draft, fields: list[Field], values: dict[str, Any], before: tuple[str, ...], name: str = ""
    ) -> None:
        """Asks for some fields, until the person has said enough; what is needed is asked for all the same."""
        enough = False
        named = label_field(self.schema.kinds[draft.kind])
        for field in fields:
            draft.ways[(*before, field.key)] = field.label.say(self.languages[0])
            if field.key in values or (enough and not field.required):
                continue
            default = name if named is not None and field.path == named.path else field.default or ""
            said = self.value(draft, field, default.partition("/")[2] if field.range and default else default)
            if said is None:
                enough = True
            elif said:
                values[field.key] = said

    def value(self, draft: Draft, field: Field, default: str = "") -> Any:
        """What is said of a field; empty where nothing is, None where the person has said enough."""
        if field.type is ValueType.TEXT:
            return self.texts(field, default)
        found: list[str] = []
        while True:
            answer = self.answer(draft, field, default if not found else "", more=bool(found))
            if answer is None and not found:
                return None
            if answer:
                found = list(dict.fromkeys([*found, answer]))
            if not answer or not field.many:
                return found[0] if len(found) == 1 else found or ""

    def texts(self, field: Field, default: str) -> Any:
        """A text in both languages, that of the person first; the second only where the first was given."""
        said: dict[str, str] = {}
        for language in self.languages:
            needed = field.required and not said
            label = Text(*(f"{field.label.say(say)} ({language})" for say in LANGUAGES))
            first = default if language == self.languages[0] else ""
            question = Question(_marked(label, needed), field.help, first, check=checking(field, needed=needed))
            answer = self.asker.ask(question)
            if answer is None and needed:
                raise click.Abort
            if answer is None:
                return said or None
            if answer:
                said[language] = answer
            elif not said:
                return ""
        return said

    def answer(self, draft: Draft, field: Field, default: str, *, more: bool) -> str | None:
        """One answer, read as the field's type; a name is settled, or what it names is made."""
        needed = field.required and not more
        label = _MORE.fill(label=field.label) if more else _marked(field.label, needed)
        help_ = Text(*("  ".join(filter(None, (field.help.say(s), example(field).say(s)))) for s in LANGUAGES))
        search = searching(field, self.index)
        if field is source_field(self.schema):
            search = address_or(search)
        while True:
            question = Question(label, help_, default, search, checking(field, needed=needed))
            answer = self.asker.ask(question)
            if answer is None and needed:
                raise click.Abort
            if not answer or field.type is not ValueType.REFERENCE:
                return answer
            if field is source_field(self.schema) and is_address(answer):
                return self.address(draft, answer)
            if settled := self.settled(draft, field, answer):
                return settled

    def settled(self, draft: Draft, field: Field, text: str) -> str | None:
        """The id of what is named; None where it has to be asked again."""
        entry = draft.entry(0)
        entry.kind = draft.kind
        try:
            return meant(text, field, entry, self.index)
        except Unresolved as error:
            if error.fault is faults.AMBIGUOUS_NAME:
                ids = str(error.values["candidates"]).split(", ")
                known = {thing.id: thing for thing in self.index.things(field.range or "")}
                options = [(i, describe(known[i])) for i in ids if i in known]
                return self.asker.choose(_WHICH_ONE.fill(text=text), options)
            told = error.fault.at(None, **error.values)
            self.asker.say(Text(*(f"{told.message.say(s)} {told.hint.say(s)}" for s in LANGUAGES)))
        kinds = [k for k in self.schema.kinds.values() if field.range in k.supers]
        if not kinds or not self.asker.confirm(_CREATE.fill(text=text), default=False):
            return None
        kind: Kind | None = kinds[0]
        if len(kinds) > 1:
            chosen = self.asker.choose(_WHICH_KIND, [(k.key, k.label) for k in kinds])
            kind = self.schema.kinds.get(chosen or "")
        made = self.record(kind, text).values.get("id") if kind else None
        return made if isinstance(made, str) else None

    def address(self, draft: Draft, url: str) -> str:
        """The source at an address: the one that is known, or a new one that the draft will cite."""
        kind = source_kind(self.schema)
        assert kind is not None
        if known := known_source(url, kind, self.index):
            return known
        field = url_field(kind)
        source = Draft(kind.key, {field.key: url} if field else {})
        self.asker.say(_INTRO.fill(kind=kind.label))
        named = label_field(kind)  # without a name, it is called by its address
        fields = [replace(f, required=False) if f is named else f for f in _in_order(kind)]
        self.fields(source, fields, source.values, ())
        draft.cites = source
        return ""

    def evidence(self, draft: Draft) -> None:
        """On what the record rests."""
        fields = [f for f in self.schema.evidence.fields.values() if f.path not in LATER]
        said: dict[str, Any] = {}
        recorded = next((f for f in fields if f.path == RECORDED), None)
        if recorded:
            said[recorded.key] = self.today
        self.fields(draft, fields, said, ("evidence",))
        draft.values["evidence"] = {f.key: said[f.key] for f in fields if f.key in said}


def _marked(label: Text, needed: bool) -> Text:
    return _NEEDED.fill(label=label) if needed else label


def _in_order(kind: Kind) -> Iterator[Field]:
    """The fields in the order of questions: the name, then the date of the fact, by which names are settled."""
    named = label_field(kind)
    dates = sorted((f for f in kind.fields.values() if f.fact_date is not None), key=lambda f: f.fact_date or 0)[:1]
    first = [f for f in (named, *dates) if f is not None]
    yield from first
    yield from (f for f in kind.fields.values() if f not in first)
