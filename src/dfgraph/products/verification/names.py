"""Whether a text names a thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dfgraph.base.text import fold, nfc

_GENERIC: Final = {
    "tỉnh", "thành phố", "tp", "thủ đô", "vùng", "bang", "quận", "huyện", "thị xã", "xã", "phường", "đặc khu", "nước",
    "các", "những", "city", "province", "prefecture",
}  # fmt: skip
"""What may stand before or after a name, and may be left out of it."""


def mentions(text: str, folded: str, names: Iterable[str]) -> bool:
    """Whether one of `names` stands in `text`, of which `folded` is the fold.

    Marks, case and punctuation do not count, nor does a word like “tỉnh” before the name. A name of one word must
    stand as it is written, or in capitals: without marks and capital, “Pháp” would be found in “giải pháp”.

    >>> text = "TP.HCM, thành phố Đà Nẵng và VAL DE MARNE tìm giải pháp"
    >>> [mentions(text, fold(text), [name]) for name in ("Da Nang", "TP.HCM", "tỉnh Val-de-Marne", "Pháp")]
    [True, True, True, False]
    """
    padded = f" {folded} "
    for name in names:
        words = _without_generic(re.findall(r"\w+", nfc(name)))
        if len(words) == 1:
            forms = {re.escape(words[0]), re.escape(words[0].upper())}
            if re.search(rf"(?<!\w)(?:{'|'.join(sorted(forms))})(?!\w)", text):
                return True
        elif words and f" {fold(' '.join(words))} " in padded:
            return True
    return False


def contains(folded: str, written: str) -> bool:
    """Whether a text with this fold contains what is `written`, whatever marks, case and punctuation it has.

    >>> contains(fold("theo Nghị quyết số 22/NQ-TW về hội nhập"), "22-NQ/TW")
    True
    """
    wanted = fold(written)
    return bool(wanted) and f" {wanted} " in f" {folded} "


def _without_generic(words: list[str]) -> list[str]:
    """`words` without generic ones at both ends; at least one word stays."""
    while len(words) > 1:
        length = next((n for n in (2, 1) if n < len(words) and " ".join(words[:n]).lower() in _GENERIC), 0)
        if length:
            words = words[length:]
        elif words[-1].lower() in _GENERIC:
            words = words[:-1]
        else:
            break
    return words
