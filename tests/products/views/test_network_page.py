"""The picture of the network in a browser: what is under the pointer, the keys, the files, paper, groups."""

from __future__ import annotations

import struct
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree

import pytest

from browsing import browser
from dfgraph.products.views.page import render
from dfgraph.products.views.scene import Scene
from rooms import Opener, Watched, open_room, room, saved

__all__ = ["browser", "open_room", "room"]

BLUE, ORANGE, GREEN = (0x00, 0x72, 0xB2), (0xD5, 0x5E, 0x00), (0x00, 0x9E, 0x73)
ACCENT, LINE = (0x09, 0x69, 0xDA), (0x7D, 0x85, 0x90)
SVG = "{http://www.w3.org/2000/svg}"
SPOTS = [(0, 0), (300, 0), (0, 200), (-300, 0), (0, -200), (300, 200)]
NAMES: list[Any] = ["Quảng Ninh", "Fukuoka", {"vi": "Hà Nội", "en": "Hanoi"}, "Sakai", "Bộ <Ngoại> giao", "Huế"]


def cross() -> dict[str, Any]:
    """One thing in the middle and four round it; five relations to the one on the right, a loop, one apart."""
    agreement = {"vi": "Thỏa thuận", "en": "Agreement"}
    ends = [(0, 1)] * 5 + [(0, 2), (3, 0), (0, 4), (4, 4)]
    bends = [-0.36, -0.18, 0.0, 0.18, 0.36, 0.0, 0.0, 0.0, 0.0]
    return {
        "title": {"vi": "Sơ đồ chữ thập", "en": "A cross"},
        "kinds": [
            {"label": {"vi": "Tỉnh", "en": "Province"}, "colour": "#0072B2", "shape": "dot"},
            {"label": {"vi": "Địa phương nước ngoài", "en": "Locality"}, "colour": "#D55E00", "shape": "square"},
            {"label": {"vi": "Cơ quan", "en": "Organisation"}, "colour": "#009E73", "shape": "hexagon"},
        ],
        "nodes": [
            {
                **{"id": f"thing/{at}", "label": name, "kind": (0, 1, 0, 1, 2, 0)[at], "size": 20},
                **{"x": SPOTS[at][0], "y": SPOTS[at][1], "aliases": [], "statements": []},
            }
            for at, name in enumerate(NAMES)
        ],
        "edges": [
            {
                **{"id": f"edge/{at}", "from": start, "to": end, "label": agreement, "name": f"Bản ghi nhớ {at}"},
                **{"bend": bends[at], "directed": at == 6, "notes": [], "statements": []},
            }
            for at, (start, end) in enumerate(ends)
        ],
        **{"citations": [], "facets": [], "moments": [], "series": [], "figures": []},
    }


def _on_disk(scene: dict[str, Any], folder: Path) -> Path:
    path = folder / "page.html"
    path.write_text(render(cast("Scene", scene), language="vi"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def crossed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the cross on disk."""
    return _on_disk(cross(), tmp_path_factory.mktemp("network"))


@dataclass
class Picture:
    """The picture as all of it is first shown: where each point lies on the screen, and its colour there."""

    page: Watched
    box: tuple[float, float, float, float] = (-320, -220, 320, 220)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the picture as a pixel of its frame."""
        left, top, right, bottom = self.box
        frame = self.page.locator("#picture").bounding_box()
        width, height = frame["width"], frame["height"]
        rooms = max(width - 96, width * 0.7) / (right - left), max(height - 96, height * 0.7) / (bottom - top)
        scale = min(1.3, *rooms)
        return (x - (left + right) / 2) * scale + width / 2, (y - (top + bottom) / 2) * scale + height / 2

    def colour(self, x: float, y: float) -> tuple[int, ...]:
        """What is drawn at a pixel of the frame."""
        found = self.page.evaluate(
            """([x, y]) => { const c = document.querySelector("#picture canvas"), times = c.width / c.clientWidth;
            const copy = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
            copy.drawImage(c, -Math.round(x * times), -Math.round(y * times));
            return [...copy.getImageData(0, 0, 1, 1).data]; }""",
            [x, y],
        )
        return tuple(found[:3]) if found[3] else ()

    def shows(self, x: float, y: float, colour: tuple[int, ...]) -> None:
        """Waits until a point of the picture has a colour, or one next to it."""
        px, py = self.at(x, y)
        end = time.monotonic() + 5
        while True:
            seen = {self.colour(px + dx, py + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
            if any(len(one) == 3 and sum(abs(a - b) for a, b in zip(one, colour, strict=True)) < 40 for one in seen):
                return
            assert time.monotonic() < end, f"{colour} is not at {(x, y)}: {seen}"
            time.sleep(0.05)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the picture as a place in the window."""
        frame = self.page.locator("#picture").bounding_box()
        px, py = self.at(x, y)
        return frame["x"] + px, frame["y"] + py

    def click(self, x: float, y: float) -> None:
        """Clicks a point of the picture."""
        self.page.mouse.click(*self.point(x, y))


def test_each_kind_is_drawn_where_it_stands(open_room: Opener, crossed: Path) -> None:
    """In its colour, on any screen; the first look shows all of it."""
    for sharp in (1, 2):
        picture = Picture(open_room("network", file=crossed, device_scale_factor=sharp))
        for at, colour in enumerate((BLUE, ORANGE, BLUE, ORANGE, GREEN, BLUE)):
            picture.shows(*SPOTS[at], colour)
        picture.shows(0, 100, LINE)
        assert (
            picture.page.evaluate("(c => c.width / c.clientWidth)(document.querySelector('#picture canvas'))") == sharp
        )


def test_a_click_takes_what_is_under_it(open_room: Opener, crossed: Path) -> None:
    """A thing, a line, the loop; beside everything it clears the selection. The picture does not move."""
    picture = Picture(open_room("network", file=crossed))
    picture.click(300, 200)
    assert picture.page.panel() == "Huế"
    picture.click(0, 100)
    assert picture.page.panel() == "Bản ghi nhớ 5"
    picture.click(24, -224)
    assert picture.page.panel() == "Bản ghi nhớ 8"
    picture.shows(0, -200, GREEN)
    picture.click(-150, 150)
    assert "Chọn một mục" in picture.page.panel()


def test_the_selection_stands_out_and_the_rest_fades(open_room: Opener, crossed: Path) -> None:
    """What it touches keeps its colour, its lines are lit."""
    picture = Picture(open_room("network", file=crossed))
    picture.click(-300, 0)
    picture.shows(-150, 0, ACCENT)
    picture.shows(0, 0, BLUE)
    picture.shows(0, -200, tuple(round(part * 0.22 + 255 * 0.78) for part in GREEN))


def test_pointing_lights_lines_and_a_click_away_from_all_is_none(open_room: Opener, crossed: Path) -> None:
    """The hand tells that something can be taken; what was lit goes out when the pointer leaves."""
    picture = Picture(open_room("network", file=crossed))
    picture.page.mouse.move(*picture.point(0, 200))
    picture.shows(0, 100, ACCENT)
    picture.page.until("document.querySelector('#picture').classList.contains('pointing')")
    picture.page.mouse.move(*picture.point(-150, 150))
    picture.shows(0, 100, LINE)
    picture.page.until("!document.querySelector('#picture').classList.contains('pointing')")


def test_many_relations_are_one_line_until_looked_at(open_room: Opener, crossed: Path) -> None:
    """Five are one wide line; selecting it, or a thing at its end, fans them out, and each can be taken."""
    picture = Picture(open_room("network", file=crossed))
    assert picture.colour(*picture.at(150, 54)) == ()
    picture.click(150, 0)
    assert picture.page.panel() == "Bản ghi nhớ 0"
    picture.shows(75, 40.5, ACCENT)
    picture.click(150, -54)
    assert picture.page.panel() == "Bản ghi nhớ 4"
    picture.click(300, 0)
    picture.shows(75, 20, ACCENT)
    picture.click(300, 200)
    assert picture.colour(*picture.at(150, 54)) == ()


def test_dragging_and_the_wheel_move_the_picture(open_room: Opener, crossed: Path) -> None:
    """By as much as the hand; the wheel keeps what is under the pointer. Neither selects."""
    picture = Picture(open_room("network", file=crossed))
    x, y = picture.point(-150, 150)
    picture.page.mouse.move(x, y)
    picture.page.mouse.down()
    picture.page.mouse.move(x + 60, y + 40, steps=6)
    picture.page.mouse.up()
    px, py = picture.at(0, 0)
    picture.page.until("true")
    time.sleep(0.2)
    assert picture.colour(px + 60, py + 40) == BLUE
    frame = picture.page.locator("#picture").bounding_box()
    picture.page.mouse.move(frame["x"] + px + 60, frame["y"] + py + 40)
    picture.page.mouse.wheel(0, -240)
    time.sleep(0.3)
    assert picture.colour(px + 60, py + 40) == BLUE
    assert picture.colour(px + 60 + 30, py + 40) == BLUE  # it is larger now
    assert "Chọn một mục" in picture.page.panel()


def test_two_fingers_pinch_and_one_taps(open_room: Opener, crossed: Path) -> None:
    """On a telephone; the page itself does not zoom."""
    page = open_room("network", file=crossed, size=(375, 740), has_touch=True, is_mobile=True)
    picture = Picture(page)
    page.page.touchscreen.tap(*picture.point(0, 0))
    page.until("document.querySelector('#panel-title').textContent === 'Quảng Ninh'")
    page.page.touchscreen.tap(*picture.point(-150, 150))
    x, y = picture.point(0, 0)
    session = page.page.context.new_cdp_session(page.page)

    def touch(kind: str, *apart: float) -> None:
        points = [{"x": x + way * far, "y": y, "id": number} for far in apart for number, way in enumerate((-1, 1))]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    near = picture.at(300, 0)
    before = picture.at(0, 0)[0] + 24
    assert picture.colour(before, near[1]) != BLUE
    touch("touchStart", 30)
    for far in (35, 45, 60, 80, 110):
        touch("touchMove", far)
    touch("touchEnd")
    time.sleep(0.3)
    assert picture.colour(before, near[1]) == BLUE
    assert page.evaluate("visualViewport.scale") == 1
    assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_the_keys_walk_zoom_and_read(open_room: Opener, crossed: Path) -> None:
    """First to what is best connected, then in the direction of the key; Enter reads, Escape clears, 0 shows all."""
    page = open_room("network", file=crossed)
    page.focus("#picture")
    for key, name in (
        ("ArrowLeft", "Quảng Ninh"), ("ArrowUp", "Bộ <Ngoại> giao"), ("ArrowDown", "Quảng Ninh"),
        ("ArrowRight", "Fukuoka"), ("ArrowDown", "Huế"), ("ArrowDown", "Huế"), ("ArrowLeft", "Hà Nội"),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert page.panel() == name
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel-title"
    page.focus("#picture")
    for key in ("Escape", "+", "-", "-", "0"):
        page.keyboard.press(key)
    assert "Chọn một mục" in page.panel()
    Picture(page).shows(300, 200, BLUE)


def test_a_softly_moved_picture_arrives(open_room: Opener, crossed: Path) -> None:
    """For readers who did not ask for less motion; the zoom buttons and the one for everything work."""
    page = open_room("network", file=crossed, reduced_motion="no-preference")
    picture = Picture(page)
    page.click("#zoom-in")
    page.click("#zoom-in")
    page.fill("#query", "hue")
    page.press("#query", "Enter")
    frame = page.locator("#picture").bounding_box()
    end = time.monotonic() + 5
    while picture.colour(frame["width"] / 2, frame["height"] / 2) != BLUE:
        assert time.monotonic() < end
        time.sleep(0.05)
    page.click("#zoom-out")
    page.click("#see-all")
    picture.page.click("#panel .close")
    picture.shows(300, 0, ORANGE)


def test_another_size_of_the_window_shows_all_again(open_room: Opener, crossed: Path) -> None:
    """As long as the reader has not moved the picture."""
    page = open_room("network", file=crossed)
    page.page.set_viewport_size({"width": 800, "height": 600})
    Picture(page).shows(300, 200, BLUE)


def test_a_hidden_kind_is_neither_drawn_nor_picked(open_room: Opener, crossed: Path) -> None:
    """Nor are the lines that end in it."""
    picture = Picture(open_room("network", file=crossed))
    picture.shows(300, 0, ORANGE)
    picture.page.uncheck("#kind-1")
    time.sleep(0.2)
    assert picture.colour(*picture.at(300, 0)) == ()
    assert picture.colour(*picture.at(-150, 0)) == ()
    picture.click(300, 0)
    assert "Chọn một mục" in picture.page.panel()


def test_the_svg_holds_everything_in_the_readers_language(open_room: Opener, crossed: Path) -> None:
    """Names, heading, the kinds that are shown; well formed, and the colours of paper also from a dark screen."""
    page = open_room("network", file=crossed, color_scheme="dark")
    page.click("#zoom-in")
    name, content = saved(page, "#save-svg")
    assert name == "so-do-chu-thap.svg"
    root = ElementTree.fromstring(content)
    told = ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]
    assert {"Quảng Ninh", "Hà Nội", "Bộ <Ngoại> giao", "Sơ đồ chữ thập", "Cơ quan"} <= set(told)
    assert "6 mục, 9 quan hệ" in told
    titles = [element.text for element in root.iter(f"{SVG}title")]
    assert titles.count("Hà Nội") == 1
    rectangle = root.find(f"{SVG}rect")
    assert rectangle is not None
    assert rectangle.get("fill") == "#ffffff"
    page.click("#language")
    page.uncheck("#kind-2")
    _, english = saved(page, "#save-svg")
    assert b"Hanoi" in english
    assert "Hà Nội".encode() not in english
    assert b"Organisation" not in english
    assert b"giao" not in english


def test_the_png_is_three_thousand_pixels_wide_and_not_blank(open_room: Opener, crossed: Path) -> None:
    """It is the SVG, drawn by the browser."""
    page = open_room("network", file=crossed)
    name, content = saved(page, "#save-png")
    assert name == "so-do-chu-thap.png"
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", content[16:24])
    assert width == 3000
    assert 1000 < height < 3000
    assert len(content) > 30_000
    assert page.is_enabled("#save-png")


def test_paper_gets_the_picture_as_drawing(open_room: Opener, crossed: Path) -> None:
    """Only while it prints; the canvas is back afterwards. What is selected stands out there too."""
    page = open_room("network", file=crossed, color_scheme="dark")
    page.focus("#picture")
    page.keyboard.press("ArrowLeft")
    page.page.emulate_media(media="print")
    page.until("document.querySelector('#picture svg') !== null")
    seen = page.locator("#picture svg").bounding_box()
    assert seen["width"] > 500
    assert seen["height"] > 200
    assert page.is_hidden("#picture canvas")
    assert page.is_hidden("#zoom-in")
    fills = page.evaluate("[...document.querySelectorAll('#picture svg path')].map(p => p.getAttribute('fill'))")
    assert {"#0072B2", "#D55E00", "#009E73"} & set(fills)
    assert page.evaluate("document.querySelector('#picture').getBoundingClientRect().top") < page.evaluate(
        "document.querySelector('#kinds').getBoundingClientRect().top"
    )
    page.page.emulate_media(media="screen")
    page.until("document.querySelector('#picture svg') === null")
    assert page.is_visible("#picture canvas")
    page.page.pdf()
    assert page.locator("#picture svg").count() == 0


def test_what_was_selected_elsewhere_is_in_the_middle_later(open_room: Opener, crossed: Path) -> None:
    """The picture does not move while another tab is open, but then shows what was chosen there."""
    page = open_room("network", file=crossed)
    page.click("#tab-table")
    page.fill("#query", "hue")
    page.press("#query", "Enter")
    page.click("#tab-network")
    picture = Picture(page)
    frame = page.locator("#picture").bounding_box()
    end = time.monotonic() + 5
    while picture.colour(frame["width"] / 2, frame["height"] / 2) != BLUE:
        assert time.monotonic() < end
        time.sleep(0.05)


def grouped() -> dict[str, Any]:
    """Two groups of two hundred; every thing is tied to its group's first, a few across."""
    spots = [(200 * side + at, (side * 2000 + at % 20 * 40, at // 20 * 40)) for side in (0, 1) for at in range(200)]
    ends = [(at, at - at % 200) for at in range(400) if at % 200] + [(at, at + 200) for at in range(5)]
    base = cross()
    node, edge = base["nodes"][0], {**base["edges"][0], "bend": 0.0}
    return {
        **base,
        "nodes": [{**node, "id": f"t/{at}", "label": f"Mục số {at}", "x": x, "y": y} for at, (x, y) in spots],
        "edges": [{**edge, "id": f"e/{at}", "from": a, "to": b} for at, (a, b) in enumerate(ends)],
        "groups": [
            {
                **{"label": {"vi": name, "en": name}, "kind": side + 1, "x": side * 2000 + 380, "y": 180},
                **{"size": 480, "members": list(range(side * 200, side * 200 + 200))},
            }
            for side, name in enumerate(("Lào", "Nhật Bản"))
        ],
        "aggregated": {"by": {"vi": "nước", "en": "country"}},
        "shown": {"nodes": 2, "of": 400},
    }  # fmt: skip


def _told(page: Watched, words: str) -> None:
    page.until(f"document.querySelector('#room-network [role=status]').textContent.includes('{words}')")


def test_groups_are_opened_on_demand_and_closed_again(open_room: Opener, tmp_path: Path) -> None:
    """By a click, by the keys, by looking for something in one; the page says that it is not all."""
    page = open_room("network", file=_on_disk(grouped(), tmp_path))
    picture = Picture(page, (380 - 216, 180 - 216, 2380 + 216, 180 + 216))
    picture.shows(380, 180, ORANGE)
    picture.shows(2380, 180, GREEN)
    assert page.is_visible("text=Bấm vào một nhóm để mở nó.")
    assert page.is_hidden("#close-groups")
    assert page.faults() == []
    picture.click(380, 180)
    _told(page, "Lào: 200")
    page.click("#see-all")
    assert page.faults() == []
    page.click("#close-groups")
    picture.shows(380, 180, ORANGE)
    page.focus("#picture")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    _told(page, "Nhật Bản (200)")
    page.keyboard.press("Enter")
    assert page.is_visible("#close-groups")
    page.click("#close-groups")
    page.fill("#query", "muc so 7")
    page.press("#query", "Enter")
    assert page.panel() == "Mục số 7"
    assert page.is_visible("#close-groups")


def test_a_large_picture_stays_right_while_it_moves(open_room: Opener, tmp_path: Path) -> None:
    """Its ground is drawn once and moved: things are where they belong while one drags, zooms and rests."""
    base = cross()
    count = 8000
    nodes = [
        {**base["nodes"][0], "id": f"n/{at}", "x": at % 100 * 60, "y": at // 100 * 60, "label": str(at)}
        for at in range(count)
    ]
    edges = [
        {**base["edges"][5], "id": f"e/{at}", "from": at, "to": at + 1} for at in range(count - 1) if at % 100 != 99
    ]
    page = open_room("network", file=_on_disk({**base, "nodes": nodes, "edges": edges}, tmp_path))
    picture = Picture(page, (-20, -20, 99 * 60 + 20, 79 * 60 + 20))
    middle = picture.at(50 * 60, 40 * 60)
    frame = page.locator("#picture").bounding_box()
    for _ in range(14):
        page.mouse.move(frame["x"] + middle[0], frame["y"] + middle[1])
        page.mouse.wheel(0, -200)
    time.sleep(0.5)
    assert picture.colour(*middle) == BLUE
    page.mouse.down()
    page.mouse.move(frame["x"] + middle[0] + 90, frame["y"] + middle[1] - 50, steps=5)
    time.sleep(0.2)
    assert picture.colour(middle[0] + 90, middle[1] - 50) == BLUE
    page.mouse.up()
    page.mouse.click(frame["x"] + middle[0] + 90, frame["y"] + middle[1] - 50)
    assert page.panel() == str(40 * 100 + 50)


def test_no_fault_for_readers_with_aids(open_room: Opener, crossed: Path) -> None:
    """Light, dark, on a telephone, with a selection, in English."""
    for how in ({}, {"color_scheme": "dark"}, {"size": (375, 740)}):
        page = open_room("network", file=crossed, **cast("Any", how))
        assert page.faults() == []
        page.focus("#picture")
        page.keyboard.press("ArrowRight")
        page.click("#language")
        assert page.faults() == []
