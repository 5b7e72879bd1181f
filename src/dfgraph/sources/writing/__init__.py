"""Facts files as text: records added to them and values changed in them, with every other byte left as it stands."""

from dfgraph.sources.writing.append import append, append_rows
from dfgraph.sources.writing.change import change, replace, set_evidence, set_field
from dfgraph.sources.writing.record_text import record_text

__all__ = ["append", "append_rows", "change", "record_text", "replace", "set_evidence", "set_field"]
