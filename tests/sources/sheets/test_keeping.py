"""What a second import makes of the facts file of the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dfgraph.sources.facts.record import Entry
from dfgraph.sources.facts.yaml_files import read_yaml
from dfgraph.sources.sheets import imported_from, plan, text_of_plan
from telling import lines


def entry(number: int, **values: Any) -> Entry:
    made = Entry("x.csv", number, {"kind": "event", **values}, {})
    made.kind, made.id = "event", str(values.get("id", ""))
    return made


def rows(*said: tuple[str, str, int]) -> list[Entry]:
    return [
        entry(n, id=id_, date=date, evidence={"source": "source/s", "paragraph": str(paragraph)})
        for n, (id_, date, paragraph) in enumerate(said, start=2)
    ]


def again(text: str, new: Sequence[Entry], needed: Sequence[str] = ()) -> tuple[str, dict[str, int], list[str]]:
    """The text after an import of `new`, what became of the records (other than nothing), the findings."""
    entries, faults = read_yaml("data/x.yaml", text)
    assert faults == []
    for one in entries:
        one.kind, one.id = one.values["kind"], one.values.get("id", "")
    made = plan("x.csv", text, entries, new, needed)
    written, counts = text_of_plan(made)
    return written, {name: n for name, n in counts.items() if n}, lines(made.findings)


ROWS = rows(("event/a", "2019", 1), ("event/b", "2020", 2), ("event/c", "2021", 3))
FIRST = again("", ROWS)[0]


def test_the_first_import() -> None:
    assert imported_from(FIRST) == "x.csv"
    assert imported_from("- kind: event\n") is imported_from("") is None
    assert [e.values for e in read_yaml("", FIRST)[0]] == [e.values for e in ROWS]


def test_the_same_again_changes_nothing() -> None:
    assert again(FIRST, ROWS) == (FIRST, {"unchanged": 3}, [])


def test_what_changed_changes_in_its_place() -> None:
    new = rows(("event/a", "2019", 1), ("event/b", "2020-05", 2), ("event/d", "2022", 4))
    text, counts, _ = again(FIRST, new)
    assert counts == {"added": 1, "changed": 1, "removed": 1, "unchanged": 1}
    assert [e.values["id"] for e in read_yaml("", text)[0]] == ["event/a", "event/b", "event/d"]
    assert again(text, new)[1] == {"unchanged": 3}


def test_a_corrected_name_is_a_change() -> None:
    """The name makes the id; the place in the source is still the same."""
    new = rows(("event/a", "2019", 1), ("event/bb", "2020", 2), ("event/c", "2021", 3))
    assert again(FIRST, new)[1] == {"changed": 1, "unchanged": 2}


def test_what_was_edited_by_hand_stays() -> None:
    edited = FIRST.replace("date: 2020", "date: 2020-07  # by the photo")
    assert again(edited, ROWS) == (edited, {"unchanged": 2, "edited": 1}, [])
    new = rows(("event/a", "2019", 1), ("event/b", "2020-05", 2), ("event/c", "2021", 3))
    assert again(edited, new) == (edited, {"unchanged": 2, "edited": 1}, ["sheet/edited-by-hand x.csv:3"])
    assert again(edited, new[:1]) == (again(edited, new[:1])[0], {"removed": 1, "unchanged": 1, "edited": 1}, [])
    assert "by the photo" in again(edited, new[:1])[0]


def test_a_sheet_that_says_what_was_edited_agrees_with_it() -> None:
    """Also where a verb changed the record, as `rename` does to all that name a thing."""
    edited = FIRST.replace("date: 2020", "date: 2020-05")
    new = rows(("event/a", "2019", 1), ("event/b", "2020-05", 2), ("event/c", "2021", 3))
    assert again(edited, new) == (edited, {"unchanged": 3}, [])


def test_what_was_added_by_hand_stays() -> None:
    more = FIRST + "# mine\n- kind: event\n  id: event/x\n  evidence: {source: source/s, paragraph: 9}"
    text, counts, _ = again(more, [*ROWS, *rows(("event/d", "2022", 4))])
    assert counts == {"added": 1, "unchanged": 3}
    assert text.startswith(more + "\n# import ")


def test_what_others_need_stays() -> None:
    assert again(FIRST, ROWS[:1], ["event/b"])[1] == {"removed": 1, "unchanged": 1}
    assert "event/b" in again(FIRST, ROWS[:1], ["event/b"])[0]


said = st.lists(
    st.tuples(st.sampled_from(["event/a", "event/b"]), st.sampled_from(["2019", "2020"]), st.integers(1, 3)),
    max_size=6, unique=True,
)  # fmt: skip


@given(said, said)
def test_after_any_correction_the_file_says_what_the_sheet_says(
    before: list[tuple[str, str, int]], after: list[tuple[str, str, int]]
) -> None:
    old, new = rows(*before), rows(*after)
    text = again(again("", old)[0], new)[0]
    told = [e.values for e in read_yaml("", text)[0]]
    key = repr
    assert sorted(told, key=key) == sorted((e.values for e in new), key=key)
    assert again(text, new)[0] == text
