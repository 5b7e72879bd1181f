"""The map in a browser: who stands where, what runs between them, and that no islet is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from browsing import browser
from dfgraph.products.views.page import render
from rooms import LABELS, Opener, Watched, open_room, room, world

__all__ = ["browser", "open_room", "room"]

WORLD, REGION = ".map-world", ".map-region"
BOXES = (
    "s => [...document.querySelectorAll(s)].map(e => e.getBoundingClientRect())"
    ".map(r => [r.left, r.top, r.right, r.bottom])"
)
TRANSFORM = f"document.querySelector('{WORLD} .map-ground').getAttribute('transform')"


def _points(page: Watched, chart: str = WORLD) -> list[int]:
    found = page.evaluate(
        "s => [...document.querySelectorAll(s)].map(e => Number(e.dataset.node))", f"{chart} .map-point"
    )
    return sorted(found)


def _centre(page: Watched, selector: str) -> tuple[float, float]:
    box = page.locator(selector).first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_world_and_the_region_show_who_is_where(open_room: Opener) -> None:
    """What has a place is a point, what has none is told; the region shows what lies in it."""
    page = open_room("map")
    assert _points(page) == [0, 1, 2, 3, 4]
    assert _points(page, REGION) == [0, 1, 2]
    told = page.inner_text("#room-map [role=status]")
    assert "5 điểm, 3 cặp" in told
    assert "1 mục đang hiện không có toạ độ" in told
    assert "không thể hiện biên giới" in page.inner_text("#room-map")
    assert {"Quảng Ninh", "Fukuoka"} <= set(page.texts(f"{WORLD} .map-name"))


def test_every_islet_lies_inside_the_frame_of_the_region(open_room: Opener) -> None:
    """Both archipelagos are drawn and seen whole, at the width of a desk and of a telephone; so are their names."""
    for size in ((1366, 900), (375, 740)):
        page = open_room("map", size=size)
        drawn = page.get_attribute(f"{REGION} .map-islet", "d")
        assert drawn.count("M") > 100
        frame = page.evaluate(BOXES, f"{REGION} svg")[0]
        for left, top, right, bottom in page.evaluate(BOXES, f"{REGION} .map-sea, {REGION} .map-label"):
            assert frame[0] - 1 <= left < right <= frame[2] + 1
            assert frame[1] - 1 <= top < bottom <= frame[3] + 1
        assert page.texts(f"{REGION} .map-label tspan")[:2] == ["Quần đảo Hoàng Sa", "(Việt Nam)"]


@pytest.mark.parametrize("labels", [None, [], LABELS[1:]])
def test_the_labels_of_places_are_whatever_the_file_says(
    open_room: Opener, tmp_path: Path, labels: list[object]
) -> None:
    """None at all, or others; the islets stay."""
    file = tmp_path / "page.html"
    file.write_text(render(world(), language="vi", labels=labels), encoding="utf-8")  # type: ignore[arg-type]
    page = open_room("map", file=file)
    assert ("Quần đảo Trường Sa(Việt Nam)" in page.texts(f"{REGION} .map-label")) is bool(labels)
    assert "Quần đảo Hoàng Sa(Việt Nam)" not in page.texts(f"{REGION} .map-label")
    assert page.locator(f"{REGION} .map-islet").count() == 1


def test_the_relations_of_a_pair_are_one_flow(open_room: Opener) -> None:
    """Wider where there are more; it tells how many, and opens a list of them, each to be read."""
    page = open_room("map")
    widths = page.evaluate(
        f"[...document.querySelectorAll('{WORLD} .map-flow')].map(e => Number(e.getAttribute('stroke-width')))"
    )
    assert len(widths) == 3
    assert widths[-1] > widths[0]
    told = page.texts(f"{WORLD} .map-flow-hit title")
    assert "Quảng Ninh – Quảng Tây: 3 quan hệ" in told
    x, y = _centre(page, f"{REGION} .map-flow-hit[data-flow='2']")
    page.mouse.click(x, y)
    assert page.locator(".map-pair button").count() == 3
    page.locator(".map-pair button").nth(1).click()
    assert page.panel() == "Bản ghi nhớ 2016"


def test_a_click_on_a_point_selects_and_lights_what_it_touches(open_room: Opener) -> None:
    """The panel speaks of it, the address names it, and the rest steps back."""
    page = open_room("map")
    page.mouse.click(*_centre(page, f"{WORLD} .map-point[data-node='3']"))
    assert page.panel() == "Fukuoka"
    assert "fukuoka" in page.url
    assert page.locator(f"{WORLD} .map-flow.lit").count() == 1
    assert page.locator(f"{WORLD} .map-point.far").count() == 3
    box = page.locator(f"{WORLD} .map-frame").bounding_box()
    page.mouse.click(box["x"] + 6, box["y"] + 6)
    assert page.locator(f"{WORLD} .map-point.far").count() == 0


def test_the_keyboard_walks_zooms_and_reads(open_room: Opener) -> None:
    """Arrows go from point to point, plus and minus magnify, Enter reads, Escape clears."""
    page = open_room("map")
    page.focus(f"{WORLD} .map-frame")
    page.keyboard.press("ArrowRight")
    assert page.panel() == "Quảng Ninh"
    page.keyboard.press("ArrowRight")
    assert page.panel() == "Fukuoka"
    page.keyboard.press("+")
    page.until(f"{TRANSFORM}.includes('scale(1.5)')")
    page.keyboard.press("0")
    page.until(f"{TRANSFORM} === 'translate(0 0) scale(1)'")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel-title"
    page.focus(f"{WORLD} .map-frame")
    page.keyboard.press("Escape")
    assert "Chọn một mục" in page.panel()


def test_the_map_is_magnified_and_moved_by_hand(open_room: Opener) -> None:
    """The wheel magnifies round the pointer, a drag moves and selects nothing; the buttons have names."""
    page = open_room("map")
    page.mouse.move(*_centre(page, f"{WORLD} .map-frame"))
    page.mouse.wheel(0, -600)
    page.until(f"!{TRANSFORM}.includes('scale(1)')")
    near = page.evaluate(TRANSFORM)
    page.mouse.down()
    page.mouse.move(500, 500, steps=4)
    page.mouse.up()
    page.until(f"{TRANSFORM} !== '{near}'")
    assert "Chọn một mục" in page.panel()
    page.click(f"{WORLD} button[aria-label='Xem tất cả: Thế giới']")
    page.until(f"{TRANSFORM} === 'translate(0 0) scale(1)'")


def test_filters_hold_on_the_map_too(open_room: Opener) -> None:
    """Kind, facet and period."""
    assert _points(open_room("map", "&kinds=-1")) == [0, 1]
    assert _points(open_room("map", "&region=middle")) == [1, 3, 4]
    page = open_room("map", "&period=2015..2020")
    assert "Quảng Ninh – Quảng Tây: 1 quan hệ" in page.texts(f"{WORLD} .map-flow-hit title")


def test_nodes_at_one_place_stand_beside_each_other(open_room: Opener, tmp_path: Path) -> None:
    """A province and the unit that took over from it."""
    scene = world()
    scene["nodes"][1]["lon"], scene["nodes"][1]["lat"] = scene["nodes"][0]["lon"], scene["nodes"][0]["lat"]
    file = tmp_path / "page.html"
    file.write_text(render(scene, language="vi"), encoding="utf-8")
    page = open_room("map", file=file)
    first, second = (_centre(page, f"{WORLD} .map-point[data-node='{at}']") for at in (0, 1))
    assert abs(first[1] - second[1]) >= 8


def test_without_places_there_is_no_map(open_room: Opener, tmp_path: Path) -> None:
    """Nor its outlines in the file."""
    scene = world()
    for node in scene["nodes"]:
        node.pop("lon", None)
        node.pop("lat", None)
    file = tmp_path / "page.html"
    file.write_text(render(scene, language="vi"), encoding="utf-8")
    page = open_room("table", file=file)
    assert page.locator("#tab-map").count() == 0
    assert page.locator("#land").count() == 0


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [(1366, 900), (375, 740)])
def test_it_is_accessible_in_both_languages(open_room: Opener, size: tuple[int, int], dark: bool) -> None:
    """No fault that axe knows, with and without a selection; nothing runs out sideways."""
    page = open_room("map", size=size, color_scheme="dark" if dark else "light")
    assert page.faults() == []
    page.click("#language")
    assert page.inner_text(f"{REGION} figcaption") == "Viet Nam and the East Sea"
    assert "Hoang Sa Archipelago" in page.texts(f"{REGION} .map-label tspan")
    page.focus(f"{REGION} .map-frame")
    page.keyboard.press("ArrowRight")
    assert page.faults() == []
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
