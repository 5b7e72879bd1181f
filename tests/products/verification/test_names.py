"""Names in a text, in any spelling."""

from __future__ import annotations

import unicodedata

import pytest

from dfgraph.base.text import fold, nfc
from dfgraph.products.verification.names import contains, mentions


def named(text: str, *names: str) -> bool:
    return mentions(nfc(text), fold(text), names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("thành phố Đà Nẵng đã ký", "Đà Nẵng"),
        ("THÀNH PHỐ ĐÀ NẴNG", "Đà Nẵng"),
        ("Da Nang", "Đà Nẵng"),
        ("TP.Đà Nẵng", "thành phố Đà Nẵng"),
        ("tại TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("TP.HCM, Bắc Ninh", "TP.HCM"),
        ("tỉnh Val-de-Marne (Cộng hòa Pháp)", "Val-de-Marne"),
        ("Công viên Hoà Bình", "Hòa Bình"),
        ("tất cả Cơ quan đại diện", "Các cơ quan đại diện"),
        ("Việt-Pháp", "Pháp"),
        ("LÀO", "Lào"),
        ("Hanoi", "Hanoi city"),
    ],
)
def test_a_name_is_found_in_any_spelling(text: str, name: str) -> None:
    assert named(text, name)
    assert named(unicodedata.normalize("NFD", text), unicodedata.normalize("NFD", name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("giải pháp, pháp lý", "Pháp"),
        ("người lao động", "Lào"),
        ("thẩm mỹ", "Mỹ"),
        ("Đà Nẵng", "Quảng Nam"),
        ("Bắc Ninh Bình", "Ninh Bình Thuận"),
        ("tỉnh, thành phố", "Tỉnh Huế"),
    ],
)
def test_another_word_is_no_name(text: str, name: str) -> None:
    assert not named(text, name)


def test_one_of_several_names_is_enough() -> None:
    assert named("Xay Nhạ Buly", "Xayaburi", "Xay Nhạ Buly")
    assert not named("Xay Nhạ Buly")
    assert not named("Xay Nhạ Buly", "", "…")


@pytest.mark.parametrize("text", ["số 22-NQ/TW", "22/NQ-TW", "22 - nq/tw."])
def test_a_document_number_in_other_spellings(text: str) -> None:
    assert contains(fold(text), "22-NQ/TW")


@pytest.mark.parametrize("text", ["222-NQ/TW", "22-NQ/TWW", "22 NQ", ""])
def test_another_document_number(text: str) -> None:
    assert not contains(fold(text), "22-NQ/TW")
    assert not contains(fold(text), "")
