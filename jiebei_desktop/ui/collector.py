"""Looking for garbage in the window's thread only.

Python looks for it in whatever thread makes it due. What it finds may be a part of the window, and Qt ends the program
when one goes in another thread than its own.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY: Final = 1_000
"""In milliseconds."""


class Collector(QObject):
    """Takes over from Python's own collector as long as there is an application, with its thresholds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_EVERY)

    def look(self) -> None:
        """Collect the oldest generation that is due."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
