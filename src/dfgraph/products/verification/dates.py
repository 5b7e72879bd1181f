"""Days, months and years in a Vietnamese text, each as far as the text states it.

`ngày 12/8` is a day without its year, `8/2016` a month, `2014-2016` two years. Of a range, both ends are stated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

_MONTHS: Final = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_POINT: Final = re.compile("([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_D = r"(?:[12][0-9]|3[01]|0?[1-9])"
_M = r"(?:1[0-2]|0?[1-9])"
_Y = r"(?:19|20)[0-9]{2}"
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_BEFORE = r"(?<![^\W_])(?<![0-9][./,])"
_AFTER = r"(?![^\W_]|[./,][0-9]|(?-i:[/-][A-ZĐ]{2}))"
_TO = r"(?:\s?[-–—]\s?|\s+(?:đến|tới)\s+)(?:ngày\s+)?"
_AND = rf"(?:{_TO}|\s*,\s*(?:ngày\s+)?|\s+và\s+(?:ngày\s+)?)"
_OF_YEAR = rf"(?:(?:\s?/\s?|,?\s+năm\s+)(?P<year>{_Y}))?"
_CUE: Final = re.compile(
    r"(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|từ|đến|tới|hết|mồng|mùng|vào|năm|giai đoạn|nhiệm kỳ|[(–-])\s*$", re.IGNORECASE
)
"""Words after which bare figures are a day or a year and nothing else."""

_LOOK_BACK: Final = 16


class Moment(NamedTuple):
    """A day, month or year that a text states, and where; None for what it does not state.

    `sure` is False where the same figures may be numbers as well: `5/10`, `2000`.
    """

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int
    sure: bool


class Statement(Enum):
    """How far a text states a value."""

    WHOLE = auto()
    WITHOUT_YEAR = auto()
    NOT = auto()


def moments_in(text: str) -> list[Moment]:
    """The times that `text` states, in order.

    >>> [m[:3] for m in moments_in("từ 22-26/8/2016; ngày 12/8; tháng 3 năm 2018; giai đoạn 2014-2016")]
    [(2016, 8, 22), (2016, 8, 26), (None, 8, 12), (2018, 3, None), (2014, None, None), (2016, None, None)]
    """
    found: list[Moment] = []
    left = text
    for pattern, read, bare in _PATTERNS:
        for match in pattern.finditer(left):
            before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
            sure = not bare or _CUE.search(before) is not None
            found += [Moment(*moment, *match.span(), sure) for moment in read(match)]
        left = pattern.sub(lambda match: "\0" * len(match[0]), left)
    return sorted(found, key=lambda moment: (moment.start, moment.year or 0, moment.month or 0, moment.day or 0))


def stated(time: str, moments: Sequence[Moment]) -> Statement:
    """How far `moments` state a time as the graph writes it: `2016-08-26`, `2016`, `2014/2016`, `2019/..`.

    A day or month may be stated without its year; a year by itself must be there.

    >>> stated("2018-08-12", moments_in("ngày 12/8")), stated("2018", moments_in("ngày 12/8"))
    (<Statement.WITHOUT_YEAR: 2>, <Statement.NOT: 3>)
    """
    points = [_point(point, moments) for point in time.split("/") if point != ".."]
    return max(points, key=lambda statement: statement.value, default=Statement.NOT)


def _point(point: str, moments: Sequence[Moment]) -> Statement:
    if not (match := _POINT.fullmatch(point)):
        return Statement.NOT
    year, month, day = (int(part or 0) for part in match.groups())
    fitting = [m for m in moments if (not month or m.month == month) and (not day or m.day == day)]
    if any(m.year == year for m in fitting):
        return Statement.WHOLE
    if month and any(m.year is None for m in fitting):
        return Statement.WHOLE if any(m.year == year for m in moments) else Statement.WITHOUT_YEAR
    return Statement.NOT


_Parts = Iterator[tuple[int | None, int | None, int | None]]


def _parts(match: re.Match[str]) -> _Parts:
    """Each day of each month that the groups of a pattern name, in the year that they name."""
    told = match.groupdict()
    year = int(told["year"]) if told.get("year") else None
    names = told.get("months") or ""
    months = [_MONTHS[names.lower()]] if names.lower() in _MONTHS else [int(n) for n in re.findall("[0-9]+", names)]
    days = [int(n) for n in re.findall("[0-9]+", told.get("days") or "")]
    for month in months or (None,):
        for day in days or (None,):
            yield year, month, day


def _two_days(match: re.Match[str]) -> _Parts:
    """`28/7-2/8/2018`: one year for both days."""
    year = int(match["year"]) if match["year"] else None
    day, month = match["first"].split("/")
    yield year, int(month), int(day)
    yield year, int(match["months"]), int(match["days"])


def _quarter(match: re.Match[str]) -> _Parts:
    last = 3 * {"I": 1, "II": 2, "III": 3, "IV": 4}.get(match["quarter"].upper(), 0) or 3 * int(match["quarter"])
    year = int(match["year"]) if match["year"] else None
    yield year, last - 2, None
    yield year, last, None


def _part_of_year(match: re.Match[str]) -> _Parts:
    """`6 tháng đầu năm 2019`: from its first month to its last."""
    year, count = int(match["year"]), int(match["count"])
    first = 1 if match["which"].lower() == "đầu" else 13 - count
    yield year, first, None
    yield year, first + count - 1, None


def _pattern(body: str) -> re.Pattern[str]:
    return re.compile(f"{_BEFORE}{body}{_AFTER}", re.IGNORECASE)


_PATTERNS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Parts], bool], ...]] = (
    (_pattern(rf"(?P<year>{_Y})-(?P<months>[01][0-9])-(?P<days>[0-3][0-9])"), _parts, False),
    (_pattern(rf"(?P<first>{_D}/{_M}){_TO}(?P<days>{_D})/(?P<months>{_M}){_OF_YEAR}"), _two_days, False),
    (
        _pattern(
            rf"(?:ngày|mồng|mùng)\s+(?P<days>{_D}(?:{_AND}{_D}){{0,9}})(?:\s?/\s?|\s+tháng\s+)(?P<months>{_M}|{_NAME}){_OF_YEAR}"
        ),
        _parts,
        False,
    ),
    (_pattern(rf"(?P<days>{_D}{_TO}{_D})/(?P<months>{_M}){_OF_YEAR}"), _parts, False),
    (_pattern(rf"(?P<days>{_D})(?P<dash>[/.-])(?P<months>{_M})(?P=dash)(?P<year>{_Y})"), _parts, False),
    (_pattern(rf"quý\s+(?P<quarter>IV|I{{1,3}}|[1-4]){_OF_YEAR}"), _quarter, False),
    (_pattern(rf"(?P<count>1[01]|[1-9])\s+tháng\s+(?P<which>đầu|cuối)\s+năm\s+(?P<year>{_Y})"), _part_of_year, False),
    (_pattern(rf"tháng\s+(?P<months>{_M}(?:{_TO}{_M})?|{_NAME}){_OF_YEAR}"), _parts, False),
    (_pattern(rf"(?P<months>{_M})/(?P<year>{_Y})"), _parts, False),
    (_pattern(rf"(?P<days>{_D})/(?P<months>{_M})"), _parts, True),
    (_pattern(rf"(?P<year>{_Y})"), _parts, True),
    (re.compile(rf"(?<=[0-9]/)(?P<year>{_Y})(?=/[A-ZĐ]{{2}})"), _parts, True),
)
"""From the fullest form to the barest: what one has read, the next does not see. The last is the year that the number
of a document names; the flag marks forms that may be numbers as well."""
