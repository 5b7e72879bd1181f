"""CSV to quads, whole processes: dfgraph, a plain rdflib script, morph-kgc."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from comparisons.case import Case
from environments import environment
from measuring import PYTHON, Run, interleaved, median, run, wall
from table import Row

OURS = "dfgraph"


def measure(case: Case, *, with_own_environments: bool) -> dict[str, list[Row]]:
    """How many times as fast dfgraph is as each peer."""
    made = {name: case.folder / f"{name.replace(' ', '-')}.nq" for name in (OURS, "rdflib")}
    table = case.project("csv")
    acts: dict[str, Callable[[], Run]] = {
        OURS: partial(run, PYTHON, "probes/quads.py", table, made[OURS]),
        "rdflib": partial(run, PYTHON, "peers/plain_rdflib.py", table, case.folder / "mapping.json", made["rdflib"]),
    }
    if with_own_environments:
        for processes in (1, 2):
            name = f"morph-kgc, {processes} process" + "es" * (processes > 1)
            acts[name] = partial(run, environment("morph-kgc"), "-m", "morph_kgc", _settings(case, processes))
    runs = interleaved(acts, 1 if case.is_large else case.times)
    told = run(PYTHON, "probes/same.py", made[OURS], made["rdflib"]).told
    (ours, theirs), lacks = told["counts"], told["lacks"]
    alike = "the same quads" if ours == theirs and not lacks else f"NOT the same quads: {lacks:,} differ"
    notes = {"rdflib": f"{alike} ({theirs:,}); nothing checked"}
    seconds = {name: median(several, wall) for name, several in runs.items()}
    rows = [Row(f"{OURS}: facts in CSV to N-Quads", seconds.pop(OURS), "s", note=f"{ours:,} quads")]
    for name, value in seconds.items():
        note = notes.get(name) or f"{_lines(case):,} quads: no digests, no times, no lists in a cell, nothing checked"
        rows.append(Row(f"{name} / {OURS}", value / rows[0].value, "×", ">", 1, f"{value:.2f} s; {note}"))
    return {"CSV to quads, whole process": rows}


def _output(case: Case) -> Path:
    return case.folder / "morph-kgc.nq"


def _lines(case: Case) -> int:
    with _output(case).open("rb") as file:
        return sum(1 for _ in file)


def _settings(case: Case, processes: int) -> Path:
    path = case.folder / f"morph-kgc-{processes}.ini"
    path.write_text(
        "[CONFIGURATION]\n"
        f"output_file={_output(case)}\n"
        "output_format=N-QUADS\n"
        f"number_of_processes={processes}\n"
        "logging_level=WARNING\n"
        "safe_percent_encoding=/\n"
        "[workload]\n"
        f"mappings={case.folder / 'flat' / 'mapping.ttl'}\n",
        encoding="utf-8",
    )
    return path
