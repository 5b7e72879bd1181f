from __future__ import annotations

import json
from pathlib import Path

import pytest

from dfgraph import Project
from dfgraph.base.errors import ProjectError, StoreError
from dfgraph.project.settings import Manifest
from worlds import World


def test_a_project_is_found_from_any_folder_in_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    root = world({"data/deep/er/facts.yaml": "[]\n"}).places.root
    monkeypatch.chdir(root / "data" / "deep" / "er")
    assert Project.open().places.root == root.resolve()
    assert Project.open(root / "data").places.root == root.resolve()


def test_no_project_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as caught:
        Project.open(tmp_path)
    assert str(caught.value) == f"There is no dfgraph project in {tmp_path}. Make one with `dfgraph init FOLDER`."


def test_opening_reads_nothing(world: World) -> None:
    project = world({"ontology/dfgraph.ttl": "not turtle", "data/facts.yaml": "not facts"})
    assert Project.open(project.places.root).places == project.places


def test_a_manifest_comes_back_as_it_was_written(tmp_path: Path) -> None:
    manifest = Manifest("abc", {"dfg": "https://w3id.org/dfgraph/ns#"}, {"claims": 12})
    manifest.write(tmp_path / "build.json")
    assert Manifest.read(tmp_path / "build.json") == manifest


def test_no_manifest_says_that_nothing_was_built(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Manifest.read(tmp_path / "build.json")
    assert str(caught.value) == "The graph has not been built yet. Run `dfgraph build`."


SOUND = {"format": 1, "store": "abc", "prefixes": {}, "counts": {}}
BROKEN = {
    "empty": b"",
    "half": json.dumps(SOUND).encode()[:30],
    "not JSON": b"\x00\xff\xfe",
    "not UTF-8": '{"format": 1, "store": "\u1ebf"}'.encode("utf-16"),
    "a list": b"[]",
    "null": b"null",
    "nothing in it": b"{}",
    "another version": json.dumps({**SOUND, "format": 99}).encode(),
    "store is a number": json.dumps({**SOUND, "store": 5}).encode(),
    "store is nothing": json.dumps({**SOUND, "store": None}).encode(),
    "prefixes is a list": json.dumps({**SOUND, "prefixes": ["dfg"]}).encode(),
    "a prefix is a number": json.dumps({**SOUND, "prefixes": {"dfg": 5}}).encode(),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_manifest_is_one_line_and_the_next_build_mends_it(world: World, content: bytes) -> None:
    project = world({})
    project.build()
    project.places.manifest.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        Project.open(project.places.root).query("ASK { ?s ?p ?o }")
    assert str(caught.value).endswith("Run `dfgraph build`.")
    assert "\n" not in str(caught.value)
    assert Project.open(project.places.root).build().sound
    assert bool(Project.open(project.places.root).query("ASK { ?s ?p ?o }"))


def test_a_manifest_cannot_name_a_folder_elsewhere(world: World) -> None:
    project = world({})
    project.build()
    elsewhere = json.dumps({**SOUND, "store": "../../elsewhere"}).encode()
    project.places.manifest.write_bytes(elsewhere)
    with pytest.raises(StoreError):
        Project.open(project.places.root).query("ASK { ?s ?p ?o }")
    assert not (project.places.root.parent / "elsewhere").exists()
