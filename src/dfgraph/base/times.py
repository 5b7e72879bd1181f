"""Points and spans of time at the precision that is known: `2019`, `2019-06`, `2019-06-18`, `2016/2020`, `2019/..`.

The notation is that of EDTF (ISO 8601-2) level 0, with `..` for an end that is open. A time is never filled up: the
year 2019 stays a year, and has the earliest and the latest day it may mean.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from dfgraph.base.language import Text

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_VIETNAMESE = re.compile(r"(?:([0-9]{1,2})[/.-])?([0-9]{1,2})[/.-]([0-9]{4})")
_DATATYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


class TimeSpan(NamedTuple):
    """A time as written, with the first and the last day it can mean; None is an open end.

    `datatype` is the local name of its XML Schema type, empty for an interval.
    """

    text: str
    datatype: str
    earliest: date | None
    latest: date | None

    @property
    def slug(self) -> str:
        """The end of its id: `2016--2020`, `2019--open`.

        >>> parse_time("2019/..").slug
        '2019--open'
        """
        return self.text.replace("..", "open").replace("/", "--")


class TimeError(ValueError):
    """A text is no time. `text` says why, in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def parse_time(text: str) -> TimeSpan:
    """The time that `text` writes.

    >>> parse_time("2009-10").latest
    datetime.date(2009, 10, 31)
    >>> parse_time("2016/2020")[2:]
    (datetime.date(2016, 1, 1), datetime.date(2020, 12, 31))
    >>> parse_time("2019-02-30")
    Traceback (most recent call last):
    ...
    dfgraph.base.times.TimeError: 2019-02 has no day 30
    """
    start, slash, end = text.partition("/")
    if not slash:
        return TimeSpan(text, _DATATYPES.get(len(text), ""), *_days(text, text))
    if start == end == "..":
        raise _no_time(text)
    earliest = None if start == ".." else _days(start, text)[0]
    latest = None if end == ".." else _days(end, text)[1]
    if earliest and latest and earliest > latest:
        raise TimeError(
            Text("khoảng {text} kết thúc trước khi bắt đầu", "{text} ends before it starts").fill(text=text)
        )
    return TimeSpan(text, "", earliest, latest)


def span_of(slug: str) -> TimeSpan:
    """The time that has this slug.

    >>> span_of("2019-06--open").text
    '2019-06/..'
    """
    return parse_time(slug.replace("--", "/").replace("open", ".."))


def _days(point: str, whole: str) -> tuple[date, date]:
    if len(point) == 10 and point[4] == point[7] == "-" and point.isascii():
        with suppress(ValueError):
            return (date.fromisoformat(point),) * 2  # the usual case, told quickly
    match = _POINT.fullmatch(point)
    if match is None:
        raise _no_time(whole)
    year, month, day = (int(n) if n else 0 for n in match.groups())
    if year == 0:
        raise TimeError(Text("không có năm 0000", "there is no year 0000"))
    if match[2] and not 1 <= month <= 12:
        raise TimeError(Text("không có tháng {m}", "there is no month {m}").fill(m=match[2]))
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    last = monthrange(year, month)[1]
    if match[3] and not 1 <= day <= last:
        text = Text("tháng {m} năm {y} không có ngày {d}", "{y}-{m} has no day {d}")
        raise TimeError(text.fill(y=match[1], m=match[2], d=match[3]))
    return (date(year, month, day),) * 2 if day else (date(year, month, 1), date(year, month, last))


def _no_time(text: str) -> TimeError:
    match = _VIETNAMESE.fullmatch(text)
    if match:
        day, month, year = match.groups()
        meant = "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])])
        try:
            _days(meant, meant)
        except TimeError as error:
            return error
        message = Text("«{text}» không phải thời gian; có phải {meant}?", "“{text}” is no time; did you mean {meant}?")
        return TimeError(message.fill(text=text, meant=meant))
    message = Text(
        "«{text}» không phải thời gian; hãy viết 2019, 2019-06, 2019-06-18, 2016/2020 hoặc 2019/..",
        "“{text}” is no time; write 2019, 2019-06, 2019-06-18, 2016/2020 or 2019/..",
    )
    return TimeError(message.fill(text=text))
