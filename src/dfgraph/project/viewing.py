"""Pages of networks: one, or all that need no choice, with the page that leads to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from dfgraph.base.errors import ExportError, QueryError
from dfgraph.base.files import write_file
from dfgraph.base.language import Language, Text
from dfgraph.base.names import BASE, Names
from dfgraph.base.query_files import QueryFile, read_query_files
from dfgraph.graph.query import Catalog, Parameter, find_one, parameters_of, terms_of
from dfgraph.graph.store import GraphStore
from dfgraph.products.network import Telling, entitled, parameter_to_walk, project, read_facets
from dfgraph.products.views import (
    METHOD,
    Entry,
    MapLabel,
    Offer,
    Scene,
    SparqlPart,
    read_map_labels,
    render,
    render_index,
    thumbnail,
    to_scene,
    to_sparql,
)
from dfgraph.project.positions import read_positions, write_positions
from dfgraph.project.settings import Places

Bound = Mapping[str, Sequence[ox.NamedNode | ox.Literal]]


@dataclass(frozen=True, slots=True)
class PageOptions:
    """How pages are made: the first language, whether they answer SPARQL, and the labels of their maps.

    `labels` is a CSV file, "none", or empty for the project's own.
    """

    language: Language
    sparql: bool = True
    labels: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which page: a network or a thing by name (the first network where none is said), and how far to go from it."""

    name: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    hops: int | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A page that was written: its name and title, its file, and how many nodes and edges it shows."""

    name: str
    title: Text
    path: Path
    nodes: int
    edges: int


@dataclass(frozen=True)
class Viewing:
    """What pages are made of; what is said of a thing is asked for once for all of them."""

    places: Places
    store: GraphStore
    names: Names
    networks: Mapping[str, QueryFile]
    catalog: Callable[[], Catalog]
    options: PageOptions

    def one(self, wish: Wish, path: Path | None) -> Made:
        """Writes one page. Raises QueryError where the wish cannot be met."""
        query, bound = self._meant(wish)
        return self._write(query, bound, 1 if wish.hops is None else wish.hops, path)[0]

    def all(self) -> tuple[Path, list[Made]]:
        """Writes the pages of all networks that need no parameter, and the page that leads to them; that page first."""
        made, entries, offers = [], [], []
        for query in self.networks.values():
            if any(parameter.required for parameter in parameters_of(query.header)):
                offers.append(self._offer(query))
                continue
            page, scene = self._write(query, {}, 1, None)
            made.append(page)
            if not page.nodes:
                continue  # a page that shows nothing is no page to lead to
            size = page.path.stat().st_size
            about = query.phrase("about")
            entries.append(Entry(page.title, about, page.path.name, page.nodes, page.edges, size, thumbnail(scene)))
        index = self.places.output / "index.html"
        write_file(index, render_index(entries, offers, self.options.language).encode())
        return index, made

    def titles(self) -> list[tuple[str, Text]]:
        """The networks by name, with their titles."""
        return [(query.name, entitled(self.store, query, {})) for query in self.networks.values()]

    def _write(self, query: QueryFile, bound: Bound, hops: int, path: Path | None) -> tuple[Made, Scene]:
        network = project(self.store, query, self.names, bound, telling=self._telling, hops=hops)
        name = page_name(query, bound, hops)
        kept = self.places.positions / f"{name}.json"
        scene = to_scene(network, read_positions(kept, METHOD))
        target = path or self.places.output / f"{name}.html"
        page = render(scene, language=self.options.language, sparql=self._sparql, labels=self._labels)
        write_file(target, page.encode())
        write_positions(kept, METHOD, {node["id"]: (node["x"], node["y"]) for node in scene["nodes"]})
        return Made(name, network.title, target, len(network.nodes), len(network.edges)), scene

    def _meant(self, wish: Wish) -> tuple[QueryFile, Bound]:
        """The network that is wished for, and its parameters; a thing is the start of the first walk."""
        if not wish.name or wish.name in self.networks:
            if not self.networks:
                raise QueryError(Text("Bản thể học không có mạng lưới nào.", "The ontology has no network."))
            query = self.networks[wish.name] if wish.name else next(iter(self.networks.values()))
            if wish.hops is not None and not parameter_to_walk(query):
                message = Text("Mạng lưới «{name}» không đi theo bước.", "The network “{name}” is no walk.")
                remedy = Text("Hãy bỏ --hops.", "Leave out --hops.")
                raise QueryError(message.fill(name=wish.name), remedy)
            return query, terms_of(self.store, parameters_of(query.header), wish.given, self.names)
        walks = [query for query in self.networks.values() if parameter_to_walk(query)]
        known = Text("Các mạng lưới: {n}.", "The networks are {n}.").fill(n=", ".join(self.networks))
        if not walks:
            raise QueryError(Text("Không có mạng lưới «{n}».", "There is no network “{n}”.").fill(n=wish.name), known)
        try:
            thing = find_one(self.store, wish.name)
        except QueryError as error:
            remedy = Text(*(" ".join(filter(None, both)) for both in zip(error.remedy, known, strict=True)))
            raise QueryError(error.message, remedy) from error
        query = walks[0]
        terms = terms_of(self.store, _optional(query), wish.given, self.names)
        return query, {**terms, parameter_to_walk(query): [ox.NamedNode(BASE + thing)]}

    def _offer(self, query: QueryFile) -> Offer:
        asked = " ".join(f"--set {p.name}=…" for p in parameters_of(query.header) if p.required)
        command = f"dfgraph view {'…' if parameter_to_walk(query) else f'{query.name} {asked}'}"
        return Offer(entitled(self.store, query, {}), query.phrase("about"), command)

    @cached_property
    def _telling(self) -> Telling:
        facets = read_facets(self.store, read_query_files(self.places.ontology / "facets"))
        return Telling(self.store, self.names, facets)

    @cached_property
    def _sparql(self) -> SparqlPart | None:
        return to_sparql(self.store, self.catalog()) if self.options.sparql else None

    @cached_property
    def _labels(self) -> list[MapLabel] | None:
        """The labels of maps. Raises ExportError where their file has a fault."""
        if self.options.labels == "none":
            return None
        path = Path(self.options.labels) if self.options.labels else self.places.ontology / "map_labels.csv"
        if not self.options.labels and not path.exists():
            return None
        labels, findings = read_map_labels(path)
        if findings:
            fault = findings[0]
            where = Text(*(f"{fault.location}: {said}" for said in fault.message))
            raise ExportError(where, fault.hint)
        return labels


def _optional(query: QueryFile) -> list[Parameter]:
    return [parameter for parameter in parameters_of(query.header) if parameter.name != parameter_to_walk(query)]


def page_name(query: QueryFile, bound: Bound, hops: int = 1) -> str:
    """What the file of a page is called: the network, what its parameters are bound to, and how far it goes."""
    parts = [query.name]
    for parameter, terms in bound.items():
        for term in terms:
            value = term.value.removeprefix(BASE)
            whole = parameter == parameter_to_walk(query)
            parts.append(value.replace("/", "--") if whole else value.rpartition("/")[2])
    if hops != 1:
        parts.append(str(hops))
    return "--".join(re.sub(r"[^\w.-]+", "-", part) for part in parts)
