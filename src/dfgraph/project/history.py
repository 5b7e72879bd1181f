"""What happened to a thing: its claims with their dates, and the changes that the journal tells of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dfgraph.base.errors import ChangeError
from dfgraph.base.language import Text
from dfgraph.base.names import DFG
from dfgraph.project.changing import taken_back
from dfgraph.project.correcting import Correction
from dfgraph.project.journal import Entry, read_journal
from dfgraph.project.known import Known, read_known
from dfgraph.project.pieces import Piece, pieces_of, source_key, thing_meant
from dfgraph.project.settings import Places
from dfgraph.sources.facts.index import former_ids, former_key
from dfgraph.sources.schema import Schema

_UNSAID = ("kind", "id", "evidence")

_BACK = Text("Lấy lại lần sửa {n}: {what}", "Took back change {n}: {what}")
_AGAIN = Text("Làm lại lần sửa {n}: {what}", "Made change {n} again: {what}")


@dataclass(frozen=True, slots=True)
class Told:
    """One claim in a history: its number, where it stands, what it speaks of, by which source, and its dates."""

    number: int
    place: str
    fields: tuple[str, ...]
    source: str
    recorded: str
    retracted: str
    because: Text

    def to_json(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "number": self.number,
            "place": self.place,
            "fields": list(self.fields),
            "source": self.source or None,
            "recorded": self.recorded or None,
            "retracted": self.retracted or None,
            "retracted_because": {"vi": self.because.vi, "en": self.because.en} if self.because else None,
        }


@dataclass(frozen=True, slots=True)
class History:
    """A thing by its id and former ids; its claims in the order of the files; its changes, the oldest first."""

    id: str
    former: tuple[str, ...]
    claims: tuple[Told, ...]
    changes: tuple[Entry, ...]


def history(places: Places, schema: Schema, thing: str) -> History:
    """The history of the thing that `thing` means. Raises ChangeError where no record speaks of it."""
    known = read_known(places, schema)
    id_ = thing_meant(known, thing)
    key = former_key(known.schema)
    former = [f for entry in known.index.entries[id_] for f in former_ids(entry, key)]
    names = {id_, *former}
    changes = [entry for entry in read_journal(places.journal) if names & set(entry.ids)]
    claims = [_told(known, piece) for piece in pieces_of(known, id_)]
    return History(id_, tuple(dict.fromkeys(former)), tuple(claims), tuple(changes))


def _told(known: Known, piece: Piece) -> Told:
    keys = {f.path: f.key for f in known.schema.evidence.fields.values()}

    def said(name: str) -> Any:
        return piece.evidence.get(keys.get(DFG + name, ""))

    because = said("retractedBecause")
    told = because if isinstance(because, dict) else {"vi": because or ""}
    entry = piece.entry
    return Told(
        number=piece.number,
        place=f"{entry.path}:{entry.line}",
        fields=tuple(key for key in entry.values if key not in _UNSAID),
        source=str(piece.evidence.get(source_key(known), "")),
        recorded=str(said("recorded") or ""),
        retracted=str(said("retracted") or ""),
        because=Text(str(told.get("vi", "")), str(told.get("en", ""))),
    )


def undone(places: Places, number: int | None) -> Correction:
    """What takes the last change back, or the one with a number.

    Raises ChangeError where there is no such change, or its files have changed since.
    """
    entries = read_journal(places.journal)
    entry = _entry(entries, number)
    root, again = entry, False
    while root.undoes is not None:
        root, again = _entry(entries, root.undoes), not again
    told = _AGAIN if again else _BACK
    changes = tuple(taken_back(places, entry))
    return Correction("undo", changes, told.fill(n=root.number, what=root.told), entry.ids, entry.number)


def _entry(entries: Sequence[Entry], number: int | None) -> Entry:
    if not entries:
        message = Text("Chưa có lần sửa nào.", "Nothing has been changed yet.")
        raise ChangeError(message, Text("Nhật ký bắt đầu từ lần sửa đầu tiên.", "The journal begins with a change."))
    found = entries[-1] if number is None else next((e for e in entries if e.number == number), None)
    if found is None:
        message = Text("Không có lần sửa {n}.", "There is no change {n}.").fill(n=number)
        raise ChangeError(message, Text("Hãy xem: dfgraph log", "See: dfgraph log"))
    return found
