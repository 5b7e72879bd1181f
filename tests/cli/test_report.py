from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dfgraph import Project
from worlds import World

Command = Callable[..., Any]
SOURCE = "source/doi-ngoai-dia-phuong-2019"


@pytest.fixture
def on(dfgraph: Command, shipped: Project) -> Command:
    return lambda *arguments: dfgraph(*arguments, "--project", shipped.places.root)


def test_without_a_name_the_reports_are_listed(on: Command) -> None:
    done = on("report")
    assert (done.code, done.err) == (0, "")
    assert [line.split()[0] for line in done.out.splitlines() if line.strip()][-1] == "coverage"
    assert json.loads(on("report", "--json", "--lang", "vi").out) == [
        {"name": "coverage", "title": "Độ phủ: mỗi nguồn đã được ghi lại đến đâu"}
    ]


def test_a_project_without_reports_lists_none(dfgraph: Command, world: World) -> None:
    root = world({}).places.root
    assert dfgraph("report", "--json", "--project", root) == (0, "[]\n", "")
    assert dfgraph("report", "--help", "--project", root).code == 0


def test_help_shows_the_options_of_a_report(on: Command) -> None:
    assert "Coverage: how fully" in on("report", "--help").out
    told = on("report", "coverage", "--help").out
    for option in ("--source SOURCE", "This source only.", "--format", "--output", "--json"):
        assert option in told
    assert "Chỉ nguồn này." in on("report", "coverage", "--help", "--lang", "vi").out


def test_tables_on_stdout(on: Command) -> None:
    done = on("report", "coverage", "--lang", "vi")
    assert (done.code, done.err) == (0, "")
    lines = [line.strip() for line in done.out.splitlines()]
    assert lines[0] == "Độ phủ: mỗi nguồn đã được ghi lại đến đâu"
    assert "Các đoạn của từng nguồn" in lines
    assert any(line.startswith("Tổng ") for line in lines)


def test_one_source(on: Command) -> None:
    """Its id, its id without the prefix, or its name."""
    told = on("report", "coverage", "--source", SOURCE).out
    assert "Only: Article reviewing the external work of Vietnam's localities in 2019" in told
    name = "bài tổng thuật về công tác đối ngoại địa phương năm 2019"
    for text in (SOURCE.partition("/")[2], name):
        assert on("report", "coverage", "--source", text).out == told


def test_as_json(on: Command) -> None:
    told = json.loads(on("report", "coverage", "--source", SOURCE, "--json").out)
    assert (told["name"], [s["id"] for s in told["limits"]["source"]]) == ("coverage", [SOURCE])
    sections = {section["name"]: section["rows"] for section in told["sections"]}
    assert list(sections) == ["paragraphs", "unexplained", "claims", "figures", "kinds", "explained", "whole"]
    (row,) = sections["paragraphs"]
    assert row["paragraphs"] == row["told"] + row["explained"] + row["unexplained"] == 37
    assert sum(kind["claims"] for kind in sections["kinds"]) == sections["claims"][0]["claims"] > 100
    assert sections["whole"] == []


def test_the_same_graph_gives_the_same_bytes(on: Command) -> None:
    for arguments in (("--json",), (), ("--format", "html", "-o", "-")):
        assert on("report", "coverage", *arguments) == on("report", "coverage", *arguments)


def test_a_page(on: Command, shipped: Project, tmp_path: Path) -> None:
    """In the project's output, where it was asked for, or on stdout."""
    page = on("report", "coverage", "--format", "html", "-o", "-").out
    assert page.startswith("<!doctype html>")
    home = shipped.places.output / "report-coverage.html"
    assert on("report", "coverage", "--format", "html") == (0, f"{home}\n", "")
    there = tmp_path / "pages" / "a.html"
    told = json.loads(on("report", "coverage", "--format", "html", "-o", there, "--json").out)
    assert told == {"path": str(there)}
    assert home.read_text(encoding="utf-8") == there.read_text(encoding="utf-8") == page
    home.unlink()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("coverag",), 3, "There is no report “coverag”. Did you mean: coverage?"),
        (("coverage", "--source", "source/nobody"), 3, "There is no “source/nobody”"),
        (("coverage", "-o", "a.html"), 2, "--output needs --format html."),
        (("coverage", "--format", "pdf"), 2, "--format takes one of: text, html."),
        (("coverage", "--format", "html", "-o", "/dev/null/a.html"), 3, "Cannot read or write"),
    ],
)
def test_what_is_refused(on: Command, arguments: tuple[str, ...], code: int, told: str) -> None:
    done = on("report", *arguments)
    assert (done.code, done.out) == (code, "")
    assert told in done.err
