"""`dfgraph query`: SPARQL from a string, a file or stdin."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from dfgraph.base.errors import QueryError
from dfgraph.base.files import file_error
from dfgraph.base.language import Text
from dfgraph.base.names import Names
from dfgraph.cli.console import Console
from dfgraph.cli.options import BilingualOption, verb
from dfgraph.graph.store import Answer, Term

FORMATS = ("table", "json", "xml", "csv", "tsv", "turtle", "nt", "jsonld", "rdfxml")
_ABOUT = Text(
    "Chạy một câu truy vấn SPARQL 1.1 (SELECT, ASK, CONSTRUCT, DESCRIBE).\n\n"
    "QUERY là câu truy vấn, tên một tệp .rq, hoặc - để đọc từ stdin. Các tiền tố thông dụng (dfg, prov, skos …) không "
    "cần khai báo; <province/hue> là vật có mã đó.",
    "Run a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT, DESCRIBE).\n\n"
    "QUERY is the query, the name of a .rq file, or - for stdin. Common prefixes (dfg, prov, skos …) need no "
    "declaration; <province/hue> is the thing with that id.",
)
_FORMAT = BilingualOption(
    ["--format", "-f", "format_"], type=click.Choice(FORMATS), about=Text("Dạng kết quả.", "The form of the result.")
)


@verb("query", _ABOUT, [click.Argument(["text"], metavar="QUERY"), _FORMAT])
def command(console: Console, text: str, format_: str | None) -> None:
    """Runs the query and prints the answer."""
    project = console.project()
    answer = project.query(_read(text))
    chosen = format_ or ("json" if console.as_json else "turtle" if answer.form == "triples" else "table")
    if chosen == "table" and answer.form == "triples":
        raise QueryError(
            Text("Bộ ba không in thành bảng được.", "Triples cannot be printed as a table."),
            Text("Hãy dùng --format turtle.", "Use --format turtle."),
        )
    if chosen != "table":
        console.raw(answer.serialize("jsonld" if chosen == "json" and answer.form == "triples" else chosen))
    elif answer.form == "boolean":
        click.echo(console.say(Text("có", "yes") if answer else Text("không", "no")))
    else:
        _print(console, answer, project.names)


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


def _print(console: Console, answer: Answer, names: Names) -> None:
    rows = [["" if t is None else _short(names.compact, t) for t in row] for row in answer.rows()]
    console.table(answer.columns, rows)
    console.note(Text("{n} dòng", "{n} row(s)"), n=len(rows))


def _short(compact: Callable[[str], str], term: Term) -> str:
    value = getattr(term, "value", None)
    if value is None:
        return str(term)
    return compact(value) if str(term).startswith("<") else str(value)
