"""Findings of the whole graph: broken shapes, and the checks that the ontology brings along."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from dfgraph.base.errors import OntologyError
from dfgraph.base.files import file_error
from dfgraph.base.findings import Fault, Finding, Severity
from dfgraph.base.language import Text, say_number
from dfgraph.base.names import BASE, ONTOLOGY, SH, XSD
from dfgraph.base.query_files import QueryFile
from dfgraph.graph.build.locate import Origins
from dfgraph.graph.build.shacl import Violation, validate
from dfgraph.graph.store import GraphStore, Term
from dfgraph.graph.store.labels import labels_of

_SEVERITIES = {"Violation": Severity.ERROR, "Warning": Severity.WARNING, "Info": Severity.INFO}
_NUMBERS = (XSD + "integer", XSD + "decimal")
_UNTOLD = Text("{field}: không hợp ({component}).", "{field}: not allowed ({component}).")
_MESSAGES = f"""
SELECT ?shape ?property ?text WHERE {{ GRAPH <{ONTOLOGY}> {{
  VALUES ?property {{ sh:message sh:name }} ?shape ?property ?text }} }}
"""


def check_shapes(store: GraphStore, origins: Origins, faulty: Collection[str] = ()) -> list[Finding]:
    """What breaks the shapes, as findings at the line that wrote it.

    What only follows from `faulty` things (ids), whose records were refused before, is not told again.
    """
    refused = {BASE + thing for thing in faulty}
    try:
        with TemporaryDirectory(prefix="dfgraph-") as folder:
            data = Path(folder) / "data.nt"
            store.dump_to(data, "")
            found = validate(data, store.dump(ONTOLOGY, "nt"))
    except OSError as error:
        raise file_error(error, "TMPDIR") from error
    violations = [v for v in found if v.focus not in refused and v.value not in refused]
    if not violations:
        return []
    told = _texts(store)
    labels = labels_of(store, {v.focus for v in violations})
    return [_finding(v, told, labels, origins) for v in violations]


def _texts(store: GraphStore) -> dict[tuple[str, str], Text]:
    found: dict[tuple[str, str], Text] = {}
    for shape, property_, text in store.query(_MESSAGES).rows():
        if isinstance(shape, ox.NamedNode) and isinstance(property_, ox.NamedNode) and isinstance(text, ox.Literal):
            key = (shape.value, property_.value)
            known = found.get(key, Text("", ""))
            found[key] = Text(text.value, known.en) if text.language == "vi" else Text(known.vi, text.value)
    return found


def _finding(
    violation: Violation, told: dict[tuple[str, str], Text], labels: dict[str, Text], origins: Origins
) -> Finding:
    field = told.get((violation.shape, SH + "name")) or Text(violation.path, violation.path)
    untold = _UNTOLD.fill(field=field, component=violation.component)
    why = told.get((violation.shape, SH + "message")) or untold
    subject = violation.focus.removeprefix(BASE)
    label = labels.get(violation.focus) or Text(subject, subject)
    value = f" «{violation.value}»" if violation.value else ""
    message = Text(f"{label.vi or subject}: {why.vi}{value}", f"{label.en or subject}: {why.en}{value}")
    code = "shape/" + re.sub(r"(?<!^)(?=[A-Z])", "-", violation.component.removesuffix("ConstraintComponent")).lower()
    location = origins.of(violation.focus, violation.path)
    return Finding(code, _SEVERITIES.get(violation.severity, Severity.ERROR), message, location, subject)


def run_checks(store: GraphStore, checks: Sequence[QueryFile], origins: Origins) -> list[Finding]:
    """What each check of the ontology finds, one finding a row."""
    findings: list[Finding] = []
    for check in checks:
        answer = store.run(check)
        columns = answer.columns
        rows = [dict(zip(columns, row, strict=True)) for row in answer.rows()]
        iris = {t.value for row in rows for t in row.values() if isinstance(t, ox.NamedNode)}
        labels = labels_of(store, iris) if rows else {}
        fault = _fault(check)
        for row in rows:
            values = {name: _shown(row.get(name), labels) for name in columns}
            subject, claim = _iri(row.get("subject")), _iri(row.get("claim"))
            location = origins.of(subject, _iri(row.get("property")), claim)
            try:
                findings.append(fault.at(location, subject.removeprefix(BASE) or None, **values))
            except (KeyError, IndexError, ValueError) as error:
                why = Text("không có cột {e} cho thông báo", "there is no column {e} for its message").fill(e=error)
                raise _unsound(check, why) from error
    return findings


def _fault(check: QueryFile) -> Fault:
    code = str(check.header.get("code") or f"check/{check.name}")
    try:
        severity = Severity.named(str(check.header.get("severity", "warning")))
    except KeyError as error:
        why = Text("severity phải là error, warning hoặc info", "its severity must be error, warning or info")
        raise _unsound(check, why) from error
    return Fault(code, severity, check.phrase("message"), check.phrase("hint"))


def _unsound(check: QueryFile, why: Text) -> OntologyError:
    return OntologyError(Text("{path}: {why}.", "{path}: {why}.").fill(path=check.path, why=why))


def _iri(term: Term | None) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""


def _shown(term: Term | None, labels: dict[str, Text]) -> Text:
    if term is None or isinstance(term, ox.Triple):
        return Text("?", "?")
    if isinstance(term, ox.NamedNode):
        name = term.value.removeprefix(BASE)
        label = labels.get(term.value, Text("", ""))
        return Text(label.vi or label.en or name, label.en or label.vi or name)
    if isinstance(term, ox.Literal) and term.datatype.value in _NUMBERS:
        return say_number(term.value)
    return Text(term.value, term.value)
