"""Spreadsheet files are zip packages: what is in one is weighed before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
from typing import Final

from dfgraph.base.errors import SheetError
from dfgraph.base.language import EMPTY, Text

MAX_UNPACKED: Final = 256 * 1024 * 1024
MAX_PARTS: Final = 2_000
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_UNLOCK = Text("Hãy lưu lại tệp không có mật khẩu.", "Save it again without a password.")
_SAVE_AGAIN = Text("Hãy mở tệp và lưu lại dạng XLSX.", "Open the file and save it again as XLSX.")


def unreadable(path: str, why: Text, remedy: Text = EMPTY) -> SheetError:
    """A file that cannot be read as a sheet at all."""
    return SheetError(Text("{path}: {why}.", "{path}: {why}.").fill(path=path, why=why), remedy)


def open_package(path: str, data: bytes) -> zipfile.ZipFile:
    """The package that `data` is. Raises SheetError where it is none, is locked, or would unpack to too much.

    A part never unpacks to more than the package says of it, so that weighing what it says is enough.
    """
    if data.startswith(_OLD_EXCEL):
        if _LOCKED in data:
            raise unreadable(path, Text("tệp có mật khẩu", "the file has a password"), _UNLOCK)
        raise unreadable(path, Text("định dạng Excel cũ (.xls)", "the old Excel format (.xls)"), _SAVE_AGAIN)
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        why = Text("không phải tệp bảng tính, hoặc tệp bị hỏng", "it is no spreadsheet, or it is damaged")
        raise unreadable(path, why, _SAVE_AGAIN) from error
    parts = package.infolist()
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MAX_UNPACKED or len(parts) > MAX_PARTS:
        why = Text(
            "giải nén ra {n} MB trong {m} phần, quá giới hạn {most} MB",
            "it unpacks to {n} MB in {m} parts, more than the limit of {most} MB",
        ).fill(n=unpacked >> 20, m=len(parts), most=MAX_UNPACKED >> 20)
        raise unreadable(path, why, Text("Hãy chia tệp thành nhiều tệp nhỏ.", "Split it into smaller files."))
    if any(part.flag_bits & 1 for part in parts) or _encrypted(package):
        raise unreadable(path, Text("tệp có mật khẩu", "the file has a password"), _UNLOCK)
    return package


def _encrypted(package: zipfile.ZipFile) -> bool:
    """Whether an OpenDocument file says that its parts are encrypted."""
    try:
        return b"encryption-data" in package.read("META-INF/manifest.xml")
    except (KeyError, RuntimeError, zipfile.BadZipFile):
        return False
