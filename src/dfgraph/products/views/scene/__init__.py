"""A scene: what to draw and what to tell of a network, as plain data that a page reads."""

from dfgraph.products.views.scene.drawing import SHAPES, to_scene
from dfgraph.products.views.scene.model import Scene, Words

__all__ = ["SHAPES", "Scene", "Words", "to_scene"]
