"""The schema as the program sees it: kinds of record, and the fields each may have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from dfgraph.base.language import EMPTY, Text


class ValueType(Enum):
    """What a field's text must be; the name of an XML Schema type where there is one."""

    STRING = "string"
    TEXT = "langString"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATE = "date"
    ADDRESS = "anyURI"
    IRI = "IRI"
    TIME = "time"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind.

    `path` is the IRI of its property; `range` the class that a reference must belong to; `fact_date` the rank of a
    field that says when the fact held (the lowest that is given counts), None for all others; `default` what a record
    gets that is made with no value for it, as it would be written: an id, or a plain text.
    """

    key: str
    path: str
    type: ValueType
    range: str | None
    many: bool
    required: bool
    order: float
    label: Text
    help: Text
    fact_date: float | None = None
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: a class, the key by which records name it, and its fields in order.

    `prefix` starts the ids of its things; `id_from` are the fields that make an id where none is written;
    a `self_evident` kind (a source) needs no evidence; `supers` are all its superclasses, itself first; `help` says
    what it is.
    """

    key: str
    iri: str
    prefix: str
    label: Text
    fields: Mapping[str, Field]
    id_from: tuple[Field, ...]
    self_evident: bool
    supers: tuple[str, ...]
    help: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that the ontology itself names: a term of a vocabulary, with every name it goes by."""

    id: str
    supers: tuple[str, ...]
    names: tuple[str, ...]
    label: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Schema:
    """All that may be said.

    `kinds` by key; `evidence` is the kind whose fields a record's `evidence` may have; `concepts` are the terms of the
    vocabularies; `prefixes_of` gives, for any class, the id prefixes that its things may have; `denials` are the ids of
    the terms by which evidence denies what its record says.
    """

    kinds: Mapping[str, Kind]
    evidence: Kind
    concepts: tuple[Concept, ...]
    prefixes_of: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, Text]
    denials: frozenset[str] = frozenset()
