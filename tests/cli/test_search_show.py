from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from dfgraph import Project

Command = Callable[..., Any]


@pytest.fixture
def on(dfgraph: Command, shipped: Project) -> Command:
    return lambda *arguments: dfgraph(*arguments, "--project", shipped.places.root)


def test_search_takes_several_words(on: Command) -> None:
    assert json.loads(on("search", "Đà", "Nẵng", "--json").out) == json.loads(on("search", "Đà Nẵng", "--json").out)


def test_search_in_either_language(on: Command) -> None:
    first = json.loads(on("search", "Quảng Ninh", "--json", "--lang", "vi").out)[0]
    assert first == {
        "id": "province/quang-ninh",
        "label": "Quảng Ninh",
        "kind": "Tỉnh, thành phố",
        "name": "Quảng Ninh",
    }
    assert json.loads(on("search", "quang-ninh", "--json").out)[0]["label"] == "Quang Ninh"


def test_search_keeps_to_its_limit(on: Command) -> None:
    assert len(json.loads(on("search", "a", "--limit", "3", "--json").out)) == 3


def test_nothing_found_is_an_answer(on: Command) -> None:
    assert on("search", "xyzzy") == (0, "", "Nothing is called “xyzzy”.\n")
    assert json.loads(on("search", "xyzzy", "--json").out) == []


@pytest.mark.parametrize("text", ["", " ", "...", '"', "{xyzzy}", "💥", "\\"])
def test_no_text_breaks_a_search(on: Command, text: str) -> None:
    done = on("search", text)
    assert (done.code, done.out) == (0, "")
    assert "Traceback" not in done.err


def test_show_tells_each_statement_with_its_source(on: Command) -> None:
    shown = json.loads(on("show", "quang-ninh", "--json", "--lang", "en").out)
    assert (shown["id"], shown["label"], shown["kind"]) == ("province/quang-ninh", "Quang Ninh", "Province or city")
    stated = [s for s in shown["statements"] if not s.get("derived")]
    assert stated
    assert all(s["citations"] for s in stated)


@pytest.mark.parametrize("thing", ["province/quang-ninh", "quang-ninh", "Quảng Ninh", "QUANG NINH"])
def test_show_takes_an_id_its_end_or_a_name(on: Command, thing: str) -> None:
    assert json.loads(on("show", thing, "--json").out)["id"] == "province/quang-ninh"


def test_show_asks_which_one_is_meant(on: Command) -> None:
    done = on("show", "Đà", "Nẵng")
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert "province/da-nang (Đà Nẵng)" in done.err
    assert "province/da-nang-2025 (Đà Nẵng)" in done.err


def test_show_as_a_table(on: Command) -> None:
    done = on("show", "country/la", "--lang", "en")
    assert done.code == 0
    assert done.out.splitlines()[0].strip() == "Laos  (Country or territory, country/la)"
    assert any(line.split()[:4] == ["ISO", "3166-1", "code", "LA"] for line in done.out.splitlines())
