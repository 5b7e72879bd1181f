"""What is said: records as written, and as checked claims."""

from dfgraph.sources.facts.book import Book, read_book
from dfgraph.sources.facts.check import check_book
from dfgraph.sources.facts.index import Candidate, Index
from dfgraph.sources.facts.record import Claim, Entry

__all__ = ["Book", "Candidate", "Claim", "Entry", "Index", "check_book", "read_book"]
