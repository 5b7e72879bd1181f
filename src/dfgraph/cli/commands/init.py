"""`dfgraph init DIR`: a new project with the ontology and a small example."""

from __future__ import annotations

from pathlib import Path

import click

from dfgraph.base.language import Text
from dfgraph.cli.console import Console
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import verb
from dfgraph.project.scaffold import new_project


@verb("init", VERBS["init"], [click.Argument(["folder"], type=click.Path(path_type=Path), metavar="DIR")])
def command(console: Console, folder: Path) -> None:
    """Makes the project and says what to do next."""
    written = new_project(folder)
    if console.as_json:
        console.result({"folder": str(folder), "files": [p.relative_to(folder).as_posix() for p in written]})
        return
    console.note(
        Text("Đã tạo dự án ở {folder} ({n} tệp).", "Made a project in {folder} ({n} files)."),
        folder=folder,
        n=len(written),
    )
    console.note(Text("Tiếp theo:  cd {folder} && dfgraph build", "Next:  cd {folder} && dfgraph build"), folder=folder)
