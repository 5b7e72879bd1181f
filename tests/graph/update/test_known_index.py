"""A graph tells of names and dates what the records tell that it was built of."""

from __future__ import annotations

from datetime import date

import pytest

from dfgraph import Project
from dfgraph.graph.update.known_index import KnownIndex
from dfgraph.graph.update.overlay import Overlay, Unfit
from dfgraph.sources.facts import Index, read_book
from dfgraph.sources.facts.dates import fact_days
from dfgraph.sources.facts.ids import name_records
from dfgraph.sources.facts.index import Unresolved
from dfgraph.sources.schema import Schema, read_ontology
from worlds import VILLAGE, World

DFG = "https://w3id.org/dfgraph/ns#"
MORE = """
- {kind: commune, id: commune/cu, label: {vi: Xã Đông, en: East}, until: 2010-06-30, code: '9',
   evidence: {source: source/so-xa}}
- {kind: commune, id: commune/moi, label: {vi: Xã Đông, en: East}, since: 2010-07-01, code: '8',
   evidence: {source: source/so-xa}}
- {kind: person, id: person/rut, label: {vi: Rút}, evidence: {source: source/so-xa, retracted: 2026-01-01}}
- {kind: pact, party: [commune/cu, person/an], signed: 2001, number: A1, evidence: {source: source/so-xa}}
"""
TEXTS = [
    *("commune/nam", "nam", "Nam", "xã Nam", "XA NAM", "Lê Văn An", "le van an", "an", "Le\u0302 Va\u0306n An"),
    *("Xã Đông", "xa dong", "EAST", "East", "Rút", "rut", "Nobody", "commune/nowhere", "person/an", "trade"),
    *("Thương mại", "thuong mai", "field/trade", "source/so-xa", "so-xa", "", "a b c"),
]
CLASSES = [DFG + name for name in ("Agent", "Commune", "Person", "Thing", "Field", "Source", "Pact")]
DAYS = [(None, None), (date(2005, 1, 1), date(2005, 12, 31)), (date(2015, 1, 1), date(2015, 12, 31))]


@pytest.fixture(scope="module")
def project(world: World) -> Project:
    files = {f"data/{p.name}": p.read_text(encoding="utf-8") for p in (VILLAGE / "data").iterdir()}
    made = world({**files, "data/more.yaml": MORE})
    assert made.build().sound
    return made


@pytest.fixture(scope="module")
def schema(project: Project) -> Schema:
    return read_ontology(project.places.ontology).schema


@pytest.fixture
def written(project: Project, schema: Schema) -> Index:
    index = name_records(read_book(project.places.data, project.places.root).entries, schema)[0]
    index.looked_up, index.by_day = set(), False
    return index


@pytest.fixture
def known(project: Project, schema: Schema) -> KnownIndex:
    return KnownIndex(schema, Overlay(Project.open(project.places.root).store))


def told(index: Index, text: str, range_: str, days: tuple[date | None, date | None]) -> tuple[object, ...]:
    try:
        return index.resolve(text, range_, *days)
    except Unresolved as error:
        return (error.fault.code, error.values.get("candidates"))


@pytest.mark.parametrize("range_", CLASSES, ids=lambda iri: iri.removeprefix(DFG))
@pytest.mark.parametrize("days", DAYS, ids=["any day", "2005", "2015"])
def test_names_mean_what_they_mean_among_the_records(
    written: Index, known: KnownIndex, range_: str, days: tuple[date | None, date | None]
) -> None:
    for text in TEXTS:
        assert told(known, text, range_, days) == told(written, text, range_, days), text
    assert known.looked_up == written.looked_up
    assert known.by_day == written.by_day


def test_things_and_dates_are_those_of_the_records(written: Index, known: KnownIndex) -> None:
    for id_ in [*written.supers, "commune/nowhere", "no id"]:
        assert known.supers_of(id_) == written.supers_of(id_)
        assert known.days(id_) == written.days(id_)
    for entries in written.entries.values():
        for entry in entries:
            assert fact_days(entry, known) == fact_days(entry, written)


def test_what_is_like_a_name_is_offered(written: Index, known: KnownIndex) -> None:
    assert known.near("commune/namm", DFG + "Commune") == written.near("commune/namm", DFG + "Commune")
    assert (
        known.near("Le Van Am", DFG + "Person")
        == written.near("Le Van Am", DFG + "Person")
        == ["Lê Văn An (person/an)"]
    )


def test_a_name_of_what_may_have_got_its_id_late_is_not_told(world: World) -> None:
    """While ids are made of fields, the names of what gets its id then are not looked up yet."""
    pact = "- {kind: pact, label: {vi: Ước}, party: commune/nam, signed: 2001, evidence: {source: source/so-xa}}\n"
    commune = (VILLAGE / "data" / "communes.csv").read_text(encoding="utf-8")
    people = (VILLAGE / "data" / "people.yaml").read_text(encoding="utf-8")
    made = world({"data/a.yaml": pact, "data/communes.csv": commune, "data/people.yaml": people})
    assert made.build().sound
    schema = read_ontology(made.places.ontology).schema
    with pytest.raises(Unfit):
        KnownIndex(schema, Overlay(made.store)).resolve("Ước", DFG + "Thing", None, None)


def test_where_the_order_of_records_counts_nothing_is_told(world: World) -> None:
    """Two records give two days from which a commune exists: the first counts, and the graph does not tell which."""
    one = "- {kind: commune, id: commune/a, label: {vi: Á}, code: '1', since: %s, evidence: {source: source/%s}}\n"
    made = world({"data/a.yaml": one % (2001, "so-xa") + one % (2002, "bao-lang")})
    assert made.build().sound
    schema = read_ontology(made.places.ontology).schema
    with pytest.raises(Unfit):
        KnownIndex(schema, Overlay(made.store)).resolve("Á", DFG + "Commune", None, None)
