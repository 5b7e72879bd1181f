"""Questions about what was judged, proposed and promised."""

from __future__ import annotations

from ontology.example import Make, Row

HELD = "<conference/c> dfg:date <time/2019-06-18> . <source/one> dfg:published <time/2010> ."


def voiced(class_: str, extra: str = "") -> str:
    """Two things of a class: `x/at`, voiced by An at a conference, and `x/by`, which a source voices."""
    return (
        HELD
        + f"""
        <claim/at> dfg:speaker <person/an> ; prov:hadPrimarySource <source/two> .
        <claim/at> {{ <x/at> a dfg:{class_} ; dfg:at <conference/c> ; dfg:field <field/trade> ; dfg:ordinal 2 ;
          dfg:concerns <organisation/x> {extra} . }}
        <claim/by> {{ <x/by> a dfg:{class_} ; dfg:period <time/2016--2020> . }}
        <claim/ours> dfg:inferred true . <claim/ours> {{ <x/by> dfg:field <field/culture> . }}
    """
    )


def rows(*extra: str | None, ordinal: bool = True) -> tuple[Row, Row]:
    """What a question answers to that: the older first; `extra` are the columns of its own."""
    at: Row = ("x/at", *extra, "field/trade", None, "conference/c", "time/2019-06-18", "person/an", "claim/at")
    by: Row = ("x/by", *(None for _ in extra), "field/culture", "time/2016--2020", None, "time/2010", None, "claim/by")
    return ((None, *by), ("2", *at)) if ordinal else (by, at)


def test_ask_limitations(world: Make) -> None:
    """The day is that of the conference or else of the source; what is inferred was not voiced."""
    made = world(voiced("Limitation") + "<claim/l> { <lesson/l> a dfg:Lesson . }")
    by, at = rows("organisation/x")
    assert made.ask("limitations") == [by, at]
    assert made.ask("limitations", activity="conference/c") == [at]
    assert made.ask("limitations", year="2019") == [at]
    assert made.ask("limitations", year="2010") == [by]
    assert made.ask("limitations", field="field/culture") == [by]
    assert made.ask("limitations", speaker="person/an") == [at]
    assert made.ask("limitations", speaker="person/an", year="2010") == []


def test_ask_lessons(world: Make) -> None:
    made = world(voiced("Lesson"))
    by, at = rows("organisation/x")
    assert made.ask("lessons") == [by, at]
    assert made.ask("lessons", source="source/one") == [by]
    assert made.ask("lessons", source="source/two") == [at]
    assert made.ask("lessons", activity="conference/c") == [at]


def test_ask_achievements(world: Make) -> None:
    made = world(voiced("Achievement", "; dfg:carriesOut <document/d>"))
    by, at = rows("organisation/x", "document/d")
    assert made.ask("achievements") == [by, at]
    assert made.ask("achievements", year="2019", field="field/trade") == [at]


def test_ask_viewpoints(world: Make) -> None:
    made = world(voiced("Viewpoint"))
    by, at = rows("organisation/x")
    assert made.ask("viewpoints") == [by, at]
    assert made.ask("viewpoints", speaker="person/an") == [at]


def test_ask_situations(world: Make) -> None:
    made = world(voiced("Situation"))
    by, at = rows("organisation/x")
    assert made.ask("situations") == [by, at]
    assert made.ask("situations", year="2010") == [by]


def test_ask_recommendations(world: Make) -> None:
    made = world(voiced("Recommendation", "; dfg:addressedTo <organisation/y> ; dfg:madeBy <organisation/z>"))
    by, at = rows("organisation/z", "organisation/y", ordinal=False)
    assert made.ask("recommendations") == [by, at]
    assert made.ask("recommendations", agent="organisation/y") == [at]
    assert made.ask("recommendations", field="field/health") == []


def test_ask_commitments(world: Make) -> None:
    extra = "; dfg:madeBy <organisation/x> ; dfg:addressedTo <organisation/y> ; dfg:carriesOut <task/t>"
    made = world(voiced("Commitment", extra))
    by, at = rows("organisation/x", "organisation/y", "task/t")
    assert made.ask("commitments") == [by, at]
    assert made.ask("commitments", agent="organisation/y", year="2019") == [at]
    assert made.ask("commitments", agent="organisation/x") == []


def test_ask_answers_to_limitations(world: Make) -> None:
    """An answer is cited by the claim that gives it."""
    made = world(
        voiced("Limitation")
        + """
        <task/t> a dfg:Task . <claim/answer> dfg:inferred true . <claim/answer> { <x/at> dfg:answeredBy <task/t> . }
    """
    )
    row = ("x/at", "time/2019-06-18", "task/t", "dfg:Task", "claim/answer")
    assert made.ask("answers-to-limitations") == [row]
    assert made.ask("answers-to-limitations", limitation="x/at", activity="conference/c", year="2019") == [row]
    assert made.ask("answers-to-limitations", limitation="x/by") == []
    assert made.ask("answers-to-limitations", year="2010") == []


def test_ask_unanswered_limitations(world: Make) -> None:
    made = world(voiced("Limitation") + "<claim/answer> { <x/by> dfg:answeredBy <task/t> . }")
    _, at = rows("organisation/x")
    assert made.ask("unanswered-limitations") == [at]
    assert made.ask("unanswered-limitations", activity="conference/c", field="field/trade") == [at]
    assert made.ask("unanswered-limitations", year="2010") == []


def test_ask_recurring_limitations(world: Make) -> None:
    """With the citations of both; lessons are not asked for."""
    made = world(
        HELD
        + """
        <claim/1> { <limitation/a> a dfg:Limitation . }
        <claim/2> { <limitation/b> a dfg:Limitation ; dfg:at <conference/c> . }
        <claim/3> dfg:inferred true . <claim/3> { <limitation/b> dfg:recurrenceOf <limitation/a> . }
        <claim/4> { <limitation/new> a dfg:Limitation ; dfg:at <conference/c> . }
        <claim/5> { <lesson/l> a dfg:Lesson ; dfg:recurrenceOf <lesson/k> . }
    """
    )
    pair = ("limitation/a", "time/2010", "limitation/b", "time/2019-06-18")
    answer = [(*pair, "claim/1"), (*pair, "claim/2"), (*pair, "claim/3")]
    assert made.ask("recurring-limitations") == answer
    assert made.ask("recurring-limitations", year="2010", later_year="2019") == answer
    assert made.ask("recurring-limitations", year="2019") == []
    assert made.ask("recurring-limitations", later_year="2025") == []


def test_a_limitation_recurs_after_it_has_recurred(world: Make) -> None:
    made = world("""
        <claim/1> { <limitation/a> a dfg:Limitation . }
        <claim/2> { <limitation/b> a dfg:Limitation ; dfg:recurrenceOf <limitation/a> . }
        <claim/3> { <limitation/c> a dfg:Limitation ; dfg:recurrenceOf <limitation/b> . }
    """)
    pairs = {(row[0], row[2]) for row in made.ask("recurring-limitations")}
    a, b, c = "limitation/a", "limitation/b", "limitation/c"
    assert pairs == {(a, b), (a, c), (b, c)}
