"""Measures dfgraph against the bare store and against other tools; prints one table, keeps it in `work/`.

python benchmarks/run.py                    10,000 records, everything
python benchmarks/run.py --quick            1,000 records, once, nothing to install
python benchmarks/run.py --records 100000 --only steps,peers
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Callable
from functools import partial
from importlib.metadata import version

from comparisons import adding, peers, start_up, steps, whole_build
from comparisons.case import WORK, Case
from dfgraph.base.files import locked
from measuring import BrokenRunError
from table import Row, Table

PARTS = ("steps", "peers", "build", "add", "start", "pages")
Measure = Callable[[], dict[str, list[Row]]]


def arguments() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=0, help="how many records (10,000; 1,000 with --quick)")
    parser.add_argument("--quick", action="store_true", help="each once, and only with what is installed")
    parser.add_argument("--times", type=int, default=0, help="how often to measure (5; 2 from 20,000 records on)")
    parser.add_argument("--only", default=",".join(PARTS), help="which of: " + ", ".join(PARTS))
    return parser.parse_args()


def _pages(times: int) -> dict[str, list[Row]]:
    try:
        from pages import measure  # drives a browser
    except ImportError as error:
        raise BrokenRunError(f"pages: {error}; make test installs Playwright") from error
    return measure.measure(min(times, 3))


def main() -> int:
    chosen = arguments()
    count = chosen.records or (1000 if chosen.quick else 10_000)
    times = chosen.times or (1 if chosen.quick else 2 if count > 20_000 else 5)
    case = Case(count, times)
    parts: dict[str, Measure] = {
        "steps": partial(steps.measure, case),
        "peers": partial(peers.measure, case, with_own_environments=not chosen.quick),
        "build": partial(whole_build.measure, case),
        "add": partial(adding.measure, case),
        "start": partial(start_up.measure, 5 if chosen.quick else 21),
        "pages": partial(_pages, times),
    }
    if chosen.quick or case.is_large:
        # The usual tools would take minutes, or an hour.
        del parts["build"]
    wanted = {name: measure for name, measure in parts.items() if name in chosen.only.split(",")}
    about: dict[str, str | int] = {"facts": count, "medians of": times, "python": platform.python_version()}
    about |= {name: version(name) for name in ("dfgraph", "pyoxigraph", "rdflib")}
    table = Table(about)
    try:
        if wanted.keys() - {"start", "pages"}:
            print(f"writing {count:,} records", file=sys.stderr, flush=True)
            case.prepare()
            table.about["records"] = case.records
        for name, measure in wanted.items():
            print(name, file=sys.stderr, flush=True)
            try:
                table.sections |= measure()
            except BrokenRunError as error:
                table.broken.append(str(error))
    except BrokenRunError as error:
        table.broken.append(str(error))
    print(table.text())
    WORK.mkdir(exist_ok=True)
    table.keep(WORK / f"results-{count}.json")
    return 1 if table.broken else 0


if __name__ == "__main__":
    with locked(WORK / ".lock"):
        sys.exit(main())
