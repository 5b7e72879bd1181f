"""A report as one HTML file: no script, no request, and a policy that allows neither."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Final

from dfgraph.base.language import Language, Text
from dfgraph.products.reports.gather import Report
from dfgraph.products.reports.grid import grid_of

TEMPLATES: Final = Path(__file__).with_name("templates")

CONTENTS: Final = Text("Nội dung", "Contents")
NONE: Final = Text("Không có.", "None.")
ONLY: Final = Text("Chỉ: {names}", "Only: {names}")


def render(report: Report, language: Language) -> str:
    """The page of a report in one language; the same report gives the same text. Write it as UTF-8."""
    import jinja2  # only when a page is wanted

    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    return templates.get_template("report.html.j2").render(
        language=language,
        policy=_policy(style),
        style=style,
        title=report.title.say(language),
        about=report.about.say(language),
        limits=limits_of(report).say(language),
        sections=[(section, grid_of(section, language)) for section in report.sections],
        contents=CONTENTS.say(language),
        nothing=NONE.say(language),
    )


def limits_of(report: Report) -> Text:
    """What the report was limited to, in words; empty where it tells everything."""
    cells = [cell for bound in report.limits.values() for cell in bound]
    names = Text(", ".join(cell.say("vi") for cell in cells), ", ".join(cell.say("en") for cell in cells))
    return ONLY.fill(names=names) if cells else names


def _policy(style: str) -> str:
    """Nothing may be loaded or run; the one style is allowed by its hash."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
