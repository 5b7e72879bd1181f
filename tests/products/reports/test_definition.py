from __future__ import annotations

from pathlib import Path

import pytest

from dfgraph import Project
from dfgraph.base.errors import OntologyError, QueryError
from dfgraph.products.reports import read_report, read_reports
from worlds import write_files


def test_a_folder_with_a_head_is_a_report(village_report: Project) -> None:
    (report,) = village_report.reports.values()
    assert (report.name, report.title) == ("census", ("Các xã", "The communes"))
    assert [p.name for p in report.parameters] == ["commune"]
    assert [file.name for file in report.sections] == ["people", "names"]


def test_sections_without_an_order_come_last_by_name(tmp_path: Path) -> None:
    files = {"b.rq": "ASK {}", "a.rq": "ASK {}", "z.rq": "# order: 2\nASK {}", "report.yaml": ""}
    write_files(tmp_path / "one", files)
    (report,) = read_reports(tmp_path).values()
    assert [file.name for file in report.sections] == ["z", "a", "b"]
    assert (report.title, report.parameters) == (("", ""), ())


def test_a_folder_without_a_head_is_none(tmp_path: Path) -> None:
    write_files(tmp_path / "drafts", {"a.rq": "ASK {}"})
    assert read_reports(tmp_path) == read_reports(tmp_path / "absent") == {}


def test_a_broken_head_names_its_file(tmp_path: Path) -> None:
    write_files(tmp_path / "one", {"report.yaml": "title: {vi: a"})
    with pytest.raises(OntologyError, match=r"report\.yaml is not YAML"):
        read_reports(tmp_path)


def test_an_unknown_report_is_refused_with_the_nearest(village_report: Project, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"There is no report “sensus”\. Did you mean: census\?"):
        village_report.report_files("sensus")
    with pytest.raises(QueryError, match=r"Did you mean: -\?"):
        read_report(tmp_path, "census")
