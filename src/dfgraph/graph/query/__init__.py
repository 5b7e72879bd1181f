"""Questions put to the graph: named ones, free ones, by name, and one thing with all that is said of it."""

from dfgraph.graph.query.binding import bind
from dfgraph.graph.query.catalog import Catalog, NamedQuery, Parameter, parameters_of, read_catalog, read_question
from dfgraph.graph.query.cells import Cell, Several
from dfgraph.graph.query.citations import Citation, citations_of
from dfgraph.graph.query.complete import completions
from dfgraph.graph.query.describe import Description, Statement, describe, describe_all
from dfgraph.graph.query.find import Found, find_of_class, find_one, search
from dfgraph.graph.query.run import Column, Row, Table, ask, tabulate, terms_of

__all__ = [
    "Catalog",
    "Cell",
    "Citation",
    "Column",
    "Description",
    "Found",
    "NamedQuery",
    "Parameter",
    "Row",
    "Several",
    "Statement",
    "Table",
    "ask",
    "bind",
    "citations_of",
    "completions",
    "describe",
    "describe_all",
    "find_of_class",
    "find_one",
    "parameters_of",
    "read_catalog",
    "read_question",
    "search",
    "tabulate",
    "terms_of",
]
