"""The columns that a sheet of a kind may have, and which of them a heading means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from dfgraph.base.language import EMPTY, LANGUAGES, Text
from dfgraph.base.names import SKOS
from dfgraph.base.text import fold, nearest
from dfgraph.sources.drafts.citing import source_field, source_kind
from dfgraph.sources.schema import Field, Kind, Schema, ValueType

SKIP: Final = "#"
"""The column in which any mark keeps a row from being imported."""

_TITLE: Final = Text("tiêu đề", "title")
_LANGUAGE: Final = {"vi": Text("tiếng Việt", "Vietnamese"), "en": Text("tiếng Anh", "English")}
_EVIDENCE: Final = Text("Dẫn chứng", "Evidence")
_RESERVED: Final = {
    SKIP: (
        Text("Bỏ qua", "Skip"),
        Text("Đánh dấu gì ở đây thì dòng không được nhập.", "A row with any mark here is not imported."),
    ),
    "kind": (Text("Loại", "Kind"), Text("Loại của bản ghi.", "The kind of the record.")),
    "id": (
        Text("Mã", "Id"),
        Text(
            "Mã của vật; để trống thì mã được đặt từ các trường khác.",
            "The id of the thing; leave it empty and it is made from the other fields.",
        ),
    ),
}  # fmt: skip


class Part(IntEnum):
    """What a column is about; of two with the same label the lower one is meant."""

    OWN = 0
    ROW = 1
    EVIDENCE = 2
    SOURCE = 3


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where its value goes in a record, what people call it, and the field that it fills."""

    keys: tuple[str, ...]
    part: Part
    label: Text
    help: Text
    field: Field | None = None
    required: bool = False

    @property
    def name(self) -> str:
        """Its heading for programs: `label@vi`, `evidence.paragraph`."""
        if self.keys[-1] in LANGUAGES and len(self.keys) > 1:
            return f"{'.'.join(self.keys[:-1])}@{self.keys[-1]}"
        return ".".join(self.keys)

    @property
    def title(self) -> Text:
        """Its label with what it is about, which no other column of the kind has."""
        if self.part is Part.EVIDENCE:
            return Text(f"{_EVIDENCE.vi}: {self.label.vi}", f"{_EVIDENCE.en}: {self.label.en}")
        return self.label


def keys_of(name: str) -> tuple[str, ...]:
    """Where the value of a column goes in a record.

    >>> keys_of("evidence.because@en"), keys_of("party")
    (('evidence', 'because', 'en'), ('party',))
    """
    path, at, language = name.partition("@")
    return (*path.split("."), *([language] if at else []))


def columns_of(schema: Schema, kind: Kind) -> list[Column]:
    """Every column that a sheet of `kind` may have: its own in the order of the shapes, evidence, the source."""
    found = [Column((key,), Part.ROW, *texts) for key, texts in _RESERVED.items()]
    found += _of_fields(kind.fields.values(), (), Part.OWN, EMPTY)
    if kind.self_evident:
        return found
    found += _of_fields(schema.evidence.fields.values(), ("evidence",), Part.EVIDENCE, EMPTY)
    field, about = source_field(schema), source_kind(schema)
    if field and about:
        found += _of_fields(about.fields.values(), ("evidence", field.key), Part.SOURCE, field.label)
    return found


def _of_fields(fields: Iterable[Field], before: tuple[str, ...], part: Part, of: Text) -> list[Column]:
    found = []
    for field in fields:
        label = Text(f"{of.vi}: {field.label.vi}", f"{of.en}: {field.label.en}") if of else field.label
        required = field.required and part is not Part.SOURCE
        if field.type is not ValueType.TEXT:
            found.append(Column((*before, field.key), part, label, field.help, field, required))
            continue
        for language in LANGUAGES:
            tongue = _LANGUAGE[language]
            named = Text(f"{label.vi} ({tongue.vi})", f"{label.en} ({tongue.en})")
            found.append(Column((*before, field.key, language), part, named, field.help, field, required))
    return found


class Headings:
    """What the headings of a sheet may be, for the kinds of its rows.

    A heading is a key (`label@vi`, `evidence.source`, with `_` or blanks alike) or a label in either language, in any
    spelling. A label without its language is in the language that it is written in: `Description` holds English, while
    the key `description`, written just so, holds Vietnamese as it does in facts files.
    """

    def __init__(self, columns: Iterable[Column]) -> None:
        self.by_name: dict[str, Column] = {}
        self._named: dict[str, dict[tuple[str, ...], tuple[int, Column]]] = {}
        self._spelled: dict[str, None] = {}
        for column in columns:
            if column.name in self.by_name:
                continue
            self.by_name[column.name] = column
            if column.keys[-1] == LANGUAGES[0]:
                self.by_name[column.name.rpartition("@")[0]] = column  # a text without language is Vietnamese
            for rank, name in enumerate(_names(column)):
                self._spelled.setdefault(name)
                self._named.setdefault(_fold(name), {}).setdefault(column.keys, (10 * column.part + bool(rank), column))

    def find(self, heading: str) -> list[Column]:
        """The columns that a heading may mean: one where all is well, none where it is not known."""
        text = heading.strip()
        if text in self.by_name:
            return [self.by_name[text]]
        if text == SKIP:
            return []
        found = self._named.get(_fold(text), {}).values()
        best = min((rank for rank, _ in found), default=0)
        return [column for rank, column in found if rank == best]

    def near(self, heading: str) -> list[str]:
        """Headings that are spelled like this one."""
        return nearest(heading.replace("_", " "), self._spelled)


def _fold(heading: str) -> str:
    return fold(heading.replace("_", " "))


def _names(column: Column) -> list[str]:
    """What a heading may call a column, its own name first."""
    names = [column.name, column.title.vi, column.title.en, column.label.vi, column.label.en]
    if column.part in (Part.EVIDENCE, Part.SOURCE):
        names.append(column.name.removeprefix("evidence."))
    field = column.field
    if field and field.type is ValueType.TEXT:
        language = column.keys[-1]
        plain = column.label.vi if language == "vi" else column.label.en
        names.append(plain.rpartition(" (")[0])
        key = column.name.rpartition("@")[0]
        if language == "vi" and _fold(key) != _fold(column.label.en.rpartition(" (")[0]):
            names.append(key)
        if column.part is Part.SOURCE and field.path == SKOS + "prefLabel" and language == "vi":
            names += [f"{column.label.vi.partition(':')[0]}: {_TITLE.vi}", f"{column.keys[1]}.{_TITLE.en}"]
    return [name for name in names if name]
