"""The triple store: Oxigraph, in memory or on disk, and its answers in the W3C's formats."""

from dfgraph.base.rdf import Term
from dfgraph.graph.store.oxigraph import GraphStore, change_on_disk, keep_on_disk
from dfgraph.graph.store.solutions import RESULT_FORMATS, Answer

__all__ = ["RESULT_FORMATS", "Answer", "GraphStore", "Term", "change_on_disk", "keep_on_disk"]
