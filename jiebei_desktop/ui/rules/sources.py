"""Sources and other words of more than one line, to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent

from jiebei_desktop.ui.widgets.reading import Reading


class Sources(Reading):
    """Such a text in a card: Tab chooses all of it, Ctrl+C copies."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setFrameShape(Reading.Shape.NoFrame)
        self.document().setDocumentMargin(0)

    def show_text(self, text: str) -> None:
        """Show another text from its beginning; the same one stays where it was read."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what it needs at least: what is longer is scrolled, and other things need the height."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Choose everything when Tab comes here."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()
