"""The sheet that explains a blank sheet, in Vietnamese and in English."""

from __future__ import annotations

from typing import Final

from dfgraph.base.language import Text
from dfgraph.sources.templates.sheet import BlankColumn, BlankSheet

HOW_TO: Final = (
    Text("Mỗi dòng là một khẳng định: điều gì, và nguồn nào nói.", "A row is one claim: what holds, and who says so."),
    Text(
        "Cột có dấu * cần được điền; các cột khác để trống nếu nguồn không nói.",
        "Columns with * are needed; leave any other empty where the source does not say.",
    ),
    Text(
        "Ngày viết đúng mức nguồn biết: 2019, 2019-06 hoặc 2019-06-18.",
        "Write a date as exactly as the source knows it: 2019, 2019-06 or 2019-06-18.",
    ),
    Text(
        "Số viết liền, dấu thập phân là dấu chấm: 10281, 60.28.",
        "Write numbers without separators and with a decimal point: 10281, 60.28.",
    ),
    Text(
        "Tên viết thế nào cũng được, có dấu hay không; tên trùng nhau thì dùng mã.",
        "Names may be spelled in any way, with marks or without; where two things share one, use the id.",
    ),
    Text(
        "Nguồn mới: ghi địa chỉ, tên và loại của nó; cùng địa chỉ là cùng một nguồn.",
        "A new source: give its address, name and type; the same address is the same source.",
    ),
    Text("Dòng có dấu ở cột # không được nhập.", "A row with a mark in column # is not imported."),
    Text(
        "Sửa rồi nhập lại tệp cùng tên: chỉ những dòng đã đổi được ghi lại.",
        "Correct the file and import it again under the same name: only what changed is written.",
    ),
)
HEADINGS: Final = (
    Text("Cột", "Column"),
    Text("Khóa", "Key"),
    Text("Cần", "Needed"),
    Text("Ý nghĩa", "Meaning"),
    Text("Cách viết", "How to write it"),
    Text("Ví dụ", "Example"),
)
_NEEDED: Final = Text("cần", "needed")
_MOST: Final = 12


def explained(sheet: BlankSheet) -> list[list[str]]:
    """Rows for each column: what it is called, is for and may hold, both languages in a cell."""
    rows = [[f"{h.vi}\n{h.en}" for h in HEADINGS]]
    for blank in sheet.columns:
        column = blank.column
        needed = f"{_NEEDED.vi}\n{_NEEDED.en}" if column.required else ""
        form = told_form(blank)
        rows.append(
            [
                f"{column.title.vi}\n{column.title.en}",
                column.name,
                needed,
                f"{column.help.vi}\n{column.help.en}".strip(),
                f"{form.vi}\n{form.en}".strip(),
                blank.example,
            ]
        )
    return rows


def told_form(blank: BlankColumn) -> Text:
    """What a cell may hold, with the first of its choices."""
    if not blank.choices:
        return blank.form
    shown, more = blank.choices[:_MOST], "…" if len(blank.choices) > _MOST else ""
    return Text(
        f"{blank.form.vi}: {', '.join(c.vi or c.en for c in shown)}{more}",
        f"{blank.form.en}: {', '.join(c.en or c.vi for c in shown)}{more}",
    )
