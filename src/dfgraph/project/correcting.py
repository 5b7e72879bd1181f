"""What a correction changes in the facts files: decided from what they say, with nothing written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dfgraph.base.errors import ChangeError
from dfgraph.base.language import EMPTY, Language, Text
from dfgraph.base.names import DFG
from dfgraph.project.changing import Change, read_text
from dfgraph.project.known import Known
from dfgraph.project.pieces import Piece, chosen, pieces_of, source_key, thing_meant, told_pieces
from dfgraph.project.setting import EVIDENCE, Setting, edits_of, field_of
from dfgraph.project.settings import Places
from dfgraph.sources.facts import Entry
from dfgraph.sources.schema import Schema
from dfgraph.sources.writing import change

Edits = dict[Entry, dict[tuple[str | int, ...], Any]]


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of the facts that has been decided on: the new texts of files, and what the journal says of it."""

    verb: str
    changes: tuple[Change, ...]
    told: Text
    ids: tuple[str, ...]
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of the records of a thing is meant: by number, or by file and line."""

    claim: int | None = None
    record: str | None = None


def edited(places: Places, known: Known, thing: str, settings: Sequence[Setting], choice: Choice) -> Correction:
    """New values for fields of one thing, each in the record that states the field.

    Raises ChangeError where a field is not known, or it is not clear which record is meant.
    """
    id_ = thing_meant(known, thing)
    kind = known.schema.kinds[known.index.entries[id_][0].kind]
    pieces = chosen(known, id_, choice.claim, choice.record)
    edits: Edits = {}
    for setting in settings:
        field = field_of(setting, kind, known.schema)
        piece = _stating(known, pieces, setting)
        current = (piece.evidence if setting.of_evidence else piece.entry.values).get(setting.key)
        edits.setdefault(piece.entry, {}).update(edits_of(setting, field, current, piece.part))
    said = ", ".join(f"{s.name}={s.value}" for s in settings)
    told = Text("Sửa {id}: {said}", "Changed {id}: {said}").fill(id=id_, said=said)
    return Correction("edit", tuple(changes_of(places, edits)), told, (id_,))


def _stating(known: Known, pieces: Sequence[Piece], setting: Setting) -> Piece:
    """The piece whose record states a field; the only one where none does."""
    stating = [p for p in pieces if setting.key in (p.evidence if setting.of_evidence else p.entry.values)]
    found = stating or list(pieces)
    if setting.of_evidence and len(found) == 1:
        return found[0]
    if not setting.of_evidence and all(p.entry is found[0].entry for p in found):
        return found[0]
    message = (
        Text("Nhiều bản ghi nói «{field}».", "Several records state “{field}”.")
        if stating
        else Text("Có nhiều bản ghi để thêm «{field}».", "There are several records to add “{field}” to.")
    )
    raise ChangeError(message.fill(field=setting.name), told_pieces(known, found))


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is withdrawn, in the language it is told in, and on which day."""

    text: str
    language: Language
    day: date


def retracted(places: Places, known: Known, thing: str, reason: Reason, choice: Choice) -> Correction:
    """The claims of a thing marked as withdrawn: all, or the one that is chosen; those withdrawn before stay.

    Raises ChangeError where all of them have been.
    """
    id_ = thing_meant(known, thing)
    when, why = _key(known.schema, "retracted"), _key(known.schema, "retractedBecause")
    pieces = chosen(known, id_, choice.claim, choice.record)
    holding = [piece for piece in pieces if when not in piece.evidence]
    if not holding:
        message = Text("{id} đã được rút trước đó.", "{id} has been retracted already.").fill(id=id_)
        raise ChangeError(message, Text("Hãy xem: dfgraph log {id}", "See: dfgraph log {id}").fill(id=id_))
    edits: Edits = {}
    for piece in holding:
        at = (EVIDENCE, piece.part)
        new = {(*at, when): reason.day.isoformat(), (*at, why, reason.language): reason.text}
        edits.setdefault(piece.entry, {}).update(new)
    partly = len(holding) < len(pieces_of(known, id_))
    where = ", ".join(piece.told(source_key(known)) for piece in holding) if partly else ""
    told = Text("Rút {id}{where}: {why}", "Retracted {id}{where}: {why}")
    told = told.fill(id=id_, where=f" [{where}]" if where else EMPTY, why=reason.text)
    return Correction("retract", tuple(changes_of(places, edits)), told, (id_,))


def _key(schema: Schema, property_: str) -> str:
    """The key of the evidence field with a property of ours."""
    return evidence_key(schema, DFG + property_)


def evidence_key(schema: Schema, path: str) -> str:
    """The key of the evidence field with a path. Raises ChangeError where the ontology has none."""
    key = next((f.key for f in schema.evidence.fields.values() if f.path == path), None)
    if key is None:
        message = Text("Bản thể học thiếu trường của dẫn chứng {p}.", "The ontology lacks the evidence field {p}.")
        remedy = Text("Hãy thêm nó vào shapes/claim.ttl.", "Add it to shapes/claim.ttl.")
        raise ChangeError(message.fill(p=path), remedy)
    return key


def changes_of(places: Places, edits: Mapping[Entry, Mapping[tuple[str | int, ...], Any]]) -> list[Change]:
    """The new texts of the files in which records change; files that stay as they are left out."""
    by_file: dict[str, dict[int, Mapping[tuple[str | int, ...], Any]]] = {}
    for entry, values in edits.items():
        by_file.setdefault(entry.path, {})[entry.line] = values
    found = [rewritten(places.root / path, lines) for path, lines in sorted(by_file.items())]
    return [one for one in found if one.text != one.was]


def rewritten(path: Path, edits: Mapping[int, Mapping[tuple[str | int, ...], Any]], text: str | None = None) -> Change:
    """A file with new values in the records of some lines. Raises ChangeError where that cannot be done."""
    was = read_text(path) or ""
    try:
        return Change(path, change(was if text is None else text, edits, suffix=path.suffix), was)
    except ValueError as error:
        where = f"{path}:{min(edits)}"
        message = Text("Không tự sửa được {where}: {why}.", "{where} cannot be changed: {why}.")
        remedy = Text("Hãy sửa bằng tay trong tệp.", "Change it by hand in the file.")
        raise ChangeError(message.fill(where=where, why=error), remedy) from error
