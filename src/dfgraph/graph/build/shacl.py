"""SHACL: the shapes of the ontology against all that holds.

Two engines give the same results: `shacl` (compiled, for every day) and pySHACL (the reference, and for machines that
the other has no wheel for). Both read N-Triples, so that neither depends on how the store hands out its terms.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from dfgraph.base.names import RDF, SH

Engine = Literal["shacl", "pyshacl"]
CONTESTED: Final = frozenset(("MaxCountConstraintComponent",))
"""Constraints whose breach is two claims that differ, which the checks report as contested."""


class Violation(NamedTuple):
    """One result of validation: IRIs, and the offending value as it would be printed."""

    focus: str
    path: str
    component: str
    shape: str
    value: str
    severity: str


def engine() -> Engine:
    """The fastest engine that is installed here."""
    try:
        import shacl  # noqa: F401
    except ImportError:
        return "pyshacl"
    return "shacl"


def validate(data: Path, shapes: bytes, *, using: Engine | None = None) -> list[Violation]:
    """What in the file `data` breaks `shapes` (both N-Triples), sorted; a contested value is no violation."""
    found = _fast(data, shapes) if (using or engine()) == "shacl" else _reference(data, shapes)
    return sorted({v for v in found if v.component not in CONTESTED})


def _fast(data: Path, shapes: bytes) -> list[Violation]:
    from shacl import Shapes

    report = Shapes.from_text(shapes.decode(), "ntriples").validate_file(str(data))
    return [
        Violation(
            focus=_plain(result.focus_node),
            path=_plain(result.path or ""),
            component=result.component,
            shape=_plain(result.source_shape or ""),
            value=result.value_plain or "",
            severity=result.severity,
        )
        for result in report.results
    ]


def _plain(term: str) -> str:
    return term[1:-1] if term.startswith("<") else term


def _reference(data: Path, shapes: bytes) -> list[Violation]:
    import pyshacl
    from rdflib import Graph, URIRef

    _, report, _ = pyshacl.validate(
        Graph().parse(data, format="nt"),
        shacl_graph=Graph().parse(data=shapes, format="nt"),
        inference="none",
        advanced=False,
    )

    def value(node: Any, name: str) -> str:
        found = report.value(node, URIRef(SH + name))
        return "" if found is None else str(found)

    return [
        Violation(
            focus=value(node, "focusNode"),
            path=value(node, "resultPath"),
            component=value(node, "sourceConstraintComponent").removeprefix(SH),
            shape=value(node, "sourceShape"),
            value=value(node, "value"),
            severity=value(node, "resultSeverity").removeprefix(SH),
        )
        for node in report.subjects(URIRef(RDF + "type"), URIRef(SH + "ValidationResult"))
    ]
