"""What shapes and checks find about a change: they look at what it touches, not at the whole graph."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from dfgraph.base.findings import Finding, Severity
from dfgraph.base.language import Text
from dfgraph.base.names import RDF, RDFS, SH, SKOS
from dfgraph.base.query_files import QueryFile
from dfgraph.graph.build.checks import fault_of, rows_of, tell_rows, tell_violations, violations
from dfgraph.graph.build.focus import Focus
from dfgraph.graph.build.locate import Origins
from dfgraph.graph.store.labels import labels_of
from dfgraph.graph.update.deriving import MOST, Facts, Neighbourhood, touched
from dfgraph.graph.update.overlay import HERE, TYPE, Unfit
from dfgraph.sources.schema import Ontology

_NAMING: Final = tuple(ox.NamedNode(iri) for iri in (SKOS + "prefLabel", RDFS + "label", RDF + "value"))
_ABOVE: Final = f" <{RDFS}subClassOf> ".encode()
_ELSEWHERE: Final = frozenset(
    (SH + name).encode()
    for name in (
        *("node", "not", "and", "or", "xone", "qualifiedValueShape", "sparql", "rule", "targetNode", "target"),
        *("targetSubjectsOf", "targetObjectsOf", "inversePath", "alternativePath", "zeroOrMorePath"),
        *("oneOrMorePath", "zeroOrOnePath"),
    )
)
"""What may make a shape look further than at the values of its thing and their classes."""


class Inspecting:
    """Looks at what changed. `near` is the small graph in which the rules have run."""

    def __init__(self, near: Neighbourhood, ontology: Ontology, origins: Origins, changed: Facts) -> None:
        self.near = near
        self.graph = near.graph
        self.ontology = ontology
        self.origins = origins
        self.changed = changed
        self.things = {fact.subject.value for fact in changed if isinstance(fact.subject, ox.NamedNode)}

    def shapes(self) -> list[Finding]:
        """What breaks the shapes. Raises Unfit where a shape looks at more than one thing."""
        if any(f"<{name.decode()}>".encode() in self.ontology.forms for name in _ELSEWHERE):
            raise Unfit("a shape looks further than at one thing")
        things = self.things | self._holders()
        found = violations(self.near.small, partial(self._write, things))
        return tell_violations([v for v in found if v.focus in things], self.near.small, self._labels, self.origins)

    def _holders(self) -> set[str]:
        """What speaks of the things whose classes have changed: they may be the wrong value now."""
        classed = [fact.subject for fact in self.changed if fact.predicate == TYPE]
        quads = (quad for node in classed for quad in self.graph.quads(None, None, node, HERE))
        found = {quad.subject.value for quad in islice(quads, MOST + 1) if isinstance(quad.subject, ox.NamedNode)}
        if len(found) > MOST:
            raise Unfit("what is of another class now is spoken of very often")
        return found

    def _write(self, things: Collection[str], path: Path) -> None:
        lines = [line + b"\n" for line in self.ontology.terms.splitlines() if _ABOVE in line]
        written: set[object] = set()
        for name in sorted(things):
            node = ox.NamedNode(name)
            for quad in self.graph.quads(node, None, None, HERE):
                lines.append(f"{quad.triple} .\n".encode())
                if isinstance(quad.object, ox.NamedNode) and quad.object not in written:
                    written.add(quad.object)
                    types = self.graph.quads(quad.object, TYPE, None, HERE)
                    lines.extend(f"{typed.triple} .\n".encode() for typed in types)
        path.write_bytes(b"".join(lines))

    def checks(self, checks: Sequence[tuple[QueryFile, Focus | None]]) -> list[Finding]:
        """What the checks find about all that hangs on the change.

        A check that does not tell on what its rows hang, or looks at very many things, is left to a whole build; where
        it may find errors, Unfit is raised.
        """
        findings: list[Finding] = []
        for check, focus in checks:
            things = touched([focus], self.changed, self.graph) if focus else set()
            if focus is None or len(things) > MOST:
                if fault_of(check).severity is Severity.ERROR:
                    raise Unfit(f"{check.name} may look at anything")
                continue
            if things:
                self.near.take(focus, things)
                rows = [row for row in rows_of(self.near.small, check) if row.get("subject") in things]
                findings.extend(tell_rows(check, rows, self._labels, self.origins))
        return findings

    def _labels(self, iris: Collection[str]) -> dict[str, Text]:
        """Names, also of what is not in the small graph yet."""
        nodes = [ox.NamedNode(iri) for iri in iris]
        self.near.small.native.extend(q for n in nodes for p in _NAMING for q in self.graph.quads(n, p, None, HERE))
        return labels_of(self.near.small, iris)
