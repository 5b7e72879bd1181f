"""Views: a network as one page that opens from disk, without a network connection."""

from dfgraph.products.views.index import Entry, Offer, render_index
from dfgraph.products.views.layout import METHOD
from dfgraph.products.views.map_labels import MapLabel, read_map_labels
from dfgraph.products.views.page import render
from dfgraph.products.views.scene import Scene, to_scene
from dfgraph.products.views.sparql import SparqlPart, to_sparql
from dfgraph.products.views.thumbnail import thumbnail

__all__ = [
    "METHOD",
    "Entry",
    "MapLabel",
    "Offer",
    "Scene",
    "SparqlPart",
    "read_map_labels",
    "render",
    "render_index",
    "thumbnail",
    "to_scene",
    "to_sparql",
]
