"""What the documentation says, the program does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from dfgraph import Project
from dfgraph.cli.main import VERBS, run
from worlds import ROOT, shipped

READMES = ("README.md", "README.vi.md")
WRITING = {"init", "build", "add", "edit", "retract", "undo", "rename", "merge", "log", "template", "import"}
__all__ = ["shipped"]


def commands(readme: str) -> list[list[str]]:
    """Every `dfgraph …` that a README shows to type, as arguments."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    shown = re.findall(r"`dfgraph ([^`]*)`", text) + re.findall(r"^\$ dfgraph (.*)$", text, re.MULTILINE)
    return [shlex.split(line) for line in shown]


@pytest.mark.parametrize("readme", READMES)
def test_what_a_readme_shows_can_be_typed(
    readme: str, shipped: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command that reads ends well on the shipped facts; `verify` wants texts that are not shipped."""
    monkeypatch.chdir(shipped.places.root)
    shown = [c for c in commands(readme) if c and c[0] in VERBS and c[0] not in WRITING | {"verify"}]
    assert len(shown) >= 8
    for arguments in shown:
        assert run(arguments) == 0, (arguments, capsys.readouterr().err)


@pytest.mark.parametrize(("readme", "heading"), [("README.md", "## Add your"), ("README.vi.md", "## Thêm sự")])
def test_the_session_of_adding_facts(
    readme: str, heading: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a new project, one command after the other; what is shown of the answers is what is answered."""
    project = tmp_path / "project"
    monkeypatch.setenv("DFGRAPH_LANG", "en" if readme == "README.md" else "vi")
    assert run(["init", str(project)]) == 0
    monkeypatch.chdir(project)
    assert run(["build"]) == 0
    text = (ROOT / readme).read_text(encoding="utf-8")
    lines = text[text.index(heading) :].partition("```console\n")[2].partition("```")[0].splitlines()
    assert len(lines) >= 4
    capsys.readouterr()
    answered = ""
    for line in lines:
        if line.startswith("$ dfgraph "):
            assert run(shlex.split(line)[2:]) == 0, (line, capsys.readouterr())
            told = capsys.readouterr()
            answered = told.out + told.err
        else:
            assert line in answered


@pytest.mark.parametrize("readme", READMES)
def test_every_verb_is_in_the_readme(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert [verb for verb in VERBS if f"dfgraph {verb}" not in text] == []


def test_the_files_that_a_readme_names_are_there() -> None:
    for readme in READMES:
        text = (ROOT / readme).read_text(encoding="utf-8")
        for name in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (ROOT / name).is_file(), (readme, name)


def test_both_readmes_show_the_same_commands() -> None:
    """What one language teaches, the other does."""
    english, vietnamese = ({c[0] for c in commands(readme) if c and c[0] in VERBS} for readme in READMES)
    assert english == vietnamese


def test_the_changelog_knows_this_version() -> None:
    import dfgraph

    assert f"## [{dfgraph.__version__}]" in Path(ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
