"""Writes the workload: `generate.py FOLDER AGREEMENTS [SEED]`. The same arguments give the same bytes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from workload.files import write_projects
from workload.mapping import write_mapping
from workload.records import COMMON, workload
from workload.rml import write_rml

ONTOLOGY = Path(__file__).resolve().parents[1] / "ontology"


def main(folder: Path, count: int, seed: int) -> None:
    records = workload(count, seed)
    write_projects(folder, records, ONTOLOGY)
    used = {kind: {key for record in made for key in record} for kind, made in records.items()}
    mapping = write_mapping(folder / "mapping.json", ONTOLOGY, used | {"evidence": {"source", *COMMON}})
    write_rml(folder / "flat", mapping)
    counts = {kind: len(made) for kind, made in records.items()}
    told = {"records": sum(counts.values()), "by_kind": counts}
    (folder / "counts.json").write_text(json.dumps(told) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
