"""The rows that begin a file of passages."""

from __future__ import annotations

from pathlib import Path

import pytest

from dfgraph import DfgraphError, Project
from dfgraph.products.verification.texts import digest_of, paragraphs_of
from village_texts import TEXT, Marketplace, write_texts

NONE = "[]"


def test_a_row_for_each_paragraph(marketplace: Marketplace, tmp_path: Path) -> None:
    made = marketplace(NONE).passages(write_texts(tmp_path / "texts"), "source/bao-lang")
    first, *rows = made.to_csv().splitlines()
    assert first == "kind,source,paragraph,note@vi,note@en,digest"
    assert rows == [
        f"passage,source/bao-lang,{n},,,{digest_of(paragraph)}"
        for n, paragraph in enumerate(paragraphs_of(TEXT), start=1)
    ]
    assert made.to_json()[1] == {
        "kind": "passage",
        "source": "source/bao-lang",
        "paragraph": "2",
        "digest": digest_of(paragraphs_of(TEXT)[1]),
    }


def test_the_rows_are_facts_that_verify(marketplace: Marketplace, tmp_path: Path) -> None:
    texts = write_texts(tmp_path / "texts", {"any.txt": TEXT})
    rows = marketplace(NONE).passages(texts, "Báo Làng").to_csv()
    project = marketplace(NONE, {"data/passages/bao-lang.csv": rows})
    assert project.check().sound
    assert project.verify(texts).passages == 5


def test_a_source_that_is_not_recorded_yet(marketplace: Marketplace, tmp_path: Path) -> None:
    texts = write_texts(tmp_path / "texts", {"bao-moi.txt": TEXT, "so-xa.txt": "Sổ."})
    assert len(marketplace(NONE).passages(texts, "source/so-xa").rows) == 1
    assert len(marketplace(NONE).passages(texts / "bao-moi.txt", "source/bao-moi").rows) == 5
    with pytest.raises(DfgraphError, match="There is no text of source source/bao-khac"):
        marketplace(NONE).passages(texts, "source/bao-khac")


def test_the_shipped_columns_are_those_of_the_shipped_files(shipped: Project, tmp_path: Path) -> None:
    made = shipped.passages(write_texts(tmp_path / "texts", {"moi.txt": TEXT}), "source/moi")
    assert made.columns == ("kind", "source", "paragraph", "part", "note@vi", "note@en", "digest")
    for path in sorted((shipped.places.data / "passages").glob("*.csv")):
        assert path.read_text(encoding="utf-8").splitlines()[0].split(",") == list(made.columns)


def test_an_ontology_without_passages(tmp_path: Path, village: Path) -> None:
    with pytest.raises(DfgraphError, match="The ontology has no passages"):
        Project.open(village).passages(write_texts(tmp_path / "texts"), "source/bao-lang")
