"""Environments of their own for tools that cannot share ours; made once, when first asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from measuring import HERE, BrokenRunError


def environment(name: str) -> Path:
    """The Python that has what `peers/NAME.txt` lists. Raises BrokenRunError where it cannot be installed."""
    folder, wanted = HERE / f".venv-{name}", HERE / "peers" / f"{name}.txt"
    stamp = folder / "installed.txt"
    python = folder / "bin" / "python"
    if stamp.exists() and stamp.read_bytes() == wanted.read_bytes():
        return python
    print(f"  installing {wanted.name}", file=sys.stderr, flush=True)
    try:
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--requirement", wanted], check=True)
    except subprocess.CalledProcessError as error:
        raise BrokenRunError(f"{wanted.name} cannot be installed (pip ended with {error.returncode})") from error
    stamp.write_bytes(wanted.read_bytes())
    return python
