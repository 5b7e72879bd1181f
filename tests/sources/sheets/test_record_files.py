from __future__ import annotations

from dfgraph.sources.sheets import read_table
from telling import lines


def test_json_lines() -> None:
    text = '{"id": "N1", "value": 3.20, "open": true, "fields": ["a", "b"], "x": null}\n\n{"label": {"vi": "Huế"}}\n'
    got = read_table("x.jsonl", text.encode())
    assert got.columns == {1: "id", 2: "value", 3: "open", 4: "fields", 5: "x", 6: "label@vi"}
    assert [(row.number, row.cells) for row in got.rows] == [
        (1, {1: "N1", 2: "3.20", 3: "true", 4: ("a", "b")}),
        (3, {6: "Huế"}),
    ]
    assert str(got.at(3)) == "x.jsonl:3"


def test_broken_lines_are_told_and_the_rest_is_read() -> None:
    got = read_table("x.jsonl", b'{"a": 1}\n{"a": \n[1]\n{"a": [{"b": 1}]}\n{"a": 2}\n')
    assert [row.cells.get(1) for row in got.rows] == ["1", "2"]
    assert lines(got.findings) == [f"sheet/broken-row x.jsonl:{n}" for n in (2, 3, 4)]


def test_a_list_in_json() -> None:
    assert [row.cells for row in read_table("x.json", b'[{"a": "1"}, {"a": "2"}]').rows] == [{1: "1"}, {1: "2"}]


def test_yaml_records() -> None:
    text = "- kind: pact\n  party: [a, b]\n  evidence: [{source: s, paragraph: 1}, {source: t}]\n"
    got = read_table("x.yaml", text.encode())
    assert got.columns == {1: "kind", 2: "party", 3: "evidence.source", 4: "evidence.paragraph"}
    assert [row.cells for row in got.rows] == [
        {1: "pact", 2: ("a", "b"), 3: "s", 4: "1"},
        {1: "pact", 2: ("a", "b"), 3: "t"},
    ]
