"""Which text is of which source."""

from __future__ import annotations

from pathlib import Path

from dfgraph.products.verification.pairing import pair
from dfgraph.products.verification.texts import SourceText, digest_of

SOURCES = ["source/bao-lang", "source/so-xa"]


def text(name: str, *paragraphs: str) -> SourceText:
    return SourceText(Path(name), paragraphs)


def digests(*paragraphs: str) -> dict[int, str]:
    return {number: digest_of(paragraph) for number, paragraph in enumerate(paragraphs, start=1)}


RECORDED = {"source/bao-lang": digests("Một", "Hai", "Ba", "Bốn")}


def test_the_digests_tell_whatever_the_name() -> None:
    held, others = pair([text("x.txt", "Một", "Hai", "Ba", "Bốn")], SOURCES, RECORDED)
    assert {source: h.text.path.name for source, h in held.items()} == {"source/bao-lang": "x.txt"}
    assert others == ()


def test_half_of_the_digests_are_enough_in_any_place() -> None:
    """A text that was changed or shifted still is that of its source: verification tells what differs."""
    held, _ = pair([text("x.txt", "Mới", "Hai", "Ba")], SOURCES, RECORDED)
    assert (held["source/bao-lang"].matching, held["source/bao-lang"].recorded) == (2, 4)


def test_a_paragraph_in_common_is_not_enough() -> None:
    held, others = pair([text("x.txt", "Một", "khác", "khác nữa")], SOURCES, RECORDED)
    assert held == {}
    assert others == (Path("x.txt"),)


def test_the_name_tells_where_no_digest_does() -> None:
    held, _ = pair([text("dir/SO-XA.txt", "Năm"), text("bao-lang.txt", "Sáu")], SOURCES, RECORDED)
    assert {source: h.text.path.name for source, h in held.items()} == {
        "source/bao-lang": "bao-lang.txt",
        "source/so-xa": "SO-XA.txt",
    }


def test_digests_come_before_the_name() -> None:
    held, _ = pair([text("so-xa.txt", "Một", "Hai", "Ba", "Bốn")], SOURCES, RECORDED)
    assert list(held) == ["source/bao-lang"]


def test_of_two_texts_the_one_that_matches_best() -> None:
    old, new = text("a.txt", "Một", "Hai"), text("b.txt", "Một", "Hai", "Ba", "Bốn")
    held, others = pair([old, new], SOURCES, RECORDED)
    assert held["source/bao-lang"].text is new
    assert others == (Path("a.txt"),)


def test_a_single_text_is_of_the_source_that_is_meant() -> None:
    alone = text("x.txt", "Năm")
    assert list(pair([alone], SOURCES, RECORDED, "source/so-xa").held) == ["source/so-xa"]
    assert pair([alone, text("y.txt", "Sáu")], SOURCES, RECORDED, "source/so-xa").held == {}
