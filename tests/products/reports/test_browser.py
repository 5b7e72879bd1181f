"""The page of a report in a browser, opened from disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import browser
from dfgraph import Project
from dfgraph.products.reports import render
from products.reports.test_page import hostile
from worlds import shipped

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["browser", "shipped"]

Opener = Callable[..., "Page"]


@pytest.fixture(scope="module")
def files(shipped: Project, village_report: Project, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages on disk: the shipped report in both languages, and one whose texts are hostile."""
    folder = tmp_path_factory.mktemp("reports")
    coverage = shipped.report("coverage")
    pages = {language: render(coverage, language) for language in ("vi", "en")}
    pages["hostile"] = render(hostile(village_report.report("census")), "vi")
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in pages}


@pytest.fixture
def open_page(browser: Browser, files: dict[str, Path]) -> Iterator[Opener]:
    """Opens a page from disk; afterwards nothing else may have been requested, and nothing complained of."""
    asked: list[str] = []
    complaints: list[str] = []
    contexts = []

    def opener(name: str, width: int = 1366, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 740}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(files[name].as_uri())
        return page

    yield opener
    for context in contexts:
        context.close()
    assert len(asked) == len(contexts)
    assert all(url.startswith("file://") for url in asked)
    assert complaints == []


def test_it_opens_and_reads(open_page: Opener) -> None:
    page = open_page("vi")
    assert page.inner_text("h1") == "Độ phủ: mỗi nguồn đã được ghi lại đến đâu"
    assert page.locator("nav a").count() == page.locator("main section").count() == 7
    page.click("nav a[href='#claims']")
    assert page.evaluate("location.hash") == "#claims"
    english = open_page("en")
    assert english.inner_text("h1").startswith("Coverage")


@pytest.mark.parametrize("name", ["vi", "en"])
def test_a_telephone_needs_no_sideways_scrolling(open_page: Opener, name: str) -> None:
    """A wide table scrolls in its own frame, which the keyboard can reach."""
    page = open_page(name, 375, is_mobile=True, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    wide = page.locator("section:has(#claims) .scroll")
    assert wide.evaluate("e => e.scrollWidth > e.clientWidth")
    assert wide.get_attribute("tabindex") == "0"


def test_the_style_is_applied_in_both_schemes(open_page: Opener) -> None:
    colours = [
        open_page("vi", color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert colours == ["rgb(255, 255, 255)", "rgb(13, 17, 23)"]


def test_on_paper_nothing_is_cut_off(open_page: Opener) -> None:
    """The width of A4 at 96 dots an inch, less its margins."""
    page = open_page("vi", 680, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.is_hidden("nav")
    assert page.evaluate("document.documentElement.scrollWidth") <= 680


def test_an_attack_stays_text(open_page: Opener) -> None:
    page = open_page("hostile")
    assert page.evaluate("window.fired === undefined")
    assert "<script>window.fired" in page.inner_text("h1")
