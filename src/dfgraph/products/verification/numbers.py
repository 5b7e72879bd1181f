"""Numbers in a Vietnamese text, each with its exact value.

A point groups thousands and a comma starts the fraction: `10.281` is ten thousand, `60,28 tỷ` sixty thousand million.
Words count too, and Roman numerals: `hai`, `lần thứ XII`. Figures within a day, a year or the number of a document
are no numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from dfgraph.products.verification.numerals import SCALES, Token, read_numeral

_GROUPS = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?"
_ENGLISH = r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|,[0-9]{3}\.[0-9]+)"
_FIGURES = rf"(?<![^\W_])(?<![0-9][.,])(?:{_GROUPS}|{_ENGLISH}|[0-9]+[.,][0-9]+|[0-9]+)(?![.,]?[0-9])"
_TOKEN: Final = re.compile(rf"(?P<figures>{_FIGURES})|(?P<word>[^\W\d_]+)")
_ATTACHED: Final = re.compile(r"(?:tỷ|tỉ|triệu|nghìn|ngàn|đ|đồng|usd|vnđ|vnd|eur|km|m|ha|kg|mw|người)(?![^\W_])", re.I)
"""What may stand right behind figures: `8tỷ`, `100USD`; `1A` and `20h30` are no numbers."""

_ROMAN: Final = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_BEFORE_ROMAN: Final = {"thứ", "khóa", "khoá", "lần", "quý", "hạng", "hội"}
_DOCUMENT: Final = re.compile(r"\d+(?:/\d{4})?[-/][A-ZĐ]{2,}\d*(?:[-/][A-ZĐ]+\d*)*")
_NOT_A_SCALE: Final = re.compile(r"(?:tỷ|tỉ)\s+(?:lệ|trọng|phú|giá|suất)\b|triệu\s+tập\b", re.I)
_BEFORE_YEAR: Final = {
    "những", "các", "hằng", "hàng", "mỗi", "từng", "nhiều", "cả", "mấy", "vài", "số", "trong", "nửa",
}  # fmt: skip
_AFTER_YEAR: Final = {
    "qua", "nay", "trước", "sau", "tới", "gần", "vừa", "rồi", "này", "ngoái", "nào", "học", "tài", "cuối", "đầu",
    "liền", "liên", "kể",
}  # fmt: skip
"""Words beside which `năm` is a year and not five."""

_AFTER_ARTICLE: Final = {"số", "cách", "vài", "ít", "chút", "phần", "bước", "mặt", "khi", "loạt", "nữa"}
"""Words before which `một` is no number: `một số` are some."""

_AFTER_ORDINAL: Final = {"nhất": Decimal(1), "tư": Decimal(4)}
_LONGEST: Final = 40
"""Words in a number at most: 777.777.777.777 has thirty."""


class Reading(NamedTuple):
    """A number that a text states, and where: from the character `start` up to `end`."""

    value: Decimal
    start: int
    end: int


class _Piece(NamedTuple):
    said: Token
    written: str
    start: int
    end: int


def numbers_in(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Reading]:
    """The numbers that `text` states, in order; what lies within the spans `taken` (days, years) is left out.

    >>> [str(r.value) for r in numbers_in("bảo hộ 10.281 người; 129 vụ/202 tàu; tăng 34,92%; hai lớp; số 22-NQ/TW")]
    ['10281', '129', '202', '34.92', '2']
    >>> [int(r.value) for r in numbers_in("đạt 60,28 tỷ USD, gần 300 triệu USD")]
    [60280000000, 300000000]
    """
    left = list(text)
    for start, end in (*taken, *(m.span() for m in _DOCUMENT.finditer(text))):
        left[start:end] = "\0" * (end - start)
    return list(_readings(text, list(_pieces("".join(left)))))


def _pieces(text: str) -> Iterator[_Piece]:
    for match in _TOKEN.finditer(text):
        written = match[0]
        if match["word"]:
            yield _Piece("" if _NOT_A_SCALE.match(text, match.start()) else written.lower(), written, *match.span())
        elif not _runs_into_a_word(text, match.end()):
            yield _Piece(_value(written), written, *match.span())


def _runs_into_a_word(text: str, end: int) -> bool:
    """Whether a letter follows figures, as in `1A`."""
    return text[end : end + 1].isalpha() and not _ATTACHED.match(text, end)


def _value(figures: str) -> Decimal:
    """What figures say, written as Vietnamese texts write them."""
    if re.fullmatch(_ENGLISH, figures):
        return Decimal(figures.replace(",", ""))
    if re.fullmatch(_GROUPS, figures):
        figures = figures.replace(".", "")
    return Decimal(figures.replace(",", "."))


def _readings(text: str, pieces: list[_Piece]) -> Iterator[Reading]:
    position = read = 0
    while position < len(pieces):
        piece = pieces[position]
        found = read_numeral(_run(text, pieces, position), 0)
        counted = bool(position) and read == position
        if found is None or (found[1] == 1 and not _is_number(text, pieces, position, counted=counted)):
            found = _ordinal(pieces, position)
        if found is not None:
            value, length = found
            last = pieces[position + length - 1]
            if length == 1 and isinstance(piece.said, Decimal):
                value *= _shared_scale(text, pieces, position)
            yield Reading(_signed(text, piece, value), piece.start, last.end)
            position = read = position + length
        else:
            position += 1


def _run(text: str, pieces: list[_Piece], start: int) -> list[Token]:
    """The tokens from `start` on that only white space divides."""
    run = [pieces[start].said]
    for before, piece in pairwise(pieces[start : start + _LONGEST]):
        between = text[before.end : piece.start]
        if between.strip() or (not between and piece.said not in SCALES):
            break
        run.append(piece.said)
    return run


def _shared_scale(text: str, pieces: list[_Piece], position: int) -> Decimal:
    """The scale that the first number of a range has from the second: `3-5 triệu` is three million to five."""
    last = position + 1 + (position + 1 < len(pieces) and pieces[position + 1].said in ("đến", "tới"))
    if last >= len(pieces):
        return Decimal(1)
    between = text[pieces[position].end : pieces[last].start].strip()
    figures, found = pieces[last].said, read_numeral(_run(text, pieces, last), 0)
    if between not in ("-", "–", "—", "đến", "tới") or not isinstance(figures, Decimal) or not figures or not found:
        return Decimal(1)
    return found[0] / figures


def _is_number(text: str, pieces: list[_Piece], position: int, *, counted: bool) -> bool:
    """Whether a word that is a number by itself is one here: `năm` is mostly a year, `một` often an article.

    `counted` says that a number stands right before: `mười năm` are ten years.
    """
    piece = pieces[position]
    before = pieces[position - 1].said if position else ""
    after = pieces[position + 1] if position + 1 < len(pieces) else None
    if piece.said == "một":
        return after is None or after.said not in _AFTER_ARTICLE
    if piece.said != "năm":
        return True
    if counted or before in _BEFORE_YEAR or after is None or text[piece.end : after.start].strip():
        return False
    return not (after.said in _AFTER_YEAR or after.written.isupper() or isinstance(after.said, Decimal))


def _ordinal(pieces: list[_Piece], position: int) -> tuple[Decimal, int] | None:
    """`XII`, `thứ nhất`: numbers that only show as such by their form or by the word before them."""
    piece = pieces[position]
    before = pieces[position - 1].said if position else ""
    if before == "thứ" and piece.said in _AFTER_ORDINAL:
        return _AFTER_ORDINAL[str(piece.said)], 1
    if _ROMAN.fullmatch(piece.written) and (len(piece.written) > 1 or before in _BEFORE_ROMAN):
        return Decimal(_roman(piece.written)), 1
    return None


def _roman(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    return sum(-value if value < after else value for value, after in pairwise([*values, 0]))


def _signed(text: str, piece: _Piece, value: Decimal) -> Decimal:
    """`-5%` is below nought; a dash after figures, or at the start of a line, is no sign."""
    sign = re.search(r"(\S)\s*(?<=[\s(])[-−]$", text[max(0, piece.start - 4) : piece.start])
    return -value if sign and not sign[1].isdigit() and not isinstance(piece.said, str) else value
