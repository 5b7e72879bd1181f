"""`dfgraph template KIND`: a blank sheet to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from dfgraph.base.language import Text
from dfgraph.cli.completion import kinds
from dfgraph.cli.console import Console
from dfgraph.cli.options import BilingualOption, verb

_ABOUT = Text(
    "Tạo bảng trống của một loại bản ghi để điền bằng Excel hay LibreOffice: tiêu đề và hướng dẫn bằng hai thứ tiếng, "
    "danh sách chọn, một dòng ví dụ, và một trang giải thích từng cột.",
    "Make a blank sheet of a kind, to fill in with Excel or LibreOffice: headings and help in two languages, "
    "drop-downs, an example row, and a second sheet that explains each column.",
)
_KIND = click.Argument(["kind"], metavar="KIND", shell_complete=kinds)
_OUTPUT = BilingualOption(
    ["--output", "-o"],
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    about=Text("Tệp .xlsx hoặc .csv (mặc định: KIND.xlsx).", "The .xlsx or .csv file (default: KIND.xlsx)."),
)


@verb("template", _ABOUT, [_KIND, _OUTPUT])
def command(console: Console, kind: str, output: Path | None) -> None:
    """Writes the sheet, and says what to do with it."""
    from dfgraph.base.text import slug
    from dfgraph.project.templating import template

    path = output or Path(f"{slug(kind) or 'template'}.xlsx")
    count = template(console.project().places, kind, path, console.language)
    if console.as_json:
        console.result({"path": str(path), "columns": count})
        return
    console.note(Text("Đã ghi {path} ({n} cột).", "Wrote {path} ({n} columns)."), path=path, n=count)
    console.note(Text("Điền xong:  dfgraph import {path}", "Once it is filled in:  dfgraph import {path}"), path=path)
