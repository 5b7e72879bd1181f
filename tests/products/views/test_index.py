"""The page that leads to the others: in both languages, self-contained, and safe whatever the texts say."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import browser
from dfgraph.base.language import Text
from dfgraph.products.network.model import Network
from dfgraph.products.views.index import Entry, Offer, render_index, say_size
from dfgraph.products.views.scene import to_scene
from dfgraph.products.views.thumbnail import HEIGHT, WIDTH, thumbnail
from worlds import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["browser"]

BAD = "<img src=x onerror=alert(1)></script>"


class Tags(HTMLParser):
    """The elements of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _index(network: Network, text: Text | None = None) -> str:
    title = text or network.title
    picture = thumbnail(to_scene(network))
    entry = Entry(title, title, "partners.html", len(network.nodes), len(network.edges), 3_200_000, picture)
    return render_index([entry, entry], [Offer(title, Text("Một nước", "One country"), "dfgraph view country")], "vi")


def test_each_page_is_linked_with_its_picture_and_its_counts(network: Network) -> None:
    """In both languages."""
    html = _index(network)
    assert html.count('<a href="partners.html">') == 2
    for said in ("40 mục, 45 quan hệ, 3,2 MB", "40 things, 45 relations, 3.2 MB", "One country", network.title.en):
        assert said in unescape(html)
    assert html.count("<svg") == 2
    assert _index(network) == html


def test_texts_stay_texts(hostile: Network) -> None:
    """No title becomes an element, and nothing is loaded."""
    html = _index(hostile, Text(BAD, BAD))
    tags = Tags(html).found
    assert [tag for tag, _ in tags].count("script") == 1
    assert not any(tag in ("img", "link", "iframe") or "src" in attributes for tag, attributes in tags)
    (policy,) = [a["content"] for _, a in tags if a.get("http-equiv")]
    assert (policy or "").startswith("default-src 'none'; ")
    assert not re.search(r"https?://|@import|url\(", html.replace("https://w3id.org", ""))


def test_a_picture_shows_every_node_and_edge_that_has_a_spot_of_its_own(network: Network) -> None:
    """Within its frame, and small."""
    drawn = thumbnail(to_scene(network))
    spots = re.findall(r"M(-?\d+),(-?\d+)h0", drawn)
    assert 30 < len(spots) <= len(network.nodes)
    assert all(0 <= int(x) <= WIDTH and 0 <= int(y) <= HEIGHT for x, y in spots)
    assert 30 < drawn.count("L") <= len(network.edges)
    assert len(drawn) < 5000
    assert thumbnail(to_scene(Network(network.title, (), (), ()))) == ""


@pytest.mark.parametrize(("size", "said"), [(999_999, "1000 kB"), (1, "1 kB"), (12_345_678, "12.3 MB")])
def test_sizes_are_said_in_few_digits(size: int, said: str) -> None:
    """In thousands or millions of bytes."""
    assert say_size(size).en == said


@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (375, "dark")])
def test_in_a_browser(browser: Browser, network: Network, tmp_path: Path, width: int, scheme: str) -> None:
    """It switches its language and that of the links, asks for nothing, fits a phone, and has no barrier."""
    file = tmp_path / "index.html"
    file.write_text(_index(network), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 700}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(file.as_uri())
    assert page.inner_text("h1") == "Các trang của đồ thị"
    page.click("#language")
    assert page.inner_text("h1") == page.title() == "The pages of the graph"
    assert str(page.get_attribute(".pages a >> nth=0", "href")).endswith("/partners.html#lang=en")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert (len(requests), complaints) == (1, [])
    page.reload()
    assert page.evaluate("document.documentElement.lang") == "en"
    axe = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
    page.evaluate(axe.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(found => found.violations.map(v => v.id))")
    assert found == []
    context.close()
