"""Rows that tell one thing with times of different precision are one row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable
from typing import Final, TypeVar

import pyoxigraph as ox

from dfgraph.base.names import BASE
from dfgraph.graph.store import Term

_TIMES: Final = frozenset(f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("gYear", "gYearMonth", "date"))

_NODE: Final = BASE + "time/"

Terms = tuple[Term | None, ...]
Rest = TypeVar("Rest", bound=Hashable)


def most_precise(rows: dict[tuple[Terms, Rest], list[str]]) -> dict[tuple[Terms, Rest], list[str]]:
    """The rows without those that another row tells more precisely, whose claims support that row too.

    Rows are their terms, the rest of what tells them apart, and the claims behind them. `2016-08` and `2016-08-21`, all
    else alike, are one row of 21 August 2016 with the claims of both; `2016-08-21` and `2016-09` stay two.
    """
    alike: defaultdict[Hashable, list[tuple[Terms, Rest]]] = defaultdict(list)
    for terms, rest in rows:
        if times := [i for i, term in enumerate(terms) if _written(term)]:
            others = tuple(term for i, term in enumerate(terms) if i not in times)
            alike[tuple(times), others, rest].append((terms, rest))
    gone: set[tuple[Terms, Rest]] = set()
    more: defaultdict[tuple[Terms, Rest], list[str]] = defaultdict(list)
    for group in alike.values():
        for key in group if len(group) > 1 else ():
            if finer := [other for other in group if other != key and _within(other[0], key[0])]:
                gone.add(key)
                for other in finer:
                    more[other].extend(rows[key])
    return {key: list(dict.fromkeys([*claims, *more[key]])) for key, claims in rows.items() if key not in gone}


def _written(term: Term | None) -> str:
    """A year, month or day as it is written, told as a value or as a shared node; empty for anything else."""
    if isinstance(term, ox.Literal) and term.datatype.value in _TIMES:
        return term.value
    if isinstance(term, ox.NamedNode) and term.value.startswith(_NODE):
        text = term.value.removeprefix(_NODE)
        return text if re.fullmatch(r"\d{4}(-\d\d){0,2}", text) else ""
    return ""


def _within(one: Terms, other: Terms) -> bool:
    """Whether each time of the one is, or lies within, that of the other."""
    return all(
        a == b or (bool(wide := _written(b)) and _written(a).startswith(f"{wide}-"))
        for a, b in zip(one, other, strict=True)
    )
