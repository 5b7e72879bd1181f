"""A scene as one HTML file that needs no network. The only file that knows pyvis.

pyvis builds the nodes and edges and fills our template. What its own pages get wrong (files from other hosts, text that
becomes script, a bar that waits for physics) is left out: vis-network stands in the page, positions are ours, and a
content security policy allows exactly the scripts written here, by their hashes, and no request at all.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

from dfgraph.base.errors import ExportError
from dfgraph.base.language import LANGUAGES, Language, Text
from dfgraph.products.views.scene import Scene, Words
from dfgraph.products.views.texts import TEXTS

TEMPLATES = Path(__file__).with_name("templates")

SCRIPTS = ("text", "search", "canvas", "look", "names", "panel", "legend", "tables", "page")
"""The page's own scripts in the order in which they stand, one subject each."""

_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 1},
    # Selecting is ours: vis would dim and colour by rules of its own. Its keyboard reaction is slow.
    "interaction": {"hover": True, "selectable": False, "keyboard": False, "tooltipDelay": 0},
    "nodes": {"borderWidth": 1, "font": {"size": 0}},
    "edges": {"smooth": False, "hoverWidth": 0, "selectionWidth": 0, "arrowStrikethrough": False},
}


def render(scene: Scene, *, language: Language) -> str:
    """The page that shows the scene, first in `language`; readers can switch.

    The same scene gives the same text. Write it as UTF-8: the page says that it is. The first call loads pyvis, a third
    of a second. Raises ExportError where pyvis came without vis-network.
    """
    import pyvis.network  # loads IPython: only when a page is wanted

    builder: Any = pyvis.network.Network(directed=True)  # type: ignore[no-untyped-call]
    builder.options = _OPTIONS
    builder.set_template_dir(str(TEMPLATES), "network.html.j2")
    _add(builder, scene, language)
    style = _inline((TEMPLATES / "page.css").read_text(encoding="utf-8"))
    library = _inline(_library(Path(pyvis.network.__file__).parent))
    own = _inline(_own_script())
    builder.templateEnv.autoescape = True
    builder.templateEnv.globals.update(
        language=language,
        title=_say(scene["title"], language),
        texts={key: text.say(language) for key, text in TEXTS.items()},
        noscript={tag: TEXTS["noscript"].say(tag) for tag in LANGUAGES},
        policy=_policy([library, own], style),
        style=_safe(style),
        scripts=[_safe(library), _safe(own)],
        data=lambda nodes, edges, options: _safe(_data(scene, language, nodes, edges, options)),
    )
    return str(builder.generate_html())


def _add(builder: Any, scene: Scene, language: Language) -> None:
    """Nodes and edges as vis-network wants them; their ids are their places in the scene."""
    for number, node in enumerate(scene["nodes"]):
        kind = scene["kinds"][node["kind"]]
        builder.add_node(
            number,
            label=_say(node["label"], language) or node["id"],
            shape=kind["shape"],
            color=kind["colour"],
            size=node["size"],
            x=node["x"],
            y=node["y"],
        )
    for number, edge in enumerate(scene["edges"]):
        options: dict[str, Any] = {"id": number, "arrows": {"to": {"enabled": edge["directed"], "scaleFactor": 0.5}}}
        if edge["from"] == edge["to"]:
            options["selfReference"] = {"size": 20 + abs(round(edge["bend"] * 60))}
        elif edge["bend"]:
            way = "curvedCW" if edge["bend"] > 0 else "curvedCCW"
            options["smooth"] = {"enabled": True, "type": way, "roundness": abs(edge["bend"])}
        builder.add_edge(edge["from"], edge["to"], **options)


def _data(
    scene: Scene, language: Language, nodes: list[dict[str, Any]], edges: list[dict[str, Any]], options: str
) -> str:
    payload = {
        "language": language,
        "texts": {key: text._asdict() for key, text in TEXTS.items()},
        "scene": scene,
        "vis": {"nodes": nodes, "edges": edges, "options": json.loads(options)},
    }
    # "<" is all that could end the script element, or open a comment in it.
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _library(pyvis_folder: Path) -> str:
    """vis-network as pyvis brings it, in its newest version, without the link to a source map that nobody has."""
    found = sorted(pyvis_folder.glob("lib/vis-*/vis-network.min.js"), key=_version)
    if not found:
        raise ExportError(
            Text("Gói pyvis đã cài không có vis-network.", "The installed pyvis has no vis-network."),
            Text("Hãy cài pyvis 0.3.2.", "Install pyvis 0.3.2."),
        )
    return re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", found[-1].read_text(encoding="utf-8"))


def _version(path: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", path.parent.name)]


def _own_script() -> str:
    parts = [(TEMPLATES / "js" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "})();\n"


def _inline(code: str) -> str:
    """Code that may stand inside its element as it is: a hash is taken of exactly these characters."""
    if re.search(r"</(script|style)|<!--", code, re.IGNORECASE):
        raise ExportError(
            Text("Mã đưa vào trang có thẻ đóng.", "Code for the page holds a closing tag."),
            Text("Hãy cài pyvis 0.3.2.", "Install pyvis 0.3.2."),
        )
    return code


def _policy(scripts: list[str], style: str) -> str:
    allowed = " ".join(_digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_digest(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def _safe(code: str) -> str:
    from markupsafe import Markup  # comes with pyvis

    return Markup(code)  # noqa: S704 - checked by _inline, or escaped by _data


def _say(words: Words, language: Language) -> str:
    if isinstance(words, str):
        return words
    return Text(words.get("vi", ""), words.get("en", "")).say(language)
