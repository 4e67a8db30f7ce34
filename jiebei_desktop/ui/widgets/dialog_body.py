"""What a dialog says and asks, above its buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QScrollArea

from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import fill_area


class DialogBody(QScrollArea):
    """As high as it has to be, so that nothing scrolls where the screen is large enough; the buttons stay in sight.

    Args:
        layout: what is said and asked.
        width: pixels that it has where the screen is wide enough.
    """

    def __init__(self, layout: QLayout, width: int) -> None:
        super().__init__()
        self._wanted, self._said = width, layout
        self._inside = fill_area(self, layout)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size at which nothing scrolls."""
        width = max(self._wanted, self._inside.minimumSizeHint().width())
        return QSize(width, self._height(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what is enough to scroll in."""
        width = min(self._inside.minimumSizeHint().width() + design.SCROLL, self._wanted)
        return QSize(width, min(self._height(self._wanted), design.CHART_HEIGHT))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Let the dialog be as large as it should: Qt gives it two thirds of a screen at most."""
        super().showEvent(event)
        window, room = self.window(), self.screen().availableSize()
        window.resize(window.sizeHint().boundedTo(room))
        self._grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the dialog grow with what is said in it."""
        handled = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self.updateGeometry()
            self._grow()
        return handled

    def _grow(self) -> None:
        window = self.window()
        more = self._height(self.viewport().width()) - self.viewport().height()
        if more > 0:
            high = min(window.height() + more, self.screen().availableSize().height())
            window.resize(window.width(), high)

    def _height(self, width: int) -> int:
        layout = self._said
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
