import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dfgraph.base.text import fold, nearest, nfc, slug

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
VOWELS = st.tuples(st.sampled_from(LETTERS), st.sampled_from(TONES)).map("".join).map(nfc)
VIETNAMESE = st.lists(VOWELS | st.sampled_from(" -.,()0123456789"), max_size=30).map("".join)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@given(VIETNAMESE | st.text())
def test_a_text_has_one_normal_form(text: str) -> None:
    assert nfc(decomposed(text)) == nfc(text) == nfc(nfc(text))


@given(VIETNAMESE | st.text())
def test_composed_and_decomposed_spellings_fold_alike(text: str) -> None:
    assert fold(decomposed(text)) == fold(nfc(text)) == fold(text)


@given(VIETNAMESE)
def test_upper_case_and_lower_case_fold_alike(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())


@given(VIETNAMESE | st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_a_folded_vietnamese_name_is_plain_ascii(text: str) -> None:
    assert fold(text).isascii()


@given(VIETNAMESE | st.text())
def test_a_slug_has_only_what_an_id_may_have_and_is_its_own_slug(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(slug(text)) == slug(text)


def test_marks_tell_names_apart_until_they_are_folded() -> None:
    assert nfc("Chè") != nfc("Che")
    assert fold("Chè") == fold("che")
    assert fold("Đăk Lắk") == fold("dak lak")
    assert slug("Bà Rịa – Vũng Tàu (cũ)") == "ba-ria-vung-tau-cu"


def test_near_spellings_come_back_as_they_were_written() -> None:
    assert nearest("quang nin", ["Quảng Ninh", "Quảng Nam", "Huế"]) == ["Quảng Ninh", "Quảng Nam"]
    assert nearest("quang nin", ["Quảng Ninh", "Quảng Nam", "Huế"], count=1) == ["Quảng Ninh"]
    assert nearest("xyz", ["Quảng Ninh"]) == []
