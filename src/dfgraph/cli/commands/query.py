"""`dfgraph query`: SPARQL from a string, a file or stdin."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from dfgraph.base.errors import QueryError
from dfgraph.base.files import file_error
from dfgraph.base.language import Text
from dfgraph.base.names import Names
from dfgraph.cli.answers import answer_options, counted, deliver, form_of, to_file
from dfgraph.cli.console import Console
from dfgraph.cli.options import verb
from dfgraph.graph.store import Answer, Term

FORMS: Final = ("table", "csv", "markdown", "json", "xml", "tsv", "turtle", "nt", "jsonld", "rdfxml")
_ABOUT = Text(
    "Chạy một câu truy vấn SPARQL 1.1 (SELECT, ASK, CONSTRUCT, DESCRIBE).\n\n"
    "QUERY là câu truy vấn, tên một tệp .rq, hoặc - để đọc từ stdin. Các tiền tố thông dụng (dfg, prov, skos …) không "
    "cần khai báo; <province/hue> là vật có mã đó.",
    "Run a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT, DESCRIBE).\n\n"
    "QUERY is the query, the name of a .rq file, or - for stdin. Common prefixes (dfg, prov, skos …) need no "
    "declaration; <province/hue> is the thing with that id.",
)


@verb("query", _ABOUT, [click.Argument(["text"], metavar="QUERY"), *answer_options(FORMS)])
def command(console: Console, text: str, _form: str | None, _output: Path | None) -> None:
    """Runs the query and gives the answer."""
    project = console.answering()
    answer = project.query(_read(text))
    form = form_of(console, _form, _output, "turtle" if answer.form == "triples" else "table")
    if form in ("table", "markdown") and answer.form != "rows":
        deliver(console, _yes_or_no(console, answer), _output)
    elif form in ("table", "markdown"):
        _print(console, answer, project.names, form, _output)
    elif form == "csv" and answer.form == "rows":
        deliver(console, _csv(answer, marked=to_file(_output)), _output)
    else:
        deliver(console, answer.serialize("jsonld" if form == "json" and answer.form == "triples" else form), _output)


def _read(text: str) -> str:
    if text == "-":
        return sys.stdin.read()
    if text.endswith((".rq", ".sparql")) and "\n" not in text and "{" not in text:
        try:
            return Path(text).read_text(encoding="utf-8")
        except OSError as error:
            raise file_error(error, text) from error
        except UnicodeDecodeError as error:
            raise QueryError(Text("{path} không phải UTF-8.", "{path} is not UTF-8.").fill(path=text)) from error
    return text


def _yes_or_no(console: Console, answer: Answer) -> str:
    if answer.form == "triples":
        raise QueryError(
            Text("Bộ ba không in thành bảng được.", "Triples cannot be printed as a table."),
            Text("Hãy dùng --format turtle.", "Use --format turtle."),
        )
    return console.say(Text("có", "yes") if answer else Text("không", "no")) + "\n"


def _print(console: Console, answer: Answer, names: Names, form: str, output: Path | None) -> None:
    rows = [["" if t is None else _short(names.compact, t) for t in row] for row in answer.rows()]
    if form == "markdown":
        from dfgraph.products.answers import table

        deliver(console, table(answer.columns, rows) + "\n", output)
        return
    from dfgraph.cli.tables import drawn, terminal_width

    if rows:
        deliver(console, drawn(answer.columns, rows, None if to_file(output) else terminal_width()) + "\n", output)
    console.note(Text("{rows}.", "{rows}."), rows=counted(len(rows), "dòng", "row", "rows"))


def _csv(answer: Answer, *, marked: bool) -> bytes:
    """The W3C's CSV of results, but for cells that a spreadsheet would run."""
    from dfgraph.base.sheets import to_csv

    rows = (["" if t is None else getattr(t, "value", str(t)) for t in row] for row in answer.rows())
    return to_csv([answer.columns, *rows], marked=marked)


def _short(compact: Callable[[str], str], term: Term) -> str:
    value = getattr(term, "value", None)
    if value is None:
        return str(term)
    return compact(value) if str(term).startswith("<") else str(value)
