from __future__ import annotations

from pathlib import Path

import pytest

from dfgraph.base.findings import Severity
from dfgraph.sources.facts import read_book
from dfgraph.sources.facts.book import fact_files
from telling import lines

RECORD = "- kind: person\n  id: person/chi\n  label: Phạm Thị Chi\n"


def test_every_facts_file_is_read_in_the_order_of_the_paths(village: Path) -> None:
    book = read_book(village / "data", village)
    assert book.findings == []
    assert book.files == 4
    assert list(dict.fromkeys(e.path for e in book.entries)) == [
        "data/communes.csv", "data/pacts.yaml", "data/people.yaml", "data/sources.yaml",
    ]  # fmt: skip


def test_only_facts_files_are_read(tmp_path: Path) -> None:
    for name in ("b/c.yml", "a.YAML", "d.csv", "notes.txt", "e.yaml.bak", ".hidden.yaml", "~lock.csv", ".dir/a.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert [p.relative_to(tmp_path).as_posix() for p in fact_files(tmp_path)] == ["a.YAML", "b/c.yml", "d.csv"]
    assert fact_files(tmp_path / "absent") == []


def test_mappings_are_no_facts(tmp_path: Path) -> None:
    for name in ("mappings/agreement.yaml", "facts/mappings/a.yaml"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    assert fact_files(tmp_path) == [tmp_path / "facts/mappings/a.yaml"]


def test_files_are_read_as_if_they_said_something_else(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml", "d.yaml"):
        (tmp_path / name).write_text(RECORD, encoding="utf-8")
    instead = {tmp_path / "a.yaml": "- {kind: x}\n", tmp_path / "b.yaml": None, tmp_path / "c.csv": "\ufeffkind\ny\n"}
    book = read_book(tmp_path, tmp_path, instead=instead)
    assert [(e.path, e.values["kind"]) for e in book.entries] == [
        ("a.yaml", "x"),
        ("c.csv", "y"),
        ("d.yaml", "person"),
    ]
    assert book.files == 3


def test_paths_are_shown_from_the_project_and_in_full_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "data" / "a.yaml"
    path.parent.mkdir()
    path.write_text("words")
    inside = read_book(tmp_path / "data", tmp_path)
    outside = read_book(tmp_path / "data", tmp_path / "elsewhere")
    assert lines(inside.findings) == ["facts/not-a-list data/a.yaml:1:1"]
    assert lines(outside.findings) == [f"facts/not-a-list {path}:1:1"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_and_without_a_byte_order_mark(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RECORD, encoding=encoding)
    (tmp_path / "b.csv").write_text("kind,label@vi\nperson,Chi\n", encoding=encoding)
    book = read_book(tmp_path, tmp_path)
    assert book.findings == []
    assert [e.values for e in book.entries] == [
        {"kind": "person", "id": "person/chi", "label": "Phạm Thị Chi"},
        {"kind": "person", "label": {"vi": "Chi"}},
    ]


@pytest.mark.parametrize(
    ("content", "line", "byte"),
    [
        ("- kind: person\n- label: Đương\n".encode("cp1258"), 2, 25),
        ("- kind: person\n- label: Hà Tiên\n".encode("latin-1"), 2, 26),
        (RECORD.encode("utf-16"), 1, 1),
        (b"\xef\xbb\xbf- kind: person\n- label: H\xe0\n", 2, 29),
    ],
    ids=["Windows-1258", "Latin-1", "UTF-16", "UTF-8 mark, Latin-1 after it"],
)
def test_another_encoding_is_named_by_line_and_byte(content: bytes, line: int, byte: int, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(content)
    (tmp_path / "b.yaml").write_text(RECORD, encoding="utf-8")
    book = read_book(tmp_path, tmp_path)
    (finding,) = book.findings
    assert lines([finding]) == [f"facts/encoding a.yaml:{line}"]
    assert finding.message.en == f"The file is not UTF-8 (byte {byte})."
    assert finding.severity is Severity.ERROR
    assert [e.path for e in book.entries] == ["b.yaml"]
    assert book.files == 1


def test_utf_16_without_a_mark_is_no_text_either(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("- kind: person\n".encode("utf-16-le"))
    book = read_book(tmp_path, tmp_path)
    assert [f.code for f in book.findings] == ["facts/broken-yaml"]
    assert book.entries == []


def test_a_file_that_vanishes_after_it_was_listed_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RECORD, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(RECORD, encoding="utf-8")
    listed = fact_files(tmp_path)
    (tmp_path / "a.yaml").unlink()
    book = read_book(tmp_path, tmp_path, listed)
    assert lines(book.findings) == ["facts/unreadable a.yaml"]
    assert book.findings[0].message.en == "The file cannot be read: No such file or directory."
    assert [e.path for e in book.entries] == ["b.yaml"]


def test_a_folder_named_like_a_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    assert lines(read_book(tmp_path, tmp_path).findings) == ["facts/unreadable a.yaml"]
