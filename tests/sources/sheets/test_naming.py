"""Sources, ids and names of rows, in the village."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dfgraph.base.findings import Finding
from dfgraph.sources.facts import read_book
from dfgraph.sources.schema import Schema
from dfgraph.sources.sheets import SheetEntry, name_rows, read_table, to_records
from telling import lines
from worlds import VILLAGE, write_files

Named = Callable[..., tuple[list[SheetEntry], list[dict[str, Any]], list[Finding]]]


@pytest.fixture
def name(village_schema: Schema, tmp_path: Path) -> Named:
    """The entries of a CSV text once they are named, the records of their sources, and the findings."""

    def make(text: str, kind: str = "pact", more: str = "[]") -> Any:
        write_files(tmp_path, {"more.yaml": more})
        others = read_book(VILLAGE / "data", VILLAGE).entries + read_book(tmp_path, tmp_path).entries
        table = read_table("x.csv", text.encode())
        entries = to_records(table, village_schema, kind)
        made, findings = name_rows(entries, others, village_schema)
        assert table.findings == []
        return entries, [source.values for source in made], findings

    return make


def test_names_become_ids_and_terms_their_own_names(name: Named) -> None:
    entries, _, _ = name("party,field,evidence.source\nĐông; xã Nam,Thương mại; van hoa,Báo Làng\nNowhere,trade,?\n")
    assert entries[0].values["party"] == ["commune/dong", "commune/nam"]
    assert entries[0].values["field"] == ["trade", "culture"]
    assert entries[0].values["evidence"] == {"source": "source/bao-lang"}
    assert (entries[1].values["party"], entries[1].values["evidence"]) == ("Nowhere", {"source": "?"})


def test_a_new_source_is_made_once(name: Named) -> None:
    """By its title, for the village knows no addresses; what rows say of it is put together."""
    text = "party,source title,Nguồn: Ngày đăng\nĐông,Báo mới,2020\nNam,Báo mới,\nNam,Báo mới,2021\nNam,Báo Làng,\n"
    entries, made, findings = name(text)
    assert made == [{"kind": "source", "id": "source/bao-moi", "label": {"vi": "Báo mới"}, "published": "2020"}]
    assert [e.values["evidence"]["source"] for e in entries] == [*["source/bao-moi"] * 3, "source/bao-lang"]
    assert lines(findings) == ["sheet/source-differs x.csv!C4"]


def test_a_source_by_the_id_that_the_row_gives(name: Named) -> None:
    entries, made, _ = name("party,evidence.source,source title\nĐông,source/x,X\nNam,source/bao-lang,ignored\n")
    assert [m["id"] for m in made] == ["source/x"]
    assert entries[1].values["evidence"]["source"] == "source/bao-lang"


def test_sources_with_addresses(schema: Schema) -> None:
    """The same address is the same source, whatever its title; another address with the same title is another one."""
    text = (
        "party,source_url,source_title\n"
        "a,https://www.example.org/a/,Tin\nb,http://example.org/a#x,Tin khác\nc,https://example.org/b,Tin\n"
        "d,https://example.org/tin-moi.html,\n"
    )
    entries = to_records(read_table("x.csv", text.encode()), schema, "agreement")
    made, findings = name_rows(entries, [], schema)
    ids = ["source/example-org-tin", "source/example-org-tin-2", "source/example-org-tin-moi"]
    assert [source.id for source in made] == ids
    assert [e.values["evidence"]["source"] for e in entries] == [ids[0], *ids]
    assert lines(findings) == ["sheet/source-differs x.csv!C3"]
    assert all("source_type" in source.values for source in made)


def test_ids_of_name_and_date(name: Named) -> None:
    entries, _, _ = name("label@vi,date\nHội chợ,2019-06\nHội chợ,2020\n,2020\n", "visit")
    assert [e.values.get("id") for e in entries][:2] == ["event/hoi-cho-2019-06", "event/hoi-cho-2020"]


def test_a_row_that_can_have_no_id_is_told(name: Named) -> None:
    """And goes on with one for the time being, so that whatever else is wrong with it is told too."""
    entries, _, findings = name("label@vi,date\n,2020\n", "visit")
    assert entries[0].values["id"] == "event/row-2"
    assert lines(findings) == ["facts/no-id x.csv!2"]


def test_one_id_for_two_names_is_told(name: Named) -> None:
    entries, _, findings = name("party,signed,label@vi\nĐông; Nam,2020,Một\nNam; Đông,2020,Hai\nĐông,2020,Ba\n")
    assert [e.id for e in entries] == ["pact/dong--nam--2020"] * 2 + ["pact/dong--2020"]
    assert lines(findings) == ["sheet/same-id x.csv!C3"]
