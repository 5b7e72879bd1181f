from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

import pytest

from dfgraph import Project
from worlds import VILLAGE, World, world

__all__ = ["world"]

PREFIXES = "PREFIX dfg: <https://w3id.org/dfgraph/ns#>\nPREFIX prov: <http://www.w3.org/ns/prov#>\n"
HEAD = """
    title: {vi: Các xã, en: The communes}
    about: {vi: Đông dân hay không., en: How many live there.}
    parameters:
      commune: {class: dfg:Commune, help: {vi: Chỉ xã này., en: This commune only.}}
"""
PEOPLE = """
    # title: {vi: Số dân, en: People}
    # about: {vi: Theo sổ xã., en: As the register says.}
    # order: 1
    # total: {vi: Tổng, en: Total}
    # columns: {commune: {vi: Xã, en: Commune}, people: {vi: Số dân, en: People}}

    SELECT ?commune (SUM(?count) AS ?people) WHERE {
      { SELECT ($commune AS ?of) ?count WHERE { VALUES $commune { UNDEF } $commune dfg:population ?count } }
      VALUES ?whole { false true }
      BIND (IF(?whole, ?none, ?of) AS ?commune)
    } GROUP BY ?commune ORDER BY DESC(BOUND(?commune)) ?commune
"""
NAMES = """
    # title: {vi: Tên khác, en: Other names}
    # order: 2
    # columns: {commune: {vi: Xã, en: Commune}, name: {vi: Tên khác, en: Other name}}

    SELECT ?commune ?name ?claim WHERE {
      VALUES $commune { UNDEF }
      ?claim dfg:about $commune .
      GRAPH ?claim { $commune skos:altLabel ?name }
    } ORDER BY ?commune ?name
"""


def census(files: Mapping[str, str]) -> dict[str, str]:
    """Files of a report called census, with the facts that it counts."""
    report = {f"ontology/reports/census/{name}": dedent(text).lstrip("\n") for name, text in files.items()}
    facts = (VILLAGE / "data" / "communes.csv").read_text(encoding="utf-8")
    return {"data/communes.csv": facts, **{k: v.replace("\nSELECT", f"\n{PREFIXES}SELECT") for k, v in report.items()}}


@pytest.fixture(scope="session")
def village_report(world: World) -> Project:
    """The village with a report of two sections: one with a total, and one that cites."""
    project = world(census({"report.yaml": HEAD, "names.rq": NAMES, "people.rq": PEOPLE}))
    assert project.build().sound
    return project
