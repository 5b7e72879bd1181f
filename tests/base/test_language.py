import locale

import pytest

from dfgraph.base.errors import DfgraphError, OntologyError
from dfgraph.base.language import Text, reader_language


def test_a_text_is_said_in_one_language_and_falls_back_on_the_other() -> None:
    assert Text("lỗi", "error").say("vi") == "lỗi"
    assert Text("lỗi", "error").say("en") == "error"
    assert Text("", "error").say("vi") == "error"
    assert Text("lỗi", "").say("en") == "lỗi"


def test_values_are_put_in_language_by_language_and_are_never_templates_themselves() -> None:
    filled = Text("{what} ở {where}", "{what} at {where}").fill(what=Text("lỗi {x}", "fault {x}"), where="a.yaml:3")
    assert filled == ("lỗi {x} ở a.yaml:3", "fault {x} at a.yaml:3")
    assert Text("có", "yes").fill() == ("có", "yes")


def test_an_error_is_one_line_with_its_remedy() -> None:
    error = OntologyError(Text("Hỏng.", "Broken."), Text("Hãy sửa.", "Mend it."))
    assert isinstance(error, DfgraphError)
    assert (error.say("vi"), error.say("en"), str(error)) == ("Hỏng. Hãy sửa.", "Broken. Mend it.", "Broken. Mend it.")
    assert str(OntologyError(Text("Hỏng.", "Broken."))) == "Broken."


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "vi_VN", "LANG": "en_US.UTF-8"}, "vi"),
        ({"DFGRAPH_LANG": "VI", "LC_ALL": "en_US.UTF-8"}, "vi"),
        ({"DFGRAPH_LANG": "en", "LANG": "vi_VN.UTF-8"}, "en"),
    ],
)
def test_the_environment_tells_the_language(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DFGRAPH_LANG", "LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert reader_language() == language


@pytest.mark.parametrize(("found", "language"), [(("Vietnamese_Vietnam", "1258"), "vi"), ((None, None), "en")])
def test_where_the_environment_is_silent_the_locale_tells(
    found: tuple[str | None, str | None], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DFGRAPH_LANG", "LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: found)
    assert reader_language() == language
