"""Rows that tell one thing with times of different precision are one row."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from dfgraph.graph.query.precision import Terms, most_precise

XSD = "http://www.w3.org/2001/XMLSchema#"
VISIT, OTHER = ox.NamedNode("https://example.org/visit"), ox.NamedNode("https://example.org/other")


def time(text: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + ("gYear", "gYearMonth", "date")[text.count("-")]))


def merged(*dates: str) -> dict[str, list[str]]:
    rows: dict[tuple[Terms, tuple[()]], list[str]] = {((VISIT, time(date)), ()): [f"claim {date}"] for date in dates}
    return {
        terms[1].value: claims for (terms, _), claims in most_precise(rows).items() if isinstance(terms[1], ox.Literal)
    }


def test_the_most_precise_time_stays_with_the_claims_of_the_others() -> None:
    assert merged("2016", "2016-08", "2016-08-21") == {
        "2016-08-21": ["claim 2016-08-21", "claim 2016", "claim 2016-08"]
    }


@pytest.mark.parametrize("dates", [("2016-08-21", "2016-09"), ("2016", "2017"), ("2016-1", "2016-10")])
def test_times_that_are_not_within_each_other_stay_apart(dates: tuple[str, str]) -> None:
    assert merged(*dates) == {date: [f"claim {date}"] for date in dates}


def test_times_told_as_shared_nodes_are_compared_too() -> None:
    node = "https://w3id.org/dfgraph/id/time/"
    kept, span = ox.NamedNode(node + "2016-08-21"), ox.NamedNode(node + "2016--2020")
    rows: dict[tuple[Terms, tuple[()]], list[str]] = {
        ((VISIT, ox.NamedNode(node + "2016")), ()): ["a"],
        ((VISIT, kept), ()): ["b"],
        ((VISIT, span), ()): ["c"],
    }
    assert most_precise(rows) == {((VISIT, kept), ()): ["b", "a"], ((VISIT, span), ()): ["c"]}


def test_a_year_supports_both_of_two_days_that_differ() -> None:
    found = merged("2014", "2014-12-12", "2014-12-25")
    assert found == {day: [f"claim {day}", "claim 2014"] for day in ("2014-12-12", "2014-12-25")}


def test_rows_of_other_things_and_numbers_that_look_like_years_are_left_alone() -> None:
    year, number = time("2016"), ox.Literal("2016-08")
    rows: dict[tuple[Terms, tuple[()]], list[str]] = {
        ((VISIT, year), ()): ["a"],
        ((OTHER, time("2016-08")), ()): ["b"],
        ((VISIT, number), ()): ["c"],
    }
    assert most_precise(rows) == rows
    assert list(most_precise(rows)) == list(rows)
