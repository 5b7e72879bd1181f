from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dfgraph import Project

Command = Callable[..., Any]
COUNTRIES = "SELECT ?code WHERE { <country/la> dfg:iso3166 ?code }"


@pytest.fixture
def on(dfgraph: Command, shipped: Project) -> Command:
    """A command on the shipped project."""
    return lambda *arguments: dfgraph(*arguments, "--project", shipped.places.root)


def test_a_query_from_a_string(on: Command) -> None:
    assert on("query", COUNTRIES, "--format", "csv") == (0, "code\r\nLA\r\n", "")


@pytest.mark.parametrize("suffix", [".rq", ".sparql"])
def test_a_query_from_a_file(on: Command, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"câu hỏi{suffix}"
    file.write_text(COUNTRIES, encoding="utf-8")
    assert on("query", file, "-f", "csv") == (0, "code\r\nLA\r\n", "")


def test_a_query_from_stdin(on: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(COUNTRIES))
    assert on("query", "-", "-f", "tsv") == (0, '?code\n"LA"\n', "")


def test_a_file_that_is_not_there(on: Command) -> None:
    done = on("query", "nowhere.rq")
    assert (done.code, done.out) == (3, "")
    assert done.err == (
        "dfgraph: Cannot read or write nowhere.rq: No such file or directory. The file or folder is gone.\n"
    )


def test_a_file_that_is_not_utf_8(on: Command, tmp_path: Path) -> None:
    file = tmp_path / "a.rq"
    file.write_bytes("ASK { ?s ?p 'Hu\u1ebf' }".encode("utf-16"))
    done = on("query", file)
    assert (done.code, done.out) == (3, "")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("text", ["SELECT", "", "DROP ALL", "SELECT * { ?s nope:p ?o }", "\x00"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_broken_query_is_one_line(on: Command, text: str, language: str) -> None:
    done = on("query", text, "--lang", language)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("dfgraph: ")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("format_", ["table", "csv", "json"])
@pytest.mark.parametrize("silent", ["", "SILENT "])
def test_a_query_calls_no_other_machine(on: Command, format_: str, silent: str) -> None:
    done = on("query", f"SELECT * {{ SERVICE {silent}<http://127.0.0.1:9/> {{ ?s ?p ?o }} }}", "-f", format_)
    assert (done.code, done.out) == (3, "")
    assert done.err.count("\n") == 1


def test_what_fails_while_rows_are_read_is_one_line_too(on: Command) -> None:
    done = on("query", "SELECT (<http://example.org/f>(?s) AS ?x) { ?s ?p ?o }")
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)


def test_a_table_has_ids_for_things_and_a_count_beside_it(on: Command) -> None:
    done = on("query", "SELECT ?country ?code ?none { BIND (<country/la> AS ?country) ?country dfg:iso3166 ?code }")
    heading, _, row = (line.split() for line in done.out.splitlines() if line.strip())
    assert (heading, row) == (["country", "code", "none"], ["country/la", "LA"])
    assert (done.code, done.err) == (0, "1 row.\n")


def test_a_table_shows_markup_as_it_is(on: Command) -> None:
    done = on("query", 'SELECT ("[bold]x[/bold] [/nope] :smile:" AS ?text) {}')
    assert "[bold]x[/bold] [/nope] :smile:" in done.out


@pytest.mark.parametrize(("language", "answer"), [("vi", "không\n"), ("en", "no\n")])
def test_yes_or_no(on: Command, language: str, answer: str) -> None:
    assert on("query", "ASK { <country/la> dfg:iso3166 'XX' }", "--lang", language) == (0, answer, "")


def test_json_is_that_of_the_w3c(on: Command) -> None:
    done = on("query", COUNTRIES, "--json")
    assert json.loads(done.out)["results"] == {"bindings": [{"code": {"type": "literal", "value": "LA"}}]}
    assert json.loads(on("query", "ASK {}", "--json").out)["boolean"] is True


def test_triples_are_turtle_unless_told(on: Command) -> None:
    query = "CONSTRUCT { ?s dfg:iso3166 ?code } WHERE { ?s dfg:iso3166 ?code FILTER (?s = <country/la>) }"
    assert '"LA"' in on("query", query).out
    assert json.loads(on("query", query, "--json").out)[0]["@id"] == "https://w3id.org/dfgraph/id/country/la"
    done = on("query", query, "--format", "table")
    assert done == (3, "", "dfgraph: Triples cannot be printed as a table. Use --format turtle.\n")


def test_csv_runs_in_no_spreadsheet_and_is_else_that_of_the_w3c(on: Command) -> None:
    query = "SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) { (<country/la> '=1+1' -1.5 'a,b') } }"
    done = on("query", query, "-f", "csv")
    assert done.out == 'a,b,c,d\r\nhttps://w3id.org/dfgraph/id/country/la,\'=1+1,-1.5,"a,b"\r\n'


def test_markdown_has_ids_for_things(on: Command) -> None:
    done = on("query", "SELECT ?a ?b { VALUES (?a ?b) { (<country/la> 'x|y') } }", "-f", "markdown")
    assert done == (0, "| a | b |\n| --- | --- |\n| country/la | x\\|y |\n", "")


def test_an_answer_goes_into_a_file_of_the_form_that_its_name_tells(on: Command, tmp_path: Path) -> None:
    done = on("query", COUNTRIES, "-o", tmp_path / "a.csv")
    assert done == (0, "", f"Wrote {tmp_path / 'a.csv'}.\n")
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbfcode\r\nLA\r\n"
    assert on("query", COUNTRIES, "-o", tmp_path / "a.txt").code == 0
    assert (tmp_path / "a.txt").read_text().split() == ["code", "────", "LA"]
    triples = "CONSTRUCT { ?s dfg:iso3166 ?code } WHERE { ?s dfg:iso3166 ?code FILTER (?s = <country/la>) }"
    assert on("query", triples, "-o", tmp_path / "a.ttl").code == 0
    assert b'"LA"' in (tmp_path / "a.ttl").read_bytes()


def test_a_format_that_does_not_fit_names_those_that_do(on: Command) -> None:
    done = on("query", COUNTRIES, "-f", "turtle")
    assert done.err == (
        "dfgraph: This result cannot be written as turtle. Use one of: table, markdown, json, xml, csv, tsv.\n"
    )


@pytest.mark.parametrize("format_", ["csv", "tsv", "json", "nt", "table"])
def test_a_reader_that_goes_away_is_no_error(shipped: Project, format_: str) -> None:
    """`dfgraph query … | head -1`."""
    query = "SELECT * { ?s ?p ?o }" if format_ != "nt" else "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    limit = "" if format_ != "table" else " LIMIT 3000"
    command = [sys.executable, "-m", "dfgraph", "query", query + limit, "-f", format_]
    with subprocess.Popen(
        [*command, "--project", str(shipped.places.root), "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        told = process.stderr.read().decode()
    assert "Traceback" not in told
    assert "Broken" not in told
    assert process.returncode == 0
