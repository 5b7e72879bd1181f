"""The data of a page in its element: plain, or packed where it is long."""

from __future__ import annotations

import base64
import gzip
import json

from dfgraph.products.views.payload import PLAIN, to_element


def test_small_data_can_be_read_as_it_stands() -> None:
    """Nothing in it ends the element or opens a comment."""
    data = {"a": "</script><!-- Huế", "b": [1, None]}
    element = to_element(data)
    assert element.type == "application/json"
    assert "<" not in element.content
    assert "Huế" in element.content
    assert json.loads(element.content) == data


def test_long_data_is_packed_the_same_way_each_time() -> None:
    """And is itself again when unpacked."""
    data = {"a": ["Quảng Ninh và các đối tác"] * (PLAIN // 20)}
    element = to_element(data)
    assert element == to_element(data)
    assert element.type == "application/gzip"
    assert len(element.content) < PLAIN / 50
    packed = base64.b64decode(element.content)
    assert packed[4:8] == b"\0\0\0\0"  # the time is left out
    assert json.loads(gzip.decompress(packed)) == data
