"""How an answer reads: on a terminal, in a file, in either language, with its sources and without."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from dfgraph import Project
from worlds import ROOT, write_files

Command = Callable[..., Any]
FACTS = """
- kind: source
  id: source/news
  label: {vi: Huế kết bạn, en: Hue makes friends}
  source_type: news-article
  publisher: Báo Làng
  date: 2019-06-18
  url: https://example.org/hue
- {kind: source, id: source/letter, label: {vi: Thư trả lời, en: A letter in reply}, source_type: news-article}
- {kind: passage, source: source/news, paragraph: 9, part: caption}
- {kind: passage, source: source/news, paragraph: 3, part: body}
- defaults: {evidence: {source: source/news}}
- {kind: country, id: country/la, label: {vi: Lào, en: Laos}, iso2: LA}
- {kind: country, id: country/fr, label: {vi: Pháp, en: France}, iso2: FR}
- {kind: province, id: province/hue, label: {vi: Huế, en: Hue}, rank: city}
- {kind: person, id: person/an, label: {vi: Nguyễn An, en: Nguyen An}}
- {kind: locality, id: locality/savan, label: {vi: Xa-vẳn, en: Savan}, country: country/la, level: province}
- {kind: locality, id: locality/sekong, label: {vi: Xê Kông, en: Sekong}, country: country/la, level: province}
- {kind: locality, id: locality/lyon, label: {vi: Li-ông, en: =Lyon|}, country: country/fr, level: city}
- kind: partnership
  places: [province/hue, locality/savan]
  since: 2009-02
  evidence: {paragraph: 3, open_list: true}
- kind: partnership
  places: [province/hue, locality/sekong]
  evidence: {paragraph: 3, open_list: true}
- kind: partnership
  places: [province/hue, locality/lyon]
  since: 2010
  evidence: {paragraph: 9, speaker: person/an, inferred: true, because: {vi: Ảnh ghi thế, en: So says the picture}}
- kind: partnership
  id: partnership/hue--lyon
  since: 2010
  evidence: {source: source/letter, paragraph: 1, stance: disputes}
"""


@pytest.fixture(scope="module")
def hue(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Three partners of one city, by two sources that do not agree."""
    folder = tmp_path_factory.mktemp("hue")
    shutil.copytree(ROOT / "ontology", folder / "ontology")
    write_files(folder, {"data/facts.yaml": FACTS})
    project = Project.open(folder)
    report = project.build()
    assert report.sound, report.findings
    return project


@pytest.fixture
def ask(dfgraph: Command, hue: Project) -> Command:
    return lambda *more: dfgraph("ask", "partners-of", "--place", "hue", "--project", hue.places.root, *more)


def text(said: str) -> str:
    return dedent(said).removeprefix("\n")


def test_a_person_gets_a_table_and_is_told_of_the_sources(ask: Command) -> None:
    done = ask("--lang", "en")
    assert done.out == text("""
        Which partners does a place have, and since when?

        Partner  Country  Since    Unit
        ───────────────────────────────────
        =Lyon|   France   2010     Hue   *≠
        Savan    Laos     2009-02  Hue   …
        Sekong   Laos              Hue   …

        … The source leaves this list open.
        * Inferred, at least in part.
        ≠ A source denies it.
        Nothing is stated on: Type.
    """)
    assert done.err == "3 rows from 2 sources. Add --cite to see the source of each row.\n"


def test_with_cite_each_row_has_the_numbers_of_its_notes(ask: Command) -> None:
    done = ask("--cite", "--lang", "vi")
    assert done.out == text("""
        Một địa phương có những đối tác nào, từ khi nào?

        Đối tác  Quốc gia  Từ       Đơn vị thiết lập  Nguồn
        ────────────────────────────────────────────────────────
        Li-ông   Pháp      2010     Huế               [2] [3] *≠
        Xa-vẳn   Lào       2009-02  Huế               [1] …
        Xê Kông  Lào                Huế               [1] …

        … Nguồn để danh sách còn mở.
        * Có phần suy ra, nguồn không nói thẳng.
        ≠ Có nguồn phủ nhận.
        Không có dữ liệu về: Loại quan hệ.

        Nguồn
        Huế kết bạn, Báo Làng, 2019-06-18
          https://example.org/hue
          [1] ¶ 3 – danh sách còn mở
          [2] ¶ 9, Nguyễn An – chú thích ảnh, suy ra (Ảnh ghi thế)
        Thư trả lời
          [3] ¶ 1 – phủ nhận
    """)
    assert done.err == "3 dòng từ 2 nguồn.\n"


def test_csv_on_stdout_is_for_programs(ask: Command) -> None:
    done = ask("--format", "csv", "--lang", "en")
    assert (done.code, done.err) == (0, "")
    assert list(csv.reader(done.out.splitlines())) == [
        ["Partner", "Partner (id)", "Country", "Country (id)", "Since", "Type", "Unit", "Unit (id)", "Remarks"],
        ["'=Lyon|", "locality/lyon", "France", "country/fr", "2010", "", "Hue", "province/hue",
         "caption, inferred, disputes"],
        ["Savan", "locality/savan", "Laos", "country/la", "2009-02", "", "Hue", "province/hue", "open list"],
        ["Sekong", "locality/sekong", "Laos", "country/la", "", "", "Hue", "province/hue", "open list"],
    ]  # fmt: skip


def test_csv_in_a_file_is_for_excel(ask: Command, tmp_path: Path) -> None:
    file = tmp_path / "sheets" / "bạn.csv"
    done = ask("-o", file, "--cite")
    assert (done.code, done.out, done.err) == (0, "", f"Wrote {file}.\n")
    assert file.read_bytes().startswith(b"\xef\xbb\xbfPartner,")
    assert "Hue makes friends, Báo Làng, 2019-06-18, ¶ 3 [open list]" in file.read_text(encoding="utf-8-sig")
    assert list(file.parent.iterdir()) == [file]


def test_markdown_is_escaped_and_has_numbered_notes(ask: Command) -> None:
    done = ask("-f", "markdown", "--cite", "--lang", "en")
    assert "| =Lyon\\| | France | 2010 | Hue | \\[2\\] \\[3\\] \\*≠ |\n" in done.out
    assert done.out.endswith(
        "1. [Hue makes friends, Báo Làng, 2019-06-18](<https://example.org/hue>), ¶ 3 – open list\n"
        "2. [Hue makes friends, Báo Làng, 2019-06-18](<https://example.org/hue>), ¶ 9, Nguyen An – caption, inferred "
        "(So says the picture)\n"
        "3. A letter in reply, ¶ 1 – disputes\n"
    )
    assert done.err == ""


def test_json_tells_all_of_it_with_or_without_cite(ask: Command) -> None:
    plain = ask("--json")
    assert plain == ask("--format", "json") == ask("--format", "json", "--cite")
    lyon = json.loads(plain.out)[0]
    assert lyon["partner"] == {"id": "locality/lyon", "label": "=Lyon|"}
    assert [(c["source"], c.get("part"), c.get("disputes")) for c in lyon["citations"]] == [
        ("source/news", "Caption", None),
        ("source/letter", None, True),
    ]


@pytest.mark.parametrize(("name", "start"), [("a.md", "**W"), ("a.json", "["), ("a.txt", "Which"), ("a", "Which")])
def test_a_file_has_the_form_of_its_name(ask: Command, tmp_path: Path, name: str, start: str) -> None:
    assert ask("-o", tmp_path / name).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_the_form_that_was_told_counts_more_than_the_name(ask: Command, tmp_path: Path) -> None:
    assert ask("-o", tmp_path / "a.csv", "--format", "json").code == 0
    assert json.loads((tmp_path / "a.csv").read_bytes())
    assert ask("-o", "-", "--format", "csv").out.startswith("Partner,")


def test_a_file_that_cannot_be_written_is_one_line(ask: Command, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("here before")
    done = ask("-o", tmp_path / "a" / "b.csv")
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert (tmp_path / "a").read_text() == "here before"


@pytest.mark.parametrize("form", ["table", "csv", "markdown", "json"])
@pytest.mark.parametrize("cite", [(), ("--cite",)], ids=["plain", "cited"])
def test_the_same_question_gets_the_same_bytes(ask: Command, form: str, cite: tuple[str, ...]) -> None:
    assert ask("--format", form, *cite) == ask("--format", form, *cite)


def test_an_answer_without_rows(dfgraph: Command, hue: Project) -> None:
    asked = ("ask", "partners-of", "--place", "country/fr", "--project", hue.places.root, "--lang", "en")
    assert dfgraph(*asked) == (0, "", "0 rows.\n")
    assert dfgraph(*asked, "--format", "csv").out == "Partner,Country,Since,Type,Unit,Remarks\r\n"
    assert dfgraph(*asked, "--format", "markdown").out == "**Which partners does a place have, and since when?**\n"


def test_a_terminal_that_is_narrow(ask: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dfgraph.cli.tables.terminal_width", lambda: 30)
    said = ask("--cite", "--lang", "en").out
    assert max(len(line) for line in said.splitlines() if "//" not in line and "\x1b" not in line) <= 30
    assert said.splitlines()[3:6] == ["=Lyon|", "    Country: France", "    Since: 2010 · Unit: Hue"]


def test_show_tells_who_disputes_a_value(dfgraph: Command, hue: Project) -> None:
    told = dfgraph("show", "partnership/hue--lyon", "--project", hue.places.root, "--lang", "en").out.splitlines()
    at = next(n for n, line in enumerate(told) if line.startswith("Since"))
    assert [line.split("  ")[-1].strip() for line in told[at : at + 3]] == [
        "[disputed]",
        "Hue makes friends, Báo Làng, 2019-06-18, ¶ 9 (Nguyen An) [caption, inferred]",
        "A letter in reply, ¶ 1 [disputes]",
    ]
