from datetime import date

import pyoxigraph as ox
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dfgraph.base.names import XSD
from dfgraph.base.times import TimeError, parse_time
from telling import spoken

DAYS = st.dates(min_value=date(1, 1, 1))
POINTS = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))
INTERVALS = st.tuples(POINTS, POINTS).map(sorted).map("/".join)
OPEN = POINTS.flatmap(lambda point: st.sampled_from([f"{point}/..", f"../{point}"]))


@pytest.mark.parametrize(
    ("text", "datatype", "earliest", "latest", "slug"),
    [
        ("2019", "gYear", date(2019, 1, 1), date(2019, 12, 31), "2019"),
        ("2019-06", "gYearMonth", date(2019, 6, 1), date(2019, 6, 30), "2019-06"),
        ("2020-02", "gYearMonth", date(2020, 2, 1), date(2020, 2, 29), "2020-02"),
        ("2019-06-18", "date", date(2019, 6, 18), date(2019, 6, 18), "2019-06-18"),
        ("2016/2020", "", date(2016, 1, 1), date(2020, 12, 31), "2016--2020"),
        ("2016-05/2020-02", "", date(2016, 5, 1), date(2020, 2, 29), "2016-05--2020-02"),
        ("2019/2019", "", date(2019, 1, 1), date(2019, 12, 31), "2019--2019"),
        ("2019/..", "", date(2019, 1, 1), None, "2019--open"),
        ("../2025-06-30", "", None, date(2025, 6, 30), "open--2025-06-30"),
    ],
)
def test_a_time_keeps_the_precision_it_was_written_with(
    text: str, datatype: str, earliest: date | None, latest: date | None, slug: str
) -> None:
    span = parse_time(text)
    assert span == (text, datatype, earliest, latest)
    assert span.slug == slug


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2019-02-30", "2019-02 has no day 30"),
        ("2019-02-29", "2019-02 has no day 29"),
        ("2019-06-00", "2019-06 has no day 00"),
        ("2019-13", "there is no month 13"),
        ("2019-00-01", "there is no month 00"),
        ("0000", "there is no year 0000"),
        ("2020/2016", "2020/2016 ends before it starts"),
        ("2019-06-18/2019-05", "2019-06-18/2019-05 ends before it starts"),
        ("2016/2019-02-30", "2019-02 has no day 30"),
        ("18/6/2019", "“18/6/2019” is no time; did you mean 2019-06-18?"),
        ("18.06.2019", "“18.06.2019” is no time; did you mean 2019-06-18?"),
        ("6/2019", "“6/2019” is no time; did you mean 2019-06?"),
        *(
            (text, f"“{text}” is no time; write 2019, 2019-06, 2019-06-18, 2016/2020 or 2019/..")
            for text in ("", "..", "/", "../..", "2019/", "/2019", "2019/2020/2021", "19", "20190618", " 2019", "nay")
        ),
    ],
)
def test_what_is_no_time_says_why(text: str, why: str) -> None:
    with pytest.raises(TimeError) as caught:
        parse_time(text)
    assert str(caught.value) == spoken(caught.value.text).en == why


@given(POINTS | INTERVALS | OPEN)
def test_no_time_ends_before_it_starts(text: str) -> None:
    span = parse_time(text)
    assert (span.earliest or date.min) <= (span.latest or date.max)
    assert span.text == text


@given(INTERVALS)
def test_an_interval_turned_round_is_refused(text: str) -> None:
    start, end = text.split("/")
    assume(start[:4] < end[:4])
    with pytest.raises(TimeError, match="ends before it starts"):
        parse_time(f"{end}/{start}")


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_is_a_day_of_the_calendar_or_an_error(year: int, month: int, day: int) -> None:
    text = f"{year:04}-{month:02}-{day:02}"
    try:
        expected = date(year, month, day)
    except ValueError:
        with pytest.raises(TimeError) as caught:
            parse_time(text)
        spoken(caught.value.text)
    else:
        assert parse_time(text) == (text, "date", expected, expected)


@given(st.text() | st.from_regex(r"[\d./-]{4,12}", fullmatch=True))
def test_any_text_is_a_time_of_xml_schema_or_an_error(text: str) -> None:
    """Digits of other scripts look like digits to a regular expression, and are none to RDF."""
    try:
        span = parse_time(text)
    except TimeError as error:
        spoken(error.text)
    else:
        assert text.isascii()
        assert not span.datatype or ox.Literal(text, datatype=ox.NamedNode(XSD + span.datatype)).value == text


@given(st.integers(1, 99), st.integers(1, 99), st.integers(1900, 2100))
def test_what_is_suggested_is_a_time_itself(day: int, month: int, year: int) -> None:
    """`30/2/2019` is not answered with the suggestion to write `2019-02-30`."""
    with pytest.raises(TimeError) as caught:
        parse_time(f"{day}/{month}/{year}")
    message, mean, meant = caught.value.text.en.partition("did you mean ")
    assert message
    if mean:
        assert parse_time(meant.rstrip("?"))
