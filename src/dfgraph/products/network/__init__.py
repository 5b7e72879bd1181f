"""Networks: things and the relations between them, ready to be measured or drawn."""

from dfgraph.products.network.model import Edge, Network, Node, NodeKind, Statement
from dfgraph.products.network.projection import project

__all__ = ["Edge", "Network", "Node", "NodeKind", "Statement", "project"]
