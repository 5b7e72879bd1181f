import unicodedata
from datetime import date

import pytest

from dfgraph.base.lookup import Named, NameTable

OLD = Named("province/da-nang", ("Đà Nẵng", "Danang"), None, date(2025, 6, 30))
NEW = Named("province/da-nang-2025", ("Đà Nẵng",), date(2025, 7, 1), None)
TEA, SHIELD = Named("tea", ("Chè",)), Named("shield", ("Che", "CHE"))


@pytest.mark.parametrize(
    ("earliest", "latest", "existing"),
    [
        (None, None, [OLD, NEW]),
        (date(2019, 1, 1), date(2019, 12, 31), [OLD]),
        (date(2026, 1, 1), date(2026, 12, 31), [NEW]),
        (date(2025, 1, 1), date(2025, 12, 31), [OLD, NEW]),
        (date(2025, 6, 30), date(2025, 6, 30), [OLD]),
        (date(2025, 7, 1), date(2025, 7, 1), [NEW]),
        (date(2025, 7, 1), None, [NEW]),
        (None, date(2025, 6, 30), [OLD]),
    ],
)
def test_things_exist_from_their_first_day_to_their_last(
    earliest: date | None, latest: date | None, existing: list[Named]
) -> None:
    assert [t for t in (OLD, NEW) if t.exists_within(earliest, latest)] == existing


def test_the_exact_spelling_counts_before_the_one_without_marks() -> None:
    table = NameTable([TEA, SHIELD])
    assert table.find("Chè") == [TEA]
    assert table.find("Che") == [SHIELD]
    assert table.find("chè") == [TEA, SHIELD]
    assert table.find("chai") == []


def test_a_name_is_found_however_its_marks_are_encoded() -> None:
    """The asked and the written name may each be composed (NFC) or decomposed (NFD)."""
    decomposed = unicodedata.normalize("NFD", "Chè")
    assert NameTable([TEA, SHIELD]).find(decomposed) == [TEA]
    written = Named("tea", (decomposed,))
    assert NameTable([written, SHIELD]).find("Chè") == [written]


def test_near_names_say_what_they_name() -> None:
    assert NameTable([OLD, TEA]).near("da nag") == ["Đà Nẵng (province/da-nang)", "Danang (province/da-nang)"]
    assert NameTable([OLD, TEA]).near("da nag", count=1) == ["Đà Nẵng (province/da-nang)"]
