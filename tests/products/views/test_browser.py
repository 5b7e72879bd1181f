"""The page in a browser, opened from disk: what a reader does, and that nothing leaves the machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from browsing import browser
from dfgraph.products.network.model import Network
from dfgraph.products.views.page import render
from dfgraph.products.views.scene import to_scene

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

__all__ = ["browser"]

QUANG_NINH = "https://w3id.org/dfgraph/id/province/0"


@dataclass
class Watched:
    """A page with everything that it asked for and complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.page, name)

    def until(self, expression: str) -> None:
        """Wait until the expression is true; the page's policy forbids the driver's own way of waiting."""
        end = time.monotonic() + 10
        while not self.page.evaluate(expression):
            assert time.monotonic() < end, f"never true: {expression}"
            time.sleep(0.05)

    def hear(self, said: ConsoleMessage) -> None:
        """Keep what the console says when it is an error."""
        if said.type == "error":
            self.complaints.append(said.text)

    def title(self) -> str:
        """The heading of the detail panel."""
        return self.page.inner_text("#panel-title")


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
        options = {"viewport": viewport, "color_scheme": "light", "reduced_motion": "reduce", **options}
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


def _painted(page: Watched) -> int:
    """How many different colours the picture has: an empty one has one."""
    count = page.evaluate(
        """() => { const c = document.querySelector("#picture canvas");
        const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data; const seen = new Set();
        for (let i = 0; i < d.length; i += 4) seen.add(d[i] << 24 | d[i + 1] << 16 | d[i + 2] << 8 | d[i + 3]);
        return seen.size; }"""
    )
    return int(count)


def test_it_opens_and_draws(open_page: Opener) -> None:
    """Title, counts and a picture in the colours of the kinds."""
    page = open_page()
    assert page.inner_text("h1") == "Quan hệ đối ngoại của các địa phương"
    assert page.inner_text("#size") == "40 mục, 45 quan hệ"
    page.until("document.querySelector('#picture canvas') !== null")
    assert _painted(page) > 10


@pytest.mark.parametrize("typed", ["quang ninh", "QUẢNG NINH", "vung mo", "Quảng Ninh"])
def test_search_finds_without_accents_and_by_alias(open_page: Opener, typed: str) -> None:
    """Also a name typed in decomposed letters; Enter selects the first."""
    page = open_page()
    page.fill("#query", typed)
    assert "Quảng Ninh" in page.inner_text("#matches [aria-selected=true]")
    page.press("#query", "Enter")
    assert page.title() == "Quảng Ninh"
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
    page = open_page(hash_="#id=" + quote("https://w3id.org/dfgraph/id/province/1", safe=""))
    page.click("#panel .close")
    assert "Chọn một mục" in page.title()
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
    page = open_page(hash_="#id=" + quote(QUANG_NINH, safe=""))
    panel = page.inner_text("#panel")
    assert "Tên khác: Quang Ninh Province · Vùng mỏ" in panel
    assert "18/6/2019 · đoạn 10 · lời của Sở Ngoại vụ · độ tin cậy: cao" in panel
    assert "2020 · trang 4 · suy luận: suy từ tên hội nghị" in panel
    assert panel.count("còn tranh cãi") == 2
    assert "phản bác danh sách còn mở" in panel
    assert "suy ra" in panel
    assert "chưa nêu nguồn" in panel
    link = page.locator("#panel .sources a").first
    assert link.get_attribute("href") == "https://example.org/bao-a?x=1&y=2"
    assert link.get_attribute("rel") == "noopener noreferrer"
    page.locator("#panel dl .note").nth(2).click()
    assert page.evaluate("document.activeElement.id") == "source-2"
    assert page.get_attribute("#panel", "aria-live") == "polite"


def test_links_move_the_selection_and_back_returns(open_page: Opener) -> None:
    """From a node to its relation, to the other end, and back by the browser's button."""
    page = open_page(hash_="#id=" + quote(QUANG_NINH, safe=""))
    page.locator("#panel .relations button.text").first.click()
    assert page.title() == "Bản ghi nhớ số 0"
    assert page.evaluate("document.activeElement.id") == "panel-title"
    assert "Ngày ký" in page.inner_text("#panel")
    page.locator("#panel .ends button.thing").nth(1).click()
    assert page.title() == "Fukuoka"
    page.go_back()
    page.until("document.querySelector('#panel-title').textContent === 'Bản ghi nhớ số 0'")


def test_the_keyboard_walks_and_reads(open_page: Opener) -> None:
    """An arrow takes the best connected node, then a neighbour; Enter goes to the panel, Escape clears."""
    page = open_page()
    page.focus("#picture")
    page.keyboard.press("ArrowRight")
    assert page.title() == "Quảng Ninh"
    page.keyboard.press("ArrowRight")
    second = page.title()
    assert second != "Quảng Ninh"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel-title"
    page.focus("#picture")
    page.keyboard.press("Escape")
    assert "Chọn một mục" in page.title()


def test_the_legend_hides_a_kind(open_page: Opener) -> None:
    """A hidden kind is gone from the picture and comes back when one of it is looked for."""
    page = open_page()
    before = _painted(page)
    assert page.locator("#kinds li").count() == 5
    boxes = page.locator("#kinds input")
    for at in range(5):
        boxes.nth(at).uncheck()
    page.until("!document.querySelector('#kinds input:checked')")
    time.sleep(0.2)
    assert _painted(page) < before
    page.fill("#query", "quang ninh")
    page.press("#query", "Enter")
    assert page.is_checked("#kind-0")
    assert not page.is_checked("#kind-1")
    page.locator("label[for=kind-0]").click()
    assert "Chọn một mục" in page.title()


def test_the_language_can_be_switched(open_page: Opener) -> None:
    """Everything: heading, panel, legend, search, and the language that speech software hears."""
    page = open_page(hash_="#id=" + quote("https://w3id.org/dfgraph/id/province/2", safe=""))
    assert page.title() == "Hà Nội"
    page.click("#language")
    assert page.title() == "Hanoi"
    assert page.inner_text("h1") == "External relations of Vietnam's localities"
    assert page.get_attribute("html", "lang") == "en"
    assert "Foreign locality" in page.inner_text("#kinds")
    assert "18 June 2019 · paragraph 10" in page.inner_text("#panel")
    page.click("#language")
    assert page.title() == "Hà Nội"


def test_a_link_names_language_and_relation(open_page: Opener) -> None:
    """`#id=` may be the thing that is an edge, `lang=` the reader's language; an unknown id selects nothing."""
    page = open_page(hash_=f"#id={quote('https://w3id.org/dfgraph/id/agreement/3', safe='')}&lang=en")
    assert page.title() == "Memorandum no. 3"
    other = open_page(hash_="#id=nobody")
    assert "Chọn một mục" in other.title()


def test_the_tables_tell_the_same(open_page: Opener) -> None:
    """One row a thing and one a relation; their buttons select."""
    page = open_page()
    page.click("#twin summary")
    page.until("document.querySelectorAll('#tables tbody tr').length === 40 + 45")
    page.locator("#tables button", has_text="Fukuoka").first.click()
    assert page.title() == "Fukuoka"


def test_a_telephone_needs_no_sideways_scrolling(open_page: Opener) -> None:
    """At 375 pixels, with a selection and with the tables open."""
    page = open_page(hash_="#id=" + quote(QUANG_NINH, safe=""), size=(375, 740), has_touch=True, is_mobile=True)
    assert page.title() == "Quảng Ninh"
    page.locator("#twin summary").tap()
    page.until("document.querySelectorAll('#tables tbody tr').length > 0")
    assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_the_dark_scheme_has_a_dark_picture(open_page: Opener) -> None:
    """Colours come from the style sheet, also in the picture."""
    page = open_page(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(13, 17, 23)"
    assert _painted(page) > 10


def test_without_script_a_sentence_says_so(open_page: Opener, browser: Browser, files: dict[str, Path]) -> None:
    """In both languages."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(files["usual"].as_uri())
    assert "cần JavaScript" in page.inner_text("body")
    assert "needs JavaScript" in page.inner_text("body")
    context.close()


def test_an_attack_stays_text(open_page: Opener) -> None:
    """In label, alias, field, value, source, title, id, search, table and legend; script addresses are no links."""
    page = open_page("hostile")
    page.fill("#query", "window fired")
    page.press("#query", "Enter")
    page.until("document.querySelector('#panel dl') !== null")
    page.locator("#panel .relations button.text").first.click()
    page.click("#language")
    page.click("#twin summary")
    page.until("document.querySelectorAll('#tables tbody tr').length === 3")
    assert page.evaluate("window.fired === undefined")
    assert page.locator("#panel a, #tables a, img").count() == 0
    assert "<script>window.fired" in page.inner_text("#panel")
