"""The labels of places on a page's map: rows of a sheet that whoever makes the page may change, or leave out.

A heading `id,lon,lat,vi,en`, then one place a row: where its name stands, in degrees, and the name in two languages.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Final, TypedDict

from dfgraph.base.findings import Fault, Finding, Location, Severity
from dfgraph.base.language import Text
from dfgraph.base.text import nfc

COLUMNS: Final = ("id", "lon", "lat", "vi", "en")

UNREADABLE = Fault(
    "map/unreadable",
    Severity.ERROR,
    Text("Không đọc được tệp nhãn bản đồ: {why}.", "The file of map labels cannot be read: {why}."),
    Text("Hãy lưu tệp CSV bằng UTF-8, các ô cách nhau bằng dấu phẩy.", "Save it as CSV, UTF-8, with commas."),
)
HEADING = Fault(
    "map/heading",
    Severity.ERROR,
    Text("Dòng tiêu đề thiếu cột {columns}.", "The heading lacks the column {columns}."),
    Text("Dòng đầu phải là: {all}.", "The first line must be: {all}.").fill(all=",".join(COLUMNS)),
)
PLACE = Fault(
    "map/place",
    Severity.ERROR,
    Text("«{value}» không phải {what} tính bằng độ.", "“{value}” is not a {what} in degrees."),
    Text("Viết số thập phân có dấu chấm, ví dụ 112.0.", "Write a decimal number with a point, such as 112.0."),
)
NO_NAME = Fault(
    "map/no-name",
    Severity.ERROR,
    Text("Nhãn thiếu {what}.", "The label lacks its {what}."),
    Text("Mỗi nhãn cần id và ít nhất một tên (cột vi hoặc en).", "A label needs an id and a name (column vi or en)."),
)
TWICE = Fault(
    "map/twice",
    Severity.ERROR,
    Text("Nhãn «{id}» được viết hai lần.", "The label “{id}” is written twice."),
    Text("Hãy xóa một dòng, hoặc đổi id.", "Delete one of the rows, or change its id."),
)

_LIMITS: Final = (
    ("lon", 180.0, Text("kinh độ", "longitude")),
    ("lat", 90.0, Text("vĩ độ", "latitude")),
)
_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


class MapLabel(TypedDict):
    """A name on the map; where one language has none, the other's is shown."""

    id: str
    lon: float
    lat: float
    vi: str
    en: str


def read_map_labels(path: Path) -> tuple[list[MapLabel], list[Finding]]:
    """The labels of a CSV file, and what is wrong with it; a row with a fault gives no label. Reads the file."""
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        return [], [UNREADABLE.at(Location(str(path)), why=error)]
    return to_map_labels(str(path), rows)


def to_map_labels(path: str, rows: list[dict[str, str]]) -> tuple[list[MapLabel], list[Finding]]:
    """The labels of some rows under their headings, in their order, and what is wrong with them.

    >>> row = {"id": "hue", "lon": "107.6", "lat": "16.5", "vi": "Huế", "en": ""}
    >>> to_map_labels("x.csv", [row])[0]
    [{'id': 'hue', 'lon': 107.6, 'lat': 16.5, 'vi': 'Huế', 'en': ''}]
    >>> [str(finding.location) for finding in to_map_labels("x.csv", [row, row | {"id": "x", "lat": "91"}])[1]]
    ['x.csv:3']
    """
    missing = [column for column in COLUMNS if rows and column not in rows[0]]
    if missing:
        return [], [HEADING.at(Location(path, 1), columns=", ".join(missing))]
    labels: dict[str, MapLabel] = {}
    findings: list[Finding] = []
    for line, row in enumerate(rows, start=2):
        cells = {column: nfc((row[column] or "").strip()) for column in COLUMNS}
        wrong = _wrong(Location(path, line), cells, labels)
        findings += wrong
        if not wrong:
            labels[cells["id"]] = {
                "id": cells["id"],
                "lon": float(cells["lon"]),
                "lat": float(cells["lat"]),
                "vi": cells["vi"],
                "en": cells["en"],
            }
    return list(labels.values()), findings


def _wrong(place: Location, cells: dict[str, str], known: dict[str, MapLabel]) -> list[Finding]:
    found: list[Finding] = []
    if not cells["id"]:
        found.append(NO_NAME.at(place, what="id"))
    elif cells["id"] in known:
        found.append(TWICE.at(place, id=cells["id"]))
    if not (cells["vi"] or cells["en"]):
        found.append(NO_NAME.at(place, what=Text("tên", "name")))
    for column, limit, what in _LIMITS:
        if not _NUMBER.fullmatch(cells[column]) or abs(float(cells[column])) > limit:
            found.append(PLACE.at(place, value=cells[column], what=what))
    return found
