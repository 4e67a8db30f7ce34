"""When the first page is on screen: the end of a start, and how long it took."""

from __future__ import annotations

import os
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_LOADED = time.perf_counter()
_START_FIELD = 19  # of /proc/PID/stat, counted from behind the program's name


class FirstPaint(QObject):
    """Says `done` once a widget and all that is in it were painted for the first time."""

    done = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait for the first painting; what is inside follows before the event loop goes on."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.done.emit)
        return False


def milliseconds_since_start() -> float:
    """Return how long this process has been there; without Linux's /proc, how long this module has.

    Linux keeps the start in ticks of 10 ms.
    """
    try:
        fields = Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        began = int(fields[_START_FIELD]) / os.sysconf("SC_CLK_TCK")
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - began) * 1000
    except (OSError, AttributeError):
        return (time.perf_counter() - _LOADED) * 1000
