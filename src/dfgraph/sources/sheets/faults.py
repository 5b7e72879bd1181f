"""Every fault that a sheet or a mapping can have, with its texts and its remedy."""

from __future__ import annotations

from typing import Final

from dfgraph.base.findings import Fault, Severity
from dfgraph.base.language import Text

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
_VALUES: Final = Text("Hãy dán giá trị thay cho công thức.", "Paste the value in place of the formula.")

EMPTY_SHEET = Fault(
    "sheet/empty",
    _E,
    Text("Trang tính không có gì.", "The sheet is empty."),
    Text("Hãy chọn trang khác bằng --sheet.", "Choose another sheet with --sheet."),
)
NO_ROWS = Fault(
    "sheet/no-rows",
    _E,
    Text("Chỉ có tiêu đề, chưa có dòng nào được điền.", "There are headings, and no row is filled in."),
    Text("Hãy điền ít nhất một dòng.", "Fill in at least one row."),
)
MERGED = Fault(
    "sheet/merged-cells",
    _E,
    Text("Ô bị gộp ({range}).", "Merged cells ({range})."),
    Text("Hãy bỏ gộp và điền từng ô: mỗi dòng là một bản ghi.", "Unmerge them and fill each cell: a row is a record."),
)
DUPLICATE_HEADING = Fault(
    "sheet/duplicate-heading",
    _E,
    Text("Tiêu đề «{heading}» trùng với cột {other}.", "The heading “{heading}” says the same as column {other}."),
    Text("Mỗi trường chỉ có một cột.", "A field has one column."),
)
UNKNOWN_COLUMN = Fault(
    "sheet/unknown-column",
    _E,
    Text("Không có trường nào tên «{heading}».", "There is no field called “{heading}”."),
    Text(
        "{meant} Cột không dùng: ghi «{heading}: ignore» trong tệp ánh xạ, hoặc xóa cột.",
        "{meant} If it is not wanted, write “{heading}: ignore” in a mapping, or delete the column.",
    ),
)
AMBIGUOUS_COLUMN = Fault(
    "sheet/ambiguous-column",
    _E,
    Text("Tiêu đề «{heading}» có thể là {columns}.", "The heading “{heading}” may be {columns}."),
    Text("Hãy dùng một trong các tên ấy.", "Use one of these names."),
)
NO_HEADING = Fault(
    "sheet/no-heading",
    _E,
    Text("Ô có chữ «{value}» nhưng cột không có tiêu đề.", "The cell says “{value}”, and its column has no heading."),
    Text("Hãy đặt tiêu đề cho cột, hoặc xóa ô này.", "Give the column a heading, or clear the cell."),
)
NO_KIND = Fault(
    "sheet/no-kind",
    _E,
    Text("Không rõ các dòng thuộc loại nào.", "It is not clear of which kind the rows are."),
    Text(
        "Hãy dùng --as LOẠI, hoặc thêm cột kind. Các loại: {kinds}.",
        "Use --as KIND, or add a column “kind”. The kinds are {kinds}.",
    ),
)
FORMULA = Fault(
    "sheet/formula",
    _I,
    Text("Công thức: đã đọc kết quả «{value}».", "A formula: its result “{value}” was read."),
)
FORMULA_WITHOUT_VALUE = Fault(
    "sheet/formula-without-value",
    _E,
    Text("Công thức chưa có kết quả.", "A formula without a result."),
    Text("Hãy mở và lưu lại tệp, hoặc dán giá trị.", "Open the file and save it again, or paste the value."),
)
FORMULA_LOOKING = Fault(
    "sheet/formula-looking",
    _I,
    Text("«{value}» trông như công thức; đã đọc như văn bản.", "“{value}” looks like a formula; it was read as text."),
)
CELL_ERROR = Fault("sheet/cell-error", _E, Text("Ô báo lỗi {value}.", "The cell shows the error {value}."), _VALUES)
PERCENT = Fault(
    "sheet/percent",
    _E,
    Text("Ô ghi phần trăm: giá trị lưu là {value}.", "The cell shows a percentage: what it holds is {value}."),
    Text(
        "Hãy đổi định dạng ô thành số hoặc văn bản, rồi viết số như nguồn nói.",
        "Format the cell as a number or text, and write the number as the source states it.",
    ),
)
LESS_THAN_A_DAY = Fault(
    "sheet/date-precision",
    _I,
    Text("Ô ngày định dạng «{format}»: đã đọc là {value}.", "A date cell in the format “{format}”: read as {value}."),
    Text("Nếu muốn cả ngày, hãy viết {full}.", "If the day is meant, write {full}."),
)
BAD_DATE = Fault(
    "sheet/bad-date",
    _E,
    Text("Ô ngày chứa {value}, không phải ngày nào cả.", "The date cell holds {value}, which is no day."),
    Text("Hãy viết ngày như văn bản: 1899-12-31.", "Write the day as text: 1899-12-31."),
)
TOO_LONG = Fault(
    "sheet/too-long",
    _E,
    Text("Ô có {n} ký tự; nhiều nhất là {most}.", "The cell has {n} characters; at most {most} are read."),
    Text("Hãy ghi tóm tắt bằng lời của mình.", "Write a summary in your own words."),
)
AMBIGUOUS_NUMBER = Fault(
    "sheet/ambiguous-number",
    _W,
    Text(
        "«{value}» đã được đọc là số thập phân; theo cách viết Việt Nam có thể là {meant}.",
        "“{value}” was read as a decimal; in Vietnamese writing it may be {meant}.",
    ),
    Text("Hãy viết {meant} nếu đó là số muốn nói.", "Write {meant} if that is what is meant."),
)
LEGACY_ENCODING = Fault(
    "sheet/encoding",
    _I,
    Text("Tệp không phải UTF-8; đã đọc theo {encoding}.", "The file is not UTF-8; it was read as {encoding}."),
    Text("Nếu chữ sai, hãy lưu lại dạng «CSV UTF-8».", "If letters are wrong, save it as “CSV UTF-8”."),
)
MACROS = Fault(
    "sheet/macros",
    _I,
    Text("Tệp có macro: chỉ đọc các giá trị.", "The file has macros: only its values are read."),
)
OTHER_SHEETS = Fault(
    "sheet/other-sheets",
    _I,
    Text("Đã đọc trang «{sheet}»; không đọc: {others}.", "Read the sheet “{sheet}”; not read: {others}."),
    Text("Chọn trang khác bằng --sheet.", "Choose another with --sheet."),
)
BROKEN_ROW = Fault("sheet/broken-row", _E, Text("Không đọc được: {why}.", "Cannot be read: {why}."))
SAME_ID = Fault(
    "sheet/same-id",
    _E,
    Text(
        "Các trường cho ra cùng mã «{id}» với {other}, nhưng tên khác: «{name}» và «{first}».",
        "The fields make the same id “{id}” as at {other}, yet the names differ: “{name}” and “{first}”.",
    ),
    Text(
        "Là hai vật: ghi mã riêng ở cột id. Là một: dùng một tên.",
        "If these are two things, write an id in column “id”; if one, use one name.",
    ),
)
SOURCE_DIFFERS = Fault(
    "sheet/source-differs",
    _W,
    Text(
        "Cùng một địa chỉ nhưng {field} là «{value}», ở {other} là «{first}»; giữ giá trị đầu.",
        "The same address, yet its {field} is “{value}” here and “{first}” at {other}; the first is kept.",
    ),
)
EDITED_BY_HAND = Fault(
    "sheet/edited-by-hand",
    _W,
    Text(
        "Dòng này đổi, nhưng bản ghi ở {other} đã được sửa tay; giữ bản sửa tay.",
        "This row has changed, and its record at {other} was edited by hand; the edited one is kept.",
    ),
    Text("Hãy sửa tiếp ở tệp sự kiện.", "Go on in the facts file."),
)
MAPPING = Fault("sheet/mapping", _E, Text("{why}.", "{why}."), Text("{meant}", "{meant}"))
UNUSED_MAPPING = Fault(
    "sheet/mapping-unused",
    _I,
    Text("Tệp không có cột «{heading}».", "The file has no column “{heading}”."),
    Text("{meant}", "{meant}"),
)
