"""Vietnamese and other names: one normal form, one key to compare by, one slug."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

_D = str.maketrans("đĐ", "dD")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def nfc(text: str) -> str:
    """`text` in Unicode normal form C, the form in which everything is stored."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The key under which two spellings of a name are equal.

    Lower case, no tone or vowel marks, `đ` as `d`; punctuation and runs of white space become one space. Not
    reversible; use it to compare, never to show.

    >>> fold("Đà  Nẵng") == fold("da nang") == fold(unicodedata.normalize("NFD", "ĐÀ NẴNG"))
    True
    >>> fold("Bà Rịa - Vũng Tàu")
    'ba ria vung tau'
    """
    plain = text
    if not text.isascii():
        decomposed = unicodedata.normalize("NFD", text.translate(_D))
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", plain.casefold()).split())


def slug(text: str) -> str:
    """`text` as a part of an id: lower-case ASCII letters, digits and single hyphens.

    >>> slug("Thành phố Hồ Chí Minh")
    'thanh-pho-ho-chi-minh'
    """
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


def nearest(text: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Up to `count` of the `known` spellings that `text` may have meant, the likeliest first.

    >>> nearest("partership", ["partnership", "programme"])
    ['partnership']
    """
    by_fold: dict[str, str] = {}
    for name in known:
        by_fold.setdefault(fold(name), name)
    return [by_fold[key] for key in difflib.get_close_matches(fold(text), by_fold, n=count, cutoff=0.6)]
