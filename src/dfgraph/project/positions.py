"""Where the nodes of a page stood when it was last made, so that making it again does not move them.

Like all of `output`, this can be deleted: then the next page is laid out anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from dfgraph.base.files import write_file

Spot = tuple[int, int]


def read_positions(path: Path, method: int) -> dict[str, Spot]:
    """The positions by id; none where they were not kept, are not whole, or were made by another `method`."""
    try:
        told = json.loads(path.read_bytes())
        if told["method"] != method:
            return {}
        return {str(id_): (int(x), int(y)) for id_, (x, y) in told["positions"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_positions(path: Path, method: int, positions: Mapping[str, Spot]) -> None:
    """Keeps the positions, one a line in the order of ids. Raises StoreError where the file cannot be written."""
    lines = ",\n".join(f"{json.dumps(id_)}:[{x},{y}]" for id_, (x, y) in sorted(positions.items()))
    write_file(path, f'{{"method":{method},"positions":{{\n{lines}\n}}}}\n'.encode())
