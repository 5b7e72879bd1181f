"""Networks as files for Gephi, yEd, Cytoscape and the like."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any, Final

import networkx as nx

from dfgraph.products.network import Network

_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f￾￿]")


def to_networkx(network: Network) -> nx.MultiDiGraph[str]:
    """The network as networkx has it: parallel edges kept, every attribute a plain text.

    Nodes have `label`, `label_vi`, `label_en` and `kind`; edges have `label`, `relation`, `via` and `sources`.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=network.title.en)
    kinds = {kind.id: kind.label.en for kind in network.kinds}
    for node in network.nodes:
        graph.add_node(
            node.id,
            label=_fit(node.label.vi),
            label_vi=_fit(node.label.vi),
            label_en=_fit(node.label.en),
            kind=_fit(kinds.get(node.kind, node.kind)),
        )
    for number, edge in enumerate(network.edges):
        graph.add_edge(
            edge.source,
            edge.target,
            key=number,
            id=str(number),
            label=_fit(edge.label.vi),
            label_en=_fit(edge.label.en),
            relation=edge.relation,
            via=edge.via or "",
            sources=" ".join(dict.fromkeys(c.source for c in edge.citations if c.source)),
        )
    return graph


def _fit(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold."""
    return _UNFIT.sub("", text)


def to_graphml(network: Network) -> bytes:
    """GraphML."""
    return _written(
        network, lambda graph, file: nx.write_graphml_lxml(graph, file, prettyprint=True, named_key_ids=True)
    )


def to_gexf(network: Network) -> bytes:
    """GEXF 1.2, without the date of today that the writer would put in."""
    made = _written(network, lambda graph, file: nx.write_gexf(graph, file, prettyprint=True))
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", made)


def _written(network: Network, write: Callable[[Any, Any], None]) -> bytes:
    file = io.BytesIO()
    write(to_networkx(network), file)
    return file.getvalue()
