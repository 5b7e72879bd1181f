"""What a blank sheet of a kind has: its columns, what each may hold, what explains it, an example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dfgraph.base.language import EMPTY, Language, Text
from dfgraph.base.names import DCTERMS, DFG, SKOS
from dfgraph.sources.drafts.citing import URL
from dfgraph.sources.drafts.draft import label_of
from dfgraph.sources.facts.evidence import SOURCE
from dfgraph.sources.facts.index import NAMING
from dfgraph.sources.facts.record import Entry
from dfgraph.sources.schema import Field, Kind, Schema, ValueType
from dfgraph.sources.sheets import SKIP, Column, Part, columns_of

EXAMPLE: Final = Text("ví dụ", "example")
_EVIDENCE: Final = (
    SOURCE, DFG + "paragraph", DFG + "page", DFG + "speaker", DFG + "confidence", SKOS + "note",
)  # fmt: skip
_SOURCE: Final = (NAMING[0], URL, DCTERMS + "publisher")
_CONCEPT: Final = SKOS + "Concept"
_TYPES: Final = {
    ValueType.STRING: Text("văn bản", "text"),
    ValueType.TEXT: Text("văn bản", "text"),
    ValueType.INTEGER: Text("số nguyên: 10281", "a whole number: 10281"),
    ValueType.DECIMAL: Text("số, dấu thập phân là dấu chấm: 60.28", "a number with a decimal point: 60.28"),
    ValueType.BOOLEAN: Text("có hoặc không", "yes or no"),
    ValueType.DATE: Text("ngày: 2019-06-18", "a day: 2019-06-18"),
    ValueType.ADDRESS: Text("địa chỉ web", "a web address"),
    ValueType.IRI: Text("địa chỉ web", "a web address"),
    ValueType.TIME: Text(
        "thời gian: 2019, 2019-06, 2019-06-18, 2016/2020, 2019/..",
        "a time: 2019, 2019-06, 2019-06-18, 2016/2020, 2019/..",
    ),
}
_SAMPLES: Final = {
    ValueType.INTEGER: "12",
    ValueType.DECIMAL: "60.28",
    ValueType.DATE: "2019-06-18",
    ValueType.ADDRESS: "https://example.org/",
    ValueType.IRI: "https://example.org/",
    ValueType.TIME: "2019-06",
}
_CHOICE: Final = Text("một mục của danh sách", "one of the list")
_NAME_OF: Final = Text("tên hoặc mã của: {range}", "the name or id of: {range}")
_SEVERAL: Final = Text("; nhiều giá trị thì cách nhau bằng « ; »", "; several values with “;” between them")
_SEVERAL_TEXTS: Final = Text("; nhiều giá trị thì cách nhau bằng « | »", "; several values with “ | ” between them")


@dataclass(frozen=True, slots=True)
class BlankColumn:
    """A column of a blank sheet: what it may hold in words, and the choices where there is a list."""

    column: Column
    form: Text
    choices: tuple[Text, ...]
    example: str

    @property
    def textual(self) -> bool:
        """Whether a spreadsheet must not take what is typed for a number or a date."""
        field = self.column.field
        return field is None or field.type not in (ValueType.INTEGER, ValueType.DECIMAL)


@dataclass(frozen=True, slots=True)
class BlankSheet:
    """A blank sheet of a kind, before it is written in any form."""

    kind: Kind
    columns: tuple[BlankColumn, ...]


def blank_sheet(schema: Schema, kind: Kind, language: Language, known: Iterable[Entry] = ()) -> BlankSheet:
    """The blank sheet of `kind`, its example taken from the fullest record of that kind among the `known`."""
    wanted = [c for c in columns_of(schema, kind) if _wanted(c)]
    records = list(known)
    example = _example(records, kind)
    names = _names(records, schema, language) if example else {}
    made = []
    for column in wanted:
        choices = _choices(column.field, schema)
        sample = _shown(example, column, names, schema) if example else _sample(column, choices, language)
        if column.name == SKIP:
            sample = EXAMPLE.say(language)
        made.append(BlankColumn(column, _form(column.field, bool(choices), schema), choices, sample))
    return BlankSheet(kind, tuple(made))


def _wanted(column: Column) -> bool:
    field = column.field
    if field is None:
        return column.name != "kind"
    if column.part is Part.EVIDENCE:
        return field.path in _EVIDENCE
    if column.part is Part.SOURCE:
        return field.required or field.path in _SOURCE or field.fact_date is not None
    return True


def _choices(field: Field | None, schema: Schema) -> tuple[Text, ...]:
    if field is None or field.type is not ValueType.REFERENCE:
        return (Text("có", "yes"), Text("không", "no")) if field and field.type is ValueType.BOOLEAN else ()
    return tuple(c.label for c in schema.concepts if field.range in c.supers and c.label)


def _form(field: Field | None, chosen: bool, schema: Schema) -> Text:
    """What a cell may hold, in words."""
    if field is None:
        return EMPTY
    if field.type is ValueType.REFERENCE:
        range_ = schema.labels.get(field.range or "", EMPTY)
        form = _CHOICE if chosen else _NAME_OF.fill(range=Text(range_.vi.lower(), range_.en.lower()))
    else:
        form = _TYPES[field.type]
    if not field.many or field.type is ValueType.TEXT:
        return form
    several = _SEVERAL_TEXTS if field.type is ValueType.STRING else _SEVERAL
    return Text(form.vi + several.vi, form.en + several.en)


def _sample(column: Column, choices: Sequence[Text], language: Language) -> str:
    if choices:
        return choices[0].say(language)
    return _SAMPLES.get(column.field.type, "") if column.field else ""


def _example(records: Iterable[Entry], kind: Kind) -> dict[str, Any]:
    """The fullest record of a kind that cites a passage; empty where there is none."""
    of_kind = [
        e.values for e in records if e.values.get("kind") == kind.key and isinstance(e.values.get("evidence", {}), dict)
    ]
    return max(of_kind, key=lambda values: sum(key in kind.fields for key in values), default={})


def _names(records: Iterable[Entry], schema: Schema, language: Language) -> dict[str, str]:
    """What things are called, by id."""
    found: dict[str, str] = {}
    for entry in records:
        kind, id_ = schema.kinds.get(str(entry.values.get("kind"))), entry.values.get("id")
        if kind and isinstance(id_, str) and (label := label_of(entry.values, kind)):
            found.setdefault(id_, label.say(language))
    found.update((concept.id, concept.label.say(language)) for concept in schema.concepts)
    return found


def _named(text: str, field: Field, names: Mapping[str, str], schema: Schema) -> str:
    """What the thing is called that a record names by its id, or a term by the last part of it."""
    ids = (text, *(f"{prefix}/{text}" for prefix in schema.prefixes_of.get(field.range or "", ())))
    return next((names[id_] for id_ in ids if id_ in names), text)


def _shown(record: Mapping[str, Any], column: Column, names: Mapping[str, str], schema: Schema) -> str:
    """The value of a record as a person would type it into a column."""
    value: Any = record
    for key in column.keys:
        value = value.get(key) if isinstance(value, dict) else None
    if value is None or isinstance(value, dict):
        return ""
    field = column.field
    texts = [str(v) for v in value] if isinstance(value, list) else [str(value)]
    if field and field.type is ValueType.REFERENCE:
        texts = [_named(text, field, names, schema) for text in texts]
    joined = " | " if field and field.type in (ValueType.TEXT, ValueType.STRING) else "; "
    return joined.join(texts)
