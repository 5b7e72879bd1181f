"""How a person is asked: questions as data, and whoever puts them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from dfgraph.base.language import EMPTY, Text

Search = Callable[[str], Sequence[tuple[str, Text]]]
"""The values that a person may be about to type, likeliest first, each with what it is."""

Check = Callable[[str], Text]
"""What is wrong with an answer; empty where nothing is."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: what is wanted, what helps to answer it, what stands there at first."""

    label: Text
    help: Text = EMPTY
    default: str = ""
    search: Search | None = None
    check: Check | None = None


class Asker(Protocol):
    """Somebody to answer questions."""

    def ask(self, question: Question) -> str | None:
        """The answer, empty where nothing is said; None where the person has said enough of the thing."""

    def choose(self, label: Text, options: Sequence[tuple[str, Text]]) -> str | None:
        """One of the options, None where none is meant."""

    def confirm(self, label: Text, *, default: bool) -> bool:
        """Whether the answer is yes."""

    def say(self, text: Text) -> None:
        """Tells the person something."""
