from __future__ import annotations

import unicodedata

import pytest

from dfgraph.base.errors import SheetError
from dfgraph.sources.sheets import Table, read_table
from telling import lines

TEXT = "tên,ngày\nĐặng Thị Nhu,2019-06\n"


def read(data: bytes, path: str = "x.csv") -> Table:
    return read_table(path, data)


def cells(data: bytes) -> list[list[object]]:
    return [list(row.cells.values()) for row in read(data).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_in_any_form(encoding: str) -> None:
    got = read(TEXT.encode(encoding))
    assert (got.columns, got.rows[0].cells) == ({1: "tên", 2: "ngày"}, {1: "Đặng Thị Nhu", 2: "2019-06"})
    assert got.findings == []


def test_windows_1258_is_read_and_told() -> None:
    """It writes the tone marks apart: the text is put together again."""
    apart = "".join(
        unicodedata.normalize("NFC", part[:-1]) + part[-1] if unicodedata.combining(part[-1]) else part
        for part in ("Đă", "̣ng Thi", "̣ Nhu")
    )
    data = f"ten\n{apart}\n".encode("cp1258")
    got = read(data)
    assert got.rows[0].cells == {1: "Đặng Thị Nhu"}
    assert lines(got.findings) == ["sheet/encoding x.csv"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators(separator: str) -> None:
    assert cells(f'a{separator}"b{separator} c"\n1{separator}2\n'.encode()) == [["1", "2"]]
    assert cells(f"sep={separator}\r\na{separator}b\r\n1{separator}2\r\n".encode()) == [["1", "2"]]


def test_places_are_cells_also_after_long_cells() -> None:
    got = read(b'a,b\n"one\ntwo",2\n3,4\n,,\n')
    assert [row.number for row in got.rows] == [2, 3]
    assert str(got.at(3, 2)) == "x.csv!B3"


def test_the_apostrophe_against_formulas_is_taken_off() -> None:
    assert cells(b"a,b,c\n'=1+1,'x,'-5\n") == [["=1+1", "'x", "'-5"]]


def test_a_quote_that_is_never_closed() -> None:
    assert lines(read(b'a,b\n1,"2\n').findings) == ["sheet/broken-row x.csv!2"]


def test_a_cell_of_forty_thousand_characters_is_told() -> None:
    got = read(f"a,b\nx,{'ă' * 40_000}\n".encode())
    assert lines(got.findings) == ["sheet/too-long x.csv!B2"]


@pytest.mark.parametrize("data", [b"", b"\n\n", "\ufeff".encode()])
def test_nothing_at_all(data: bytes) -> None:
    assert lines(read(data).findings) == ["sheet/empty x.csv"]


def test_no_text_at_all() -> None:
    with pytest.raises(SheetError, match="its encoding is not known"):
        read(b"a,b\n\xd2\xd3\xff\xfe\x9d\x81")
    with pytest.raises(SheetError, match="is not utf-16"):
        read(b"\xff\xfea\x00b")
