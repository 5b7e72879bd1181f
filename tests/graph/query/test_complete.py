from __future__ import annotations

import pytest

from dfgraph import Project
from dfgraph.graph.query import completions, find_of_class

PLACE = "https://w3id.org/dfgraph/ns#Place"
INDICATOR = "https://w3id.org/dfgraph/ns#Indicator"


def ids(project: Project, typed: str, range_: str = PLACE) -> list[str]:
    return [id_ for id_, _ in completions(project.store, typed, range_)]


@pytest.mark.parametrize(
    "typed", ["Quảng Ninh", "quang ninh", "QUẢNG NINH", "quang-ninh", "ng Nin", "province/quang-n"]
)
def test_a_part_of_a_name_or_an_id_will_do(shipped: Project, typed: str) -> None:
    assert "province/quang-ninh" in ids(shipped, typed)


def test_an_id_that_goes_on_as_typed_comes_first(shipped: Project) -> None:
    found = ids(shipped, "province/h")
    assert found[0].startswith("province/h")
    assert [i for i in found if i.startswith("province/h")] == found[: sum(i.startswith("province/h") for i in found)]


def test_labels_are_told_with_the_ids(shipped: Project) -> None:
    assert dict(completions(shipped.store, "province/quang-ninh", PLACE))["province/quang-ninh"] == (
        "Quảng Ninh",
        "Quang Ninh",
    )


@pytest.mark.parametrize("typed", ["'", '"', "\\", "{ ?x", "%", "💥", "xyzzy"])
def test_no_text_breaks_it(shipped: Project, typed: str) -> None:
    assert isinstance(ids(shipped, typed), list)
    assert isinstance(ids(shipped, typed, ""), list)


@pytest.mark.parametrize("range_", [PLACE, INDICATOR])
def test_every_id_offered_means_just_that_thing(shipped: Project, range_: str) -> None:
    for id_ in ids(shipped, "", range_)[::10]:
        assert find_of_class(shipped.store, id_, range_) == [id_]


def test_without_a_class_everything_that_has_a_name_and_a_claim(shipped: Project) -> None:
    found = ids(shipped, "", "")
    assert "province/quang-ninh" in found
    assert not [i for i in found if i.startswith(("passage/", "time/", "claim/", "indicator/"))]
