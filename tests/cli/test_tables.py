from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.cli.tables import cell_width, drawn, wrapped

HEADINGS = ["Số liệu", "Địa bàn", "Giá trị", "Đơn vị", "Nguồn"]
ROWS = [
    ["Vốn FDI thu hút, Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", "8.000.000.000", "Đô la Mỹ", "[3]"],
    ["Địa phương nước ngoài có quan hệ, Quảng Ninh", "Quảng Ninh", "53", "Địa phương", "[12] …"],
]
WORDS = st.text(st.sampled_from("abcđệ日本ẽ ") | st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


def test_where_there_is_room_every_cell_is_on_one_line() -> None:
    assert drawn(HEADINGS, ROWS, 120, {2}).splitlines() == [
        "Số liệu                                       Địa bàn                      Giá trị  Đơn vị      Nguồn",
        "─" * 102,
        "Vốn FDI thu hút, Thành phố Hồ Chí Minh        Thành phố Hồ Chí Minh  8.000.000.000  Đô la Mỹ    [3]",
        "Địa phương nước ngoài có quan hệ, Quảng Ninh  Quảng Ninh                        53  Địa phương  [12] …",
    ]


def test_in_80_columns_words_and_numbers_stay_whole() -> None:
    assert drawn(HEADINGS, ROWS, 80, {2}).splitlines() == [
        "Số liệu                     Địa bàn                  Giá trị  Đơn vị      Nguồn",
        "─" * 80,
        "Vốn FDI thu hút, Thành phố  Thành phố Hồ Chí   8.000.000.000  Đô la Mỹ    [3]",
        "  Hồ Chí Minh                 Minh",
        "Địa phương nước ngoài có    Quảng Ninh                    53  Địa phương  [12] …",
        "  quan hệ, Quảng Ninh",
    ]


def test_what_cannot_be_a_table_is_told_row_by_row() -> None:
    assert drawn(HEADINGS, ROWS, 48, {2}).splitlines() == [
        "Vốn FDI thu hút, Thành phố Hồ Chí Minh",
        "    Địa bàn: Thành phố Hồ Chí Minh",
        "    Giá trị: 8.000.000.000 · Đơn vị: Đô la Mỹ",
        "    Nguồn: [3]",
        "Địa phương nước ngoài có quan hệ, Quảng Ninh",
        "    Địa bàn: Quảng Ninh · Giá trị: 53",
        "    Đơn vị: Địa phương · Nguồn: [12] …",
    ]


def test_without_a_width_nothing_is_broken() -> None:
    assert drawn(["a"], [["x " * 500 + "y"]]).splitlines()[-1] == "x " * 500 + "y"


def test_lines_within_a_cell_stand_below_each_other() -> None:
    assert drawn(["a", "b"], [["1", "x\ny"]]).splitlines()[2:] == ["1  x", "   y"]


def test_an_id_is_never_broken_but_an_address_may_be() -> None:
    ids = drawn(["Id", "Name"], [["observation/partner-localities--da-nang--la", "Foreign localities"]], 50)
    assert "observation/partner-localities--da-nang--la" in ids
    addresses = drawn(["Field", "Value"], [["Address", f"https://example.org/{'a' * 60}"]], 50)
    assert addresses.splitlines()[0] == "Field    Value"


def test_nothing_in_a_cell_steers_the_terminal() -> None:
    assert drawn(["a"], [["\x1b[31mred\x07\x7f\ttab"]]).splitlines()[2].split() == ["[31mred", "tab"]


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=4), st.integers(20, 120))
def test_no_line_is_wider_than_the_terminal(rows: list[list[str]], width: int) -> None:
    lines = drawn(["one", "two", "three"], rows, width).split("\n")
    assert max(map(cell_width, lines)) <= width


@given(WORDS, st.integers(5, 30))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    assert "".join("".join(wrapped(text, width, "  ")).split()) == "".join(text.split())


@pytest.mark.parametrize(("text", "width"), [("", 0), ("Huệ", 3), ("日本", 4), ("Hue\u0301", 3), ("Hu\u1ebf", 3)])
def test_how_wide_a_text_is(text: str, width: int) -> None:
    assert cell_width(text) == width
