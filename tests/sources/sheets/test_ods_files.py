from __future__ import annotations

from collections.abc import Callable

import pytest

from dfgraph.base.errors import SheetError
from dfgraph.sources.sheets import read_table
from telling import lines

MakeOds = Callable[..., bytes]


def cell(text: str, **attributes: str) -> str:
    kind = attributes.pop("kind", "string")
    extra = "".join(f' {name.replace("__", ":").replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<table:table-cell office:value-type="{kind}"{extra}><text:p>{text}</text:p></table:table-cell>'


def row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def sheet(*rows: str, name: str = "Pact") -> str:
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


BLANK = '<table:table-cell table:number-columns-repeated="16384"/>'


def test_values_of_every_type(ods: MakeOds) -> None:
    heads = row(*(cell(h) for h in "abcdef"))
    values = row(
        cell("Đà<text:s text:c='2'/>Nẵng<text:line-break/>x"),
        cell("10.281", kind="float", office__value="10281"),
        cell("18/06/19", kind="date", office__date_value="2019-06-18"),
        cell("06/19", kind="date", office__date_value="2019-06-01T00:00:00", table__style_name="month"),
        cell("TRUE", kind="boolean", office__boolean_value="true"),
        cell("2", kind="float", office__value="2", table__formula="of:=1+1"),
        BLANK,
    )
    got = read_table("x.ods", ods(sheet(heads, values, row(BLANK, repeated=1_048_574))))
    assert [(r.number, list(r.cells.values())) for r in got.rows] == [
        (2, ["Đà  Nẵng\nx", "10281", "2019-06-18", "2019-06", "true", "2"])
    ]
    assert lines(got.findings) == ["sheet/date-precision x.ods!Pact!D2", "sheet/formula x.ods!Pact!F2"]
    assert (2, 2) in got.numbers


def test_comments_on_cells_are_not_read(ods: MakeOds) -> None:
    noted = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>secret</text:p></office:annotation>'
        "<text:p>x</text:p></table:table-cell>"
    )
    assert read_table("x.ods", ods(sheet(row(cell("a")), row(noted)))).rows[0].cells == {1: "x"}


def test_repeated_cells_and_rows_count_each_time(ods: MakeOds) -> None:
    twice = cell("x", table__number_columns_repeated="2")
    got = read_table("x.ods", ods(sheet(row(cell("a"), cell("b")), row(twice, repeated=2))))
    assert [(r.number, r.cells) for r in got.rows] == [(2, {1: "x", 2: "x"}), (3, {1: "x", 2: "x"})]


def test_faults_of_cells(ods: MakeOds) -> None:
    spanned = cell("x", table__number_columns_spanned="2")
    bad = row(
        spanned,
        "<table:covered-table-cell/>",
        cell("Err:502", table__formula="of:=1/0"),
        cell("6,7%", kind="percentage", office__value="0.067"),
    )
    got = read_table("x.ods", ods(sheet(row(*(cell(h) for h in "abcd")), bad)))
    assert lines(got.findings) == [
        "sheet/merged-cells x.ods!Pact!A2",
        "sheet/cell-error x.ods!Pact!C2",
        "sheet/percent x.ods!Pact!D2",
    ]


def test_sheets_by_name_and_macros(ods: MakeOds) -> None:
    data = ods(sheet(row(cell("a")), row(cell("1st"))) + sheet(row(cell("a")), row(cell("2nd")), name="B"), Basic__x="")
    assert lines(read_table("x.ods", data).findings) == ["sheet/macros x.ods!Pact", "sheet/other-sheets x.ods!Pact"]
    assert read_table("x.ods", data, "b").rows[0].cells == {1: "2nd"}


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"META-INF__manifest.xml": "<manifest:encryption-data/>"}, "has a password"),
        ({}, "more than"),
    ],
)
def test_refusals(ods: MakeOds, parts: dict[str, str], why: str) -> None:
    many = row(cell("x"), repeated=2_000_000)
    with pytest.raises(SheetError, match=why):
        read_table("x.ods", ods(sheet(row(cell("a")), many), **parts))


def test_entities_of_its_own_are_refused(ods: MakeOds) -> None:
    """The billion laughs: a document that defines entities by entities."""
    import io
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("content.xml", '<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>')
    with pytest.raises(SheetError, match="damaged"):
        read_table("x.ods", buffer.getvalue())
