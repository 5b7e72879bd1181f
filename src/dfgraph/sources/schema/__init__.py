"""What may be said: kinds and fields, read from the ontology."""

from dfgraph.sources.schema.model import Field, Kind, Schema, ValueType
from dfgraph.sources.schema.shapes import Ontology, read_ontology

__all__ = ["Field", "Kind", "Ontology", "Schema", "ValueType", "read_ontology"]
