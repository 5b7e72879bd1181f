from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from dfgraph import Project

Command = Callable[..., Any]


@pytest.fixture
def on(dfgraph: Command, shipped: Project) -> Command:
    return lambda *arguments: dfgraph(*arguments, "--project", shipped.places.root)


def test_without_a_question_all_are_listed_by_group(on: Command) -> None:
    done = on("ask")
    assert (done.code, done.err) == (0, "")
    groups = [line for line in done.out.splitlines() if line.endswith(":") and not line.startswith(" ")]
    assert groups[:2] == ["Options:", "Partnerships and agreements:"]
    assert "partners-of" in done.out


def test_the_list_as_json(on: Command, shipped: Project) -> None:
    told = json.loads(on("ask", "--json").out)
    assert {q["name"] for q in told} == set(shipped.catalog.queries)
    (partners,) = (q for q in told if q["name"] == "partners-of")
    assert [(p["name"], p["required"]) for p in partners["parameters"]] == [("place", True)]


def test_a_question_as_a_table(on: Command) -> None:
    done = on("ask", "partners-of", "--place", "quang-ninh", "--lang", "vi")
    assert done.code == 0
    assert done.out.splitlines()[0].strip() == "Một địa phương có những đối tác nào, từ khi nào?"
    assert re.match(r"\d+ dòng từ \d+ nguồn", done.err)
    assert sum("Hoa Kỳ" in line for line in done.out.splitlines()) == 2


def test_no_rows_is_an_answer(on: Command) -> None:
    assert on("ask", "partners-of", "--place", "country/th", "--json") == (0, "[]\n", "")
    assert on("ask", "partners-of", "--place", "country/th").err == "0 rows.\n"


def test_a_required_parameter_is_asked_for(on: Command) -> None:
    done = on("ask", "partners-of")
    assert (done.code, done.out) == (2, "")
    assert "--place" in done.err


def test_a_name_that_is_not_known(on: Command) -> None:
    done = on("ask", "partners-of", "--place", "Quảng Ninhh")
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert "There is no “Quảng Ninhh” among " in done.err
    assert "province/quang-ninh" in done.err


def test_a_thing_of_another_class_is_not_taken(on: Command) -> None:
    done = on("ask", "places-tied-to-country", "--country", "province/hue")
    assert (done.code, done.out) == (3, "")


@pytest.mark.parametrize(
    "text", ['" } DROP ALL {', "'", "\\", "> <", "province/da-nang> ?x", "%", "?place", "UNDEF", "", " ", "\n", "💥"]
)
def test_no_text_breaks_a_question(on: Command, text: str) -> None:
    done = on("ask", "partners-of", "--place", text)
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert done.err.startswith("dfgraph: There is no “")
