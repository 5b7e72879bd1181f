"""What a cell of a spreadsheet says, as text: at the precision that it shows, and never rounded."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Final

_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DAY: Final = len("2019-06-18")


def plain_number(number: float | int) -> str:
    """A number without exponent, and without a fraction where it has none.

    >>> plain_number(2019.0), plain_number(60.28), plain_number(1e21)
    ('2019', '60.28', '1000000000000000000000')
    """
    if isinstance(number, int):
        return str(number)
    return plain_decimal(Decimal(repr(number)))


def plain_decimal(number: Decimal) -> str:
    """An exact number without exponent or padding.

    >>> plain_decimal(Decimal("3.2") * 1000000)
    '3200000'
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown_parts(number_format: str) -> str:
    """A number format without what it merely prints: colours, quoted words, fillers; in lower case."""
    return _QUOTED.sub("", number_format).split(";")[0].lower()


def is_percentage(number_format: str) -> bool:
    """Whether the format shows the number times one hundred.

    >>> is_percentage("0.0%"), is_percentage('0.0" %"')
    (True, False)
    """
    return "%" in shown_parts(number_format)


def day_text(value: datetime | date, number_format: str) -> str:
    """A day as text, at the precision that its cell shows.

    Spreadsheets turn `6/2019` into the first of June and show `Jun-19`: the day is theirs, not the person's.

    >>> day_text(date(2019, 6, 1), "mmm-yy"), day_text(date(2019, 6, 18), "dd/mm/yyyy")
    ('2019-06', '2019-06-18')
    """
    if isinstance(value, datetime) and value.time() != value.time().min:
        return value.isoformat(sep=" ")
    shown = shown_parts(number_format)
    length = _DAY if "d" in shown or "y" not in shown else 7 if "m" in shown else 4
    return f"{value:%Y-%m-%d}".zfill(_DAY)[:length]
