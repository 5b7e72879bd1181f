"""Which text is of which source: by the digests of its paragraphs, else by its name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dfgraph.products.verification.texts import SourceText, digest_of

Digests = Mapping[int, str]
"""The recorded digest of each paragraph of one source, by its number."""


@dataclass(frozen=True, slots=True)
class Held:
    """A text and the source (an id) that it is of; `matching` of the source's `recorded` digests are in it."""

    source: str
    text: SourceText
    matching: int
    recorded: int


class Pairs(NamedTuple):
    """The text of each source that has one, by the id of the source, and the files that are of none."""

    held: dict[str, Held]
    others: tuple[Path, ...]


def pair(
    texts: Sequence[SourceText], sources: Collection[str], recorded: Mapping[str, Digests], meant: str | None = None
) -> Pairs:
    """Gives each source its text.

    A text is of the source of which it holds the most recorded paragraphs, at least half; else of the source whose id
    ends in the file's name; else, where it is the only one, of the source that is `meant`. Of several texts for one
    source the one that matches best counts, then the first.
    """
    held: dict[str, Held] = {}
    for text in texts:
        found = _by_digests(text, recorded) or _by_name(text, sources, recorded)
        if found is None and meant is not None and len(texts) == 1:
            found = _compared(meant, text, recorded)
        if found is None:
            continue
        known = held.get(found.source)
        if known is None or found.matching > known.matching:
            held[found.source] = found
    used = {h.text.path for h in held.values()}
    return Pairs(dict(sorted(held.items())), tuple(text.path for text in texts if text.path not in used))


def _compared(source: str, text: SourceText, recorded: Mapping[str, Digests]) -> Held:
    digests = set(map(digest_of, text.paragraphs))
    known = recorded.get(source, {})
    return Held(source, text, sum(digest in digests for digest in known.values()), len(known))


def _by_digests(text: SourceText, recorded: Mapping[str, Digests]) -> Held | None:
    candidates = (_compared(source, text, recorded) for source in sorted(recorded))
    best = max(candidates, key=lambda held: held.matching, default=None)
    return best if best is not None and best.matching and 2 * best.matching >= best.recorded else None


def _by_name(text: SourceText, sources: Collection[str], recorded: Mapping[str, Digests]) -> Held | None:
    name = text.path.stem.lower()
    source = next((s for s in sorted(sources) if s.partition("/")[2] == name), None)
    return _compared(source, text, recorded) if source is not None else None
