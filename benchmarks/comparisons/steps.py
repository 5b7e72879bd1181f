"""The steps of a build against the store's own bulk load of the same quads, and the memory of the whole."""

from __future__ import annotations

from functools import partial

from comparisons.case import Case
from measuring import PYTHON, Run, interleaved, median, run
from table import Relation, Row

TARGETS = {"yaml": 2.0, "csv": 1.4}
BYTES_A_RECORD = 25_000
ENOUGH = 10_000
"""From so many records on, what a build needs without any facts no longer hides what a record needs."""
STEPS = ("read", "check", "load", "rules", "validate", "write", "rest")


def to_store(one: Run) -> float:
    """Seconds from files to a filled store."""
    return one.seconds("read", "check", "load")


def measure(case: Case) -> dict[str, list[Row]]:
    """Rows on time and on memory."""
    runs = interleaved(
        {
            "floor strict": partial(run, PYTHON, "probes/floor.py", case.quads, "strict"),
            "yaml": partial(run, PYTHON, "probes/steps.py", case.project("yaml")),
            "floor lenient": partial(run, PYTHON, "probes/floor.py", case.quads, "lenient"),
            "csv": partial(run, PYTHON, "probes/steps.py", case.project("csv")),
        },
        case.times,
    )
    floors = {kind: median(runs[f"floor {kind}"], lambda r: r.seconds("load")) for kind in ("strict", "lenient")}
    times = [Row(f"floor: bulk_load, {kind}", seconds, "s") for kind, seconds in floors.items()]
    empty = run(PYTHON, "probes/steps.py", case.without_facts()).peak
    memory = [Row("a build without facts", empty / 1e6, "MB")]
    for form, target in TARGETS.items():
        seconds = median(runs[form], to_store)
        each = {step: median(runs[form], lambda r, step=step: r.seconds(step)) for step in STEPS}  # type: ignore[misc]
        note = ", ".join(f"{step} {value:.2f}" for step, value in each.items())
        times.append(Row(f"{form}: all steps", sum(each.values()), "s", note=note))
        note = f"{seconds:.2f} s; {seconds / floors['lenient']:.2f} × the lenient floor"
        times.append(Row(f"{form}: read + check + load / floor", seconds / floors["strict"], "×", "≤", target, note))
        peak = median(runs[form], lambda r: r.peak)
        note = f"peak {peak / 1e6:.0f} MB of the whole build, {case.records:,} records"
        aim: Relation = "<" if case.count >= ENOUGH else ""
        memory.append(Row(f"{form}: bytes a record", peak / case.records, "B", aim, BYTES_A_RECORD, note))
        more = (peak - empty) / case.records
        memory.append(Row(f"{form}: bytes a record more than without facts", more, "B"))
    return {"Files to store": times, "Memory": memory}
