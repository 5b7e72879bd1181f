"""The page as a text: no request, no script but its own, the same bytes each time, foreign text inert."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from dfgraph.base.errors import ExportError
from dfgraph.products.network.model import Network
from dfgraph.products.views import page
from dfgraph.products.views.page import render
from dfgraph.products.views.scene import to_scene

pytest.importorskip("pyvis")

LOADING = {"src", "srcset", "href", "action", "formaction", "poster", "data", "background", "ping", "manifest"}
URL_IN_STYLE = re.compile(r"url\(|@import", re.IGNORECASE)


class Reader(HTMLParser):
    """Elements with their attributes and the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.code: list[tuple[str, dict[str, str | None], str]] = []
        self._open: tuple[str, dict[str, str | None]] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember it."""
        self.elements.append((tag, dict(attrs)))
        self._open = (tag, dict(attrs)) if tag in {"script", "style"} else None

    def handle_data(self, data: str) -> None:
        """Keep the code of scripts and styles."""
        if self._open:
            self.code.append((*self._open, data))

    def handle_endtag(self, tag: str) -> None:
        """The code ends."""
        self._open = None


@pytest.fixture(scope="module")
def html(network: Network) -> str:
    """The page of the network, in Vietnamese."""
    return render(to_scene(network), language="vi")


def _digest(code: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() + "'"


def test_the_page_asks_for_nothing(html: str) -> None:
    """No element loads anything, no style does, and the first thing after the encoding is the policy."""
    reader = Reader(html)
    loads = [(tag, name) for tag, attributes in reader.elements for name in attributes if name in LOADING]
    assert loads == []
    assert not any(tag in {"link", "iframe", "object", "embed", "img", "base"} for tag, _ in reader.elements)
    assert not any(URL_IN_STYLE.search(code) for tag, _, code in reader.code if tag == "style")
    assert "sourceMappingURL" not in html
    assert html.index("Content-Security-Policy") < html.index("<title>") < html.index("<script")


def test_the_policy_allows_exactly_what_stands_there(html: str) -> None:
    """Each script and the style by its hash, and nothing else at all; no event attributes, no inline styles."""
    reader = Reader(html)
    (policy,) = [a["content"] for _, a in reader.elements if a.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in (policy or "").split("; "))
    scripts = [code for tag, attributes, code in reader.code if tag == "script" and "type" not in attributes]
    assert rules == {
        "default-src": "'none'",
        "script-src": " ".join(_digest(code) for code in scripts),
        "style-src": " ".join(_digest(code) for tag, _, code in reader.code if tag == "style"),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert len(scripts) == 2
    assert not any(name == "style" or name.startswith("on") for _, attrs in reader.elements for name in attrs)


def test_the_same_scene_gives_the_same_page(network: Network, html: str) -> None:
    """Byte for byte."""
    assert render(to_scene(network), language="vi").encode() == html.encode()


def test_the_page_speaks_the_language_asked_for(network: Network) -> None:
    """Before any script runs."""
    english = render(to_scene(network), language="en")
    assert '<html lang="en">' in english
    assert "<title>External relations of Vietnam&#39;s localities</title>" in english
    assert 'placeholder="Search by name"' in english
    assert "cần JavaScript" in english


def test_pyvis_keeps_every_edge(network: Network, html: str) -> None:
    """Also those that join the same two nodes, and those that run back."""
    (data,) = [code for tag, attributes, code in Reader(html).code if tag == "script" and "type" in attributes]
    drawn = json.loads(data)["vis"]
    assert len(drawn["edges"]) == len(network.edges)
    assert len(drawn["nodes"]) == len(network.nodes)
    assert drawn["options"]["physics"] == {"enabled": False}


def test_foreign_text_stays_text(hostile: Network) -> None:
    """Markup in any text, id, colour or shape adds no element, no attribute and no script."""
    tame = Reader(render(to_scene(hostile), language="vi"))
    assert [tag for tag, _ in tame.elements].count("script") == 3
    assert not any(tag == "img" for tag, _ in tame.elements)
    assert not any(name.startswith("on") for _, attributes in tame.elements for name in attributes)
    (data,) = [code for tag, attributes, code in tame.code if tag == "script" and "type" in attributes]
    assert "<" not in data
    assert json.loads(data)["scene"]["nodes"][0]["label"] == hostile.nodes[0].label.vi


def test_code_that_would_end_its_element_is_refused() -> None:
    """A library that holds a closing tag cannot stand in the page."""
    with pytest.raises(ExportError):
        page._inline("a = '</SCRIPT>'")
