"""Every fault that reading and checking facts can find, with its texts and its remedy."""

from __future__ import annotations

from dfgraph.base.findings import Fault, Severity
from dfgraph.base.language import EMPTY, Text

_E, _W = Severity.ERROR, Severity.WARNING

UNREADABLE = Fault(
    "facts/unreadable",
    _E,
    Text("Không đọc được tệp: {why}.", "The file cannot be read: {why}."),
    Text("Hãy kiểm tra tệp còn đó và được phép đọc.", "See that the file is still there and may be read."),
)
ENCODING = Fault(
    "facts/encoding",
    _E,
    Text("Tệp không phải UTF-8 (byte thứ {n}).", "The file is not UTF-8 (byte {n})."),
    Text("Hãy lưu lại tệp với bảng mã UTF-8.", "Save the file again as UTF-8."),
)
BROKEN_YAML = Fault(
    "facts/broken-yaml",
    _E,
    Text("YAML hỏng: {why}.", "Broken YAML: {why}."),
    Text("Hãy sửa dòng này hoặc dòng ngay trên nó.", "Mend this line, or the one just above it."),
)
BROKEN_CSV = Fault(
    "facts/broken-csv",
    _E,
    Text("CSV hỏng: {why}.", "Broken CSV: {why}."),
    Text("Mỗi dòng cần đúng số ô như dòng tiêu đề.", "Every row needs as many cells as the heading row."),
)
NOT_A_LIST = Fault(
    "facts/not-a-list",
    _E,
    Text("Tệp sự kiện phải là danh sách các bản ghi.", "A facts file is one list of records."),
    Text("Hãy bắt đầu mỗi bản ghi bằng «- ».", "Start each record with “- ”."),
)
NOT_SUPPORTED = Fault(
    "facts/not-supported",
    _E,
    Text("Không dùng {what} ở đây.", "{what} cannot be used here."),
    Text("Hãy viết giá trị ra đầy đủ.", "Write the value out."),
)
DUPLICATE_KEY = Fault(
    "facts/duplicate-key",
    _E,
    Text("Trường «{key}» được viết hai lần trong một bản ghi.", "The field “{key}” is written twice in one record."),
    Text("Hãy xóa một trong hai, hoặc viết một danh sách.", "Delete one of them, or write a list."),
)
NO_KIND = Fault(
    "facts/no-kind",
    _E,
    Text("Bản ghi không nói nó thuộc loại nào.", "The record does not say of which kind it is."),
    Text("Hãy thêm «kind: …», ví dụ {examples}.", "Add “kind: …”, for example {examples}."),
)
UNKNOWN_KIND = Fault(
    "facts/unknown-kind",
    _E,
    Text("Không có loại «{kind}».", "There is no kind “{kind}”."),
    Text("{meant}", "{meant}"),
)
UNKNOWN_FIELD = Fault(
    "facts/unknown-field",
    _E,
    Text("Loại «{kind}» không có trường «{key}».", "The kind “{kind}” has no field “{key}”."),
    Text("{meant}", "{meant}"),
)
BAD_ID = Fault(
    "facts/bad-id",
    _E,
    Text("«{id}» không phải mã hợp lệ của loại «{kind}».", "“{id}” is no id of the kind “{kind}”."),
    Text(
        "Mã gồm chữ thường không dấu, số và gạch nối, ví dụ {prefix}/{example}.",
        "An id has lower-case letters without marks, digits and hyphens, for example {prefix}/{example}.",
    ),
)
NO_ID = Fault(
    "facts/no-id",
    _E,
    Text("Bản ghi không có mã, và không đủ trường để đặt mã.", "The record has no id, nor the fields to make one."),
    Text("Hãy thêm «id: {prefix}/…»{fields}.", "Add “id: {prefix}/…”{fields}."),
)
TWO_KINDS = Fault(
    "facts/two-kinds",
    _E,
    Text(
        "«{id}» ở đây thuộc loại «{kind}», ở {other} lại thuộc loại «{other_kind}».",
        "“{id}” is of kind “{kind}” here, and of kind “{other_kind}” at {other}.",
    ),
    Text("Một mã chỉ chỉ một vật: hãy đổi một trong hai.", "An id names one thing: change one of them."),
)
FORMER_ID = Fault(
    "facts/former-id",
    _E,
    Text("«{id}» là mã cũ của «{now}».", "“{id}” is a former id of “{now}”."),
    Text(
        "Mã không dùng lại cho vật khác: hãy viết {now}, hoặc chọn mã mới.",
        "Ids are never used again: write {now}, or choose a new id.",
    ),
)
UNKNOWN_REFERENCE = Fault(
    "facts/unknown-reference",
    _E,
    Text("Không có «{value}» trong {range}.", "There is no “{value}” among {range}."),
    Text("{meant}", "{meant}"),
)
WRONG_CLASS = Fault(
    "facts/wrong-class",
    _E,
    Text("«{value}» là {found}, không phải {range}.", "“{value}” is of kind {found}, not {range}."),
    Text("{meant}", "{meant}"),
)
AMBIGUOUS_NAME = Fault(
    "facts/ambiguous-name",
    _E,
    Text("«{value}» có thể là {candidates}.", "“{value}” may be {candidates}."),
    Text("Hãy viết mã của vật muốn nói.", "Write the id of the one that is meant."),
)
WRONG_TYPE = Fault(
    "facts/wrong-type",
    _E,
    Text("«{value}» không phải {type}.", "“{value}” is not {type}."),
    Text("{hint}", "{hint}"),
)
NOT_A_TIME = Fault("facts/not-a-time", _E, Text("{why}.", "{why}."))
WRONG_SHAPE = Fault(
    "facts/wrong-shape",
    _E,
    Text("Trường «{key}» cần {wanted}.", "The field “{key}” needs {wanted}."),
)
UNKNOWN_LANGUAGE = Fault(
    "facts/unknown-language",
    _E,
    Text("Không có ngôn ngữ «{language}».", "There is no language “{language}”."),
    Text("Hãy dùng vi hoặc en.", "Use vi or en."),
)
STRAY_WORDS = Fault(
    "facts/stray-words",
    _E,
    Text("«{words}» đứng riêng, không có dấu hai chấm và giá trị.", "“{words}” stands alone, with no colon and value."),
    Text(
        "Trong dấu ngoặc nhọn, dấu phẩy ngắt giá trị: hãy đặt văn bản có dấu phẩy trong dấu nháy.",
        "Within braces a comma ends a value: put text that has a comma in quotes.",
    ),
)
NOT_NFC = Fault(
    "facts/not-nfc",
    Severity.INFO,
    Text("«{value}» viết bằng Unicode tổ hợp (NFD).", "“{value}” is written in decomposed Unicode (NFD)."),
    Text("Đã đọc như dạng dựng sẵn (NFC).", "It was read in its composed form (NFC)."),
)
NO_EVIDENCE = Fault(
    "facts/no-evidence",
    _E,
    Text("Bản ghi không dẫn nguồn.", "The record cites no source."),
    Text(
        "Hãy thêm «evidence: {{source: …, paragraph: …}}».",
        "Add “evidence: {{source: …, paragraph: …}}”.",
    ),
)
NO_REASON = Fault(
    "facts/no-reason",
    _E,
    Text("Điều suy ra phải nói vì sao.", "What is inferred must say why."),
    Text("Hãy thêm «because: {{vi: …, en: …}}» vào evidence.", "Add “because: {{vi: …, en: …}}” to the evidence."),
)
DUPLICATE_RECORD = Fault(
    "facts/duplicate-record",
    _W,
    Text(
        "Bản ghi này đã có ở {other}, cùng một dẫn chứng.", "This record stands at {other} too, on the same evidence."
    ),
    Text("Hãy xóa một trong hai; kết quả không đổi.", "Delete one of them; the graph is the same either way."),
)
SAYS_NOTHING = Fault(
    "facts/says-nothing",
    _W,
    Text("Bản ghi không có trường nào ngoài mã và nguồn.", "The record has no field but its id and source."),
)

TYPE_NAMES = {
    "integer": Text("số nguyên", "a whole number"),
    "decimal": Text("số", "a number"),
    "boolean": Text("true hoặc false", "true or false"),
    "date": Text("ngày dạng 2019-06-18", "a day such as 2019-06-18"),
    "anyURI": Text("địa chỉ (URL)", "an address (URL)"),
    "IRI": Text("địa chỉ (URL)", "an address (URL)"),
}
PLAIN_NUMBER = Text(
    "Viết số không có dấu ngăn hàng nghìn, dấu thập phân là dấu chấm: {meant}.",
    "Write numbers without thousands separators and with a decimal point: {meant}.",
)


def did_you_mean(names: list[str], otherwise: Text = EMPTY) -> Text:
    """“Did you mean …?”, or `otherwise` where nothing is near."""
    if not names:
        return otherwise
    shown = ", ".join(names)
    return Text("Có phải: {names}?", "Did you mean {names}?").fill(names=shown)
