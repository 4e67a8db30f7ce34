"""Opening a path that may be anything to look at what is there."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO


def open_at_once(path: Path) -> BinaryIO:
    """Open a file for reading without waiting for somebody to write into it, as a pipe would have it.

    Raises:
        OSError: it can't be opened.
        ValueError: the name holds a sign that no path can have.
    """
    return open(path, "rb", opener=_at_once)


def is_regular(stream: BinaryIO) -> bool:
    """Tell whether an open file is a plain one: no pipe, and no device that never ends."""
    return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
