"""What a project already says, for those who add to it: the one place where it is looked up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dfgraph.base.findings import Location
from dfgraph.base.language import EMPTY, Text
from dfgraph.project.settings import Places
from dfgraph.project.targets import holdings
from dfgraph.sources.drafts import label_of
from dfgraph.sources.facts import Book, Claim, Entry, Index, check_book, read_book
from dfgraph.sources.facts.book import fact_files
from dfgraph.sources.facts.check import Checked
from dfgraph.sources.facts.ids import name_records
from dfgraph.sources.schema import Schema


class Known:
    """The facts of a project: `book` as they are written, `index` by id and name.

    What was looked at stays as it was then, however the files change.
    """

    def __init__(self, book: Book, schema: Schema) -> None:
        self.book = book
        self.schema = schema
        self.index: Index = name_records(book.entries, schema)[0]
        self.holdings = holdings(book.entries, schema)
        self._ids = frozenset(self.index.entries)
        self._claims: dict[str, list[Claim]] = {}

    def has(self, id_: str) -> bool:
        """Whether a record speaks of this thing."""
        return id_ in self._ids

    def check(self, entries: Sequence[Entry]) -> tuple[Checked, list[Claim]]:
        """The facts and the new `entries` checked together; and of the claims, those that the new ones make."""
        whole = Book([*self.book.entries, *entries], list(self.book.findings), self.book.files)
        checked = check_book(whole, self.schema)
        new = set(map(id, entries))
        self._claims = {}
        made: list[Claim] = []
        for claim in checked.claims:
            if id(claim.entry) in new:
                made.append(claim)
            else:
                self._claims.setdefault(claim.entry.id, []).append(claim)
        return checked, made

    def claims(self, id_: str) -> Sequence[Claim]:
        """The claims about a thing, once something was checked."""
        return self._claims.get(id_, ())

    def like(self, claims: Sequence[Claim]) -> Iterable[Claim]:
        """The claims about the things that those of which new claims speak may be, once something was checked."""
        kinds = {claim.entry.kind for claim in claims}
        return (claim for known in self._claims.values() for claim in known if claim.entry.kind in kinds)

    def label(self, id_: str) -> Text:
        """The name of a thing, as the first of its records says it."""
        entries = self.index.entries.get(id_, ())
        return next(filter(None, (label_of(e.values, self.schema.kinds[e.kind]) for e in entries)), EMPTY)


def read_known(places: Places, schema: Schema) -> Known:
    """What the facts files of a project say now."""
    return Known(read_book(places.data, places.root), schema)


def place_of(places: Places, schema: Schema, id_: str) -> Location | None:
    """Where the first record of a thing stands; in a file that has its id, where there is such a record."""
    for path in fact_files(places.data):
        if id_.encode() in path.read_bytes():
            book = read_book(places.data, places.root, [path])
            for entry in book.entries:
                if entry.values.get("id") == id_:
                    return entry.at()
    entries = read_known(places, schema).index.entries.get(id_)
    return entries[0].at() if entries else None
