"""Questions about programmes, projects and dossiers."""

from __future__ import annotations

from ontology.example import MERGER, PLACES, POLICY, Make


def test_ask_programmes(world: Make) -> None:
    """A programme of a unit that was replaced is found under the new unit too, and under the head of its chain."""
    made = world(PLACES + MERGER + POLICY + "<claim/bare> { <programme/q> a dfg:Programme . }").derive()
    bare = ("programme/q", None, None, None, None, "claim/bare")
    told = ("programme/p", "document/decree", "organisation/hue", "time/2016--2020", None, "claim/programme")
    assert made.ask("programmes") == [told, bare]
    assert made.ask("programmes", place="province/da-nang-2025", field="field/trade") == [told]
    assert made.ask("programmes", field="field/economy") == [told]
    assert made.ask("programmes", document="document/law") == [told]
    assert made.ask("programmes", since="2020", until="2026") == [told]
    assert made.ask("programmes", place="province/hue") == []
    assert made.ask("programmes", field="field/culture") == []
    assert made.ask("programmes", document="document/plan") == []
    assert made.ask("programmes", since="2021") == []
    assert made.ask("programmes", until="2015") == []


def test_ask_dossiers(world: Make) -> None:
    made = world("""
        <claim/d> { <dossier/d> a dfg:Dossier ; dfg:titleType <title-type/geopark> ; dfg:place <province/hue> ;
          dfg:dossierState <dossier-state/submitted> ; dfg:submittedTo <organisation/unesco> ; dfg:date <time/2019> . }
    """)
    told = ("title-type/geopark", "dossier-state/submitted", "organisation/unesco", "province/hue", "time/2019")
    assert made.ask("dossiers") == [("dossier/d", *told, "claim/d")]
    assert made.ask("dossiers", place="province/hue") == [("dossier/d", *told, "claim/d")]
    assert made.ask("dossiers", place="province/da-nang") == []


def test_ask_budgets(world: Make) -> None:
    """The greatest first, unit by unit; what states no budget is left out."""
    made = world("""
        <claim/p> { <programme/p> a dfg:Programme ; dfg:budget 5 ; dfg:budgetUnit <unit/usd> ;
          dfg:budgetHedge <hedge/over> ; dfg:period <time/2016--2020> . }
        <claim/q> { <project/q> a dfg:Project ; dfg:budget 50 ; dfg:budgetUnit <unit/usd> ; dfg:fundedBy <country/jp> ;
          dfg:field <field/border-trade> ; dfg:date <time/2019> . }
        <claim/r> { <project/r> a dfg:Project . }
    """)
    p = ("programme/p", "dfg:Programme", "hedge/over", "5", "unit/usd", None, "time/2016--2020", "claim/p")
    q = ("project/q", "dfg:Project", None, "50", "unit/usd", "country/jp", "time/2019", "claim/q")
    assert made.ask("budgets") == [q, p]
    assert made.ask("budgets", field="field/trade") == [q]


def test_ask_in_field(world: Make) -> None:
    """Narrower fields belong to the field, wider ones do not."""
    made = world("""
        <claim/t> { <task/t> a dfg:Task ; dfg:field <field/border-trade>, <field/culture> . }
        <claim/a> { <agreement/a> a dfg:Agreement ; dfg:field <field/trade> . }
        <claim/e> { <event/e> a dfg:Event ; dfg:field <field/economy> . }
    """)
    assert made.ask("in-field", field="field/trade") == [
        ("dfg:Agreement", "agreement/a", "field/trade", "claim/a"),
        ("dfg:Task", "task/t", "field/border-trade", "claim/t"),
    ]
