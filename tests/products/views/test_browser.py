"""The page in a browser, opened from disk: what a reader does, and that nothing leaves the machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from browsing import browser
from dfgraph.products.network.model import Network
from dfgraph.products.views.page import render
from dfgraph.products.views.scene import to_scene
from rooms import Watched, open_room, room

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["browser", "open_room", "room"]

QUANG_NINH = "https://w3id.org/dfgraph/id/province/0"

Opener = Callable[..., Watched]


@pytest.fixture(scope="module")
def files(network: Network, hostile: Network, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages on disk."""
    folder = tmp_path_factory.mktemp("pages")
    for name, one in (("usual", network), ("hostile", hostile)):
        (folder / f"{name}.html").write_text(render(to_scene(one), language="vi"), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in ("usual", "hostile")}


@pytest.fixture
def open_page(browser: Browser, files: dict[str, Path]) -> Iterator[Opener]:
    """Opens a page from disk; afterwards nothing may have been requested and nothing complained of."""
    opened: list[Watched] = []

    def opener(name: str = "usual", hash_: str = "", size: tuple[int, int] = (1366, 768), **options: Any) -> Watched:
        viewport = {"width": size[0], "height": size[1]}
        options = {
            "viewport": viewport,
            "color_scheme": "light",
            "reduced_motion": "reduce",
            "offline": True,
            **options,
        }
        context = browser.new_context(**options)
        watched = Watched(context.new_page())
        opened.append(watched)
        watched.page.on("request", lambda request: watched.requests.append(request.url))
        watched.page.on("console", watched.hear)
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        watched.page.goto(files[name].as_uri() + hash_)
        watched.until("document.documentElement.dataset.ready === ''")
        return watched

    yield opener
    for watched in opened:
        assert [url for url in watched.requests if not url.startswith("file://")] == []
        assert len(watched.requests) == 1
        assert watched.complaints == []
        watched.page.context.close()


def _at(id_: str) -> str:
    return "#id=" + quote(id_, safe="")


def _painted(page: Watched) -> int:
    """How many different colours the picture has: an empty one has one."""
    page.until("document.querySelector('#picture canvas') !== null")
    time.sleep(0.2)
    count = page.evaluate(
        """() => { const seen = new Set(); for (const own of document.querySelectorAll("#picture canvas")) {
        const c = Object.assign(document.createElement("canvas"), { width: own.width, height: own.height });
        const context = c.getContext("2d", { willReadFrequently: true }); context.drawImage(own, 0, 0);
        const d = context.getImageData(0, 0, c.width, c.height).data;
        for (let i = 0; i < d.length; i += 4) seen.add(d[i] << 24 | d[i + 1] << 16 | d[i + 2] << 8 | d[i + 3]); }
        return seen.size; }"""
    )
    return int(count)


def test_it_opens_and_draws(open_page: Opener) -> None:
    """Title, counts and a picture in the colours of the kinds."""
    page = open_page()
    assert page.inner_text("h1") == "Quan hệ đối ngoại của các địa phương"
    assert page.inner_text("#size") == "40 mục, 45 quan hệ"
    assert _painted(page) > 10


@pytest.mark.parametrize("typed", ["quang ninh", "QUẢNG NINH", "vung mo", "Quảng Ninh"])
def test_search_finds_without_accents_and_by_alias(open_page: Opener, typed: str) -> None:
    """Also a name typed in decomposed letters; Enter selects the first."""
    page = open_page()
    page.fill("#query", typed)
    assert "Quảng Ninh" in page.inner_text("#matches [aria-selected=true]")
    page.press("#query", "Enter")
    assert page.panel() == "Quảng Ninh"
    assert page.is_hidden("#matches")


def test_search_by_keys(open_page: Opener) -> None:
    """`dak` finds Đắk Lắk; arrows move the mark, Escape closes, and a name that is not there is said to be so."""
    page = open_page()
    page.fill("#query", "quang t")
    first = page.inner_text("#matches [aria-selected=true]")
    page.press("#query", "ArrowDown")
    assert page.inner_text("#matches [aria-selected=true]") != first
    page.press("#query", "Escape")
    assert page.is_hidden("#matches")
    page.fill("#query", "DAK LAK")
    assert page.inner_text("#matches [aria-selected=true]").startswith("Đắk Lắk")
    page.fill("#query", "zzz")
    assert "Không tìm thấy" in page.inner_text("#matches")


def test_a_click_in_the_picture_selects(open_page: Opener) -> None:
    """A deep link brings a node to the middle of the picture: there it is clicked after the selection is cleared."""
    page = open_page(hash_=_at("https://w3id.org/dfgraph/id/province/1"))
    page.click("#panel .close")
    assert "Chọn một mục" in page.panel()
    box = page.locator("#picture").bounding_box()
    spots = [(x, y) for x in range(15, int(box["width"]), 15) for y in range(15, int(box["height"]), 15)]
    for x, y in sorted(spots, key=lambda at: abs(at[0] - box["width"] / 2) + abs(at[1] - box["height"] / 2))[:900]:
        page.mouse.click(box["x"] + x, box["y"] + y)
        if page.locator("#panel .close").count():
            break
    assert page.locator("#panel dl").count() == 1
    assert "#id=" in page.url


def test_the_panel_gives_every_statement_its_source(open_page: Opener) -> None:
    """Numbers lead to sources with link, paragraph, date, speaker and confidence; marks are words."""
    page = open_page(hash_=_at(QUANG_NINH))
    panel = page.inner_text("#panel")
    assert "Tên khác: Quang Ninh Province · Vùng mỏ" in panel
    assert "18/6/2019 · đoạn 10 · lời của Sở Ngoại vụ · độ tin cậy: cao" in panel
    assert "2020 · trang 4 · suy luận: suy từ tên hội nghị" in panel
    assert "phản bác danh sách còn mở" in panel
    assert "suy ra" in panel
    assert "chưa nêu nguồn" in panel
    link = page.locator("#panel .sources a").first
    assert link.get_attribute("href") == "https://example.org/bao-a?x=1&y=2"
    assert link.get_attribute("rel") == "noopener noreferrer"
    page.locator("#panel dl .note").nth(2).click()
    assert page.evaluate("document.activeElement.id") == "source-2"
    assert page.get_attribute("#panel", "aria-live") == "polite"


def test_disputed_values_stand_side_by_side(open_page: Opener) -> None:
    """Each in a card of its own, on one line, with the source that says so."""
    page = open_page(hash_=_at(QUANG_NINH))
    assert "còn tranh cãi 2 giá trị khác nhau:" in page.inner_text("#panel .verdict")
    cards = page.texts("#panel .card")
    assert [card.split()[0:3] for card in cards] == [["1", "320", "324"], ["1", "331", "600"]]
    assert "Báo A" in cards[0]
    assert "đoạn 10" in cards[0]
    assert "Báo cáo năm" in cards[1]
    tops = page.evaluate("[...document.querySelectorAll('#panel .card')].map(e => e.getBoundingClientRect().top)")
    assert tops[0] == tops[1]


def test_links_move_the_selection_and_back_returns(open_page: Opener) -> None:
    """From a node to its relation, to the other end, and back by the browser's button."""
    page = open_page(hash_=_at(QUANG_NINH))
    page.locator("#panel .relations button.text").first.click()
    assert page.panel() == "Bản ghi nhớ số 0"
    assert page.evaluate("document.activeElement.id") == "panel-title"
    assert "Ngày ký" in page.inner_text("#panel")
    page.locator("#panel .ends button.thing").nth(1).click()
    assert page.panel() == "Fukuoka"
    page.go_back()
    page.until("document.querySelector('#panel-title').textContent === 'Bản ghi nhớ số 0'")


def test_the_keyboard_walks_and_reads(open_page: Opener) -> None:
    """An arrow takes the best connected node, then a neighbour; Enter goes to the panel, Escape clears."""
    page = open_page()
    page.focus("#picture")
    page.keyboard.press("ArrowRight")
    assert page.panel() == "Quảng Ninh"
    page.keyboard.press("ArrowRight")
    assert page.panel() != "Quảng Ninh"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel-title"
    page.focus("#picture")
    page.keyboard.press("Escape")
    assert "Chọn một mục" in page.panel()


def test_the_legend_hides_a_kind(open_page: Opener) -> None:
    """A hidden kind is gone from the picture and comes back when one of it is looked for."""
    page = open_page()
    before = _painted(page)
    assert page.locator("#kinds li").count() == 5
    for at in range(5):
        page.locator("#kinds input").nth(at).uncheck()
    page.until("!document.querySelector('#kinds input:checked')")
    assert _painted(page) < before
    assert "Đang hiện 0 trong 40 mục" in page.inner_text("#seen")
    page.fill("#query", "quang ninh")
    page.press("#query", "Enter")
    assert page.is_checked("#kind-0")
    assert not page.is_checked("#kind-1")
    page.locator("label[for=kind-0]").click()
    assert not page.is_checked("#kind-0")


def test_a_neighbourhood_grows_step_by_step(open_page: Opener) -> None:
    """One, two, three steps; the address says so, and a link shows the same; everything comes back."""
    page = open_page(hash_=_at(QUANG_NINH))
    seen = []
    for steps in (1, 2, 3):
        page.locator("#panel .reach [aria-pressed]", has_text=str(steps)).click()
        seen.append(int(page.inner_text("#seen").split()[2]))
    assert seen[0] < seen[1] < seen[2] < 40
    assert "around=3," in page.url
    other = open_page(hash_="#" + page.url.partition("#")[2])
    assert other.inner_text("#seen") == page.inner_text("#seen")
    assert other.get_attribute("#panel .reach [aria-pressed=true]", "aria-label") == "trong 3 bước"
    page.click("#panel .reach >> text=Xem lại tất cả")
    assert page.is_hidden("#chosen")
    assert "around" not in page.url


def test_the_shortest_path_between_two_things(open_page: Opener) -> None:
    """Named by typing; told step by step; where none is, that is said; the address leads to it."""
    page = open_page(hash_=_at(QUANG_NINH))
    page.click("text=Đường nối tới mục khác")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Tới mục nào?"
    page.fill("#panel .way input", "nghi quyet 22")
    page.press("#panel .way input", "Enter")
    steps = page.texts("#panel .steps .thing")
    assert page.locator("#panel .steps .joining").count() == len(steps) - 1
    assert (steps[0], steps[-1]) == ("Quảng Ninh", "Nghị quyết 22-NQ/TW")
    assert f"Đường ngắn nhất: {len(steps) - 1} bước" in page.inner_text("#panel")
    assert f"Đang hiện {len(steps)} trong 40" in page.inner_text("#seen")
    again = open_page(hash_="#" + page.url.partition("#")[2])
    assert again.texts("#panel .steps .thing") == steps
    page.click("#panel .way >> text=Xem lại tất cả")
    page.click("text=Đường nối tới mục khác")
    page.fill("#panel .way input", "kampot")
    page.press("#panel .way input", "Enter")
    assert "Không có đường nối Quảng Ninh với Kampot." in page.inner_text("#panel")


def test_filters_narrow_and_can_be_taken_back(open_room: Opener) -> None:
    """A facet, a period typed in, only what is dated: each is told in words, kept in the address, and taken back."""
    page = open_room("network")
    page.click("#filters summary")
    page.check("#choice-region-0")
    assert "Vùng: Bắc Bộ" in page.inner_text("#chosen")
    assert "region=north" in page.url
    narrowed = page.inner_text("#seen")
    page.fill("#period-from", "2012")
    page.fill("#period-to", "8/2016")
    page.press("#period-to", "Tab")
    assert "period=2012..2016-08" in page.url
    assert "Thời gian: 1/1/2012 – 31/8/2016" in page.inner_text("#chosen")
    page.check("#only-dated")
    dated = page.inner_text("#seen")
    assert dated != narrowed
    other = open_room("network", more="&" + page.url.partition("#")[2])
    assert other.inner_text("#seen") == dated
    assert other.is_checked("#only-dated")
    page.click("#chosen .chip >> text=Vùng: Bắc Bộ")
    assert not page.is_checked("#choice-region-0")
    page.click("text=Bỏ mọi điều kiện")
    assert page.is_hidden("#chosen")
    assert page.input_value("#period-from") == ""


def test_what_is_looked_for_is_shown_whatever_was_filtered(open_room: Opener) -> None:
    """A filter that hides what is selected gives way."""
    page = open_room("network", more="&region=north")
    page.fill("#query", "san francisco")
    page.press("#query", "Enter")
    assert page.panel() == "San Francisco"
    assert page.is_hidden("#chosen")


def test_the_language_can_be_switched(open_page: Opener) -> None:
    """Everything: heading, panel, legend, search, and the language that speech software hears."""
    page = open_page(hash_=_at("https://w3id.org/dfgraph/id/province/2"))
    assert page.panel() == "Hà Nội"
    page.click("#language")
    assert page.panel() == "Hanoi"
    assert page.inner_text("h1") == "External relations of Vietnam's localities"
    assert page.get_attribute("html", "lang") == "en"
    assert "Foreign locality" in page.inner_text("#kinds")
    assert "18 June 2019 · paragraph 10" in page.inner_text("#panel")
    assert "lang=en" in page.url
    page.click("#language")
    assert page.panel() == "Hà Nội"


def test_a_link_names_language_and_relation(open_page: Opener) -> None:
    """`#id=` may be the thing that is an edge, `lang=` the reader's language; an unknown id selects nothing."""
    page = open_page(hash_=_at("https://w3id.org/dfgraph/id/agreement/3") + "&lang=en")
    assert page.panel() == "Memorandum no. 3"
    other = open_page(hash_="#id=nobody")
    assert "Chọn một mục" in other.panel()


def test_tabs_work_by_keys_and_links(open_room: Opener) -> None:
    """Arrows move and open; the address names the tab; the browser's button goes back."""
    page = open_room("network")
    page.focus("#tab-network")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "tab-map"
    assert page.is_visible("#room-map")
    assert page.is_hidden("#room-network")
    assert "tab=map" in page.url
    page.keyboard.press("End")
    assert page.get_attribute("[role=tab][aria-selected=true]", "tabindex") == "0"
    page.go_back()
    page.until("!document.querySelector('#room-map').hidden")


@pytest.mark.parametrize("tab", ["network", "map", "timeline", "table", "numbers"])
def test_a_telephone_needs_no_sideways_scrolling(open_room: Opener, tab: str) -> None:
    """At 375 pixels, with a selection, filters open, on every tab; what is pressed is at least 24 pixels high."""
    page = open_room(tab, more="&id=province/quang-ninh", size=(375, 740), has_touch=True, is_mobile=True)
    assert page.panel() == "Quảng Ninh"
    page.locator("#filters summary").tap()
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    low = page.evaluate(
        """[...document.querySelectorAll("#top button, #tabs button, #tools label, .reach button, summary, .note")]
        .map(e => [e.textContent, e.getBoundingClientRect()]).filter(([, r]) => r.height && r.height < 24)
        .map(([text]) => text)"""
    )
    assert low == []


def test_the_dark_scheme_has_a_dark_picture(open_page: Opener) -> None:
    """Colours come from the style sheet, also in the picture."""
    page = open_page(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(13, 17, 23)"
    assert _painted(page) > 10


def test_light_and_dark_by_a_button(open_page: Opener) -> None:
    """Against the system's wish, and back; on paper it is always light."""
    page = open_page()
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.get_attribute("#theme", "aria-label") == "Nền tối"
    page.click("#theme")
    assert page.evaluate(ground) == "rgb(13, 17, 23)"
    assert page.get_attribute("#theme", "aria-label") == "Nền sáng"
    page.page.emulate_media(media="print")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.page.emulate_media(media="screen")
    page.click("#theme")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


def test_paper_has_the_picture_the_panel_and_its_sources(open_page: Opener) -> None:
    """In this order; what can only be pressed is left out."""
    page = open_page(hash_=_at(QUANG_NINH) + "&around=1," + quote(QUANG_NINH, safe=""))
    page.page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.until("document.querySelector('#room-network svg') !== null")
    for part in ("#search", "#theme", "#language", "#tabs", ".reach", "#filters"):
        assert not page.is_visible(part), part
    spots = [
        page.locator(part).first.bounding_box()["y"]
        for part in ("#room-network svg", "#kinds", "#panel h2", ".sources")
    ]
    assert spots == sorted(spots)
    assert "1 bước quanh Quảng Ninh" in page.inner_text("#chosen")
    assert "chrome" not in page.inner_text("#panel")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "how", ["", "&id=province/quang-ninh", "&id=province/quang-ninh&region=north&period=2010..2012"]
)
def test_nothing_is_in_the_way_of_anyone(open_room: Opener, scheme: str, how: str) -> None:
    """No violation of WCAG 2.2 AA or best practice: plain, selected, filtered, a search open; light and dark."""
    page = open_room("network", more=how, color_scheme=scheme)
    if "region" in how:
        page.click("#filters summary")
        page.click("text=Đường nối tới mục khác")
    else:
        page.fill("#query", "quang")
    assert page.faults() == []


def test_without_script_a_sentence_says_so(browser: Browser, files: dict[str, Path]) -> None:
    """In both languages."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(files["usual"].as_uri())
    assert "cần JavaScript" in page.inner_text("body")
    assert "needs JavaScript" in page.inner_text("body")
    context.close()


def test_twenty_attacks_stay_text(open_page: Opener) -> None:
    """In label, alias, field, value, source, title, id, search, tabs and legend; script addresses are no links."""
    page = open_page("hostile")
    page.evaluate("document.querySelectorAll('#kinds label').forEach(label => label.click())")
    page.click("text=Bỏ mọi điều kiện")
    page.fill("#query", "window fired")
    assert page.locator("#matches li").count() == 12
    page.press("#query", "Enter")
    page.until("document.querySelector('#panel dl') !== null")
    while page.locator("#panel button", has_text="Xem thêm").count():
        page.locator("#panel button", has_text="Xem thêm").first.click()
    ids = page.evaluate("[...document.querySelectorAll('[role=tab]')].map(e => e.id)")
    for tab in ids:
        page.click(f"#{tab}")
        page.click("#language")
    page.locator("#panel .relations button.text").first.click()
    assert page.evaluate("window.fired === undefined")
    assert page.locator("#panel a, #rooms a[href], img, iframe").count() == 0
    assert "window.fired" in page.inner_text("#panel")
