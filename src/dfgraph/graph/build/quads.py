"""Claims to quads, as N-Quads text.

Text rather than term objects: the store parses text faster than Python can make a term for each part of a quad.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from dfgraph.base.names import BASE, DERIVED, DFG, PROVENANCE, RDF
from dfgraph.base.rdf import text_term, typed_term
from dfgraph.base.times import TimeSpan
from dfgraph.sources.facts import Claim
from dfgraph.sources.facts.evidence import about, disputes

_END: Final = b" .\n"
"""How a triple ends; it cannot stand within one, for a line break in a literal is escaped."""

_PROVENANCE: Final = f" <{PROVENANCE}> .\n".encode()
_DERIVED: Final = f" <{DERIVED}> .\n".encode()
_WITHDRAWN: Final = "\0"
_CHUNK: Final = 4096


def claim_quads(claim: Claim) -> bytes:
    """The quads of one claim: what it says in its own graph and in the default graph, and what is known of the claim.

    A withdrawn claim stands in its own graph and in the provenance graph, and nowhere in the default graph. Of a claim
    whose source denies what it says, what is known of it stands in the default graph too, but not what it says.
    """
    name = f"<{BASE}claim/{claim.hash}>"
    subject = claim.subject
    # Line by line to bytes, then joined: one accent would make the whole text wide, and slow to encode.
    facts = b"".join([f"{subject} {statement} .\n".encode() for statement in claim.statements])
    tie = disputes(subject) if claim.denies else about(subject)
    known = b"".join([f"{name} {statement} .\n".encode() for statement in (*claim.evidence, tie)])
    own = facts.replace(_END, f" {name} .\n".encode())
    told = own + known.replace(_END, _PROVENANCE)
    if claim.retracted:
        return told
    return told + known if claim.denies else told + facts + known


def time_quads(span: TimeSpan) -> bytes:
    """The node of a time: the text at its true precision, and the days that bound it, for SPARQL to compare."""
    node = f"<{BASE}time/{span.slug}>"
    lines = [f"{node} <{RDF}type> <{DFG}TimeSpan>"]
    value = typed_term(span.text, span.datatype) if span.datatype else text_term(span.text)
    lines.append(f"{node} <{RDF}value> {value}")
    for name, day in (("earliest", span.earliest), ("latest", span.latest)):
        if day is not None:
            lines.append(f"{node} <{DFG}{name}> {typed_term(day.isoformat(), 'date')}")
    text = "".join(f"{line} .\n" for line in lines).encode()
    return text + text.replace(_END, _DERIVED)


def quads(claims: Sequence[Claim], times: Mapping[str, TimeSpan]) -> Iterator[bytes]:
    """All quads of checked facts, as chunks of N-Quads of some megabytes.

    The passages and times of a claim come with it, each once; those of withdrawn claims alone stay out of the default
    graph, as the claims do.
    """
    chunk: list[bytes] = []
    told: set[str] = set()
    for claim in claims:
        chunk.append(claim_quads(claim))
        if claim.passage and not (claim.passage in told or (claim.retracted and claim.passage + _WITHDRAWN in told)):
            told.add(claim.passage + _WITHDRAWN if claim.retracted else claim.passage)
            passage = claim.passage.encode()
            chunk.append(passage.replace(_END, _PROVENANCE))
            if not claim.retracted:
                chunk.append(passage)
        if len(chunk) >= _CHUNK:
            yield b"".join(chunk)
            chunk.clear()
    chunk.extend(time_quads(times[slug]) for slug in sorted(_living(claims, times)))
    yield b"".join(chunk)


def _living(claims: Sequence[Claim], times: Mapping[str, TimeSpan]) -> Collection[str]:
    """The times that some claim which holds speaks of."""
    if not any(claim.retracted for claim in claims):
        return times
    node = re.compile(re.escape(f"<{BASE}time/") + "([^>]*)>")
    told = (s for claim in claims if not claim.retracted for s in (*claim.statements, *claim.evidence))
    return {slug for statement in told for slug in node.findall(statement)}
