"""On which facts a result of a rule or a check hangs, as the head of its file says.

`focus` names a variable of the result, and for each way that leads from its thing to others which properties of those
are read there:

    focus:
      partnership:
        itself: [rdf:type, dfg:place, skos:prefLabel]
        dfg:place: [skos:prefLabel]

So what a changed fact may alter is found by going each way back from it, and what must be known to tell the new result
by going it ahead. A file that says nothing of this, or not enough, can only be run on the whole graph.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from dfgraph.base.errors import OntologyError
from dfgraph.base.language import Text
from dfgraph.base.names import DFG, OA, ONTOLOGY, PROV, RDF, Names
from dfgraph.base.query_files import QueryFile
from dfgraph.graph.build.paths import ITSELF, Way, parse_path
from dfgraph.sources.facts.evidence import LOCATORS
from dfgraph.sources.schema import Schema

ANY: Final = "*"
"""Stands for all properties of a thing."""

_OWN: Final = (
    *(RDF + "type", RDF + "value", OA + "hasSource", PROV + "wasQuotedFrom"),
    *(DFG + name for name in ("about", "disputes", "earliest", "latest")),
    *LOCATORS,
)
_TOKEN = re.compile(
    r"""#[^\n]*|"{3}.*?"{3}|'{3}.*?'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'"""
    r"""|<[^<>"{}|^`\\\s]*>|[?$]\w+|[\w-]*:(?:[\w.-]*[\w-])?|\w+|[{}().;,]|[^\s\w]""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A way from the thing of a result, and the properties that are read where it leads to; `ANY` is all."""

    way: Way
    properties: frozenset[str]

    def reads(self, property_: str) -> bool:
        """Whether a property is read there."""
        return property_ in self.properties or ANY in self.properties

    @property
    def elsewhere(self) -> bool:
        """Whether other things are read than that of the result."""
        return self.way is not ITSELF


@dataclass(frozen=True, slots=True)
class Focus:
    """What the results of one file hang on, by variable; `gives` are the properties that a rule gives to each.

    `named` tells that what stands in the graphs of claims is read too.
    """

    readings: Mapping[str, tuple[Reading, ...]]
    gives: Mapping[str, frozenset[str]]
    named: bool

    def all_readings(self) -> Iterator[Reading]:
        """The readings of all variables."""
        for readings in self.readings.values():
            yield from readings

    @property
    def heads(self) -> frozenset[str]:
        """All properties that are given."""
        return frozenset().union(*self.gives.values())


def changeable(schema: Schema, files: Iterable[QueryFile], names: Names) -> frozenset[str]:
    """The properties whose values facts and rules can change; all others are the ontology's."""
    kinds = [*schema.kinds.values(), schema.evidence]
    fields = {field.path for kind in kinds for field in kind.fields.values()}
    given = [iris for file in files for iris in _template(_words(file, names)).values()]
    return frozenset(fields.union(_OWN, *given))


def focus_of(file: QueryFile, names: Names, changing: Collection[str]) -> Focus | None:
    """What the head of a file says, None where it says nothing, or not all. Raises OntologyError where it is unclear.

    `changing` are the properties that can change: each one that the text names must be told.
    """
    if "focus" not in file.header or untold(file, names, changing):
        return None
    words = _words(file, names)
    gives = {name: frozenset(iris) for name, iris in _given(words).items()}
    return Focus(_told(file, names), gives, "?" in _graphs(words))


def untold(file: QueryFile, names: Names, changing: Collection[str]) -> list[str]:
    """What the text of a file reads or gives and its head does not tell: properties, variables, graphs."""
    told = _told(file, names)
    known = {property_ for readings in told.values() for reading in readings for property_ in reading.properties}
    words = _words(file, names)
    body = words[words.index("}") if _is_rule(words) else 0 :]
    missing = [word for word in body if word in changing and word not in known]
    if _asks_any(body) and ANY not in known:
        missing.append(ANY)
    missing += sorted("?" + name for name in set(_given(words)) ^ set(told))
    missing += sorted(set(_graphs(words)) - {ONTOLOGY, "?"})
    return list(dict.fromkeys(missing))


def _told(file: QueryFile, names: Names) -> dict[str, tuple[Reading, ...]]:
    try:
        return {str(name): tuple(_readings(ways, names)) for name, ways in (file.header.get("focus") or {}).items()}
    except (AttributeError, TypeError, ValueError) as error:
        message = Text("{path}: không hiểu «focus»: {why}.", "{path}: cannot read its `focus`: {why}.")
        raise OntologyError(message.fill(path=file.path, why=error)) from error


def _is_rule(words: list[str]) -> bool:
    return "CONSTRUCT" in map(str.upper, words)


def _given(words: list[str]) -> dict[str, set[str]]:
    """Which properties a rule gives to which variable; the rows of a check are about its `subject`."""
    return _template(words) if _is_rule(words) else {"subject": set()}


def _readings(ways: Mapping[str, Any], names: Names) -> Iterator[Reading]:
    for way, properties in ways.items():
        listed = properties if isinstance(properties, list) else [properties]
        iris = frozenset(ANY if name == ANY else names.expand(str(name)) for name in listed)
        yield Reading(parse_path(str(way), names.expand), iris)


def _words(file: QueryFile, names: Names) -> list[str]:
    """The words of a query, without comments; IRIs in full, strings as quotes, variables with `?`."""
    prefixes = dict(names.prefixes)
    words: list[str] = []
    for word in _TOKEN.findall(file.text):
        if word.startswith("#"):
            continue
        if word[0] in "\"'":
            words.append('"')
        elif word[0] == "<" and word[-1] == ">" and len(word) > 1:
            if len(words) > 1 and words[-2].upper() == "PREFIX":
                prefixes[words[-1][:-1]] = word[1:-1]
                del words[-2:]
            else:
                words.append(word[1:-1])
        elif word == "a":
            words.append(RDF + "type")
        elif ":" in word and not (words and words[-1].upper() == "PREFIX"):
            prefix, _, local = word.partition(":")
            words.append(prefixes.get(prefix, word) + local)
        else:
            words.append("?" + word[1:] if word[0] == "$" else word)
    return words


def _template(words: list[str]) -> dict[str, set[str]]:
    """Which properties a CONSTRUCT gives to which variable; empty where it is none, or not a plain list of triples."""
    upper = [word.upper() for word in words]
    if "CONSTRUCT" not in upper:
        return {}
    start = upper.index("CONSTRUCT") + 2
    inside = words[start : words.index("}", start)]
    gives: dict[str, set[str]] = {}
    while inside:
        triple, dot, inside = inside[:3], inside[3:4], inside[4:]
        if len(triple) < 3 or triple[0][0] != "?" or triple[1][0] == "?" or dot not in ([], ["."]):
            return {}
        gives.setdefault(triple[0][1:], set()).add(triple[1])
    return gives


def _graphs(words: list[str]) -> Iterator[str]:
    """The graphs that are read beside the default graph, `?` for a variable one."""
    for word, following in pairwise(words):
        if word.upper() in ("GRAPH", "SERVICE", "FROM"):
            yield ("?" if following.startswith("?") else following) if word.upper() == "GRAPH" else word


def _asks_any(words: list[str]) -> bool:
    """Whether some property is a variable."""
    pattern = list(_without_selections(words))
    for before, one, two, three in zip(pattern, pattern[1:], pattern[2:], pattern[3:], strict=False):
        if before == ";" and one.startswith("?"):
            return True
        is_triple = one.startswith("?") and two.startswith("?") and (three[0] in '?"' or ":" in three)
        if before in "{}.)" and is_triple:
            return True
    return False


def _without_selections(words: Iterable[str]) -> Iterator[str]:
    """What stands between SELECT and WHERE lists variables, and is no pattern."""
    selecting = False
    for word in words:
        selecting = word.upper() == "SELECT" or (selecting and word != "{")
        if not selecting:
            yield word
