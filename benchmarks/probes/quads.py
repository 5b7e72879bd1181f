"""Facts files to an N-Quads file, without a store: `quads.py PROJECT FILE [ontology]`.

With `ontology` the file also holds what a build loads besides: then it is what the floor is measured with.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

from dfgraph.base.findings import Severity
from dfgraph.base.names import ONTOLOGY
from dfgraph.graph.build.pipeline import Work, check, prepare, read
from dfgraph.graph.build.quads import quads


def main(project: Path, target: Path, *, with_ontology: bool) -> None:
    gc.disable()  # as a build does
    work = prepare(project / "ontology", project / "data", project)
    read(work)
    check(work)
    faults = [f for f in work.report.findings if f.severity is Severity.ERROR]
    if faults:
        sys.exit(f"{project}: {len(faults)} errors, the first is {faults[0]}")
    with target.open("wb") as file:
        if with_ontology:
            file.writelines(_ontology(work))
        file.writelines(quads(work.checked.claims, work.checked.times))


def _ontology(work: Work) -> Iterator[bytes]:
    own = f" <{ONTOLOGY}> .\n".encode()
    yield work.ontology.terms
    yield work.ontology.terms.replace(b" .\n", own)
    yield work.ontology.forms.replace(b" .\n", own)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), with_ontology="ontology" in sys.argv[3:])
