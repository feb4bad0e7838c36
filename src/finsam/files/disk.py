"""Files on the disk: read whole or refused, written whole or not at all."""

import errno
import os
import select
import stat
import time
from collections.abc import Mapping
from io import FileIO
from pathlib import Path

from finsam.errors import FileError, Problem
from finsam.files.toml import LARGEST, TOO_LARGE
from finsam.language import Text

__all__ = ["read_text", "reason", "write_text"]


class _SilentError(Exception):
    """Nobody writes to the pipe."""


SILENCE = 5.0  # seconds, after which a pipe that has said nothing is given up


def read_text(path: str | os.PathLike[str]) -> str:
    """The text of the file; raises `FileError` where it cannot be read or is not text."""
    name = os.fspath(path)
    try:
        content = _content(path)
    except _SilentError:
        raise FileError(name, _SILENT) from None
    except OSError as error:
        raise FileError(name, _unreadable(error)) from None
    except ValueError:
        raise FileError(name, _NO_NAME) from None
    if len(content) > LARGEST:
        raise FileError(name, TOO_LARGE)
    if not content.strip():
        raise FileError(name, _EMPTY)
    for mark, text in _MARKS:
        if content.startswith(mark):
            raise FileError(name, text)
    try:
        return content.decode("utf-8-sig").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FileError(name, Problem(message=_NOT_UTF_8, line=line)) from None


def _content(path: str | os.PathLike[str]) -> bytes:
    """What is in the file, as far as it is not too large."""
    with FileIO(path, opener=_without_waiting) as file:
        if stat.S_ISFIFO(os.fstat(file.fileno()).st_mode):
            return _said(file)
        return file.read(LARGEST + 1) or b""


def _without_waiting(path: str, flags: int) -> int:
    """Open the file without waiting for somebody to write to it, where it is a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _said(pipe: FileIO) -> bytes:
    """What is written to the pipe, until it is closed or has been silent for long."""
    content, given_up = b"", time.monotonic() + SILENCE
    while len(content) <= LARGEST and time.monotonic() < given_up:
        select.select([pipe], [], [], SILENCE)
        if said := pipe.read(LARGEST + 1):
            content, given_up = content + said, time.monotonic() + SILENCE
        elif said is not None and content:
            return content
        else:
            time.sleep(0.01)  # nobody has begun to write to it
    if not content:
        raise _SilentError
    return content


def write_text(text: str, path: str | os.PathLike[str], *, new: bool = False) -> None:
    """
    Write text to a file, whole or not at all; a `new` file is not written over another.

    The text is written beside the file and takes its place when all of it is on the disk; the file keeps its mode, and
    a link goes on leading to it. Raises `FileError` where it cannot be written; the file that was there is then as it
    was.
    """
    try:
        target = Path(os.path.realpath(path))
        beside = target.with_name(f".{target.name}.{os.getpid()}.new")
        beside.unlink(missing_ok=True)  # what a writer of the same number left when it was killed
        if target.exists() and (new or not target.is_file()):
            raise FileError(os.fspath(path), _ALREADY_THERE if new else _NO_FILE)
        try:
            with beside.open("xb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                beside.chmod(target.stat().st_mode & 0o7777)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except FileError:
        raise  # which is a ValueError too
    except OSError as error:
        raise FileError(os.fspath(path), _UNWRITABLE(why=reason(error))) from None
    except ValueError:
        raise FileError(os.fspath(path), _NO_NAME) from None


def _unreadable(error: OSError) -> Text:
    """Why the file cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return _NOT_THERE
    if isinstance(error, IsADirectoryError):
        return _FOLDER
    return _UNREADABLE(why=reason(error))


def reason(error: OSError) -> Text | str:
    """Why the system does not read or write, in words where it is one of the usual reasons, else as the system says."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


_DENIED = Text(en="permission is denied", sv="åtkomst nekas")
_REASONS: Mapping[int, Text] = {
    errno.ENOENT: Text(en="there is no such folder", sv="det finns ingen sådan mapp"),
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.ENOSPC: Text(en="the disk is full", sv="disken är full"),
    errno.EISDIR: Text(en="it is a folder", sv="det är en mapp"),
    errno.ENOTDIR: Text(
        en="its path goes through what is not a folder", sv="sökvägen går genom något som inte är en mapp"
    ),
    errno.EROFS: Text(en="the disk can only be read", sv="disken går bara att läsa"),
    errno.ENAMETOOLONG: Text(en="the name is too long", sv="namnet är för långt"),
}
"""What the system says of a file that can be neither read nor written; ENOENT is of writing alone."""

_PLAIN = Text(
    en="is {kind}; a plan is plain text in TOML, as finsam new writes it",
    sv="är {kind}; en plan är ren text i TOML, som finsam new skriver den",
)
_UTF_16 = Text(
    en="is UTF-16; save the file as UTF-8, in Notepad under Save as, Encoding",
    sv="är UTF-16; spara filen som UTF-8, i Anteckningar under Spara som, Kodning",
)
_MARKS = (
    (
        b"PK\x03\x04",
        _PLAIN(kind=Text(en="an Excel or Word file, or a zip", sv="en Excel- eller Wordfil, eller en zip")),
    ),
    (b"\xd0\xcf\x11\xe0", _PLAIN(kind=Text(en="an old Excel or Word file", sv="en äldre Excel- eller Wordfil"))),
    (b"%PDF", _PLAIN(kind=Text(en="a PDF", sv="en PDF"))),
    (b"{\\rtf", _PLAIN(kind=Text(en="RTF, as WordPad writes it", sv="RTF, som WordPad skriver"))),
    (b"<", _PLAIN(kind=Text(en="a web page", sv="en webbsida"))),
    (b"\xff\xfe", _UTF_16),
    (b"\xfe\xff", _UTF_16),
)
"""What a file that is no plain text begins with, and what to say of it."""

_SILENT = Text(en="cannot be read: nothing is written to it", sv="kan inte läsas: ingenting skrivs till den")
_EMPTY = _PLAIN(kind=Text(en="empty", sv="tom"))
_NOT_THERE = Text(en="there is no such file", sv="det finns ingen sådan fil")
_FOLDER = Text(en="is a folder, not a file", sv="är en mapp, inte en fil")
_UNREADABLE = Text(en="cannot be read: {why}", sv="kan inte läsas: {why}")
_UNWRITABLE = Text(en="cannot be written: {why}", sv="kan inte skrivas: {why}")
_NO_FILE = Text(en="is not a file that can be written", sv="är ingen fil som kan skrivas")
_ALREADY_THERE = Text(
    en="is there already; give another name, or remove it", sv="finns redan; ange ett annat namn, eller ta bort den"
)
_NO_NAME = Text(en="is not the name of a file", sv="är inte namnet på en fil")
_NOT_UTF_8 = Text(
    en="has a letter that is not UTF-8; save the file as UTF-8, in Notepad under Save as, Encoding",
    sv="har ett tecken som inte är UTF-8; spara filen som UTF-8, i Anteckningar under Spara som, Kodning",
)
