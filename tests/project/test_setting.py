"""`field=value` says the same as a person would write in the file."""

from __future__ import annotations

from typing import Any

import pytest

from dfgraph.base.errors import ChangeError
from dfgraph.project.setting import Setting, edits_of, field_of, parse_setting
from dfgraph.sources.schema import Ontology, read_ontology
from telling import spoken
from worlds import VILLAGE


@pytest.fixture(scope="module")
def village_ontology() -> Ontology:
    return read_ontology(VILLAGE / "ontology")


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("a=b", Setting("a", "", False, "b")),
        (" a = b = c ", Setting("a", "", False, "b = c")),
        ("a=", Setting("a", "", False, "")),
        ("a@en=b", Setting("a", "en", False, "b")),
        ("evidence.a=b", Setting("a", "", True, "b")),
        ("evidence.a@vi=b", Setting("a", "vi", True, "b")),
        ("evidence=b", Setting("evidence", "", False, "b")),
        ("a", None),
        ("=a", None),
        ("a@=b", None),
        ("other.a=b", None),
        ("evidence.=b", None),
    ],
)
def test_the_parts_of_a_setting(text: str, setting: Setting | None) -> None:
    assert parse_setting(text) == setting
    if setting and " " not in text:
        assert f"{setting.name}={setting.value}" == text


@pytest.mark.parametrize(
    ("text", "kind", "current", "expected"),
    [
        ("signed=2019", "pact", "2018", {("signed",): "2019"}),
        ("signed=", "pact", "2018", {("signed",): None}),
        ("number=a | b", "pact", None, {("number",): "a | b"}),
        ("party=a | b |  c", "pact", ["x"], {("party",): ["a", "b", "c"]}),
        ("party=a", "pact", ["x"], {("party",): "a"}),
        ("label=Mới", "pact", None, {("label", "vi"): "Mới"}),
        ("label=Mới", "pact", {"vi": "Cũ", "en": "Old"}, {("label", "vi"): "Mới"}),
        ("label@en=New", "pact", {"vi": "Cũ"}, {("label", "en"): "New"}),
        ("label@en=", "pact", {"vi": "Cũ", "en": "Old"}, {("label", "en"): None}),
        ("label=", "pact", {"vi": "Cũ", "en": "Old"}, {("label",): None}),
        ("label=Mới", "pact", "Cũ", {("label",): "Mới"}),
        ("label@en=New", "pact", "Cũ", {("label",): {"vi": "Cũ", "en": "New"}}),
        ("alias@en=A | B", "pact", ["Cũ"], {("alias",): {"vi": ["Cũ"], "en": ["A", "B"]}}),
        ("evidence.paragraph=3", "pact", None, {("evidence", 1, "paragraph"): "3"}),
        ("evidence.because@en=so", "pact", None, {("evidence", 1, "because", "en"): "so"}),
    ],
)
def test_what_a_setting_changes(
    village_ontology: Ontology, text: str, kind: str, current: Any, expected: dict[tuple[str | int, ...], Any]
) -> None:
    schema, setting = village_ontology.schema, parse_setting(text)
    assert setting is not None
    assert edits_of(setting, field_of(setting, schema.kinds[kind], schema), current, 1) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sigend=x", "The kind “pact” has no field “sigend”. Did you mean signed"),
        ("zzz=x", "The kind “pact” has no field “zzz”. The fields are label, alias, party, signed, period, number"),
        ("evidence.sorce=x", "The kind “evidence” has no field “sorce”. Did you mean source?"),
        ("signed@en=x", "“signed” has no language. Leave out “@en”."),
        ("label@fr=x", "There is no language “fr”. Use vi or en."),
        ("kind=x", "“kind” cannot be set like that. The kind of a thing cannot be changed."),
        ("id=x", "“id” cannot be set like that. Change an id with `dfgraph rename`."),
        ("evidence=x", "“evidence” cannot be set like that. Name its field, as in evidence.paragraph=3."),
    ],
)
def test_what_cannot_be_set_is_told_with_what_can(village_ontology: Ontology, text: str, told: str) -> None:
    schema, setting = village_ontology.schema, parse_setting(text)
    assert setting is not None
    with pytest.raises(ChangeError) as caught:
        field_of(setting, schema.kinds["pact"], schema)
    assert str(caught.value).startswith(told)
    spoken(caught.value.message)


def test_a_list_in_several_languages_is_left_to_the_person(village_ontology: Ontology) -> None:
    schema, setting = village_ontology.schema, parse_setting("alias@en=x")
    assert setting is not None
    field = field_of(setting, schema.kinds["pact"], schema)
    with pytest.raises(ChangeError, match="list in several languages"):
        edits_of(setting, field, [{"vi": "a"}, "b"], 0)
