"""IRIs, and the short names by which people call them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

BASE: Final = "https://w3id.org/dfgraph/id/"
"""Everything that has an id has the IRI `BASE + id`."""

DFG: Final = "https://w3id.org/dfgraph/ns#"
"""The namespace of the ontology's own terms, and of the annotations that the program reads."""

PROVENANCE: Final = BASE + "graph/provenance"
DERIVED: Final = BASE + "graph/derived"
ONTOLOGY: Final = BASE + "graph/ontology"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
SH: Final = "http://www.w3.org/ns/shacl#"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
DCTERMS: Final = "http://purl.org/dc/terms/"

_ID = re.compile(r"[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)+")


def is_id(text: str) -> bool:
    """Whether `text` has the form of an id: `prefix/slug`, lower-case ASCII.

    >>> is_id("province/da-nang-2025"), is_id("Đà Nẵng"), is_id("province/")
    (True, False, False)
    """
    return _ID.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Names:
    """Prefixes, and with them the short form of any IRI."""

    prefixes: Mapping[str, str]

    def compact(self, iri: str) -> str:
        """The id of a thing, the prefixed name of a term, or the IRI itself.

        >>> Names({"dfg": DFG}).compact(BASE + "province/hue"), Names({"dfg": DFG}).compact(DFG + "signed")
        ('province/hue', 'dfg:signed')
        """
        if iri.startswith(BASE):
            return iri[len(BASE) :]
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace) and iri != namespace and "/" not in iri[len(namespace) :]:
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri

    def expand(self, name: str) -> str:
        """The IRI of an id, of a prefixed name, or of an IRI written out.

        >>> Names({"dfg": DFG}).expand("province/hue") == BASE + "province/hue"
        True
        """
        prefix, colon, local = name.partition(":")
        if colon and prefix in self.prefixes:
            return self.prefixes[prefix] + local
        return name if colon else BASE + name
