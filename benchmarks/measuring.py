"""Fresh processes, one after the other: their seconds, their memory, and what they tell of themselves."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PYTHON = Path(sys.executable)
DFGRAPH = PYTHON.with_name("dfgraph")
Word = str | Path


class BrokenRunError(RuntimeError):
    """A process that was to be measured failed, or took too long."""


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds from start to end, CPU seconds, peak bytes, and the JSON that it printed, if any."""

    wall: float
    cpu: float
    peak: int
    told: Mapping[str, Any]

    def seconds(self, *steps: str) -> float:
        """The sum of some of the steps that it timed itself."""
        seconds: dict[str, float] = self.told["seconds"]
        return sum(seconds[step] for step in steps)


def run(*command: Word, folder: Path = HERE, limit: float = 1800) -> Run:
    """Runs a command in `folder` and measures it. Raises BrokenRunError where it fails or outlasts `limit` seconds."""
    words = [str(word) for word in command]
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(words, cwd=folder, env=environment, stdout=out, stderr=errors)
        timer = threading.Timer(limit, process.kill)
        timer.start()
        # Waited for here and not by `subprocess`, because only this call tells what one process used. The peak is
        # never told below that of the process it came from, so this one stays small and makes nothing itself.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            last = errors.read().decode(errors="replace").strip().rpartition("\n")[2]
            raise BrokenRunError(f"{' '.join(words[:3])} …: {last or f'stopped after {wall:.0f} s'}")
        out.seek(0)
        told = out.read().strip()
    unit = 1 if sys.platform == "darwin" else 1024
    is_told = told.startswith(b"{") and told.endswith(b"}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit, json.loads(told) if is_told else {})


def interleaved(acts: Mapping[str, Callable[[], Run]], times: int) -> dict[str, list[Run]]:
    """Every act so many times, in rounds: what slows the machine for a while slows all of them."""
    runs: dict[str, list[Run]] = {name: [] for name in acts}
    for number in range(times):
        for name, act in acts.items():
            print(f"  {name} ({number + 1}/{times})", file=sys.stderr, flush=True)
            runs[name].append(act())
    return runs


def median(runs: Sequence[Run], of: Callable[[Run], float]) -> float:
    """The median of one figure over some runs."""
    return statistics.median(of(r) for r in runs)


def wall(one: Run) -> float:
    """The seconds of a run, from the start of the process to its end."""
    return one.wall
