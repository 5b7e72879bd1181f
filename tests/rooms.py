"""A small page with something for every tab, and a browser that opens it from disk and watches it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from dfgraph.products.views.page import render
from dfgraph.products.views.scene import Scene

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

AXE = Path(__file__).parents[1] / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

LABELS: list[dict[str, Any]] = [
    {
        "id": "hoang-sa",
        "lon": 113.6,
        "lat": 14.7,
        "vi": "Quần đảo Hoàng Sa (Việt Nam)",
        "en": "Hoang Sa Archipelago (Viet Nam)",
    },
    {"id": "truong-sa", "lon": 113.2, "lat": 7.2, "vi": "Quần đảo Trường Sa (Việt Nam)", "en": "Truong Sa"},
]

Words = str | dict[str, str]


def _node(id_: str, label: Words, kind: int, at: tuple[float, float] | None = None, **rest: Any) -> dict[str, Any]:
    place = {"lon": at[0], "lat": at[1]} if at else {}
    spot = {"x": (hash_of(id_) % 40) * 20, "y": (hash_of(id_) // 40 % 30) * 20, "size": 12}
    return {"id": id_, "label": label, "kind": kind, "aliases": [], "statements": [], **spot, **place, **rest}


def hash_of(text: str) -> int:
    """A number for a text, the same each time."""
    return sum(ord(sign) * (at + 7) for at, sign in enumerate(text))


def _edge(start: int, end: int, name: str, when: str | None = None, **rest: Any) -> dict[str, Any]:
    dated = {"when": [[when, when, when]]} if when else {}
    said: dict[str, Any] = {"label": {"vi": "Thỏa thuận", "en": "Agreement"}, "bend": 0.0, "directed": False}
    return {"id": name, "from": start, "to": end, "notes": [0], "statements": [], "name": name, **said, **dated, **rest}


def _moment(name: Words, kind: Words, start: str | None, end: str | None, text: Words, **rest: Any) -> dict[str, Any]:
    return {
        "id": str(name), "name": name, "kind": kind, "start": start, "end": end, "text": text, "notes": [0], **rest
    }  # fmt: skip


def _figure(series: int, value: float, said: str, start: str | None, end: str | None, **rest: Any) -> dict[str, Any]:
    text = start[:4] if start else ""
    return {
        "id": f"{series}-{said}", "series": series, "about": "Quảng Ninh", "start": start, "end": end, "text": text,
        "value": value, "said": said, "hedged": False, "contested": False, "notes": [0], "node": 0, **rest,
    }  # fmt: skip


def world() -> Scene:
    """Provinces, partners, an office that has no place; parallel agreements; moments and figures of every sort."""
    document, agreement = {"vi": "Văn bản", "en": "Document"}, {"vi": "Thỏa thuận", "en": "Agreement"}
    scene = {
        "title": {"vi": "Tỉnh và đối tác", "en": "Provinces and partners"},
        "kinds": [
            {"label": {"vi": "Tỉnh, thành phố", "en": "Province"}, "colour": "#0072B2", "shape": "dot"},
            {"label": {"vi": "Địa phương nước ngoài", "en": "Foreign one"}, "colour": "#D55E00", "shape": "square"},
            {"label": {"vi": "Cơ quan", "en": "Organisation"}, "colour": "#009E73", "shape": "hexagon"},
        ],
        "nodes": [
            _node("province/quang-ninh", "Quảng Ninh", 0, (107.1, 20.95), facets={"region": [0]}),
            _node("province/da-nang", "Đà Nẵng", 0, (108.2, 16.05), facets={"region": [1]}),
            _node("locality/cn-guangxi", {"vi": "Quảng Tây", "en": "Guangxi"}, 1, (108.3, 22.8)),
            _node("locality/jp-fukuoka", "Fukuoka", 1, (130.4, 33.6)),
            _node("locality/us-san-francisco", "San Francisco", 1, (-122.4, 37.8)),
            _node("organisation/bo-ngoai-giao", {"vi": "Bộ Ngoại giao", "en": "Ministry of Foreign Affairs"}, 2),
        ],
        "edges": [
            _edge(0, 2, "Bản ghi nhớ 2010", "2010-05-04"),
            _edge(2, 0, "Bản ghi nhớ 2016", "2016-08-22"),
            _edge(0, 2, "Bản ghi nhớ 2024", "2024-02-02"),
            _edge(1, 3, "=HYPERLINK('http://x')", "2012-03-01"),
            _edge(1, 4, "Kết nghĩa Đà Nẵng – San Francisco"),
            _edge(5, 0, "Hướng dẫn", directed=True),
        ],
        "citations": [
            {"source": {"vi": "Báo cáo năm 2023", "en": "Report 2023"}, "url": "https://example.org/1", "paragraph": 7}
        ],
        "facets": [
            {"key": "region", "label": "Vùng", "values": ["Bắc Bộ", "Trung Bộ"], "ids": ["north", "middle"]}
        ],
        "moments": [
            _moment("Chương trình chưa rõ hạn", document, "2008-01-01", None, {"vi": "từ 2008", "en": "since 2008"}),
            _moment("Bản ghi nhớ 2010", agreement, "2010-05-04", "2010-05-04", "4/5/2010", edge=[0]),
            _moment("Thỏa thuận 2012", agreement, "2012-03-01", "2012-03-31", "3/2012", edge=[3]),
            _moment("Nghị định năm 2014", document, "2014-01-01", "2014-12-31", "2014", node=5),
            _moment("Bản ghi nhớ 2016", agreement, "2016-08-22", "2016-08-22", "22/8/2016", edge=[1]),
            _moment("Kế hoạch 2016–2020", document, "2016-01-01", "2020-12-31", "2016–2020"),
            _moment("Bản ghi nhớ 2024", agreement, "2024-02-02", "2024-02-02", "2/2/2024", edge=[2]),
        ],
        "series": [
            {"id": "fdi", "label": {"vi": "Vốn FDI", "en": "FDI"}, "unit": {"vi": "Đô la Mỹ", "en": "US dollar"}},
            {"id": "partners", "label": {"vi": "Đối tác", "en": "Partners"}, "unit": "Địa phương"},
        ],
        "figures": [
            _figure(0, 3.5e9, "Hơn 3.500.000.000 (Đô la Mỹ)", "2016-01-01", "2018-12-31", flow=True, hedged=True),
            _figure(0, 5e9, "5.000.000.000 (Đô la Mỹ)", "2021-01-01", "2023-12-31", flow=True),
            _figure(1, 12, "12 (Địa phương)", "2019-12-31", "2019-12-31", contested=True),
            _figure(1, 14, "14 (Địa phương)", "2019-12-31", "2019-12-31", contested=True),
            _figure(1, 20, "Gần 20 (Địa phương)", None, None, about="Đà Nẵng", node=1, hedged=True),
        ],
    }  # fmt: skip
    return cast("Scene", scene)


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
            time.sleep(0.03)

    def texts(self, selector: str) -> list[str]:
        """The text of every such element, also in SVG, where a `<title>` is none."""
        found: list[str] = self.page.evaluate(
            "s => [...document.querySelectorAll(s)].map(e => e.textContent.trim())", selector
        )
        return found

    def panel(self) -> str:
        """The heading of the detail panel."""
        return self.page.inner_text("#panel-title")

    def faults(self) -> list[str]:
        """What axe finds wrong, rule and element."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(
            "async rules => (await axe.run({runOnly: rules})).violations.flatMap("
            "v => v.nodes.map(n => `${v.id} ${n.target} ${n.failureSummary}`))",
            RULES,
        )
        return list(found)

    def hear(self, said: ConsoleMessage) -> None:
        """Keep what the console says when it is an error."""
        if said.type in {"error", "warning"}:
            self.complaints.append(said.text)


Opener = Callable[..., Watched]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page on disk."""
    path = tmp_path_factory.mktemp("rooms") / "rooms.html"
    path.write_text(render(world(), language="vi", labels=LABELS), encoding="utf-8")
    return path


@pytest.fixture
def open_room(browser: Browser, room: Path) -> Iterator[Opener]:
    """Opens a page at one of its tabs; afterwards nothing may have been requested and nothing complained of."""
    opened: list[Watched] = []

    def opener(tab: str, more: str = "", size: tuple[int, int] = (1366, 900), file: Path = room, **how: Any) -> Watched:
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(**{"viewport": viewport, "reduced_motion": "reduce", "offline": True, **how})
        watched = Watched(context.new_page())
        opened.append(watched)
        watched.page.on("request", lambda request: watched.requests.append(request.url))
        watched.page.on("console", watched.hear)
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        watched.page.goto(f"{file.as_uri()}#tab={tab}{more}")
        watched.until("document.documentElement.dataset.ready === ''")
        watched.until(f"document.querySelector('#room-{tab}')?.childElementCount > 0")
        return watched

    yield opener
    for watched in opened:
        assert [url for url in watched.requests if not url.startswith(("file://", "blob:"))] == []
        assert watched.complaints == []
        watched.page.context.close()


def saved(page: Watched, selector: str) -> tuple[str, bytes]:
    """What a click downloads: the name of the file, and what it holds."""
    with page.page.expect_download() as waiting:
        page.page.click(selector)
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def as_payload(scene: Scene) -> Any:
    """A copy that may be changed."""
    return json.loads(json.dumps(scene))
