"""On what a record rests: its evidence as statements about the claim."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum, auto
from typing import Any, Final, NamedTuple

from dfgraph.base.names import BASE, DFG, OA, PROV, RDF
from dfgraph.base.text import slug

SOURCE: Final = PROV + "hadPrimarySource"
PART_OF_SOURCE: Final = OA + "hasSource"
"""The field by which a record that needs no evidence says of which source it is a part: it rests on that one."""

LOCATORS: Final = {DFG + "paragraph": "", DFG + "page": "page-", DFG + "characters": "c"}
"""The fields that point into a source, and how the id of a passage names each: a paragraph by its bare number."""

_TYPE: Final = f"<{RDF}type>"
_IS_CLAIM: Final = f"{_TYPE} <{DFG}Claim>"
_QUOTED: Final = f"<{PROV}wasQuotedFrom>"


class Evidence(NamedTuple):
    """Checked evidence: statements about the claim, what identifies it, whether it is withdrawn, and its passage.

    `denies` tells that the source says the contrary of what the record says; `passage` are N-Triples about the cited
    place in the source, empty where only the whole source is cited; `unexplained` tells that it is marked as inferred
    without a reason.
    """

    statements: list[str]
    identity: str
    retracted: bool
    denies: bool
    passage: str
    unexplained: bool


class _Role(Enum):
    """What one statement of evidence does."""

    PLAIN = auto()
    IDENTIFIES = auto()
    NAMES_SOURCE = auto()
    LOCATES = auto()
    WITHDRAWS = auto()
    DENIES = auto()
    INFERS = auto()
    EXPLAINS = auto()


_ROLES: Final = {
    SOURCE: _Role.NAMES_SOURCE,
    DFG + "speaker": _Role.IDENTIFIES,
    DFG + "stance": _Role.IDENTIFIES,
    DFG + "inferred": _Role.INFERS,
    DFG + "because": _Role.EXPLAINS,
    DFG + "retracted": _Role.WITHDRAWS,
    **dict.fromkeys(LOCATORS, _Role.LOCATES),
}
"""Who recorded a claim, and when, does not make it another claim: only the fields here do."""


_IDENTIFYING: Final = (_Role.NAMES_SOURCE, _Role.IDENTIFIES, _Role.INFERS, _Role.DENIES)


class Assembler:
    """Makes evidence of the statements of its fields; remembers each statement, for most come again and again.

    `denials` are the ids of the terms by which evidence denies what its record says.
    """

    def __init__(self, denials: Collection[str] = ()) -> None:
        self._known: dict[str, tuple[_Role, str]] = {}
        self._denials = {f"<{BASE}{id_}>" for id_ in denials}

    def assemble(self, statements: list[str]) -> Evidence:
        """Evidence from `predicate object` pairs: locators move from the claim to a passage that claims share."""
        of_claim = [_IS_CLAIM]
        located: list[str] = []
        identity: list[str] = []
        source = ""
        roles = set()
        for statement in statements:
            role, node = self._known.get(statement) or self._learn(statement)
            roles.add(role)
            if role is _Role.LOCATES:
                located.append(statement)
                identity.append(statement)
                continue
            of_claim.append(statement)
            if role in _IDENTIFYING:
                identity.append(statement)
                source = node if role is _Role.NAMES_SOURCE else source
        passage = ""
        if located and source:
            iri, passage = self._passage(source, sorted(located))
            of_claim.append(f"{_QUOTED} {iri}")
        identity.sort()
        return Evidence(
            statements=of_claim,
            identity="\n".join(identity),
            retracted=_Role.WITHDRAWS in roles,
            denies=_Role.DENIES in roles,
            passage=passage,
            unexplained=_Role.INFERS in roles and _Role.EXPLAINS not in roles,
        )

    def _learn(self, statement: str) -> tuple[_Role, str]:
        end = statement.index(">")
        predicate, node = statement[1:end], statement[end + 2 :]
        role = _ROLES.get(predicate, _Role.PLAIN)
        if role is _Role.INFERS and not node.startswith('"true"'):
            role = _Role.PLAIN
        if node in self._denials:
            role = _Role.DENIES
        known = self._known[statement] = (role, node)
        return known

    def _passage(self, source: str, located: list[str]) -> tuple[str, str]:
        slugs = []
        for statement in located:
            predicate, node = statement[1 : statement.index(">")], self._known[statement][1]
            slugs.append(LOCATORS[predicate] + slug(node.rpartition('"')[0]))
        whole = source[len(BASE) + 1 : -1].partition("/")[2]
        iri = f"<{BASE}passage/{whole}--{'-'.join(slugs)}>"
        facts = "".join(f"{iri} {statement} .\n" for statement in located)
        return iri, f"{iri} {_TYPE} <{DFG}Passage> .\n{iri} <{OA}hasSource> {source} .\n{facts}"


def about(subject: str) -> str:
    """The statement that ties a claim to the thing it speaks of."""
    return f"<{DFG}about> {subject}"


def disputes(subject: str) -> str:
    """The statement that ties a claim to the thing of which it denies something.

    Another tie than `about`: what asks for the claims about a thing never takes a denial for support.
    """
    return f"<{DFG}disputes> {subject}"


def frozen(value: dict[str, Any]) -> Any:
    """A hashable copy of written evidence, to find evidence that was checked before."""
    key = tuple(value.items())
    try:
        hash(key)
    except TypeError:
        return _frozen(value)
    return key


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple((k, _frozen(v)) for k, v in value.items())
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
