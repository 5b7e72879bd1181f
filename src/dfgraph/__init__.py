"""dfgraph: a knowledge-graph builder for the external relations of Vietnam's localities.

Sources become a graph, a graph becomes products. Start with `Project.open(folder)`.
"""

from dfgraph.base.errors import DfgraphError
from dfgraph.base.findings import Finding, Severity
from dfgraph.base.language import Text
from dfgraph.project import Project, new_project

__version__ = "0.1.0"

__all__ = ["DfgraphError", "Finding", "Project", "Severity", "Text", "__version__", "new_project"]
