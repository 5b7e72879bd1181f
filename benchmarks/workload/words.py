"""Words for labels that look like those of real agreements. Who signs what is made up."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

PROVINCES: Final = (
    "Tuyên Quang", "Cao Bằng", "Lai Châu", "Lào Cai", "Thái Nguyên", "Điện Biên", "Lạng Sơn", "Sơn La", "Phú Thọ",
    "Bắc Ninh", "Quảng Ninh", "Hà Nội", "Hải Phòng", "Hưng Yên", "Ninh Bình", "Thanh Hóa", "Nghệ An", "Hà Tĩnh",
    "Quảng Trị", "Huế", "Đà Nẵng", "Quảng Ngãi", "Gia Lai", "Đắk Lắk", "Khánh Hòa", "Lâm Đồng", "Đồng Nai",
    "Tây Ninh", "Hồ Chí Minh", "Đồng Tháp", "An Giang", "Vĩnh Long", "Cần Thơ", "Cà Mau",
)  # fmt: skip
CITIES: Final = frozenset(("Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"))
COUNTRIES: Final = {
    "VN": ("Việt Nam", "Vietnam"),
    "LA": ("Lào", "Laos"),
    "KH": ("Campuchia", "Cambodia"),
    "CN": ("Trung Quốc", "China"),
    "JP": ("Nhật Bản", "Japan"),
    "KR": ("Hàn Quốc", "South Korea"),
    "FR": ("Pháp", "France"),
    "DE": ("Đức", "Germany"),
    "IT": ("Ý", "Italy"),
    "PL": ("Ba Lan", "Poland"),
    "RU": ("Nga", "Russia"),
    "US": ("Hoa Kỳ", "United States"),
    "AU": ("Ô-xtrây-li-a", "Australia"),
    "IN": ("Ấn Độ", "India"),
    "TH": ("Thái Lan", "Thailand"),
}
LOCALITY_STARTS: Final = (
    "Nam", "Saint", "San", "Nova", "Alt", "Ober", "Chun", "Kita", "Mina", "Phu", "Sai", "Vien", "Champa", "Lang",
    "Bel", "Mont", "Gang", "Yoko", "Saka", "Novo", "Grand", "Wei", "Han", "Ho",
)  # fmt: skip
LOCALITY_ENDS: Final = (
    "tha", "burg", "ville", "grad", "shima", "yama", "ju", "won", "kham", "sak", "hai", "zhou", "nan", "mura",
    "field", "mouth", "dorf", "pur",
)  # fmt: skip
LEVELS: Final = ("province", "prefecture", "city", "county", "region", "state")
OFFICES: Final = {
    "provincial-government": ("Ủy ban nhân dân", "People's Committee of"),
    "external-affairs-agency": ("Sở Ngoại vụ", "Department of Foreign Affairs of"),
    "friendship-organisation": ("Liên hiệp các tổ chức hữu nghị", "Union of Friendship Organisations of"),
    "business-association": ("Hiệp hội Doanh nghiệp", "Business Association of"),
    "university": ("Trường Đại học", "University of"),
}
INDICATORS: Final = {
    "agreements-signed": "agreement",
    "fdi-attracted": "usd",
    "ngo-aid": "usd",
    "fdi-projects": "project",
    "partner-localities": "locality",
}
HEDGES: Final = ("over", "nearly", "about")
AGREEMENTS: Final = {
    "memorandum": ("Bản ghi nhớ hợp tác", "Memorandum of understanding"),
    "agreement": ("Thỏa thuận hợp tác", "Cooperation agreement"),
    "friendship-agreement": ("Thỏa thuận quan hệ hữu nghị", "Friendship agreement"),
    "framework-agreement": ("Thỏa thuận khung", "Framework agreement"),
    "letter-of-intent": ("Ý định thư", "Letter of intent"),
    "minutes": ("Biên bản làm việc", "Agreed minutes"),
    "plan": ("Kế hoạch hợp tác", "Cooperation plan"),
}
FIELDS: Final = {
    "trade": ("thương mại", "trade"),
    "investment": ("đầu tư", "investment"),
    "tourism": ("du lịch", "tourism"),
    "agriculture": ("nông nghiệp", "agriculture"),
    "education": ("giáo dục", "education"),
    "health": ("y tế", "health"),
    "culture": ("văn hóa", "culture"),
    "environment": ("môi trường", "the environment"),
    "labour": ("lao động", "labour"),
    "smart-city": ("đô thị thông minh", "smart cities"),
    "border-trade": ("thương mại biên giới", "border trade"),
    "people-to-people-diplomacy": ("đối ngoại nhân dân", "people-to-people diplomacy"),
}
STATES: Final = ("signed", "in-force", "extended", "expired")
TIES: Final = ("twinning", "friendly-cooperation", "cooperation", "official-relations")
PAPERS: Final = ("Báo Quốc tế buổi sáng", "Tạp chí Đối ngoại vùng", "Cổng thông tin tỉnh", "Bản tin Ngoại vụ")

_D: Final = str.maketrans("đĐ", "dD")


def slug(name: str) -> str:
    """`name` as a part of an id."""
    plain = unicodedata.normalize("NFD", name.translate(_D)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
