"""Every text that a person may read stands in Vietnamese and in English, and both say the same things."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dfgraph.base.findings import Fault, Severity
from dfgraph.base.query_files import QueryFile, read_query_files
from dfgraph.sources.facts import faults
from worlds import ROOT

SOURCES = sorted((ROOT / "src" / "dfgraph").rglob("*.py"))
PLACEHOLDER = re.compile(r"(?<!\{)\{(\w*)[^{}]*\}(?!\})")
VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def texts(path: Path) -> Iterator[tuple[int, str, str]]:
    """Each `Text("…", "…")` of a file, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
            spoken = [constant(argument) for argument in node.args]
            if len(spoken) == 2 and spoken[0] is not None and spoken[1] is not None:
                yield node.lineno, spoken[0], spoken[1]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_both_languages_say_the_same(path: Path) -> None:
    for line, vi, en in texts(path):
        assert bool(vi) == bool(en), f"line {line}: one language is missing"
        assert set(PLACEHOLDER.findall(vi)) == set(PLACEHOLDER.findall(en)), f"line {line}: {en}"
        assert en == "Tiếng Việt" or not VIETNAMESE.search(en), f"line {line}: {en}"
        if re.search(r"[a-z]{3} [a-z]{2}", en):
            assert VIETNAMESE.search(vi), f"line {line}: {vi}"


def test_there_are_texts_to_look_at() -> None:
    assert sum(len(list(texts(path))) for path in SOURCES) > 150


FAULTS: dict[str, Fault] = {name: f for name, f in vars(faults).items() if isinstance(f, Fault)}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_every_finding_of_the_facts_has_a_code_and_texts(fault: Fault) -> None:
    assert re.fullmatch(r"facts/[a-z-]+", fault.code)
    assert fault.message.vi
    assert fault.message.en
    assert bool(fault.hint.vi) == bool(fault.hint.en)


def test_no_two_findings_share_a_code() -> None:
    codes = [fault.code for fault in FAULTS.values()]
    assert len(codes) == len(set(codes)) > 20


def of(folder: str) -> list[QueryFile]:
    return read_query_files(ROOT / "ontology" / folder)


def spoken(text: Any) -> bool:
    return isinstance(text, dict) and set(text) == {"vi", "en"} and all(isinstance(t, str) and t for t in text.values())


@pytest.mark.parametrize("check", of("checks"), ids=lambda file: file.name)
def test_every_check_has_a_code_a_severity_and_texts(check: QueryFile) -> None:
    assert check.header["code"] == f"check/{check.name}"
    assert Severity.named(check.header["severity"]) in Severity
    assert spoken(check.header["message"])
    assert spoken(check.header["hint"])
    columns = set(re.findall(r"\?(\w+)", check.text))
    for part in ("message", "hint"):
        assert {name for text in check.header[part].values() for name in PLACEHOLDER.findall(text)} <= columns


@pytest.mark.parametrize("query", of("queries"), ids=lambda file: file.name)
def test_every_question_has_texts_for_all_it_shows(query: QueryFile) -> None:
    assert spoken(query.header["title"])
    assert query.header["group"]
    for name, told in (query.header.get("parameters") or {}).items():
        assert spoken(told["help"]), name
        assert re.search(rf"VALUES \${name} \{{ UNDEF \}}", query.text), name
    select = re.search(r"SELECT (?:DISTINCT )?(.*?)\n?(?:WHERE|\{)", query.text, re.DOTALL)
    assert select is not None
    projected = re.findall(r"[?$](\w+)", re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*AS (\?\w+)\)", r"\1", select[1]))
    assert set(query.header["columns"]) == set(projected)
    assert all(spoken(text) for text in query.header["columns"].values())


@pytest.mark.parametrize("folder", ["rules", "networks"])
def test_every_rule_and_network_has_a_title(folder: str) -> None:
    assert of(folder)
    assert [file.name for file in of(folder) if not spoken(file.header.get("title"))] == []
