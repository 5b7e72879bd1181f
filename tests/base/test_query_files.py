from pathlib import Path

import pytest

from dfgraph.base.errors import OntologyError
from dfgraph.base.query_files import as_text, read_query_file, read_query_files

PARTNERS = """\
# title: {vi: Đối tác, en: Partners}
# parameters:
#   place: {class: dfg:Place}
#order: 3

# this comment is part of the query
SELECT * { ?s ?p ?o }
"""


def test_the_comments_at_the_top_are_the_header(tmp_path: Path) -> None:
    path = tmp_path / "partners-of.rq"
    path.write_text(PARTNERS, encoding="utf-8")
    query = read_query_file(path)
    assert query.name == "partners-of"
    assert query.header == {
        "title": {"vi": "Đối tác", "en": "Partners"}, "parameters": {"place": {"class": "dfg:Place"}}, "order": 3,
    }  # fmt: skip
    assert query.text == PARTNERS
    assert query.phrase("title") == ("Đối tác", "Partners")
    assert query.phrase("hint") == ("", "")


def test_the_files_of_a_folder_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.rq", "a.rq", "c.txt"):
        (tmp_path / name).write_text("ASK {}")
    assert [(f.name, f.header) for f in read_query_files(tmp_path)] == [("a", {}), ("b", {})]
    assert read_query_files(tmp_path / "absent") == []


@pytest.mark.parametrize("header", ["# title: {vi: a", "# - a list", "# just words", "# date: 2019-02-30"])
def test_a_header_that_is_no_mapping_names_its_file(header: str, tmp_path: Path) -> None:
    path = tmp_path / "a.rq"
    path.write_text(f"{header}\nASK {{}}\n")
    with pytest.raises(OntologyError, match=f"The header of {path} is not YAML") as caught:
        read_query_file(path)
    assert str(path) in caught.value.message.vi


def test_a_query_in_another_encoding_names_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.rq"
    path.write_bytes("# title: Đối tác\nASK {}\n".encode("utf-16"))
    with pytest.raises(OntologyError, match=r"a\.rq"):
        read_query_file(path)


def test_a_phrase_may_be_one_text_for_both_languages() -> None:
    assert as_text("GDP") == ("GDP", "GDP")
    assert as_text({"vi": "Năm"}) == ("Năm", "")
    assert as_text({"vi": None, "en": 2019}) == ("", "2019")
    assert as_text(None) == ("", "")
