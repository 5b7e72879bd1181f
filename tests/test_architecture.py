"""The plan of the house, held by tests: budgets, faces, floors, and a docstring on every public name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from worlds import ROOT

SOURCES = sorted((ROOT / "src" / "dfgraph").rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}
FACES = [path for path in SOURCES if path.name == "__init__.py"]
Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    return path.relative_to(ROOT / "src").as_posix()


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(node: Function) -> int:
    """The lines of a function without its decorators and docstring."""
    assert node.end_lineno is not None
    first = node.body[0]
    told = ast.get_docstring(node) is not None and first.end_lineno is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if told else 0
    return node.end_lineno - node.lineno + 1 - docstring


def parameters(node: Function) -> list[str]:
    names = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
    return [name for name in names if name not in ("self", "cls")]


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_file_is_at_most_350_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_function_is_at_most_45_lines_and_7_parameters(path: Path) -> None:
    assert [f"{f.name}: {length(f)} lines" for f in functions(TREES[path]) if length(f) > 45] == []
    assert [
        f"{f.name}: {len(parameters(f))} parameters" for f in functions(TREES[path]) if len(parameters(f)) > 7
    ] == []


ROOMS = [path for path in FACES if path.parent.name != "dfgraph"]


def test_the_face_of_the_whole_offers_each_name_from_its_home() -> None:
    """It imports nothing by itself, so that each verb of the command line starts with what it needs."""
    import dfgraph

    assert set(dfgraph._HOMES) == set(dfgraph.__all__) - {"__version__"}
    for name, home in dfgraph._HOMES.items():
        assert getattr(dfgraph, name) is getattr(import_module(home), name)
    with pytest.raises(AttributeError):
        _ = dfgraph.Nothing


@pytest.mark.parametrize("path", ROOMS, ids=name_of)
def test_a_face_defines_nothing_and_is_short(path: Path) -> None:
    """It says what its room offers: a docstring, imports and `__all__`."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60
    assigned = []
    for node in TREES[path].body:
        if isinstance(node, ast.Assign):
            assigned += [target.id for target in node.targets if isinstance(target, ast.Name)]
        else:
            docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            assert docstring or isinstance(node, ast.Import | ast.ImportFrom), ast.dump(node)
    assert set(assigned) <= {"__all__"}


@pytest.mark.parametrize("path", ROOMS, ids=name_of)
def test_a_face_offers_what_it_imports(path: Path) -> None:
    imported: set[str] = set()
    offered: set[str] = set()
    for node in TREES[path].body:
        if isinstance(node, ast.ImportFrom) and node.module != "__future__":
            imported |= {alias.asname or alias.name for alias in node.names}
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
            offered = set(ast.literal_eval(node.value))
    assert offered == imported


def undocumented(body: list[ast.stmt], inside: str = "") -> Iterator[str]:
    """Public classes, functions and methods without a docstring."""
    for node in body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            if ast.get_docstring(node) is None:
                yield inside + node.name
            if isinstance(node, ast.ClassDef):
                yield from undocumented(node.body, f"{inside}{node.name}.")


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_every_public_name_has_a_docstring(path: Path) -> None:
    assert ast.get_docstring(TREES[path])
    assert list(undocumented(TREES[path].body)) == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_only_the_roof_prints(path: Path) -> None:
    calls = [n.func.id for n in ast.walk(TREES[path]) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    assert "print" not in calls
    if "cli" not in path.parts:
        text = path.read_text(encoding="utf-8")
        assert "sys.stdout" not in text
        assert "sys.stderr" not in text


def test_no_room_is_called_utils() -> None:
    assert {path.stem for path in SOURCES} & {
        "utils",
        "util",
        "helpers",
        "helper",
        "common",
        "manager",
        "misc",
    } == set()


def test_the_import_contracts_are_kept(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert code == 0, capsys.readouterr().out


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    """Left alone, pytest takes every folder called `build` for something that was built."""
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {path.parent for top in ("src", "tests") for path in (ROOT / top).rglob("*.py")}
    names = {part for folder in folders for part in folder.relative_to(ROOT).parts}
    assert {name for name in names for pattern in passed_over if fnmatch(name, pattern)} == set()
