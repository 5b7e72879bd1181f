"""After a thing is renamed the facts say what they said before, of the thing by its new id."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from dfgraph import Project
from dfgraph.base.errors import ChangeError
from dfgraph.base.names import BASE
from dfgraph.project.known import Known, read_known
from dfgraph.project.renaming import merged, renamed
from dfgraph.sources.facts import Book, check_book, read_book
from dfgraph.sources.facts.index import FORMER_ID

_ID = re.compile(f"<{re.escape(BASE)}([^>]*)>")


def known_of(project: Project) -> Known:
    return read_known(project.places, project.ontology.schema)


def said(project: Project, book: Book, new: Mapping[str, str]) -> list[list[str]]:
    """Everything that the claims of a book say, with ids replaced; former ids are left out."""
    checked = check_book(book, project.ontology.schema)
    assert [f for f in checked.findings if f.severity.name == "ERROR"] == []
    claims = []
    for claim in checked.claims:
        lines = [claim.subject, *claim.statements, *(s for s in claim.evidence if FORMER_ID not in s)]
        claims.append(sorted(_ID.sub(lambda m: new.get(m[1], m[1]), line) for line in lines))
    return sorted(claims)


@pytest.mark.parametrize(
    ("thing", "files"),
    [
        ("country/vn", 4),
        ("province/quang-ninh", 4),
        ("person/bui-thanh-son", 3),
        ("source/doi-ngoai-dia-phuong-2019", 2),
        ("conference/dai-hoi-dang-xii", 1),
    ],
)
def test_everything_that_was_said_is_said_of_the_new_id(shipped: Project, thing: str, files: int) -> None:
    known, places = known_of(shipped), shipped.places
    new = f"{thing}-once-more"
    correction = renamed(places, known, thing, new)
    assert len(correction.changes) >= files
    after = read_book(places.data, places.root, instead={c.path: c.text for c in correction.changes})
    check_book(after, shipped.ontology.schema)
    pairs = zip(known.book.entries, after.entries, strict=True)
    moved = {thing: new, **{a.id: b.id for a, b in pairs if a.id != b.id}}
    slugs = {f"passage/{a.partition('/')[2]}--": f"passage/{b.partition('/')[2]}--" for a, b in moved.items()}
    before = read_book(places.data, places.root)
    for line in {m for claim in said(shipped, before, {}) for text in claim for m in re.findall(r"passage/\S+", text)}:
        old = next((slug for slug in slugs if line.startswith(slug)), None)
        if old and thing.startswith("source/"):
            moved[line] = line.replace(old, slugs[old])
    assert said(shipped, after, {}) == said(shipped, read_book(places.data, places.root), moved)
    assert set(correction.ids) <= {*moved, *moved.values()}


def test_a_part_of_a_source_keeps_its_id(shipped: Project) -> None:
    known = known_of(shipped)
    first, second = sorted(i for i in known.index.entries if i.startswith("passage/"))[:2]
    for act in (renamed, merged):
        with pytest.raises(ChangeError, match="is made of its source and its place"):
            act(shipped.places, known, first, second if act is merged else "passage/other")
