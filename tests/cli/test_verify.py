"""`dfgraph verify` as a person uses it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from village_texts import TEXT, Marketplace, marketplace, write_texts
from worlds import world

__all__ = ["marketplace", "world"]

Command = Callable[..., Any]

FACTS = """
    - {kind: commune, id: commune/dong, population: %s, evidence: {source: source/bao-lang, paragraph: 3}}
    - {kind: commune, id: commune/dong, area: 60, evidence: {source: source/bao-lang, paragraph: 3, inferred: true,
        because: {vi: Đo lại., en: Measured again.}}}
"""


@pytest.fixture
def on(dfgraph: Command, marketplace: Marketplace, tmp_path: Path) -> Command:
    """A function that runs `verify` on facts in which the commune has so many people."""

    def run(population: str, *arguments: object, texts: Path | None = None) -> Any:
        project = marketplace(FACTS % population)
        folder = texts or write_texts(tmp_path / "texts")
        return dfgraph("verify", "--texts", folder, *arguments, "--project", project.places.root)

    return run


def test_three_numbers_when_all_is_well(on: Command, tmp_path: Path) -> None:
    done = on("4210")
    assert done.code == 0
    assert done.out == (
        "Checked: 1\nSkipped: 5\n  1: inferred by the recorder, not stated\n  4: no paragraph cited\nFailed: 0\n"
    )
    text = tmp_path / "texts" / "bao-lang.txt"
    assert done.err == f"{text}: source/bao-lang, 5 paragraph(s)\n1 value(s) stand in their paragraph.\n"


def test_each_failure_at_its_line(on: Command) -> None:
    done = on("4120")
    assert done.code == 1
    assert done.out.splitlines()[-2:] == [
        "Failed: 1",
        "data/facts.yaml:1:49: commune/dong: Population “4120”: not found in paragraph 3, source/bao-lang "
        "(Xã Đông Sơn có 4.210 người, rộng 60,28 km2; quỹ chợ được…)",
    ]


def test_in_vietnamese(on: Command) -> None:
    done = on("4120", "--lang", "vi")
    assert done.out.splitlines()[:2] == ["Đã kiểm: 0", "Bỏ qua: 5"]
    assert "commune/dong: Số dân «4120»: không thấy trong đoạn 3, source/bao-lang (" in done.out


def test_as_json(on: Command) -> None:
    done = on("4120", "--json", "--source", "source/bao-lang")
    told = json.loads(done.out)
    assert (done.code, done.err) == (1, "")
    assert (told["checked"], told["skipped"], told["failed"]) == (0, {"inferred": 1}, 1)
    (failure,) = told["failures"]
    assert failure.pop("claim").startswith("claim/")
    assert failure == {
        "fault": "not-found",
        "path": "data/facts.yaml",
        "line": 1,
        "column": 49,
        "thing": "commune/dong",
        "source": "source/bao-lang",
        "paragraph": 3,
        "field": "Population",
        "value": "4120",
        "why": "not found in paragraph 3",
        "near": "Xã Đông Sơn có 4.210 người, rộng 60,28 km2; quỹ chợ được…",
    }


def test_rows_of_passages_can_be_kept_as_a_file(on: Command) -> None:
    done = on("4210", "--passages", "source/bao-lang")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == "kind,source,paragraph,note@vi,note@en,digest"
    assert len(done.out.splitlines()) == 6
    assert not any(words in done.out for words in ("Chợ", "Đông"))
    assert len(json.loads(on("4210", "--passages", "source/bao-lang", "--json").out)) == 5


def test_texts_that_are_not_used_are_named(on: Command, tmp_path: Path) -> None:
    done = on("4210", texts=write_texts(tmp_path / "more", {"bao-lang.txt": TEXT, "other.txt": "Khác."}))
    assert f"{tmp_path / 'more' / 'other.txt'}: not used\n" in done.err


def test_records_with_errors_are_spoken_of(on: Command) -> None:
    done = on("many")
    assert "1 error(s) in the facts: broken records are not checked; see `dfgraph check`.\n" in done.err


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("arguments", [(), ("--texts",), ("--texts", "x", "--source", "a", "--passages", "b")])
def test_a_wrong_command_line(dfgraph: Command, village: Path, arguments: tuple[str, ...], language: str) -> None:
    done = dfgraph("verify", "--project", village, "--lang", language, *arguments)
    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_cannot_be_read_is_one_line(on: Command, tmp_path: Path, language: str) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    for name, content in (("a.txt", b""), ("b.txt", b"\x00\x01"), ("c.txt", "Huế".encode("utf-16"))):
        (bad / name).write_bytes(content)
    for texts in (bad, tmp_path / "none"):
        done = on("4210", "--lang", language, texts=texts)
        assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
        assert done.err.startswith("dfgraph: ")
    assert all(name in on("4210", texts=bad).err for name in ("a.txt", "b.txt", "c.txt"))


@pytest.mark.parametrize(("language", "word"), [("vi", "ba con số"), ("en", "three numbers")])
def test_help(dfgraph: Command, language: str, word: str) -> None:
    told = " ".join(dfgraph("verify", "--help", "--lang", language).out.split())
    assert word in told
    assert "--passages ID" in told
