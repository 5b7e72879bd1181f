"""Every format of export: the right content, the same bytes for the same graph."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph

from dfgraph import Project
from dfgraph.products.exports import FORMATS
from dfgraph.products.exports.sheet_files import COLUMNS
from worlds import World, copy_project

RDF = {"ttl": "turtle", "rdfxml": "xml"}
DATASETS = {"nq": "nquads", "trig": "trig", "jsonld": "json-ld"}


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The shipped project, built a second time in another folder."""
    project = Project.open(copy_project(tmp_path_factory.mktemp("again")))
    project.build()
    return project


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_facts_give_the_same_bytes(shipped: Project, again: Project, name: str) -> None:
    """Nothing of the folder, the hour or the order in which a store keeps its quads comes through."""
    assert shipped.exported(name) == again.exported(name)


@pytest.mark.parametrize("name", RDF)
def test_files_without_graphs_hold_all_that_holds(shipped: Project, name: str) -> None:
    """rdflib reads as many triples as the default graph has."""
    answer = shipped.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows()
    (count,) = next(answer)
    assert isinstance(count, ox.Literal)
    assert len(Graph().parse(data=shipped.exported(name), format=RDF[name])) == int(count.value)


@pytest.mark.parametrize("name", DATASETS)
def test_files_with_graphs_hold_every_claim(shipped: Project, name: str) -> None:
    """rdflib reads as many quads as the store has, in as many graphs."""
    read = Dataset()
    read.parse(data=shipped.exported(name).decode(), format=DATASETS[name])
    assert sum(1 for _ in read.quads()) == len(shipped.store)
    graphs = {str(g.identifier) for g in read.graphs()} - {"urn:x-rdflib:default"}
    assert graphs == set(shipped.store.graphs())


def test_n_quads_are_sorted_lines(shipped: Project) -> None:
    """One quad a line, in order: a file for version control."""
    lines = shipped.exported("nq").splitlines()
    assert lines == sorted(lines)
    assert len(lines) == len(shipped.store)


def test_graph_formats_keep_every_edge(shipped: Project) -> None:
    """GraphML and GEXF read back by networkx have the nodes and edges of the network, parallel edges apart."""
    network = shipped.network("everything")
    for name, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        graph = read(io.BytesIO(shipped.exported(name)))
        assert graph.is_multigraph()
        assert graph.number_of_nodes() == len(network.nodes)
        assert graph.number_of_edges() == len(network.edges)
        assert graph.nodes["province/quang-ninh"]["label_vi"] == "Quảng Ninh"
        assert graph.nodes["province/quang-ninh"]["label_en"] == "Quang Ninh"


def test_the_sheet_names_the_source_of_every_statement(shipped: Project) -> None:
    """One row a statement; Excel's mark in front; people read labels, programs ids."""
    content = shipped.exported("csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert all(row["source"] and row["claim"] for row in rows)
    ties = [r for r in rows if r["value"] == "locality/kr-jeju" and r["property"] == "dfg:place"]
    (tie,) = (r for r in ties if r["source"] == "source/doi-ngoai-dia-phuong-2019")
    assert (tie["place"], tie["open_list"]) == ("¶ 20", "x")
    assert (tie["property_vi"], tie["value_vi"], tie["value_en"]) == ("Địa bàn", "Jeju", "Jeju")


def test_a_cell_that_would_run_as_a_formula_is_made_harmless(world: World) -> None:
    """A label that starts with `=` gets an apostrophe; a negative number stays a number."""
    project = world(
        {
            "data/people.yaml": "- {kind: person, id: person/an, label: {vi: '=1+1', en: '-5'},"
            " evidence: {source: source/so-xa}}\n"
        }
    )
    assert project.build().sound
    rows = csv.reader(io.StringIO(project.exported("csv").decode("utf-8-sig"), newline=""))
    values = {row[6] for row in rows if row[0] == "person/an" and row[3] == "skos:prefLabel"}
    assert values == {"'=1+1", "-5"}


def test_json_ld_is_json(shipped: Project) -> None:
    """Any JSON parser reads it."""
    assert json.loads(shipped.exported("jsonld"))


def test_writing_all_formats_names_the_files(shipped: Project, tmp_path: Path) -> None:
    """`export` writes each format into `output/export`, or one to a path of choice."""
    written = shipped.export(["ttl", "csv"])
    assert [p.relative_to(shipped.places.output).as_posix() for p in written] == [
        "export/dfgraph.ttl",
        "export/dfgraph.csv",
    ]
    (single,) = shipped.export(["nq"], path=tmp_path / "x" / "all.nq")
    assert single.read_bytes() == shipped.exported("nq")
