"""A scene as one HTML file that needs no network. The only file that knows pyvis.

pyvis builds the nodes and edges and fills our template. What its own pages get wrong (files from other hosts, text that
becomes script, a bar that waits for physics) is left out: the page draws itself with code of this package, positions
are ours, and a content security policy allows exactly that code, by its hashes, and no request at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dfgraph.base.language import LANGUAGES, Language, Text
from dfgraph.products.views.built import code, digest, gzipped, packed
from dfgraph.products.views.payload import Element, to_element
from dfgraph.products.views.scene import Scene, Words
from dfgraph.products.views.sparql import SparqlPart
from dfgraph.products.views.texts import TEXTS

TEMPLATES = Path(__file__).with_name("templates")


def render(
    scene: Scene,
    *,
    language: Language,
    sparql: SparqlPart | None = None,
    labels: Sequence[Mapping[str, Any]] | None = None,
) -> str:
    """The page that shows the scene, first in `language`; readers can switch.

    With `sparql` it can be asked questions, and grows by two megabytes and the graph; `labels` are those of the map.
    The same scene gives the same text. Write it as UTF-8: the page says that it is. The first call loads pyvis, a third
    of a second. Raises ExportError where the code of the pages was not built.
    """
    builder = _builder(scene)
    builder.set_template_dir(str(TEMPLATES), "network.html.j2")
    style, script = code("page.css"), code("page.js")
    heavy = code("sparql.js") if sparql else None
    rest = {key: value for key, value in scene.items() if key not in ("nodes", "edges")}

    def data(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> Element:
        # pyvis wants a shape of every node; here its kind has it.
        bare = [{key: value for key, value in node.items() if key not in _OF_PYVIS} for node in nodes]
        return to_element(
            {
                "language": language,
                "texts": {key: text._asdict() for key, text in TEXTS.items()},
                "scene": {**rest, "nodes": bare, "edges": edges},
                **({"labels": labels} if labels is not None else {}),
                **({"sparql": sparql.payload} if sparql else {}),
            }
        )

    builder.templateEnv.autoescape = True
    builder.templateEnv.globals.update(
        language=language,
        title=_say(scene["title"], language),
        texts={key: text.say(language) for key, text in TEXTS.items()},
        noscript={tag: TEXTS["noscript"].say(tag) for tag in LANGUAGES},
        too_old={tag: TEXTS["too_old"].say(tag) for tag in LANGUAGES},
        policy=_policy([script, heavy], style),
        style=_safe(style),
        script=_safe(script),
        parts=[(id_, type_, _safe(content)) for id_, type_, content in _parts(scene, sparql, heavy)],
        data=data,
    )
    return str(builder.generate_html())


_OF_PYVIS = {"shape"}


def _builder(scene: Scene) -> Any:
    """Pyvis with the nodes and edges of the scene, all of them: also edges that join the same two nodes."""
    import pyvis.network  # loads IPython: only when a page is wanted
    from pyvis.edge import Edge
    from pyvis.node import Node

    builder: Any = pyvis.network.Network(directed=True)  # type: ignore[no-untyped-call]
    # Its own add_node and add_edge look through the list of all nodes, each time.
    for node in scene["nodes"]:
        rest: dict[str, Any] = {key: value for key, value in node.items() if key not in ("id", "label")}
        made: Any = Node(node["id"], "dot", node["label"], **rest)  # type: ignore[no-untyped-call]
        builder.nodes.append(made.options)
    for edge in scene["edges"]:
        # Of "directed" pyvis would make arrows of its own.
        rest = {key: value for key, value in edge.items() if key not in ("from", "to", "directed")}
        made = Edge(edge["from"], edge["to"], **rest)  # type: ignore[no-untyped-call]
        builder.edges.append({**made.options, "directed": edge["directed"]})
    return builder


def _parts(scene: Scene, sparql: SparqlPart | None, heavy: str | None) -> list[tuple[str, str, str]]:
    """What the page holds but does not run or read before it is asked for: id, type and content of each."""
    parts = []
    if any("lon" in node for node in scene["nodes"]):
        parts.append(("land", "application/json", code("land.json")))
    if sparql and heavy is not None:
        parts.append(("sparql-code", "application/gzip", gzipped(heavy.encode())))
        parts.append(("sparql-engine", "application/octet-stream", packed("oxigraph.wasm.gz")))
        parts.append(("sparql-graph", "application/octet-stream", sparql.graph))
    return parts


def _policy(scripts: Sequence[str | None], style: str) -> str:
    allowed = [digest(script) for script in scripts if script is not None]
    engine = " 'wasm-unsafe-eval'" if len(allowed) > 1 else ""
    return (
        f"default-src 'none'; script-src {' '.join(allowed)}{engine}; "
        + ("worker-src blob:; " if engine else "")
        + f"style-src {digest(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _safe(text: str) -> str:
    from markupsafe import Markup  # comes with pyvis

    return Markup(text)  # noqa: S704 - checked by `code`, or base64


def _say(words: Words, language: Language) -> str:
    if isinstance(words, str):
        return words
    return Text(words.get("vi", ""), words.get("en", "")).say(language)
