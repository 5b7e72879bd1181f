"""What is said, and where: statements as lines, citations told once, texts in one or two languages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dfgraph.base.language import Text
from dfgraph.base.text import nfc
from dfgraph.graph.query import Citation
from dfgraph.products.network.model import Statement
from dfgraph.products.views.scene.model import SceneCitation, SceneStatement, Words
from dfgraph.products.views.texts import say_date


@dataclass
class Notes:
    """Collects citations, each once, and turns statements into lines that point to them."""

    node_at: dict[str, int]
    citations: list[SceneCitation] = field(default_factory=list)
    _number: dict[Citation, int] = field(default_factory=dict)
    _of_claim: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, citations: tuple[Citation, ...]) -> list[int]:
        """The numbers of these citations, each once."""
        return sorted({self._at(citation) for citation in citations})

    def _at(self, citation: Citation) -> int:
        # A claim is met many times: it is looked up by its name before it is compared with all others.
        key = (citation.claim, citation.source)
        if key not in self._of_claim:
            # Claims that rest on the same passage are one source to a reader.
            place = replace(citation, claim="")
            if place not in self._number:
                self._number[place] = len(self.citations)
                self.citations.append(to_citation(place))
            self._of_claim[key] = self._number[place]
        return self._of_claim[key]

    def statements(self, statements: tuple[Statement, ...]) -> list[SceneStatement]:
        """The lines of a detail panel."""
        lines: list[SceneStatement] = []
        for said in statements:
            line: SceneStatement = {
                "field": to_words(said.field),
                "value": to_words(said.value),
                "notes": self.number(said.citations),
            }
            if said.value_id in self.node_at:
                line["node"] = self.node_at[said.value_id]
            if said.derived:
                line["derived"] = True
            if said.contested:
                line["contested"] = True
            lines.append(line)
        return lines


def to_citation(citation: Citation) -> SceneCitation:
    """A citation as a reader sees it: only what is known of it."""
    title = citation.title if any(citation.title) else Text(citation.source, citation.source)
    if citation.publisher:
        title = Text(*(f"{said}, {citation.publisher}" if said else "" for said in title))
    said: SceneCitation = {"source": to_words(title)}
    if citation.url:
        said["url"] = citation.url
    if citation.paragraph is not None:
        said["paragraph"] = citation.paragraph
    if citation.page is not None:
        said["page"] = citation.page
    if citation.date:
        said["date"] = to_words(say_date(citation.date))
    if any(citation.speaker):
        said["speaker"] = to_words(citation.speaker)
    if any(citation.confidence):
        said["confidence"] = to_words(citation.confidence)
    if any(citation.because):
        said["because"] = to_words(citation.because)
    if any(citation.note):
        said["remark"] = to_words(citation.note)
    if any(citation.stance):
        said["stance"] = to_words(citation.stance)
    if citation.open_list:
        said["open"] = True
    return said


def to_words(text: Text) -> Words:
    """One string where it is the same for all readers; a text in one language alone keeps the name of its language."""
    if text.vi == text.en:
        return nfc(text.vi)
    return {language: nfc(said) for language, said in text._asdict().items() if said}
