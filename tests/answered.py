"""A small answer, made by hand."""

from __future__ import annotations

from dfgraph.base.language import Text
from dfgraph.graph.query import Cell, Citation, Column, Row, Several, Table

PAPER = Text("Báo Làng", "Village News")


def thing(id_: str, vi: str, en: str) -> Cell:
    return Cell(id_, Text(vi, en), f"https://w3id.org/dfgraph/id/{id_}")


def number(value: float, vi: str, en: str) -> Cell:
    return Cell("", Text(vi, en), value)


def paper(claim: str, paragraph: int, **more: object) -> Citation:
    known = {"url": "https://example.org/a", "publisher": "Làng", "date": "2019-06-18", **more}
    return Citation(f"claim/{claim}", "source/news", PAPER, paragraph=paragraph, **known)  # type: ignore[arg-type]


REGISTER = Citation("claim/r", "source/register", Text("Sổ xã", "Register"))
HUE = thing("province/hue", "Huế", "Hue")
LAOS = thing("country/la", "Lào", "Laos")
SINCE = thing("time/2009", "2009", "2009")
TABLE = Table(
    columns=(
        Column("place", Text("Địa phương", "Place")),
        Column("since", Text("Từ", "Since")),
        Column("value", Text("Giá trị", "Value")),
        Column("fields", Text("Lĩnh vực", "Fields")),
        Column("until", Text("Đến", "Until")),
    ),
    rows=(
        Row((HUE, SINCE, number(5100000000, "5.100.000.000", "5,100,000,000"), None, None), (paper("b", 7), REGISTER)),
        Row(
            (LAOS, None, number(60.28, "60,28", "60.28"), Several.of((HUE, LAOS)), None),
            (
                paper("a", 3, open_list=True),
                paper("c", 3, open_list=True, confidence=Text("Cao", "High")),
                paper("d", 9, because=Text("Đếm", "Counted"), speaker=Text("Ông An", "Mr An")),
                paper("e", 9, disputes=True, stance=Text("Phủ nhận", "Disputes"), part=Text("Tin bên lề", "Teaser")),
            ),
        ),
    ),
    cited=True,
)
TITLE = Text("Có gì?", "What is there?")
