"""An option for each way to say something of a kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import click

from dfgraph.base.language import EMPTY, LANGUAGES, Text
from dfgraph.base.names import SKOS
from dfgraph.cli.adding.complete import references, terms
from dfgraph.cli.adding.names import Part, Way
from dfgraph.cli.options import BilingualCommand, BilingualOption
from dfgraph.cli.usage import language_of
from dfgraph.sources.schema import Field, Schema, ValueType
from dfgraph.sources.schema.model import Concept

_METAVARS: Final = {
    ValueType.TEXT: "TEXT",
    ValueType.STRING: "TEXT",
    ValueType.INTEGER: "NUMBER",
    ValueType.DECIMAL: "NUMBER",
    ValueType.DATE: "YYYY-MM-DD",
    ValueType.ADDRESS: "URL",
    ValueType.IRI: "URL",
    ValueType.TIME: "YYYY[-MM[-DD]]",
    ValueType.REFERENCE: "NAME",
}
_SECTIONS: Final[dict[Part, Text]] = {
    "fields": Text("Trường", "Fields"),
    "evidence": Text("Dẫn chứng", "Evidence"),
    "source": Text("Nguồn, nếu chưa có", "The source, where it is new"),
}
_NEEDED = Text(" Bắt buộc.", " Needed.")
_SEVERAL = Text(" Dùng được nhiều lần.", " May be given several times.")
_ALSO = Text(" Dùng được nhiều lần, cũng viết là {one}.", " May be given several times, also as {one}.")
_ONE_OF = Text(" Một trong: {terms}.", " One of: {terms}.")
_DEFAULT = Text(" Mặc định: {value}.", " Default: {value}.")
_MOST_TERMS: Final = 16


class FieldOption(BilingualOption):
    """An option that says a field; one of a single language stands in the help with that of all languages."""

    def __init__(self, way: Way, schema: Schema) -> None:
        field = way.field
        yes_or_no = field.type is ValueType.BOOLEAN
        spelled = [*way.names, *([way.one] if way.one else [])]
        names = [f"{name}/--no-{name[2:]}" for name in spelled] if yes_or_no else spelled
        more: dict[str, Any] = {"default": None} if yes_or_no else {"metavar": _metavar(field, schema)}
        several = not yes_or_no and (field.many or field.type is ValueType.TEXT)
        super().__init__(
            [*names, way.param],
            about=_about(way, schema),
            multiple=several,
            shell_complete=_complete(field, schema),
            **more,
        )
        self.way = way

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The line of help; a text has its languages behind its name."""
        if self.way.language:
            return None
        record = super().get_help_record(ctx)
        if record is None or self.way.field.type is ValueType.BOOLEAN:
            return record
        tail = f"[{'|'.join(f'-{language}' for language in LANGUAGES)}]"
        shown = ", ".join(self.way.names) + (tail if self.way.field.type is ValueType.TEXT else "")
        return f"{shown} {self.metavar}", record[1]


class KindCommand(BilingualCommand):
    """The command of one kind: its options stand in the help by what they are about."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Fields, evidence, source, and then the options of the verb itself."""
        language = language_of(ctx)
        others: list[tuple[str, str]] = []
        parts: dict[str, list[tuple[str, str]]] = {part: [] for part in _SECTIONS}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None:
                (parts[param.way.part] if isinstance(param, FieldOption) else others).append(record)
        for part, heading in _SECTIONS.items():
            if parts[part]:
                with formatter.section(heading.say(language)):
                    formatter.write_dl(parts[part])
        with formatter.section("Options"):
            formatter.write_dl(others)


def field_options(ways: Iterable[Way], schema: Schema) -> list[click.Parameter]:
    """The options for these ways."""
    return [FieldOption(way, schema) for way in ways]


def terms_of(field: Field, schema: Schema) -> list[Concept]:
    """The terms of the vocabulary that a field takes its values from, none where it takes things."""
    if field.range is None or field.range == SKOS + "Concept":
        return []
    return [c for c in schema.concepts if field.range in c.supers]


def _metavar(field: Field, schema: Schema) -> str:
    return "TERM" if terms_of(field, schema) else _METAVARS[field.type]


def _complete(field: Field, schema: Schema) -> Any:
    if field.type is not ValueType.REFERENCE or field.range is None:
        return None
    return terms(field.range) if terms_of(field, schema) else references(field.range)


def _about(way: Way, schema: Schema) -> Text:
    field = way.field
    found = terms_of(field, schema)
    told = [field.help or field.label]
    if 0 < len(found) <= _MOST_TERMS:
        told.append(_ONE_OF.fill(terms=", ".join(c.id.partition("/")[2] for c in found)))
    if field.default is not None:
        told.append(_DEFAULT.fill(value=field.default.partition("/")[2] or field.default))
    elif field.required and way.part == "fields":
        told.append(_NEEDED)
    if field.many and field.type is not ValueType.TEXT:
        told.append(_ALSO.fill(one=way.one) if way.one else _SEVERAL)
    return Text(*("".join(text.say(say) for text in told) for say in ("vi", "en"))) if told else EMPTY
