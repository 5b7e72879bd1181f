"""The code of a page, as it was built from the modules under `web/` and put beside this file."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from pathlib import Path

from dfgraph.base.errors import ExportError
from dfgraph.base.language import Text

ASSETS = Path(__file__).with_name("assets")


def code(name: str) -> str:
    """A file of the page's code that may stand inside its element as it is. Raises ExportError."""
    return inline(_read(name).decode())


def packed(name: str) -> str:
    """A file of bytes as base64. Raises ExportError where it was not built."""
    return base64.b64encode(_read(name)).decode()


def gzipped(data: bytes) -> str:
    """Bytes as base64 of gzip, the same each time."""
    return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()


def inline(text: str) -> str:
    """The text, if it can stand inside a script or style: a hash is taken of exactly these characters."""
    if re.search(r"</(script|style)|<!--", text, re.IGNORECASE):
        raise ExportError(Text("Mã đưa vào trang có thẻ đóng.", "Code for the page holds a closing tag."), _REMEDY)
    return text


def digest(text: str) -> str:
    """How a content security policy names exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


_REMEDY = Text(
    "Hãy chạy «make assets» trong mã nguồn của dfgraph, hoặc cài gói dfgraph đã đóng sẵn (pip install dfgraph).",
    "Run `make assets` in dfgraph's sources, or install a released dfgraph (pip install dfgraph).",
)


def _read(name: str) -> bytes:
    try:
        return (ASSETS / name).read_bytes()
    except OSError as error:
        message = Text("Chưa có mã của trang: thiếu {name}.", "The code of the pages was not built: {name} is missing.")
        raise ExportError(message.fill(name=name), _REMEDY) from error
