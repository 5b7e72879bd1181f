"""What each column of the workload means in RDF: all that a script of another tool has to be told.

Written from the ontology's shapes into `mapping.json`: for each kind its class, and for each field its property and the
type of its values: `text` (with a language), `string`, `integer`, `date`, `anyURI`, `time`, `thing` (an id), or the
prefix of a vocabulary (`field/`), to which the value is the rest of the id. `evidence` stands for what is said of a
claim.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dfgraph.sources.schema import Field, Kind, Schema, ValueType, read_ontology

Mapping = dict[str, dict[str, Any]]


def write_mapping(path: Path, ontology: Path, used: dict[str, set[str]]) -> Mapping:
    """Writes the mapping of the fields that are `used` by kind, and gives it."""
    schema = read_ontology(ontology).schema
    kinds = {**schema.kinds, "evidence": schema.evidence}
    mapping = {kind: _of_kind(kinds[kind], fields, schema) for kind, fields in used.items()}
    path.write_text(json.dumps(mapping, indent=1) + "\n", encoding="utf-8")
    return mapping


def _of_kind(kind: Kind, used: set[str], schema: Schema) -> dict[str, Any]:
    columns = {key: [f.path, _type(f, schema)] for key, f in kind.fields.items() if key in used}
    return {"class": kind.iri, "columns": columns}


def _type(field: Field, schema: Schema) -> str:
    if field.type is ValueType.TEXT:
        return "text"
    if field.type is not ValueType.REFERENCE:
        return str(field.type.value)
    is_concept = any(field.range in c.supers for c in schema.concepts)
    return f"{schema.prefixes_of[field.range or ''][0]}/" if is_concept else "thing"
