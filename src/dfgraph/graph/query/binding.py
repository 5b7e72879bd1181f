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


def bind(text: str, values: Mapping[str, Sequence[ox.NamedNode | ox.Literal]]) -> str:
    r"""`text` with the terms of each parameter in its VALUES; a parameter without terms stays open.

    Raises QueryError where the query has no such parameter.

    >>> bind("VALUES $x { UNDEF }", {"x": [ox.Literal('"} DROP ALL {')]})
    'VALUES $x { "\\"} DROP ALL {" }'
    """
    for name, terms in values.items():
        slot = re.compile(rf"VALUES\s+[$?]{re.escape(name)}\s*\{{\s*UNDEF\s*\}}", re.IGNORECASE)
        if not slot.search(text):
            message = Text("Câu truy vấn không có tham số ${name}.", "The query has no parameter ${name}.")
            raise QueryError(message.fill(name=name))
        if terms:
            filled = f"VALUES ${name} {{ {' '.join(str(t) for t in terms)} }}"
            text = slot.sub(lambda _, filled=filled: filled, text)  # type: ignore[misc]
    return text
