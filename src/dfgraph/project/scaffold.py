"""A new project folder: the ontology, the reference data, a small example, and what a person needs to go on."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

from dfgraph.base.errors import ProjectError
from dfgraph.base.files import file_error
from dfgraph.base.language import Text


def new_project(folder: Path) -> list[Path]:
    """Makes a project in `folder`, which must be new or empty; the files it wrote, in order.

    The reference data (administrative units before and after each change, countries, often named localities and bodies)
    comes with it, so that a name can be typed from the first day. Raises ProjectError where the folder holds something.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = Text("{folder} không trống.", "{folder} is not empty.").fill(folder=folder)
        raise ProjectError(message, Text("Hãy chọn một thư mục mới.", "Choose a new folder."))
    try:
        with as_file(files("dfgraph.project") / "example") as example:
            shutil.copytree(example, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__*"))
        shutil.copytree(_shipped("ontology", "ontology"), folder / "ontology")
        shutil.copytree(_shipped("reference", "data/reference"), folder / "data" / "reference")
    except OSError as error:
        raise file_error(error, folder) from error
    return sorted(p for p in folder.rglob("*") if p.is_file())


def _shipped(packed: str, kept: str) -> Path:
    """A folder that comes with dfgraph: inside the installed package, or where a checkout beside `src` keeps it."""
    package = Path(str(files("dfgraph")))
    for folder in (package / packed, package.parents[1] / kept):
        if folder.is_dir():
            return folder
    raise ProjectError(
        Text("Bản cài thiếu thư mục {name}.", "This installation lacks its folder {name}.").fill(name=kept)
    )
