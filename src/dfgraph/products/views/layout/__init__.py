"""Where each node stands: the same graph gives the same picture, and what did not change does not move."""

from dfgraph.products.views.layout.placing import METHOD, STRESS_LIMIT, enough, place
from dfgraph.products.views.layout.settling import Box, Spot

__all__ = ["METHOD", "STRESS_LIMIT", "Box", "Spot", "enough", "place"]
