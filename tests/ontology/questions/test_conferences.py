"""Questions about conferences and other activities."""

from __future__ import annotations

from ontology.example import TASKS, Make

CONFERENCES = """
<claim/one> { <conference/one> a dfg:Conference ; dfg:series <series/s> ; dfg:ordinal 1 ; dfg:date <time/2010> . }
<claim/two> { <conference/two> a dfg:Conference ; dfg:series <series/s> ; dfg:ordinal 2 ; dfg:date <time/2019-06-18> ;
  dfg:location <province/hue> ; dfg:theme "Chủ đề"@vi, "Theme"@en ; dfg:organiser <organisation/ministry> ;
  dfg:field <field/border-trade> . }
<claim/congress> { <conference/congress> a dfg:Conference . }
<claim/opening> { <event/opening> a dfg:Event ; dfg:partOf <conference/two> ; dfg:date <time/2019-06-18> ;
  dfg:participant <person/an> . }
<claim/speech> { <event/speech> a dfg:Event ; dfg:partOf <event/opening> ; dfg:location <province/hue> . }
<claim/project> { <project/p> a dfg:Project ; dfg:date <time/2018--..> ; dfg:status <activity-status/ongoing> ;
  dfg:fundedBy <country/jp> . }
"""


def test_ask_conferences(world: Make) -> None:
    """A theme stands once in each language."""
    made = world(CONFERENCES)
    one = ("series/s", "1", "conference/one", "time/2010", None, None, "claim/one")
    second = ("series/s", "2", "conference/two", "time/2019-06-18", "province/hue")
    two = [(*second, "Chủ đề@vi", "claim/two"), (*second, "Theme@en", "claim/two")]
    congress = (None, None, "conference/congress", None, None, None, "claim/congress")
    assert made.ask("conferences") == [congress, one, *two]
    assert made.ask("conferences", series="series/s") == [one, *two]


def test_ask_parts_of(world: Make) -> None:
    made = world(CONFERENCES)
    opening = ("conference/two", "event/opening", "dfg:Event", "time/2019-06-18", None, "claim/opening")
    speech = ("event/opening", "event/speech", "dfg:Event", None, "province/hue", "claim/speech")
    assert made.ask("parts-of") == [opening, speech]
    assert made.ask("parts-of", activity="conference/two") == [opening, speech]
    assert made.ask("parts-of", activity="event/opening") == [speech]
    assert made.ask("parts-of", activity="conference/one") == []


def test_ask_conference_tasks(world: Make) -> None:
    """Numbered tasks under a heading, and tasks on their own; what they consist of is counted."""
    made = world(TASKS + "<conference/19> dfg:date <time/2025> .").derive()
    eighteen = [
        ("conference/18", "time/2019-06", "1", "task/1", None, "claim/1"),
        ("conference/18", "time/2019-06", "2", "task/2", "2", "claim/2"),
    ]
    nineteen = [("conference/19", "time/2025", "1", "task/alone", "1", "claim/alone")]
    assert made.ask("conference-tasks") == eighteen + nineteen
    assert made.ask("conference-tasks", series="series/s") == eighteen + nineteen
    assert made.ask("conference-tasks", conference="conference/18") == eighteen
    assert made.ask("conference-tasks", year="2019") == eighteen
    assert made.ask("conference-tasks", year="2025", conference="conference/18") == []
    assert made.ask("conference-tasks", series="series/other") == []


def test_ask_recurring_fields(world: Make) -> None:
    """Culture comes up at one conference alone; a field that a group shares with its task stands with the task."""
    made = world(TASKS).derive()
    again = ("series/s", "field/border-trade", "2")
    rows = [
        (*again, "18", "conference/18", "task/2-1", "claim/2-1"),
        (*again, "19", "conference/19", "task/alone", "claim/alone"),
    ]
    assert made.ask("recurring-fields") == rows
    assert made.ask("recurring-fields", series="series/s") == rows
    assert made.ask("recurring-fields", series="series/other") == []


def test_ask_taking_part(world: Make) -> None:
    made = world(CONFERENCES)
    assert made.ask("taking-part", activity="conference/two") == [
        ("organisation/ministry", "dfg:organiser", "conference/two", "claim/two"),
        ("person/an", "dfg:participant", "event/opening", "claim/opening"),
    ]
    assert made.ask("taking-part", activity="project/p") == [
        ("country/jp", "dfg:fundedBy", "project/p", "claim/project")
    ]
    assert made.ask("taking-part", activity="conference/one") == []


def test_ask_done_at(world: Make) -> None:
    """Acts and results, also of sessions; not what was merely said."""
    made = world(
        CONFERENCES
        + """
        <claim/pact> prov:hadPrimarySource <source/two> .
        <claim/pact> { <agreement/pact> a dfg:Agreement ; dfg:signedAt <event/opening> ; dfg:signed <time/2019> . }
        <claim/plan> { <document/plan> a dfg:StateDocument ; dfg:adoptedAt <conference/two> . }
        <claim/task> { <task/t> a dfg:Task ; dfg:laidDownBy <conference/two> . }
        <claim/result> { <achievement/a> a dfg:Achievement ; dfg:at <conference/two> . }
        <claim/lesson> { <lesson/l> a dfg:Lesson ; dfg:at <conference/two> . }
        """
    )
    pact = ("dfg:signedAt", "event/opening", "time/2019", "agreement/pact", "dfg:Agreement", "claim/pact")
    two, opening = "conference/two", "event/opening"
    assert made.ask("done-at", activity="conference/two") == [
        pact,
        ("dfg:partOf", two, "time/2019-06-18", opening, "dfg:Event", "claim/opening"),
        ("dfg:partOf", opening, None, "event/speech", "dfg:Event", "claim/speech"),
        ("dfg:laidDownBy", two, None, "task/t", "dfg:Task", "claim/task"),
        ("dfg:at", two, None, "achievement/a", "dfg:Achievement", "claim/result"),
        ("dfg:adoptedAt", two, None, "document/plan", "dfg:StateDocument", "claim/plan"),
    ]
    assert made.ask("done-at", activity="conference/two", source="source/two") == [pact]


def test_ask_documents_at(world: Make) -> None:
    """Studied, adopted, and named in the paragraph that tells what was said; other paragraphs do not count."""
    made = world(
        CONFERENCES
        + """
        <claim/line> { <conference/two> dfg:carriesOut <document/line> . }
        <claim/plan> { <document/plan> a dfg:StateDocument ; dfg:adoptedAt <event/opening> . }
        <claim/lesson> { <lesson/l> a dfg:Lesson ; dfg:at <conference/two> . }
        <claim/cited> { <document/cited> a dfg:PartyDocument . }
        <claim/elsewhere> { <document/elsewhere> a dfg:PartyDocument . }
        <document/line> a dfg:PartyDocument .
        <claim/lesson> prov:wasQuotedFrom <passage/one--4> .
        <claim/cited> prov:wasQuotedFrom <passage/one--4> .
        <claim/elsewhere> prov:wasQuotedFrom <passage/one--5> .
        """
    ).derive()
    line = ("document/line", "dfg:carriesOut", "conference/two", "claim/line")
    assert made.ask("documents-at", activity="conference/two") == [
        ("document/cited", "prov:wasQuotedFrom", None, "claim/cited"),
        line,
        ("document/plan", "dfg:adoptedAt", "event/opening", "claim/plan"),
    ]
    assert made.ask("documents-at", activity="conference/one") == []


def test_ask_activities(world: Make) -> None:
    """What has not ended goes on; what has no date is of no year."""
    made = world(CONFERENCES).derive()
    event, hue = "dfg:Event", "province/hue"
    one = ("time/2010", "conference/one", "dfg:Conference", None, None, "claim/one")
    project = ("time/2018--..", "project/p", "dfg:Project", None, "activity-status/ongoing", "claim/project")
    two = ("time/2019-06-18", "conference/two", "dfg:Conference", hue, None, "claim/two")
    opening = ("time/2019-06-18", "event/opening", event, None, None, "claim/opening")
    assert made.ask("activities") == [
        (None, "conference/congress", "dfg:Conference", None, None, "claim/congress"),
        (None, "event/speech", event, hue, None, "claim/speech"),
        one,
        project,
        two,
        opening,
    ]
    assert made.ask("activities", until="2017") == [one]
    assert made.ask("activities", since="2020") == [project]
    assert made.ask("activities", since="2019", until="2019") == [project, two, opening]
    assert made.ask("activities", field="field/trade") == [two]
