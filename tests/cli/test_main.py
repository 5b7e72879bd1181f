"""Exit codes, the shared options, and help."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dfgraph import Project
from dfgraph.cli.main import VERBS
from worlds import World

Command = Callable[..., Any]
WRONG = "- {kind: person, id: person/an, label: {vi: An}, age: 40, evidence: {source: source/so-xa}}\n"
RIGHT = "- {kind: person, id: person/an, label: {vi: An}, evidence: {source: source/so-xa}}\n"


def test_0_when_done(dfgraph: Command, world: World) -> None:
    done = dfgraph("build", "--project", world({"data/facts.yaml": RIGHT}).places.root)
    assert (done.code, done.out) == (0, "")


def test_1_when_the_facts_have_errors(dfgraph: Command, world: World) -> None:
    done = dfgraph("build", "--project", world({"data/facts.yaml": WRONG}).places.root)
    assert (done.code, done.out) == (1, "")
    assert "data/facts.yaml:1:55: error [facts/unknown-field] The kind “person” has no field “age”." in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("buidl",),
        ("build", "--fail-on", "sometimes"),
        ("build", "extra"),
        ("query",),
        ("show",),
        ("search",),
        ("init",),
        ("--lang", "fr", "build"),
        ("--nope",),
        ("query", "ASK {}", "--format", "pdf"),
        ("search", "a", "--limit", "0"),
    ],
    ids=" ".join,
)
def test_2_when_the_command_line_is_wrong(dfgraph: Command, arguments: tuple[str, ...]) -> None:
    done = dfgraph(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    assert "Usage: dfgraph" in done.err


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("build",),
        ("check",),
        ("query", "ASK {}"),
        ("search", "hue"),
        ("show", "hue"),
        ("ask", "partners-of", "--place", "hue"),
        ("ask",),
    ],
    ids=" ".join,
)
def test_3_and_one_line_where_there_is_no_project(
    dfgraph: Command, tmp_path: Path, arguments: tuple[str, ...], language: str
) -> None:
    done = dfgraph(*arguments, "--project", tmp_path, "--lang", language)
    expected = {
        "en": f"dfgraph: There is no dfgraph project in {tmp_path}. Make one with `dfgraph init FOLDER`.\n",
        "vi": f"dfgraph: Không có dự án dfgraph ở {tmp_path}. Hãy tạo bằng «dfgraph init THƯ-MỤC».\n",
    }
    assert done == (3, "", expected[language])


def test_3_where_nothing_has_been_built(dfgraph: Command, world: World) -> None:
    done = dfgraph("query", "ASK {}", "--project", world({}).places.root)
    assert done == (3, "", "dfgraph: The graph has not been built yet. Run `dfgraph build`.\n")


def test_3_where_there_is_no_such_thing(dfgraph: Command, shipped: Project) -> None:
    done = dfgraph("show", "Quảng Nhinh", "--project", shipped.places.root)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("dfgraph: There is no “Quảng Nhinh”.")
    assert done.err.count("\n") == 1


def test_3_where_a_question_is_not_known(dfgraph: Command, shipped: Project) -> None:
    done = dfgraph("ask", "partner-of", "--project", shipped.places.root)
    assert done == (3, "", "dfgraph: There is no question “partner-of”. Did you mean: partners-of, parts-of?\n")


def test_130_where_a_person_stops_it(dfgraph: Command, shipped: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Project, "check", stopped)
    done = dfgraph("check", "--project", shipped.places.root)
    assert done == (130, "", "\nStopped; what was there before is untouched.\n")


def json_of(done: Any) -> Any:
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_shared_options_stand_before_or_after_the_verb(dfgraph: Command, shipped: Project) -> None:
    root = shipped.places.root
    before = dfgraph("--project", root, "--lang", "vi", "--json", "search", "kinh tế", "--limit", "2")
    after = dfgraph("search", "kinh tế", "--limit", "2", "--project", root, "--lang", "vi", "--json")
    mixed = dfgraph("--json", "--project", root, "search", "--lang", "vi", "kinh tế", "--limit", "2")
    assert json_of(before) == json_of(after) == json_of(mixed)
    assert len(json_of(before)) == 2


def test_shared_options_stand_around_a_question_too(dfgraph: Command, shipped: Project) -> None:
    root, question = shipped.places.root, ("--place", "quang-ninh")
    before = dfgraph("--project", root, "--lang", "vi", "--json", "ask", "partners-of", *question)
    between = dfgraph("ask", "--project", root, "--lang", "vi", "--json", "partners-of", *question)
    after = dfgraph("ask", "partners-of", *question, "--project", root, "--lang", "vi", "--json")
    assert json_of(before) == json_of(between) == json_of(after)


def test_the_later_option_wins(dfgraph: Command, shipped: Project) -> None:
    root = shipped.places.root
    query = "ASK { dfg:Province a owl:Class }"
    assert dfgraph("--lang", "vi", "query", query, "--project", root, "--lang", "en").out == "yes\n"
    assert dfgraph("--lang", "en", "query", query, "--project", root, "--lang", "vi").out == "có\n"
    assert dfgraph("--project", "/nowhere", "query", query, "--project", root).out == "yes\n"


def test_a_folder_inside_the_project_will_do(
    dfgraph: Command, shipped: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shipped.places.data / "facts")
    assert dfgraph("query", "ASK { ?province a dfg:Province }").out == "yes\n"


@pytest.mark.parametrize(("setting", "answer"), [("vi_VN.UTF-8", "có\n"), ("en_US.UTF-8", "yes\n"), ("C", "yes\n")])
def test_the_language_is_that_of_the_machine_unless_told(
    dfgraph: Command, shipped: Project, monkeypatch: pytest.MonkeyPatch, setting: str, answer: str
) -> None:
    monkeypatch.delenv("DFGRAPH_LANG")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", setting)
    assert dfgraph("query", "ASK { ?province a dfg:Province }", "--project", shipped.places.root).out == answer


VIETNAMESE = set("ăâđêôơưĂÂĐÊÔƠƯạảấầậắặẵẽếềệểịọốộổợờớởựừứữửụủũĩỉỏỗạẩẫằẳ")


def options_of(help_: str) -> list[str]:
    """One line an option: names and help together."""
    lines: list[str] = []
    for line in help_.splitlines():
        if line.startswith("  -"):
            lines.append(line.strip())
        elif line.startswith("     ") and lines:
            lines[-1] += " " + line.strip()
    return lines


@pytest.mark.parametrize("verb", [*VERBS, ""])
def test_every_verb_has_help_in_both_languages(dfgraph: Command, shipped: Project, verb: str) -> None:
    root = ["--project", str(shipped.places.root)]
    arguments = [verb] if verb else []
    vi, en = (dfgraph(*root, "--lang", language, *arguments, "--help") for language in ("vi", "en"))
    assert (vi.code, vi.err, en.code, en.err) == (0, "", 0, "")
    if verb:
        assert " ".join(VERBS[verb].en.split()[:2]) in en.out
        assert " ".join(VERBS[verb].vi.split()[:2]) in vi.out
    assert not VIETNAMESE & set(en.out.partition("Partnerships and agreements")[0])
    assert {o.split()[0] for o in options_of(vi.out)} == {o.split()[0] for o in options_of(en.out)}
    assert {"--project", "--lang", "--json", "-h,"} <= {o.split()[0] for o in options_of(vi.out)}


@pytest.mark.parametrize("verb", [*VERBS, ""])
def test_every_option_is_told_in_vietnamese(dfgraph: Command, shipped: Project, verb: str) -> None:
    arguments = [verb] if verb else []
    done = dfgraph("--project", shipped.places.root, "--lang", "vi", *arguments, "--help")
    assert [option for option in options_of(done.out) if not VIETNAMESE & set(option)] == []
    assert not {"Usage:", "Options:", "Commands:"} & set(done.out.split())


def test_a_wrong_command_line_is_told_in_the_language_of_the_reader(dfgraph: Command) -> None:
    done = dfgraph("--lang", "vi", "build", "--nope")
    assert done.code == 2
    assert VIETNAMESE & set(done.err)


def test_a_question_has_help_in_both_languages(dfgraph: Command, shipped: Project) -> None:
    root = shipped.places.root
    vi = dfgraph("ask", "partners-of", "--help", "--lang", "vi", "--project", root)
    en = dfgraph("--lang", "en", "--project", root, "ask", "partners-of", "--help")
    assert "Một địa phương có những đối tác nào" in vi.out
    assert "Which partners does a place have" in en.out
    assert "--place PLACE" in en.out


def test_the_root_help_lists_every_verb(dfgraph: Command) -> None:
    done = dfgraph("--lang", "en", "--help")
    listed = [line.split()[0] for line in done.out.partition("Commands:")[2].splitlines() if line.startswith("  ")]
    assert listed == list(VERBS)


def test_version(dfgraph: Command) -> None:
    import dfgraph as package

    assert dfgraph("--version") == (0, f"dfgraph {package.__version__}\n", "")


@pytest.mark.parametrize("verb", VERBS)
def test_the_verbs_of_the_list_are_there(verb: str) -> None:
    from importlib import import_module

    assert import_module(f"dfgraph.cli.commands.{verb}").command.name == verb
