"""Editors that a wheel scrolling the page past them leaves as they are."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSlider


class StillBox(QComboBox):
    """A combo box whose value only keys, clicks and its list change."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page have it."""
        event.ignore()


class StillSlider(QSlider):
    """A slider that only keys and the mouse's buttons move."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page have it."""
        event.ignore()
