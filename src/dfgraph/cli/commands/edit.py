"""`dfgraph edit ID --set FIELD=VALUE`: values of a thing changed where they are written."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import click

from dfgraph.base.language import Text
from dfgraph.cli.console import Console
from dfgraph.cli.correcting import change_options, choice, choice_options, correct, thing_argument
from dfgraph.cli.main import VERBS
from dfgraph.cli.options import BilingualOption, verb

_FORM: Final = Text(
    "«{typed}» phải có dạng TRƯỜNG=GIÁ-TRỊ, ví dụ label@en=Hue hay evidence.paragraph=3.",
    "“{typed}” must be FIELD=VALUE, like label@en=Hue or evidence.paragraph=3.",
)
_SET: Final = BilingualOption(
    ["--set", "settings"],
    multiple=True,
    required=True,
    metavar="FIELD=VALUE",
    about=Text(
        "Giá trị mới; để trống sau dấu bằng là bỏ; nhiều giá trị cách nhau bằng « | »; label@en, evidence.paragraph.",
        "The new value; none behind the sign takes it away; several with “ | ” between; label@en, evidence.paragraph.",
    ),
)


@verb("edit", VERBS["edit"], [thing_argument(), _SET, *choice_options(), *change_options()])
def command(
    console: Console, thing: str, settings: tuple[str, ...], claim: int | None, record: str | None, **manner: Any
) -> int:
    """Changes the values, and tells what became of it."""
    from dfgraph.project.correcting import edited
    from dfgraph.project.setting import parse_setting

    read = []
    for text in settings:
        setting = parse_setting(text)
        if setting is None:
            raise click.BadParameter(console.say(_FORM, typed=text), click.get_current_context(), param_hint="--set")
        read.append(setting)
    decide = partial(edited, thing=thing, settings=read, choice=choice(claim, record))
    return correct(console, decide, **manner)
