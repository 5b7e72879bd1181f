"""The one object that ties sources, graph and products together."""

from dfgraph.project.project import Project

__all__ = ["Project"]
