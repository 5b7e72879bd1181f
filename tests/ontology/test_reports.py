"""The sections of the reports on examples."""

from __future__ import annotations

from ontology.example import Make

# Source one has five paragraphs: facts in 1 and 2, a reason for 3, an advertisement as 4, and nothing known of 5.
# Paragraph 2 is cited by its characters, source two as a whole. Claims 7 and 8 are records of a source and a passage.
READ = """
@prefix oa: <http://www.w3.org/ns/oa#> .
<source/one> a dfg:Source ; dfg:paragraphCount 5 ; dfg:sourceType <source-type/news-article> .
<source/two> a dfg:Source ; dfg:sourceType <source-type/dataset> .
<source/none> a dfg:Source ; dfg:paragraphCount 2 .
<passage/one--1> oa:hasSource <source/one> ; dfg:paragraph 1 ; dfg:passageKind <passage-kind/body> .
<passage/one--2> oa:hasSource <source/one> ; dfg:paragraph 2 ; dfg:passageKind <passage-kind/body> .
<passage/one--c1-9-2> oa:hasSource <source/one> ; dfg:paragraph 2 ; dfg:characters "1-9" .
<passage/one--3> oa:hasSource <source/one> ; dfg:paragraph 3 ; dfg:passageKind <passage-kind/headline> ;
  skos:note "Lặp lại."@vi, "Repeats."@en .
<passage/one--4> oa:hasSource <source/one> ; dfg:paragraph 4 ; dfg:passageKind <passage-kind/spam> .
<passage/none--2> oa:hasSource <source/none> ; dfg:paragraph 2 ; dfg:passageKind <passage-kind/body> .

<claim/1> prov:hadPrimarySource <source/one> ; prov:wasQuotedFrom <passage/one--1> ; dfg:speaker <person/an> .
<claim/2> prov:hadPrimarySource <source/one> ; prov:wasQuotedFrom <passage/one--1> ; dfg:openList true .
<claim/3> prov:hadPrimarySource <source/one> ; prov:wasQuotedFrom <passage/one--c1-9-2> ; dfg:inferred true .
<claim/4> prov:hadPrimarySource <source/two> .
<claim/7> prov:hadPrimarySource <source/one> .
<claim/8> prov:hadPrimarySource <passage/one--3> .
<claim/1> { <observation/o> a dfg:Observation ; dfg:hedge <hedge/over> ; dfg:value 8 . }
<claim/2> { <conference/c> a dfg:Conference ; dfg:date <time/2019> . }
<claim/3> { <observation/o> a dfg:Observation ; dfg:period <time/2019> . }
<claim/4> { <observation/o> a dfg:Observation ; dfg:value 8 . }
<claim/7> { <source/one> a dfg:Source ; dfg:published <time/2019> . }
<claim/8> { <passage/one--3> a dfg:Passage . }
"""
WITHDRAWN = "<claim/9> { <observation/p> a dfg:Observation ; dfg:period <time/2019> . }"


def test_paragraphs_of_each_source(world: Make) -> None:
    """With facts, without for a reason, without for none; and over all sources."""
    assert world(READ).section("coverage/paragraphs") == [
        ("source/none", "2", "0", "0", "2"),
        ("source/one", "5", "2", "2", "1"),
        (None, "7", "2", "2", "3"),
    ]
    told = world(READ).section("coverage/paragraphs", source="source/one")
    assert told == [("source/one", "5", "2", "2", "1"), (None, "5", "2", "2", "1")]
    assert world(READ).section("coverage/paragraphs", source="source/two") == []


def test_paragraphs_without_a_reason(world: Make) -> None:
    """Also those of which nothing at all is recorded; 999 can be counted."""
    none = [("source/none", None, "1"), ("source/none", "passage-kind/body", "2")]
    assert world(READ).section("coverage/unexplained") == [*none, ("source/one", None, "5")]
    assert world(READ).section("coverage/unexplained", source="source/none") == none
    long = world("<source/long> dfg:paragraphCount 999 .").section("coverage/unexplained")
    assert [row[2] for row in long] == [str(n) for n in range(1, 1000)]


def test_paragraphs_with_a_reason(world: Make) -> None:
    """A note is one, and so is a part that has nothing to record."""
    headline = ("source/one", "3", "passage-kind/headline")
    assert world(READ).section("coverage/explained") == [
        (*headline, "Lặp lại.@vi"),
        (*headline, "Repeats.@en"),
        ("source/one", "4", "passage-kind/spam", None),
    ]
    assert world(READ).section("coverage/explained", source="source/none") == []


def test_claims_of_each_source(world: Make) -> None:
    """What is recorded of a source or a passage itself is none, nor is what was withdrawn."""
    made = world(READ).add(WITHDRAWN, withdrawn=True)
    one = ("source/one", "3", "100", "33.3", "66.7", "33.3", "1")
    assert made.section("coverage/claims") == [one, (None, "4", "75", "25", "50", "25", "1")]
    assert made.section("coverage/claims", source="source/one") == [one, (None, *one[1:])]
    assert made.section("coverage/claims", source="source/two") == [(None, "1", "0", "0", "0", "0", "0")]


def test_figures_of_each_source(world: Make) -> None:
    """A figure has what any claim of the same source says of it, and counts once for each source."""
    made = world(READ).add(WITHDRAWN, withdrawn=True)
    assert made.section("coverage/figures") == [("source/one", "1", "100", "100"), (None, "2", "50", "50")]
    assert made.section("coverage/figures", source="source/two") == [(None, "1", "0", "0")]


def test_kinds_that_claims_are_about(world: Make) -> None:
    """The kind of the record, not what follows from it."""
    made = world(READ).derive()
    assert made.section("coverage/kinds") == [
        ("source/one", "dfg:Observation", "1", "2"),
        ("source/one", "dfg:Conference", "1", "1"),
        (None, "dfg:Observation", "1", "3"),
        (None, "dfg:Conference", "1", "1"),
    ]
    assert made.section("coverage/kinds", source="source/two") == [(None, "dfg:Observation", "1", "1")]


def test_sources_cited_whole(world: Make) -> None:
    made = world(READ + "<source/three> a dfg:Source .")
    two = ("source/two", "source-type/dataset", "1")
    assert made.section("coverage/whole") == [two, ("source/three", None, "0")]
    assert made.section("coverage/whole", source="source/two") == [two]
    assert made.section("coverage/whole", source="source/one") == []
