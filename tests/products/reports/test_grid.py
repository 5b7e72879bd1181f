from __future__ import annotations

from dfgraph import Project, Text
from dfgraph.graph.query import Cell, Column, Row, Table
from dfgraph.products.reports import Section, grid_of


def cell(said: str | int) -> Cell:
    return Cell("", Text(str(said), str(said)), said)


def section(*rows: tuple[str | int | None, ...], total: tuple[str | int | None, ...] | None = None) -> Section:
    """A section of plain values, with at most one total."""
    told = [
        Row(tuple(cell(v) if v is not None else None for v in row), ()) for row in (*rows, *([total] if total else []))
    ]
    columns = tuple(Column(name, Text(f"Cột {name}", f"Column {name}")) for name in "abc"[: len(told[0].cells)])
    kept = tuple(told[: len(rows)])
    return Section(
        "s", Text("Bảng", "Table"), Text("", ""), Table(columns, kept, cited=False), tuple(told[len(rows) :])
    )


def test_rows_of_one_name_stand_together() -> None:
    grid = grid_of(section(("x", 1, "p"), ("x", 2, "q"), ("y", 3, None)), "vi")
    assert grid.headings == ("Cột a", "Cột b", "Cột c")
    assert [(g.name, g.rows, g.total) for g in grid.groups] == [
        ("x", (("1", "p"), ("2", "q")), False),
        ("y", (("3", ""),), False),
    ]
    assert grid.nested


def test_a_name_that_comes_back_begins_anew() -> None:
    grid = grid_of(section(("x", 1), ("y", 2), ("x", 3)), "en")
    assert [group.name for group in grid.groups] == ["x", "y", "x"]
    assert not grid.nested


def test_a_total_is_a_group_of_its_own() -> None:
    grid = grid_of(section(("Tổng", 1), total=("Tổng", 1)), "vi")
    assert [(g.name, g.total) for g in grid.groups] == [("Tổng", False), ("Tổng", True)]


def test_columns_of_numbers_alone_are_numeric() -> None:
    assert grid_of(section(("x", 1, 2), ("y", None, "z")), "vi").numeric == {1}
    assert grid_of(section(("x", None)), "vi").numeric == set()


def test_sources_are_the_last_column(village_report: Project) -> None:
    _, names = village_report.report("census").sections
    grid = grid_of(names, "en")
    assert grid.headings == ("Commune", "Other name", "Citations")
    assert {row[-1] for group in grid.groups for row in group.rows} == {
        "Register of communes, 2026, p. 1",
        "Register of communes, 2026, p. 2",
    }
