"""The program's log: what happened, in counts and ids. No money and no names: it takes whole numbers only."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from jiebei_desktop.files.atomic import private_folder

MOST_BYTES = 256 * 1024
_SPARE = 4 * 1024
"""Left free of those, for other processes that write at the same moment."""
_WORD = re.compile("[a-z_]+")


class Diary:
    """A log of at most two files, `path` and an older one beside it, that the user alone can read."""

    def __init__(self, path: Path) -> None:
        """Keep the log at `path`; nothing is touched before the first note."""
        self._path = path
        self._older = path.with_name(f"{path.stem}.1{path.suffix}")

    def note(self, event: str, **facts: int) -> None:
        """Add a line: the time, the process, what happened, and counts and ids that go with it.

        Where it can't be written nothing is said: a log is never worth stopping for.

        Raises:
            ValueError: what happened or what a fact is called is no plain word, as a name might be.
            TypeError: a fact is no whole number, as an amount might be.
        """
        for word in (event, *facts):
            if not _WORD.fullmatch(word):
                raise ValueError("a log takes words of a-z and _ only")
        for fact in facts.values():
            if not isinstance(fact, int):
                raise TypeError("a log takes whole numbers only")
        time = datetime.now().astimezone().isoformat(timespec="seconds")
        line = " ".join([time, str(os.getpid()), event, *(f"{name}={fact:d}" for name, fact in facts.items())])
        with suppress(OSError):
            self._write(f"{line}\n".encode())

    def _write(self, line: bytes) -> None:
        """Write in one piece, so that what other processes write at the same time stands before or behind it."""
        private_folder(self._path.parent)
        handle = self._open()
        found = os.fstat(handle)
        if found.st_size + len(line) > MOST_BYTES - _SPARE:
            os.close(handle)  # Windows moves no open file
            with suppress(FileNotFoundError):
                if os.path.samestat(found, self._path.stat()):  # else another process has moved it just now
                    self._path.replace(self._older)
            handle = self._open()
        try:
            os.write(handle, line)
        finally:
            os.close(handle)

    def _open(self) -> int:
        return os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
