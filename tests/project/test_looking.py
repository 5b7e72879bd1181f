"""What would be added is told alike by the graph and by the facts files, of which a large project has very many."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
import yaml

from dfgraph.graph.update import Unfit
from dfgraph.project.known import read_known
from dfgraph.project.looking import Looked, looked_up
from dfgraph.project.planning import Plan, plan, planned
from dfgraph.sources.drafts import Draft
from dfgraph.sources.schema import Ontology
from region import POOL, Region, with_evidence

POOLED: list[dict[str, Any]] = [yaml.load(with_evidence(text), yaml.BaseLoader)[0] for text in POOL]
CITED = {"source": "source/so-xa", "paragraph": "3"}
PAGE = Draft("source", {"url": "https://www.example.org/a/", "label": {"vi": "Trang"}, "source_type": "article"})
SAID: list[dict[str, Any]] = [
    {"kind": "agreement", "party": ["hoa binh", "Nara"], "signed": "2019-03", "label": {"vi": "Thỏa thuận trà 1"}},
    {"kind": "agreement", "party": ["Phú Thọ", "Sakai"], "signed": "2024"},
    {"kind": "agreement", "party": ["Phú Thọ", "Sakai"], "signed": "2026"},
    {"kind": "agreement", "party": ["Phú Thọ", "Nơi nào"], "signed": "2026"},
    {"kind": "agreement", "party": ["Phú Thọ"]},
    {"kind": "visit", "label": {"vi": "Đoàn Nara lần hai"}, "date": "2023", "carries_out": ["Thỏa thuận trà"]},
    {"kind": "visit", "label": {"vi": "Đoàn Nara lần ba"}, "date": "2023", "carries_out": "thoa thuan tra"},
    {
        "kind": "observation",
        "indicator": "fdi-attracted",
        "area": "Hòa Bình",
        "period": "2019",
        "value": "5",
        "unit": "usd",
    },
    {
        "kind": "observation",
        "indicator": "fdi-attracted",
        "area": "Hòa Bình",
        "period": "2031",
        "value": "5",
        "unit": "x",
    },
    {"kind": "person", "label": {"vi": "An"}},
    {"kind": "person", "label": {"vi": "Ẩn"}, "nationality": "viet nam"},
    {"kind": "tenure", "holder": "An", "post": "giam doc", "held_at": "2024"},
    {"kind": "task", "label": {"vi": "Việc mới"}, "group": "nhóm việc", "assigned_to": ["Sở Ngoại vụ", "phu tho"]},
]
SAYINGS = [*SAID, *POOLED[::6], *({key: v for key, v in record.items() if key != "id"} for record in POOLED[::6])]


def draft(said: dict[str, Any], **evidence: str) -> Draft:
    values = {key: value for key, value in deepcopy(said).items() if key != "kind"}
    return Draft(said["kind"], {"evidence": {**CITED, **evidence}, **values}, {("party",): "--party", ("id",): "--id"})


def told(plan: Plan) -> dict[str, Any]:
    """All that a person is shown of a plan."""
    return {
        "records": [(a.id, a.label, a.text, sorted(c.hash for c in a.claims), a.path) for a in plan.additions],
        "likely": [(addition.id, like) for addition, like in plan.likely],
        "findings": [(f.code, f.message, f.location, f.subject) for f in plan.findings],
        "open": [(unsettled.text, unsettled.candidates) for _, unsettled in plan.open],
        "texts": plan.texts,
    }


def test_graph_and_files_tell_alike_what_would_be_added(pristine: Region, ontology: Ontology) -> None:
    places, schema = pristine.places, ontology.schema
    with looked_up(places, ontology) as looked:
        for number, said in enumerate(SAYINGS):
            drafts = [[draft(said)], [PAGE, draft(said)], [draft(said, source="source/bao-lang")]][number % 3]
            force = number % 2 == 0
            by_files = planned(places, ontology, read_known(places, schema), drafts, force=force)
            again = Looked(schema, looked.graph, looked.holdings)
            assert told(planned(places, ontology, again, drafts, force=force)) == told(by_files), said


def test_what_the_graph_does_not_tell_is_left_to_the_files(pristine: Region, ontology: Ontology) -> None:
    other = {"kind": "visit", "label": {"vi": "Đoàn"}, "id": "agreement/hoa-binh--nara"}
    with looked_up(pristine.places, ontology) as looked, pytest.raises(Unfit):
        planned(pristine.places, ontology, looked, [draft(other)])
    codes = [finding.code for finding in plan(pristine.places, ontology, [draft(other)]).findings]
    assert codes == ["facts/bad-id"]


def test_without_a_graph_of_these_facts_the_files_tell(region: Region, ontology: Ontology) -> None:
    region.places.manifest.unlink()
    with pytest.raises(Unfit), looked_up(region.places, ontology):
        pass
