"""Verification: what the graph cites, looked up in the texts of its sources."""

from dfgraph.products.verification.model import Failure, Fault, Skip, Value, Verification
from dfgraph.products.verification.passages import Passages, passages_of
from dfgraph.products.verification.texts import SourceText, read_texts
from dfgraph.products.verification.verify import verify

__all__ = [
    "Failure",
    "Fault",
    "Passages",
    "Skip",
    "SourceText",
    "Value",
    "Verification",
    "passages_of",
    "read_texts",
    "verify",
]
