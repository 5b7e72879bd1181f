"""What verification speaks of: citations, the values to be found at their place, and what came of looking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from dfgraph.base.findings import Location
from dfgraph.base.language import Language, Text
from dfgraph.base.names import BASE
from dfgraph.products.verification.pairing import Held


class Way(Enum):
    """How a value is looked for in a text: the words that `dfg:verifiedAs` may say."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    TEXT = "text"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a claim states, and the forms that it may have in a text: one of them is enough.

    `property` is an IRI; `told` is the value as people see it. A value that is `home` is the place that texts speak of
    where they name none.
    """

    property: str
    field: Text
    way: Way
    told: Text
    forms: tuple[str, ...]
    home: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim and the place that it cites; `paragraph` is None where it cites none.

    `claim` and `thing` are IRIs, `source` is an id; `language` is that of the source, as far as it is stated. The
    record of a passage stands for itself: it cites the paragraph that it `describes`.
    """

    claim: str
    thing: str
    source: str
    paragraph: int | None
    describes: bool
    inferred: bool
    language: str
    values: tuple[Value, ...]


class Skip(Enum):
    """Why a claim was not checked; the value is the word for programs."""

    INFERRED = "inferred"
    NO_PARAGRAPH = "no-paragraph"
    NO_TEXT = "no-text"
    LANGUAGE = "language"
    NOTHING = "nothing-to-compare"
    EARLIER = "named-earlier"

    @property
    def reason(self) -> Text:
        """The reason for people."""
        return _REASONS[self]


_REASONS = {
    Skip.INFERRED: Text("người ghi suy ra, nguồn không nói", "inferred by the recorder, not stated"),
    Skip.NO_PARAGRAPH: Text("không dẫn đoạn nào", "no paragraph cited"),
    Skip.NO_TEXT: Text("không có văn bản của nguồn", "no text of the source"),
    Skip.LANGUAGE: Text("nguồn không viết bằng tiếng Việt", "the source is not in Vietnamese"),
    Skip.NOTHING: Text("không có giá trị nào đối chiếu được", "no value to compare"),
    Skip.EARLIER: Text("tên chỉ có ở đoạn ngay trước đoạn được dẫn", "named only in the paragraph before"),
}


class Fault(Enum):
    """How a citation fails; the value is the word for programs."""

    NOT_FOUND = "not-found"
    NO_SUCH_PARAGRAPH = "no-such-paragraph"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Failure:
    """A value that is not where its claim says, or (`value` is None) a claim whose paragraph is not there.

    `why` says it to people; `near` is what the paragraph has instead: sixty characters at most, or nothing.
    """

    fault: Fault
    citation: Citation
    why: Text
    value: Value | None = None
    near: str = ""
    location: Location | None = None

    @property
    def thing(self) -> str:
        """The id of the thing that the claim speaks of."""
        return self.citation.thing.removeprefix(BASE)

    def sort_key(self) -> tuple[Location, str, str]:
        """Failures are read in the order of the files."""
        return (self.location or Location("\uffff"), self.citation.claim, self.value.property if self.value else "")

    def to_json(self, language: Language) -> dict[str, Any]:
        """Plain data for `--json`; the texts in `language`."""
        return {
            "fault": self.fault.value,
            "path": self.location.path if self.location else None,
            "line": (self.location.line or None) if self.location else None,
            "column": (self.location.column or None) if self.location else None,
            "claim": self.citation.claim.removeprefix(BASE),
            "thing": self.thing,
            "source": self.citation.source,
            "paragraph": self.citation.paragraph,
            "field": self.value.field.say(language) if self.value else None,
            "value": self.value.told.say(language) if self.value else None,
            "why": self.why.say(language),
            "near": self.near or None,
        }


@dataclass(slots=True)
class Verification:
    """What came of it: claims that were checked, passed over by reason, and failed; and each failure.

    `passages` counts the paragraphs that are those on record, `values` what was found in them, `without_year` the days
    and months of which no year is stated there. `held` are the texts by the id of their source, `others` the files that
    are of none. `refused` counts the errors of the facts: records that are broken make no claim.
    """

    held: Mapping[str, Held]
    others: tuple[Path, ...] = ()
    checked: int = 0
    skipped: Counter[Skip] = field(default_factory=Counter)
    failed: int = 0
    passages: int = 0
    values: int = 0
    without_year: int = 0
    failures: list[Failure] = field(default_factory=list)
    refused: int = 0

    def to_json(self, language: Language) -> dict[str, Any]:
        """Plain data for `--json`; the texts in `language`."""
        return {
            "checked": self.checked,
            "skipped": {skip.value: self.skipped[skip] for skip in Skip if self.skipped[skip]},
            "failed": self.failed,
            "passages": self.passages,
            "values": self.values,
            "without_year": self.without_year,
            "refused": self.refused,
            "texts": [
                {"path": str(h.text.path), "source": source, "paragraphs": len(h.text.paragraphs)}
                for source, h in self.held.items()
            ],
            "others": [str(path) for path in self.others],
            "failures": [failure.to_json(language) for failure in self.failures],
        }
