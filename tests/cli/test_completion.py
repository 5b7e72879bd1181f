"""What a shell offers on Tab, asked as bash, zsh and fish ask it; and bash itself, where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dfgraph import Project
from worlds import copy_project

Tab = Callable[..., list[str]]


def asked(folder: Path, *words: str, shell: str = "bash", language: str = "en") -> str:
    """What dfgraph answers a shell about a line, of which the last word is being typed."""
    line = {"COMP_WORDS": "\n".join(("dfgraph", *words)), "COMP_CWORD": str(len(words))}
    if shell == "fish":
        line = {"COMP_WORDS": " ".join(("dfgraph", *words)), "COMP_CWORD": words[-1]}
    told = {**os.environ, **line, "_DFGRAPH_COMPLETE": f"{shell}_complete", "DFGRAPH_LANG": language}
    command = [sys.executable, "-m", "dfgraph"]
    done = subprocess.run(command, env=told, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture(scope="module")
def tab(shipped: Project) -> Tab:
    """The values that bash gets for a line."""

    def press(*words: str) -> list[str]:
        lines = asked(shipped.places.root, *words).splitlines()
        return [line.partition(",")[2] for line in lines if line]

    return press


def test_verbs_and_questions(tab: Tab) -> None:
    assert tab("se") == ["search"]
    assert tab("ask", "partners") == ["partners-of"]
    assert {"partners-of", "figures", "contested"} <= set(tab("ask", ""))


def test_options_have_help_in_the_language_of_the_person(shipped: Project) -> None:
    told = asked(shipped.places.root, "ask", "figures", "--cit", shell="zsh", language="vi")
    assert told == "plain\n--cite\nKèm nguồn của từng dòng.\n"
    told = asked(shipped.places.root, "ask", "partners-o", shell="zsh", language="vi")
    assert told == "plain\npartners-of\nMột địa phương có những đối tác nào, từ khi nào?\n"
    assert asked(shipped.places.root, "--lan", shell="zsh") == "plain\n--lang\nThe language of the answers.\n"


@pytest.mark.parametrize("typed", ["quang-ni", "province/quang-ni", "Quảng Ni", "QUANG NI", "ảng ninh"])
def test_a_part_of_an_id_or_name_finds_the_id(tab: Tab, typed: str) -> None:
    quoted = f"'{typed}'" if " " in typed else typed
    assert "province/quang-ninh" in tab("ask", "partners-of", "--place", quoted)


def test_only_things_of_the_class_are_offered(tab: Tab) -> None:
    found = [value for value in tab("ask", "figures", "--indicator", "fdi") if value.strip()]
    assert found
    assert all(value.startswith("indicator/") for value in found)
    places = {value.partition("/")[0] for value in tab("ask", "figures", "--place", "") if value.strip()}
    assert {"province", "country", "locality"} <= places
    assert not places & {"indicator", "person", "organisation"}


@pytest.mark.parametrize("value", ["indicator/fdi-stock", "province/quang-ninh"])
def test_what_is_offered_is_understood(tab: Tab, shipped: Project, value: str) -> None:
    name = "indicator" if value.startswith("indicator") else "place"
    assert value in tab("ask", "figures", f"--{name}", value.partition("/")[2])
    shipped.ask("figures", **{name: value})


def test_bash_parts_words_at_the_equals_sign(tab: Tab) -> None:
    assert tab("ask", "figures", "--indicator", "=", "fdi-stoc") == ["indicator/fdi-stock"]
    assert [v for v in tab("ask", "figures", "--format", "=") if v.strip()] == ["table", "csv", "markdown", "json"]
    assert tab("view", "around", "--set", "thi") == ["thing="]
    assert "province/quang-ninh" in tab("view", "around", "--set", "thing", "=", "province/quang-ni")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_others_keep_the_option_with_its_value(shipped: Project, shell: str) -> None:
    told = asked(shipped.places.root, "ask", "figures", "--indicator=fdi-stoc", shell=shell)
    assert "--indicator=indicator/fdi-stock" in told


def test_what_was_typed_is_not_lost_where_it_stands_within_the_ids(tab: Tab, shipped: Project) -> None:
    assert tab("ask", "partners-of", "--place", "ninh")[-1] == " "
    assert " " not in tab("ask", "partners-of", "--place", "province/quang")
    told = asked(shipped.places.root, "ask", "partners-of", "--place", "ninh", shell="zsh")
    assert told.startswith("apart\n-\n_\n")


def test_things_networks_and_formats(tab: Tab) -> None:
    assert "province/quang-ninh" in tab("show", "quang-ni")
    assert tab("show", "Quảng", "Ni") == []
    assert tab("view", "succ") == ["succession"]
    assert tab("export", "--network", "peo") == ["people"]
    assert tab("export", "ttl", "t") == ["trig"]
    assert tab("completion", "f") == ["fish"]


@pytest.mark.parametrize("words", [("ask", ""), ("ask", "figures", "--place", "h"), ("show", "h"), ("view", "")])
def test_without_a_project_or_a_graph_nothing_is_said(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert asked(tmp_path, *words).strip() == ""
    if words[-1]:
        assert asked(copy_project(tmp_path / "new"), *words).strip() == ""


def test_a_question_that_is_not_there_offers_nothing(tab: Tab) -> None:
    assert tab("ask", "nothing", "--place", "h") == []


def test_a_folder_may_be_written_as_the_shell_does(
    shipped: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(shipped.places.root.parent))
    words = ("--project", f"~/{shipped.places.root.name}", "ask", "partners")
    assert asked(tmp_path, *words) == "plain,partners-of\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_verb_prints_the_script_of_a_shell(dfgraph: Callable[..., tuple[int, str, str]], shell: str) -> None:
    code, script, said = dfgraph("completion", shell)
    assert (code, said) == (0, "")
    assert f"_DFGRAPH_COMPLETE={shell}_complete" in script
    marks = {"bash": "compopt -o nospace", "zsh": 'compstate[list]="list force"', "fish": "complete --no-files"}
    assert marks[shell] in script


def test_without_a_shell_named_it_is_the_one_in_use(
    dfgraph: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert dfgraph("completion") == dfgraph("completion", "fish")
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    assert dfgraph("completion") == dfgraph("completion", "bash")


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash on this system")
def test_bash_itself(shipped: Project, tmp_path: Path) -> None:
    program = tmp_path / "dfgraph"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dfgraph "$@"\n')
    program.chmod(0o755)
    script = f"""
        eval "$({program} completion bash)"
        try() {{
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
            _dfgraph_completion {program}
            echo "${{COMPREPLY[*]}}"
        }}
        try dfgraph ask partners
        try dfgraph ask figures --indicator fdi-stoc
        try dfgraph ask figures --indicator = fdi-stoc
        try dfgraph ask partners-of --place "'Sóc Trăn"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", script], cwd=shipped.places.root,
        capture_output=True, text=True, check=True, env={**os.environ, "DFGRAPH_LANG": "en"},
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "partners-of",
        "indicator/fdi-stock",
        "indicator/fdi-stock",
        "province/soc-trang",
    ]
