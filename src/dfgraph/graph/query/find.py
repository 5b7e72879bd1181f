"""Things by name, as people type names: with or without marks, whole or in part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pyoxigraph as ox

from dfgraph.base.errors import QueryError
from dfgraph.base.language import Text
from dfgraph.base.lookup import Named, NameTable
from dfgraph.base.names import BASE, PROVENANCE, is_id
from dfgraph.base.text import fold, nfc
from dfgraph.graph.store import GraphStore
from dfgraph.graph.store.labels import labels_of

_NAMES = """
SELECT ?thing ?name WHERE {
  { ?thing skos:prefLabel|skos:altLabel|skos:hiddenLabel ?name }
  UNION { SELECT DISTINCT ?thing WHERE { ?claim dfg:about ?thing } }
}
"""
_KNOWN = "ASK {{ {{ <{thing}> ?property ?value }} UNION {{ ?other ?property <{thing}> }} }}"
_RENAMED = f"""
SELECT DISTINCT ?thing WHERE {{{{
  GRAPH <{PROVENANCE}> {{{{ ?claim dfg:formerId "{{id}}" ; dfg:about ?thing }}}}
}}}} ORDER BY ?thing
"""
_ALL = 1_000_000
_CLASSES = "SELECT DISTINCT ?class WHERE {{ ?class rdfs:subClassOf* <{range}> }}"
_OF_CLASS = """
SELECT ?thing ?name WHERE {{
  {{ SELECT DISTINCT ?thing WHERE {{ VALUES ?class {{ {classes} }} ?thing a ?class }} }}
  OPTIONAL {{
    VALUES ?naming {{ skos:prefLabel skos:altLabel skos:hiddenLabel skos:notation }}
    ?thing ?naming ?name
  }}
}}
"""
_TYPES = """
SELECT ?thing ?class WHERE {{ VALUES ?thing {{ {things} }} ?thing a ?class . ?class dfg:key ?key .
  FILTER NOT EXISTS {{ ?class dfg:abstract true }} }}
ORDER BY ?thing ?class
"""


class Found(NamedTuple):
    """One hit: the thing's id, its label, its kind, and the name that matched."""

    id: str
    label: Text
    kind: Text
    name: str


def search(store: GraphStore, text: str, limit: int = 20) -> list[Found]:
    """The things called `text`, best first; an id counts as a name.

    First what is spelled just so, then the same without marks, then a name with a word that starts with it (its marks
    right, then without), then one that contains it.
    """
    wanted, folded = nfc(text).strip(), fold(text)
    if not folded:
        return []
    best: dict[str, tuple[tuple[int, int], int, str, str]] = {}
    for thing, name in _named_things(store):
        answers = rank(name, wanted, folded)
        if answers is not None:
            hit = (answers, len(name), name, thing)
            if thing not in best or hit < best[thing]:
                best[thing] = hit
    hits = sorted(best.values())[:limit]
    iris = [BASE + thing for *_, thing in hits]
    labels, kinds = labels_of(store, iris), _kinds(store, iris)
    return [
        Found(thing, labels.get(BASE + thing, Text("", "")), kinds.get(BASE + thing, Text("", "")), name)
        for _, _, name, thing in hits
    ]


def _named_things(store: GraphStore) -> Iterator[tuple[str, str]]:
    ids: set[str] = set()
    for thing, name in store.query(_NAMES).rows():
        if isinstance(thing, ox.NamedNode) and thing.value.startswith(BASE):
            id_ = thing.value[len(BASE) :]
            if id_ not in ids:
                ids.add(id_)
                yield id_, id_
            if isinstance(name, ox.Literal):
                yield id_, name.value


def rank(name: str, wanted: str, folded: str) -> tuple[int, int] | None:
    """How well `name` answers to what was typed: (kind of match, marks differ); lower is better, None is no match."""
    key = fold(name)
    if folded not in key:
        return None
    marked = wanted.casefold() in nfc(name).casefold()
    if key == folded:
        return 0 if name == wanted else 1, not marked
    starts = key.startswith(folded) or f" {folded}" in key
    return (2 if starts and marked else 3 if key.startswith(folded) else 4 if starts else 5), not marked


def _kinds(store: GraphStore, iris: list[str]) -> dict[str, Text]:
    if not iris:
        return {}
    rows = store.rows(_TYPES.format(things=" ".join(f"<{i}>" for i in iris)))
    kinds = {t.value: c.value for t, c in rows if isinstance(t, ox.NamedNode) and isinstance(c, ox.NamedNode)}
    labels = labels_of(store, kinds.values())
    return {thing: labels.get(kind, Text("", "")) for thing, kind in kinds.items()}


def find_one(store: GraphStore, text: str) -> str:
    """The id of the one thing that `text` names: an id, the end of an id, or a name in any spelling.

    Raises QueryError where nothing or more than one thing is meant, with the candidates.
    """
    if is_id(text):
        if store.query(_KNOWN.format(thing=BASE + text)):
            return text
        if renamed := _now(store, text):
            return renamed
    hits = search(store, text, limit=_ALL)
    exact = [h for h in hits if h.id == text] or [h for h in hits if h.id.partition("/")[2] == text]
    same = exact or [h for h in hits if fold(h.name) == fold(text)]
    spelled = [h for h in same if h.name == nfc(text)] or same
    if len(spelled) == 1:
        return spelled[0].id
    candidates = ", ".join(f"{h.id} ({h.label.vi})" for h in (spelled or hits)[:8])
    if spelled:
        message = Text("«{text}» có thể là nhiều vật.", "“{text}” may be several things.")
        raise QueryError(message.fill(text=text), Text("Hãy chọn: {c}.", "Choose one: {c}.").fill(c=candidates))
    message = Text("Không tìm thấy «{text}».", "There is no “{text}”.").fill(text=text)
    near = Text("Có phải: {c}?", "Did you mean: {c}?").fill(c=candidates) if hits else Text("", "")
    raise QueryError(message, near)


def _now(store: GraphStore, former: str) -> str:
    """The id of the thing that had another one before; empty where none had."""
    things = [t.value for (t,) in store.query(_RENAMED.format(id=former)).rows() if isinstance(t, ox.NamedNode)]
    return things[0].removeprefix(BASE) if things else ""


def names_of_class(store: GraphStore, range_: str) -> dict[str, list[str]]:
    """The things of a class (an IRI) by id, with the names that each goes by."""
    things: dict[str, list[str]] = {}
    classes = " ".join(str(class_) for (class_,) in store.query(_CLASSES.format(range=range_)).rows())
    for thing, name in store.query(_OF_CLASS.format(classes=classes)).rows():
        if isinstance(thing, ox.NamedNode) and thing.value.startswith(BASE):
            names = things.setdefault(thing.value[len(BASE) :], [])
            if isinstance(name, ox.Literal):
                names.append(name.value)
    return things


def find_of_class(store: GraphStore, text: str, range_: str) -> list[str]:
    """The ids of the things of a class (an IRI) that `text` means; several where units follow each other by one name.

    An id, or the end of one, means just that thing; a name means every thing that bears it. Raises QueryError where
    there is none.
    """
    things = names_of_class(store, range_)
    wanted = text.strip()
    by_id = [i for i in things if i == wanted] or [i for i in things if i.partition("/")[2] == wanted]
    if by_id:
        return by_id
    if is_id(wanted) and (now := _now(store, wanted)) in things:
        return [now]
    table = NameTable(Named(i, tuple(names)) for i, names in things.items())
    if found := table.find(wanted):
        return sorted(t.id for t in found)
    hint = ", ".join(table.near(wanted))
    message = Text("Không tìm thấy «{text}» trong {n} {range}.", "There is no “{text}” among {n} {range}.")
    label = labels_of(store, [range_]).get(range_, Text(range_, range_))
    raise QueryError(
        message.fill(text=text, n=len(things), range=label),
        Text("Có phải: {c}?", "Did you mean: {c}?").fill(c=hint) if hint else Text("", ""),
    )
