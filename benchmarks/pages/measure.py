"""Pages of 300 to 20,000 things in a real browser: bytes, first draw, frames a second, memory; and their budgets."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dfgraph.products.views.page import render
from pages.asking import asking
from pages.reader import Stay, chromium, visit
from pages.scenes import made_up
from table import Relation, Row

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SIZES = (300, 1000, 5000, 20_000)

MEGABYTES = {300: 0.35, 1000: 1.5}
FIRST_DRAW = {300: 500, 1000: 800, 5000: 600}
SLOW_FIRST_DRAW = {300: 1600, 1000: 2300}  # on a processor four times as slow
FRAMES = {300: 50, 1000: 50, 5000: 40, 20_000: 15}
HEAP = {1000: 25, 5000: 20}


def measure(times: int, sizes: tuple[int, ...] = SIZES) -> dict[str, list[Row]]:
    """Rows for each size, medians of so many visits. Raises BrokenRunError without a browser."""
    sections: dict[str, list[Row]] = {}
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for count in sizes:
            print(f"  page of {count:,} things", file=sys.stderr, flush=True)
            path = Path(folder) / f"{count}.html"
            path.write_text(render(made_up(count), language="vi"), encoding="utf-8")
            sections[f"Page of {count:,} things, {round(count * 2.5):,} relations"] = _rows(browser, path, count, times)
        print("  page that can be asked", file=sys.stderr, flush=True)
        sections |= asking(browser, times)
    return sections


def _rows(browser: Browser, path: Path, count: int, times: int) -> list[Row]:
    visits = [visit(browser, path) for _ in range(times)]

    def median(of: Callable[[Stay], float]) -> float:
        return statistics.median(of(one) for one in visits)

    rows = [
        _row("file", path.stat().st_size / 1e6, "MB", "≤", MEGABYTES.get(count)),
        _row("first draw", median(lambda one: one.first_draw), "ms", "≤", FIRST_DRAW.get(count)),
        _row("of it, main thread at work", median(lambda one: one.busy), "ms", "", None),
    ]
    if limit := SLOW_FIRST_DRAW.get(count):
        slow = [visit(browser, path, throttle=4, moves=False).first_draw for _ in range(times)]
        rows.append(_row("first draw, slowed 4 times", statistics.median(slow), "ms", "≤", limit))
    return [
        *rows,
        _row("drag", median(lambda one: one.drag), "frames/s", "≥", FRAMES.get(count)),
        _row("zoom", median(lambda one: one.zoom), "frames/s", "≥", FRAMES.get(count)),
        _row("heap", median(lambda one: one.heap), "MB", "≤", HEAP.get(count)),
        _row("requests", max(one.requests for one in visits), "", "≤", 0),
        _row("complaints", max(one.complaints for one in visits), "", "≤", 0),
    ]


def _row(name: str, value: float, unit: str, relation: Relation, target: float | None) -> Row:
    return Row(name, value, unit) if target is None else Row(name, value, unit, relation, target)
