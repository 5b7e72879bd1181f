from dfgraph.base.findings import Fault, Finding, Location, Severity
from dfgraph.base.language import Text
from telling import lines

UNKNOWN = Fault(
    "test/unknown", Severity.ERROR, Text("Không có «{name}».", "No “{name}”."), Text("Thử {near}.", "Try {near}.")
)


def test_a_location_shows_what_is_known_of_it() -> None:
    assert str(Location("a.yaml", 3, 5)) == "a.yaml:3:5"
    assert str(Location("a.yaml", 3)) == "a.yaml:3"
    assert str(Location("a.yaml")) == "a.yaml"


def test_a_finding_says_what_where_and_what_to_do_in_both_languages() -> None:
    finding = UNKNOWN.at(Location("a.yaml", 3, 5), "province/hue", name="Hue", near=Text("Huế", "Hue"))
    assert finding == Finding(
        code="test/unknown",
        severity=Severity.ERROR,
        message=Text("Không có «Hue».", "No “Hue”."),
        location=Location("a.yaml", 3, 5),
        subject="province/hue",
        hint=Text("Thử Huế.", "Try Hue."),
    )


def test_a_value_may_have_any_name() -> None:
    fault = Fault("test/odd", Severity.INFO, Text("ở {location}, {subject}", "at {location}, {subject}"))
    assert fault.at(None, None, location="A", subject="B").message == ("ở A, B", "at A, B")


def test_a_finding_is_plain_data_in_one_language() -> None:
    finding = UNKNOWN.at(Location("a.yaml", 3), "province/hue", name="Hue", near="Huế")
    assert finding.to_json("vi") == {
        "code": "test/unknown",
        "severity": "error",
        "path": "a.yaml",
        "line": 3,
        "column": None,
        "subject": "province/hue",
        "message": "Không có «Hue».",
        "hint": "Thử Huế.",
    }
    nowhere = Fault("test/odd", Severity.INFO, Text("lạ", "odd")).at(None).to_json("en")
    assert nowhere == {
        "code": "test/odd", "severity": "info", "path": None, "line": None, "column": None, "subject": None,
        "message": "odd", "hint": None,
    }  # fmt: skip


def test_findings_read_in_the_order_of_the_files_and_those_of_no_file_come_last() -> None:
    places = [Location("b.yaml", 1), *(Location("a.yaml", *p) for p in [(10, 2), (9, 30), (10, 1)])]
    near = Text("một", "one")
    findings = [UNKNOWN.at(None, name="x", near=near), *(UNKNOWN.at(p, name="x", near=near) for p in places)]
    assert lines(sorted(findings, key=Finding.sort_key)) == [
        "test/unknown a.yaml:9:30",
        "test/unknown a.yaml:10:1",
        "test/unknown a.yaml:10:2",
        "test/unknown b.yaml:1",
        "test/unknown None",
    ]


def test_severities_have_names_and_an_order() -> None:
    assert [Severity.named(n) for n in ("info", " Warning", "ERROR")] == sorted(Severity)
