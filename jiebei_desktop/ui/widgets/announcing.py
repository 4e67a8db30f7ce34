"""What appears without the focus going there is said aloud by a screen reader."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Voice(QObject):
    """Says what it gives to the screen reader by `said` as well."""

    said = Signal(str)

    def say(self, widget: QWidget, text: str) -> None:
        """Give a text to the screen reader, as one that a widget on screen shows; it waits until others are done."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
        self.said.emit(text)


@cache
def voice() -> Voice:
    """Return the program's voice."""
    return Voice()


def announce(widget: QWidget, text: str) -> None:
    """Have a text said that has just appeared in a widget; nothing where there is none, or it can't be seen."""
    if text and widget.isVisible():
        voice().say(widget, text)
