"""The facts file that an import keeps: each record with a mark, so that the next import changes only what changed.

A record whose text no longer fits its mark was edited by hand since: an import never takes that back. Records without
a mark were added by hand and stay as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from dfgraph.base.files import digest
from dfgraph.base.findings import Finding
from dfgraph.sources.facts.record import Entry
from dfgraph.sources.sheets import faults
from dfgraph.sources.writing import record_text

_MARK: Final = re.compile(r"^# import ([0-9a-f]{16})$", re.MULTILINE)
_HEADER: Final = re.compile(r"^# Imported from (.+) by dfgraph\.$", re.MULTILINE)
_HEAD: Final = (
    "# Imported from {name} by dfgraph.\n"
    "# Importing a file of that name again rewrites the records under an import mark, except those edited here since.\n"
    "# Nhập tệp cùng tên lần nữa thì các bản ghi có dấu import được ghi lại, trừ những bản ghi đã được sửa ở đây.\n"
)
_LOCATING: Final = ("source", "paragraph", "page", "characters", "speaker")


def imported_from(text: str) -> str | None:
    """The name of the file that a facts file was imported from; None where it is no such file."""
    found = _HEADER.search(text[: text.find("\n") + 1])
    return found[1] if found else None


@dataclass(slots=True)
class Block:
    """A record as it stands in the facts file: its own text with the comments above it."""

    text: str
    entry: Entry
    mark: str

    @property
    def edited(self) -> bool:
        """Whether it is no longer what an import wrote."""
        return self.now != self.mark

    @property
    def now(self) -> str:
        """The mark that the record would get as it stands."""
        return mark_of(self.entry.values)


@dataclass(slots=True)
class Plan:
    """What becomes of each record: `rows` pairs every new one with the block it stands for, None where it is new.

    `kept` are blocks of which the sheet no longer speaks, or that were made by hand; `removed` go.
    """

    head: str
    blocks: list[Block]
    rows: list[tuple[Entry, Block | None]] = field(default_factory=list)
    kept: list[Block] = field(default_factory=list)
    removed: list[Block] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def mark_of(values: dict[str, Any]) -> str:
    """A fingerprint of a record, whatever the order of its fields."""
    return digest(json.dumps(values, ensure_ascii=False, sort_keys=True).encode())


def blocks_of(text: str, entries: Sequence[Entry]) -> tuple[str, list[Block]]:
    """A facts file that an import keeps, taken apart: what stands before its first record, and a block for each."""
    lines = text.splitlines(keepends=True)
    starts: list[int] = []
    for entry in entries:
        start = entry.line - 1
        while start > _HEAD.count("\n") and lines[start - 1].startswith("#"):
            start -= 1
        starts.append(start)
    blocks = []
    for entry, start, end in zip(entries, starts, [*starts, len(lines)][1:], strict=True):
        block = "".join(lines[start:end])
        mark = _MARK.search(block)
        blocks.append(Block(block, entry, mark[1] if mark else ""))
    return "".join(lines[: starts[0]] if starts else lines), blocks


def identity(entry: Entry) -> tuple[str, ...]:
    """What makes a row the same row after a correction: its thing, and where the source says it."""
    return (entry.id, *_place(entry))


def _place(entry: Entry) -> tuple[str, ...]:
    """Where the source says what a record says."""
    evidence = entry.values.get("evidence")
    said = evidence if isinstance(evidence, dict) else {}
    return (entry.kind, *(str(said.get(key, "")) for key in _LOCATING))


def plan(name: str, text: str, entries: Sequence[Entry], new: Sequence[Entry], needed: Collection[str] = ()) -> Plan:
    """What an import of `new` makes of the facts file `text`, whose records are `entries`; ids are given already.

    Things whose ids are `needed` elsewhere are not removed.
    """
    head, blocks = blocks_of(text, entries)
    made = Plan(head or _HEAD.format(name=name), blocks)
    pairs, left = _paired([block for block in blocks if block.mark], new)
    made.rows = [(entry, pairs.get(id(entry))) for entry in new]
    cited = {*needed, *(text for b in blocks if not b.mark or b.edited for text in cited_by(b.entry))}
    made.removed = [b for b in left if not b.edited and b.entry.id not in cited]
    gone = {id(block) for block in made.removed}
    made.kept = [b for b in blocks if not b.mark or (b in left and id(b) not in gone)]
    for entry, stood in made.rows:
        if stood is not None and stood.edited and mark_of(entry.values) not in (stood.mark, stood.now):
            made.findings.append(faults.EDITED_BY_HAND.at(entry.at(), entry.id, other=stood.entry.at()))
    return made


def cited_by(entry: Entry) -> list[str]:
    """Everything that the evidence of a record says: the id of its source is among it."""
    evidence = entry.values.get("evidence")
    pieces = evidence if isinstance(evidence, list) else [evidence]
    return [text for piece in pieces if isinstance(piece, dict) for text in piece.values() if isinstance(text, str)]


def _paired(blocks: list[Block], new: Sequence[Entry]) -> tuple[dict[int, Block], list[Block]]:
    """The block of each row that has one, and the blocks of no row.

    A row that has not changed is known by its mark. One that has is known by its thing and its place in the source;
    or by one of the two, where only one row and one block are left for it: what was corrected may have made the id.
    """
    pairs: dict[int, Block] = {}
    left = blocks
    for of_block, of_row, alone in (
        (lambda b: b.mark, lambda e: mark_of(e.values), False),
        (lambda b: identity(b.entry), identity, False),
        (lambda b: _place(b.entry), _place, True),
        (lambda b: b.entry.id, lambda e: e.id, True),
    ):
        waiting: dict[object, list[Block]] = {}
        for block in left:
            waiting.setdefault(of_block(block), []).append(block)
        rows: dict[object, list[Entry]] = {}
        for entry in new:
            if id(entry) not in pairs:
                rows.setdefault(of_row(entry), []).append(entry)
        for key, those in rows.items():
            standing = waiting.get(key, [])
            if not alone or len(those) == len(standing) == 1:
                pairs.update((id(entry), block) for entry, block in zip(those, standing, strict=False))
        taken = {id(block) for block in pairs.values()}
        left = [block for block in left if id(block) not in taken]
    return pairs, left


def text_of_plan(made: Plan, left_out: Collection[Entry] = ()) -> tuple[str, dict[str, int]]:
    """The new text of the facts file, and how many records were added, changed, removed, left as they are, kept.

    `left_out` are new records that are not to be written: the project has them already.
    """
    counts = dict.fromkeys(("added", "changed", "removed", "unchanged", "edited"), 0)
    skipped = {id(entry) for entry in left_out}
    texts = {id(block): block.text for block in made.blocks}
    for block in made.removed:
        texts[id(block)] = ""
    counts["removed"] = len(made.removed)
    counts["edited"] = sum(block.edited for block in made.kept if block.mark)
    added = []
    for entry, paired in made.rows:
        if paired is None:
            if id(entry) not in skipped:
                added.append(_marked(entry))
                counts["added"] += 1
        elif mark_of(entry.values) == paired.now:
            counts["unchanged"] += 1
        elif paired.edited:
            counts["edited"] += 1
        else:
            texts[id(paired)] = _marked(entry)
            counts["changed"] += 1
    whole = "".join([*texts.values()])
    missing = "\n" if whole and added and not whole.endswith("\n") else ""
    return made.head + whole + missing + "".join(added), counts


def _marked(entry: Entry) -> str:
    return f"# import {mark_of(entry.values)}\n{record_text(entry.values)}"
