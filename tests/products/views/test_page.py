"""The page as a text: no request, no script but its own, the same bytes each time, foreign text inert."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from dfgraph.base.errors import ExportError
from dfgraph.base.language import Text
from dfgraph.products.network.model import Network, Node
from dfgraph.products.views import built
from dfgraph.products.views.page import render
from dfgraph.products.views.scene import to_scene
from dfgraph.products.views.sparql import SparqlPart

pytest.importorskip("pyvis")

LOADING = {"src", "srcset", "href", "action", "formaction", "poster", "data", "background", "ping", "manifest"}
URL_IN_STYLE = re.compile(r"url\(|@import", re.IGNORECASE)
PART = SparqlPart(base64.b64encode(gzip.compress(b"", mtime=0)).decode(), {"questions": [], "title": "</script>"})


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

    def policy(self) -> dict[str, str]:
        """The rules of the content security policy."""
        (policy,) = [a["content"] or "" for _, a in self.elements if a.get("http-equiv") == "Content-Security-Policy"]
        return dict(rule.split(" ", 1) for rule in policy.split("; "))

    def payload(self) -> Any:
        """What the page's code is given."""
        ((type_, data),) = [
            (a["type"], code) for tag, a, code in self.code if tag == "script" and a.get("id") == "data"
        ]
        return json.loads(data if type_ == "application/json" else gzip.decompress(base64.b64decode(data)))

    def scripts(self) -> list[str]:
        """What runs at once."""
        return [code for tag, attributes, code in self.code if tag == "script" and "type" not in attributes]


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
    """The script and the style by their hashes, and nothing else at all; no event attributes, no inline styles."""
    reader = Reader(html)
    (script,) = reader.scripts()
    (style,) = [code for tag, _, code in reader.code if tag == "style"]
    assert reader.policy() == {
        "default-src": "'none'",
        "script-src": _digest(script),
        "style-src": _digest(style),
        "img-src": "data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert not any(name == "style" or name.startswith("on") for _, attrs in reader.elements for name in attrs)


def test_sparql_adds_its_own_code_and_nothing_else(network: Network, html: str) -> None:
    """A second script by its hash, which does not run before it is asked for; WebAssembly; a worker out of the page."""
    reader = Reader(render(to_scene(network), language="vi", sparql=PART))
    held = {a["id"]: code for tag, a, code in reader.code if tag == "script" and "type" in a}
    scripts = reader.scripts()
    heavy = gzip.decompress(base64.b64decode(held["sparql-code"])).decode()
    assert len(scripts) == 1
    plain = Reader(html).policy()
    assert reader.policy() == {
        **plain,
        "script-src": f"{_digest(scripts[0])} {_digest(heavy)} 'wasm-unsafe-eval'",
        "worker-src": "blob:",
    }
    assert gzip.decompress(base64.b64decode(held["sparql-engine"])).startswith(b"\0asm")
    assert held["sparql-graph"] == PART.graph
    assert reader.payload()["sparql"] == PART.payload
    assert 'id="sparql-code"' not in html


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


def test_pyvis_keeps_everything(network: Network, html: str) -> None:
    """Every node and edge as the scene has them, also edges that join the same two nodes, and those that run back."""
    shown, scene = Reader(html).payload()["scene"], json.loads(json.dumps(to_scene(network)))
    assert shown == scene
    assert len(shown["edges"]) == len(network.edges)


def test_much_data_is_packed(network: Network) -> None:
    """A long scene stands in the page as gzip, and says the same."""
    name = Text("x" * 1000, "y" * 1000)
    nodes = tuple(Node(f"thing/{place}", name, "ns#Thing") for place in range(1000))
    scene = to_scene(Network(network.title, nodes, (), network.kinds))
    html = render(scene, language="vi")
    assert 'id="data" type="application/gzip"' in html
    assert len(html) < 700_000
    assert len(Reader(html).payload()["scene"]["nodes"]) == 1000


def test_foreign_text_stays_text(hostile: Network) -> None:
    """Markup in any text, id, colour or shape adds no element, no attribute and no script."""
    tame = Reader(render(to_scene(hostile), language="vi", sparql=PART))
    assert [tag for tag, _ in tame.elements].count("script") == 5
    assert not any(tag in {"img", "svg", "iframe", "a", "math"} for tag, _ in tame.elements)
    assert not any(name.startswith("on") for _, attributes in tame.elements for name in attributes)
    assert [node["label"] for node in tame.payload()["scene"]["nodes"]] == [node.label.vi for node in hostile.nodes]


def test_code_that_would_end_its_element_is_refused() -> None:
    """What holds a closing tag cannot stand in the page."""
    with pytest.raises(ExportError):
        built.inline("a = '</SCRIPT>'")


def test_pages_that_were_not_built_are_an_error_with_a_remedy(
    network: Network, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In sources that were never built."""
    monkeypatch.setattr(built, "ASSETS", tmp_path)
    with pytest.raises(ExportError, match="make assets") as caught:
        render(to_scene(network), language="vi")
    assert "page.css" in caught.value.message.vi
