"""The networks of examples."""

from __future__ import annotations

from ontology.example import AGREEMENT, MERGER, PARTNERSHIPS, PEOPLE, PLACES, POLICY, TASKS, Make

VISIT = """
<claim/visit> { <visit/v> a dfg:Visit ; dfg:visitor <province/quang-nam>, <organisation/hue> ; dfg:date <time/2019> ;
  dfg:host <locality/la-sekong> . }
<organisation/hue> a dfg:Organisation .
<claim/pact> { <agreement/pact> a dfg:Agreement ; dfg:party <province/hue>, <country/la>, <country/vn> . }
<claim/home> { <https://w3id.org/dfgraph/ns> dfg:home <country/vn> . <country/vn> a dfg:Country . }
"""


def test_network_of_partners(world: Make) -> None:
    """Partnerships, and with them agreements and visits: from home abroad, never to the country at home."""
    made = world(
        PLACES
        + PARTNERSHIPS
        + AGREEMENT
        + VISIT
        + "<claim/d> { <partnership/d> a dfg:Partnership ; dfg:place <province/hue>, <province/da-nang> . }"
    )
    sekong, pact = ("province/quang-nam", "locality/la-sekong"), ("province/hue", "country/la")
    assert made.network("partners") == [
        ("province/da-nang", "locality/jp-sakai", "agreement/memorandum", "dfg:Agreement", "claim/memorandum"),
        ("province/da-nang", "locality/jp-sakai", "partnership/sakai", "dfg:partnerOf", "claim/sakai"),
        (*pact, "agreement/pact", "dfg:Agreement", "claim/pact"),
        ("province/hue", "province/da-nang", "partnership/d", "dfg:partnerOf", "claim/d"),
        (*sekong, "partnership/sekong", "dfg:partnerOf", "claim/sekong"),
        (*sekong, "visit/v", "dfg:Visit", "claim/visit"),
    ]


def test_network_of_a_country(world: Make) -> None:
    """The same for one country and its localities alone."""
    made = world(PLACES + PARTNERSHIPS + AGREEMENT + VISIT)
    assert made.network("country", country="country/la") == [
        ("province/hue", "country/la", "agreement/pact", "dfg:Agreement", "claim/pact"),
        ("province/quang-nam", "locality/la-sekong", "partnership/sekong", "dfg:Partnership", "claim/sekong"),
        ("province/quang-nam", "locality/la-sekong", "visit/v", "dfg:Visit", "claim/visit"),
    ]


def test_network_of_a_province(world: Make) -> None:
    """With the units before it, what is tied to any of them, and the bodies and events that belong there."""
    made = world(
        PLACES
        + PARTNERSHIPS
        + MERGER
        + AGREEMENT
        + VISIT
        + """
        <claim/body> { <organisation/o> a dfg:Organisation ; dfg:governs <province/da-nang-2025> . }
        <claim/event> { <event/e> a dfg:Event ; dfg:location <province/quang-nam> . }
        <claim/figure> { <observation/x> a dfg:Observation ; dfg:area <province/da-nang-2025> . }
        <claim/far> { <event/far> a dfg:Event ; dfg:location <province/hue> . }
    """
    ).derive()
    new, change = "province/da-nang-2025", ("change/da-nang-2025", "dcterms:isReplacedBy", "claim/merger")
    assert made.network("province", province=new) == [
        ("event/e", "province/quang-nam", None, "dfg:location", "claim/event"),
        ("organisation/o", new, None, "dfg:governs", "claim/body"),
        ("province/da-nang", "locality/jp-sakai", "agreement/memorandum", "dfg:Agreement", "claim/memorandum"),
        ("province/da-nang", "locality/jp-sakai", "partnership/sakai", "dfg:Partnership", "claim/sakai"),
        ("province/da-nang", new, *change),
        ("province/quang-nam", "locality/la-sekong", "partnership/sekong", "dfg:Partnership", "claim/sekong"),
        ("province/quang-nam", "locality/la-sekong", "visit/v", "dfg:Visit", "claim/visit"),
        ("province/quang-nam", new, *change),
    ]


def test_network_of_succession(world: Make) -> None:
    told = ("province/da-nang-2025", "change/da-nang-2025", "dcterms:isReplacedBy", "claim/merger")
    assert world(MERGER).network("succession") == [("province/da-nang", *told), ("province/quang-nam", *told)]


def test_network_of_the_cascade(world: Make) -> None:
    """From a law to what implements it, to programmes under that, to what puts these to work."""
    made = world(
        POLICY
        + """
        <claim/visit> { <visit/v> a dfg:Visit ; dfg:carriesOut <programme/p> . }
        <claim/task> { <task/t> a dfg:Task ; dfg:carriesOut <document/decree> ; dfg:assignedTo <organisation/hue> . }
    """
    ).derive()
    assert made.network("cascade") == [
        ("document/decree", "document/law", None, "dfg:implements", "claim/decree"),
        ("document/decree", "organisation/government", None, "dfg:issuer", "claim/decree"),
        ("document/plan", "document/decree", None, "dfg:implements", "claim/plan"),
        ("document/plan", "organisation/hue", None, "dfg:issuer", "claim/plan"),
        ("programme/p", "document/decree", None, "dfg:under", "claim/programme"),
        ("programme/p", "organisation/hue", None, "dfg:ledBy", "claim/programme"),
        ("programme/p", "province/quang-nam", None, "dfg:place", "claim/programme"),
        ("task/t", "document/decree", None, "dfg:carriesOut", "claim/task"),
        ("visit/v", "programme/p", None, "dfg:carriesOut", "claim/visit"),
    ]


def test_network_of_conferences(world: Make) -> None:
    """Conferences with their series, the documents and tasks that came of them, and who got the tasks."""
    made = world(
        TASKS
        + """
        <claim/18> { <conference/18> a dfg:Conference ; dfg:series <series/s> ; dfg:participant <province/hue> . }
        <claim/paper> { <document/directive> a dfg:PolicyDocument ; dfg:adoptedAt <conference/18> . }
    """
    )
    assert made.network("conferences") == [
        ("conference/18", "series/s", None, "dfg:series", "claim/18"),
        ("document/directive", "conference/18", None, "dfg:adoptedAt", "claim/paper"),
        ("task/1", "organisation/ministry", None, "dfg:assignedTo", "claim/1"),
        ("task/1", "task/all", None, "dfg:taskGroup", "claim/1"),
        ("task/2", "task/all", None, "dfg:taskGroup", "claim/2"),
        ("task/2-1", "task/2", None, "dfg:taskGroup", "claim/2-1"),
        ("task/2-2", "organisation/department", None, "dfg:assignedTo", "claim/2-2"),
        ("task/2-2", "task/2", None, "dfg:taskGroup", "claim/2-2"),
        ("task/all", "document/directive", None, "dfg:laidDownBy", "claim/all"),
        ("task/alone", "conference/19", None, "dfg:laidDownBy", "claim/alone"),
        ("task/alone-1", "task/alone", None, "dfg:taskGroup", "claim/alone-1"),
    ]


def test_network_of_people(world: Make) -> None:
    assert world(PEOPLE).network("people") == [
        ("person/an", "post/minister", "tenure/an", "dfg:post", "claim/an"),
        ("person/binh", "post/head", "tenure/binh", "dfg:post", "claim/binh-1"),
        ("person/binh", "post/head", "tenure/binh", "dfg:post", "claim/binh-2"),
        ("post/head", "organisation/department", None, "dfg:postIn", "claim/head"),
        ("post/minister", "organisation/ministry", None, "dfg:postIn", "claim/minister"),
    ]


def test_network_of_everything(world: Make) -> None:
    """Things and what ties them: no times, no concepts, no claims; a row without an end is a thing alone."""
    made = world(PARTNERSHIPS + "<claim/hue> { <province/hue> a dfg:Province . }")
    sakai, sekong = "partnership/sakai", "partnership/sekong"
    assert made.network("everything") == [
        (sakai, "locality/jp-sakai", None, "dfg:place", "claim/sakai"),
        (sakai, "province/da-nang", None, "dfg:place", "claim/sakai"),
        (sakai, None, None, None, None),
        (sekong, "locality/la-sekong", None, "dfg:place", "claim/sekong"),
        (sekong, "province/quang-nam", None, "dfg:place", "claim/sekong"),
        (sekong, None, None, None, None),
        ("province/hue", None, None, None, None),
    ]


def test_network_around_a_thing(world: Make) -> None:
    """A tie is an edge, and what it joins is the neighbour."""
    made = world(
        PARTNERSHIPS
        + MERGER
        + AGREEMENT
        + """
        <claim/x> { <province/da-nang> a dfg:Province ; dfg:within <country/vn> ; dfg:rank <unit-rank/city> . }
        <claim/y> { <country/vn> a dfg:Country . }
    """
    )
    change = ("change/da-nang-2025", "dfg:TerritorialChange", "claim/merger")
    assert made.network("around", thing="province/da-nang") == [
        ("agreement/memorandum", "province/da-nang", None, "dfg:onBehalfOf", "claim/memorandum"),
        ("province/da-nang", "country/vn", None, "dfg:within", "claim/x"),
        ("province/da-nang", "locality/jp-sakai", "partnership/sakai", "dfg:Partnership", "claim/sakai"),
        ("province/da-nang", "province/da-nang-2025", *change),
        ("province/da-nang", "province/quang-nam", *change),
    ]
