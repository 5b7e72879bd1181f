"""`dfgraph view`: one page, the page of a thing, or all of them with the page that leads there."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from dfgraph import Project
from worlds import World

TIES = """# title: {vi: Các mối liên hệ, en: Ties}
# about: {vi: "Ai gắn với ai.", en: "Who is tied to whom."}
# order: 1
SELECT ?from ?to ?relation ?claim { VALUES ?relation { dfg:head dfg:visitor } GRAPH ?claim { ?from ?relation ?to } }
"""
PEOPLE = """# title: {vi: Người, en: People}
# order: 2
SELECT ?from ?to { ?from a dfg:Person }
"""
COMMUNE = """# title: {vi: "Xã {commune}", en: "Commune {commune}"}
# order: 3
# parameters:
#   commune: {class: dfg:Commune, required: true, help: {vi: Xã nào., en: Which commune.}}
SELECT ?from ?to ?relation ?claim {
  VALUES $commune { UNDEF } VALUES ?relation { dfg:head }
  GRAPH ?claim { $commune ?relation ?to } BIND ($commune AS ?from)
}
"""
AROUND = """# title: {vi: "Quanh {thing}", en: "Around {thing}"}
# order: 4
# walk: {from: thing}
# parameters:
#   thing: {class: dfg:Thing, required: true, help: {vi: Vật nào., en: Which thing.}}
SELECT ?from ?to ?relation ?claim { VALUES ?relation { dfg:head dfg:visitor }
  { VALUES $thing { UNDEF } GRAPH ?claim { $thing ?relation ?to } BIND ($thing AS ?from) }
  UNION { VALUES $thing { UNDEF } GRAPH ?claim { ?from ?relation $thing } BIND ($thing AS ?to) }
}
"""
FACTS = """
- defaults: {evidence: {source: source/bao-lang}}
- {kind: person, id: person/an, label: {vi: Lê Văn An, en: Le Van An}}
- {kind: commune, id: commune/dong, code: "00001", label: {vi: Đông, en: East}, population: 1, head: person/an}
- {kind: commune, id: commune/nam, code: "00002", label: {vi: Nam, en: South}, population: 1, head: person/an}
- kind: visit
  id: event/cho-phien
  label: {vi: Thăm chợ phiên, en: A visit to the market}
  visitor: [commune/dong]
  date: 2019-06-10
"""
NETWORKS = {"ties": TIES, "people": PEOPLE, "commune": COMMUNE, "around": AROUND}


class Outcome(NamedTuple):
    """What one command left."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture
def root(world: World) -> Path:
    """A small project, built; the test may write in it."""
    files = {f"ontology/networks/{name}.rq": text for name, text in NETWORKS.items()}
    made = world({**files, "data/facts.yaml": FACTS})
    report = made.build()
    assert report.sound, report.findings
    return made.places.root


def scene_of(page: Path) -> dict[str, list[dict[str, object]]]:
    """What the script of a page reads."""
    found = re.search(r'<script id="data" type="([^"]+)">(.*?)</script>', page.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    packed = found[1] == "application/gzip"
    payload = json.loads(gzip.decompress(base64.b64decode(found[2])) if packed else found[2])
    scene: dict[str, list[dict[str, object]]] = payload["scene"]
    return scene


def spots(page: Path) -> dict[object, tuple[object, object]]:
    """Where the nodes of a page stand."""
    return {node["id"]: (node["x"], node["y"]) for node in scene_of(page)["nodes"]}


def test_without_a_name_all_pages_and_the_one_that_leads_to_them(dfgraph: Command, root: Path) -> None:
    """Those that need a parameter are offered there as commands."""
    done = dfgraph("view", "--project", root, "--no-sparql")
    assert (done.code, done.out) == (0, f"{root / 'output' / 'index.html'}\n")
    assert done.err == "ties: 4 nodes, 3 edges.\npeople: 1 nodes, 0 edges.\n"
    index = (root / "output" / "index.html").read_text(encoding="utf-8")
    assert index.count('<a href="ties.html">') == index.count('<a href="people.html">') == 1
    for said in ("4 things, 3 relations", "4 mục, 3 quan hệ", "Who is tied to whom.", "Xã …", "Around …"):
        assert said in index
    assert "dfgraph view commune --set commune=…" in index
    assert "<code>dfgraph view …</code>" in index
    assert sorted(path.name for path in (root / "output").glob("*.html")) == ["index.html", "people.html", "ties.html"]


def test_all_pages_told_to_a_program(dfgraph: Command, root: Path) -> None:
    """As JSON."""
    told = json.loads(dfgraph("view", "--json", "--project", root, "--no-sparql").out)
    assert told["index"] == str(root / "output" / "index.html")
    assert [(page["name"], page["nodes"], page["edges"]) for page in told["pages"]] == [
        ("ties", 4, 3),
        ("people", 1, 0),
    ]


@pytest.mark.parametrize(
    ("words", "file", "title"),
    [
        (("ties",), "ties.html", "Ties"),
        (("commune", "--set", "commune=Đông"), "commune--dong.html", "Commune East"),
        (("person/an",), "around--person--an.html", "Around Le Van An"),
        (("le", "van", "an", "--hops", "2"), "around--person--an--2.html", "Around Le Van An"),
        (("around", "--set", "thing=an"), "around--person--an.html", "Around Le Van An"),
    ],
)
def test_one_page(dfgraph: Command, root: Path, words: tuple[str, ...], file: str, title: str) -> None:
    """Of a network, or of a thing in any spelling of its name."""
    done = dfgraph("view", *words, "--project", root, "--no-sparql")
    assert (done.code, done.out) == (0, f"{root / 'output' / file}\n")
    assert f"<title>{title}</title>" in (root / "output" / file).read_text(encoding="utf-8")


def test_steps_from_a_thing(dfgraph: Command, root: Path) -> None:
    """One step unless more are wanted."""
    for hops, nodes in ((("--hops", "1"), 3), ((), 3), (("--hops", "2"), 4)):
        told = json.loads(dfgraph("view", "an", *hops, "--json", "--project", root, "--no-sparql").out)
        assert told["nodes"] == nodes


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nobody",), "There is no “nobody”. The networks are ties, people, commune, around."),
        (("commune",), "The parameter commune is missing (Which commune.)."),
        (("ties", "--hops", "2"), "The network “ties” is no walk. Leave out --hops."),
        (("ties", "--set", "x=1"), "There is no parameter x. The parameters are -."),
        (("ties", "--map-labels", "none.csv"), "none.csv: The file of map labels cannot be read"),
    ],
)
def test_what_cannot_be_shown_is_told(dfgraph: Command, root: Path, words: tuple[str, ...], told: str) -> None:
    """In one line with its remedy."""
    done = dfgraph("view", *words, "--project", root, "--no-sparql")
    assert (done.code, done.err.removeprefix("dfgraph: ").startswith(told)) == (3, True), done.err


def test_a_page_that_has_no_way_to_walk(dfgraph: Command, world: World) -> None:
    """An ontology without such a network knows its networks alone, or none."""
    made = world({"ontology/networks/people.rq": PEOPLE, "data/facts.yaml": FACTS})
    made.build()
    done = dfgraph("view", "an", "--project", made.places.root)
    assert (done.code, done.err) == (3, "dfgraph: There is no network “an”. The networks are people.\n")
    bare = world({"data/facts.yaml": FACTS})
    bare.build()
    done = dfgraph("view", "--hops", "2", "--project", bare.places.root)
    assert (done.code, done.err) == (3, "dfgraph: The ontology has no network.\n")


def test_the_networks_are_listed(dfgraph: Command, root: Path) -> None:
    """By name and title."""
    told = json.loads(dfgraph("view", "--list", "--json", "--project", root).out)
    assert [(n["name"], n["title"]) for n in told] == [
        ("ties", "Ties"),
        ("people", "People"),
        ("commune", "Commune …"),
        ("around", "Around …"),
    ]
    assert "Commune …" in dfgraph("view", "--list", "--project", root).out


def test_sparql_and_labels_of_the_map(dfgraph: Command, root: Path, tmp_path: Path) -> None:
    """Pages can be asked unless that is left out; labels are those of a file, of the ontology, or none."""
    page, labels = root / "output" / "ties.html", tmp_path / "labels.csv"
    assert dfgraph("view", "ties", "--project", root).code == 0
    full = page.read_text(encoding="utf-8")
    assert 'id="sparql-engine"' in full
    assert '"labels"' not in full
    labels.write_text("id,lon,lat,vi,en\nx,105.5,21,Hồ Gươm,Sword Lake\n", encoding="utf-8")
    assert dfgraph("view", "ties", "--project", root, "--no-sparql", "--map-labels", labels).code == 0
    small = page.read_text(encoding="utf-8")
    assert 'id="sparql-engine"' not in small
    assert len(small) < len(full) / 3
    assert "Hồ Gươm" in small
    (root / "ontology" / "map_labels.csv").write_bytes(labels.read_bytes())
    assert dfgraph("view", "ties", "--project", root, "--no-sparql").code == 0
    assert "Hồ Gươm" in page.read_text(encoding="utf-8")
    assert dfgraph("view", "ties", "--project", root, "--no-sparql", "--map-labels", "none").code == 0
    assert "Hồ Gươm" not in page.read_text(encoding="utf-8")


def test_a_rebuild_does_not_move_what_did_not_change(dfgraph: Command, root: Path) -> None:
    """And the same graph gives the same bytes, also where no positions were kept."""
    page = root / "output" / "ties.html"
    make = ("view", "ties", "--project", root, "--no-sparql")
    dfgraph(*make)
    first, before = page.read_bytes(), spots(page)
    dfgraph(*make)
    assert page.read_bytes() == first
    kept = root / "output" / "positions" / "ties.json"
    assert set(json.loads(kept.read_text(encoding="utf-8"))["positions"]) == set(before)
    west = 'commune, id: commune/tay, code: "00003", label: {vi: Tây, en: West}, population: 1, head: person/an'
    more = f"- {{kind: {west}}}\n"
    (root / "data" / "facts.yaml").write_text(FACTS + more, encoding="utf-8")
    assert dfgraph("build", "--project", root).code == 0
    dfgraph(*make)
    after = spots(page)
    assert set(after) - set(before) == {"commune/tay"}
    assert {id_: after[id_] for id_ in before} == before
    (root / "data" / "facts.yaml").write_text(FACTS, encoding="utf-8")
    assert dfgraph("build", "--project", root).code == 0
    dfgraph(*make)
    assert page.read_bytes() == first
    for broken in (
        "",
        "[]",
        '{"method": 2, "positions": [1]}',
        '{"method": -1, "positions": {"commune/dong": [7, 7]}}',
    ):
        kept.write_text(broken, encoding="utf-8")
        dfgraph(*make)
        assert page.read_bytes() == first


def test_a_page_can_be_written_elsewhere(dfgraph: Command, root: Path, tmp_path: Path) -> None:
    """With the first network where none is named."""
    done = dfgraph("view", "-o", tmp_path / "x.html", "--project", root, "--no-sparql")
    assert (done.code, done.out) == (0, f"{tmp_path / 'x.html'}\n")
    assert len(spots(tmp_path / "x.html")) == 4
    assert dfgraph("view", "--set", "x", "--project", root).code == 2


def test_the_shipped_networks(dfgraph: Command, shipped: Project) -> None:
    """Each of those that need nothing has nodes and edges, a title and a line on what it is about."""
    told = json.loads(dfgraph("view", "--json", "--project", shipped.places.root, "--no-sparql").out)
    names = [page["name"] for page in told["pages"]]
    assert names == ["partners", "cascade", "conferences", "succession", "people", "everything"]
    assert all(page["nodes"] > 20 and page["edges"] > 20 for page in told["pages"])
    assert all(query.phrase("about").vi and query.phrase("about").en for query in shipped.networks.values())
    pages = {page["name"]: Path(page["path"]) for page in told["pages"]}
    facets = scene_of(pages["succession"])["facets"]
    assert "confidence" in [facet["key"] for facet in facets]
