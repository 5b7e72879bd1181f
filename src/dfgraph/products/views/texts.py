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
    "to_dark": Text("Nền tối", "Dark background"),
    "to_light": Text("Nền sáng", "Light background"),
    "tabs": Text("Cách xem", "Ways to look"),
    "tab_network": Text("Mạng lưới", "Network"),
    "tab_map": Text("Bản đồ", "Map"),
    "tab_timeline": Text("Dòng thời gian", "Timeline"),
    "tab_table": Text("Bảng", "Table"),
    "tab_numbers": Text("Số liệu", "Numbers"),
    "tab_sparql": Text("Hỏi bằng SPARQL", "Ask with SPARQL"),
    "partial": Text("chỉ hiện {shown} trong {of} mục", "only {shown} of {of} things shown"),
    "aggregated": Text("gộp theo {by}", "grouped by {by}"),
    # Filters, neighbourhood and paths.
    "filters": Text("Bộ lọc", "Filters"),
    "find_in": Text("Tìm trong «{name}»", "Find in “{name}”"),
    "period": Text("Thời gian", "Period"),
    "period_from": Text("từ", "from"),
    "period_to": Text("đến", "to"),
    "period_hint": Text(
        "Năm, tháng/năm hoặc ngày/tháng/năm; có từ {first} đến {last}.",
        "A year, month/year or day/month/year; there is something from {first} to {last}.",
    ),
    "only_dated": Text("chỉ những gì có ngày tháng", "only what has a date"),
    "seen": Text(
        "Đang hiện {nodes} trong {of} mục, {edges} trong {all} quan hệ",
        "Showing {nodes} of {of} things, {edges} of {all} relations",
    ),
    "drop_filter": Text("bỏ điều kiện này", "take this back"),
    "clear_filters": Text("Bỏ mọi điều kiện", "Clear all filters"),
    "around": Text("Chỉ xem xung quanh, số bước:", "See only what is near, steps:"),
    "around_chip": Text("{hops} bước quanh {name}", "{hops} steps around {name}"),
    "steps": Text("trong {n} bước", "within {n} steps"),
    "see_everything": Text("Xem lại tất cả", "See everything again"),
    "path_from": Text("Đường nối tới mục khác …", "Path to another thing …"),
    "path_to": Text("Tới mục nào?", "To which thing?"),
    "path_chip": Text("đường nối {from} – {to}", "path from {from} to {to}"),
    "path_found": Text("Đường ngắn nhất: {n} bước", "Shortest path: {n} steps"),
    "no_path": Text("Không có đường nối {from} với {to}.", "No path joins {from} and {to}."),
    "cancel": Text("Thôi", "Cancel"),
    "filtered_out": Text("đang ẩn", "hidden now"),
    "values_differ": Text("{n} giá trị khác nhau:", "{n} different values:"),
    "more_relations": Text("Xem thêm {n} quan hệ", "{n} more relations"),
    # The SPARQL tab.
    "sparql_question": Text("Câu hỏi", "Question"),
    "sparql_own": Text("Câu truy vấn của bạn", "Your own query"),
    "sparql_editor": Text("Câu truy vấn SPARQL; Ctrl+Enter: chạy", "SPARQL query; Ctrl+Enter runs it"),
    "sparql_run": Text("Chạy", "Run"),
    "sparql_cancel": Text("Dừng", "Stop"),
    "sparql_csv": Text("Tải về CSV", "Download CSV"),
    "sparql_preparing": Text("Đang mở đồ thị …", "Opening the graph …"),
    "sparql_ready": Text("Sẵn sàng: {n} phát biểu ({ms} ms).", "Ready: {n} statements ({ms} ms)."),
    "sparql_running": Text("Đang chạy …", "Running …"),
    "sparql_done": Text("{n} dòng ({ms} ms).", "{n} rows ({ms} ms)."),
    "sparql_nothing": Text("Không có kết quả nào.", "There is no such thing."),
    "sparql_answer": Text("Kết quả", "Answer"),
    "sparql_more": Text("Xem tiếp (còn {n} dòng)", "Show more ({n} rows left)"),
    "sparql_cancelled": Text("Đã dừng.", "Stopped."),
    "sparql_broken": Text("Câu truy vấn hỏng. {why}", "The query is broken. {why}"),
    "sparql_prefix": Text(
        "Có tiền tố chưa khai báo: hãy khai báo bằng PREFIX.", "A prefix is unknown: declare it with PREFIX."
    ),
    "sparql_memory": Text(
        "Câu truy vấn cần quá nhiều bộ nhớ: hãy thêm điều kiện hoặc LIMIT.",
        "The query takes too much memory: add conditions or a LIMIT.",
    ),
    "sparql_line": Text("Ở dòng {line}.", "In line {line}."),
    "sparql_missing": Text("cần điền", "is needed"),
    "sparql_unknown": Text("không có tên «{name}»: hãy chọn trong danh sách", "no “{name}”: choose from the list"),
    "sparql_unfit": Text("không đúng kiểu {kind}", "is no {kind}"),
    "sparql_unsupported": Text(
        "Trình duyệt này không chạy được SPARQL trong trang: cần WebAssembly và DecompressionStream (Chrome 96, "
        "Firefox 113 hoặc Safari 16.4 trở lên). Các cách xem khác vẫn dùng được.",
        "This browser cannot run SPARQL in the page: it takes WebAssembly and DecompressionStream (Chrome 96, "
        "Firefox 113 or Safari 16.4, or newer). All else on the page works.",
    ),
    "optional": Text("tùy chọn", "optional"),
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
    "remark": Text("ghi chú: {remark}", "remark: {remark}"),
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
    # The map.
    "map_world": Text("Thế giới", "The world"),
    "map_sea": Text("Việt Nam và Biển Đông", "Viet Nam and the East Sea"),
    "map_picture": Text(
        "Bản đồ: {name}. Phím mũi tên: sang điểm bên cạnh; Enter: xem chi tiết; cộng, trừ: phóng to, thu nhỏ; "
        "số 0: xem tất cả; Esc: bỏ chọn.",
        "Map: {name}. Arrow keys: go to the next point; Enter: read the details; plus and minus: zoom; 0: see all; "
        "Esc: clear the selection.",
    ),
    "map_note": Text(
        "Đường bờ giản lược, không thể hiện biên giới. Đường cong nối hai nơi có quan hệ; càng nhiều quan hệ càng đậm.",
        "Simplified coastlines, without boundaries. A curve joins two related places: the more relations, the wider.",
    ),
    "map_count": Text("{nodes} điểm, {flows} cặp có quan hệ.", "{nodes} points, {flows} pairs with relations."),
    "map_unplaced": Text(
        "{n} mục đang hiện không có toạ độ; xem chúng ở thẻ Bảng.",
        "{n} things shown have no coordinates; the Table tab lists them.",
    ),
    "map_flow": Text("{from} – {to}: {n} quan hệ", "{from} – {to}: {n} relations"),
    # The timeline.
    "time_picture": Text(
        "Dòng thời gian. Mũi tên trái, phải: mốc trước, mốc sau; lên, xuống: sang loại khác; Enter: xem chi tiết; "
        "Esc: bỏ chọn.",
        "Timeline. Left and right arrows: the moment before or after; up and down: another kind; Enter: read the "
        "details; Esc: clear the selection.",
    ),
    "time_overview": Text("Số mốc theo năm", "Moments by year"),
    "time_first": Text("Từ năm", "From year"),
    "time_last": Text("Đến hết năm", "To the end of year"),
    "time_all": Text("Xem mọi năm", "All years"),
    "time_count": Text("{n} trong {of} mốc", "{n} of {of} moments"),
    "time_year": Text("{year}: {n} mốc", "{year}: {n} moments"),
    "time_hint": Text(
        "Chấm: biết ngày; thanh nhạt: chỉ biết năm hoặc tháng; thanh đậm: kéo dài; mờ dần: chưa rõ đầu hoặc cuối. "
        "Kéo trên biểu đồ cột để chọn các năm.",
        "Dot: the day is known; pale bar: only the year or month is; dark bar: it lasts; fading: an end is open. "
        "Drag over the columns to choose years.",
    ),
    "time_strip": Text("Dòng thời gian", "Timeline"),
    "time_none": Text("Không có mốc nào trong khoảng này.", "There is no moment in this period."),
    # The tables.
    "table_things": Text("Các mục ({n})", "Things ({n})"),
    "table_relations": Text("Quan hệ ({n})", "Relations ({n})"),
    "table_moments": Text("Mốc thời gian ({n})", "Moments ({n})"),
    "table_sorted": Text("Sắp xếp theo {name}", "Sort by {name}"),
    "table_filter": Text("Lọc {name}", "Filter {name}"),
    "table_rows": Text("Dòng {first}–{last} trong {n}", "Rows {first}–{last} of {n}"),
    "table_none": Text("Không có dòng nào khớp.", "No row matches."),
    "table_before": Text("Trang trước", "Page before"),
    "table_after": Text("Trang tiếp", "Page after"),
    "table_csv": Text("Tải CSV", "Download CSV"),
    "table_xlsx": Text("Tải Excel (XLSX)", "Download Excel (XLSX)"),
    "table_which": Text("Bảng nào", "Which table"),
    "date": Text("Thời gian", "Date"),
    "title_of_relation": Text("Tên quan hệ", "Name of the relation"),
    "yes": Text("có", "yes"),
    # The numbers.
    "number_about": Text("Về", "About"),
    "number_series": Text("Chỉ số", "Indicator"),
    "number_said": Text("Số liệu", "Figure"),
    "number_value": Text("Giá trị", "Value"),
    "number_unit": Text("Đơn vị", "Unit"),
    "number_hedge": Text("Nói chừng", "Hedged"),
    "number_contested": Text("Còn tranh cãi", "Contested"),
    "number_undated": Text("không rõ thời gian", "no date given"),
    "number_chart": Text(
        "Biểu đồ: {name}. Mũi tên trái, phải: số liệu trước, sau; Enter: xem chi tiết.",
        "Chart: {name}. Left and right arrows: the figure before or after; Enter: read the details.",
    ),
    "number_hint": Text(
        "Chấm đặc: con số chính xác; chấm rỗng: nói chừng (hơn, gần, khoảng); viền cam: các nguồn nói khác nhau. "
        "Chỉ hoặc chuyển tới một con số để xem nguồn.",
        "Filled: an exact figure; hollow: hedged (over, nearly, about); orange rim: sources disagree. "
        "Point at a figure, or move to it, to see its source.",
    ),
    "number_more": Text("{n} số liệu nữa", "{n} more figures"),
    "number_all": Text("Mọi số liệu đang hiện ({n})", "All figures shown ({n})"),
    "noscript": Text(
        "Trang này cần JavaScript để vẽ sơ đồ. Trang không tải gì từ mạng.",
        "This page needs JavaScript to draw the picture. It loads nothing from the network.",
    ),
    # The picture: its files and its groups.
    "save_svg": Text("Lưu sơ đồ thành tệp SVG", "Save the picture as SVG"),
    "save_png": Text("Lưu sơ đồ thành ảnh PNG", "Save the picture as PNG"),
    "png_failed": Text("Ảnh PNG quá lớn; hãy lưu thành SVG.", "The PNG would be too large; save an SVG."),
    "groups_hint": Text("Bấm vào một nhóm để mở nó.", "Click a group to open it."),
    "group_closed": Text("Nhóm {name}. Nhấn Enter để mở.", "Group {name}. Press Enter to open it."),
    "group_open": Text("Đã mở nhóm {name}: {n} mục.", "Group {name} is open: {n} things."),
    "close_groups": Text("Gộp lại các nhóm", "Close the groups"),
    "too_old": Text(
        "Trình duyệt này quá cũ để mở trang: cần Chrome 96, Firefox 113, Safari 16.4 trở lên.",
        "This browser is too old for the page: it takes Chrome 96, Firefox 113, Safari 16.4, or newer.",
    ),
    "broken": Text(
        "Phần này không mở được trong trình duyệt này; hãy xem ở thẻ Bảng.",
        "This part does not open in this browser; see the Table tab.",
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
