"""The labels of the map: a sheet that people may change, so what is wrong with it is told by its line."""

from __future__ import annotations

from pathlib import Path

from dfgraph.base.findings import Severity
from dfgraph.products.views.map_labels import read_map_labels

SHIPPED = Path(__file__).parents[3] / "ontology" / "map_labels.csv"


def _codes(path: Path) -> list[tuple[str, int]]:
    _, findings = read_map_labels(path)
    assert all(finding.severity is Severity.ERROR for finding in findings)
    return [(finding.code, finding.location.line if finding.location else 0) for finding in findings]


def _file(folder: Path, text: str) -> Path:
    path = folder / "labels.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_labels_are_whole() -> None:
    """Both archipelagos have their names in both languages, inside the region that the map shows."""
    labels, findings = read_map_labels(SHIPPED)
    assert findings == []
    names = {label["id"]: (label["vi"], label["en"]) for label in labels}
    assert names["hoang-sa"] == ("Quần đảo Hoàng Sa (Việt Nam)", "Hoang Sa Archipelago (Viet Nam)")
    assert names["truong-sa"] == ("Quần đảo Trường Sa (Việt Nam)", "Truong Sa Archipelago (Viet Nam)")
    assert all(98 <= label["lon"] <= 121 and 3 <= label["lat"] <= 25 for label in labels)
    assert all(label["vi"] and label["en"] for label in labels)


def test_a_file_as_excel_saves_it(tmp_path: Path) -> None:
    """With the mark of UTF-8, CR LF, letters in pieces, and a name in one language alone."""
    path = tmp_path / "labels.csv"
    path.write_bytes("\ufeffid,lon,lat,vi,en\r\nhue,107.6,16.5,Hue\u0302\u0301,\r\n".encode())
    labels, findings = read_map_labels(path)
    assert findings == []
    assert labels == [{"id": "hue", "lon": 107.6, "lat": 16.5, "vi": "Huế", "en": ""}]


def test_every_fault_is_told_with_its_line(tmp_path: Path) -> None:
    """And the good rows are read all the same."""
    text = (
        "id,lon,lat,vi,en\n"
        "good,105,21,Tên,\n"
        "good,105,21,Tên,\n"
        ",105,21,Tên,\n"
        "nameless,105,21,,\n"
        "far,181,21,Tên,\n"
        "comma,105,nan,Tên,\n"
    )
    path = _file(tmp_path, text)
    assert _codes(path) == [
        ("map/twice", 3),
        ("map/no-name", 4),
        ("map/no-name", 5),
        ("map/place", 6),
        ("map/place", 7),
    ]
    assert [label["id"] for label in read_map_labels(path)[0]] == ["good"]


def test_a_file_that_is_no_such_sheet(tmp_path: Path) -> None:
    """Missing columns, missing cells, a missing file, another encoding, no rows at all."""
    assert _codes(_file(tmp_path, "id;lon;lat;vi;en\nhue;107;16;Huế;Hue\n")) == [("map/heading", 1)]
    assert _codes(_file(tmp_path, "id,lon,lat,vi,en\nhue,107\n")) == [("map/no-name", 2), ("map/place", 2)]
    assert _codes(tmp_path / "nothing.csv") == [("map/unreadable", 0)]
    other = tmp_path / "other.csv"
    other.write_bytes(b"id,lon,lat,vi,en\nhue,107,16,Hu\xe9,\n")
    assert _codes(other) == [("map/unreadable", 0)]
    assert read_map_labels(_file(tmp_path, "id,lon,lat,vi,en\n")) == ([], [])
