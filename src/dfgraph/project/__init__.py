"""The one object that ties sources, graph and products together."""

from dfgraph.project.project import Project
from dfgraph.project.scaffold import new_project

__all__ = ["Project", "new_project"]
