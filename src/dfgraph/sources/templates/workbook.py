"""A blank sheet as a workbook: labels in two languages, help, drop-downs, typed columns, an example, an explanation."""

from __future__ import annotations

import io
import re
from typing import Any, Final

from dfgraph.base.findings import column_letters
from dfgraph.base.language import LANGUAGES, Language, Text
from dfgraph.sources.schema import ValueType
from dfgraph.sources.sheets import Part
from dfgraph.sources.sheets.xlsx_files import EXPLAINED
from dfgraph.sources.templates.explanation import HOW_TO, explained, told_form
from dfgraph.sources.templates.sheet import BlankColumn, BlankSheet

LABELS, TRANSLATIONS, KEYS, SAMPLE, FIRST, LAST = 1, 2, 3, 4, 5, 5000
"""The rows of the sheet: three of headings (that with the keys is hidden), the example, and those to fill in."""

_LISTS: Final = "lists"
_COLOURS: Final = {Part.ROW: "595959", Part.OWN: "005A8C", Part.EVIDENCE: "00694E", Part.SOURCE: "8A4B00"}
_WIDTHS: Final = {ValueType.TEXT: 34, ValueType.REFERENCE: 24, ValueType.ADDRESS: 30, ValueType.BOOLEAN: 10}
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\]")
_NOT_LISTED: Final = Text("Giá trị này không có trong danh sách.", "This value is not in the list.")
_SKIP_WIDTH, _OTHER_WIDTH = 9, 18


def to_xlsx(sheet: BlankSheet, language: Language) -> bytes:
    """The workbook, its first labels in `language`."""
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    page.title = _NOT_IN_NAMES.sub(" ", sheet.kind.label.say(language))[:31]
    lists = _Lists(book, language)
    for number, blank in enumerate(sheet.columns, start=1):
        _headings(page, number, blank, language)
        _typed(page, number, blank, lists)
    page.freeze_panes = page.cell(SAMPLE, 3)
    page.row_dimensions[KEYS].hidden = True
    page.row_dimensions[LABELS].height = 34
    page.row_dimensions[TRANSLATIONS].height = 28
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    _explanation(book, sheet, language)
    book.move_sheet(lists.page, len(book.sheetnames))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _headings(page: Any, number: int, blank: BlankColumn, language: Language) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill

    column = blank.column
    other: Language = "en" if language == "vi" else "vi"
    wrapped = Alignment(wrap_text=True, vertical="center")
    fill = PatternFill("solid", start_color=_COLOURS[column.part])
    title = f"{column.title.say(language)}{' *' if column.required else ''}"
    for row, text, font in (
        (LABELS, title, Font(bold=True, color="FFFFFF")),
        (TRANSLATIONS, column.title.say(other), Font(italic=True, size=9, color="FFFFFF")),
        (KEYS, column.name, Font(name="Courier New", size=8, color="FFFFFF")),
    ):
        cell = page.cell(row, number)
        cell.value, cell.font, cell.fill, cell.alignment = text, font, fill, wrapped
    lines = [line for say in LANGUAGES for line in (column.help.say(say), told_form(blank).say(say)) if line]
    if lines:
        height = 40 + 18 * sum(1 + len(line) // 48 for line in lines)
        page.cell(LABELS, number).comment = Comment("\n".join(lines), "dfgraph", width=340, height=height)


def _typed(page: Any, number: int, blank: BlankColumn, lists: _Lists) -> None:
    from openpyxl.styles import Alignment, Font

    field = blank.column.field
    column = page.column_dimensions[column_letters(number)]
    column.width = _WIDTHS.get(field.type, _OTHER_WIDTH) if field else _SKIP_WIDTH if number == 1 else _OTHER_WIDTH
    if blank.textual:
        column.number_format = "@"
    sample = page.cell(SAMPLE, number)
    sample.value = blank.example or None
    if blank.example:
        sample.data_type = "s"
    sample.number_format = "@"
    sample.font, sample.alignment = Font(italic=True, color="7F7F7F"), Alignment(wrap_text=False)
    if blank.choices:
        page.add_data_validation(lists.validation(number, blank))


class _Lists:
    """The hidden sheet of choices, a column for each list; the same list stands there once."""

    def __init__(self, book: Any, language: Language) -> None:
        self.page = book.create_sheet(_LISTS)
        self.page.sheet_state = "hidden"
        self.language = language
        self.known: dict[tuple[Text, ...], str] = {}

    def validation(self, number: int, blank: BlankColumn) -> Any:
        """The drop-down of a column. One that may hold several values takes what is not in the list too."""
        from openpyxl.worksheet.datavalidation import DataValidation

        several = blank.column.field is not None and blank.column.field.many
        made = DataValidation("list", formula1=self._range(blank.choices), allow_blank=True)
        made.showErrorMessage = not several
        made.errorStyle = "warning"
        made.error = _NOT_LISTED.say(self.language)
        letters = column_letters(number)
        made.add(f"{letters}{FIRST}:{letters}{LAST}")
        return made

    def _range(self, choices: tuple[Text, ...]) -> str:
        if choices not in self.known:
            column = len(self.known) + 1
            for row, choice in enumerate(choices, start=1):
                self.page.cell(row, column).value = choice.say(self.language)
            letters = column_letters(column)
            self.known[choices] = f"{_LISTS}!${letters}$1:${letters}${len(choices)}"
        return self.known[choices]


def _explanation(book: Any, sheet: BlankSheet, language: Language) -> None:
    from openpyxl.styles import Alignment, Font

    page = book.create_sheet(EXPLAINED.say(language))
    wrapped = Alignment(wrap_text=True, vertical="top")
    for row, line in enumerate(HOW_TO, start=1):
        page.cell(row, 1).value = f"{line.vi}\n{line.en}"
        page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=6)
        page.cell(row, 1).alignment = wrapped
        page.row_dimensions[row].height = 30
    start = len(HOW_TO) + 2
    for row, cells in enumerate(explained(sheet), start=start):
        for column, text in enumerate(cells, start=1):
            cell = page.cell(row, column)
            cell.value, cell.alignment = text or None, wrapped
            if text:
                cell.data_type = "s"
            if row == start:
                cell.font = Font(bold=True)
    for letters, width in zip("ABCDEF", (30, 26, 9, 52, 52, 30), strict=True):
        page.column_dimensions[letters].width = width
    page.freeze_panes = page.cell(start + 1, 1)
