from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from answered import TABLE, TITLE
from dfgraph.products.answers import notes_of, sheet_of, table, to_markdown
from dfgraph.products.answers.markdown_files import inline

READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\\`*_[]()<>|~$&#!-+=.1:\n\t "))


def test_a_table_with_its_notes_as_a_numbered_list() -> None:
    notes = notes_of(TABLE)
    assert to_markdown(sheet_of(TABLE, TITLE, notes, "en"), notes, "en") == (
        "**What is there?**\n"
        "\n"
        "| Place | Since | Value | Fields | Source |\n"
        "| --- | --- | ---: | --- | --- |\n"
        "| Hue | 2009 | 5,100,000,000 |  | \\[2\\] \\[5\\] |\n"
        "| Laos |  | 60.28 | Hue, Laos | \\[1\\] \\[3\\] \\[4\\] …\\*≠ |\n"
        "\n"
        "… The source leaves this list open.\n"
        "\n"
        "\\* Inferred, at least in part.\n"
        "\n"
        "≠ A source denies it.\n"
        "\n"
        "Nothing is stated on: Until.\n"
        "\n"
        "1. [Village News, Làng, 2019-06-18](<https://example.org/a>), ¶ 3 – open list\n"
        "2. [Village News, Làng, 2019-06-18](<https://example.org/a>), ¶ 7\n"
        "3. [Village News, Làng, 2019-06-18](<https://example.org/a>), ¶ 9, Mr An – inferred (Counted)\n"
        "4. [Village News, Làng, 2019-06-18](<https://example.org/a>), ¶ 9 – teaser, disputes\n"
        "5. Register\n"
    )


def test_without_notes_nothing_is_numbered() -> None:
    made = to_markdown(sheet_of(TABLE, TITLE, None, "vi"), None, "vi")
    assert "\\[" not in made
    assert made.endswith("Không có dữ liệu về: Đến.\n")


def shown(text: str) -> str:
    return html.escape(" ".join(text.split())).replace("&#x27;", "'")


@given(TEXTS)
def test_no_text_breaks_a_table(text: str) -> None:
    made = READER.render(table(["h", "i"], [[text, "after"]]))
    assert re.findall(r"<td>(.*?)</td>", made) == [shown(text), "after"]


@given(TEXTS)
def test_no_text_starts_anything_but_a_paragraph(text: str) -> None:
    made = READER.render(inline(text))
    assert made == (f"<p>{shown(text)}</p>\n" if shown(text) else "")


@pytest.mark.parametrize("text", ["1. a", "2019. Báo", "- a", "+ a", "---", "===", "# a", "> a", "* a", "    a", "<b>"])
def test_no_text_starts_anything_in_a_list(text: str) -> None:
    assert READER.render(f"1. {inline(text)}") == f"<ol>\n<li>{shown(text)}</li>\n</ol>\n"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a b", "https://a>x", "ftp://a", "https://a|b"])
def test_an_address_that_is_none_is_no_link(url: str) -> None:
    row = TABLE.rows[0]
    one = replace(TABLE, rows=(replace(row, citations=(replace(row.citations[0], url=url),)),))
    notes = notes_of(one)
    assert "](<" not in to_markdown(sheet_of(one, TITLE, notes, "en"), notes, "en")
