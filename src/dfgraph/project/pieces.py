"""Which thing a person means, and which of the records that speak of it: looked up in the facts as they are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from dfgraph.base.errors import ChangeError
from dfgraph.base.language import Text
from dfgraph.base.lookup import Named, NameTable
from dfgraph.base.text import nearest
from dfgraph.project.known import Known
from dfgraph.sources.facts import Entry
from dfgraph.sources.facts.index import NAMING


class Piece(NamedTuple):
    """One piece of evidence of one record: its number among those of the thing, and which of the record's it is.

    `part` is 0 where the record has but one.
    """

    number: int
    entry: Entry
    part: int
    evidence: dict[str, Any]

    def told(self, source_key: str) -> str:
        """Where it stands, and by which source: `data/a.yaml:12 (source/x)`."""
        source = self.evidence.get(source_key)
        return f"{self.entry.path}:{self.entry.line}" + (f" ({source})" if isinstance(source, str) else "")


def thing_meant(known: Known, text: str) -> str:
    """The id of the thing that `text` means: its id, now or formerly, the end of its id, or its name.

    Raises ChangeError where no record speaks of such a thing, or of several.
    """
    index, wanted = known.index, text.strip()
    if wanted in index.entries:
        return wanted
    if index.former.get(wanted) in index.entries:
        return index.former[wanted]
    table = NameTable(_named(known))
    found = [i for i in index.entries if i.partition("/")[2] == wanted] or sorted(t.id for t in table.find(wanted))
    found = found or sorted({now for former, now in index.former.items() if former.partition("/")[2] == wanted})
    if len(found) == 1:
        return found[0]
    if found:
        message = Text("«{text}» có thể là nhiều vật.", "“{text}” may be several things.")
        raise ChangeError(message.fill(text=text), Text("Hãy chọn: {c}.", "Choose one: {c}.").fill(c=", ".join(found)))
    if wanted in index.supers:
        message = Text("«{text}» thuộc bản thể học.", "“{text}” is of the ontology.").fill(text=text)
        raise ChangeError(message, Text("Hãy sửa ở ontology/.", "Change it in ontology/."))
    raise ChangeError(*_unknown(known, text, table))


def _unknown(known: Known, text: str, table: NameTable) -> tuple[Text, Text]:
    message = Text("Không bản ghi nào nói về «{text}».", "No record speaks of “{text}”.").fill(text=text)
    near = list(dict.fromkeys([*nearest(text, known.index.entries), *table.near(text)]))[:3]
    hint = Text("Có phải: {n}?", "Did you mean: {n}?").fill(n=", ".join(near)) if near else Text("", "")
    broken = sorted({str(f.location) for f in known.book.findings})
    if broken:
        unread = Text("Có tệp không đọc hết được: {f}.", "Some files cannot be read whole: {f}.")
        unread = unread.fill(f=", ".join(broken[:5]))
        hint = Text(f"{hint.vi} {unread.vi}".strip(), f"{hint.en} {unread.en}".strip())
    return message, hint


def _named(known: Known) -> Iterable[Named]:
    for id_, entries in known.index.entries.items():
        fields = known.schema.kinds[entries[0].kind].fields.values()
        keys = [f.key for f in fields if f.path in NAMING]
        yield Named(id_, tuple(t for entry in entries for key in keys for t in _texts(entry.values.get(key))))


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def pieces_of(known: Known, id_: str) -> list[Piece]:
    """All pieces of evidence of the records that speak of a thing, numbered from 1 in the order of the files."""
    found: list[Piece] = []
    for entry in known.index.entries.get(id_, ()):
        evidence = entry.values.get("evidence")
        for part, item in enumerate(evidence if isinstance(evidence, list) and evidence else [evidence]):
            found.append(Piece(len(found) + 1, entry, part, item if isinstance(item, dict) else {}))
    return found


def source_key(known: Known) -> str:
    """The key under which evidence names its source."""
    from dfgraph.sources.facts.evidence import SOURCE

    return next((f.key for f in known.schema.evidence.fields.values() if f.path == SOURCE), "source")


def chosen(known: Known, id_: str, claim: int | None, record: str | None) -> list[Piece]:
    """The pieces that `claim` (a number) or `record` (FILE:LINE) choose; all where neither is given.

    Raises ChangeError where there is none such.
    """
    pieces = pieces_of(known, id_)
    found = pieces
    if claim is not None:
        found = [piece for piece in pieces if piece.number == claim]
    if record is not None:
        entry = _entry_at(pieces, record)
        found = [piece for piece in found if piece.entry is entry]
    if not found:
        wanted = record if record is not None else claim
        message = Text("Không có bản ghi «{w}» của {id}.", "{id} has no record “{w}”.").fill(w=wanted, id=id_)
        raise ChangeError(message, told_pieces(known, pieces))
    return found


def _entry_at(pieces: Sequence[Piece], record: str) -> Entry | None:
    path, _, line = record.rpartition(":")
    here = [p.entry for p in pieces if p.entry.path == path or p.entry.path.endswith(f"/{path}")]
    fitting = [entry for entry in here if line.isdecimal() and entry.line <= int(line)]
    return max(fitting, key=lambda entry: entry.line, default=None)


def told_pieces(known: Known, pieces: Sequence[Piece]) -> Text:
    """The pieces as a person chooses among them."""
    source = source_key(known)
    told = "; ".join(f"--claim {piece.number}: {piece.told(source)}" for piece in pieces)
    return Text("Hãy chọn: {p}.", "Choose one: {p}.").fill(p=told)
