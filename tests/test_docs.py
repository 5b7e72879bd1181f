"""What the documentation says, the program does."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import openpyxl
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
    act(session(readme, heading)[:1], capsys)


@pytest.mark.parametrize(("readme", "heading"), [("README.md", "### Your own"), ("README.vi.md", "### Dự án")])
def test_the_session_of_a_new_project(
    readme: str, heading: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From nothing to an answer: the sheet that `template` makes is filled in as the table of the section shows."""
    monkeypatch.setenv("DFGRAPH_LANG", "en" if readme == "README.md" else "vi")
    monkeypatch.chdir(tmp_path)
    before, after = session(readme, heading)
    act([before], capsys)
    (sheet,) = Path.cwd().glob("*.xlsx")
    fill_in(sheet, section(readme, heading))
    act([after], capsys)


def section(readme: str, heading: str) -> str:
    """The text from a heading to the next of its rank."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    start = text.index(heading)
    return text[start : text.index("\n## ", start + 1)]


def session(readme: str, heading: str) -> list[list[str]]:
    """The lines of each terminal session that a section shows."""
    return [part.splitlines() for part in re.findall(r"```console\n(.*?)```", section(readme, heading), re.DOTALL)]


def act(sessions: list[list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    """Types what is shown, and finds in each answer the lines that are shown of it."""
    answered = ""
    for line in (line for lines in sessions for line in lines):
        if line.startswith("$ dfgraph "):
            capsys.readouterr()
            command, _, folder = line.removeprefix("$ dfgraph ").partition(" && cd ")
            assert run(shlex.split(command)) == 0, (line, capsys.readouterr())
            told = capsys.readouterr()
            answered = told.out + told.err
            if folder:
                os.chdir(folder)  # the caller's monkeypatch takes it back
        else:
            assert line in answered


def fill_in(sheet: Path, section: str) -> None:
    """Writes the rows of a Markdown table into a blank sheet, under its headings."""
    lines = [line for line in section.splitlines() if line.startswith("| ") or line.startswith("|-")]
    headings, _, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    book = openpyxl.load_workbook(sheet)
    page = book.worksheets[0]
    column = {str(cell.value): cell.column for cell in page[1]}
    for row in rows:
        below = page.max_row + 1
        for heading, value in zip(headings, row, strict=True):
            page.cell(below, column[heading], value)
    book.save(sheet)


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
