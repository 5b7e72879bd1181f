"""Results on stdout, everything else on stderr, whatever these are; and never a traceback."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from dfgraph import Project
from dfgraph.base.files import write_file

FULL = Path("/dev/full")


def dfgraph(project: Project, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """One command in a process of its own."""
    command = [sys.executable, "-m", "dfgraph", "--project", str(project.places.root), *arguments]
    variables = {k: v for k, v in os.environ.items() if k not in ("LC_ALL", "LANG", "PYTHONUTF8")}
    return subprocess.run(command, capture_output=True, env={**variables, **environment}, check=False, timeout=60)


def test_a_result_is_all_that_stdout_gets(shipped: Project) -> None:
    done = dfgraph(shipped, "check", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["counts"]["claims"] > 1000


def test_findings_and_counts_are_no_result(shipped: Project) -> None:
    done = dfgraph(shipped, "check")
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr


@pytest.mark.parametrize("verb", ["show", "search"])
@pytest.mark.parametrize(
    "environment",
    [{"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp1252"}, {"PYTHONUTF8": "0", "LC_ALL": "POSIX"}],
    ids=["ascii", "windows", "posix"],
)
def test_a_terminal_that_cannot_show_vietnamese_is_no_fault(
    shipped: Project, verb: str, environment: dict[str, str]
) -> None:
    done = dfgraph(shipped, verb, "quang-ninh", "--lang", "vi", **environment)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    assert b"quang-ninh" in done.stdout


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize(
    "arguments",
    [("query", "ASK { ?s ?p ?o }"), ("query", "SELECT * { ?s ?p ?o }", "-f", "csv"), ("search", "hue"), ("--help",)],
    ids=["ask", "csv", "search", "help"],
)
def test_an_output_that_is_full_is_one_line(shipped: Project, arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "dfgraph", "--project", str(shipped.places.root), "--lang", "en", *arguments]
    with FULL.open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 3
    assert done.stderr.startswith(b"dfgraph: ")
    assert done.stderr.count(b"\n") == 1


def test_what_is_no_plain_file_is_written_to_not_replaced(tmp_path: Path) -> None:
    """`--output /dev/null` must leave the device a device."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_file(pipe, b"a page")
        assert stat.S_ISFIFO(pipe.stat().st_mode)
        assert os.read(reader, 100) == b"a page"
    finally:
        os.close(reader)


@pytest.mark.parametrize("verb", ["search", "show", "query", "ask"])
def test_arguments_that_are_not_utf_8_are_one_line(shipped: Project, verb: str) -> None:
    command: list[str | bytes] = [sys.executable, "-m", "dfgraph", "--project", str(shipped.places.root)]
    command += ["--lang", "en", verb, b"\xff"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert done.returncode == (0 if verb == "search" else 3)
    assert (done.stdout, done.stderr.count(b"\n")) == (b"", 1)
