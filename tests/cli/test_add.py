"""`dfgraph add`: one command for one fact, as a person types it."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import Outcome
from dfgraph import Project
from dfgraph.base.language import Language
from dfgraph.cli.adding.names import ways_of
from dfgraph.sources.facts import read_book
from dfgraph.sources.schema import Schema
from worlds import VILLAGE, copy_project

Dfgraph = Callable[..., Outcome]
PACT = ("agreement", "--party", "Đà Nẵng", "--party", "Sakai", "--type", "memorandum", "--signed", "2009-10")
AT = ("--source-url", "https://example.org/a", "--at", "3", "--recorded", "2026-11-22")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The village, built: a small project in which a test may write."""

    folder = Path(shutil.copytree(VILLAGE, tmp_path / "village"))
    Project.open(folder).build()
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The shipped project, in a folder where a test may write."""
    return copy_project(tmp_path / "project")


def added(folder: Path, name: str) -> str:
    return (folder / "data" / "facts" / name).read_text(encoding="utf-8")


def test_one_command_makes_the_whole_record(dfgraph: Dfgraph, project: Path) -> None:
    told = dfgraph("add", *PACT, "--field", "trade", *AT, "--project", project)
    assert (told.code, told.out) == (
        0,
        "Added source/example-org-a (example.org/a) to data/facts/source.yaml.\n"
        "Added agreement/da-nang--jp-sakai--2009-10 (Da Nang – Sakai, 2009-10) to data/facts/agreement.yaml.\n",
    )
    assert added(project, "agreement.yaml") == (
        "- kind: agreement\n"
        "  type: memorandum\n"
        "  party: [province/da-nang, locality/jp-sakai]\n"
        "  signed: 2009-10\n"
        "  fields: trade\n"
        "  evidence: {source: source/example-org-a, paragraph: 3, recorded: 2026-11-22}\n"
    )
    assert added(project, "source.yaml") == (
        "- kind: source\n"
        "  id: source/example-org-a\n"
        "  label: {vi: example.org/a, en: example.org/a}\n"
        "  url: https://example.org/a\n"
        "  source_type: news-article\n"
    )
    shown = dfgraph("show", "agreement/da-nang--jp-sakai--2009-10", "--project", project)
    assert "example.org/a, ¶ 3" in shown.out


def test_a_name_means_the_unit_of_the_date(dfgraph: Dfgraph, project: Path) -> None:
    new = [*PACT[:-1], "2026-10"]
    told = dfgraph("add", *new, *AT, "--dry-run", "--project", project)
    assert "party: [province/da-nang-2025, locality/jp-sakai]" in told.out


def test_a_dry_run_shows_text_triples_and_findings_and_writes_nothing(dfgraph: Dfgraph, project: Path) -> None:
    before = sorted(project.rglob("*"))
    told = dfgraph(
        "add", *PACT[:-2], "--on-behalf-of", "Huế", *AT, "--source-date", "2010", "--dry-run", "--project", project
    )
    assert told.code == 0
    assert "# data/facts/agreement.yaml\n- kind: agreement\n" in told.out
    assert "<agreement/da-nang--jp-sakai>\n  rdf:type dfg:Agreement ;\n" in told.out
    assert "  prov:hadPrimarySource <source/example-org-a> ;\n" in told.out
    assert "agreement: warning [check/agreement-without-date]" in told.err
    assert [p for p in sorted(project.rglob("*")) if "output" not in p.parts] == before


def test_all_faults_are_told_at_once_each_at_its_option(dfgraph: Dfgraph, project: Path) -> None:
    told = dfgraph(
        "add", "agreement", "--party", "Đà Nẵng", "--party", "Sakay", "--type", "memorandm", "--signed", "31/2/2009",
        "--source", "nothing", "--at", "x", "--project", project,
    )  # fmt: skip
    assert told.code == 2
    assert not (project / "data" / "facts" / "agreement.yaml").exists()
    assert [line.split(" ", 4)[0:3] for line in told.err.splitlines() if "facts/" in line] == [
        ["--party:", "error", "[facts/ambiguous-name]"],
        ["--type:", "error", "[facts/unknown-reference]"],
        ["--party:", "error", "[facts/unknown-reference]"],
        ["--signed:", "error", "[facts/not-a-time]"],
        ["--source:", "error", "[facts/unknown-reference]"],
        ["--paragraph:", "error", "[facts/wrong-type]"],
    ]
    assert "  province/da-nang-2025  Đà Nẵng, since 2025-07-01\n" in told.err
    assert "locality/jp-sakai" in told.err


def test_what_a_kind_needs_and_what_it_rests_on(dfgraph: Dfgraph, home: Path) -> None:
    told = dfgraph("add", "commune", "--label", "Mới", "--project", home)
    assert told.code == 2
    assert "--code: error [facts/missing-field]" in told.err
    assert "--source: error [facts/no-evidence]" in told.err


def test_a_text_is_in_the_language_of_the_reader(dfgraph: Dfgraph, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rest = ("--source", "so-xa", "--recorded", "2026-11-22", "--project", home)
    assert dfgraph("add", "person", "--label", "Hoa Mai", "--label-vi", "Hoa Mai", *rest).code == 0
    assert "  id: person/hoa-mai\n  label: {en: Hoa Mai, vi: Hoa Mai}\n" in added(home, "person.yaml")
    assert (
        dfgraph("add", "person", "--label", "Vũ Lan", "--alias", "Lan", "--alias", "Út", *rest, "--lang", "vi").code
        == 0
    )
    assert "  label: {vi: Vũ Lan}\n  alias: {vi: [Lan, Út]}\n" in added(home, "person.yaml")


def test_the_same_again_is_shown_and_not_added(dfgraph: Dfgraph, project: Path) -> None:
    assert dfgraph("add", *PACT, *AT, "--project", project).code == 0
    text = added(project, "agreement.yaml")
    told = dfgraph("add", *PACT, *AT, "--project", project)
    assert told.code == 1
    assert "recorded just so, on the same evidence, data/facts/agreement.yaml:1:3" in told.err
    assert added(project, "agreement.yaml") == text
    elsewhere = [*AT[:1], "https://example.org/b", *AT[2:]]
    told = dfgraph("add", *PACT, *elsewhere, "--project", project)
    assert (told.code, "the same id" in told.err) == (1, True)
    assert dfgraph("add", *PACT, *elsewhere, "--yes", "--project", project).code == 0
    assert added(project, "agreement.yaml").startswith(text)
    assert len(Project.open(project).show("agreement/da-nang--jp-sakai--2009-10").statements) > 5


def test_force_makes_another_thing_of_the_same_name(dfgraph: Dfgraph, home: Path) -> None:
    person = ("add", "person", "--label", "Le Van An", "--source", "so-xa", "--project", home)
    told = dfgraph(*person)
    assert (told.code, "person/an (Le Van An): a name much like it" in told.err) == (1, True)
    assert dfgraph(*person, "--force").code == 0
    assert dfgraph(*person, "--force").code == 0
    assert [line for line in added(home, "person.yaml").splitlines() if "id:" in line] == [
        "  id: person/le-van-an",
        "  id: person/le-van-an-2",
    ]


def test_more_can_be_said_of_a_thing_by_its_id(dfgraph: Dfgraph, home: Path) -> None:
    told = dfgraph("add", "person", "--id", "person/an", "--alias", "Ông An", "--source", "so-xa", "--project", home)
    assert (told.code, "already" in told.err) == (0, False)


def test_it_goes_where_its_source_is_or_where_one_says(dfgraph: Dfgraph, home: Path) -> None:
    known = home / "data" / "pacts.yaml"
    before = known.read_bytes()
    visit = ("add", "visit", "--visitor", "Lê Văn An", "--project", home)
    assert "to data/pacts.yaml" in dfgraph(*visit, "--label", "Hai", "--source", "Village News", "--file", known).out
    assert known.read_bytes().startswith(before)
    told = dfgraph(*visit, "--label", "Ba", "--source", "Village News", "--file", home / "data" / "new.csv")
    assert "to data/new.csv" in told.out
    told = dfgraph(*visit, "--label", "Bốn", "--source", "Village News", "--file", home / "elsewhere.yaml")
    assert (told.code, "no facts file of the project" in told.err) == (3, True)


def test_json_tells_the_same(dfgraph: Dfgraph, home: Path) -> None:
    told = dfgraph("add", "person", "--label", "Hoa", "--source", "so-xa", "--json", "--project", home)
    data = json.loads(told.out)
    assert (data["written"], data["current"], data["records"][0]["id"]) == (True, True, "person/hoa")
    told = dfgraph("add", "person", "--label", "Hoa", "--json", "--project", home)
    assert (told.code, json.loads(told.out)["findings"][0]["path"]) == (2, "--source")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "Say of which kind the record is."),
        (("person",), "There is nothing to add: give at least one field."),
        (("persn",), "There is no kind “persn”. Did you mean person?"),
        (("person", "--label", "A", "--source", "so-xa", "--source-title", "B"), "choose one of the two"),
        (("person", "--nothing", "x"), "There is no option --nothing."),
    ],
)
def test_wrong_lines(dfgraph: Dfgraph, home: Path, arguments: tuple[str, ...], why: str) -> None:
    told = dfgraph("add", *arguments, "--project", home)
    assert (told.code, why in told.err) == (2, True)


def test_options_come_from_the_shapes(dfgraph: Dfgraph, home: Path, schema: Schema) -> None:
    told = dfgraph("add", "commune", "--help", "--project", home)
    assert "--border / --no-border" in told.out
    assert "--label[-vi|-en] TEXT" in told.out
    assert "Cách dùng: " in dfgraph("add", "commune", "--help", "--lang", "vi", "--project", home).out
    for kind in schema.kinds.values():
        names = [name for way in ways_of(kind, schema) for name in (*way.names, way.one) if name]
        assert len(names) == len(set(names)), kind.key
        assert {way.field.key for way in ways_of(kind, schema) if way.part == "fields"} == set(kind.fields)


def test_fields_of_evidence_give_way_to_those_of_the_kind(schema: Schema) -> None:
    named = {way.names[0] for way in ways_of(schema.kinds["limitation"], schema) if way.part == "evidence"}
    assert {"--paragraph", "--evidence-note", "--confidence"} <= named
    assert "--at" not in {
        name for way in ways_of(schema.kinds["limitation"], schema) if way.part == "evidence" for name in way.names
    }


@pytest.mark.parametrize("language", ["vi", "en"])
def test_questions_and_help_load_no_more_than_they_need(language: Language) -> None:
    """The house rule: the library of the prompts is imported when somebody is asked."""
    code = "import sys, dfgraph.cli.commands.add; print('prompt_toolkit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


ADDING = """
import sys
from dfgraph import Project
from dfgraph.sources.drafts import Draft
for n in range({count}):
    draft = Draft("person", {{"label": {{"vi": f"{who} " + "abcdefghijklmnopqrstuvwxyz"[n % 26] * (n + 3)}},
                              "evidence": {{"source": "source/so-xa"}}}})
    added = Project.open({folder!r}).add([draft], lambda plan: True)
    assert added.entry, added.plan.findings
"""


def test_two_processes_at_once_lose_none(home: Path) -> None:
    count = 100
    running = [
        subprocess.Popen([sys.executable, "-c", ADDING.format(who=who, count=count, folder=str(home))])
        for who in ("Nhất", "Nhì")
    ]
    assert [process.wait(timeout=500) for process in running] == [0, 0]
    book = read_book(home / "data", home)
    new = [e for e in book.entries if e.values.get("kind") == "person"]
    assert (len(new), book.findings) == (2 * count + 2, [])
    people = Project.open(home).query("SELECT (COUNT(*) AS ?n) { ?p a dfg:Person }")
    assert [row[0].value for row in people.rows()] == [str(2 * count + 2)]  # type: ignore[union-attr]


def tab(folder: Path, *words: str) -> list[str]:
    from cli.test_completion import asked

    return [line.partition(",")[2] for line in asked(folder, *words).splitlines() if line.partition(",")[2].strip()]


def test_every_option_is_completed(shipped: Project) -> None:
    folder = shipped.places.root
    assert tab(folder, "add", "agree") == ["agreement"]
    assert {"--party", "--label-vi", "--source-url", "--at"} <= set(tab(folder, "add", "agreement", "--"))
    assert "trade" in tab(folder, "add", "agreement", "--field", "'thuong m'")
    assert tab(folder, "add", "agreement", "--type", "memor") == ["memorandum"]
    assert "province/da-nang" in tab(folder, "add", "agreement", "--party", "'đa nẵ'")
    assert "source/bao-da-nang-40-years" in tab(folder, "add", "agreement", "--source", "40")
    assert tab(folder, "add", "agreement", "--confidence", "h") == ["high"]
    assert "data/reference/changes.yaml" in tab(folder, "add", "agreement", "--file", "chang")


def test_terms_need_no_graph(home: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "unbuilt")
    assert tab(project, "add", "agreement", "--type", "memor") == ["memorandum"]


SESSION = """
$ dfgraph add agreement --party "Da Nang" --party Sakai --type memorandum --signed 2005-10 --field trade \
 --source-url https://example.org/a --at 3
Added source/example-org-a (example.org/a) to data/facts/source.yaml.
Added agreement/da-nang--jp-sakai--2005-10 (Da Nang – Sakai, 2005-10) to data/facts/agreement.yaml.
$ dfgraph add agreement --party "Da Nang" --party Sakai --signed 2005 --source example-org-a
This may be recorded already:
  agreement/da-nang--jp-sakai--2005-10: the same Parties, Signed, data/facts/agreement.yaml:1:3
Nothing was added. Use --force where it is another one, or --id to say more of the one that is there.
$ dfgraph add agreement --id agreement/da-nang--jp-sakai--2005-10 --state in-force --source example-org-a --at 4
Added agreement/da-nang--jp-sakai--2005-10 (Da Nang – Sakai, 2005-10) to data/facts/agreement.yaml.
$ dfgraph add locality --label-vi Sa-cai-a --label-en Sakaya --country Japan --source example-org-a
Added locality/sa-cai-a (Sakaya) to data/facts/agreement.yaml.
$ dfgraph add partnership --place "Da Nang" --place Sakaya --source example-org-a
--places: error [facts/ambiguous-name] “Da Nang” may be province/da-nang, province/da-nang-2025. \
Write the id of the one that is meant.
“Da Nang” may be:
  province/da-nang  Đà Nẵng, until 2025-06-30
  province/da-nang-2025  Đà Nẵng, since 2025-07-01
$ dfgraph add partnership --place "Da Nang" --place Sakaya --since 2012 --source example-org-a
Added partnership/da-nang--sa-cai-a (Da Nang – Sakaya) to data/facts/agreement.yaml.
"""


def test_a_session(dfgraph: Dfgraph, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a person types in the project's folder, and what is answered."""
    monkeypatch.chdir(project)
    shown = ""
    for line in SESSION.splitlines():
        if line.startswith("$ "):
            told = dfgraph(*shlex.split(line)[2:])
            said = [*told.out.splitlines(), *(said for said in told.err.splitlines() if "dfgraph undo" not in said)]
            shown += "".join(f"{part}\n" for part in (line, *said))
    assert shown == SESSION.removeprefix("\n")
