"""On what a record rests: its evidence as statements about the claim."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from dfgraph.base.names import BASE, DFG, OA, PROV, RDF
from dfgraph.base.text import slug

SOURCE: Final = PROV + "hadPrimarySource"
WITHDRAWN: Final = DFG + "retracted"
INFERRED: Final = DFG + "inferred"
BECAUSE: Final = DFG + "because"
LOCATORS: Final = {DFG + "paragraph": "p", DFG + "page": "page-", DFG + "characters": "c"}
"""The fields that point into a source, and how the id of a passage names each."""

IDENTIFYING: Final = frozenset((SOURCE, DFG + "speaker", DFG + "stance", INFERRED, *LOCATORS))
"""The parts of evidence that make a claim another claim; who recorded it when is not among them."""

_TYPE: Final = f"<{RDF}type>"


class Evidence(NamedTuple):
    """Checked evidence: statements about the claim, what identifies it, whether it is withdrawn, and its passage.

    `passage` are N-Triples about the cited place in the source, empty where only the whole source is cited.
    """

    statements: list[str]
    identity: str
    retracted: bool
    passage: str


def assemble(statements: list[tuple[str, str]]) -> Evidence:
    """Evidence from its (predicate, object) pairs: locators move from the claim to a passage that claims share."""
    of_claim = [f"{_TYPE} <{DFG}Claim>"]
    located = []
    source = ""
    for predicate, node in statements:
        if predicate in LOCATORS:
            located.append((predicate, node))
        else:
            of_claim.append(f"<{predicate}> {node}")
            source = node if predicate == SOURCE else source
    passage = ""
    if located and source:
        iri, passage = _passage(source, sorted(located))
        of_claim.append(f"<{PROV}wasQuotedFrom> {iri}")
    identity = sorted(f"{p} {o}" for p, o in statements if p in IDENTIFYING)
    retracted = any(p == WITHDRAWN for p, _ in statements)
    return Evidence(of_claim, "\n".join(identity), retracted, passage)


def _passage(source: str, located: list[tuple[str, str]]) -> tuple[str, str]:
    slugs = [LOCATORS[p] + slug(node.rpartition('"')[0]) for p, node in located]
    whole = source[len(BASE) + 1 : -1].partition("/")[2]
    iri = f"<{BASE}passage/{whole}/{'-'.join(slugs)}>"
    lines = [f"{iri} {_TYPE} <{OA}SpecificResource>", f"{iri} <{OA}hasSource> {source}"]
    lines += [f"{iri} <{p}> {node}" for p, node in located]
    return iri, "".join(f"{line} .\n" for line in lines)


def self_evident(subject: str) -> Evidence:
    """The evidence of a source for itself."""
    return assemble([(SOURCE, subject)])


def about(subject: str) -> str:
    """The statement that ties a claim to the thing it speaks of."""
    return f"<{DFG}about> {subject}"


def frozen(value: Any) -> Any:
    """A hashable copy of nested evidence, to find evidence that was checked before."""
    if isinstance(value, dict):
        return tuple((k, frozen(v)) for k, v in value.items())
    return tuple(map(frozen, value)) if isinstance(value, list) else value


__all__ = ["Evidence", "about", "assemble", "frozen", "self_evident"]
