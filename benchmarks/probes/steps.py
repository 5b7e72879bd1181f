"""One whole build in a process of its own: `steps.py PROJECT`. Prints the seconds of each step as JSON."""

from __future__ import annotations

import json
import sys
import time


def main(folder: str) -> None:
    started = time.perf_counter()
    from dfgraph.project import Project

    report = Project.open(folder).build()
    whole = time.perf_counter() - started
    if not report.sound:
        sys.exit(f"{folder}: {len(report.findings)} findings, the first is {report.findings[0]}")
    rest = whole - sum(report.seconds.values())
    print(json.dumps({"seconds": report.seconds | {"rest": rest}, "counts": report.counts}))


if __name__ == "__main__":
    main(sys.argv[1])
