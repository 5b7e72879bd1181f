"""What a change of one thing means to the records that speak of it by name, or hang on its dates."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

import pyoxigraph as ox

from dfgraph.base.names import BASE, PROV
from dfgraph.base.text import nfc
from dfgraph.graph.update.known_index import KnownIndex
from dfgraph.graph.update.overlay import CLAIM, PROVENANCE_GRAPH, Overlay, Unfit, is_claim
from dfgraph.graph.update.remembered import Remembered
from dfgraph.sources.facts import Claim
from dfgraph.sources.facts.index import FORMER_ID, dating

_QUOTED: Final = ox.NamedNode(PROV + "wasQuotedFrom")
_SOURCE: Final = ox.NamedNode(PROV + "hadPrimarySource")
_FORMER: Final = f"<{FORMER_ID}> "


class Bearing(NamedTuple):
    """What others take from a thing: its classes, none where there is no such thing, its names, its dates."""

    kind: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    existence: frozenset[tuple[str, str]] = frozenset()
    dates: frozenset[str] = frozenset()


def bearing(index: KnownIndex, id_: str) -> Bearing:
    """What others take from a thing, by all that claims say of it."""
    kind = index.kind_of(id_)
    if kind is None:
        return Bearing()
    told = index.told(id_).values()
    spans = [("since", slug) for one in told for slug in one.since]
    spans += [("until", slug) for one in told for slug in one.until]
    dates = (slug for one in told for field in dating(kind) for slug in one.times.get(field.path, ()))
    names = frozenset(nfc(name) for one in told for name in one.names)
    return Bearing(kind.supers, names, frozenset(spans), frozenset(dates))


class Change(NamedTuple):
    """What others took from a thing before a change, and what they take after it."""

    id: str
    before: Bearing
    after: Bearing

    def names(self) -> frozenset[str]:
        """The names by which a reference may now mean another thing than before."""
        before, after = self.before, self.after
        all_names = before.names | after.names
        if bool(before.kind) != bool(after.kind):
            return all_names | {self.id.partition("/")[2]}
        return before.names ^ after.names if before.existence == after.existence else all_names


def former_ids(claims: Iterable[Claim]) -> set[tuple[str, str]]:
    """The things that some claims speak of, each with an id that it had before."""
    told = ((claim.subject, said) for claim in claims for said in claim.evidence if said.startswith(_FORMER))
    return {(subject, said.removeprefix(_FORMER)[1:-1]) for subject, said in told}


def refuse_bearing(change: Change, graph: Overlay, known: Remembered, marks: Collection[str]) -> None:
    """Raises Unfit where the change of a thing may alter what records that did not change say.

    `marks` are those of the claims that leave or come.
    """
    id_, before, after = change
    node = ox.NamedNode(BASE + id_)
    if before.kind and after.kind and before.kind != after.kind:
        raise Unfit(f"{id_} has become of another kind")
    if known.refers(change.names(), (before.kind or after.kind)):
        raise Unfit(f"records refer to something by a name of {id_}")
    if not before.kind and known.refers((id_,)):
        raise Unfit(f"records refer to something as {id_}")
    if not after.kind and any(_refers(quad) for quad in graph.quads(None, None, node, None)):
        raise Unfit(f"{id_} is gone, and is spoken of")
    if known.by_day and before.kind and before.dates != after.dates:
        citing = graph.quads(None, _SOURCE, node, PROVENANCE_GRAPH)
        if any(str(quad.subject)[1:-1].removeprefix(CLAIM) not in marks for quad in citing):
            raise Unfit(f"{id_} dates what it says of others")


def _refers(quad: ox.Quad) -> bool:
    """Whether a record speaks of the thing that this quad ends in; a passage is quoted without being spoken of."""
    return is_claim(quad.graph_name) or (is_claim(quad.subject) and quad.predicate != _QUOTED)
