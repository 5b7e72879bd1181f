"""A graph kept up to date: what a few changed records alter, told without building the whole from nothing."""

from dfgraph.graph.update.known_facts import KnownFacts
from dfgraph.graph.update.overlay import Overlay, Unfit
from dfgraph.graph.update.remembered import Remembered, remembered
from dfgraph.graph.update.updating import Update, Updating

__all__ = ["KnownFacts", "Overlay", "Remembered", "Unfit", "Update", "Updating", "remembered"]
