"""Every word that a page says on its own account, in both languages; `{name}` is filled in by the page."""

from __future__ import annotations

import re

from dfgraph.base.language import Text

TEXTS = {
    "language": Text("English", "Tiếng Việt"),
    "size": Text("{nodes} mục, {edges} quan hệ", "{nodes} things, {edges} relations"),
    "search": Text("Tìm theo tên", "Search by name"),
    "matches": Text("{n} kết quả", "{n} matches"),
    "no_match": Text("Không tìm thấy tên nào giống thế.", "No name like that."),
    "picture": Text(
        "Sơ đồ mạng lưới. Phím mũi tên: sang mục bên cạnh; Enter: xem chi tiết; cộng, trừ: phóng to, thu nhỏ; "
        "số 0: xem tất cả; Esc: bỏ chọn.",
        "Network picture. Arrow keys: go to a neighbour; Enter: read the details; plus and minus: zoom; 0: see all; "
        "Esc: clear the selection.",
    ),
    "zoom_in": Text("Phóng to", "Zoom in"),
    "zoom_out": Text("Thu nhỏ", "Zoom out"),
    "see_all": Text("Xem tất cả", "See all"),
    "legend": Text("Chú giải", "Legend"),
    "legend_hint": Text("Bỏ chọn một loại để ẩn nó.", "Clear a kind to hide it."),
    "nothing": Text(
        "Chọn một mục hoặc một đường nối để đọc thông tin và nguồn.",
        "Select a thing or a line to read what is known and where it was said.",
    ),
    "most_linked": Text("Nhiều quan hệ nhất", "Most relations"),
    "close": Text("Bỏ chọn", "Clear the selection"),
    "aliases": Text("Tên khác", "Other names"),
    "facts": Text("Thông tin", "Facts"),
    "relations": Text("Quan hệ", "Relations"),
    "no_facts": Text("Chưa có thông tin nào khác.", "Nothing else is recorded."),
    "sources": Text("Nguồn", "Sources"),
    "source": Text("Nguồn {n}", "Source {n}"),
    "no_source": Text("chưa nêu nguồn", "no source given"),
    "derived": Text("suy ra", "derived"),
    "derived_hint": Text("Máy suy ra từ các thông tin khác theo một quy tắc.", "Made from other facts by a rule."),
    "contested": Text("còn tranh cãi", "contested"),
    "contested_hint": Text("Các nguồn nói khác nhau.", "Sources disagree."),
    "paragraph": Text("đoạn {n}", "paragraph {n}"),
    "page": Text("trang {n}", "page {n}"),
    "speaker": Text("lời của {name}", "said by {name}"),
    "confidence": Text("độ tin cậy: {level}", "confidence: {level}"),
    "because": Text("suy luận: {reason}", "inferred: {reason}"),
    "open_list": Text("danh sách còn mở", "open list"),
    "outgoing": Text("tới", "to"),
    "incoming": Text("từ", "from"),
    "mutual": Text("với", "with"),
    "from": Text("Từ", "From"),
    "to": Text("Đến", "To"),
    "name": Text("Tên", "Name"),
    "kind": Text("Loại", "Kind"),
    "relation": Text("Quan hệ", "Relation"),
    "relation_count": Text("Số quan hệ", "Relations"),
    "twin": Text("Xem dưới dạng bảng", "Read as tables"),
    "things": Text("Các mục", "Things"),
    "noscript": Text(
        "Trang này cần JavaScript để vẽ sơ đồ. Trang không tải gì từ mạng.",
        "This page needs JavaScript to draw the picture. It loads nothing from the network.",
    ),
    "broken": Text(
        "Không vẽ được sơ đồ; hãy dùng bảng bên dưới.", "The picture cannot be drawn; use the tables below."
    ),
}

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def say_date(date: str) -> Text:
    """A date as readers write it; what is no date stays as it is.

    >>> say_date("2019-06-18")
    Text(vi='18/6/2019', en='18 June 2019')
    >>> say_date("2019-06").vi, say_date("2019").en, say_date("2016/2020").vi
    ('6/2019', '2019', '2016/2020')
    """
    match = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", date)
    if not match or not 1 <= int(match[2]) <= 12:
        return Text(date, date)
    numbers = [int(part) for part in (match[3], match[2], match[1]) if part]
    month = _MONTHS[int(match[2]) - 1]
    english = [*([str(numbers[0])] if match[3] else []), month, match[1]]
    return Text("/".join(map(str, numbers)), " ".join(english))
