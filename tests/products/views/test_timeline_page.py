"""The timeline in a browser: what happened when, how exactly that is known, and a brush that filters the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from browsing import browser
from dfgraph.products.views.page import render
from rooms import Opener, Watched, open_room, room, world

__all__ = ["browser", "open_room", "room"]

ROOM = "#room-timeline"


def _shown(page: Watched) -> list[int]:
    found = page.evaluate(f"[...document.querySelectorAll('{ROOM} [data-moment]')].map(e => Number(e.dataset.moment))")
    return sorted(found)


def _years(page: Watched, where: str = ROOM) -> list[str | None]:
    return [page.get_attribute(f"{where} .brush-handle.{end}", "aria-valuenow") for end in ("first", "last")]


def test_moments_stand_in_lanes_with_their_names(open_room: Opener) -> None:
    """One lane a kind; how exactly a date is known is seen."""
    page = open_room("timeline")
    assert page.texts(f"{ROOM} .time-kind") == ["Văn bản (3)", "Thỏa thuận (4)"]
    assert _shown(page) == [0, 1, 2, 3, 4, 5, 6]
    assert "Bản ghi nhớ 2016" in page.texts(f"{ROOM} .time-name")
    assert page.locator(f"{ROOM} .time-moment.day circle").count() == 3
    width = page.evaluate("s => Number(document.querySelector(s).getAttribute('width'))", f"{ROOM} .year rect")
    month = page.evaluate("s => Number(document.querySelector(s).getAttribute('width'))", f"{ROOM} .month rect")
    assert width > 2 * month
    assert page.locator(f"{ROOM} .time-moment.open rect[mask]").count() == 1
    assert page.locator(f"{ROOM} .time-moment.span rect[mask]").count() == 0


def test_a_click_selects_and_the_keys_walk(open_room: Opener) -> None:
    """To the relation that the moment is, or the thing; with the keys along a lane and to the next."""
    page = open_room("timeline")
    page.locator(f"{ROOM} [data-moment='4'] circle").click()
    assert page.panel() == "Bản ghi nhớ 2016"
    assert "22/8/2016" in page.inner_text(f"{ROOM} .time-told")
    page.focus(f"{ROOM} .time-frame")
    page.keyboard.press("ArrowRight")
    assert page.panel() == "Bản ghi nhớ 2024"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    assert "Kế hoạch 2016–2020" in page.inner_text(f"{ROOM} .time-told")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel-title"


def test_what_has_to_do_with_the_selection_stands_out(open_room: Opener) -> None:
    """The moments of a thing's relations; the others step back."""
    page = open_room("timeline", "&id=province%2Fda-nang")
    assert page.locator(f"{ROOM} .time-moment:not(.far)").count() == 1
    assert "Thỏa thuận 2012" in page.texts(f"{ROOM} .time-moment:not(.far)")[0]


def test_the_brush_filters_the_page_by_keys(open_room: Opener) -> None:
    """Two sliders; the period stands in the address and among the chosen filters."""
    page = open_room("timeline")
    assert _years(page) == ["2008", "2024"]
    page.focus(f"{ROOM} .brush-handle.first")
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    page.focus(f"{ROOM} .brush-handle.last")
    page.keyboard.press("PageDown")
    assert _years(page) == ["2015", "2019"]
    assert "period=2015..2019" in page.url
    assert _shown(page) == [0, 4, 5]
    assert "2015" in page.inner_text("#chosen")
    assert "3 trong 7" in page.inner_text(f"{ROOM} .time-head")
    page.keyboard.press("Home")
    assert _years(page) == ["2015", "2015"]
    page.click(f"{ROOM} .time-head button")
    assert "period" not in page.url
    assert len(_shown(page)) == 7


def test_the_brush_is_drawn_moved_and_pulled_by_the_mouse(open_room: Opener) -> None:
    """On free ground a new one, in it the whole, at a handle that end."""
    page = open_room("timeline")

    def at(year: float) -> tuple[float, float]:
        box = page.locator(f"{ROOM} .brush-track").bounding_box()
        return box["x"] + box["width"] * (year - 2008) / 17, box["y"] + 15

    def drag(start: tuple[float, float], end: tuple[float, float]) -> None:
        page.mouse.move(*start)
        page.mouse.down()
        page.mouse.move(*end, steps=6)
        page.mouse.up()

    drag(at(2016.5), at(2012.5))
    assert _years(page) == ["2012", "2016"]
    drag(at(2014.5), at(2018.5))
    assert _years(page) == ["2016", "2020"]
    handle = page.locator(f"{ROOM} .brush-handle.last").bounding_box()
    drag((handle["x"] + 3, handle["y"] + 10), at(2022.5))
    assert _years(page) == ["2016", "2022"]


def test_the_brush_works_by_finger(open_room: Opener) -> None:
    """A touch on the columns takes that year."""
    page = open_room("timeline", size=(375, 740), has_touch=True, is_mobile=True)
    box = page.locator(f"{ROOM} .brush-track").bounding_box()
    page.page.touchscreen.tap(box["x"] + box["width"] * 8.5 / 17, box["y"] + 20)
    assert _years(page) == ["2016", "2016"]
    assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_a_strip_of_it_stands_under_the_network_and_the_map(open_room: Opener) -> None:
    """It can be closed, follows the period, and is away where there is a timeline already."""
    page = open_room("map", "&period=2010..2016")
    assert _years(page, ".strip") == ["2010", "2016"]
    page.focus(".strip .brush-handle.last")
    page.keyboard.press("ArrowLeft")
    assert "period=2010..2015" in page.url
    page.click(".strip summary")
    assert page.is_hidden(".strip .brush")
    page.click("#tab-timeline")
    assert page.is_hidden(".strip")
    assert _years(page) == ["2010", "2015"]


def test_nothing_in_a_period_is_said(open_room: Opener) -> None:
    """In words, not by an empty picture."""
    page = open_room("timeline", "&kinds=-0,2&period=2009..2009")
    assert "Không có mốc nào" in page.inner_text(f"{ROOM} .time-frame") or _shown(page) == [0]


def test_a_thousand_moments_are_drawn_at_once(open_room: Opener, tmp_path: Path) -> None:
    """Without names, in rows that do not cover each other, in less than a second."""
    scene = world()
    first = scene["moments"][1]
    days = [f"{2005 + at % 19}-{1 + at % 12:02}-{1 + at % 28:02}" for at in range(1000)]
    scene["moments"] = [{**first, "id": str(at), "start": day, "end": day} for at, day in enumerate(sorted(days))]
    file = tmp_path / "page.html"
    file.write_text(render(scene, language="vi"), encoding="utf-8")
    page = open_room("timeline", file=file)
    assert len(_shown(page)) == 1000
    page.focus(f"{ROOM} .brush-handle.first")
    start = page.evaluate("performance.now()")
    page.keyboard.press("ArrowRight")
    page.until(f"document.querySelectorAll('{ROOM} [data-moment]').length < 1000")
    assert page.evaluate("performance.now()") - start < 1000


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [(1366, 900), (375, 740)])
def test_it_is_accessible_in_both_languages(open_room: Opener, size: tuple[int, int], dark: bool) -> None:
    """No fault that axe knows, also with a brush of one year; nothing runs out sideways."""
    page = open_room("timeline", size=size, color_scheme="dark" if dark else "light")
    assert page.faults() == []
    page.click("#language")
    assert page.get_attribute(f"{ROOM} .brush-handle.first", "aria-label") == "From year"
    assert page.texts(f"{ROOM} .time-kind") == ["Document (3)", "Agreement (4)"]
    page.focus(f"{ROOM} .brush-handle.last")
    page.keyboard.press("Home")
    assert page.faults() == []
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
