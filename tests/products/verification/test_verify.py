"""Facts against the text of their source: what stands there passes, whatever does not is told at its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dfgraph import DfgraphError, Project
from dfgraph.products.verification import Skip, Verification
from dfgraph.products.verification.citations import verified_fields
from dfgraph.products.verification.texts import digest_of, paragraphs_of
from village_texts import TEXT, Marketplace, write_texts

SOUND = """
    - defaults: {evidence: {source: source/bao-lang, recorded: 2026-11-21}}

    - kind: pact
      id: pact/cho-phien
      party: [commune/dong, commune/tay]
      number: 12-TT/XĐ
      signed: 2018-06-10
      evidence: {paragraph: 2}
    - kind: pact
      id: pact/cho-phien
      period: 2018/2020
      evidence: {paragraph: 4}
    - kind: commune
      id: commune/dong
      population: 4210
      area: 60.28
      evidence: {paragraph: 3}
    - kind: person
      id: person/an
      label: {vi: Lê Văn An, en: Le Van An}
      evidence: {paragraph: 4}
"""
Verify = Callable[..., Verification]


@pytest.fixture
def verified(marketplace: Marketplace, tmp_path: Path) -> Verify:
    """A function that looks up some facts in the village's text, or in other texts."""

    def verify(facts: str, texts: dict[str, str] | None = None, **more: Any) -> Verification:
        return marketplace(facts, more.get("files")).verify(write_texts(tmp_path / "texts", texts), more.get("source"))

    return verify


def numbers(found: Verification) -> tuple[int, dict[str, int], int]:
    return found.checked, {skip.value: n for skip, n in found.skipped.items()}, found.failed


def failures(found: Verification) -> list[str]:
    """`place | thing | field | value | why`, in English."""
    return [
        " | ".join([str(f.location), f.thing, *([f.value.field.en, f.value.told.en] if f.value else []), f.why.en])
        for f in found.failures
    ]


def test_what_stands_in_its_paragraph_is_checked(verified: Verify) -> None:
    found = verified(SOUND)
    assert numbers(found) == (4, {"no-paragraph": 4}, 0)
    assert (found.values, found.without_year, found.passages) == (8, 1, 0)
    assert [(s, h.text.path.name) for s, h in found.held.items()] == [("source/bao-lang", "bao-lang.txt")]


PLANTED = [
    ("population: 4210", "population: 4211", "15:15", "commune/dong | Population | 4211"),
    ("population: 4210", "population: 4210000", "15:15", "commune/dong | Population | 4,210,000"),
    ("area: 60.28", "area: 602.8", "16:9", "commune/dong | Area | 602.8"),
    ("area: 60.28", "area: 1.5", "16:9", "commune/dong | Area | 1.5"),
    ("signed: 2018-06-10", "signed: 2018-06-11", "7:11", "pact/cho-phien | Signed | 2018-06-11"),
    ("signed: 2018-06-10", "signed: 2018-10-06", "7:11", "pact/cho-phien | Signed | 2018-10-06"),
    ("signed: 2018-06-10", "signed: 2018", "7:11", "pact/cho-phien | Signed | 2018"),
    ("period: 2018/2020", "period: 2018/2021", "11:11", "pact/cho-phien | Period | 2018/2021"),
    ("number: 12-TT/XĐ", "number: 13-TT/XĐ", "6:11", "pact/cho-phien | Number | 13-TT/XĐ"),
    ("commune/tay]", "commune/bac]", "5:10", "pact/cho-phien | Party | Bac Ha"),
    ("vi: Lê Văn An, en: Le Van An", "vi: Lê Văn Anh, en: Le Van Anh", "20:10", "person/an | Name | Lê Văn Anh"),
]


@pytest.mark.parametrize(("right", "wrong", "place", "told"), PLANTED)
def test_a_planted_error_fails_at_its_line(verified: Verify, right: str, wrong: str, place: str, told: str) -> None:
    assert right in SOUND
    found = verified(SOUND.replace(right, wrong))
    (failure,) = failures(found)
    assert failure.startswith(f"data/facts.yaml:{place} | {told} | not found in paragraph ")
    assert (found.checked, found.failed) == (3, 1)


@pytest.mark.parametrize("paragraph", [1, 3, 4])
def test_a_planted_paragraph_fails(verified: Verify, paragraph: int) -> None:
    found = verified(SOUND.replace("{paragraph: 2}", f"{{paragraph: {paragraph}}}"))
    assert (found.checked, found.failed) == (3, 1)
    assert {f.thing for f in found.failures} == {"pact/cho-phien"}


def test_a_paragraph_that_does_not_exist_fails(verified: Verify) -> None:
    found = verified(SOUND.replace("{paragraph: 3}", "{paragraph: 6}"))
    assert failures(found) == ["data/facts.yaml:13:3 | commune/dong | there is no paragraph 6: the text has 5"]
    assert numbers(found) == (3, {"no-paragraph": 4}, 1)


def test_a_claim_is_checked_only_if_all_of_its_values_are_found(verified: Verify) -> None:
    found = verified(SOUND.replace("population: 4210", "population: 42").replace("area: 60.28", "area: 60"))
    assert [(f.thing, f.value and f.value.field.en) for f in found.failures] == [
        ("commune/dong", "Population"),
        ("commune/dong", "Area"),
    ]
    assert (found.checked, found.failed) == (3, 1)


def test_what_cannot_be_compared_is_told_by_its_reason(verified: Verify) -> None:
    found = verified(
        """
        - kind: commune
          id: commune/dong
          population: 5
          evidence: {source: source/bao-lang, paragraph: 3, inferred: true, because: {vi: Vì thế., en: So.}}
        - {kind: commune, id: commune/dong, population: 5, evidence: {source: source/bao-lang}}
        - {kind: commune, id: commune/dong, population: 5, evidence: {source: source/bao-lang, page: 3}}
        - {kind: commune, id: commune/dong, population: 5, evidence: {source: source/so-xa, paragraph: 1}}
        - {kind: commune, id: commune/dong, border: true, evidence: {source: source/bao-lang, paragraph: 3}}
        - {kind: commune, id: commune/dong, population: 4210, evidence: {source: source/bao-lang, paragraph: 3}}
        """
    )
    assert numbers(found) == (1, {"no-paragraph": 6, "inferred": 1, "no-text": 1, "nothing-to-compare": 1}, 0)


def test_a_withdrawn_claim_is_not_looked_up(verified: Verify) -> None:
    found = verified(SOUND.replace("{paragraph: 3}", "{paragraph: 99, retracted: 2026-11-22}"))
    assert numbers(found) == (3, {"no-paragraph": 4}, 0)


def test_a_source_in_another_language_is_passed_over(verified: Verify) -> None:
    sources = """
        - {kind: source, id: source/bao-lang, label: {vi: Báo, en: News}, language: en-GB}
        - {kind: source, id: source/so-xa, label: {vi: Sổ, en: Book}, language: vi}
    """
    found = verified(SOUND, files={"data/sources.yaml": sources})
    assert numbers(found) == (0, {"no-paragraph": 4, "language": 4}, 0)


BOTH = """
    - {kind: pact, id: pact/x, party: [commune/dong, commune/tay], evidence: {source: source/bao-lang, paragraph: %d}}
"""


def test_both_sides_named_in_the_paragraph_before_are_not_counted_as_checked(verified: Verify) -> None:
    """“Hai bên” may be those of the paragraph before: that is no error, and no proof."""
    text = {"bao-lang.txt": "Xã Đông Sơn và xã Tây.\nHai bên cùng giữ chợ.\nXã Đông Sơn bán chè.\nVẫn thế."}
    assert numbers(verified(BOTH % 1, text)) == (1, {"no-paragraph": 4}, 0)
    assert numbers(verified(BOTH % 2, text)) == (0, {"no-paragraph": 4, "named-earlier": 1}, 0)
    assert [f.value.told.en for f in verified(BOTH % 3, text).failures if f.value] == ["Tay"]
    assert [f.value.told.en for f in verified(BOTH % 4, text).failures if f.value] == ["Tay"]


def test_home_need_not_be_named(verified: Verify) -> None:
    facts = "- {kind: pact, id: pact/x, party: [commune/que%s], evidence: {source: source/bao-lang, paragraph: 2}}"
    assert numbers(verified(facts % ", commune/tay")) == (1, {"no-paragraph": 4}, 0)
    assert numbers(verified(facts % ", commune/bac"))[2] == 1
    assert numbers(verified(facts % "")) == (0, {"no-paragraph": 4, "nothing-to-compare": 1}, 0)


def test_words_are_compared_in_the_language_of_the_source(verified: Verify) -> None:
    facts = "- {kind: pact, id: pact/x, text: {%s}, evidence: {source: source/bao-lang, paragraph: 5}}"
    assert verified(facts % "vi: “Cùng giữ chợ”, en: Keep the market").checked == 1
    assert verified(facts % "vi: Cùng giữ đường, en: Keep the road").failed == 1
    assert verified(facts % "en: Keep the market").skipped[Skip.NOTHING] == 1


def test_one_source_alone(verified: Verify) -> None:
    other = "- {kind: commune, id: commune/tay, population: 7, evidence: {source: source/so-xa, paragraph: 1}}"
    facts = f"{SOUND}    {other}\n"
    texts = {"bao-lang.txt": TEXT, "so-xa.txt": "Xã Tây có 8 người."}
    assert numbers(verified(facts, texts)) == (4, {"no-paragraph": 4}, 1)
    assert numbers(verified(facts, texts, source="source/bao-lang")) == (4, {}, 0)
    assert numbers(verified(facts, texts, source="Sổ xã")) == (0, {"no-paragraph": 4}, 1)


def test_a_source_that_is_not_known(verified: Verify) -> None:
    with pytest.raises(DfgraphError, match="Did you mean: Báo Làng"):
        verified(SOUND, source="Báo Lang 2")
    with pytest.raises(DfgraphError, match=r"There is no text of source source/so-xa\. Name the file"):
        verified(SOUND, {"a.txt": TEXT, "bao-lang.txt": TEXT}, source="source/so-xa")


def test_texts_of_no_source_are_no_success(verified: Verify) -> None:
    with pytest.raises(DfgraphError, match=r"There is no text of any source\."):
        verified(SOUND, {"unknown.txt": TEXT})


def passages(*digests: str) -> dict[str, str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(["kind", "source", "paragraph", "digest"])
    writer.writerows(["passage", "source/bao-lang", n, digest] for n, digest in enumerate(digests, start=1))
    return {"data/passages/bao-lang.csv": buffer.getvalue()}


DIGESTS = [digest_of(paragraph) for paragraph in paragraphs_of(TEXT)]


def test_the_digests_on_record_find_the_text_and_are_compared(verified: Verify) -> None:
    found = verified(SOUND, {"any name.txt": TEXT}, files=passages(*DIGESTS))
    assert numbers(found) == (4, {"no-paragraph": 4}, 0)
    assert found.passages == 5


def test_a_changed_paragraph_fails_with_what_cites_it(verified: Verify) -> None:
    changed = TEXT.replace("4.210 người", "4.210 nhân khẩu")
    found = verified(SOUND, {"x.txt": changed}, files=passages(*DIGESTS))
    assert failures(found) == [
        "data/facts.yaml:13:3 | commune/dong | paragraph 3 is not the one on record",
        "data/passages/bao-lang.csv:4 | passage/bao-lang--3 | paragraph 3 is not the one on record",
    ]
    assert (found.checked, found.failed, found.passages) == (3, 2, 4)


def test_a_paragraph_that_moved_is_found_where_it_is(verified: Verify) -> None:
    found = verified(SOUND, {"x.txt": "Tin mới\n" + TEXT}, files=passages(*DIGESTS))
    moved = "data/facts.yaml:13:3 | commune/dong | paragraph 3 is not the one on record; that one is now paragraph 4"
    assert moved in failures(found)
    assert (found.checked, found.passages) == (0, 0)


def test_a_text_that_was_cut_short(verified: Verify) -> None:
    short = "\n".join(paragraphs_of(TEXT)[:4])
    found = verified(SOUND, {"x.txt": short}, files=passages(*DIGESTS))
    assert failures(found) == [
        "data/passages/bao-lang.csv:6 | passage/bao-lang--5 | there is no paragraph 5: the text has 4"
    ]


def test_a_failure_shows_sixty_characters_of_the_text_at_most(verified: Verify) -> None:
    long = "Xã Đông Sơn " + "rất " * 50 + "đông, có 4.212 người " + "và " * 50 + "rộng\u202e 60\x1b[31m."
    facts = "- {kind: commune, id: commune/dong, population: %s, evidence: {source: source/bao-lang, paragraph: 1}}"
    for number in (4210, 61):
        (failure,) = verified(facts % number, {"bao-lang.txt": long}).failures
        assert 0 < len(failure.near) <= 60
        assert failure.near.isprintable()
        assert ("4.212" in failure.near) is (number == 4210)


def test_nothing_is_kept(marketplace: Marketplace, tmp_path: Path) -> None:
    project = marketplace(SOUND)
    before = sorted(project.places.root.rglob("*"))
    project.verify(write_texts(tmp_path / "texts"))
    assert sorted(project.places.root.rglob("*")) == before


def test_a_word_of_the_ontology_that_is_no_way_to_verify(marketplace: Marketplace, tmp_path: Path) -> None:
    wrong = "<https://w3id.org/dfgraph/shapes#head> <https://w3id.org/dfgraph/ns#verifiedAs> 'guess' ."
    project = marketplace(SOUND, {"ontology/wrong.ttl": wrong})
    with pytest.raises(DfgraphError, match=r"“guess” cannot be used\. Use one of: number, date, name, text, digest\."):
        project.verify(write_texts(tmp_path / "texts"))


def test_records_with_errors_are_counted_apart(verified: Verify) -> None:
    found = verified(SOUND.replace("population: 4210", "population: many"))
    assert numbers(found) == (3, {"no-paragraph": 4}, 0)
    assert found.refused == 1


def test_the_shipped_ontology_says_what_is_verified_and_how(shipped: Project) -> None:
    fields = verified_fields(shipped.store)
    assert len({path for _, path in fields}) > 30
    assert {field.way.value for field in fields.values()} == {"number", "date", "name", "text", "digest"}
    assert all(field.label.vi and field.label.en for field in fields.values())
