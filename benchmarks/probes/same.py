"""Whether two N-Quads files say the same, whatever they call the claims: `same.py FILE FILE`. Prints the counts."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

_CLAIM = re.compile(r"/id/claim/[^>]*>")
_END = re.compile(r"\s*\.$")


def statements(path: Path) -> Counter[str]:
    """Each distinct quad, with the claim's name left out, and how often it stands there."""
    with path.open(encoding="utf-8") as file:
        distinct = {_END.sub(" .", line.rstrip("\n")) for line in file if line.strip()}
    return Counter(_CLAIM.sub("/id/claim/>", line) for line in distinct)


def main(one: Path, other: Path) -> None:
    first, second = statements(one), statements(other)
    print(json.dumps({"counts": [first.total(), second.total()], "lacks": (first - second).total()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
