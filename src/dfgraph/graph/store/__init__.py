"""The triple store: Oxigraph, in memory or on disk, and its answers in the W3C's formats."""

from dfgraph.graph.store.oxigraph import GraphStore
from dfgraph.graph.store.solutions import RESULT_FORMATS, Answer, Term

__all__ = ["RESULT_FORMATS", "Answer", "GraphStore", "Term"]
