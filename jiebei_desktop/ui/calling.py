"""A start while the program is in the tray already: that one shows its window, instead of a second that can't save.

Who is in the tray holds a file that names its plan. A later start writes into it what it wants, and waits for the
answer.
"""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from jiebei_desktop.files.atomic import private_folder
from jiebei_desktop.files.hold import HeldError, Hold

_FILE: Final = "tray"
_WANTED: Final = b"\nshow"
_PATIENCE: Final = 3.0
"""Seconds to wait for an answer; who gives none in that time is stuck."""
_PAUSE: Final = 0.02
_LOOK_EVERY: Final = 300
"""Milliseconds from one look to the next."""


class Callee(QObject):
    """The program in the tray. `called` says that a later start wants its window."""

    called = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = folder / _FILE
        self._hold: Hold | None = None
        self._plan = b""
        self._looks = QTimer(self)  # a watched file's change was not always told
        self._looks.setInterval(_LOOK_EVERY)
        self._looks.timeout.connect(self._look)

    def listen(self, plan: Path | None) -> None:
        """Listen, with this plan; where another program in the tray does, or the file can't be had, nobody is heard."""
        self.stop()
        with suppress(HeldError, OSError):
            private_folder(self._path.parent)
            self._hold = Hold(self._path)
            self._plan = _named(plan)
            self._hold.write(self._plan)
            self._looks.start()

    def stop(self) -> None:
        """Listen no longer."""
        if self._hold is not None:
            self._looks.stop()
            self._hold.let_go(take_away=True)
            self._hold = None

    def _look(self) -> None:
        with suppress(OSError):
            if self._hold is not None and self._hold.read().endswith(_WANTED):
                self._hold.write(self._plan)  # which is the answer
                self.called.emit()


def call(folder: Path, plan: Path | None, *, show: bool) -> bool:
    """Let the program that is in the tray with this plan show its window; any plan where None.

    Args:
        folder: the program's own for data.
        plan: what is to be opened.
        show: whether the window is wanted; else it is enough that the program is there.

    Returns:
        Whether it is there and answers.
    """
    path = folder / _FILE
    try:
        if not path.is_file() or not _is_held(path):
            return False
        theirs = path.read_bytes()
        if plan is not None and theirs != _named(plan):
            return False
        if show:
            path.write_bytes(theirs + _WANTED)
            end = time.monotonic() + _PATIENCE
            while path.is_file() and path.read_bytes().endswith(_WANTED):
                if time.monotonic() > end:
                    return False
                time.sleep(_PAUSE)
    except OSError:
        return False
    return True


def _is_held(path: Path) -> bool:
    try:
        Hold(path).let_go(take_away=True)
    except HeldError:
        return True
    return False


def _named(plan: Path | None) -> bytes:
    return b"" if plan is None else str(plan.resolve()).encode("utf-8", "surrogateescape")
