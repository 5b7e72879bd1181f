"""What `ask` and `query` share: the form of an answer, where it goes, and how a person reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from dfgraph.base.language import Text
from dfgraph.cli.console import Console
from dfgraph.cli.options import BilingualOption

if TYPE_CHECKING:
    from dfgraph.products.answers import Notes, Sheet

_SUFFIXES: Final = {".csv": "csv", ".md": "markdown", ".json": "json", ".txt": "table"}
_FORM: Final = Text(
    "Dạng kết quả (mặc định: table, hoặc theo đuôi tệp).", "The form (default: table, or as FILE ends)."
)
_WHOLE: Final = Text("cả nguồn", "the whole source")
_SOURCES: Final = Text("Nguồn", "Sources")
_WRITTEN: Final = Text("Đã ghi {path}.", "Wrote {path}.")


def answer_options(forms: Sequence[str]) -> list[click.Parameter]:
    """`--format` and `--output`."""
    return [
        BilingualOption(["--format", "-f", "_form"], type=click.Choice(forms), about=_FORM),
        BilingualOption(
            ["--output", "-o", "_output"],
            type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
            metavar="FILE",
            about=Text("Ghi ra tệp thay vì màn hình.", "Write to a file rather than the screen."),
        ),
    ]


def form_of(console: Console, form: str | None, output: Path | None, otherwise: str = "table") -> str:
    """The form that the person wants: as told, else JSON with `--json`, else as the file's name ends."""
    if form or console.as_json:
        return form or "json"
    return _SUFFIXES.get(output.suffix.lower(), otherwise) if output else otherwise


def to_file(output: Path | None) -> bool:
    """Whether the answer goes into a file."""
    return output is not None and str(output) != "-"


def deliver(console: Console, answer: str | bytes, output: Path | None) -> None:
    """Writes the answer where it should go; a file is there whole or not at all."""
    if output is None or not to_file(output):
        if isinstance(answer, str):
            click.echo(answer, nl=False)
        else:
            console.raw(answer)
        return
    from dfgraph.base.files import write_file

    write_file(output, answer.encode() if isinstance(answer, str) else answer)
    console.note(_WRITTEN, path=click.format_filename(output))


def counted(number: int, vi: str, one: str, many: str) -> Text:
    """A number of things.

    >>> counted(1, "dòng", "row", "rows").en, counted(2, "dòng", "row", "rows").vi
    ('1 row', '2 dòng')
    """
    return Text(f"{number} {vi}", f"{number} {one if number == 1 else many}")


def spoken(console: Console, sheet: Sheet, notes: Notes | None, output: Path | None) -> str:
    """A sheet as a person reads it: title, table, what its marks mean, and the notes below; empty without rows."""
    from dfgraph.cli.tables import drawn, terminal_width, wrapped

    if not sheet.rows:
        return ""
    width = None if to_file(output) else terminal_width()
    wide = width or 100_000
    title = "\n".join(wrapped(sheet.title, wide))
    parts = [click.style(title, bold=True) if width and title else title]
    parts.append(drawn(sheet.headings, sheet.rows, width, sheet.numeric))
    if sheet.remarks:
        parts.append("\n".join(line for remark in sheet.remarks for line in wrapped(remark, wide, "  ")))
    if notes and notes.cited:
        parts.append("\n".join(_sources(console, notes, wide)))
    return "\n\n".join(part for part in parts if part) + "\n"


def _sources(console: Console, notes: Notes, width: int) -> Iterator[str]:
    from dfgraph.cli.tables import wrapped
    from dfgraph.products.answers import say_note, say_source

    say = console.language
    yield console.say(_SOURCES)
    hang = " " * (len(f"[{len(notes.cited)}]") + 3)
    for source, numbered in notes.sources:
        yield from wrapped(say_source(source, say), width, "  ")
        if source.url:
            yield f"  {source.url}"
        for number, citation in numbered:
            told = say_note(citation, say) or console.say(_WHOLE)
            yield from wrapped(f"{f'  [{number}]':<{len(hang) - 1}} {told}", width, hang)
