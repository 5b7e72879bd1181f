"""The texts of sources that a person holds: plain text files, read and never written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from dfgraph.base.errors import TextsError
from dfgraph.base.language import Text
from dfgraph.base.text import nfc

_UTF_8 = Text("hãy lưu lại bằng mã UTF-8", "save it as UTF-8")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text: its file, and its paragraphs, of which the first has the number 1."""

    path: Path
    paragraphs: tuple[str, ...]

    def paragraph(self, number: int) -> str | None:
        """The paragraph with this number, None beyond the text."""
        return self.paragraphs[number - 1] if 0 < number <= len(self.paragraphs) else None


def paragraphs_of(text: str) -> tuple[str, ...]:
    r"""The lines that are not empty, in Unicode normal form C, with single blanks for white space.

    >>> paragraphs_of("Một \t hai\r\n\r\n  ba\n")
    ('Một hai', 'ba')
    """
    lines = nfc(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(paragraph for line in lines if (paragraph := " ".join(line.split())))


def digest_of(paragraph: str) -> str:
    """The digest by which a paragraph is known without its words being kept.

    >>> digest_of("Một đoạn.")[:14]
    'sha256:518d5dd'
    """
    return "sha256:" + sha256(paragraph.encode()).hexdigest()


def read_texts(place: Path) -> list[SourceText]:
    """The text files (`.txt`) in the folder `place` and below, in the order of their paths; or the one file `place`.

    Raises TextsError where there is none, and where one of them is no text in UTF-8: every such file is named.
    """
    try:
        paths = [place] if place.is_file() else sorted(_text_files(place))
    except OSError as error:
        raise _no_folder(place, error.strerror or str(error)) from error
    if not paths:
        message = Text("Không có tệp .txt nào trong {place}.", "There is no .txt file in {place}.").fill(place=place)
        raise TextsError(message, Text("Mỗi nguồn là một tệp .txt.", "Each source is one .txt file."))
    read = [_read(path) for path in paths]
    if faults := [fault for fault in read if isinstance(fault, Text)]:
        told = Text("; ".join(f.vi for f in faults), "; ".join(f.en for f in faults))
        raise TextsError(Text("Không đọc được: {told}.", "Cannot be read: {told}.").fill(told=told))
    return [text for text in read if isinstance(text, SourceText)]


def _text_files(folder: Path) -> Iterator[Path]:
    """Every `.txt` below a folder; links to folders are not followed, so that none can lead round in a circle."""

    def stop(error: OSError) -> None:
        raise error

    for here, folders, names in os.walk(folder, onerror=stop):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(".txt") and not name.startswith((".", "~")):
                yield Path(here, name)


def _no_folder(place: Path, why: str) -> TextsError:
    message = Text("Không đọc được thư mục {place}: {why}.", "Cannot read the folder {place}: {why}.")
    return TextsError(message.fill(place=place, why=why))


def _read(path: Path) -> SourceText | Text:
    """A text, or why there is none."""

    def fault(why: Text) -> Text:
        return Text("{path} ({why})", "{path} ({why})").fill(path=path, why=why)

    try:
        if not S_ISREG(path.stat().st_mode):
            return fault(Text("không phải tệp thường", "no regular file"))
        content = path.read_bytes()
    except OSError as error:
        return fault(Text("{why}", "{why}").fill(why=error.strerror or error))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return fault(Text("mã UTF-16; {mend}", "UTF-16; {mend}").fill(mend=_UTF_8))
    if b"\0" in content:
        return fault(Text("tệp nhị phân, không phải văn bản", "a binary file, no text"))
    try:
        paragraphs = paragraphs_of(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        why = Text("không phải UTF-8 ở byte {n}; {mend}", "not UTF-8 at byte {n}; {mend}")
        return fault(why.fill(n=error.start + 1, mend=_UTF_8))
    return SourceText(path, paragraphs) if paragraphs else fault(Text("tệp trống", "an empty file"))
