from __future__ import annotations

from answered import TABLE, TITLE
from dfgraph.graph.query import Table
from dfgraph.products.answers import notes_of, sheet_of


def test_a_sheet_without_notes_marks_its_rows_and_says_what_the_marks_mean() -> None:
    sheet = sheet_of(TABLE, TITLE, None, "en")
    assert sheet.title == "What is there?"
    assert sheet.headings == ("Place", "Since", "Value", "Fields", "")
    assert sheet.rows == (("Hue", "2009", "5,100,000,000", "", ""), ("Laos", "", "60.28", "Hue, Laos", "…*≠"))
    assert sheet.numeric == {2}
    assert sheet.remarks == (
        "… The source leaves this list open.",
        "* Inferred, at least in part.",
        "≠ A source denies it.",
        "Nothing is stated on: Until.",
    )


def test_with_notes_their_numbers_stand_before_the_marks() -> None:
    sheet = sheet_of(TABLE, TITLE, notes_of(TABLE), "vi")
    assert sheet.headings[-1] == "Nguồn"
    assert [row[-1] for row in sheet.rows] == ["[2] [5]", "[1] [3] [4] …*≠"]


def test_without_rows_all_columns_stay() -> None:
    sheet = sheet_of(Table(TABLE.columns, (), cited=True), TITLE, None, "en")
    assert (len(sheet.headings), sheet.rows, sheet.remarks) == (5, (), ())
