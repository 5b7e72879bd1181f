"""A sheet made, filled in and imported, as a person does it."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from dfgraph import Project
from worlds import World

Command = Callable[..., Any]
PACTS = "Bên,Ngày ký,Lĩnh vực,Nội dung,Nguồn,Đoạn\nĐông; Nam,2018-03,Thương mại,Mở chợ,Báo Làng,5\n"
COMMUNES = """- {kind: commune, id: commune/dong, code: '01', label: {vi: Đông}, evidence: {source: source/so-xa}}
- {kind: commune, id: commune/nam, code: '02', label: {vi: Nam}, evidence: {source: source/so-xa}}
"""


@pytest.fixture
def root(world: World) -> Path:
    return world({"data/communes.yaml": COMMUNES}).places.root


@pytest.fixture
def on(dfgraph: Command, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: dfgraph(*arguments, "--project", root)


def put(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def kept(root: Path, name: str = "pacts") -> str:
    return (root / "data" / "facts" / "imported" / f"{name}.yaml").read_text(encoding="utf-8")


def workbook(*rows: list[str]) -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def fill(path: Path, *rows: dict[str, Any]) -> None:
    book = load_workbook(path)
    sheet = book.worksheets[0]
    at = {cell.value: cell.column for cell in sheet[3]}
    for number, row in enumerate(rows, start=5):
        for name, value in row.items():
            sheet.cell(number, at[name]).value = value
    book.save(path)


def test_from_a_blank_sheet_to_an_answer(on: Command, root: Path) -> None:
    done = on("template", "Thỏa thuận", "-o", "pact.xlsx")
    assert (done.code, done.out) == (0, "")
    assert "dfgraph import pact.xlsx" in done.err
    fill(
        Path("pact.xlsx"),
        {"party": "Đông; Nam", "signed": "2018-03", "field": "Thương mại", "evidence.source": "Báo Làng"},
        {"party": "Nam", "signed": 2019, "evidence.source.label@vi": "Báo mới", "evidence.source.published": "2020-01"},
        {"party": "Đông", "signed": "2020", "evidence.source.label@vi": "Báo mới", "evidence.paragraph": 4},
    )
    done = on("import", "pact.xlsx")
    assert (done.code, done.out) == (0, "")
    assert "Rows: 3, sources with them: 1. Records: 4 added." in done.err
    parties = Project.open(root).query("SELECT ?s { ?p a dfg:Pact ; dfg:signed/rdf:value ?s } ORDER BY ?s")
    assert [str(row[0].value) for row in parties.rows()] == ["2018-03", "2019", "2020"]  # type: ignore[union-attr]
    assert on("check").code == 0
    assert "Đã ghi" in on("template", "pact", "-o", "x.csv", "--lang", "vi").err


def test_templates_are_refused_where_they_could_do_harm(on: Command) -> None:
    put("pact.xlsx", "filled in")
    assert (on("template", "pact").code, Path("pact.xlsx").read_text()) == (3, "filled in")
    assert "no kind “pacts”. The kinds are pact" in on("template", "pacts").err
    assert "cannot be written. Use .xlsx, .csv." in on("template", "pact", "-o", "x.ods").err
    assert json.loads(on("template", "visit", "--json").out)["path"] == "visit.xlsx"


def test_the_same_file_twice_adds_nothing(on: Command, root: Path) -> None:
    put("pacts.csv", PACTS)
    assert on("import", "pacts.csv", "--as", "pact").code == 0
    text = kept(root)
    again = on("import", "pacts.csv", "--as", "pact")
    assert "Records: 1 unchanged." in again.err
    assert "nothing new" in again.err
    put("other.csv", PACTS)
    other = on("import", "other.csv", "--as", "pact")
    assert "Records: 1 already recorded." in other.err
    assert not (root / "data" / "facts" / "imported" / "other.yaml").exists()
    assert kept(root) == text
    assert [p.name for p in (root / "data" / ".journal").iterdir()] == ["000001-import.json"]


def test_a_row_twice_in_a_sheet_is_told_and_written_once(on: Command, root: Path) -> None:
    put("pacts.csv", PACTS + PACTS.splitlines()[1] + "\n")
    done = on("import", "pacts.csv", "--as", "pact")
    assert "pacts.csv!3: warning [facts/duplicate-record]" in done.err
    assert kept(root).count("- kind") == 1


def test_a_corrected_file_changes_what_changed(on: Command, root: Path) -> None:
    put("pacts.csv", PACTS + "Nam,2019,,Khác,Báo Làng,6\n")
    on("import", "pacts.csv", "--as", "pact")
    before = kept(root)
    put("pacts.csv", PACTS.replace("2018-03", "2018-04") + "Nam,2019,,Khác,Báo Làng,6\n")
    assert "Records: 1 changed, 1 unchanged." in on("import", "pacts.csv", "--as", "pact").err
    changed = [(a, b) for a, b in zip(before.splitlines(), kept(root).splitlines(), strict=True) if a != b]
    assert [b.strip() for _, b in changed if not b.startswith("# import")] == ["signed: 2018-04"]
    assert on("undo").code == 0
    assert kept(root) == before


def test_a_dry_run_writes_nothing(on: Command, root: Path) -> None:
    put("pacts.csv", PACTS)
    done = on("import", "pacts.csv", "--as", "pact", "--dry-run")
    assert (done.code, "1 added" in done.err, "A dry run" in done.err) == (0, True, True)
    assert not (root / "data" / "facts").exists()
    assert not (root / "output").exists()


def test_all_faults_at_once_and_on_the_sheet(on: Command, root: Path) -> None:
    put("pacts.csv", "party,signed,field,evidence.source\nĐôngg,31/02/2018,trade,Báo Làng\nNam,2019,tradee,\n")
    done = on("import", "pacts.csv", "--as", "pact", "--errors", "bad.xlsx")
    assert done.code == 1
    faults = [line.split("]")[0] for line in done.err.splitlines() if line.startswith("pacts.csv")]
    assert faults == [
        "pacts.csv!A2: error [facts/unknown-reference",
        "pacts.csv!B2: error [facts/not-a-time",
        "pacts.csv!3: error [facts/no-evidence",
        "pacts.csv!C3: error [facts/unknown-reference",
    ]
    assert "Nothing was written." in done.err
    assert not (root / "data" / "facts").exists()
    sheet = load_workbook("bad.xlsx").active
    assert sheet is not None
    assert [c.coordinate for row in sheet for c in row if c.comment] == ["A2", "B2", "A3", "C3"]
    told = json.loads(on("import", "pacts.csv", "--as", "pact", "--json").out)
    assert (told["written"], told["findings"][0]["cell"], told["findings"][2]["cell"]) == (False, "A2", "3")


def test_what_the_shapes_want_is_told_at_the_cell(on: Command) -> None:
    put("c.csv", "label@vi,code,population,evidence.source\nTây,,1.234,source/so-xa\n")
    done = on("import", "c.csv", "--as", "commune")
    assert "c.csv!C2: error [facts/wrong-type] “1.234” is not a whole number" in done.err
    assert "with a decimal point: 1234" in done.err
    put("c.csv", "label@vi,code,population,evidence.source\nTây,,1234,source/so-xa\n")
    assert "c.csv!2: error [shape/min-count]" in on("import", "c.csv", "--as", "commune").err


def test_a_file_that_is_not_ours_is_left_alone(on: Command, root: Path) -> None:
    put("communes.csv", "label@vi,code,evidence.source\nTây,3,source/so-xa\n")
    target = root / "data" / "communes.yaml"
    done = on("import", "communes.csv", "--as", "commune", "--file", target)
    assert (done.code, "does not come from an import" in done.err) == (3, True)
    assert target.read_text(encoding="utf-8") == COMMUNES
    assert "no YAML file in" in on("import", "communes.csv", "--as", "commune", "--file", "x.yaml").err
    on("import", "communes.csv", "--as", "commune")
    put("communes.jsonl", '{"label@vi": "Bắc", "code": "4", "evidence.source": "source/so-xa"}')
    assert "was imported from communes.csv" in on("import", "communes.jsonl", "--as", "commune").err


def test_nothing_is_written_that_breaks_other_records(on: Command, root: Path) -> None:
    """A second commune called Nam would make a pact that names it mean two things."""
    (root / "data" / "pacts.yaml").write_text(
        "- {kind: pact, party: [Đông, Nam], signed: 2018, evidence: {source: source/so-xa}}\n", encoding="utf-8"
    )
    put("new.csv", "id,label@vi,code,evidence.source\ncommune/nam-2,Nam,9,source/so-xa\n")
    done = on("import", "new.csv", "--as", "commune")
    assert (done.code, "data/pacts.yaml:1" in done.err, "[facts/ambiguous-name]" in done.err) == (1, True, True)


def test_errors_that_were_there_do_not_stop_an_import(on: Command, root: Path) -> None:
    (root / "data" / "bad.yaml").write_text("- {kind: pact, party: Nobody, evidence: {source: source/so-xa}}\n")
    put("pacts.csv", PACTS)
    done = on("import", "pacts.csv", "--as", "pact")
    assert (done.code, "the project has other errors" in done.err) == (0, True)
    assert kept(root)


def test_a_mapping(on: Command, root: Path) -> None:
    put("theirs.csv", "Side A;Side B;When;Remark\nDong;Nam;2018;x\nDong;;2019;\n")
    put(
        "map.yaml",
        "kind: pact\nunless: {Side B: empty}\ncolumns:\n  Side A: party\n  Side B: party\n  When: signed\n"
        "  Remark: ignore\nfields:\n  evidence.source: source/bao-lang\n",
    )
    assert "Rows: 1" in on("import", "theirs.csv", "--map", "map.yaml").err
    assert "party: [commune/dong, commune/nam]" in kept(root, "theirs")
    put("map.yaml", "kind: pact\ncolumns:\n  Side A: {too: party}\n")
    done = on("import", "theirs.csv", "--map", "map.yaml")
    assert (done.code, "map.yaml:3:17: error [sheet/mapping]" in done.err) == (1, True)
    put("map.yaml", b"\xff\xfe")
    assert on("import", "theirs.csv", "--map", "map.yaml").code == 3


@pytest.mark.parametrize("form", ["xlsx", "csv", "jsonl", "yaml"])
def test_every_form_makes_the_same_records(on: Command, root: Path, form: str) -> None:
    heads = ["party", "signed", "text@vi", "evidence.source", "evidence.paragraph"]
    row = ["commune/dong", "2018", "Chợ", "source/bao-lang", "5"]
    forms: dict[str, str | bytes] = {
        "xlsx": workbook(heads, row),
        "csv": ",".join(heads) + "\n" + ",".join(row),
        "jsonl": json.dumps(dict(zip(heads, row, strict=True))),
        "yaml": "- party: commune/dong\n  signed: 2018\n  text: {vi: Chợ}\n"
        "  evidence: {source: source/bao-lang, paragraph: 5}\n",
    }
    put(f"x.{form}", forms[form])
    assert on("import", f"x.{form}", "--as", "pact").code == 0
    assert kept(root, "x").splitlines()[4:] == [
        "- kind: pact",
        "  party: commune/dong",
        "  signed: 2018",
        "  text: {vi: Chợ}",
        "  evidence: {source: source/bao-lang, paragraph: 5}",
    ]


def test_files_that_cannot_be_read_or_written(on: Command, root: Path) -> None:
    assert (on("import", "gone.csv").code, on("import", ".").code) == (3, 2)
    put("x.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    assert on("import", "x.xlsx").err == "dfgraph: x.xlsx: the file has a password. Save it again without a password.\n"
    put("pacts.csv", PACTS)
    on("import", "pacts.csv", "--as", "pact")
    path = root / "data" / "facts" / "imported" / "pacts.yaml"
    before = path.read_bytes()
    path.chmod(0o444)
    put("pacts.csv", PACTS.replace("2018", "2017"))
    done = on("import", "pacts.csv", "--as", "pact")
    assert (done.code, "is read-only" in done.err, path.read_bytes()) == (3, True, before)
    assert "--errors needs a .xlsx file" in on("import", "pacts.csv", "--errors", "x.csv").err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(on: Command) -> None:
    put("pacts.csv", PACTS).chmod(0)
    assert "Cannot read or write pacts.csv" in on("import", "pacts.csv").err


def test_a_bar_on_a_terminal(on: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    put("pacts.csv", PACTS)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert on("import", "pacts.csv", "--as", "pact").code == 0


def test_help_teaches_mappings(on: Command) -> None:
    for language, word in (("en", "A sheet that others made"), ("vi", "Bảng của người khác")):
        told = on("import", "--help", "--lang", language).out
        assert word in told
        assert "times: {by:" in told
