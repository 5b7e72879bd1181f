"""What the shell offers for the values of `add`: terms by their short names, things by id or by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dfgraph.base.text import fold
from dfgraph.cli.completion import Complete, offered, project_of, things

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def references(range_: str) -> Complete:
    """Completes with ids of things of a class (an IRI) that bear a name like what is typed."""
    return things(range_)


def terms(range_: str) -> Complete:
    """Completes with the terms of a vocabulary (the IRI of its class), by the beginning of a word; needs no graph."""

    def complete(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[str]]:
        wanted = f" {fold(typed)}"
        found = []
        for concept in project_of(ctx).ontology.schema.concepts:
            last = concept.id.partition("/")[2]
            if range_ in concept.supers and any(wanted in f" {fold(name)}" for name in (concept.id, *concept.names)):
                found.append((not last.startswith(typed), last, concept.label))
        return offered(ctx, ((last, label) for _, last, label in sorted(found)))

    return complete


def facts_files(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Completes with the facts files of the project, as one would name them from here."""
    import os

    from dfgraph.base.language import Text
    from dfgraph.sources.facts.book import fact_files

    shown = [os.path.relpath(path) for path in fact_files(project_of(ctx).places.data)]
    return offered(ctx, ((name, Text("", "")) for name in shown if typed in name))
