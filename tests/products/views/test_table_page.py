"""The table in a browser: everything shown, to sort, to filter, to select from, and to take away safely."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from browsing import browser
from dfgraph.products.views.page import render
from rooms import Opener, Watched, open_room, room, saved, world

__all__ = ["browser", "open_room", "room"]

ROOM = "#room-table"
OPEN = f"{ROOM} > div:not([hidden]) .grid"


def _column(page: Watched, number: int) -> list[str]:
    return page.texts(f"{OPEN} tbody tr > :nth-child({number})")


def _choose(page: Watched, number: int) -> None:
    page.locator(f"{ROOM} .grid-choices button").nth(number).click()


def test_everything_shown_stands_in_three_tables(open_room: Opener) -> None:
    """Things with their facets, relations with both ends, moments with their dates."""
    page = open_room("table")
    assert page.texts(f"{ROOM} .grid-choices button") == ["Các mục (6)", "Quan hệ (6)", "Mốc thời gian (7)"]
    assert page.texts(f"{OPEN} th")[:4] == ["Tên", "Loại", "Vùng", "Số quan hệ"]
    assert set(_column(page, 1)) >= {"Quảng Ninh", "Bộ Ngoại giao"}
    _choose(page, 1)
    assert page.texts(f"{OPEN} tbody tr:first-child td")[:3] == ["Quảng Ninh", "Thỏa thuận", "Quảng Tây"]
    _choose(page, 2)
    assert _column(page, 1)[-1] == "2/2/2024"


def test_a_column_is_sorted_by_its_heading(open_room: Opener) -> None:
    """Up, down, and back as it was; numbers by size, names as the language orders them."""
    page = open_room("table")
    before = _column(page, 1)
    head = page.locator(f"{OPEN} th").first
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert _column(page, 1) == ["Bộ Ngoại giao", "Đà Nẵng", "Fukuoka", "Quảng Ninh", "Quảng Tây", "San Francisco"]
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert _column(page, 1)[0] == "San Francisco"
    head.locator("button").click()
    assert head.get_attribute("aria-sort") is None
    assert _column(page, 1) == before
    page.locator(f"{OPEN} th button").nth(3).click()
    page.locator(f"{OPEN} th button").nth(3).click()
    assert _column(page, 1)[0] == "Quảng Ninh"


def test_every_column_is_filtered_as_people_type(open_room: Opener) -> None:
    """Without tone marks, in several columns at once; the box keeps the focus, and none is said so."""
    page = open_room("table")
    page.fill(f"{OPEN} input[aria-label='Lọc Tên']", "quang")
    assert _column(page, 1) == ["Quảng Ninh", "Quảng Tây"]
    page.fill(f"{OPEN} input[aria-label='Lọc Loại']", "dia phuong")
    assert _column(page, 1) == ["Quảng Tây"]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Lọc Loại"
    page.fill(f"{OPEN} input[aria-label='Lọc Loại']", "zzz")
    assert "Không có dòng nào khớp" in page.inner_text(f"{OPEN} [role=status]")


def test_rows_select_and_the_selection_is_marked(open_room: Opener) -> None:
    """The panel reads what a row is about; a selection made elsewhere is marked here."""
    page = open_room("table")
    page.locator(f"{OPEN} button.thing", has_text="Fukuoka").click()
    assert page.panel() == "Fukuoka"
    assert page.evaluate("document.activeElement.id") == "panel-title"
    assert page.texts(f"{OPEN} tr[aria-current] td:first-child") == ["Fukuoka"]
    _choose(page, 1)
    page.locator(f"{OPEN} button.thing", has_text="Bản ghi nhớ 2016").click()
    assert page.panel() == "Bản ghi nhớ 2016"
    assert page.locator(f"{OPEN} tr[aria-current]").count() == 1


def test_filters_of_the_page_hold_here_too(open_room: Opener) -> None:
    """Kinds and period; the counts say so."""
    page = open_room("table", "&kinds=-1&period=2009..2012")
    assert page.texts(f"{ROOM} .grid-choices button")[0].startswith("Các mục (")
    assert "Fukuoka" not in _column(page, 1)
    _choose(page, 2)
    assert "Bản ghi nhớ 2024" not in _column(page, 2)


def test_csv_opens_right_in_the_excel_of_the_language(open_room: Opener) -> None:
    """With the mark of UTF-8; semicolons for Vietnamese, commas for English; no cell is a formula."""
    page = open_room("table")
    _choose(page, 1)
    name, data = saved(page, f"{ROOM} .grid-files button:nth-child(1)")
    assert name == "tinh-va-doi-tac-quan-he.csv"
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0][:4] == ["Từ", "Quan hệ", "Đến", "Tên quan hệ"]
    assert len(rows) == 7
    assert rows[1][rows[0].index("Nguồn")] == "Báo cáo năm 2023 · đoạn 7"
    assert "'=HYPERLINK('http://x')" in [row[3] for row in rows]
    page.click("#language")
    _, data = saved(page, f"{ROOM} .grid-files button:nth-child(1)")
    assert next(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[:3] == ["From", "Relation", "To"]


def test_a_workbook_holds_all_tables_as_they_are_filtered(open_room: Opener, tmp_path: Path) -> None:
    """Texts are texts, numbers are numbers, and nothing is computed."""
    page = open_room("table")
    page.fill(f"{OPEN} input[aria-label='Lọc Tên']", "quang")
    name, data = saved(page, f"{ROOM} .grid-files button:nth-child(2)")
    assert name == "tinh-va-doi-tac.xlsx"
    path = tmp_path / name
    path.write_bytes(data)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Các mục", "Quan hệ", "Mốc thời gian"]
    things = [[cell.value for cell in row] for row in book["Các mục"].iter_rows()]
    assert [row[0] for row in things] == ["Tên", "Quảng Ninh", "Quảng Tây"]
    assert things[1][3] == 4
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    assert "=HYPERLINK('http://x')" in [row[3].value for row in book["Quan hệ"].iter_rows()]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five thousand things."""
    scene = world()
    first = scene["nodes"][0]
    scene["nodes"] = [{**first, "id": f"thing/{at}", "label": f"Mục {at}"} for at in range(5000)]
    path = tmp_path_factory.mktemp("large") / "large.html"
    path.write_text(render(scene, language="vi"), encoding="utf-8")
    return path


def test_thousands_of_rows_are_leafed_through(open_room: Opener, large: Path) -> None:
    """A hundred at a time; sorting and filtering all of them takes no time; a link finds its page."""
    page = open_room("table", "&id=thing%2F4321", file=large)
    assert "Dòng 4301–4400 trong 5000" in page.inner_text(f"{OPEN} [role=status]")
    assert page.texts(f"{OPEN} tr[aria-current] td:first-child") == ["Mục 4321"]
    page.click(f"{OPEN} button[aria-label='Trang tiếp']")
    assert _column(page, 1)[0] == "Mục 4400"
    start = page.evaluate("performance.now()")
    page.fill(f"{OPEN} input[aria-label='Lọc Tên']", "muc 499")
    page.locator(f"{OPEN} th button").first.click()
    assert _column(page, 1)[:2] == ["Mục 499", "Mục 1499"]
    assert page.evaluate("performance.now()") - start < 1500


def test_paper_gets_every_row(open_room: Opener, large: Path) -> None:
    """Up to two thousand; afterwards the page is as it was."""
    page = open_room("table", file=large)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(_column(page, 1)) == 2000
    assert "2000 trong 5000" in page.inner_text(f"{OPEN} [role=status]")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert len(_column(page, 1)) == 100


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [(1366, 900), (375, 740)])
def test_it_is_accessible_in_both_languages(open_room: Opener, size: tuple[int, int], dark: bool) -> None:
    """No fault that axe knows in any of the tables; nothing runs out sideways."""
    page = open_room("table", size=size, color_scheme="dark" if dark else "light")
    for number in range(3):
        _choose(page, number)
        assert page.faults() == []
    page.click("#language")
    page.locator(f"{OPEN} th button").first.click()
    assert page.texts(f"{OPEN} th") == ["Date ▲", "Name", "Kind", "Sources"]
    assert page.faults() == []
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
