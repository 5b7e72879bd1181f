"""The floor: `floor.py FILE strict|lenient`, the store's own bulk load of ready N-Quads into memory. Prints seconds."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pyoxigraph as ox


def main(path: Path, *, lenient: bool) -> None:
    content = path.read_bytes()
    store = ox.Store()
    started = time.perf_counter()
    store.bulk_load(content, format=ox.RdfFormat.N_QUADS, lenient=lenient)
    seconds = time.perf_counter() - started
    print(json.dumps({"seconds": {"load": seconds}, "counts": {"quads": len(store)}}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), lenient=sys.argv[2] == "lenient")
