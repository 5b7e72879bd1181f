"""What the shell offers when a person presses Tab: names of questions, ids of things, in the person's language.

Nothing here is imported before a Tab is pressed, except the functions that options name.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import click

from dfgraph.base.errors import DfgraphError
from dfgraph.base.language import Text
from dfgraph.cli.console import Console
from dfgraph.cli.usage import language_of

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from dfgraph.project import Project

VARIABLE: Final = "_DFGRAPH_COMPLETE"
SHELLS: Final = ("bash", "zsh", "fish")

Complete = Callable[[click.Context, click.Parameter, str], "list[CompletionItem[str]]"]


def offered(ctx: click.Context, candidates: Iterable[tuple[str, Text]]) -> list[CompletionItem[str]]:
    """Values to complete with, each with its help in the language of the person."""
    from click.shell_completion import CompletionItem

    language = language_of(ctx)
    return [CompletionItem(value, help=" ".join(help_.say(language).split()) or None) for value, help_ in candidates]


def project_of(ctx: click.Context) -> Project:
    """The project that the half-typed line is about; a shell hands `~` and `$HOME` over as they were typed."""
    console = ctx.find_object(Console) or Console()
    console.folder = type(console.folder)(os.path.expandvars(console.folder)).expanduser()
    return console.project()


def things(range_: str = "") -> Complete:
    """Completes with ids of things of a class (a prefixed name), or of all kinds."""

    def complete(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[str]]:
        from dfgraph.graph.query import completions

        project = project_of(ctx)
        class_ = project.names.expand(range_) if range_ else ""
        return offered(ctx, completions(project.store, typed, class_))

    return complete


def one_thing(ctx: click.Context, param: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Completes with the id of any thing, unless a name of several words is being typed."""
    return [] if ctx.params.get(param.name) else things()(ctx, param, typed)


def kinds(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Completes with the keys of the kinds of record."""
    from dfgraph.sources.schema import read_ontology

    known = read_ontology(project_of(ctx).places.ontology).schema.kinds.values()
    return offered(ctx, ((k.key, k.label) for k in known if k.key.startswith(typed)))


def recorded_things(ctx: click.Context, param: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Completes one argument with the id of any thing."""
    return things()(ctx, param, typed)


def networks(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Completes with the names of the ontology's networks."""
    known = project_of(ctx).networks.values()
    return offered(ctx, ((n.name, n.phrase("title")) for n in known if n.name.startswith(typed)))


def views(ctx: click.Context, param: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Completes with the names of the ontology's networks, and where none fits with the id of any thing."""
    return [] if ctx.params.get(param.name) else networks(ctx, param, typed) or things()(ctx, param, typed)


def settings(ctx: click.Context, param: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Completes `NAME=VALUE` for the parameters of the network that the line names, or of all."""
    from dfgraph.graph.query import parameters_of

    known = project_of(ctx).networks
    named = " ".join(ctx.params.get("name") or ())
    chosen = [known[named]] if named in known else known.values()
    parameters = {p.name: p for network in chosen for p in parameters_of(network.header)}
    name, equals, value = typed.partition("=")
    if not equals:
        return offered(ctx, ((f"{p.name}=", p.help) for p in parameters.values() if p.name.startswith(typed)))
    if name not in parameters or not parameters[name].range:
        return []
    found = things(parameters[name].range)(ctx, param, value)
    return offered(ctx, ((f"{name}={item.value}", Text(item.help or "", item.help or "")) for item in found))


def complete(command: click.Command) -> int:
    """Answers the shell, by the variables it has set; says nothing where there is no project or no graph."""
    from click.shell_completion import shell_complete

    from dfgraph.cli import shells

    shells.register()
    with suppress(DfgraphError, click.ClickException, OSError):
        return shell_complete(command, {"obj": Console()}, "dfgraph", VARIABLE, os.environ[VARIABLE])
    return 0
