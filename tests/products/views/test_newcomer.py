"""A newcomer's story on the pages of the shipped project: from the list of pages to a printed answer.

No help, no server, no network. Then the pages as people with aids meet them.
"""

from __future__ import annotations

import base64
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import browser
from dfgraph import Project
from dfgraph.project.viewing import PageOptions
from rooms import Watched, saved
from worlds import shipped

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["browser", "shipped"]

QUANG_NINH = "province/quang-ninh"
TABS = ["network", "map", "timeline", "table", "numbers", "sparql"]
LIT = """([x, y]) => { const c = document.querySelector("#picture canvas"), times = c.width / c.clientWidth;
  const copy = document.createElement("canvas"); copy.width = c.width; copy.height = c.height;
  const context = copy.getContext("2d", { willReadFrequently: true }); context.drawImage(c, 0, 0);
  const { data } = context.getImageData(0, 0, c.width, c.height), found = [];
  for (let py = 8; py < c.clientHeight - 8; py += 3) for (let px = 8; px < c.clientWidth - 8; px += 3) {
    const at = (Math.round(py * times) * c.width + Math.round(px * times)) * 4;
    const near = Math.abs(data[at] - 9) + Math.abs(data[at + 1] - 105) + Math.abs(data[at + 2] - 218) < 12;
    if (near && data[at + 3] === 255 && Math.hypot(px - x, py - y) > 60) found.push([px, py]); }
  return found; }"""
"""The pixels of the picture in the colour of what stands out, not too near a point."""
SHADES = """async png => { const bytes = Uint8Array.from(atob(png), sign => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = Object.assign(document.createElement("canvas"), { width: bitmap.width, height: bitmap.height });
  const context = canvas.getContext("2d"); context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height), seen = new Set();
  for (let at = 0; at < data.length; at += 4) seen.add(data[at] << 16 | data[at + 1] << 8 | data[at + 2]);
  return seen.size; }"""
"""How many different colours a PNG has: a blank one has one."""

Visit = Callable[..., Watched]


@pytest.fixture(scope="module")
def pages(shipped: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `dfgraph view` fills: the list of pages, and each page."""
    folder = tmp_path_factory.mktemp("newcomer") / "project"
    shutil.copytree(shipped.places.root, folder)
    index, _ = Project.open(folder).viewing(PageOptions("vi")).all()
    return index.parent


@pytest.fixture
def visit(browser: Browser, pages: Path) -> Iterator[Visit]:
    """Opens a page from disk; afterwards nothing may have been asked for and nothing complained of."""
    opened: list[Watched] = []

    def opener(name: str, hash_: str = "", size: tuple[int, int] = (1366, 768), **how: Any) -> Watched:
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(
            **{"viewport": viewport, "reduced_motion": "reduce", "color_scheme": "light", "offline": True, **how}
        )
        watched = Watched(context.new_page())
        opened.append(watched)
        watched.page.on("request", lambda request: watched.requests.append(request.url))
        watched.page.on("console", watched.hear)
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        watched.page.goto((pages / f"{name}.html").as_uri() + hash_)
        if name != "index":
            _ready(watched)
        return watched

    yield opener
    for watched in opened:
        assert [url for url in watched.requests if not url.startswith(("file://", "blob:"))] == []
        assert watched.complaints == []
        watched.page.context.close()


def _ready(page: Watched) -> None:
    page.until("document.documentElement.dataset.ready === ''")


def _answered(page: Watched, words: str) -> str:
    end = time.monotonic() + 30
    while words not in (said := "".join(page.texts(".ask [role=status]"))):
        assert time.monotonic() < end, said
        time.sleep(0.05)
    return str(said)


def _middle(page: Watched) -> tuple[float, float]:
    box = page.locator("#picture").bounding_box()
    return box["width"] / 2, box["height"] / 2


def test_a_newcomer_finds_reads_asks_and_prints(visit: Visit) -> None:
    """Without help, without a server, without a network."""
    page = visit("index")
    _follows_the_first_link(page)
    _finds_quang_ninh(page)
    _sees_the_partners(page)
    _clicks_an_edge(page)
    _switches_to_english(page)
    _asks_a_question(page)
    _prints(page)
    _comes_back(page, visit)


def _follows_the_first_link(page: Watched) -> None:
    assert page.inner_text("h1") == "Các trang của đồ thị"
    assert page.locator(".pages svg").count() == page.locator(".pages li").count() > 4
    page.click("text=Các địa phương và đối tác")
    page.page.wait_for_url("**/partners.html*")
    _ready(page)


def _finds_quang_ninh(page: Watched) -> None:
    page.fill("#query", "quang ninh")
    assert page.inner_text("#matches [aria-selected=true]").startswith("Quảng Ninh")
    page.press("#query", "Enter")
    assert page.panel() == "Quảng Ninh"
    assert page.is_visible("#picture")


def _sees_the_partners(page: Watched) -> None:
    """On the network with their lines lit, in the panel by name, on the map as flows."""
    partners = set(page.texts("#panel .relations .thing"))
    assert {"Phúc Kiến", "Hokkaido", "Hủa Phăn"} <= partners
    page.until(f"({LIT})({list(_middle(page))}).length > 50")
    page.click("#tab-map")
    world = ".map-frame >> nth=0"
    assert page.locator(".map-flow.lit").count() >= 8
    named = set(page.locator(world).locator(".map-name").all_text_contents())
    assert named & partners
    assert "Quảng Ninh" in named
    page.click("#tab-network")


def _clicks_an_edge(page: Watched) -> None:
    """A line of the picture is clicked; the panel tells its ends, and which article says so, and where in it."""
    frame = page.locator("#picture").bounding_box()
    lit = page.evaluate(LIT, _middle(page))
    for x, y in lit[:: len(lit) // 20]:
        page.mouse.click(frame["x"] + x, frame["y"] + y)
        if page.locator("#panel .ends").count():
            break
        _finds_quang_ninh(page)  # where the rim of a thing was hit
    assert "Quảng Ninh" in page.texts("#panel .ends .thing")
    assert page.locator("#panel .note").count() > 0
    page.locator("#panel .note").first.click()
    cited = page.inner_text("#panel .sources li:focus")
    assert re.search(r"\w{3,}.* (đoạn|trang) \d+", cited)


def _switches_to_english(page: Watched) -> None:
    page.click("#language")
    assert page.get_attribute("html", "lang") == "en"
    assert "Quang Ninh" in page.texts("#panel .ends .thing")
    assert re.search(r"paragraph \d+|page \d+", page.inner_text("#panel .sources"))
    page.locator("#panel .ends .thing", has_text="Quang Ninh").click()


def _asks_a_question(page: Watched) -> None:
    """A question with a parameter, which is filled in with what is selected; its answer leads into the network."""
    page.click("#tab-sparql")
    _answered(page, "Ready")
    page.select_option("#sparql-question", "agreements-of")
    page.until("document.querySelector('#parameter-place').value === 'Quang Ninh'")
    page.click(".ask .go")
    _answered(page, "rows")
    assert page.locator(".answer tbody tr").count() > 3
    name, content = saved(page, "text=Download CSV")
    assert name == "agreements-of.csv"
    assert content.decode("utf-8-sig").count("\r\n") > 3
    thing = page.locator(".answer button.thing").first
    called = thing.inner_text()
    thing.click()
    assert page.panel() == called
    page.click("#tab-network")
    assert page.is_visible("#picture")
    page.fill("#query", "quang ninh")
    page.press("#query", "Enter")


def _prints(page: Watched) -> None:
    """Several sheets: the picture, which is not blank, and what is said of the selection with all its sources."""
    sheets = re.findall(rb"/Type\s*/Page\b", page.page.pdf(format="A4"))
    assert len(sheets) > 1
    page.page.emulate_media(media="print")
    page.until("document.querySelector('#picture svg') !== null")
    picture = page.locator("#picture svg").screenshot()
    assert page.evaluate(SHADES, base64.b64encode(picture).decode()) > 20
    assert page.is_hidden("#tabs")
    assert "<http" in page.evaluate(
        "getComputedStyle(document.querySelector('#panel .sources a[href]'), '::after').content"
    )
    page.page.emulate_media(media="screen")
    page.until("document.querySelector('#picture svg') === null")


def _comes_back(page: Watched, visit: Visit) -> None:
    """The address holds all of it: reloaded, or sent to somebody else, it shows the same."""
    page.locator("#panel .reach [aria-pressed]").first.click()
    page.click("#tab-map")
    before = [page.panel(), page.inner_text("#seen"), page.get_attribute("html", "lang")]
    page.page.reload()
    _ready(page)
    other = visit("partners", "#" + page.url.partition("#")[2])
    for one in (page, other):
        assert [one.panel(), one.inner_text("#seen"), one.get_attribute("html", "lang")] == before
        assert one.get_attribute("#tab-map", "aria-selected") == "true"


def test_a_reader_without_a_mouse(visit: Visit) -> None:
    """The same by keys alone: link, search, picture, panel, source, tabs, language; the focus is always seen."""
    page = visit("index")
    _tab_to(page, "document.activeElement.matches('.pages a')")
    page.keyboard.press("Enter")
    page.page.wait_for_url("**/partners.html*")
    _ready(page)
    _tab_to(page, "document.activeElement.id === 'query'")
    page.keyboard.type("quang ninh")
    page.keyboard.press("Enter")
    assert page.panel() == "Quảng Ninh"
    _tab_to(page, "document.activeElement.id === 'picture'")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel-title"
    _tab_to(page, "document.activeElement.matches('#panel .relations button.text')")
    page.keyboard.press("Enter")
    assert page.locator("#panel .ends").count() == 1
    _tab_to(page, "document.activeElement.matches('#panel .note')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.sources li')")
    _tab_to(page, "document.activeElement.id === 'tab-network'")
    for tab in TABS[1:]:
        page.keyboard.press("ArrowRight")
        assert page.is_visible(f"#room-{tab}")
    _answered(page, "Sẵn sàng")
    _tab_to(page, "document.activeElement.id === 'language'")
    page.keyboard.press("Enter")
    assert page.get_attribute("html", "lang") == "en"


def _tab_to(page: Watched, reached: str) -> None:
    for _ in range(120):
        if page.evaluate(reached):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"no key leads there: {reached}")


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("name", ["partners", "everything"])
def test_a_telephone_needs_no_sideways_scrolling(visit: Visit, name: str, tab: str) -> None:
    """At 375 pixels, on every tab, with something selected."""
    page = visit(name, f"#tab={tab}&id={QUANG_NINH}", (375, 740), has_touch=True, is_mobile=True)
    assert page.panel() == "Quảng Ninh"
    assert page.evaluate("document.documentElement.scrollWidth") == 375


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index", "partners", "cascade", "everything"])
def test_nothing_is_in_the_way_of_anyone(visit: Visit, name: str, scheme: str) -> None:
    """No violation of WCAG 2.2 AA or best practice, on every tab, with nothing and with something selected."""
    page = visit(name, color_scheme=scheme)
    assert page.faults() == []
    tabs = [] if name == "index" else page.evaluate("[...document.querySelectorAll('[role=tab]')].map(e => e.id)")
    if tabs:
        page.fill("#query", "ha noi")
        page.press("#query", "Enter")
    for tab in tabs:
        page.click(f"#{tab}")
        if tab == "tab-sparql":
            _answered(page, "Sẵn sàng")
        assert page.faults() == [], tab
