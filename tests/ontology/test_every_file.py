"""Every rule, check, question, network, facet and report is well written, and has an example that is tested."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from pyoxigraph import NamedNode, Quad, Variable

from dfgraph.products.network.facets import COLUMNS
from ontology.example import BASE, ONTOLOGY, SLOT, SPACES, Make, bound

HERE = Path(__file__).parent
CALLS = {
    "rules": "rule",
    "checks": "check",
    "queries": "ask",
    "networks": "network",
    "facets": "facet",
    "reports": "section",
}
FILES = [path for folder in CALLS for path in sorted((ONTOLOGY / folder).rglob("*.rq"))]


def place(path: Path) -> tuple[str, str]:
    """The folder of a file under the ontology, and its name there: that of a section is `report/section`."""
    folder, *rest = path.relative_to(ONTOLOGY).with_suffix("").parts
    return folder, "/".join(rest)


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(place(path)))
def test_header_and_text_are_sound(path: Path, world: Make) -> None:
    """The header has its texts in both languages, and the text is SPARQL with its parameters open and bound."""
    text = path.read_text(encoding="utf-8")
    header = yaml.safe_load("\n".join(line[1:].removeprefix(" ") for line in text.split("\n\n")[0].splitlines()))
    head = path.parent / "report.yaml"  # the sections of a report share its parameters
    shared = yaml.safe_load(head.read_text(encoding="utf-8")) if head.exists() else header
    parameters = shared.get("parameters") or {}
    texts = ("title", "about", "total", "message", "hint")
    phrases = [told[key] for told in (header, shared) for key in texts if key in told]
    phrases += [p["help"] for p in parameters.values()] + list((header.get("columns") or {}).values())
    assert phrases
    assert all(set(phrase) == {"vi", "en"} and all(phrase.values()) for phrase in phrases)
    assert set(SLOT.findall(text)) == set(parameters)
    store = world("").store
    for given in ({}, dict.fromkeys(parameters, "province/hue")):
        answer: Any = store.query(bound(text, given), base_iri=BASE)
        names = {variable.value for variable in getattr(answer, "variables", ()) if isinstance(variable, Variable)}
        match place(path)[0]:
            case "queries":
                assert header["group"] in yaml.safe_load((path.parent / "groups.yaml").read_text(encoding="utf-8"))
                assert names == set(header["columns"])
                assert set(header.get("several", ())) < names - {"claim"}
            case "checks":
                assert header["severity"] in ("error", "warning", "info")
                assert header["code"] == f"check/{path.stem}"
                assert {"subject", *re.findall(r"\{(\w+)\}", str(header["message"]))} <= names
            case "networks":
                assert names == {"from", "to", "via", "relation", "claim"}
                assert set(header.get("grouped_by") or ()) <= {p.stem for p in (ONTOLOGY / "facets").glob("*.rq")}
                assert set(header.get("walk") or {}) <= {"from", "not_through"}
            case "facets":
                needed, allowed = COLUMNS[header["role"]]
                assert set(needed) <= names <= {*needed, *allowed}
            case "reports":
                assert names == set(header["columns"])
                assert set(header.get("several", ())) < names
                assert header["order"] == float(header["order"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(place(path)))
def test_terms_are_those_of_the_ontology(path: Path, loaded: list[Quad]) -> None:
    """A term that the ontology does not have would be found nowhere, and no example would miss it."""
    declared = {q.subject.value for q in loaded if isinstance(q.subject, NamedNode)}
    used = set(re.findall(r"\bdfg:(\w+)", path.read_text(encoding="utf-8")))
    assert sorted(name for name in used if SPACES["dfg"] + name not in declared) == []


def test_every_file_has_an_example() -> None:
    """Each rule, check, question, network, facet and section of a report is named in a test of this folder."""
    told = "".join(path.read_text(encoding="utf-8") for path in sorted(HERE.rglob("test_*.py")))
    assert [name for folder, name in map(place, FILES) if f'.{CALLS[folder]}("{name}"' not in told] == []


def test_every_group_has_a_question() -> None:
    """And every question has a group that is known."""
    groups = yaml.safe_load((ONTOLOGY / "queries" / "groups.yaml").read_text(encoding="utf-8"))
    used = re.findall(r"^# group: (\S+)$", "".join(p.read_text(encoding="utf-8") for p in FILES), re.MULTILINE)
    assert set(used) == set(groups)
