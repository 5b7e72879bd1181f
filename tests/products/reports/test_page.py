from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from dfgraph import Project, Text
from dfgraph.graph.query import Cell
from dfgraph.products.reports import Report, Section, limits_of, render

ATTACK = "</style></script><script>window.fired = 1</script><img src=x onerror='window.fired = 1'>\"'{{ 7 * 7 }}"


@pytest.fixture(scope="module")
def report(village_report: Project) -> Report:
    return village_report.report("census")


class Tags(HTMLParser):
    """The elements of a page with their attributes; every one that is opened is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for found, attributes in self.found if found == tag]


def test_the_same_report_gives_the_same_text(village_report: Project, report: Report) -> None:
    assert render(report, "vi") == render(village_report.report("census"), "vi")


def test_it_speaks_the_language_asked(report: Report) -> None:
    assert Tags(render(report, "vi")).all("html") == [{"lang": "vi"}]
    english = render(report, "en")
    assert '<html lang="en">' in english
    for told in ("The communes", "How many live there.", "As the register says.", "Total", "16,445", "Citations"):
        assert told in english


def test_nothing_is_loaded_or_run_and_the_style_is_allowed_by_its_hash(report: Report) -> None:
    page = render(report, "vi")
    tags = Tags(page)
    (policy,) = (m["content"] for m in tags.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in tags.found}
    assert not any(name in ("style", "src") or name.startswith("on") for _, told in tags.found for name in told)
    assert not re.search(r"url\(|@import", style)


def test_tables_tell_what_their_cells_are_of(report: Report) -> None:
    tags = Tags(render(report, "vi"))
    assert len(tags.all("table")) == len(tags.all("caption")) == len(tags.all("thead")) == 2
    assert {th.get("scope") for th in tags.all("th")} == {"col", "row", "rowgroup"}
    ids = [told["id"] for _, told in tags.found if "id" in told]
    assert len(ids) == len(set(ids))
    assert {told["aria-labelledby"] for _, told in tags.found if "aria-labelledby" in told} <= set(ids)
    assert {a["href"] for a in tags.all("a")} == {"#people", "#names"}


def test_a_section_without_rows_says_so(report: Report) -> None:
    first = report.sections[0]
    empty = replace(first, table=replace(first.table, rows=()), totals=())
    assert "Không có." in render(replace(report, sections=(empty,)), "vi")
    assert Tags(render(replace(report, sections=(empty,)), "en")).all("table") == []


def test_the_limits_are_told(village_report: Project, report: Report) -> None:
    limited = village_report.report("census", commune="commune/nam")
    assert limits_of(limited) == ("Chỉ: Nam", "Only: Nam")
    assert "Only: Nam" in render(limited, "en")
    assert not limits_of(report)


def hostile(report: Report) -> Report:
    """The report with texts that try to become more than text."""
    bad = Text(ATTACK, ATTACK)

    def spoilt(section: Section) -> Section:
        columns = tuple(replace(c, heading=bad) for c in section.table.columns)
        rows = tuple(replace(r, cells=(Cell("", bad, ATTACK),) * len(r.cells)) for r in section.table.rows)
        return replace(section, title=bad, about=bad, table=replace(section.table, columns=columns, rows=rows))

    limits = {"x": (Cell("", bad, ATTACK),)}
    return replace(report, title=bad, about=bad, limits=limits, sections=tuple(map(spoilt, report.sections)))


def test_an_attack_stays_text(report: Report) -> None:
    page = render(hostile(report), "vi")
    tags = Tags(page)
    assert tags.all("script") == tags.all("img") == []
    assert page.count("<style>") == page.count("</style>") == 1
    assert "{{ 7 * 7 }}" in page
