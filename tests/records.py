"""Records made up by chance, and facts files of every layout that hold them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from dfgraph.sources.writing.record_text import record_text, value_text

_PRINTED = st.characters(exclude_categories=("Cs", "Cn"), exclude_characters="\x00")
_AWKWARD = st.sampled_from(
    ["", "~", "null", "no", "2019", " a", "a ", "a: b", "a #b", "- a", "a, b", "{a}", "'", '"', "a\nb", "a  b", "x | y"]
)
TEXTS = st.one_of(st.text(_PRINTED, max_size=30), _AWKWARD, st.text("aệ ,:#-'\"\n|{}[]", max_size=15))
KEYS = st.sampled_from(["party", "date", "label", "note", "text", "alias", "value", "x_y"])
_VALUES = st.one_of(
    TEXTS,
    st.lists(TEXTS, min_size=1, max_size=3),
    st.dictionaries(
        st.sampled_from(["vi", "en"]), st.one_of(TEXTS, st.lists(TEXTS, min_size=1, max_size=2)), min_size=1
    ),
)
_PIECES = st.dictionaries(st.sampled_from(["source", "paragraph", "speaker", "because"]), TEXTS, min_size=1)


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """One record: a kind, some fields, and often evidence, in one piece or several."""
    record: dict[str, Any] = {"kind": draw(st.sampled_from(["event", "pact"]))}
    record.update(draw(st.dictionaries(KEYS, _VALUES, max_size=4)))
    evidence = draw(st.one_of(st.none(), _PIECES, st.lists(_PIECES, min_size=1, max_size=2)))
    if evidence is not None:
        record["evidence"] = evidence
    return record


@st.composite
def layouts(draw: st.DrawFn) -> str:
    """A facts file with records written in different ways, with comments, blank lines and defaults between them."""
    parts = [draw(st.sampled_from(["", "# first\n\n", "---\n"]))]
    for number in range(draw(st.integers(1, 4))):
        if draw(st.integers(0, 4)) == 0:
            inner = draw(st.dictionaries(st.sampled_from(["source", "speaker"]), TEXTS, max_size=2))
            parts.append(f"- defaults: {value_text({'date': '2019', 'evidence': inner}, flow=True)}\n")
        record = draw(records())
        record["number"] = str(number)
        parts.append(draw(st.sampled_from([_house, _flow, _blocks]))(record))
        parts.append(draw(st.sampled_from(["", "\n", "# between\n", "  # indented: one\n", "\n\n"])))
    text = "".join(parts)
    text = text.removesuffix("\n") if draw(st.booleans()) else text
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return draw(st.sampled_from(["", "\ufeff"])) + text


def _house(record: dict[str, Any]) -> str:
    return record_text(record)


def _flow(record: dict[str, Any]) -> str:
    return f"- {value_text(record, flow=True)}  # in one line\n"


def _blocks(record: dict[str, Any]) -> str:
    lines = _block(record, 2)
    return "- " + "\n".join(lines)[2:] + "\n"


def _block(value: Any, indent: int) -> list[str]:
    margin = " " * indent
    lines: list[str] = []
    for key, item in value.items():
        if isinstance(item, dict):
            lines += [f"{margin}{key}:  # of {key}", *_block(item, indent + 2)]
        elif isinstance(item, list) and all(isinstance(i, str) for i in item):
            lines += [f"{margin}{key}:", *(f"{margin}- {value_text(i, flow=False)}  # an item" for i in item)]
        elif isinstance(item, list):
            lines.append(f"{margin}{key}:")
            for inner in item:
                told = _block(inner, indent + 4)
                lines += [f"{margin}  - {told[0].lstrip()}", *told[1:]]
        else:
            lines.append(f"{margin}{key}: {value_text(item, flow=False)}  # {key}")
    return lines
