"""A thing gets another id, or becomes one with another thing: every reference follows, and the old id is remembered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from dfgraph.base.errors import ChangeError
from dfgraph.base.language import Text
from dfgraph.base.names import SKOS, is_id
from dfgraph.base.text import slug
from dfgraph.project.changing import Change, read_text
from dfgraph.project.correcting import Correction, evidence_key, rewritten
from dfgraph.project.known import Known
from dfgraph.project.pieces import thing_meant
from dfgraph.project.setting import EVIDENCE
from dfgraph.project.settings import Places
from dfgraph.sources.facts import Entry, faults
from dfgraph.sources.facts.book import READERS
from dfgraph.sources.facts.evidence import PART_OF_SOURCE
from dfgraph.sources.facts.ids import name_records
from dfgraph.sources.facts.index import FORMER_ID, former_ids
from dfgraph.sources.schema import Field, Kind, Schema, ValueType
from dfgraph.sources.writing import replace

_ROUNDS: Final = 20
_NAME, _OTHER_NAME = SKOS + "prefLabel", SKOS + "altLabel"
Keys = tuple[str | int, ...]


def renamed(places: Places, known: Known, thing: str, new: str) -> Correction:
    """A thing by a new id; things whose ids are made of it get new ones too.

    Raises ChangeError where the new id is not one, or is or was that of another thing.
    """
    id_ = thing_meant(known, thing)
    kind = known.schema.kinds[known.index.entries[id_][0].kind]
    if not is_id(new) or not new.startswith(f"{kind.prefix}/"):
        example = slug(new.rpartition("/")[2]) or "vi-du"
        values = {"id": new, "kind": kind.key, "prefix": kind.prefix, "example": example}
        raise ChangeError(faults.BAD_ID.message.fill(**values), faults.BAD_ID.hint.fill(**values))
    _may_move(kind, id_)
    if new in known.index.supers:
        message = Text("Đã có {new}.", "There is a {new} already.").fill(new=new)
        remedy = Text("Hai bản của một vật: dfgraph merge {id} {new}", "Is it the same thing? dfgraph merge {id} {new}")
        raise ChangeError(message, remedy.fill(id=id_, new=new))
    if known.index.former.get(new, id_) != id_:
        values = {"id": new, "now": known.index.former[new]}
        raise ChangeError(faults.FORMER_ID.message.fill(**values), Text("Hãy chọn mã khác.", "Choose another id."))
    moved = _Moving(places, known).to({id_: new})
    told = Text("Đổi mã {id} thành {new}", "Renamed {id} to {new}").fill(id=id_, new=new)
    return Correction("rename", tuple(moved.changes), told, tuple(moved.ids))


def merged(places: Places, known: Known, thing: str, into: str) -> Correction:
    """A thing that was entered twice as one: the records of `thing` speak of `into` from now on.

    Where both have a name, that of `thing` becomes another name. Raises ChangeError where they are of two kinds, or
    one and the same.
    """
    id_, new = thing_meant(known, thing), thing_meant(known, into)
    kinds = [known.index.entries[i][0].kind for i in (id_, new)]
    if id_ == new:
        message = Text("«{a}» và «{b}» là một: {id}.", "“{a}” and “{b}” are one thing: {id}.")
        raise ChangeError(message.fill(a=thing, b=into, id=id_))
    if kinds[0] != kinds[1]:
        message = Text("{a} thuộc loại {k}, {b} thuộc loại {l}.", "{a} is of kind {k}, {b} of kind {l}.")
        remedy = Text("Chỉ gộp được hai vật cùng loại.", "Only things of one kind can be merged.")
        raise ChangeError(message.fill(a=id_, b=new, k=kinds[0], l=kinds[1]), remedy)
    _may_move(known.schema.kinds[kinds[0]], id_)
    moved = _Moving(places, known).to({id_: new})
    told = Text("Gộp {id} vào {new}", "Merged {id} into {new}").fill(id=id_, new=new)
    return Correction("merge", tuple(moved.changes), told, tuple(moved.ids))


def _may_move(kind: Kind, id_: str) -> None:
    """Refuses a part of a source: claims find it by an id that is made of the source and the place in it."""
    if any(field_.path == PART_OF_SOURCE for field_ in kind.fields.values()):
        message = Text("Mã của {id} do nguồn và vị trí làm nên.", "The id of {id} is made of its source and its place.")
        raise ChangeError(message.fill(id=id_), Text("Hãy đổi mã của nguồn.", "Rename the source instead."))


@dataclass(slots=True)
class _Moved:
    changes: list[Change] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


class _Moving:
    """Rewrites records and references for things that get other ids."""

    def __init__(self, places: Places, known: Known) -> None:
        self.places = places
        self.known = known
        self.former_key = evidence_key(known.schema, FORMER_ID)
        self.asked: frozenset[str] = frozenset()

    def to(self, ids: dict[str, str]) -> _Moved:
        """Everything that follows where each of `ids` becomes the one it stands for.

        An id that is made of others follows them; so it goes on until no more ids change.
        """
        found = dict(ids)
        self.asked = frozenset(ids)
        for _ in range(_ROUNDS):
            changes = list(self._rewritten(found))
            following = self._following(changes, found)
            if not following:
                things = dict.fromkeys([*found, *found.values()])
                return _Moved(changes, list(things))
            found.update(following)
        message = Text("Các mã đổi mãi không dừng.", "The ids that follow do not come to an end.")
        raise ChangeError(message)

    def _rewritten(self, ids: Mapping[str, str]) -> Iterator[Change]:
        by_file: dict[str, list[Entry]] = {}
        for entry in self.known.book.entries:
            by_file.setdefault(entry.path, []).append(entry)
        for shown, entries in by_file.items():
            words: dict[tuple[int, int], dict[str, str]] = {}
            edits: dict[int, dict[Keys, Any]] = {}
            for entry in entries:
                for keys, old, new in self._references(entry, ids):
                    at = entry.at(*keys)
                    words.setdefault((at.line, at.column), {})[old] = new
                if entry.id in ids:
                    edits[entry.line] = self._own(entry, ids)
            if words or edits:
                yield self._change(self.places.root / shown, words, edits)

    def _change(
        self, path: Path, words: Mapping[tuple[int, int], Mapping[str, str]], edits: Mapping[int, Mapping[Keys, Any]]
    ) -> Change:
        was = read_text(path) or ""
        try:
            text = replace(was, words, suffix=path.suffix) if words else was
        except ValueError as error:
            message = Text("Không tự sửa được {path}: {why}.", "{path} cannot be changed: {why}.")
            remedy = Text("Hãy viết mã ấy trên một dòng.", "Write the id there plainly, on one line.")
            raise ChangeError(message.fill(path=path, why=error), remedy) from error
        return Change(path, rewritten(path, edits, text).text if edits else text, was)

    def _references(self, entry: Entry, ids: Mapping[str, str]) -> Iterator[tuple[Keys, str, str]]:
        """Where a record names one of `ids`, in full or by its last part: the place, what is written, what will be."""
        schema = self.known.schema
        for keys, field_, text in _reference_texts(entry, schema):
            written = text.strip()
            if written in ids:
                yield keys, written, ids[written]
            elif "/" not in written:
                prefixes = schema.prefixes_of.get(field_.range or "", ())
                for id_ in (f"{prefix}/{written}" for prefix in prefixes):
                    if id_ in ids:
                        yield keys, written, ids[id_].partition("/")[2]

    def _own(self, entry: Entry, ids: Mapping[str, str]) -> dict[Keys, Any]:
        """What changes in a record of a thing that gets another id."""
        new = ids[entry.id]
        edits: dict[Keys, Any] = {}
        if "id" in entry.values or entry.id in self.asked:
            edits["id",] = new  # an id that is made of others follows them unwritten
        known = former_ids(entry, self.former_key)
        told = [*known, entry.id] if entry is self._carrier(entry.id) else known
        former = [id_ for id_ in dict.fromkeys(told) if id_ != new]
        if former != known:
            edits[EVIDENCE, 0, self.former_key] = former if len(former) > 1 else next(iter(former), None)
        if new in self.known.index.entries:
            edits.update(self._names(entry, new))
        return edits

    def _carrier(self, id_: str) -> Entry:
        """The record that remembers the former id of its thing: one that does so already, or takes it in easily."""
        entries = self.known.index.entries[id_]
        telling = [entry for entry in entries if former_ids(entry, self.former_key)]
        easily = [entry for entry in entries if self._takes_in(entry)]
        return (telling or easily or entries)[0]

    def _takes_in(self, entry: Entry) -> bool:
        """Whether no other line of its file changes with it: a table that lacks the column gets it in every row."""
        columns = entry.marks.get(EVIDENCE)
        has = isinstance(columns, dict) and self.former_key in columns
        return has or not entry.path.lower().endswith(".csv")

    def _names(self, entry: Entry, into: str) -> dict[Keys, Any]:
        """The name of a thing that becomes one with another that has a name: it becomes another name of it."""
        fields = self.known.schema.kinds[entry.kind].fields.values()
        name = next((f.key for f in fields if f.path == _NAME), "")
        other = next((f.key for f in fields if f.path == _OTHER_NAME), "")
        if name not in entry.values or not other:
            return {}
        names = _by_language(entry.values[name])
        theirs = [_by_language(e.values.get(name)) for e in self.known.index.entries[into] if name in e.values]
        if not theirs or any(names == their for their in theirs):
            return {}
        known = _by_language(entry.values.get(other))
        every = {lang: list(dict.fromkeys([*known.get(lang, []), *names.get(lang, [])])) for lang in {**known, **names}}
        return {(name,): None, (other,): every}

    def _following(self, changes: list[Change], ids: Mapping[str, str]) -> dict[str, str]:
        """The ids made of others that changed with them: read again, each record compared with what it was."""
        new_texts = {change.path: change.text for change in changes}
        entries: list[Entry] = []
        old: list[Entry] = []
        for path in dict.fromkeys(entry.path for entry in self.known.book.entries):
            before = [entry for entry in self.known.book.entries if entry.path == path]
            text = new_texts.get(self.places.root / path)
            if text is None:
                entries += [_copy(entry) for entry in before]
            else:
                entries += READERS[Path(path).suffix.lower()](path, text.removeprefix("\ufeff"))[0]
            old += before
        name_records(entries, self.known.schema)
        pairs = zip(old, entries, strict=True)
        return {a.id: b.id for a, b in pairs if a.id and b.id and a.id not in ids and ids.get(a.id, a.id) != b.id}


def _copy(entry: Entry) -> Entry:
    """The record without the id that it was given: giving ids anew must not touch the first."""
    return Entry(entry.path, entry.line, entry.values, entry.marks)


def _reference_texts(entry: Entry, schema: Schema) -> Iterator[tuple[Keys, Field, str]]:
    """Every text of a reference field of a record and of its evidence, and where it stands."""
    kind = schema.kinds.get(entry.kind)
    if kind is None:
        return
    yield from _of_fields(entry.values, kind.fields, ())
    evidence = entry.values.get(EVIDENCE)
    if isinstance(evidence, list):
        for number, piece in enumerate(evidence):
            yield from _of_fields(piece, schema.evidence.fields, (EVIDENCE, number))
    else:
        yield from _of_fields(evidence, schema.evidence.fields, (EVIDENCE,))


def _of_fields(values: Any, fields: Mapping[str, Field], keys: Keys) -> Iterator[tuple[Keys, Field, str]]:
    for key, value in values.items() if isinstance(values, dict) else ():
        field_ = fields.get(key)
        if field_ is not None and field_.type is ValueType.REFERENCE:
            if isinstance(value, str):
                yield (*keys, key), field_, value
            elif isinstance(value, list):
                yield from (((*keys, key, n), field_, item) for n, item in enumerate(value) if isinstance(item, str))


def _by_language(value: Any) -> dict[str, list[str]]:
    """Texts by language; text without one is Vietnamese."""
    if isinstance(value, dict):
        return {lang: item if isinstance(item, list) else [item] for lang, item in value.items()}
    texts = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    return {"vi": texts} if texts else {}
