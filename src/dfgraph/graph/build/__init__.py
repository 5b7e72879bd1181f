"""Facts to graph: the steps of a build, from reading to a graph kept on disk."""

from dfgraph.graph.build.pipeline import BuildReport, build, prepare

__all__ = ["BuildReport", "build", "prepare"]
