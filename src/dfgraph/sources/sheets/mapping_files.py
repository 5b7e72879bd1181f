"""A mapping as it is written, in YAML: read strictly, every fault with its line."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import PurePath
from typing import Any, Final

import yaml

from dfgraph.base.findings import Finding, Location
from dfgraph.base.language import EMPTY, Text
from dfgraph.base.text import nearest
from dfgraph.sources.facts.faults import did_you_mean
from dfgraph.sources.sheets import faults
from dfgraph.sources.sheets.mapping import FILTERS, Rule, SheetMapping, places_of

Load = Callable[[str], str | None]
IGNORE: Final = "ignore"
_KEYS: Final = ("kind", "sheet", "when", "unless", "tables", "columns", "fields")
_RULE: Final = ("to", "when", "unless", "constant", "template", "split", "replace", "values", "times")


def read_mapping(path: str, text: str, load: Load) -> tuple[SheetMapping, list[Finding]]:
    """The mapping that `text` writes, and what is wrong with it; `load` gives the text of a file beside it."""
    reader = _Reader(path, load)
    root = reader.root(text)
    made = reader.mapping(root) if root is not None else SheetMapping()
    return made, reader.findings


class _Reader:
    def __init__(self, path: str, load: Load) -> None:
        self.path = path
        self.load = load
        self.findings: list[Finding] = []
        self.tables: dict[str, dict[str, tuple[str, ...]]] = {}

    def root(self, text: str) -> yaml.Node | None:
        try:
            found: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
        except (yaml.YAMLError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            why = Text("YAML hỏng: {why}", "broken YAML: {why}").fill(why=getattr(error, "problem", None) or error)
            place = Location(self.path, mark.line + 1 if mark else 0)
            self.findings.append(faults.MAPPING.at(place, why=why, meant=EMPTY))
            return None
        return found

    def take_tables(self, node: yaml.Node | None) -> None:
        """Tables written here, or in a file that is named here, whose faults are then its own."""
        name = _scalar(node)
        if node is None or not name:
            self.tables.update((table, self.table(values)) for table, values in self.pairs(node))
            return
        text = self.load(name)
        if text is None:
            self.fault(node, Text("không đọc được tệp «{name}»", "the file “{name}” cannot be read").fill(name=name))
            return
        other = _Reader(str(PurePath(self.path).parent / name), self.load)
        root = other.root(text)
        self.tables = {table: other.table(values) for table, values in other.pairs(root)}
        self.findings += other.findings

    def table(self, node: yaml.Node | None) -> dict[str, tuple[str, ...]]:
        """What becomes of each value: written out, or a table by its name."""
        name = _scalar(node)
        if not name or node is None:
            return {value: _texts(made) for value, made in self.pairs(node)}
        if name not in self.tables:
            why = Text("không có bảng «{name}»", "there is no table “{name}”").fill(name=name)
            self.fault(node, why, did_you_mean(nearest(name, self.tables)))
        return self.tables.get(name, {})

    def mapping(self, root: yaml.Node) -> SheetMapping:
        parts = self.keys(root, _KEYS)
        self.take_tables(parts.get("tables"))
        columns: dict[str, tuple[Rule, ...]] = {}
        for heading, node in self.pairs(parts.get("columns")):
            several = node.value if isinstance(node, yaml.SequenceNode) else [node]
            if _scalar(node) != IGNORE:
                columns[heading] = tuple(rule for one in several if (rule := self.rule(one)))
            else:
                columns[heading] = ()
        fields = []
        for name, node in self.pairs(parts.get("fields")):
            several = node.value if isinstance(node, yaml.SequenceNode) else [node]
            fields += [rule for one in several if (rule := self.rule(one, name))]
        kind, sheet = _scalar(parts.get("kind")), _scalar(parts.get("sheet"))
        when, unless = self.conditions(parts.get("when")), self.conditions(parts.get("unless"))
        return SheetMapping(kind or "", sheet, when, unless, columns, tuple(fields), self.path)

    def rule(self, node: yaml.Node, to: str = "") -> Rule | None:
        """A rule written out, or just the name of a field (of a constant, where the field is named already)."""
        short = _scalar(node)
        if short is not None:
            line = node.start_mark.line + 1
            return Rule(to, constant=(short,), line=line) if to else Rule(short, line=line)
        parts = self.keys(node, _RULE)
        target = _scalar(parts.get("to")) or to
        if not target:
            self.fault(node, Text("quy tắc thiếu «to»", "the rule lacks “to”"))
            return None
        templates = _texts(parts.get("template"))
        for name in (f for template in templates for _, f in places_of(template) if f and f not in FILTERS):
            why = Text("không có bộ lọc «{name}»", "there is no filter “{name}”").fill(name=name)
            self.fault(parts["template"], why, did_you_mean(nearest(name, FILTERS)))
            return None
        factor, by, factors = self.times(parts.get("times"))
        return Rule(
            to=target,
            when=self.conditions(parts.get("when")),
            unless=self.conditions(parts.get("unless")),
            constant=_texts(parts.get("constant")),
            template=templates,
            split=_texts(parts.get("split")),
            replace=tuple(self.patterns(parts.get("replace"))),
            values=self.table(parts.get("values")),
            factor=factor,
            by=by,
            factors=factors,
            line=node.start_mark.line + 1,
        )

    def times(self, node: yaml.Node | None) -> tuple[Decimal | None, str, dict[str, Decimal]]:
        if node is None:
            return None, "", {}
        if isinstance(node, yaml.ScalarNode):
            return self.number(node), "", {}
        parts = self.keys(node, ("by", "values"))
        found = {name: number for name, value in self.pairs(parts.get("values")) if (number := self.number(value))}
        return None, _scalar(parts.get("by")) or "", found

    def number(self, node: yaml.Node) -> Decimal | None:
        try:
            return Decimal(_scalar(node) or "")
        except InvalidOperation:
            self.fault(node, Text("«{n}» không phải số", "“{n}” is no number").fill(n=_scalar(node) or "…"))
            return None

    def patterns(self, node: yaml.Node | None) -> list[tuple[re.Pattern[str], str]]:
        found = []
        for pattern, value in self.pairs(node):
            try:
                made = re.compile(pattern)
                made.sub(_scalar(value) or "", "")
                found.append((made, _scalar(value) or ""))
            except (re.error, IndexError) as error:
                why = Text("biểu thức «{p}» sai: {why}", "the expression “{p}” is wrong: {why}")
                self.fault(value, why.fill(p=pattern, why=error))
        return found

    def conditions(self, node: yaml.Node | None) -> dict[str, tuple[str, ...]]:
        return {heading: _texts(value) for heading, value in self.pairs(node)}

    def keys(self, node: yaml.Node, known: tuple[str, ...]) -> dict[str, yaml.Node]:
        """The parts of a mapping; a fault for each that it cannot have."""
        found = dict(self.pairs(node))
        for name in [name for name in found if name not in known]:
            why = Text("không có khóa «{name}» ở đây", "there is no key “{name}” here").fill(name=name)
            keys = Text("Các khóa: {k}.", "The keys are {k}.").fill(k=", ".join(known))
            self.fault(found.pop(name), why, did_you_mean(nearest(name, known), otherwise=keys))
        return found

    def pairs(self, node: yaml.Node | None) -> list[tuple[str, yaml.Node]]:
        if node is None or _scalar(node) == "":
            return []
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, Text("ở đây cần các cặp «khóa: giá trị»", "here pairs “key: value” are needed"))
            return []
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if _scalar(key) is None:
                self.fault(key, Text("khóa phải là văn bản", "a key must be text"))
            elif found.setdefault(str(key.value), value) is not value:
                self.fault(key, Text("khóa «{k}» viết hai lần", "the key “{k}” is written twice").fill(k=key.value))
        return list(found.items())

    def fault(self, node: Any, why: Text, meant: Text = EMPTY) -> None:
        mark = node.start_mark
        self.findings.append(
            faults.MAPPING.at(Location(self.path, mark.line + 1, mark.column + 1), why=why, meant=meant)
        )


def _scalar(node: yaml.Node | None) -> str | None:
    if not isinstance(node, yaml.ScalarNode):
        return None
    return "" if node.tag == "tag:yaml.org,2002:null" else str(node.value)


def _texts(node: yaml.Node | None) -> tuple[str, ...]:
    several = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(text for one in several if (text := _scalar(one)))
