"""Holding a file open so that other processes can see that its holder lives: the system lets go when it dies."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

_PLACE: Final = 1 << 30
"""The byte that is locked on Windows, where nobody else could read it: far behind what is in the file."""
_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
"""A link that somebody put there would lead to another file of the user's."""
_TRIES: Final = 100
_HELD: Final = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


class HeldError(Exception):
    """A living process holds the file."""


class Hold:
    """A file that is held as long as this is not let go.

    Attributes:
        sure: whether the file system can tell others that it is held; some shared folders can't.
    """

    def __init__(self, path: Path) -> None:
        """Open a file, made for the user alone where it is not there, and hold it.

        Raises:
            HeldError: somebody else holds it, in this or in another process.
            OSError: it can't be opened for writing.
        """
        for _ in range(_TRIES):
            self._stream: IO[bytes] = os.fdopen(os.open(path, _FLAGS, 0o600), "r+b", buffering=0)
            self.path = path
            try:
                self.sure = _lock(self._stream)
            except HeldError:
                self._stream.close()
                raise
            if self._is_there():
                return
            self._stream.close()  # its holder took it away between our opening and locking it: open the new one
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))

    def read(self) -> bytes:
        """Return what is in it."""
        self._stream.seek(0)
        return self._stream.read(1 << 16)

    def write(self, content: bytes) -> None:
        """Put something else into it; raises `OSError`."""
        self._stream.seek(0)
        self._stream.truncate()
        rest = memoryview(content)
        while rest:
            rest = rest[self._stream.write(rest) :]  # a disk that is nearly full takes a part

    def sync(self) -> None:
        """Return once the disk has what was written; raises `OSError`."""
        os.fsync(self._stream.fileno())

    def let_go(self, *, take_away: bool) -> None:
        """Let go of it, and where wanted take the file away; one that can't be taken away stays."""
        if take_away and os.name == "posix":  # while it is held, or somebody else's could be taken away
            self._unlink()
        self._stream.close()
        if take_away and os.name != "posix":  # there a file that is open can't be
            self._unlink()

    def _unlink(self) -> None:
        with suppress(OSError):
            self.path.unlink()

    def _is_there(self) -> bool:
        try:
            return os.path.samestat(self.path.stat(), os.fstat(self._stream.fileno()))
        except FileNotFoundError:
            return False


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: IO[bytes]) -> bool:
        stream.seek(_PLACE)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in _HELD:
                raise HeldError from None
            return False
        return True
else:
    import fcntl

    def _lock(stream: IO[bytes]) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _HELD:
                raise HeldError from None
            return False
        return True
