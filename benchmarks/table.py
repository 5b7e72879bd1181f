"""What was measured: rows with their targets, printed as a table and kept as JSON."""

from __future__ import annotations

import json
import operator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final, Literal

Relation = Literal["≤", "≥", "<", ">", ""]
_HOLDS: Final = {"≤": operator.le, "≥": operator.ge, "<": operator.lt, ">": operator.gt}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: a ratio with its target, or something that is only told."""

    name: str
    value: float
    unit: str = "×"
    relation: Relation = ""
    target: float = 0.0
    note: str = ""

    @property
    def mark(self) -> str:
        """Whether the target is reached; empty where there is none."""
        if not self.relation:
            return ""
        return "ok" if _HOLDS[self.relation](self.value, self.target) else "MISSED"

    def cells(self) -> tuple[str, ...]:
        """The row as text."""
        aim = f"{self.relation} {self.target:g} {self.unit}".rstrip() if self.relation else ""
        return (self.name, f"{_short(self.value)} {self.unit}".rstrip(), aim, self.mark, self.note)


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


@dataclass(slots=True)
class Table:
    """Rows under headings."""

    about: dict[str, str | int]
    sections: dict[str, list[Row]] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def text(self) -> str:
        """The table as plain text."""
        rows = [row.cells() for section in self.sections.values() for row in section]
        widths = [max((len(row[i]) for row in rows), default=0) for i in range(4)]
        lines = [", ".join(f"{name} {value}" for name, value in self.about.items())]
        for heading, section in self.sections.items():
            lines += ["", heading]
            for name, value, aim, mark, note in (row.cells() for row in section):
                cells = name.ljust(widths[0]), value.rjust(widths[1]), aim.ljust(widths[2]), mark.ljust(widths[3]), note
                lines.append(("  " + "  ".join(cells)).rstrip())
        return "\n".join([*lines, *(f"\nnot measured: {why}" for why in self.broken)])

    def keep(self, path: Path) -> None:
        """Writes the table as JSON."""
        sections = {
            heading: [asdict(row) | {"mark": row.mark} for row in section] for heading, section in self.sections.items()
        }
        told = {"about": self.about, "sections": sections, "broken": self.broken}
        path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
