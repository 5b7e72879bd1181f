"""A new project folder: the ontology, a small example, and what a person needs to go on."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

from dfgraph.base.errors import ProjectError
from dfgraph.base.files import file_error
from dfgraph.base.language import Text


def new_project(folder: Path) -> list[Path]:
    """Makes a project in `folder`, which must be new or empty; the files it wrote, in order.

    Raises ProjectError where the folder holds something.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = Text("{folder} không trống.", "{folder} is not empty.").fill(folder=folder)
        raise ProjectError(message, Text("Hãy chọn một thư mục mới.", "Choose a new folder."))
    try:
        with as_file(files("dfgraph.project") / "example") as example:
            shutil.copytree(example, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__*"))
        shutil.copytree(shipped_ontology(), folder / "ontology")
    except OSError as error:
        raise file_error(error, folder) from error
    return sorted(p for p in folder.rglob("*") if p.is_file())


def shipped_ontology() -> Path:
    """The ontology that comes with dfgraph: inside the installed package, or beside `src` in a checkout."""
    package = Path(str(files("dfgraph")))
    for folder in (package / "ontology", package.parents[1] / "ontology"):
        if (folder / "dfgraph.ttl").is_file():
            return folder
    raise ProjectError(Text("Bản cài thiếu bản thể học.", "This installation lacks its ontology."))
