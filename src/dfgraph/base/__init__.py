"""The ground: RDF syntax, files, time, Vietnamese text. Knows no ontology and no project."""
