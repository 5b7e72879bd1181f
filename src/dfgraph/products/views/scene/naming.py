"""What things are called in a picture: dates as people write them, and a name of its own for each."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from dfgraph.base.language import Text
from dfgraph.products.network.model import Edge, Network, Node, Period, Statement
from dfgraph.products.views.scene.periods import say_period
from dfgraph.products.views.texts import say_date

_DAY: Final = r"\d{4}(?:-\d\d){0,2}"
_DATED: Final = re.compile(rf"(.*)(, | \()({_DAY})(?:–({_DAY}|\.\.))?(\)?)", re.DOTALL)


def named(network: Network) -> Network:
    """The network with the names and values that readers are to see.

    Things of one kind that share a name are told apart by when they were: a province and the one that took its name.
    """
    shared = Counter((node.kind, node.label) for node in network.nodes)
    return replace(
        network,
        nodes=tuple(_node(node, shared[node.kind, node.label] > 1) for node in network.nodes),
        edges=tuple(_edge(edge) for edge in network.edges),
        moments=tuple(replace(moment, label=say_name(moment.label)) for moment in network.moments),
    )


def say_name(name: Text) -> Text:
    """A name that ends in a date, as rules make them, with the date as each language writes it.

    >>> say_name(Text("Quảng Ninh – Irkutsk, 2018-06", "Quang Ninh – Irkutsk, 2018-06"))
    Text(vi='Quảng Ninh – Irkutsk, 6/2018', en='Quang Ninh – Irkutsk, June 2018')
    >>> say_name(Text("Dân số, Huế, 2019-01-01–..", "ISO 3166-2")).vi, say_name(Text("", "ISO 3166-2")).en
    ('Dân số, Huế, từ 1/1/2019', 'ISO 3166-2')
    """
    return Text(_dated(name.vi).vi, _dated(name.en).en)


def _dated(name: str) -> Text:
    found = _DATED.fullmatch(name)
    if not found:
        return Text(name, name)
    before, sign, since, until, after = found.groups()
    when = say_period(Period(None, None, since, until or since))
    return Text(*(f"{before}{sign}{said}{after}" for said in when))


def _node(node: Node, shared: bool) -> Node:
    label = say_name(node.label)
    if shared and node.marks.when:
        when = say_period(node.marks.when[0])
        label = Text(*(f"{name} ({said})" if name else "" for name, said in zip(label, when, strict=True)))
    return replace(node, label=label, statements=_told(node.statements))


def _edge(edge: Edge) -> Edge:
    return replace(edge, via_label=say_name(edge.via_label), statements=_told(edge.statements))


def _told(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return tuple(replace(said, value=_value(said)) for said in statements)


def _value(said: Statement) -> Text:
    if said.period:
        return say_period(said.period)
    if said.value_id:
        return say_name(said.value)
    return say_date(said.value.vi) if re.fullmatch(r"\d{4}-\d\d-\d\d", said.value.vi) else said.value
