"""Views: a network as one page that opens from disk, without a network connection."""

from dfgraph.products.views.page import render
from dfgraph.products.views.scene import Scene, to_scene

__all__ = ["Scene", "render", "to_scene"]
