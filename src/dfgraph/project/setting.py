"""`field=value` as a person types it, and the change of a record that it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from dfgraph.base.errors import ChangeError
from dfgraph.base.language import LANGUAGES, Text
from dfgraph.base.text import nearest
from dfgraph.sources.facts import faults
from dfgraph.sources.facts.csv_files import SEPARATOR
from dfgraph.sources.schema import Field, Kind, Schema, ValueType

Path = tuple[str | int, ...]
EVIDENCE: Final = "evidence"
_FIXED: Final = {
    "kind": Text("Loại của một vật không đổi được.", "The kind of a thing cannot be changed."),
    "id": Text("Hãy đổi mã bằng «dfgraph rename».", "Change an id with `dfgraph rename`."),
    EVIDENCE: Text(
        "Hãy viết trường của dẫn chứng, ví dụ evidence.paragraph=3.", "Name its field, as in evidence.paragraph=3."
    ),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One field and its new value, as text; an empty one takes the value away."""

    key: str
    language: str
    of_evidence: bool
    value: str

    @property
    def name(self) -> str:
        """The field as it was typed."""
        key = f"{EVIDENCE}.{self.key}" if self.of_evidence else self.key
        return f"{key}@{self.language}" if self.language else key


def parse_setting(text: str) -> Setting | None:
    """What `field=value`, `field@en=value` or `evidence.field=value` says; None where it is nothing of these.

    >>> parse_setting("label@en=Hue"), parse_setting("label")
    (Setting(key='label', language='en', of_evidence=False, value='Hue'), None)
    """
    name, equals, value = text.partition("=")
    outer, dot, inner = name.strip().partition(".")
    key, at, language = (inner if dot else outer).partition("@")
    if not equals or not key or (dot and outer != EVIDENCE) or (at and not language):
        return None
    return Setting(key.strip(), language.strip(), bool(dot), value.strip())


def field_of(setting: Setting, kind: Kind, schema: Schema) -> Field:
    """The field that is set. Raises ChangeError with the nearest ones where there is none."""
    if not setting.of_evidence and setting.key in _FIXED:
        refused = Text("«{key}» không đặt được như vậy.", "“{key}” cannot be set like that.").fill(key=setting.key)
        raise ChangeError(refused, _FIXED[setting.key])
    fields = schema.evidence.fields if setting.of_evidence else kind.fields
    if setting.key not in fields:
        every = Text("Các trường: {f}.", "The fields are {f}.").fill(f=", ".join(fields))
        meant = faults.did_you_mean(nearest(setting.key, fields), otherwise=every)
        whose = EVIDENCE if setting.of_evidence else kind.key
        raise ChangeError(faults.UNKNOWN_FIELD.message.fill(kind=whose, key=setting.key), meant)
    field = fields[setting.key]
    if setting.language and field.type is not ValueType.TEXT:
        message = Text("«{key}» không có ngôn ngữ.", "“{key}” has no language.").fill(key=setting.key)
        raise ChangeError(message, Text("Hãy bỏ «@{l}».", "Leave out “@{l}”.").fill(l=setting.language))
    if setting.language and setting.language not in LANGUAGES:
        fault = faults.UNKNOWN_LANGUAGE
        raise ChangeError(fault.message.fill(language=setting.language), fault.hint)
    return field


def edits_of(setting: Setting, field: Field, current: Any, part: int) -> dict[Path, Any]:
    """The new values of a record by path, given what stands at the field now; `part` is the piece of evidence."""
    at: Path = (EVIDENCE, part, setting.key) if setting.of_evidence else (setting.key,)
    value = _value(setting.value, field)
    if field.type is not ValueType.TEXT or (value is None and not setting.language):
        return {at: value}
    language = setting.language or LANGUAGES[0]
    if current is None or isinstance(current, dict):
        return {(*at, language): value}
    if isinstance(current, list) and any(not isinstance(item, str) for item in current):
        message = Text(
            "«{key}» ở đây là một danh sách nhiều thứ tiếng.", "“{key}” is a list in several languages here."
        )
        raise ChangeError(message.fill(key=setting.name), Text("Hãy sửa trong tệp.", "Change it in the file."))
    # Text without language is Vietnamese for the reader.
    return {at: value if language == LANGUAGES[0] else {LANGUAGES[0]: current, language: value}}


def _value(text: str, field: Field) -> str | list[str] | None:
    if not text:
        return None
    if not field.many or SEPARATOR not in text:
        return text
    return [part for part in (p.strip() for p in text.split(SEPARATOR)) if part]
