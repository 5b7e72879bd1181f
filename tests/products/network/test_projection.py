"""From a query of the ontology to nodes and edges with citations."""

from __future__ import annotations

import pytest

from dfgraph import DfgraphError, Project
from dfgraph.base.query_files import QueryFile
from dfgraph.products.network import project


def test_partners_are_edges_with_their_source(shipped: Project) -> None:
    """Quảng Ninh has eight partners, each tie a partnership that cites its paragraph."""
    network = shipped.network("partners")
    edges = [e for e in network.edges if "province/quang-ninh" in (e.source, e.target)]
    cited = {e.via: {(c.source, c.paragraph) for s in e.statements for c in s.citations} for e in edges}
    assert all(cited.values())
    told = {via for via, places in cited.items() if ("source/doi-ngoai-dia-phuong-2019", 20) in places}
    assert len(told) == 8
    assert all(via is not None and via.startswith("partnership/") for via in told)


def test_a_network_takes_parameters(shipped: Project) -> None:
    """One thing and what it is tied to, named as a person would."""
    network = shipped.network("around", {"thing": "Yên Bái"})
    ids = {node.id for node in network.nodes}
    assert {"province/yen-bai", "locality/fr-val-de-marne"} <= ids or "partnership/fr-val-de-marne--yen-bai" in ids


def test_nodes_have_both_labels_and_a_kind_with_a_colour(shipped: Project) -> None:
    """Every node of the whole has a kind that the legend can show."""
    network = shipped.network("everything")
    kinds = {kind.id: kind for kind in network.kinds}
    for node in network.nodes:
        assert node.label.vi, node.id
        assert node.label.en, node.id
        assert kinds[node.kind].colour.startswith("#")


def test_an_unknown_network_or_parameter_is_told(shipped: Project) -> None:
    """One line, with what there is."""
    with pytest.raises(DfgraphError, match=r"There is no network “partner”\. The networks are partners"):
        shipped.network("partner")
    with pytest.raises(DfgraphError, match=r"There is no parameter thingy\. The parameters are thing"):
        shipped.network("around", {"thing": "hue", "thingy": "x"})


def test_a_query_without_ends_is_no_network(shipped: Project) -> None:
    """A network must select ?from and ?to."""
    query = QueryFile("odd", shipped.places.root / "odd.rq", {}, "SELECT ?a WHERE { ?a a dfg:Province }")
    with pytest.raises(DfgraphError, match=r"The network odd must select \?from and \?to"):
        project(shipped.store, query, shipped.names)
    with pytest.raises(DfgraphError, match="The ontology has no network"):
        project(shipped.store, None, shipped.names)
