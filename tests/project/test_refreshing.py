"""A graph brought up to date says what a build from nothing says, whatever was added, corrected and withdrawn."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dfgraph.base.findings import Finding
from dfgraph.cli.main import run
from dfgraph.graph.store import GraphStore
from dfgraph.project.keep import keep
from dfgraph.project.refreshing import Refresh, keep_refreshed, refresh
from dfgraph.project.settings import Manifest
from dfgraph.sources.schema import read_ontology
from region import POOL, SELF_EVIDENT, Region, with_evidence

YEARS = re.compile(r"\b(20[0-9][0-9])\b(?!-|/)")
Told = tuple[str, str | None, str]


def same(kept: GraphStore, made: GraphStore) -> None:
    """Both hold the same quads, in graphs of the same names."""
    one, other = (set(store.dump(None, "nq").splitlines()) for store in (kept, made))
    assert sorted(one - other) == []
    assert sorted(other - one) == []
    assert kept.graphs() == made.graphs()


def told(findings: list[Finding]) -> set[Told]:
    """What is found, wherever it stands: a line moves when another one comes before it."""
    return {(f.code, f.subject, f.message.en) for f in findings if f.code.startswith(("check/", "shape/"))}


def about(findings: list[Finding]) -> set[tuple[str, str | None]]:
    """What is found of which thing, in whatever words: these change with the name of a thing."""
    return {(code, subject) for code, subject, _ in told(findings)}


Act = Callable[[str], str]
ACTS: dict[str, Act | None] = {
    "take out": None,
    "put back": lambda record: record,
    "name": lambda record: record.replace("en: ", "en: New "),
    "date": lambda record: YEARS.sub("2022", record),
    "value": lambda record: re.sub(r"value: \d+", "value: 130", record),
    "withdraw": lambda record: record,
    "deny": lambda record: record,
    "doubt": lambda record: record,
}
MORE = {"withdraw": ", retracted: 2026-11-20", "deny": ", stance: disputes", "doubt": ", confidence: low"}


def changed(region: Region, number: int, act: str, source: str) -> None:
    """One record taken out, put in, or said otherwise by one of the sources."""
    edit = ACTS[act]
    if edit is None:
        region.records.pop((number, source), None)
    else:
        region.records[number, source] = with_evidence(edit(POOL[number]), source, MORE.get(act, ""))


step = st.lists(
    st.tuples(st.integers(0, len(POOL) - 1), st.sampled_from(sorted(ACTS)), st.sampled_from(["so-xa", "bao-lang"])),
    min_size=1,
    max_size=3,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(step, min_size=1, max_size=4))
def test_every_change_of_files_gives_what_a_build_from_nothing_gives(
    tmp_path_factory: pytest.TempPathFactory,
    pristine: Region,
    steps: list[list[tuple[int, str, str]]],
) -> None:
    """Where it is not told from the change alone, a whole build does it; what would be refused is refused by both.

    All that is newly found is told, and nothing that is not found by a whole build.
    """
    region = pristine.copy(tmp_path_factory.mktemp("region") / "copy")
    before = region.built().report.findings
    for acts in steps:
        records = dict(region.records)
        for number, act, source in acts:
            changed(region, number, act, source)
        region.write()
        made, work = refresh(region.places, region.ontology), region.built()
        if made is not None:
            assert made.report.sound == work.report.sound
        if not work.report.sound:
            region.records = records
            region.write()
            continue
        if made is None:
            keep(work, region.places)
        else:
            keep_refreshed(made, region.places)
            assert told(made.report.findings) <= told(work.report.findings)
            assert about(work.report.findings) - about(before) <= about(made.report.findings)
            same(region.graph(), work.store)
            assert Manifest.read(region.places.manifest).counts == work.report.counts
        before = work.report.findings


OBSERVATION = ["--indicator", "fdi-attracted", "--area", "province/hoa-binh", "--value", "7", "--unit", "usd"]
SHEET = (
    "id,label@vi,label@en,date,carries_out,evidence.source\nvisit/sheet-{n},Đoàn {n},Visit {n},2022-0{n},{of},so-xa\n"
)
VERBS: dict[str, list[str]] = {
    "add": ["add", "observation", *OBSERVATION, "--period", "2019", "--source", "source/bao-lang", "--force"],
    "name": ["edit", "province/phu-tho", "--set", "label@en=Old Phu Tho", "--claim", "1"],
    "value": ["edit", "observation/fdi", "--set", "value=900"],
    "date": ["edit", "agreement/phu-tho--sakai", "--set", "signed=2021-02"],
    "retract": ["retract", "agreement/hoa-binh--nara", "--because", "no longer"],
    "rename": ["rename", "locality/jp-nara", "locality/nara-ken"],
    "merge": ["merge", "visit/nara-2023", "visit/nara-2021"],
    "undo": ["undo"],
    "import": ["import", "sheet.csv", "--as", "visit"],
    "build": ["build"],
    "ontology": ["build"],
}


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(verbs=st.lists(st.sampled_from(sorted(VERBS)), min_size=2, max_size=5))
def test_after_every_verb_the_graph_is_that_of_a_build_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, pristine: Region, verbs: list[str]
) -> None:
    region = pristine.copy(tmp_path_factory.mktemp("region") / "copy")
    root = region.places.root
    for number, verb in enumerate(verbs, start=1):
        if verb == "import":
            (root / "sheet.csv").write_text(SHEET.format(n=number, of="partnership/phu-tho--sakai"), encoding="utf-8")
        if verb == "ontology":
            rule = root / "ontology" / "rules" / "partner-of.rq"
            text = rule.read_text(encoding="utf-8") + f"# {number}\n"
            rule.unlink()
            rule.write_text(text, encoding="utf-8")
        sheet = [str(root / word) if word == "sheet.csv" else word for word in VERBS[verb]]
        assert run([*sheet, "--project", str(root)]) in (0, 1, 3)
        assert not region.places.behind.exists()
        work = region.built(read_ontology(region.places.ontology))
        same(region.graph(), work.store)
        assert Manifest.read(region.places.manifest).counts == work.report.counts


def test_a_second_source_for_a_record_is_told_from_the_change_alone(region: Region) -> None:
    """Whatever the record is about; and for several together, once with them and once without."""
    first = region.graph()
    others = [n for n, record in enumerate(POOL) if not record.startswith(tuple(f"- {k}" for k in SELF_EVIDENT))]
    said = {(n, "bao-lang"): with_evidence(POOL[n], "bao-lang", ", confidence: low") for n in others}
    alone = dict(region.records)
    for key, text in said.items():
        region.records = {**alone, key: text}
        region.write()
        assert isinstance(refresh(region.places, region.ontology), Refresh), POOL[key[0]]
    for records in ({**alone, **dict(list(said.items())[::2])}, alone):
        region.records = records
        region.write()
        made = refresh(region.places, region.ontology)
        assert made is not None
        keep_refreshed(made, region.places)
        same(region.graph(), region.built().store)
    same(region.graph(), first)
