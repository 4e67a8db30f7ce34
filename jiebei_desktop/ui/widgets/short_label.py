"""Lines of text that give way where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel

from jiebei_desktop.ui import design


class ShortLabel(QLabel):
    """Ends in “…” where it is too narrow for its text, and then says the whole of it on hover."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a text."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return that any width will do."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint as much of the text as there is room for."""
        painter, place = QPainter(self), self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        role = QPalette.ColorRole.WindowText
        self.style().drawItemText(painter, place, self.alignment(), self.palette(), self.isEnabled(), text, role)


def shortened(name: str) -> str:
    """Return a name for a button: where it is very long its two ends, as either can tell it from others."""
    metrics = QFontMetrics(design.text_font())
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, design.CYCLE_FIELD)
