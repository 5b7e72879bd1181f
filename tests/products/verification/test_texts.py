"""Texts as files: read as they are, refused with a reason, never written."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.base.errors import TextsError
from dfgraph.products.verification.texts import digest_of, paragraphs_of, read_texts

LINES = "Một đoạn.\n\nHai\u00a0 đoạn,\tnày.\r\n \r\nBa\rBốn\n"


def refusal(place: Path) -> str:
    with pytest.raises(TextsError) as caught:
        read_texts(place)
    assert caught.value.message.vi != caught.value.message.en
    return str(caught.value)


def test_a_paragraph_is_a_line_that_is_not_empty() -> None:
    assert paragraphs_of(LINES) == ("Một đoạn.", "Hai đoạn, này.", "Ba", "Bốn")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_text_in_either_normal_form_with_or_without_a_byte_order_mark(
    tmp_path: Path, form: Literal["NFC", "NFD"], mark: bytes
) -> None:
    (tmp_path / "a.txt").write_bytes(mark + unicodedata.normalize(form, LINES).encode())
    (text,) = read_texts(tmp_path)
    assert text.paragraphs == paragraphs_of(LINES)
    assert [text.paragraph(n) for n in (0, 1, 4, 5)] == [None, "Một đoạn.", "Bốn", None]


def test_all_texts_below_a_folder_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.TXT", "a/note.md", ".hidden.txt", "~lock.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Một.", encoding="utf-8")
    assert [t.path.relative_to(tmp_path).as_posix() for t in read_texts(tmp_path)] == ["a/c.TXT", "b.txt"]
    assert [t.path.name for t in read_texts(tmp_path / "b.txt")] == ["b.txt"]


def test_a_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Một.", encoding="utf-8")
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    assert len(read_texts(tmp_path)) == 1


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none") == f"Cannot read the folder {tmp_path / 'none'}: No such file or directory."
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "Too many levels of symbolic links" in refusal(tmp_path / "loop")


def test_a_folder_without_texts(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Một.", encoding="utf-8")
    assert refusal(tmp_path) == f"There is no .txt file in {tmp_path}. Each source is one .txt file."


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "an empty file"),
        (b"\n \r\n\t\n", "an empty file"),
        (b"\xef\xbb\xbf", "an empty file"),
        (b"PK\x03\x04\x00\x00", "a binary file, no text"),
        ("Huế".encode("utf-16"), "UTF-16; save it as UTF-8"),
        (b"M\xf4t \xea", "not UTF-8 at byte 2; save it as UTF-8"),
    ],
)
def test_a_file_that_is_no_text_in_utf_8(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "good.txt").write_text("Một.", encoding="utf-8")
    (tmp_path / "x.txt").write_bytes(content)
    assert refusal(tmp_path) == f"Cannot be read: {tmp_path / 'x.txt'} ({why})."


def test_every_bad_file_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    told = refusal(tmp_path)
    assert "a.txt (an empty file)" in told
    assert "loop.txt (Too many levels of symbolic links)" in told
    assert "gone.txt (No such file or directory)" in told
    assert "\n" not in told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_does_not_make_it_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe.txt (no regular file)" in refusal(tmp_path)


def test_texts_are_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(LINES.encode())
    path.chmod(0o400)
    before = path.stat().st_mtime_ns
    read_texts(tmp_path)
    assert (path.stat().st_mtime_ns, path.read_bytes()) == (before, LINES.encode())
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_the_digest_is_sha_256_of_the_paragraph() -> None:
    assert digest_of("a b") == "sha256:c8687a08aa5d6ed2044328fa6a697ab8e96dc34291e8c2034ae8c38e6fcc6d65"


@given(st.text())
def test_paragraphs_hold_no_line_ends_and_no_blanks_at_their_ends(text: str) -> None:
    paragraphs = paragraphs_of(text)
    assert all(paragraph == " ".join(paragraph.split()) != "" for paragraph in paragraphs)
    assert paragraphs_of("\n".join(paragraphs)) == paragraphs
