"""What makes the page easy to read: nothing jumps, nothing is told twice, nothing is out of reach."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import browser
from dfgraph.products.views.page import render
from rooms import Opener, open_room, room, world

if TYPE_CHECKING:
    from dfgraph.products.views.scene import Scene

__all__ = ["browser", "open_room", "room"]


def _told() -> Scene:
    """The world, with a thing that is named and told of in both languages."""
    scene = world()
    node = scene["nodes"][0]
    node["aliases"] = ["Quảng Ninh", "Quang Ninh", "tỉnh Quảng Ninh", "Quang Ninh province"]
    about = {"vi": "Mô tả", "en": "Description"}
    node["statements"] = [
        {"field": about, "value": {"vi": "Tỉnh ven biển."}, "notes": [0]},
        {"field": about, "value": {"en": "A province by the sea."}, "notes": [0]},
        {"field": {"vi": "Ghi chú", "en": "Note"}, "value": {"en": "Said in English alone."}, "notes": [0]},
    ]
    return scene


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Its page on disk."""
    path = tmp_path / "told.html"
    path.write_text(render(_told(), language="vi"), encoding="utf-8")
    return path


def test_a_text_is_read_in_one_language(open_room: Opener, told: Path) -> None:
    """The reader's; what is said in the other one alone is shown, and marked as such for speech software."""
    page = open_room("network", "&id=province/quang-ninh", file=told)
    assert page.texts("#panel dd > span:first-child") == ["Tỉnh ven biển.", "Said in English alone."]
    assert page.get_attribute("#panel dd span[lang=en]", "lang") == "en"
    page.click("#language")
    assert page.texts("#panel dd > span:first-child") == ["A province by the sea.", "Said in English alone."]


def test_other_names_are_other(open_room: Opener, told: Path) -> None:
    """Neither the name again nor the name without its marks; search knows them all the same."""
    page = open_room("network", "&id=province/quang-ninh", file=told)
    assert page.inner_text("#panel .aside >> nth=0") == "Tên khác: tỉnh Quảng Ninh · Quang Ninh province"


def test_choosing_moves_nothing(open_room: Opener) -> None:
    """What is chosen is told where there was room for it: neither the brush nor the picture jumps under the hand."""
    page = open_room("timeline")
    places = "['.brush', '#rooms'].map(s => document.querySelector(s).getBoundingClientRect().top)"
    before = page.evaluate(places)
    page.focus(".brush-handle.first")
    page.keyboard.press("PageUp")
    assert page.is_visible("#chosen")
    assert page.evaluate(places) == before
    box = page.locator(".chip.all").bounding_box()
    assert box["x"] + box["width"] <= page.evaluate("document.querySelector('#stage').getBoundingClientRect().right")


def test_years_of_the_axis_do_not_stand_over_those_of_the_brush(open_room: Opener) -> None:
    """Under the network both are in one row; each year is written once."""
    page = open_room("network")
    page.until("document.querySelectorAll('.strip .time-tick').length > 0")
    years = page.texts(".strip .time-tick")
    assert len(years) == len(set(years))
    page.focus(".strip .brush-handle.first")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
        clash = page.evaluate(
            """[...document.querySelectorAll(".strip .time-tick:not(.covered)")].some(tick =>
            [...document.querySelectorAll(".strip .brush-year")].some(year => { const [a, b] = [tick, year]
            .map(one => one.getBoundingClientRect()); return a.left < b.right && b.left < a.right; }))"""
        )
        assert not clash


def test_a_telephone_leads_to_what_is_selected(open_room: Opener) -> None:
    """The panel is below the window: a bar tells the selection's name, and leads there; on a desk there is none."""
    page = open_room("network", size=(375, 740), has_touch=True, is_mobile=True)
    assert page.evaluate("document.querySelector('#rooms').clientHeight") > 740 * 0.75
    assert page.is_hidden("#peek")
    page.focus("#picture")
    page.keyboard.press("ArrowRight")
    page.until("!document.querySelector('#peek').hidden")
    assert page.inner_text("#peek .peek-name") == page.panel()
    assert page.faults() == []
    page.click("#peek")
    assert page.evaluate("document.activeElement.id") == "panel-title"
    page.until("document.querySelector('#peek').hidden")
    desk = open_room("network", "&id=province/quang-ninh")
    assert desk.is_hidden("#peek")


def test_paper_is_filled_whatever_the_window(open_room: Opener) -> None:
    """All that is shown on a small screen is printed as large as a sheet allows."""
    page = open_room("network", size=(800, 500))
    page.page.emulate_media(media="print")
    page.until("document.querySelector('#picture svg') !== null")
    left, right = page.evaluate(
        """(marks => [Math.min(...marks.map(m => m.left)), Math.max(...marks.map(m => m.right))])(
        [...document.querySelectorAll("#picture svg path")].map(m => m.getBoundingClientRect()))"""
    )
    assert right - left > 400
