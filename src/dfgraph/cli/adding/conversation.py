"""`dfgraph add` without options: a talk at the terminal."""

from __future__ import annotations

from datetime import date

from dfgraph.base.language import Text
from dfgraph.cli.adding.deciding import decided
from dfgraph.cli.adding.interview import Interview
from dfgraph.cli.adding.prompting import Prompts
from dfgraph.cli.console import Console
from dfgraph.project.adding import Wishes
from dfgraph.project.known import read_known
from dfgraph.sources.schema import Kind

_KIND = Text("Loại bản ghi", "Kind of record")


def converse(console: Console, kind: Kind | None, *, wishes: Wishes | None = None, dry: bool = False) -> int:
    """Asks for a record (and first for its kind, where that is not known), and adds it; the exit code."""
    project = console.project()
    schema = project.ontology.schema
    asker = Prompts(console.language)
    if kind is None:
        chosen = asker.choose(_KIND, [(k.key, k.label) for k in schema.kinds.values()])
        if chosen is None:
            return 2
        kind = schema.kinds[chosen]
    index = read_known(project.places, schema).index
    drafts = Interview(asker, index, console.language, date.today().isoformat()).run(kind)
    return decided(console, drafts, wishes or Wishes(), asker, dry=dry, confirm=True)
