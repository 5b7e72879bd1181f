"""The data of a page as the text of one element: plain where it is small, packed where it is not."""

from __future__ import annotations

import base64
import gzip
import json
from typing import Final, NamedTuple

PLAIN: Final = 150_000
"""Up to this many bytes of JSON stand in the page as they are: any tool can read them there."""


class Element(NamedTuple):
    """The type and the content of a script element that holds data."""

    type: str
    content: str


def to_element(payload: object) -> Element:
    r"""The payload as JSON, or as base64 of gzipped JSON where it is long; the same payload gives the same text.

    >>> to_element({"a": "</script>"})
    Element(type='application/json', content='{"a":"\\u003c/script>"}')
    """
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    data = text.encode()
    if len(data) > PLAIN:
        return Element("application/gzip", base64.b64encode(gzip.compress(data, 9, mtime=0)).decode())
    # "<" is all that could end the script element, or open a comment in it.
    return Element("application/json", text.replace("<", "\\u003c"))
