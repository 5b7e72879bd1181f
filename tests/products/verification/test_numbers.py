"""Numbers as Vietnamese texts write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.base.language import say_number
from dfgraph.products.verification.numbers import numbers_in


def values(text: str) -> list[Decimal]:
    return [reading.value for reading in numbers_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bảo hộ 10.281 công dân", ["10281"]),
        ("129 vụ/202 tàu/1.730 ngư dân", ["129", "202", "1730"]),
        ("28/63 địa phương", ["28", "63"]),
        ("hơn 1500 đoàn, khoảng 8200 lượt", ["1500", "8200"]),
        ("tăng 34,92% và 0,5%", ["34.92", "0.5"]),
        ("rộng 1.234,56 ha", ["1234.56"]),
        ("đạt 60,28 tỷ USD", ["60280000000"]),
        ("775 tỉ đồng; 300triệu", ["775000000000", "300000000"]),
        ("1,2 nghìn tỷ", ["1200000000000"]),
        ("8 tỷ 500 triệu đồng", ["8500000000"]),
        ("1 triệu 500 nghìn tỷ đồng", ["1500000000000000"]),
        ("8 tỷ 500 người", ["8000000000", "500"]),
        ("hai tỷ rưỡi, nửa triệu", ["2500000000", "500000"]),
        ("hàng chục tỷ đồng", ["10000000000"]),
        ("3-5 triệu USD, từ 2 đến 4 tỷ", ["3000000", "5000000", "2000000000", "4000000000"]),
        ("hai Công viên, chín đồng chí, ba lĩnh vực", ["2", "9", "3"]),
        ("hai mươi lăm, ba mươi mốt, một trăm linh năm", ["25", "31", "105"]),
        ("Đại hội XII, khóa XI, quý I", ["12", "11", "1"]),
        ("thứ nhất, thứ tư, lần thứ 18", ["1", "4", "18"]),
        ("giảm -5,5%", ["-5.5"]),
        ("giá 1,234,567 và 1,234.5", ["1234567", "1234.5"]),
    ],
)
def test_the_value_of_what_is_written(text: str, expected: list[str]) -> None:
    assert values(text) == [Decimal(value) for value in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sau năm ngày làm việc", ["5"]),
        ("năm nhóm nhiệm vụ", ["5"]),
        ("trong 10 năm qua", ["10"]),
        ("hai năm tới", ["2"]),
        ("mười năm", ["10"]),
        ("hai nghìn năm lịch sử", ["2000"]),
        ("những năm gần đây, hằng năm, năm nay, cả năm.", []),
        ("Năm APEC", []),
        ("một số địa phương, một cách", []),
        ("ký một thỏa thuận", ["1"]),
        ("đầu tư, tư vấn", []),
        ("tỷ lệ 5, đạt 5 tỷ lệ", ["5", "5"]),
    ],
)
def test_words_that_are_numbers_only_at_times(text: str, expected: list[str]) -> None:
    assert values(text) == [Decimal(value) for value in expected]


@pytest.mark.parametrize(
    "text", ["22-NQ/TW", "24/2014/NĐ-CP", "quốc lộ 1A", "lúc 20h30", "G20", "1.2.3", "m2", "không có"]
)
def test_what_is_no_number(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("60,28 tỷ USD", ["60.28", "60280000", "6028", "60.28E12"]),
        ("10.281 người", ["10.281", "281", "10", "102810"]),
        ("1,5 triệu", ["1.5", "15", "5", "1500"]),
        ("tám nghìn", ["8", "8000000"]),
        ("hơn 3,5 tỷ", ["3.5", "3", "5", "35E9"]),
    ],
)
def test_a_number_is_read_with_its_scale_or_not_at_all(text: str, wrong: list[str]) -> None:
    assert not {Decimal(value) for value in wrong} & set(values(text))


def test_what_is_a_day_is_left_out() -> None:
    assert [r.value for r in numbers_in("ngày 12/8, có 12 đoàn", [(0, 9)])] == [12]


SCALES = {"": 0, " nghìn": 3, " ngàn": 3, " triệu": 6, " tỷ": 9, " tỉ": 9, " nghìn tỷ": 12}
SENTENCES = ["{}", "đạt {} USD", "(bằng {})", "hơn {}.", "so với {}, {} là nhiều"]
amounts = st.decimals(min_value=0, max_value=10**12, allow_nan=False, allow_infinity=False, places=3)


@given(amounts, st.sampled_from(sorted(SCALES)), st.sampled_from(SENTENCES))
def test_any_value_in_vietnamese_style_is_read_back(amount: Decimal, scale: str, sentence: str) -> None:
    number = amount.normalize()
    written = say_number(format(number, "f")).vi + scale
    assert values(sentence.format(written, written)) == [number.scaleb(SCALES[scale])] * sentence.count("{}")


@given(amounts)
def test_any_percentage_is_read_back(amount: Decimal) -> None:
    assert values(f"tăng {say_number(format(amount.normalize(), 'f')).vi}% so với kỳ trước") == [amount]


UNITS = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def below_thousand(number: int, *, whole: bool) -> str:
    """A number below a thousand in words; `whole` says that nothing stands before it."""
    hundreds, tens, units = number // 100, number // 10 % 10, number % 10
    words = [] if whole and not hundreds else [UNITS[hundreds] or "không", "trăm"]
    if tens == 0 and units:
        words += ["linh"] if words else []
    elif tens:
        words += ["mười"] if tens == 1 else [UNITS[tens], "mươi"]
    last = {(True, 1): "mốt", (True, 5): "lăm"}.get((tens > 1, units), UNITS[units])
    words += ["lăm"] if tens == 1 and units == 5 else [last] if units else []
    return " ".join(words)


def in_words(number: int) -> str:
    parts: list[str] = []
    for scale, word in ((10**9, " tỷ"), (10**6, " triệu"), (10**3, " nghìn"), (1, "")):
        group, number = divmod(number, scale)
        if group:
            parts.append(below_thousand(group, whole=not parts) + word)
    return " ".join(parts)


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_any_number_in_words_is_read_back(number: int) -> None:
    assert values(f"có {in_words(number)} người") == [number]


@given(st.text())
def test_no_text_stops_the_reader(text: str) -> None:
    for reading in numbers_in(text):
        assert 0 <= reading.start < reading.end <= len(text)
