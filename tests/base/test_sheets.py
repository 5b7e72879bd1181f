from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dfgraph.base.sheets import inert, to_csv

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0"))


@pytest.mark.parametrize(
    "cell", ["=1+1", "+84 24", "-1-1", "@SUM(A1)", "\tx", "\rx", "=", "-", "+", "＝1", "＠a", "-2,5", "+INF", "-1.2.3"]
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "-5", "+5", "-60.28", "1E-7", "-1.5e3", "Huế", "a=b", "' =1", "(=1)"])
def test_numbers_and_other_texts_stay_as_they_are(cell: str) -> None:
    assert inert(cell) == cell


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=4))
def test_any_text_is_read_back(rows: list[list[str]]) -> None:
    written = to_csv(rows).decode()
    assert list(csv.reader(io.StringIO(written, newline=""))) == [[inert(cell) for cell in row] for row in rows]


def test_lines_end_as_rfc_4180_says() -> None:
    assert to_csv([["a", 'b"c'], ["d\ne", "f,g"]]) == b'a,"b""c"\r\n"d\ne","f,g"\r\n'


def test_a_file_for_excel_starts_with_the_mark() -> None:
    assert to_csv([["Huế", "8"]], marked=True) == b"\xef\xbb\xbf" + to_csv([["Huế", "8"]])
