"""`dfgraph add` without options: the questions, put to a script and at a terminal of its own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from dfgraph.base.language import Text
from dfgraph.cli.adding.asking import Question
from dfgraph.cli.adding.interview import Interview
from dfgraph.sources.drafts import Draft
from dfgraph.sources.facts import Index, read_book
from dfgraph.sources.facts.ids import name_records
from dfgraph.sources.schema import Schema
from worlds import ROOT, VILLAGE, copy_project

ENOUGH = None


class Script:
    """Answers by the English label of the question; what it has no answer for is skipped."""

    def __init__(self, answers: Sequence[tuple[str, str | None]]) -> None:
        self.answers = list(answers)
        self.asked: list[Question] = []
        self.said: list[str] = []

    def next(self, label: Text) -> str | None:
        wanted = label.en.removesuffix(" *").removesuffix(" (another)")
        if self.answers and self.answers[0][0] == wanted:
            return self.answers.pop(0)[1]
        return ""

    def ask(self, question: Question) -> str | None:
        self.asked.append(question)
        answer = self.next(question.label)
        while answer and question.check and (wrong := question.check(answer)):
            self.said.append(wrong.en)
            answer = self.next(question.label)
        return question.default if answer == "" else answer

    def choose(self, label: Text, options: Sequence[tuple[str, Text]]) -> str | None:
        chosen = self.next(label)
        assert chosen in [value for value, _ in options]
        return chosen

    def confirm(self, label: Text, *, default: bool) -> bool:
        return {"y": True, "n": False, "": default}[self.next(label) or ""]

    def say(self, text: Text) -> None:
        self.said.append(text.en)


@pytest.fixture(scope="module")
def index(schema: Schema) -> Index:
    return name_records(read_book(ROOT / "data", ROOT).entries, schema)[0]


def interviewed(index: Index, kind: str, script: Script) -> list[Draft]:
    drafts = Interview(script, index, "en", "2026-11-22").run(index.schema.kinds[kind])
    assert script.answers == []
    return drafts


def test_names_mean_what_bore_them_at_the_date_that_is_asked_first(index: Index) -> None:
    script = Script([
        ("Signed", "31/2/2009"), ("Signed", "2009-10"), ("Agreement type", "Memorandum of understanding"),
        ("Parties", "da nang"), ("Parties", "Sakai"), ("On behalf of", ENOUGH),
        ("Source", "bao-da-nang-40-years"), ("Paragraph", "x"), ("Paragraph", "3"), ("Page", ENOUGH),
    ])  # fmt: skip
    (draft,) = interviewed(index, "agreement", script)
    assert draft.values == {
        "signed": "2009-10",
        "type": "agreement-type/memorandum",
        "party": ["province/da-nang", "locality/jp-sakai"],
        "evidence": {"source": "source/bao-da-nang-40-years", "paragraph": "3", "recorded": "2026-11-22"},
    }
    assert script.said[1:] == ["2009-02 has no day 31", "“x” is not a whole number."]


def test_what_is_missing_is_made_on_the_way(index: Index) -> None:
    script = Script([
        ("Signed", "2010"), ("Parties", "Sakaya"), ("Record “Sakaya” as something new?", "y"),
        ("Which kind", "locality"), ("Name (vi)", "Sa-cai-a"), ("Country", "Japan"), ("Level", ENOUGH),
        ("Parties", "Huế"),
        ("Source", "https://example.org/new"), ("Name (en)", "A talk"), ("Date", "2010-06"),
        ("Other name (en)", ENOUGH), ("Paragraph", ENOUGH),
    ])  # fmt: skip
    place, pact = interviewed(index, "agreement", script)
    assert place.values["label"] == {"en": "Sakaya", "vi": "Sa-cai-a"}
    assert place.values["id"] == pact.values["party"][0] == "locality/sa-cai-a"
    assert place.cites is pact.cites is not None
    assert pact.cites.values == {
        "url": "https://example.org/new", "label": {"en": "A talk"}, "date": "2010-06",
        "source_type": "source-type/news-article",
    }  # fmt: skip
    assert "Did you mean" in next(said for said in script.said if "Sakaya" in said)


def test_a_name_of_several_is_asked_about(index: Index) -> None:
    script = Script([
        ("Parties", "Da Nang"), ("“Da Nang” is", "province/da-nang-2025"), ("On behalf of", ENOUGH),
        ("Source", "bao-da-nang-40-years"), ("Paragraph", ENOUGH),
    ])  # fmt: skip
    (draft,) = interviewed(index, "agreement", script)
    assert draft.values["party"] == "province/da-nang-2025"


def test_what_is_typed_is_searched_for_without_marks(index: Index) -> None:
    script = Script([("Agreement type", ENOUGH), ("Source", "bao-da-nang-40-years"), ("Paragraph", ENOUGH)])
    interviewed(index, "agreement", script)
    script = Script([("On behalf of", ENOUGH), ("Source", "bao-da-nang-40-years"), ("Paragraph", ENOUGH)])
    interviewed(index, "agreement", script)
    by_label = {q.label.en: q.search for q in script.asked}
    party, type_ = by_label["Parties"], by_label["Agreement type"]
    assert party is not None
    assert type_ is not None
    assert {"province/da-nang", "province/da-nang-2025"} <= {value for value, _ in party("đa năng")}
    assert party("province/quang-ni")[0][0] == "province/quang-ninh"
    assert [value for value, _ in type_("memor")] == ["memorandum"]


needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="a terminal of its own wants a Unix")


@needs_terminal
def test_at_a_terminal_in_english(tmp_path: Path) -> None:
    from cli.talking import Talk

    project = copy_project(tmp_path / "project")
    with Talk(project, "add", "agreement") as person:
        person.talk([
            ("Name (en)", ""), ("Signed", "2009-10"), ("Other name (en)", ""), ("Agreement type", "memorandum"),
            ("Parties", "Da Nang"), ("Parties (another)", "Sakai"), ("Parties (another)", ""), ("On behalf of", "\x04"),
            ("Source *", "https://example.org/a"), ("Name (en)", "\x04"), ("Source type *", ""),
            ("Paragraph", "3"), ("Page", "\x04"), ("Add it? [Y/n]", ""),
        ])  # fmt: skip
        code, told = person.end()
    assert code == 0
    assert "Added agreement/da-nang--jp-sakai--2009-10" in told
    written = (project / "data" / "facts" / "agreement.yaml").read_text(encoding="utf-8")
    assert "  party: [province/da-nang, locality/jp-sakai]\n" in written


@needs_terminal
def test_at_a_terminal_in_vietnamese(tmp_path: Path) -> None:
    """The kind is asked for too; Ctrl-C leaves everything as it was."""
    import shutil

    from cli.talking import Talk

    village = Path(shutil.copytree(VILLAGE, tmp_path / "village"))
    with Talk(village, "add", language="vi") as person:
        person.talk([("Loại bản ghi", "person"), ("Tên (vi)", "Hoa Mai"), ("Tên (en)", ""), ("Tên khác (vi)", "\x04")])
        person.talk([("Nguồn *", "Sổ xã"), ("Đoạn", "\x04"), ("Thêm? [C/k]", "c")])
        code, told = person.end()
    assert (code, "Đã thêm person/hoa-mai (Hoa Mai) vào data/" in told) == (0, True)
    with Talk(village, "add", "person", language="vi") as person:
        person.answer("Tên (vi)", "Hoa")
        person.answer("Tên (en)", "\x04\x03")
        code, told = person.end()
    assert code == 130


@needs_terminal
def test_an_open_name_and_a_likely_duplicate_are_asked_about(tmp_path: Path) -> None:
    from cli.talking import Talk

    project = copy_project(tmp_path / "project")
    pact = ("add", "agreement", "--party", "Đà Nẵng", "--party", "Sakai", "--source-url", "https://example.org/a")
    with Talk(project, *pact) as person:
        person.answer("“Đà Nẵng” is", "1")
        code, told = person.end()
    assert (code, "Added agreement/da-nang--jp-sakai " in told) == (0, True)
    for answer, end in (("n", 1), ("y", 0)):
        with Talk(project, *pact, "--at", "4") as person:
            person.answer("“Đà Nẵng” is", "province/da-nang")
            person.answer("Add it anyway? [y/N]", answer)
            assert person.end()[0] == end
