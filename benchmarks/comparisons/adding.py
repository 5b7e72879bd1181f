"""One record added, and a sheet imported: how long that takes in a small project and in a large one."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from comparisons.case import WORK, Case
from measuring import DFGRAPH, Run, interleaved, median, run, wall
from table import Row

SMALL = 100
"""How many facts the small project has."""
ROWS = 10_000
"""How many rows are imported, unless the large project has fewer facts."""
WITHIN = 3.0


def measure(case: Case) -> dict[str, list[Row]]:
    """Rows in seconds, and the ratio of an `add` in the large project to one in the small."""
    small = Case(SMALL, case.times)
    small.prepare()
    projects = {f"{one.count:,} facts": _built(one) for one in (small, case)}
    numbers = count(1)
    adds: dict[str, Callable[[], Run]] = {name: partial(_add, folder, numbers) for name, folder in projects.items()}
    runs = interleaved(adds, case.times)
    seconds = {name: median(several, wall) for name, several in runs.items()}
    rows = [Row(f"add to {name}", value, "s") for name, value in seconds.items()]
    few, many = seconds.values()
    rows.append(Row(f"add to {case.count:,} facts / to {SMALL:,}", many / few, "×", "≤", WITHIN))
    sheet = _sheet(min(ROWS, case.count))
    for name, folder in projects.items():
        taken = run(DFGRAPH, "import", sheet, "--as", "partnership", folder=folder).wall
        rows.append(Row(f"import of {min(ROWS, case.count):,} rows into {name}", taken, "s"))
    return {"Adding": rows}


def _built(case: Case) -> Path:
    """A copy of the project that may be changed, with its graph."""
    folder = WORK / f"adding-{case.count}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(case.project("yaml"), folder, ignore=shutil.ignore_patterns("output"))
    run(DFGRAPH, "build", folder=folder)
    return folder


def _add(folder: Path, numbers: count[int]) -> Run:
    """A partnership of places that are known, on a source that is known; no two runs add the same."""
    known = (folder / "data" / "locality-000.yaml").read_text(encoding="utf-8")
    abroad = re.findall(r"id: (locality/\S+)", known)[1]
    number = next(numbers)
    said = ["--place", "province/hue", "--place", abroad, "--since", f"{1000 + number}", "--type", "twinning"]
    evidence = ["--source", "source/gazetteer", "--at", str(number)]
    return run(
        DFGRAPH, "add", "partnership", "--id", f"partnership/added-{number}", *said, *evidence, "--force", folder=folder
    )


def _sheet(rows: int) -> Path:
    """A table of partnerships between provinces and countries, which every project of the workload has."""
    path = WORK / f"partnerships-{rows}.csv"
    provinces = ("an-giang", "can-tho", "da-nang", "hue", "lao-cai", "tay-ninh")
    countries = ("jp", "kr", "cn", "la", "fr")
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "places", "since", "type", "evidence.source", "evidence.paragraph"])
        for n in range(rows):
            places = f"province/{provinces[n % 6]} | country/{countries[n % 5]}"
            id_, since = f"partnership/imported-{n}", f"{1950 + n % 70}-{n % 12 + 1:02}"
            table.writerow([id_, places, since, "cooperation", "source/gazetteer", n + 1])
    return path
