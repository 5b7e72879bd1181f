from __future__ import annotations

import re

import pytest

from dfgraph.base.findings import Fault
from dfgraph.sources.facts import faults
from dfgraph.sources.facts.record import Entry, place
from telling import spoken

ALL = [fault for fault in vars(faults).values() if isinstance(fault, Fault)]


@pytest.mark.parametrize("fault", ALL, ids=[f.code for f in ALL])
def test_a_fault_says_the_same_in_both_languages(fault: Fault) -> None:
    assert re.fullmatch("facts/[a-z-]+", fault.code)
    for text in (fault.message, fault.hint):
        vi, en = (sorted(re.findall(r"(?<!\{)\{(\w+)\}", said)) for said in text)
        assert vi == en
        assert bool(text.vi) == bool(text.en)
    assert fault.message.vi
    if not re.fullmatch(r"\{\w+\}\.?", fault.message.en):
        spoken(fault.message)


def test_every_fault_has_a_code_of_its_own() -> None:
    assert len({f.code for f in ALL}) == len(ALL) > 20


def test_near_names_become_a_question_and_none_become_what_is_given_instead() -> None:
    assert spoken(faults.did_you_mean(["province", "person"])).en == "Did you mean province, person?"
    assert faults.did_you_mean([]) == ("", "")
    assert faults.did_you_mean([], faults.PLAIN_NUMBER) == faults.PLAIN_NUMBER


def test_a_place_is_kept_in_one_number_and_long_lines_are_cut_off() -> None:
    entry = Entry(
        "a.yaml", 7, {}, {None: place(7, 3), "row": place(0, 2), "far": place(9, 70_000), "in": {None: place(8, 1)}}
    )
    assert [str(entry.at(*keys)) for keys in ((), ("row",), ("far",), ("in",), ("in", "x"), ("row", "x"))] == [
        "a.yaml:7:3", "a.yaml:7:2", "a.yaml:9:65535", "a.yaml:8:1", "a.yaml:8:1", "a.yaml:7:2",
    ]  # fmt: skip
