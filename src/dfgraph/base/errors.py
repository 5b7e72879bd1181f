"""What stops a command: one line and its remedy. Faults in the data are findings, never exceptions."""

from __future__ import annotations

from dfgraph.base.language import EMPTY, Language, Text


class DfgraphError(Exception):
    """Root of all errors that dfgraph raises on purpose.

    `message` says what and where, `remedy` what to do; both in Vietnamese and English. `str()` gives the English.
    """

    def __init__(self, message: Text, remedy: Text = EMPTY) -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def say(self, language: Language) -> str:
        """One line: the message, then the remedy where there is one."""
        return " ".join(f"{self.message.say(language)} {self.remedy.say(language)}".split())

    def __str__(self) -> str:
        """The English line."""
        return self.say("en")


class ProjectError(DfgraphError):
    """There is no project here, or its folder cannot be read or written."""


class OntologyError(DfgraphError):
    """The ontology cannot be used: broken Turtle, a shape without path, a key used twice."""


class ChangeError(DfgraphError):
    """A change of the facts cannot be made as it was asked for."""


class StoreError(DfgraphError):
    """The graph cannot be opened, read or written."""


class QueryError(DfgraphError):
    """A query or one of its parameters cannot be understood."""


class ExportError(DfgraphError):
    """A product cannot be written."""


class TextsError(DfgraphError):
    """The texts of sources that a person holds cannot be read."""


class SheetError(DfgraphError):
    """A sheet that a person hands over, or the mapping for it, cannot be read."""
