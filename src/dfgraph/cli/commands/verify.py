"""`dfgraph verify`: citations against the texts of their sources, which the person holds."""

from __future__ import annotations

from pathlib import Path

import click

from dfgraph.base.language import Text
from dfgraph.cli.console import Console
from dfgraph.cli.options import BilingualOption, verb
from dfgraph.products.verification import Failure, Passages, Skip, Verification

_ABOUT = Text(
    "Đối chiếu khẳng định với văn bản của nguồn, do bạn giữ.\n\n"
    "Mỗi tệp .txt (UTF-8) là văn bản của một nguồn, mỗi dòng không trống là một đoạn. Tệp được nhận ra nhờ mã băm của "
    "các đoạn đã ghi nhận, không thì nhờ tên: source/abc là abc.txt. Với mỗi khẳng định có dẫn đoạn, số, ngày, số hiệu "
    "và tên được tìm trong đúng đoạn ấy; trường nào được tìm, và tìm cách nào, là do bản thể học (dfg:verifiedAs).\n\n"
    "Kết quả là ba con số: đã kiểm, bỏ qua (và vì sao), sai; rồi từng chỗ sai, kèm tệp và dòng. Văn bản chỉ được đọc, "
    "không lưu lại ở đâu. Kết thúc với mã 1 nếu có chỗ sai.",
    "Check claims against the texts of their sources, which you hold.\n\n"
    "Each .txt file (UTF-8) is the text of a source, each line that is not empty a paragraph. A file is known by the "
    "digests on record of its paragraphs, else by its name: source/abc is abc.txt. For each claim that cites a "
    "paragraph, figures, dates, document numbers and names are looked for in that very paragraph; which fields, and "
    "how, the ontology says (dfg:verifiedAs).\n\n"
    "The answer is three numbers: checked, passed over (and why), failed; then each failure with its file and line. "
    "Texts are read and kept nowhere. Exits with 1 where something failed.",
)
_PARAMS = [
    BilingualOption(
        ["--texts"],
        type=click.Path(path_type=Path),
        required=True,
        metavar="DIR",
        about=Text("Thư mục có các tệp .txt, hoặc một tệp.", "The folder with the .txt files, or one file."),
    ),
    BilingualOption(
        ["--source"], metavar="ID", about=Text("Chỉ nguồn này, theo mã hoặc tên.", "This source only, by id or name.")
    ),
    BilingualOption(
        ["--passages", "described"],
        metavar="ID",
        about=Text(
            "Thay vì đối chiếu: in các dòng CSV ghi nhận từng đoạn của nguồn này, để mở đầu một tệp của data/passages.",
            "Instead of checking: print the CSV rows that record each paragraph of this source, to begin a file in "
            "data/passages.",
        ),
    ),
]


@verb("verify", _ABOUT, _PARAMS)
def command(console: Console, texts: Path, source: str | None, described: str | None) -> int:
    """Verifies, or prints the rows of passages; the exit code."""
    project = console.project()
    if described is not None:
        if source is not None:
            text = Text("--source và --passages không đi cùng nhau.", "--source and --passages do not go together.")
            raise click.UsageError(console.say(text))
        _print_passages(console, project.passages(texts, described))
        return 0
    found = project.verify(texts, source)
    if console.as_json:
        console.result(found.to_json(console.language))
    else:
        _print(console, found)
    return int(bool(found.failures))


def _print_passages(console: Console, passages: Passages) -> None:
    if console.as_json:
        console.result(passages.to_json())
    else:
        console.raw(passages.to_csv().encode())


def _print(console: Console, found: Verification) -> None:
    for source, held in found.held.items():
        console.note(
            Text("{path}: {source}, {n} đoạn", "{path}: {source}, {n} paragraph(s)"),
            path=held.text.path,
            source=source,
            n=len(held.text.paragraphs),
        )
    for path in found.others:
        console.note(Text("{path}: không dùng đến", "{path}: not used"), path=path)
    skipped = sum(found.skipped.values())
    click.echo(console.say(Text("Đã kiểm: {n}", "Checked: {n}"), n=found.checked))
    click.echo(console.say(Text("Bỏ qua: {n}", "Skipped: {n}"), n=skipped))
    for skip in Skip:
        if found.skipped[skip]:
            click.echo(f"  {found.skipped[skip]}: {console.say(skip.reason)}")
    click.echo(console.say(Text("Sai: {n}", "Failed: {n}"), n=found.failed))
    for failure in found.failures:
        click.echo(_line(console, failure))
    for note, count in _remarks(found):
        if count:
            console.note(note, n=count)


def _remarks(found: Verification) -> list[tuple[Text, int]]:
    return [
        (Text("{n} giá trị đứng ở đúng đoạn.", "{n} value(s) stand in their paragraph."), found.values),
        (
            Text("Trong đó {n} ngày, tháng không kèm năm.", "Of these, {n} day(s) or month(s) without the year."),
            found.without_year,
        ),
        (Text("{n} đoạn đúng như đã ghi nhận.", "{n} paragraph(s) are those on record."), found.passages),
        (
            Text(
                "{n} lỗi trong sự kiện: bản ghi lỗi không được đối chiếu; xem «dfgraph check».",
                "{n} error(s) in the facts: broken records are not checked; see `dfgraph check`.",
            ),
            found.refused,
        ),
    ]


def _line(console: Console, failure: Failure) -> str:
    """One failure: where it is written, the thing, the field and its value, and why."""
    line = f"{failure.location or failure.citation.claim}: {failure.thing}: "
    if failure.value is not None:
        value = Text("{field} «{told}»: ", "{field} “{told}”: ")
        line += console.say(value, field=failure.value.field, told=failure.value.told)
    line += f"{console.say(failure.why)}, {failure.citation.source}"
    return f"{line} ({failure.near})" if failure.near else line
