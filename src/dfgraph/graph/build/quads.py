"""Claims to quads, as N-Quads text.

Text rather than term objects: it costs a third of the time, and the store's own loader reads it in parallel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dfgraph.base.names import BASE, DERIVED, DFG, PROVENANCE, RDF
from dfgraph.base.rdf import text_term, typed_term
from dfgraph.base.times import TimeSpan
from dfgraph.sources.facts import Claim
from dfgraph.sources.facts.evidence import about

_PROVENANCE: Final = f" <{PROVENANCE}> .\n"
_DERIVED: Final = f" <{DERIVED}> .\n"
_CHUNK: Final = 512


def claim_iri(claim: Claim) -> str:
    """The name of the graph that holds a claim."""
    return f"{BASE}claim/{claim.hash}"


def claim_quads(claim: Claim) -> str:
    """The quads of one claim: what it says in its own graph and in the default graph, and what is known of the claim.

    A withdrawn claim stands in its own graph and in the provenance graph, and nowhere in the default graph.
    """
    name = f"<{BASE}claim/{claim.hash}>"
    subject = claim.subject
    own = f" {name} .\n"
    facts = [f"{subject} {statement}" for statement in claim.statements]
    known = [f"{name} {statement}" for statement in claim.evidence]
    known.append(f"{name} {about(subject)}")
    text = own.join(facts) + own + _PROVENANCE.join(known) + _PROVENANCE
    if claim.retracted:
        return text
    return text + " .\n".join(facts) + " .\n" + " .\n".join(known) + " .\n"


def time_quads(span: TimeSpan) -> str:
    """The node of a time: the text at its true precision, and the days that bound it, for SPARQL to compare."""
    node = f"<{BASE}time/{span.slug}>"
    lines = [f"{node} <{RDF}type> <{DFG}TimeSpan>"]
    value = typed_term(span.text, span.datatype) if span.datatype else text_term(span.text)
    lines.append(f"{node} <{RDF}value> {value}")
    for name, day in (("earliest", span.earliest), ("latest", span.latest)):
        if day is not None:
            lines.append(f"{node} <{DFG}{name}> {typed_term(day.isoformat(), 'date')}")
    return " .\n".join(lines) + " .\n" + _DERIVED.join(lines) + _DERIVED


def passage_quads(passage: str) -> str:
    """A cited place in a source, in the default graph and in that of provenance."""
    return passage + passage.replace(" .\n", _PROVENANCE)


def quads(claims: Iterable[Claim], times: Iterable[TimeSpan], passages: Iterable[str]) -> Iterator[bytes]:
    """All quads of checked facts, as chunks of N-Quads."""
    chunk: list[str] = []
    for claim in claims:
        chunk.append(claim_quads(claim))
        if len(chunk) == _CHUNK:
            yield "".join(chunk).encode()
            chunk.clear()
    chunk.extend(time_quads(t) for t in times)
    chunk.extend(passage_quads(p) for p in passages)
    yield "".join(chunk).encode()
