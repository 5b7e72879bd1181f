"""What sources state differently: both are kept, and a reader is told. With the ontology that is shipped."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dfgraph import Project
from worlds import ROOT, write_files

FACTS = """
- {kind: source, id: source/a, label: {vi: Nguồn A, en: Source A}, source_type: news-article}
- {kind: source, id: source/b, label: {vi: Nguồn B, en: Source B}, source_type: news-article}
- defaults: {evidence: {source: source/a}}
- {kind: agreement, id: agreement/x, label: {vi: Thỏa thuận X, en: Agreement X}, type: memorandum, signed: "2019"}
- kind: agreement
  id: agreement/x
  label: {vi: Thỏa thuận X, en: Agreement X}
  signed: SIGNED
  evidence: {source: source/b}
"""


def project(folder: Path, signed: str) -> Project:
    shutil.copytree(ROOT / "ontology", folder / "ontology")
    write_files(folder, {"data/facts.yaml": FACTS.replace("SIGNED", signed)})
    return Project.open(folder)


@pytest.mark.parametrize("signed", ["2018", "2018-06", "2018-12-31/2019-06", "../2018"])
def test_two_dates_that_cannot_both_be_right_are_contested(tmp_path: Path, signed: str) -> None:
    made = project(tmp_path, signed)
    report = made.build()
    assert report.sound, report.findings
    (finding,) = (f for f in report.findings if f.code == "check/contested")
    told = [("2019", "Source A", "data/facts.yaml:5:108"), (signed, "Source B", "data/facts.yaml:9:11")]
    first, second = sorted(told, key=lambda one: one[0].replace("..", "open"))
    assert (str(finding.location), finding.subject) == (second[2], "agreement/x")
    assert finding.message.en == (
        f"Agreement X: “Signed” is contested: {first[0]} (says {first[1]}) and {second[0]} (says {second[1]})."
    )
    shown = [s for s in made.show("agreement/x").statements if s.property.id == "dfg:signed"]
    assert {(s.value.say("en"), s.contested, s.citations[0].source) for s in shown} == {
        ("2019", True, "source/a"),
        (signed, True, "source/b"),
    }


@pytest.mark.parametrize("signed", ["2019", "2019-06", "2019-06-18", "2018/2020-05", "2010/..", "../2020"])
def test_a_date_within_the_other_is_no_contest(tmp_path: Path, signed: str) -> None:
    made = project(tmp_path, signed)
    assert [f.code for f in made.check().findings if f.code == "check/contested"] == []


def test_two_spans_told_from_day_to_day_differ_even_where_one_holds_the_other(tmp_path: Path) -> None:
    made = project(tmp_path, "2019-09-12/2019-09-18")
    facts = FACTS.replace('"2019"', "2019-09-14/2019-09-16").replace("SIGNED", "2019-09-12/2019-09-18")
    write_files(tmp_path, {"data/facts.yaml": facts})
    assert [f.subject for f in made.check().findings if f.code == "check/contested"] == ["agreement/x"]


@pytest.mark.parametrize("signed", ["2019-09", "2019-09-15", "2019-09-12/.."])
def test_a_span_of_days_does_not_contest_a_day_or_a_month(tmp_path: Path, signed: str) -> None:
    made = project(tmp_path, signed)
    facts = FACTS.replace('"2019"', "2019-09-14/2019-09-16").replace("SIGNED", signed)
    write_files(tmp_path, {"data/facts.yaml": facts})
    assert [f.code for f in made.check().findings if f.code == "check/contested"] == []
