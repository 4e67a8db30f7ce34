"""Writing a file so that there is always a whole one: the old until the new is safely on disk."""

from __future__ import annotations

import errno
import os
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from jiebei_desktop.files.hold import HeldError, Hold

_PLAIN_LETTERS: Final = 40
"""At most 160 bytes of 255."""
_TEMPORARY: Final = ".tmp"


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file's content as a whole, and return once it is on disk.

    Raises:
        OSError: it could not be written; the old file is as it was.
        ValueError: the name holds a sign that no path can have.
    """
    path = resolved(path)  # a link stays a link: what it points to is replaced
    if path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if path.exists() and not path.is_file() and not path.is_dir():  # a pipe or a device would be gone
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    if path.exists() and not os.access(path, os.W_OK):  # renaming over it would ask nobody
        os.close(os.open(path, os.O_WRONLY))  # says why
    new = _held(_temporary(path))
    try:
        with _where_it_can_be_done():
            new.path.chmod(0o600)
            if path.exists():  # a new file is its owner's alone, an old one stays whose it was
                shutil.copymode(path, new.path)
        new.write(content)
        new.sync()
        if os.name != "posix":  # there a file that is open can't be moved
            new.let_go(take_away=False)
        new.path.replace(path)
    except BaseException:
        new.let_go(take_away=True)
        raise
    new.let_go(take_away=False)
    _sync_folder(path.parent)


def clear_leftover(path: Path) -> None:
    """Take away what a write of this file left when it was ended half-way."""
    _clear(_temporary(resolved(path)))


def clear_leftovers(folder: Path) -> None:
    """Take away what any write in a folder of the program's own left when it was ended half-way."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.endswith(_TEMPORARY):
                _clear(Path(entry.path))


def private_folder(path: Path) -> Path:
    """Return a folder of the program's own, made for the user alone where it is not there; raises `OSError`."""
    missing = [folder for folder in (path, *path.parents) if not folder.is_dir()]
    for folder in reversed(missing):  # `parents=True` would make those above for everybody
        folder.mkdir(mode=0o700, exist_ok=True)
    return path


def resolved(path: Path) -> Path:
    """Return where a path leads; one that leads round in circles, where `Path.resolve` raises, as it is."""
    return Path(os.path.realpath(path))


def plain_name(name: str) -> str:
    """Return a part of a name that every file system takes beside its own addition; not one that is unlike others."""
    return "".join(letter if letter.isalnum() else "_" for letter in name[:_PLAIN_LETTERS])


def beside(path: Path, ending: str) -> Path:
    """Return where a hidden file about another one is, in the same folder, with a name that is not too long."""
    number = zlib.crc32(os.fsencode(path.name))
    return path.with_name(f".{plain_name(path.stem)}-{number:08x}{ending}")


def _temporary(path: Path) -> Path:
    """Return where a file is written before it takes its place: always the same, so that a leftover is found again."""
    return beside(path, _TEMPORARY)


def _held(path: Path) -> Hold:
    """Return a file to write to, which nobody else does."""
    try:
        return Hold(path)
    except (HeldError, OSError):  # somebody writes the same file, or left something of theirs
        return Hold(path.with_name(f".{os.urandom(8).hex()}{_TEMPORARY}"))


@contextmanager
def _where_it_can_be_done() -> Iterator[None]:
    """Go on where a file system does not know such a thing, as that of a network folder may not."""
    try:
        yield
    except OSError as error:
        if error.errno not in {errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}:
            raise


def _clear(path: Path) -> None:
    if path.exists():
        with suppress(HeldError, OSError):
            Hold(path).let_go(take_away=True)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # elsewhere a folder can't be opened, and the rename is durable by itself
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:  # one may write into a folder that one may not read
        return
    try:
        with _where_it_can_be_done():
            os.fsync(handle)
    finally:
        os.close(handle)
