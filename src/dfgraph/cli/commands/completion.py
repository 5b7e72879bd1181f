"""`dfgraph completion`: the lines that teach a shell to complete what is typed after `dfgraph`."""

from __future__ import annotations

import os
from pathlib import PurePath

import click
from click.shell_completion import get_completion_class

from dfgraph.base.language import Text
from dfgraph.cli.completion import SHELLS, VARIABLE
from dfgraph.cli.console import Console
from dfgraph.cli.options import verb
from dfgraph.cli.shells import register

_ABOUT = Text(
    "In đoạn mã để shell tự điền lệnh, câu hỏi và mã của các đối tượng khi nhấn Tab.\n\n"
    "SHELL là bash, zsh hoặc fish (mặc định: shell đang dùng). Để dùng luôn, thêm vào tệp khởi động của shell:\n\n"
    'bash (~/.bashrc), zsh (~/.zshrc): eval "$(dfgraph completion)"\n\n'
    "fish (~/.config/fish/config.fish): dfgraph completion fish | source",
    "Print what lets a shell complete verbs, questions and ids when Tab is pressed.\n\n"
    "SHELL is bash, zsh or fish (default: the one in use). For good, add to what the shell reads at its start:\n\n"
    'bash (~/.bashrc), zsh (~/.zshrc): eval "$(dfgraph completion)"\n\n'
    "fish (~/.config/fish/config.fish): dfgraph completion fish | source",
)


@verb("completion", _ABOUT, [click.Argument(["shell"], type=click.Choice(SHELLS), required=False, metavar="[SHELL]")])
def command(console: Console, shell: str | None) -> None:
    """Prints click's own script for the shell."""
    register()
    in_use = PurePath(os.environ.get("SHELL", "")).name
    script = get_completion_class(shell or (in_use if in_use in SHELLS else "bash"))
    assert script is not None
    root = click.get_current_context().find_root().command
    console.raw(script(root, {}, "dfgraph", VARIABLE).source().encode())
