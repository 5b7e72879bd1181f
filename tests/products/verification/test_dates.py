"""Times as Vietnamese texts write them, and how far they state what the graph says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.products.verification.dates import Statement, moments_in, stated

Parts = tuple[int | None, int | None, int | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngày 12/8", [(None, 8, 12)]),
        ("Sáng 18/12, khai mạc", [(None, 12, 18)]),
        ("(8/2016)", [(2016, 8, None)]),
        ("ngày 21/01/2015 của", [(2015, 1, 21)]),
        ("30.4.1975, 2-9-1945, 2018-08-12", [(1975, 4, 30), (1945, 9, 2), (2018, 8, 12)]),
        ("từ 22-26/8/2016", [(2016, 8, 22), (2016, 8, 26)]),
        ("từ ngày 22 đến ngày 26/8/2016", [(2016, 8, 22), (2016, 8, 26)]),
        ("28/7-2/8/2018", [(2018, 7, 28), (2018, 8, 2)]),
        ("ngày 1, 2 và 3 tháng 9 năm 1945", [(1945, 9, 1), (1945, 9, 2), (1945, 9, 3)]),
        ("tháng Tám, tháng 3/2018", [(None, 8, None), (2018, 3, None)]),
        ("GMS 6 - 3/2018", [(2018, 3, None)]),
        ("giai đoạn 2014-2016", [(2014, None, None), (2016, None, None)]),
        ("năm 2019; 2016 - 2020", [(2019, None, None), (2016, None, None), (2020, None, None)]),
        ("quý IV/2019", [(2019, 10, None), (2019, 12, None)]),
        ("6 tháng đầu năm 2019", [(2019, 1, None), (2019, 6, None)]),
        ("Nghị định số 24/2014/NĐ-CP", [(2014, None, None)]),
        ("28/63 địa phương, 1.990 người, 60,2019", []),
        ("1990 người", [(1990, None, None)]),
    ],
)
def test_the_times_that_a_text_states(text: str, expected: list[Parts]) -> None:
    assert [moment[:3] for moment in moments_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "sure"),
    [("ngày 5/10", True), ("5/10 tỉnh", False), ("năm 2000", True), ("2000 người", False), ("2014-2016", True)],
)
def test_figures_that_may_be_numbers_as_well(text: str, sure: bool) -> None:
    assert moments_in(text)[-1].sure is sure


@pytest.mark.parametrize(
    ("time", "text", "expected"),
    [
        ("2016-08-26", "Chiều 26/8, sau năm ngày (từ 22-26/8/2016)", Statement.WHOLE),
        ("2018-08-12", "ngày 12/8", Statement.WITHOUT_YEAR),
        ("2018-08-12", "ngày 12/8, năm 2018", Statement.WHOLE),
        ("2018-08-12", "ngày 12/8/2017", Statement.NOT),
        ("2018-08-12", "ngày 13/8", Statement.NOT),
        ("2018-08-12", "tháng 8/2018", Statement.NOT),
        ("2018-08", "ngày 12/8/2018", Statement.WHOLE),
        ("2018-08", "tháng 8", Statement.WITHOUT_YEAR),
        ("2018", "ngày 12/8", Statement.NOT),
        ("2014/2016", "giai đoạn 2014-2016", Statement.WHOLE),
        ("2014/2017", "giai đoạn 2014-2016", Statement.NOT),
        ("2015", "giai đoạn 2014-2016", Statement.NOT),
        ("2019/..", "từ năm 2019", Statement.WHOLE),
        ("../2020", "đến năm 2020", Statement.WHOLE),
        ("2016-08-22/2016-08-26", "22-26/8", Statement.WITHOUT_YEAR),
        ("2019", "không nêu năm", Statement.NOT),
        ("hè", "mùa hè năm 2019", Statement.NOT),
    ],
)
def test_how_far_a_time_is_stated(time: str, text: str, expected: Statement) -> None:
    assert stated(time, moments_in(text)) is expected


FORMS = ["ngày {d}/{m}/{y}", "{d:02}/{m:02}/{y}", "ngày {d} tháng {m} năm {y}", "{d}-{m}-{y}", "({d}.{m}.{y})"]
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@given(days, st.sampled_from(FORMS), st.integers(min_value=1, max_value=400))
def test_any_day_is_read_back_and_no_other_day(day: date, form: str, later: int) -> None:
    moments = moments_in(form.format(d=day.day, m=day.month, y=day.year))
    assert stated(day.isoformat(), moments) is Statement.WHOLE
    assert stated(f"{day:%Y-%m}", moments) is Statement.WHOLE
    assert stated((day + timedelta(days=later)).isoformat(), moments) is Statement.NOT


@given(st.text())
def test_no_text_stops_the_reader(text: str) -> None:
    for moment in moments_in(text):
        assert 0 <= moment.start < moment.end <= len(text)
