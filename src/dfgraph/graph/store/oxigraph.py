"""The graph, held by Oxigraph: written in memory, then kept on disk and only read."""

from __future__ import annotations

import io
import re
import weakref
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from dfgraph.base.errors import OntologyError, QueryError, StoreError
from dfgraph.base.files import file_error, hold
from dfgraph.base.language import Text
from dfgraph.base.names import BASE
from dfgraph.base.query_files import QueryFile
from dfgraph.base.rdf import SYNTAXES, Term
from dfgraph.graph.store.solutions import Answer

_NQ: Final = ox.RdfFormat.N_QUADS
_NT: Final = ox.RdfFormat.N_TRIPLES
_PART: Final = 4_000_000
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})")
# Strings, IRIs and comments: what a keyword of SPARQL cannot stand in.
_QUOTED = re.compile(
    r""""{3}(?:[^"\\]|\\.|"(?!""))*"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|\#[^\n]*"""
)


def _calls_out(query: str) -> bool:
    """Whether a query has a SERVICE clause, also one written with codepoint escapes."""
    plain = _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), query)
    return re.search(r"(?i)(?<![\w?$:-])SERVICE(?![\w:-])", _QUOTED.sub(" ", plain)) is not None


def _broken(why: str) -> QueryError:
    where, _, wanted = " ".join(why.split()).partition(": expected ")
    if "Prefix not found" in wanted:
        message = Text("Câu truy vấn hỏng ({where}): tiền tố chưa khai báo.", "Broken query ({where}): unknown prefix.")
        remedy = Text("Hãy khai báo bằng PREFIX.", "Declare it with PREFIX.")
        return QueryError(message.fill(where=where), remedy)
    # The parser may list every character that could have followed.
    short = f"{where}: expected {wanted}" if wanted and len(wanted) <= 200 else where
    return QueryError(Text("Câu truy vấn hỏng: {why}", "Broken query: {why}").fill(why=short))


class GraphStore:
    """A set of quads that answers SPARQL 1.1. Made by `in_memory` or `read_only`."""

    def __init__(self, store: ox.Store, prefixes: Mapping[str, str]) -> None:
        self._store = store
        self._held: Callable[[], object] | None = None
        self.prefixes = dict(prefixes)

    @classmethod
    def in_memory(cls, prefixes: Mapping[str, str]) -> GraphStore:
        """An empty store in memory."""
        return cls(ox.Store(), prefixes)

    @classmethod
    def read_only(cls, folder: Path, prefixes: Mapping[str, str]) -> GraphStore:
        """The store that was kept in `folder`, which stays there as long as it is open.

        Raises StoreError where there is none, or it is broken.
        """
        held = None
        try:
            held = hold(folder)
            opened = cls(ox.Store.read_only(str(folder)), prefixes)
        except (OSError, ValueError, RuntimeError) as error:
            message = Text("Không mở được đồ thị ở {folder}: {why}.", "Cannot open the graph in {folder}: {why}.")
            remedy = Text("Hãy chạy «dfgraph build».", "Run `dfgraph build`.")
            if held:
                held()
            raise StoreError(message.fill(folder=folder, why=error), remedy) from error
        opened._held = weakref.finalize(opened, held)
        return opened

    def close(self) -> None:
        """Lets the folder go; the store is not to be asked any more."""
        self._store = ox.Store()
        if self._held:
            self._held()

    @property
    def native(self) -> ox.Store:
        """Oxigraph's own object, for views of the same store."""
        return self._store

    def load(self, quads: bytes) -> None:
        """Adds N-Quads that are known to be sound.

        In memory, loading parts of some megabytes is as fast as one bulk load of all, and needs less room.
        """
        self._store.load(quads, format=_NQ, lenient=True)

    def load_triples(self, triples: bytes, graphs: Iterable[str]) -> None:
        """Adds N-Triples to each graph of `graphs`; the empty name is the default graph."""
        for graph in graphs:
            target = ox.NamedNode(graph) if graph else ox.DefaultGraph()
            self._store.load(triples, format=_NT, lenient=True, to_graph=target)

    def query(self, text: str) -> Answer:
        """The answer to a SPARQL query; known prefixes need no declaration, ids can be written `<province/hue>`.

        Raises QueryError where the query is broken or asks for something outside (SERVICE).
        """
        if _calls_out(text):
            message = Text("Câu truy vấn gọi ra máy khác (SERVICE).", "The query calls another machine (SERVICE).")
            raise QueryError(message, Text("Chỉ hỏi được đồ thị này.", "Only this graph can be asked."))
        try:
            results = self._store.query(text, base_iri=BASE, prefixes=self.prefixes)
        except SyntaxError as error:
            raise _broken(str(error)) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(Text("Không chạy được: {why}", "Cannot be run: {why}").fill(why=error)) from error
        return Answer(results)

    def run(self, file: QueryFile) -> Answer:
        """The answer to a query of the ontology. Raises OntologyError, naming its file, where it is broken."""
        try:
            return self.query(file.text)
        except QueryError as error:
            raise OntologyError(Text(*(f"{file.path}: {said}" for said in error.message)), error.remedy) from error

    def rows(self, text: str) -> list[tuple[Term | None, ...]]:
        """All rows of a SELECT."""
        return list(self.query(text).rows())

    def dump(self, graph: str | None, syntax: str) -> bytes:
        """The quads of one graph ("" is the default graph), or of all (None), in an RDF syntax; not sorted."""
        buffer = io.BytesIO()
        if graph is None:
            self._store.dump(buffer, format=SYNTAXES[syntax].format, prefixes=self.prefixes)
        else:
            source = ox.NamedNode(graph) if graph else ox.DefaultGraph()
            self._store.dump(buffer, format=SYNTAXES[syntax].format, from_graph=source, prefixes=self.prefixes)
        return buffer.getvalue()

    def graphs(self) -> list[str]:
        """The names of the named graphs, sorted."""
        return sorted(g.value for g in self._store.named_graphs())

    def dump_to(self, path: Path, graph: str | None) -> None:
        """Writes one graph ("" is the default graph) as N-Triples, or all (None) as N-Quads, to a file; not sorted.

        Raises OSError where the file cannot be written.
        """
        with path.open("wb") as file:
            if graph is None:
                self._store.dump(file, format=_NQ)
            else:
                self._store.dump(file, format=_NT, from_graph=ox.NamedNode(graph) if graph else ox.DefaultGraph())

    def __len__(self) -> int:
        """The number of quads in all graphs; counts them."""
        return len(self._store)


def change_on_disk(kept: GraphStore, folder: Path, gone: Iterable[ox.Quad], fresh: Iterable[ox.Quad]) -> None:
    """Makes a store in `folder`, which must not be there yet, of another one on disk and some changes.

    What does not change is shared by both, where the file system can; so it takes no longer for a large graph. Raises
    StoreError.
    """
    try:
        kept.native.backup(str(folder))
        changed = ox.Store(str(folder))
        changed.extend(fresh)
        emptied = set()
        for quad in gone:
            changed.remove(quad)
            emptied.add(quad.graph_name)
        for graph in emptied:
            if not isinstance(graph, ox.DefaultGraph) and not any(changed.quads_for_pattern(None, None, None, graph)):
                changed.remove_graph(graph)
        changed.flush()
    except OSError as error:
        raise file_error(error, folder) from error
    except (RuntimeError, ValueError) as error:
        message = Text("Không ghi được đồ thị vào {folder}: {why}.", "Cannot write the graph to {folder}: {why}.")
        raise StoreError(message.fill(folder=folder, why=error)) from error


def keep_on_disk(folder: Path, quads: Path) -> None:
    """Makes a store in `folder` of a file of N-Quads known to be sound. Raises StoreError.

    In parts, which takes far less memory than all at once; then put in order, so that queries are as fast.
    """
    try:
        kept = ox.Store(str(folder))
        with quads.open("rb") as file:
            while part := file.readlines(_PART):
                kept.bulk_load(b"".join(part), format=_NQ, lenient=True)
        kept.optimize()
        kept.flush()
    except OSError as error:
        raise file_error(error, folder) from error
    except (RuntimeError, ValueError) as error:
        message = Text("Không ghi được đồ thị vào {folder}: {why}.", "Cannot write the graph to {folder}: {why}.")
        raise StoreError(message.fill(folder=folder, why=error)) from error
