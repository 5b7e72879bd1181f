"""Parameters into a query, so that no text a person types can change what the query does.

A query writes `VALUES $place { UNDEF }`: sound SPARQL as it stands, which leaves the parameter open. Binding puts terms
in the place of UNDEF, serialised as terms, never as text of the query.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pyoxigraph as ox

from dfgraph.base.errors import QueryError
from dfgraph.base.language import Text

_SLOT = re.compile(r"VALUES\s+[$?](\w+)\s*\{\s*UNDEF\s*\}", re.IGNORECASE)


def bind(text: str, values: Mapping[str, Sequence[ox.NamedNode | ox.Literal]]) -> str:
    r"""`text` with the terms of each parameter in its VALUES; a parameter without terms stays open.

    Raises QueryError where the query has no such parameter.

    >>> bind("VALUES $x { UNDEF }", {"x": [ox.Literal('"} DROP ALL {')]})
    'VALUES $x { "\\"} DROP ALL {" }'
    """
    slots = {match[1] for match in _SLOT.finditer(text)}
    for name in values:
        if name not in slots:
            message = Text("Câu truy vấn không có tham số ${name}.", "The query has no parameter ${name}.")
            raise QueryError(message.fill(name=name))

    def filled(slot: re.Match[str]) -> str:
        terms = values.get(slot[1])
        return f"VALUES ${slot[1]} {{ {' '.join(map(str, terms))} }}" if terms else slot[0]

    # One pass: what one parameter puts in is never looked at for another.
    return _SLOT.sub(filled, text)
