"""Findings of the whole graph: broken shapes, and the checks that the ontology brings along."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import partial
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

Row = dict[str, Term | None]
Labels = Callable[[Collection[str]], dict[str, Text]]
"""Gives the names of things, by IRI."""

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
    found = violations(store, lambda path: store.dump_to(path, ""))
    kept = [v for v in found if v.focus not in refused and v.value not in refused]
    return tell_violations(kept, store, partial(labels_of, store), origins)


def violations(store: GraphStore, write: Callable[[Path], None]) -> list[Violation]:
    """What breaks the shapes that `store` has, in the facts that `write` puts into a file as N-Triples."""
    try:
        with TemporaryDirectory(prefix="dfgraph-") as folder:
            data = Path(folder) / "data.nt"
            write(data)
            return validate(data, store.dump(ONTOLOGY, "nt"))
    except OSError as error:
        raise file_error(error, "TMPDIR") from error


def tell_violations(found: Sequence[Violation], store: GraphStore, labels: Labels, origins: Origins) -> list[Finding]:
    """Violations in the words of the ontology that `store` has."""
    if not found:
        return []
    told = _texts(store)
    labelled = labels({v.focus for v in found})
    return [_finding(v, told, labelled, origins) for v in found]


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
    labels = partial(labels_of, store)
    return [finding for check in checks for finding in tell_rows(check, rows_of(store, check), labels, origins)]


def rows_of(store: GraphStore, check: QueryFile) -> list[Row]:
    """What a check gives."""
    answer = store.run(check)
    columns = answer.columns
    return [dict(zip(columns, row, strict=True)) for row in answer.rows()]


def tell_rows(check: QueryFile, rows: Sequence[Row], labels: Labels, origins: Origins) -> list[Finding]:
    """Rows of a check in its own words."""
    findings: list[Finding] = []
    fault = fault_of(check)
    labelled = labels({t.value for row in rows for t in row.values() if isinstance(t, ox.NamedNode)}) if rows else {}
    for row in rows:
        values = {name: _shown(term, labelled) for name, term in row.items()}
        subject, claim = _iri(row.get("subject")), _iri(row.get("claim"))
        location = origins.of(subject, _iri(row.get("property")), claim)
        try:
            findings.append(fault.at(location, subject.removeprefix(BASE) or None, **values))
        except (KeyError, IndexError, ValueError) as error:
            why = Text("không có cột {e} cho thông báo", "there is no column {e} for its message").fill(e=error)
            raise _unsound(check, why) from error
    return findings


def fault_of(check: QueryFile) -> Fault:
    """The kind of finding that a check makes. Raises OntologyError where its head gives no such thing."""
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
