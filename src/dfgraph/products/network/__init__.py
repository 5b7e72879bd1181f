"""Networks: things and the relations between them, ready to be measured or drawn."""

from dfgraph.products.network.facets import Facets, read_facets
from dfgraph.products.network.model import Edge, Network, Node, NodeKind, Statement
from dfgraph.products.network.projection import entitled, project
from dfgraph.products.network.telling import Telling
from dfgraph.products.network.walking import parameter_to_walk

__all__ = [
    "Edge",
    "Facets",
    "Network",
    "Node",
    "NodeKind",
    "Statement",
    "Telling",
    "entitled",
    "parameter_to_walk",
    "project",
    "read_facets",
]
