"""Files that are either the old ones or the new ones, never half of each.

What only writing needs is imported when something is written: reading the graph starts without it.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from dfgraph.base.errors import DfgraphError, ProjectError, StoreError
from dfgraph.base.language import Text

_PATIENCE = 2.0
"""Seconds that a wait may take before anything is said of it."""

_ADVICE = {
    errno.ENOSPC: Text("Hãy giải phóng chỗ trên đĩa rồi chạy lại.", "Free some disk space and run it again."),
    errno.EDQUOT: Text("Hãy giải phóng hạn mức đĩa rồi chạy lại.", "Free some of your disk quota and run it again."),
    errno.EFBIG: Text("Hãy nâng giới hạn cỡ tệp rồi chạy lại.", "Raise the file size limit and run it again."),
    errno.EACCES: Text("Hãy kiểm tra quyền ghi của thư mục.", "Check the permissions of the folder."),
    errno.EROFS: Text("Ổ đĩa chỉ cho đọc.", "The disk is read-only."),
    errno.ENOENT: Text("Tệp hoặc thư mục không còn nữa.", "The file or folder is gone."),
    errno.EISDIR: Text("Đó là một thư mục, không phải tệp.", "That is a folder, not a file."),
}


def file_error(error: OSError, path: Path | str) -> DfgraphError:
    """An operating system's refusal, as one line with its remedy."""
    reason = error.strerror or str(error)
    message = Text("Không đọc hoặc ghi được {path}: {reason}.", "Cannot read or write {path}: {reason}.")
    return StoreError(message.fill(path=path, reason=reason), _ADVICE.get(error.errno or 0, Text("", "")))


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A temporary path next to `path`; on success it is renamed into place, otherwise it is removed.

    Works for a file; the rename is atomic, the bytes are on disk before it, and the rename itself after it. A file
    that was there keeps its permissions.
    """
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
        sync_folder(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


def write_file(path: Path, content: bytes) -> None:
    """Puts `content` at `path` in one step: a crash leaves the old file whole.

    Raises StoreError where the disk is full or the folder cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a pipe or a device is written to, not replaced
            return
        with beside(path) as temporary:
            temporary.write_bytes(content)
    except OSError as error:
        raise file_error(error, path) from error


def sync_folder(folder: Path) -> None:
    """Makes names that were given or taken in a folder last through a loss of power, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """The folder `path`, empty; removed again unless the block ends well."""
    import shutil

    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    try:
        yield path
    except BaseException:
        shutil.rmtree(path, ignore_errors=True)
        raise


@contextmanager
def locked(path: Path, *, wait: float = 0, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Holds the lock file `path` for the block; released by the system even if the process is killed.

    Raises ProjectError where another process holds it for longer than `wait` seconds; `waiting` is called once, when
    it has been held for two of them.
    """
    from filelock import FileLock, Timeout

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, timeout=0)
        try:
            lock.acquire(timeout=min(wait, _PATIENCE))
        except Timeout:
            if wait <= _PATIENCE:
                raise
            if waiting:
                waiting()
            lock.acquire(timeout=wait - _PATIENCE)
    except Timeout as error:
        message = Text("Một lệnh dfgraph khác đang ghi vào {folder}.", "Another dfgraph is writing to {folder}.")
        remedy = Text("Hãy đợi nó xong rồi chạy lại.", "Wait until it is done and run it again.")
        raise ProjectError(message.fill(folder=path.parent), remedy) from error
    except OSError as error:
        raise file_error(error, path) from error
    try:
        yield
    finally:
        lock.release()


def hold(folder: Path) -> Callable[[], object]:
    """Marks a folder as in use until what is given is called, or the process ends; see `remove_unused`.

    Raises OSError where there is no such folder, or it is being removed.
    """
    try:
        import fcntl
    except ImportError:  # not on Windows, where no open file can be removed anyway
        return lambda: None
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise
    except OSError:
        pass  # a file system without such marks
    return partial(os.close, handle)


def remove_unused(folder: Path) -> None:
    """Removes a folder, unless some process holds it; what cannot be removed stays."""
    import shutil

    try:
        import fcntl
    except ImportError:
        shutil.rmtree(folder, ignore_errors=True)
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return
    except OSError:
        pass  # a file system without such marks
    shutil.rmtree(folder, ignore_errors=True)
    os.close(handle)


def digest(*parts: bytes) -> str:
    """A short, stable fingerprint of some bytes: 16 hexadecimal digits.

    >>> digest(b"a") == digest(b"a") != digest(b"b")
    True
    """
    import hashlib

    state = hashlib.blake2b(digest_size=8)
    for part in parts:
        state.update(len(part).to_bytes(8, "big") + part)
    return state.hexdigest()
