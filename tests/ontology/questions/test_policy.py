"""Questions about documents and tasks."""

from __future__ import annotations

from ontology.example import POLICY, TASKS, Make


def test_ask_foundations(world: Make) -> None:
    """Up the chain to its head, the first steps first; what only cites a document rests on it too."""
    made = world(
        POLICY
        + """
        <claim/visit> { <visit/v> a dfg:Visit ; dfg:carriesOut <programme/p> . }
        <claim/basis> { <document/decree> dfg:basedOn <document/constitution> . }
        <claim/lapsed> { <document/law> dfg:replacesDocument <document/old> . }
        """
    ).add("<claim/withdrawn> { <document/law> dfg:amends <document/other> . }", withdrawn=True)
    rows = [
        ("document/decree", "dfg:basedOn", "document/constitution", None, None, "claim/basis"),
        ("document/decree", "dfg:implements", "document/law", None, None, "claim/decree"),
        ("document/law", "dfg:replacesDocument", "document/old", None, None, "claim/lapsed"),
    ]
    under = ("programme/p", "dfg:under", "document/decree", "organisation/government", "time/2010", "claim/programme")
    visit = ("visit/v", "dfg:carriesOut", "programme/p", None, "time/2016--2020", "claim/visit")
    assert made.ask("foundations", thing="visit/v") == [visit, *rows, under]
    assert made.ask("foundations", thing="document/decree") == rows
    assert made.ask("foundations", thing="document/constitution") == []


def test_ask_implementing(world: Make) -> None:
    """Down the chain: documents, programmes and tasks, and what carries those out."""
    made = world(
        POLICY
        + """
        <claim/task> { <task/t> a dfg:Task ; dfg:laidDownBy <document/plan> . }
        <claim/result> { <achievement/a> a dfg:Achievement ; dfg:carriesOut <task/t> . }
        """
    )
    plan = [("task/t", "dfg:Task", "dfg:laidDownBy", "document/plan", None, "claim/task")]
    task = [("achievement/a", "dfg:Achievement", "dfg:carriesOut", "task/t", None, "claim/result")]
    assert made.ask("implementing", document="document/law") == [
        ("document/decree", "dfg:StateDocument", "dfg:implements", "document/law", "time/2010", "claim/decree"),
        ("document/plan", "dfg:StateDocument", "dfg:implements", "document/decree", "time/2019", "claim/plan"),
        ("programme/p", "dfg:Programme", "dfg:under", "document/decree", "time/2016--2020", "claim/programme"),
        *plan,
        *task,
    ]
    assert made.ask("implementing", document="document/plan") == [*plan, *task]


def test_ask_chain_ends(world: Make) -> None:
    made = world(POLICY).derive()
    rows = [("document/plan", "organisation/hue", "time/2019", "document/decree", "claim/plan")]
    assert made.ask("chain-ends") == rows
    assert made.ask("chain-ends", issuer="organisation/hue") == rows
    assert made.ask("chain-ends", issuer="organisation/government") == []


def test_ask_laid_down(world: Make) -> None:
    """In order, each task after its group, with the number of the group before its own."""
    made = world(TASKS).derive()
    ministry, trade, culture = "organisation/ministry", "field/border-trade", "field/culture"
    one = [("1", "task/1", "task/all", None, ministry, "claim/1")]
    two = [
        ("2", "task/2", "task/all", trade, None, "claim/2"),
        ("2.1", "task/2-1", "task/2", trade, None, "claim/2-1"),
        ("2.1", "task/2-1", "task/2", culture, None, "claim/2-1"),
        ("2.2", "task/2-2", "task/2", None, "organisation/department", "claim/2-2"),
    ]
    assert made.ask("laid-down", origin="document/directive") == [
        (None, "task/all", None, None, None, "claim/all"),
        *one,
        *two,
    ]
    assert made.ask("laid-down", origin="conference/18") == made.ask("laid-down", origin="document/directive")
    assert made.ask("laid-down", origin="conference/19") == [
        ("1", "task/alone", None, trade, None, "claim/alone"),
        ("1.1", "task/alone-1", "task/alone", None, None, "claim/alone-1"),
    ]
    assert made.ask("laid-down", origin=ministry) == []


DOCUMENTS = """
<organisation/office> dfg:parent <organisation/government> .
<claim/law> { <document/law> a dfg:StateDocument ; dfg:documentType <document-type/law> ; dfg:number "70/2020" ;
  dfg:issuer <organisation/assembly> ; dfg:date <time/2019-06-18> ; dfg:field <field/border-trade> ;
  dfg:inForce <force-state/in-force> . }
<claim/plan> { <document/plan> a dfg:PartyDocument ; dfg:documentType <document-type/plan> ; dfg:number "1/KH" ;
  dfg:date <time/2010> ; dfg:field <field/culture> . }
<claim/note> { <document/note> a dfg:StateDocument ; dfg:issuer <organisation/office> ; dfg:signedBy <person/an> . }
"""


def test_ask_documents(world: Make) -> None:
    """A field holds its narrower fields; a document without a date is of no year."""
    made = world(DOCUMENTS).derive()
    in_force = ("time/2019-06-18", "force-state/in-force")
    law = ("document/law", "70/2020", "document-type/law", "organisation/assembly", *in_force, "claim/law")
    note = ("document/note", None, None, "organisation/office", None, None, "claim/note")
    plan = ("document/plan", "1/KH", "document-type/plan", None, "time/2010", None, "claim/plan")
    assert made.ask("documents") == [note, plan, law]
    assert made.ask("documents", issuer="organisation/office") == [note]
    assert made.ask("documents", type="document-type/plan") == [plan]
    assert made.ask("documents", field="field/trade") == [law]
    assert made.ask("documents", since="2011") == [law]
    assert made.ask("documents", until="2018") == [plan]
    assert made.ask("documents", since="2010", until="2010") == [plan]
    assert made.ask("documents", since="2019", field="field/culture") == []


def test_ask_documents_whose_date_is_contested(world: Make) -> None:
    """Each date is cited by the claim that states it, and by what states none."""
    made = world("""
        <claim/1> { <document/d> a dfg:StateDocument ; dfg:date <time/2010> . }
        <claim/2> { <document/d> a dfg:StateDocument ; dfg:date <time/2019> . }
        <claim/3> { <document/d> dfg:number "1/KH" . }
    """).derive()
    first = ("document/d", "1/KH", None, None, "time/2010", None)
    second = ("document/d", "1/KH", None, None, "time/2019", None)
    assert made.ask("documents") == [
        (*first, "claim/1"),
        (*first, "claim/3"),
        (*second, "claim/2"),
        (*second, "claim/3"),
    ]


def test_ask_issued_by(world: Make) -> None:
    """A body answers for the bodies under it."""
    made = world(DOCUMENTS)
    law = ("organisation/assembly", "dfg:issuer", "document/law", "70/2020", "time/2019-06-18", "claim/law")
    note = ("organisation/office", "dfg:issuer", "document/note", None, None, "claim/note")
    signed = ("person/an", "dfg:signedBy", "document/note", None, None, "claim/note")
    assert made.ask("issued-by") == [law, note, signed]
    assert made.ask("issued-by", agent="organisation/government") == [note]
    assert made.ask("issued-by", agent="person/an") == [signed]


def test_ask_incomplete_documents(world: Make) -> None:
    assert world(DOCUMENTS).derive().ask("incomplete-documents") == [
        ("document/note", "dfg:number", None, None, "claim/note"),
        ("document/plan", "dfg:issuer", "document-type/plan", "time/2010", "claim/plan"),
    ]


def test_ask_tasks_by_field(world: Make) -> None:
    """The conference is named, not the document adopted at it; the narrowest task, not its group in the same field."""
    made = world(TASKS + "<claim/own> { <task/own> a dfg:Task ; dfg:field <field/trade> . }").derive()
    border, culture, at_18 = "field/border-trade", "field/culture", ("time/2019-06", "conference/18")
    in_culture = [(culture, *at_18, "task/2-1", "task/2", "claim/2-1")]
    in_trade = [
        (border, None, "conference/19", "task/alone", None, "claim/alone"),
        (border, *at_18, "task/2-1", "task/2", "claim/2-1"),
        ("field/trade", None, None, "task/own", None, "claim/own"),
    ]
    assert made.ask("tasks-by-field") == [*in_trade[:2], *in_culture, in_trade[2]]
    assert made.ask("tasks-by-field", field="field/economy") == in_trade
    assert made.ask("tasks-by-field", field="field/society") == in_culture


def test_ask_tasks_of(world: Make) -> None:
    """A body answers for the bodies under it."""
    made = world(TASKS).derive()
    rows = [
        ("task/1", "organisation/ministry", "conference/18", "time/2016--2020", "claim/1"),
        ("task/2-2", "organisation/department", "conference/18", None, "claim/2-2"),
    ]
    assert made.ask("tasks-of", agent="organisation/ministry") == rows
    assert made.ask("tasks-of", agent="organisation/department") == rows[1:]
    assert made.ask("tasks-of", agent="organisation/other") == []


def test_ask_idle_tasks(world: Make) -> None:
    """A group is told by its tasks; that it is carried out as a whole does not say which of them."""
    made = world(
        TASKS
        + """
        <achievement/a> dfg:carriesOut <task/2-1> .
        <visit/v> dfg:carriesOut <task/alone> .
        <claim/own> { <task/own> a dfg:Task ; dfg:field <field/border-trade> . }
        """
    ).derive()
    own = (None, None, "task/own", None, "claim/own")
    eighteen = [
        ("conference/18", "task/2", "task/2-2", None, "claim/2-2"),
        ("conference/18", "task/all", "task/1", "time/2016--2020", "claim/1"),
    ]
    nineteen = ("conference/19", "task/alone", "task/alone-1", None, "claim/alone-1")
    assert made.ask("idle-tasks") == [own, *eighteen, nineteen]
    assert made.ask("idle-tasks", conference="conference/18") == eighteen
    assert made.ask("idle-tasks", field="field/economy") == [own]
