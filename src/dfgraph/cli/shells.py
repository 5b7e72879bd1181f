"""Click's completion for bash, zsh and fish, mended where a value need not start with what was typed."""

from __future__ import annotations

from os.path import commonprefix
from typing import Final

from click.shell_completion import BashComplete, CompletionItem, FishComplete, ZshComplete, add_completion_class

from dfgraph.base.text import fold

_APART: Final = "apart"
"""The type of a candidate that says: none of the others goes on from what was typed."""

_NO_BLANK: Final = """
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace
    fi

    return 0
"""

_LEAVE_THE_LINE: Final = f"""
    if [[ "${{response[1]}}" == "{_APART}" ]]; then
        compstate[insert]=
        compstate[list]="list force"
    fi
}}
"""


class _Bash(BashComplete):
    """Bash takes `=` for the end of a word, and puts what all values begin with in the place of what was typed."""

    source_template = BashComplete.source_template.replace("\n    return 0\n", _NO_BLANK, 1)

    def get_completion_args(self) -> tuple[list[str], str]:
        args, incomplete = super().get_completion_args()
        words: list[str] = []
        for word in (*args, incomplete):
            if words and (word == "=" or words[-1].endswith("=")):
                words[-1] += word
            else:
                words.append(word)
        return words[:-1], words[-1]

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        found = super().get_completions(args, incomplete)
        before, _, typed = incomplete.rpartition("=")
        for item in found:
            item.value = item.value.removeprefix(f"{before}=")
        # A blank choice has nothing in common with the others: they are listed, and the line stays as it is.
        return [*found, CompletionItem(" ")] if _apart(found, typed) else found


class _Zsh(ZshComplete):
    """Zsh does the same with what all values begin with, unless it is told to leave the line alone."""

    source_template = ZshComplete.source_template.replace("\n}\n", _LEAVE_THE_LINE, 1)

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        found = _whole_words(super().get_completions(args, incomplete), incomplete)
        return [CompletionItem("-", type=_APART), *found] if _apart(found, incomplete.rpartition("=")[2]) else found


class _Fish(FishComplete):
    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        return _whole_words(super().get_completions(args, incomplete), incomplete)

    def format_completion(self, item: CompletionItem[str]) -> str:
        # Its script ends the help at the first comma.
        item.help = (item.help or "").replace(",", "‚")
        return super().format_completion(item)


def _whole_words(found: list[CompletionItem[str]], incomplete: str) -> list[CompletionItem[str]]:
    """Zsh and fish take `--option=value` as one word, and want all of it back."""
    before, equals, _ = incomplete.rpartition("=")
    for item in found if equals else ():
        if item.type == "plain":
            item.value = before + equals + item.value.removeprefix(before + equals)
    return found


def _apart(found: list[CompletionItem[str]], typed: str) -> bool:
    """Whether what all values begin with says less than what was typed, which would be lost for it."""
    shared = commonprefix([item.value for item in found])  # noqa: RUF071 - of letters, as shells do
    return len(found) > 1 and fold(typed) not in fold(shared)


def register() -> None:
    """Puts these in the place of click's own."""
    for shell in (_Bash, _Zsh, _Fish):
        add_completion_class(shell)
