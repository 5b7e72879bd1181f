"""Text in the two languages every reader of dfgraph may have."""

from __future__ import annotations

import os
from typing import Final, Literal, NamedTuple, get_args

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
_VIETNAMESE_MARKS: Final = str.maketrans(",.", ".,")


class Text(NamedTuple):
    """One text, in Vietnamese and in English.

    >>> Text("có {n} lỗi", "{n} errors").fill(n=3).say("en")
    '3 errors'
    """

    vi: str
    en: str

    def __bool__(self) -> bool:
        """Whether it says anything, in either language."""
        return bool(self.vi or self.en)

    def say(self, language: Language) -> str:
        """The text in `language`, or in the other one where it is empty."""
        return (self.vi or self.en) if language == "vi" else (self.en or self.vi)

    def fill(self, **values: object) -> Text:
        """A copy with `{name}` replaced by each value; a value that is itself a Text is put in language by language."""

        def spoken(language: Language) -> dict[str, object]:
            return {k: v.say(language) if isinstance(v, Text) else v for k, v in values.items()}

        return Text(self.vi.format_map(spoken("vi")), self.en.format_map(spoken("en")))


EMPTY = Text("", "")


def say_number(text: str) -> Text:
    """A number as each language writes it; four digits stay together, for they may be a year or a page.

    >>> say_number("3500000000"), say_number("60.28").vi, say_number("2019").en
    (Text(vi='3.500.000.000', en='3,500,000,000'), '60,28', '2019')
    """
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, fraction = digits.partition(".")
    grouped = f"{int(whole or 0):,}" if len(whole) > 4 else whole
    english = f"{sign}{grouped}{point}{fraction}"
    return Text(english.translate(_VIETNAMESE_MARKS), english)


def reader_language() -> Language:
    """The language of this machine's user: `DFGRAPH_LANG`, else the locale, else English."""
    wanted = os.environ.get("DFGRAPH_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG")
    if not wanted:
        import locale  # slow, and seldom needed

        wanted = locale.getlocale()[0] or ""
    return "vi" if wanted.lower().startswith(("vi", "viet")) else "en"
