"""dfgraph: a knowledge-graph builder for the external relations of Vietnam's localities.

Sources become a graph, a graph becomes products. Start with `Project.open(folder)`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dfgraph.base.errors import DfgraphError
    from dfgraph.base.findings import Finding, Severity
    from dfgraph.base.language import Text
    from dfgraph.project.project import Project
    from dfgraph.project.scaffold import new_project

__version__ = "0.1.0"

__all__ = ["DfgraphError", "Finding", "Project", "Severity", "Text", "__version__", "new_project"]

_HOMES = {
    "DfgraphError": "dfgraph.base.errors",
    "Finding": "dfgraph.base.findings",
    "Project": "dfgraph.project.project",
    "Severity": "dfgraph.base.findings",
    "Text": "dfgraph.base.language",
    "new_project": "dfgraph.project.scaffold",
}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first used: the command line starts in the time that its verb needs."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
