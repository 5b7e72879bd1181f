"""`dfgraph init` makes a project that builds: from a checkout, and from a wheel installed elsewhere."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from dfgraph import Project, new_project
from dfgraph.base.errors import DfgraphError, ProjectError
from dfgraph.base.findings import Severity
from worlds import ROOT


def test_a_new_project_builds_without_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "dự án mới"
    written = new_project(folder)
    assert written == sorted(p for p in folder.rglob("*") if p.is_file())
    report = Project.open(folder).build()
    assert [f for f in report.findings if f.severity is Severity.ERROR] == []
    assert report.counts["claims"] > 5


def test_a_new_project_knows_the_places_from_the_first_day(tmp_path: Path) -> None:
    new_project(tmp_path / "new")
    names = {p.name for p in (ROOT / "data" / "reference").iterdir()}
    assert {p.name for p in (tmp_path / "new" / "data" / "reference").iterdir()} == names
    project = Project.open(tmp_path / "new")
    project.build()
    rows = project.query(
        "SELECT (COUNT(*) AS ?n) { ?unit a dfg:Province ; dfg:since/dfg:earliest ?day FILTER (YEAR(?day) = 2025) }"
    )
    assert int(rows.serialize("csv").decode().split()[1]) > 20


def test_a_new_project_has_the_shipped_ontology_and_something_to_read(tmp_path: Path) -> None:
    new_project(tmp_path / "new")
    made = tmp_path / "new"
    shipped = {p.relative_to(ROOT) for p in (ROOT / "ontology").rglob("*") if p.is_file()}
    assert {p.relative_to(made) for p in (made / "ontology").rglob("*") if p.is_file()} == shipped
    assert (made / "README.md").is_file()
    assert not list(made.rglob("__*"))


def test_the_shipped_questions_answer_in_a_new_project(tmp_path: Path) -> None:
    new_project(tmp_path / "new")
    project = Project.open(tmp_path / "new")
    project.build()
    place = project.query("SELECT ?place { ?p a dfg:Partnership ; dfg:place ?place } ORDER BY ?place LIMIT 1")
    id_ = place.serialize("csv").decode().split("\r\n")[1].removeprefix("https://w3id.org/dfgraph/id/")
    table = project.ask("partners-of", place=id_)
    assert table.rows
    assert all(row.citations for row in table.rows)


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert new_project(tmp_path / "empty")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_folder_that_holds_something_is_refused(tmp_path: Path, language: str) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ProjectError) as caught:
        new_project(tmp_path)
    told = {
        "vi": f"{tmp_path} không trống. Hãy chọn một thư mục mới.",
        "en": f"{tmp_path} is not empty. Choose a new folder.",
    }
    assert caught.value.say("vi" if language == "vi" else "en") == told[language]
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("inside", [False, True])
def test_a_file_in_the_way_is_one_line(tmp_path: Path, inside: bool) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(DfgraphError):
        new_project(tmp_path / "file" / "project" if inside else tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True, check=True, timeout=120)


def test_an_installed_wheel_makes_a_project_that_builds(tmp_path: Path) -> None:
    """In a virtual environment of its own, far from the checkout; its dependencies are those of this one."""
    pytest.importorskip("hatchling")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("dfgraph-*.whl")
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv" / "bin" / "python"
    run(*pip, "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    (site,) = (tmp_path / "venv" / "lib").glob("python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")

    where = run(python, "-c", "import dfgraph; print(dfgraph.__file__)", cwd=tmp_path).stdout
    assert where.startswith(str(tmp_path))
    command = tmp_path / "venv" / "bin" / "dfgraph"
    run(command, "init", "mine", cwd=tmp_path)
    run(command, "build", cwd=tmp_path / "mine")
    answer = run(command, "query", "SELECT (COUNT(?c) AS ?n) { ?c a dfg:Claim }", "-f", "csv", cwd=tmp_path / "mine")
    assert int(answer.stdout.split()[1]) > 5
    assert json.loads(run(command, "ask", "--json", cwd=tmp_path / "mine").stdout)
    # The code of the pages came with it.
    made = json.loads(run(command, "view", "--json", "-o", "page.html", "partners", cwd=tmp_path / "mine").stdout)
    assert (tmp_path / "mine" / "page.html").stat().st_size > 2_000_000
    assert made
