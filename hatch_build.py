"""Puts the code of the pages into a package: made of `web/` where that is newer, else as it stands.

An sdist holds it ready-made, so that nobody needs Node.js to install from one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MADE = ("page.js", "page.css", "contents.js", "contents.css", "sparql.js", "oxigraph.wasm.gz", "land.json")


class PageCode(BuildHookInterface[Any]):
    """Runs before a wheel or an sdist is put together."""

    def dependencies(self) -> list[str]:
        """Node.js from PyPI, where it is needed and the machine has none."""
        return [] if self._fresh() or shutil.which("npm") else [self._node()]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Makes what is missing. An editable install is a developer's: there `make assets` does it."""
        if version == "editable" or self._fresh():
            return
        environment = {**os.environ, "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))}
        npm = shutil.which("npm", path=environment["PATH"])
        if npm is None:
            raise SystemExit(
                f"The code of the pages is made with Node.js 20 or newer: install it, or pip install {self._node()}."
            )
        for task in (["ci", "--silent"], ["run", "--silent", "build"]):
            subprocess.run([npm, *task], cwd=Path(self.root, "web"), env=environment, check=True)  # noqa: S603

    def _node(self) -> str:
        return Path(self.root, "web/node.lock").read_text(encoding="utf-8").split()[0]

    def _fresh(self) -> bool:
        made = [Path(self.root, "src/dfgraph/products/views/assets", name) for name in MADE]
        web = Path(self.root, "web")
        sources = [*web.glob("*.mjs"), web / "package-lock.json", *web.glob("src/**/*.*")]
        if not all(path.is_file() for path in made):
            return False
        return min(path.stat().st_mtime for path in made) >= max(
            path.stat().st_mtime for path in sources if path.exists()
        )
