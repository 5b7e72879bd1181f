"""Answers of a query, in the formats that the W3C gives them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from dfgraph.base.errors import QueryError
from dfgraph.base.language import Text
from dfgraph.base.rdf import SYNTAXES, Term

RESULT_FORMATS: Final = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}


class Answer:
    """What a query gave: rows (SELECT), yes or no (ASK), or triples (CONSTRUCT, DESCRIBE). Read it once."""

    def __init__(self, results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> None:
        self._results = results

    @property
    def form(self) -> str:
        """`rows`, `boolean` or `triples`."""
        if isinstance(self._results, ox.QuerySolutions):
            return "rows"
        return "boolean" if isinstance(self._results, ox.QueryBoolean) else "triples"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns; empty unless the form is `rows`."""
        if not isinstance(self._results, ox.QuerySolutions):
            return ()
        return tuple(v.value for v in self._results.variables)

    def rows(self) -> Iterator[tuple[Term | None, ...]]:
        """The rows; None where a variable is not bound."""
        if isinstance(self._results, ox.QuerySolutions):
            width = range(len(self._results.variables))
            for solution in self._results:
                yield tuple(solution[i] for i in width)

    def triples(self) -> Iterator[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE."""
        if isinstance(self._results, ox.QueryTriples):
            yield from self._results

    def __bool__(self) -> bool:
        """The answer of an ASK."""
        return bool(self._results) if isinstance(self._results, ox.QueryBoolean) else True

    def serialize(self, format_: str) -> bytes:
        """The answer as bytes of a result format (rows, boolean) or an RDF syntax (triples).

        Raises QueryError where the form of the query cannot be written so, with the formats that can.
        """
        results = self._results
        if isinstance(results, ox.QueryTriples):
            syntax = SYNTAXES.get("ttl" if format_ == "turtle" else format_)
            if syntax is None:
                raise _unfit(format_, "turtle, nt, jsonld, rdfxml")
            return results.serialize(format=syntax.format) or b""
        if format_ not in RESULT_FORMATS:
            raise _unfit(format_, ", ".join(("table", "markdown", *RESULT_FORMATS)))
        return results.serialize(format=RESULT_FORMATS[format_]) or b""


def _unfit(format_: str, fitting: str) -> QueryError:
    return QueryError(
        Text("Kết quả này không viết được dạng {f}.", "This result cannot be written as {f}.").fill(f=format_),
        Text("Hãy dùng: {fits}.", "Use one of: {fits}.").fill(fits=fitting),
    )
