"""Map, timeline, table and numbers with facts that would like to run as script: they stay text."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from browsing import browser
from dfgraph.products.views.page import render
from dfgraph.products.views.scene import Scene
from rooms import LABELS, Opener, as_payload, open_room, room, world

__all__ = ["browser", "open_room", "room"]

ATTACKS = (
    "<script>window.fired=1</script>",
    "</script><script>window.fired=1</script>",
    "<img src=x onerror=window.fired=1>",
    '"><svg onload=window.fired=1>',
    "' onmouseover=window.fired=1 x='",
    "javascript:window.fired=1",
    "<!--<script>",
    "]]></title><script>window.fired=1</script>",
    "url(#x);}</style><script>window.fired=1</script>",
    "{{ 7 * 7 }} ${window.fired=1}",
)
KEPT = {"colour", "shape", "start", "end", "key", "ids"}


def _poisoned(value: Any, turn: list[int], key: str = "") -> Any:
    """The same with an attack in every text that is not a date, a colour or a key."""
    if isinstance(value, dict):
        return {name: one if name in KEPT else _poisoned(one, turn, name) for name, one in value.items()}
    if isinstance(value, list):
        if key == "when":
            return [[start, end, _poisoned(text, turn)] for start, end, text in value]
        return [_poisoned(one, turn) for one in value]
    if isinstance(value, str):
        turn[0] += 1
        return f"{value} {ATTACKS[turn[0] % len(ATTACKS)]}"
    return value


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of such facts."""
    turn = [0]
    scene = cast("Scene", _poisoned(as_payload(world()), turn))
    labels = [{**label, "vi": ATTACKS[0] + label["vi"], "en": ATTACKS[2]} for label in LABELS]
    path = tmp_path_factory.mktemp("hostile") / "hostile.html"
    path.write_text(render(scene, language="vi", labels=labels), encoding="utf-8")
    return path


@pytest.mark.parametrize("tab", ["map", "timeline", "table", "numbers"])
def test_no_text_becomes_script(open_room: Opener, hostile: Path, tab: str) -> None:
    """Not when it is shown, pointed at, selected, filtered or told in the other language."""
    page = open_room(tab, file=hostile)
    for selector in (".map-point", ".map-flow-hit", ".time-moment circle", ".number-mark .number-hit", ".number-row"):
        for place in page.locator(f"#room-{tab} {selector}").all()[:2]:
            place.hover(force=True)
            place.click(force=True)
    for button in page.locator(f"#room-{tab} button.thing").all()[:3]:
        button.click()
    for box in page.locator(f"#room-{tab} .grid input").all()[:2]:
        if box.is_visible():
            box.fill(ATTACKS[2])
    page.click("#language")
    page.page.wait_for_timeout(100)
    assert page.evaluate("window.fired") is None
    assert page.locator("#rooms img, #rooms script, #rooms svg[onload], #rooms [onmouseover]").count() == 0
