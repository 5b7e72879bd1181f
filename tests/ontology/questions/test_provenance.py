"""Questions about sources and citations."""

from __future__ import annotations

from ontology.example import FIGURES, Make


def test_ask_source_says(world: Make) -> None:
    made = world(FIGURES).derive()
    assert made.ask("source-says", source="source/one") == [
        (None, "observation/all", "dfg:Observation", "claim/3"),
        ("4", "observation/o", "dfg:Observation", "claim/1"),
    ]


def test_ask_citations(world: Make) -> None:
    """Withdrawn claims are not cited."""
    made = world(FIGURES).add("<claim/9> { <observation/o> dfg:value 9 . }", withdrawn=True)
    assert made.ask("citations", thing="observation/o") == [
        ("dfg:area", "province/da-nang", "claim/1"),
        ("dfg:hedge", "hedge/over", "claim/1"),
        ("dfg:indicator", "indicator/fdi", "claim/1"),
        ("dfg:indicator", "indicator/fdi", "claim/2"),
        ("dfg:period", "time/2019", "claim/1"),
        ("dfg:reportedAt", "conference/c", "claim/1"),
        ("dfg:unit", "unit/usd", "claim/1"),
        ("dfg:value", "8", "claim/2"),
        ("dfg:value", "8.5", "claim/1"),
    ]


def test_ask_contested(world: Make) -> None:
    made = world(FIGURES).derive().add("<claim/9> { <observation/o> dfg:value 9 . }", withdrawn=True)
    assert made.ask("contested") == [
        ("observation/o", "dfg:value", "8", "claim/2"),
        ("observation/o", "dfg:value", "8.5", "claim/1"),
    ]


TWO_SOURCES = """
<source/one> a dfg:Source ; dfg:sourceType <source-type/article> ; dfg:paragraphCount 9 ; dfg:published <time/2019> .
<source/two> a dfg:Source ; dfg:sourceType <source-type/report> .
<source/idle> a dfg:Source ; dfg:sourceType <source-type/report> ; dcterms:publisher "Nhà in" .
<passage/one--3> dfg:paragraph 3 . <passage/one--5> dfg:paragraph 5 .
<claim/a1> prov:hadPrimarySource <source/one> ; prov:wasQuotedFrom <passage/one--5> ; dfg:speaker <person/an> .
<claim/a2> prov:hadPrimarySource <source/two> ; dfg:speaker <person/binh> .
<claim/b> prov:hadPrimarySource <source/one> ; prov:wasQuotedFrom <passage/one--3> ; dfg:speaker <person/an> ;
  dfg:openList true .
<claim/b2> prov:hadPrimarySource <source/one> ; dfg:inferred true ; dfg:because "vì thế"@vi, "therefore"@en .
<claim/a1> { <visit/a> a dfg:Visit . } <claim/a2> { <visit/a> a dfg:Visit . }
<claim/b> { <visit/b> a dfg:Visit ; dfg:at <conference/c> . } <claim/b2> { <visit/b> dfg:date <time/2010> . }
"""


def test_ask_corroborated(world: Make) -> None:
    made = world(TWO_SOURCES).derive()
    rows = [("2", "dfg:Visit", "visit/a", "claim/a1"), ("2", "dfg:Visit", "visit/a", "claim/a2")]
    assert made.ask("corroborated") == rows
    assert made.ask("corroborated", source="source/two") == rows
    assert made.ask("corroborated", source="source/idle") == []


def test_ask_single_source(world: Make) -> None:
    made = world(TWO_SOURCES).derive()
    rows = [("dfg:Visit", "visit/b", "claim/b"), ("dfg:Visit", "visit/b", "claim/b2")]
    assert made.ask("single-source") == rows
    assert made.ask("single-source", source="source/one") == rows
    assert made.ask("single-source", source="source/two") == []


def test_ask_said_by(world: Make) -> None:
    """In the order of the source."""
    assert world(TWO_SOURCES).ask("said-by", speaker="person/an") == [
        ("dfg:Visit", "visit/b", "conference/c", "claim/b"),
        ("dfg:Visit", "visit/a", None, "claim/a1"),
    ]


def test_ask_inferred(world: Make) -> None:
    made = world(TWO_SOURCES)
    told = ("visit/b", "dfg:date", "time/2010")
    rows = [(*told, "therefore@en", "claim/b2"), (*told, "vì thế@vi", "claim/b2")]
    assert made.ask("inferred") == rows
    assert made.ask("inferred", source="source/one") == rows
    assert made.ask("inferred", source="source/two") == []


def test_ask_open_lists(world: Make) -> None:
    made = world(TWO_SOURCES)
    assert made.ask("open-lists") == [("dfg:Visit", "visit/b", "claim/b")]
    assert made.ask("open-lists", source="source/two") == []


def test_ask_not_stated(world: Make) -> None:
    """The fields of the kind in their order, in both languages; not what anything may have besides."""
    made = world("<claim/1> { <visit/v> a dfg:Visit ; dfg:date <time/2019> ; dfg:visitor <person/an> . }").derive()
    rows = made.ask("not-stated", thing="visit/v")
    asked = list(dict.fromkeys(row[0] for row in rows))
    assert {"skos:prefLabel", "dfg:host", "dfg:location"} <= set(asked)
    assert not {"dfg:date", "dfg:visitor", "skos:altLabel", "skos:note"} & set(asked)
    assert asked[0] == "skos:prefLabel"
    assert [str(row[1])[-3:] for row in rows[:2]] == ["@en", "@vi"]


def test_ask_sources(world: Make) -> None:
    made = world(TWO_SOURCES)
    rows = [
        ("source/one", "source-type/article", None, "time/2019", "9", "2", "2", "3"),
        ("source/two", "source-type/report", None, None, None, "0", "1", "1"),
        ("source/idle", "source-type/report", "Nhà in", None, None, None, None, None),
    ]
    assert made.ask("sources") == rows
    assert made.ask("sources", type="source-type/report") == rows[1:]


def test_ask_other_passages(world: Make) -> None:
    """With the citations of what was taken from them all the same."""
    made = world("""
        @prefix oa: <http://www.w3.org/ns/oa#> .
        <passage/one--1> oa:hasSource <source/one> ; dfg:passageKind <passage-kind/headline> ; dfg:paragraph 1 ;
          skos:note "lặp lại"@vi .
        <passage/one--2> oa:hasSource <source/one> ; dfg:passageKind <passage-kind/body> ; dfg:paragraph 2 .
        <passage/one--3> oa:hasSource <source/one> ; dfg:passageKind <passage-kind/teaser> ; dfg:paragraph 3 .
        <claim/1> prov:wasQuotedFrom <passage/one--3> . <claim/1> { <event/e> a dfg:Event . }
    """)
    headline = ("source/one", "1", "passage-kind/headline", "lặp lại@vi", None)
    teaser = ("source/one", "3", "passage-kind/teaser", None, "claim/1")
    assert made.ask("other-passages") == [headline, teaser]
    assert made.ask("other-passages", source="source/one", part="passage-kind/teaser") == [teaser]
    assert made.ask("other-passages", source="source/two") == []


def test_ask_withdrawn(world: Make) -> None:
    """A withdrawn claim stands in its own graph and among the provenance."""
    made = world(FIGURES).add(
        """
        <claim/9> { <observation/o> a dfg:Observation ; dfg:value 9 . }
        <graph/provenance> { <claim/9> prov:hadPrimarySource <source/one> ; dfg:about <observation/o> ;
          dfg:retracted "2025-07-01"^^xsd:date ; dfg:retractedBecause "chép nhầm"@vi . }
    """,
        withdrawn=True,
    )
    rows = [("observation/o", "dfg:value", "9", "2025-07-01", "chép nhầm@vi", "claim/9")]
    assert made.ask("withdrawn") == rows
    assert made.ask("withdrawn", source="source/one") == rows
    assert made.ask("withdrawn", source="source/two") == []
