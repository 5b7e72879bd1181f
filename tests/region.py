"""A small made-up region in the shipped ontology, told so that every rule has something to give; for tests of updates.

Each record stands alone, so that a test can add, edit and withdraw it.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from dfgraph import Project
from dfgraph.graph.build.pipeline import Work, build
from dfgraph.graph.store import GraphStore
from dfgraph.project.settings import Places
from dfgraph.sources.schema import Ontology

RECORDS = """
- kind: source
  id: source/so-xa
  label: {vi: Sổ xã, en: The register}
  source_type: report
  date: 2024-05
- kind: source
  id: source/bao-lang
  label: {vi: Báo làng, en: The village paper}
  source_type: article
  date: 2025-08-01
- kind: country
  id: country/vn
  label: {vi: Việt Nam, en: Vietnam}
  iso2: VN
- kind: country
  id: country/jp
  label: {vi: Nhật Bản, en: Japan}
  iso2: JP
- kind: province
  id: province/hoa-binh
  label: {vi: Hòa Bình, en: Hoa Binh}
  rank: province
  until: 2025-06-30
- kind: province
  id: province/phu-tho
  label: {vi: Phú Thọ, en: Phu Tho}
  rank: province
  until: 2025-06-30
- kind: province
  id: province/phu-tho-2025
  label: {vi: Phú Thọ, en: Phu Tho}
  rank: province
  since: 2025-07-01
- kind: change
  id: change/phu-tho-2025
  change_kind: merge
  from: [province/hoa-binh, province/phu-tho]
  to: province/phu-tho-2025
  date: 2025-07-01
- kind: locality
  id: locality/jp-nara
  label: {vi: Nara, en: Nara}
  level: prefecture
  country: country/jp
- kind: locality
  id: locality/jp-sakai
  label: {vi: Sakai, en: Sakai}
  level: city
  country: country/jp
- kind: organisation
  id: organisation/so-ngoai-vu
  label: {vi: Sở Ngoại vụ, en: Department of Foreign Affairs}
  type: department
- kind: person
  id: person/an
  label: {vi: An, en: An}
- kind: post
  id: post/giam-doc
  label: {vi: Giám đốc, en: Director}
  organisation: organisation/so-ngoai-vu
- kind: tenure
  holder: person/an
  post: post/giam-doc
  held_at: 2024
- kind: partnership
  places: [province/hoa-binh, locality/jp-nara]
  since: 2019-03
- kind: partnership
  id: partnership/phu-tho--sakai
  places: [province/phu-tho, locality/jp-sakai]
  since: 2020/2021
- kind: partnership
  id: partnership/hoa-binh--jp
  places: [province/hoa-binh, country/jp]
- kind: agreement
  id: agreement/hoa-binh--nara
  label: {vi: Thỏa thuận trà, en: Tea agreement}
  type: agreement
  party: [province/hoa-binh, locality/jp-nara]
  signed: 2019-03-12
- kind: agreement
  id: agreement/phu-tho--sakai
  type: memorandum
  party: [province/phu-tho, locality/jp-sakai]
  signed: 2020
- kind: visit
  id: visit/nara-2021
  label: {vi: Đoàn Nara, en: Visit from Nara}
  date: 2021-04
  carries_out: agreement/hoa-binh--nara
- kind: visit
  id: visit/nara-2023
  label: {vi: Đoàn Nara lần hai, en: Second visit from Nara}
  date: 2023
  status: done
  carries_out: [agreement/hoa-binh--nara, partnership/phu-tho--sakai]
- kind: conference
  id: conference/hoi-nghi-1
  label: {vi: Hội nghị, en: Conference}
  date: 2024-05-06
- kind: conference
  id: conference/phien-1
  label: {vi: Phiên họp, en: Session}
  part_of: conference/hoi-nghi-1
- kind: event
  id: event/phien-2
  label: {vi: Buổi họp, en: Sitting}
  part_of: conference/hoi-nghi-1
- kind: state-document
  id: document/goc
  label: {vi: Nghị quyết gốc, en: First resolution}
  type: resolution
- kind: state-document
  id: document/giua
  label: {vi: Kế hoạch giữa, en: Plan between}
  type: plan
  implements: document/goc
  adopted_at: event/phien-2
- kind: state-document
  id: document/cuoi
  label: {vi: Kế hoạch cuối, en: Last plan}
  type: plan
  implements: document/giua
- kind: task
  id: task/nhom
  label: {vi: Nhóm việc, en: Group of tasks}
  laid_down_by: document/giua
- kind: task
  id: task/viec
  label: {vi: Việc, en: Task}
  group: task/nhom
- kind: observation
  id: observation/fdi
  indicator: fdi-attracted
  area: province/hoa-binh
  value: 120
  unit: usd
  period: 2019
- kind: observation
  id: observation/fdi-b
  indicator: fdi-attracted
  area: province/hoa-binh
  partner: country/jp
  value: 1200
  unit: usd
  period: 2019
  hedge: about
- kind: observation
  id: observation/fdi-c
  indicator: fdi-attracted
  area: province/phu-tho
  value: 2500
  unit: usd
  period: 2020/2021
  sum_of: [observation/fdi, observation/fdi-b]
- kind: limitation
  id: limitation/it-nguoi
  label: {vi: Ít người, en: Few people}
  answered_by: task/viec
- kind: passage
  source: source/so-xa
  paragraph: 3
  part: body
"""

POOL = [record for record in re.split(r"(?m)^(?=- )", RECORDS) if record.strip()]
"""The records one by one, as text; a test adds evidence to those that need it."""

SELF_EVIDENT = ("kind: source", "kind: passage")


def with_evidence(record: str, source: str = "so-xa", more: str = "") -> str:
    """A record on a source, with more keys of evidence; one that needs no evidence stays as it is."""
    if any(kind in record for kind in SELF_EVIDENT) and not more:
        return record
    if any(kind in record for kind in SELF_EVIDENT):
        return f"{record}  evidence: {{{more.removeprefix(', ')}}}\n"
    return f"{record}  evidence: {{source: source/{source}, paragraph: 3{more}}}\n"


class Region:
    """A project whose facts a test changes, beside what a build from nothing makes of it."""

    def __init__(self, folder: Path, ontology: Ontology) -> None:
        self.places = Places(folder)
        self.ontology = ontology
        self.records = {(n, "so-xa"): with_evidence(text) for n, text in enumerate(POOL)}

    def copy(self, folder: Path) -> Region:
        """The same in another folder; what no test changes there is shared."""
        shutil.copytree(self.places.root, folder, copy_function=os.link, ignore=shutil.ignore_patterns("data"))
        shutil.copytree(self.places.data, folder / "data")
        return Region(folder, self.ontology)

    def write(self) -> None:
        """The facts files: records of a kind may stand in several, and a file goes with its last record."""
        texts: dict[str, list[str]] = {"data/a.yaml": [], "data/b/c.yaml": [], "data/d.yaml": []}
        for (number, _), text in self.records.items():
            texts[sorted(texts)[number % 3]].append(text)
        for name, parts in texts.items():
            path = self.places.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(parts), encoding="utf-8")

    def built(self, ontology: Ontology | None = None) -> Work:
        """A build from nothing, in memory; `ontology` is what is in its folder now, where that has changed."""
        ontology = ontology or self.ontology
        store = GraphStore.in_memory(ontology.names.prefixes)
        work = Work(self.places.ontology, self.places.data, self.places.root, ontology, store)
        build(work)
        return work

    def graph(self) -> GraphStore:
        """The graph that answers."""
        return Project.open(self.places.root).store
