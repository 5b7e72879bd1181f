"""A reader at a page: opens it from disk, drags and zooms as fast as people do, and notes what it takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import cos, sin
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import BrokenRunError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
SECONDS = 3.0
BEAT = 1 / 60

# Says when the picture is there: the page is ready, has drawn, and the main thread has nothing left to do.
_WATCH = """
addEventListener("DOMContentLoaded", () => {
  const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() =>
    requestIdleCallback(() => { window.firstDraw = performance.now(); })));
  const wait = () => document.documentElement.dataset.ready === "" ? drawn() : setTimeout(wait, 5);
  wait();
});
"""
_COUNT = """() => { if (window.frameTimes) return; window.frameTimes = [];
const tick = (now) => { window.frameTimes.push(now); requestAnimationFrame(tick); }; requestAnimationFrame(tick); }"""
_RATE = "(window.frameTimes.length - 1) / (window.frameTimes.at(-1) - window.frameTimes[0]) * 1000"


@dataclass(frozen=True, slots=True)
class Stay:
    """What one visit to a page took."""

    first_draw: float  # milliseconds from the beginning of navigation
    busy: float  # of these, how many the page's main thread was at work, whatever else the machine did
    drag: float  # frames a second
    zoom: float
    heap: float  # MB after garbage collection
    requests: int
    complaints: int


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser. Raises BrokenRunError where there is none."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise BrokenRunError("pages: Playwright for Python is not installed") from error
    if not CHROMIUM.exists():
        raise BrokenRunError(f"pages: no browser at {CHROMIUM}")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


def visit(browser: Browser, path: Path, *, throttle: float = 1, moves: bool = True) -> Stay:
    """Opens a page, drags and zooms; `throttle` slows the processor so many times."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, offline=True)
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.add_init_script(_WATCH)
    session = context.new_cdp_session(page)
    if throttle > 1:
        session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(path.as_uri())
    first = _until(page, "window.firstDraw ?? 0")
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    busy = metrics["TaskDuration"] * 1000
    drag, zoom = (_frames(page, session, _drag), _frames(page, session, _zoom)) if moves else (0.0, 0.0)
    session.send("HeapProfiler.collectGarbage")
    heap = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    context.close()
    outside = [url for url in asked if not url.startswith(("file:", "blob:", "data:"))]
    return Stay(first, busy, drag, zoom, heap, len(outside), len(complaints))


def _until(page: Page, expression: str) -> float:
    """The first value that is not zero; the page's policy forbids the driver's own way of waiting."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if value := page.evaluate(expression):
            return float(value)
        time.sleep(0.02)
    raise BrokenRunError("pages: a page never drew its picture")


Act = Callable[["CDPSession", float, float, float], None]


def _frames(page: Page, session: CDPSession, act: Act) -> float:
    """Frames a second while the act goes on."""
    box = page.locator("#picture").bounding_box()
    if box is None:
        raise BrokenRunError("pages: a page has no picture")
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.evaluate(_COUNT)
    _mouse(session, "mouseMoved", x, y)
    if act is _drag:
        _mouse(session, "mousePressed", x, y)
    start = time.monotonic()
    page.evaluate("window.frameTimes.length = 0")
    while (now := time.monotonic()) < start + SECONDS:
        act(session, x, y, now - start)
        time.sleep(max(0.0, BEAT - (time.monotonic() - now)))
    rate = page.evaluate(_RATE)
    if act is _drag:
        _mouse(session, "mouseReleased", x, y)
    time.sleep(0.3)
    return float(rate)


def _drag(session: CDPSession, x: float, y: float, now: float) -> None:
    _mouse(session, "mouseMoved", x + 180 * sin(now * 4), y + 120 * cos(now * 3))


def _zoom(session: CDPSession, x: float, y: float, now: float) -> None:
    way = -60 if now % 2 < 1 else 60  # a second nearer, a second farther
    point = {"x": x, "y": y, "deltaX": 0, "deltaY": way}
    session.send("Input.dispatchMouseEvent", {"type": "mouseWheel", **point})


def _mouse(session: CDPSession, kind: str, x: float, y: float) -> None:
    pressed = {"button": "left", "buttons": 1, "clickCount": 1} if kind != "mouseMoved" else {"buttons": 1}
    session.send("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": y, **pressed})
