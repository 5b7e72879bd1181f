"""The numbers in a browser: by indicator over time, with hedges, disputes and sources in sight."""

from __future__ import annotations

import csv
import io

import pytest

from browsing import browser
from rooms import Opener, Watched, open_room, room, saved

__all__ = ["browser", "open_room", "room"]

ROOM = "#room-numbers"
CARD = f"{ROOM} .number-card"


def _tip(page: Watched) -> str:
    return str(page.inner_text(".tip")) if page.is_visible(".tip") else ""


def test_each_indicator_has_a_card(open_room: Opener) -> None:
    """A chart where there are several times, else a list; the unit is told once."""
    page = open_room("numbers")
    assert page.texts(f"{CARD} h2") == ["Vốn FDI (Đô la Mỹ)", "Đối tác (Địa phương)"]
    assert page.locator(f"{CARD} .number-frame").count() == 1
    assert page.locator(f"{CARD} .number-mark.flow").count() == 2
    assert page.texts(f"{CARD} .number-name") == ["Hơn 3,5 tỷ", "5 tỷ"]
    assert page.locator(f"{CARD} .number-row").count() == 3


def test_hedges_and_disputes_are_seen(open_room: Opener) -> None:
    """By their look and in words; disputed values stand side by side."""
    page = open_room("numbers")
    assert page.locator(f"{CARD} .number-mark.hedged").count() == 1
    said = page.texts(f"{CARD} .number-said")
    assert said[0] == "12 (Địa phương) còn tranh cãi"
    assert said[1] == "14 (Địa phương) còn tranh cãi"
    assert said[2] == "Gần 20 (Địa phương) Nói chừng"


def test_the_source_is_shown_on_hover_and_on_focus(open_room: Opener) -> None:
    """With its paragraph; Escape hides it, and it stays while the pointer is on it."""
    page = open_room("numbers")
    page.hover(f"{CARD} .number-mark.hedged .number-hit")
    assert "Hơn 3.500.000.000" in _tip(page)
    assert "Báo cáo năm 2023 · đoạn 7" in _tip(page)
    page.hover(".tip")
    page.page.wait_for_timeout(400)
    assert "đoạn 7" in _tip(page)
    page.mouse.move(5, 5)
    page.page.wait_for_timeout(400)
    assert _tip(page) == ""
    page.focus(f"{CARD} .number-row >> nth=2")
    assert "Gần 20" in _tip(page)
    page.keyboard.press("Escape")
    assert _tip(page) == ""


def test_the_keys_walk_a_chart_and_read_a_figure(open_room: Opener) -> None:
    """Each figure is said aloud; Enter goes to what it is about."""
    page = open_room("numbers")
    page.focus(f"{CARD} .number-frame")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    assert "5.000.000.000" in _tip(page)
    assert "Vốn FDI · Quảng Ninh · 2021 · 5.000.000.000" in page.inner_text(f"{ROOM} > [role=status]")
    page.keyboard.press("ArrowLeft")
    assert "Hơn 3.500.000.000" in _tip(page)
    page.keyboard.press("Enter")
    assert page.panel() == "Quảng Ninh"
    assert page.evaluate("document.activeElement.id") == "panel-title"


def test_a_click_selects_what_a_figure_is_about(open_room: Opener) -> None:
    """In the list and in the chart."""
    page = open_room("numbers")
    page.click(f"{CARD} .number-row >> nth=2")
    assert page.panel() == "Đà Nẵng"
    page.click(f"{CARD} .number-mark.hedged .number-hit")
    assert page.panel() == "Quảng Ninh"


def test_all_figures_stand_in_a_table_and_in_a_file(open_room: Opener) -> None:
    """As they were said, and as plain numbers, with their sources."""
    page = open_room("numbers")
    assert page.locator(f"{ROOM} .grid tbody tr").count() == 5
    assert "Báo cáo năm 2023 · đoạn 7" in page.texts(f"{ROOM} .grid tbody td:last-child")[0]
    page.locator(f"{ROOM} .grid th button").nth(3).click()
    assert page.texts(f"{ROOM} .grid tbody tr:first-child td:nth-child(4)")[0].startswith("12")
    name, data = saved(page, f"{ROOM} .grid-bar > button:nth-of-type(1)")
    assert name == "tinh-va-doi-tac-so-lieu.csv"
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[-1]["Giá trị"] == "5000000000"
    assert rows[-1]["Đơn vị"] == "Đô la Mỹ"
    assert rows[0]["Còn tranh cãi"] == "có"
    assert rows[2]["Số liệu"] == "Gần 20 (Địa phương)"


def test_filters_of_the_page_hold_here_too(open_room: Opener) -> None:
    """Period and kinds."""
    page = open_room("numbers", "&period=2020..2024")
    assert page.locator(f"{ROOM} .grid tbody tr").count() == 2
    other = open_room("numbers", "&kinds=-0")
    assert other.locator(f"{ROOM} .grid tbody tr").count() == 0


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [(1366, 900), (375, 740)])
def test_it_is_accessible_in_both_languages(open_room: Opener, size: tuple[int, int], dark: bool) -> None:
    """No fault that axe knows, also while a source is shown; nothing runs out sideways."""
    page = open_room("numbers", size=size, color_scheme="dark" if dark else "light")
    assert page.faults() == []
    page.click("#language")
    assert page.texts(f"{CARD} h2") == ["FDI (US dollar)", "Partners (Địa phương)"]
    page.focus(f"{CARD} .number-frame")
    page.keyboard.press("End")
    assert page.faults() == []
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
