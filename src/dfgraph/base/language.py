"""Text in the two languages every reader of dfgraph may have."""

from __future__ import annotations

import os
from typing import Literal, NamedTuple, get_args

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


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


def reader_language() -> Language:
    """The language of this machine's user: `DFGRAPH_LANG`, else the locale, else English."""
    wanted = os.environ.get("DFGRAPH_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG")
    if not wanted:
        import locale  # slow, and seldom needed

        wanted = locale.getlocale()[0] or ""
    return "vi" if wanted.lower().startswith(("vi", "viet")) else "en"
