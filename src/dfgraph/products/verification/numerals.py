"""Vietnamese numerals: the value of words and figures such as `hai mươi lăm`, `8 tỷ 500 triệu`, `ba triệu rưỡi`.

A run is read as a whole or not at all, never in parts: `60,28 tỷ` is sixty thousand million and never sixty.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

_UNITS: Final = {
    "một": Decimal(1), "hai": Decimal(2), "ba": Decimal(3), "bốn": Decimal(4), "năm": Decimal(5), "sáu": Decimal(6),
    "bảy": Decimal(7), "bẩy": Decimal(7), "tám": Decimal(8), "chín": Decimal(9),
}  # fmt: skip
_AFTER_TENS: Final = {**_UNITS, "mốt": Decimal(1), "tư": Decimal(4), "lăm": Decimal(5), "nhăm": Decimal(5)}
SCALES: Final = {
    "nghìn": Decimal(10**3), "ngàn": Decimal(10**3), "vạn": Decimal(10**4), "triệu": Decimal(10**6),
    "tỷ": Decimal(10**9), "tỉ": Decimal(10**9),
}  # fmt: skip
_SMALL: Final = {"chục": Decimal(10), "trăm": Decimal(100)}
_MILLIARD: Final = SCALES["tỷ"]

Token = str | Decimal
"""A word in lower case, or figures that were read already."""


def read_numeral(tokens: Sequence[Token], start: int) -> tuple[Decimal, int] | None:
    """The number whose first token is at `start`, and the position after its last; None where there is none.

    >>> read_numeral("một nghìn bảy trăm ba mươi ngư dân".split(), 0)
    (Decimal('1730'), 6)
    >>> read_numeral([Decimal("60.28"), "tỷ", "usd"], 0)
    (Decimal('60280000000.00'), 2)
    >>> read_numeral("hàng chục tỷ đồng".split(), 0)
    (Decimal('10000000000'), 3)
    """
    if _word(tokens, start) in ("hàng", "nửa"):
        scale, end = _scales(tokens, start + 1)
        if end == start + 1:
            return None
        return (scale if _word(tokens, start) == "hàng" else scale / 2), end
    return _sum(tokens, start)


def _sum(tokens: Sequence[Token], start: int) -> tuple[Decimal, int] | None:
    """Groups with falling scales: `8 tỷ` + `500 triệu`, `hai nghìn` + `mười sáu`, (`1 triệu` + `500 nghìn`) `tỷ`."""
    total, position, smallest = Decimal(0), start, Decimal("Infinity")
    while (group := _group(tokens, position, first=position == start)) is not None:
        value, after = group
        scale, end = _scales(tokens, after)
        if position > start and scale == 1 and isinstance(tokens[position], Decimal):
            break  # `8 tỷ 500` may be two numbers
        if smallest > scale:
            total += value * scale
        elif scale >= _MILLIARD > smallest > scale / _MILLIARD:
            total, scale = (total + value * scale / _MILLIARD) * _MILLIARD, _MILLIARD
        else:
            break
        position, smallest = end, scale
        if _word(tokens, position) == "rưỡi" and scale > 1:
            return total + scale / 2, position + 1
        if scale == 1:
            break
    return (total, position) if position > start else None


def _scales(tokens: Sequence[Token], start: int) -> tuple[Decimal, int]:
    """The product of the scale words at `start`: `nghìn tỷ` is 10¹²; 1 where there is none."""
    product, position = Decimal(1), start
    while (scale := SCALES.get(_word(tokens, position)) or _SMALL.get(_word(tokens, position))) is not None:
        if _word(tokens, position) in _SMALL and position > start:
            break
        product, position = product * scale, position + 1
    return product, position


def _word(tokens: Sequence[Token], position: int) -> str:
    """The word at a position; nothing where figures stand there, or beyond the end."""
    token = tokens[position] if position < len(tokens) else ""
    return token if isinstance(token, str) else ""


def _group(tokens: Sequence[Token], start: int, *, first: bool) -> tuple[Decimal, int] | None:
    """A number below a thousand in words, or a number in figures."""
    if start < len(tokens) and isinstance(figures := tokens[start], Decimal):
        return figures, start + 1
    word, after = _word(tokens, start), _word(tokens, start + 1)
    if word == "mười":
        return _with_unit(tokens, start + 1, Decimal(10))
    unit = Decimal(0) if word == "không" and after == "trăm" else _UNITS.get(word)
    if unit is None:
        return None
    if after == "trăm":
        return _with_tens(tokens, start + 2, unit * 100)
    if after == "mươi":
        return _with_unit(tokens, start + 2, unit * 10)
    if not first and after not in SCALES:
        return None  # `hai nghìn năm` are two thousand years
    return unit, start + 1


def _with_tens(tokens: Sequence[Token], start: int, hundreds: Decimal) -> tuple[Decimal, int]:
    word, after = _word(tokens, start), _word(tokens, start + 1)
    if word in ("linh", "lẻ") and after in _AFTER_TENS:
        return hundreds + _AFTER_TENS[after], start + 2
    if word == "mười":
        return _with_unit(tokens, start + 1, hundreds + 10)
    if word in _UNITS and after == "mươi":
        return _with_unit(tokens, start + 2, hundreds + _UNITS[word] * 10)
    return hundreds, start


def _with_unit(tokens: Sequence[Token], start: int, tens: Decimal) -> tuple[Decimal, int]:
    """Adds the unit after a ten; `năm` is no unit there: `mười năm` are ten years, fifteen is `mười lăm`."""
    word = _word(tokens, start)
    if word in _AFTER_TENS and word != "năm":
        return tens + _AFTER_TENS[word], start + 1
    return tens, start
