"""Questions put at the terminal, with search as one types. Answers and results do not mix: questions go to stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.validation import ValidationError, Validator

from dfgraph.base.language import Language, Text
from dfgraph.base.text import fold
from dfgraph.cli.adding.asking import Check, Question, Search

_YES = ("y", "yes", "c", "co")
_NO = ("n", "no", "k", "khong")
_YES_OR_NO = Text("Hãy trả lời c (có) hoặc k (không).", "Answer y (yes) or n (no).")
_ONE_OF_THESE = Text("Hãy chọn một trong danh sách.", "Choose one of the list.")
_MOST_SHOWN = 50


class Prompts:
    """Asks at the terminal, in the language of the person."""

    def __init__(self, language: Language, *, input: Input | None = None, output: Output | None = None) -> None:
        self.language = language
        self.session: PromptSession[str] = PromptSession(input=input, output=output or create_output(stdout=sys.stderr))

    def ask(self, question: Question) -> str | None:
        """The answer, empty where nothing is said; None on Ctrl-D."""
        say = self.language
        try:
            answer = self.session.prompt(
                f"{question.label.say(say)}: ",
                default=question.default,
                completer=_Found(question.search, say) if question.search else None,
                complete_while_typing=True,
                validator=_Checked(question.check, say) if question.check else None,
                validate_while_typing=False,
                bottom_toolbar=question.help.say(say) or None,
            )
        except EOFError:
            return None
        return answer.strip()

    def choose(self, label: Text, options: Sequence[tuple[str, Text]]) -> str | None:
        """One of the options, by its number or its name; None where nothing is chosen."""
        for number, (value, about) in enumerate(options, start=1):
            self.say(Text(f"  {number}. {value}  {about.vi}", f"  {number}. {value}  {about.en}"))
        known = {value: value for value, _ in options} | {str(n): v for n, (v, _) in enumerate(options, start=1)}

        def check(text: str) -> Text:
            return Text("", "") if not text.strip() or text.strip() in known else _ONE_OF_THESE

        def search(text: str) -> list[tuple[str, Text]]:
            return [option for option in options if fold(text) in fold(f"{option[0]} {option[1].vi} {option[1].en}")]

        return known.get(self.ask(Question(label, search=search, check=check)) or "")

    def confirm(self, label: Text, *, default: bool) -> bool:
        """Whether the answer is yes; nothing said is the default, Ctrl-D is no."""
        mark = Text("[C/k]", "[Y/n]") if default else Text("[c/K]", "[y/N]")

        def check(text: str) -> Text:
            return Text("", "") if fold(text) in (*_YES, *_NO, "") else _YES_OR_NO

        asked = Text(f"{label.vi} {mark.vi}", f"{label.en} {mark.en}")
        answer = self.ask(Question(asked, check=check))
        return default if answer == "" else fold(answer or _NO[0]) in _YES

    def say(self, text: Text) -> None:
        """A line for the person."""
        sys.stderr.write(f"{text.say(self.language)}\n")
        sys.stderr.flush()


class _Found(Completer):
    def __init__(self, search: Search, language: Language) -> None:
        self.search = search
        self.language = language

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        typed = document.text_before_cursor
        for value, about in list(self.search(typed.strip()))[:_MOST_SHOWN]:
            yield Completion(value, start_position=-len(typed), display_meta=about.say(self.language))


class _Checked(Validator):
    def __init__(self, check: Check, language: Language) -> None:
        self.check = check
        self.language = language

    def validate(self, document: Document) -> None:
        if wrong := self.check(document.text.strip()):
            raise ValidationError(len(document.text), wrong.say(self.language))
