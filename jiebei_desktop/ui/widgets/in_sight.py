"""What the keys went to is scrolled into sight, wherever it is."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.fields import FormField


class InSight(QObject):
    """Follows the focus for as long as there is an application.

    Qt does this only for a step inside of one area. A click never scrolls: what is clicked is in sight, and must not
    move away under the pointer.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._soon = QTimer(self)  # once more when what the focus itself changed is laid out
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._bring_again)
        self._left: dict[QScrollArea, tuple[int, int]] = {}  # how far areas were scrolled when the focus had come
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and QApplication.mouseButtons() is Qt.MouseButton.NoButton:
            self._left = {area: _place(area) for area in _bring()}
            self._soon.start()

    def _bring_again(self) -> None:
        """Scroll once more, unless somebody scrolled on meanwhile."""
        left, self._left = self._left, {}
        if all(isValid(area) and _place(area) == place for area, place in left.items()):
            _bring()


def _place(area: QScrollArea) -> tuple[int, int]:
    return area.horizontalScrollBar().value(), area.verticalScrollBar().value()


def _bring() -> list[QScrollArea]:
    """Scroll every area that the focus is in; return them."""
    focused, areas = QApplication.focusWidget(), []
    if focused is None:
        return []
    part, inside = looked_at(focused), focused
    while not inside.isWindow() and (above := inside.parentWidget()) is not None:
        part, area = QRect(inside.mapTo(above, part.topLeft()), part.size()), above.parentWidget()
        if isinstance(area, QScrollArea) and above is area.viewport():
            part = _scrolled(area, part).intersected(above.rect())  # the next area has to show no more than this one
            areas.append(area)
        inside = above
    return areas


def looked_at(widget: QWidget) -> QRect:
    """Return what is looked at of what has the focus: a list's current cell, a field with its title, or all of it."""
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        return widget.visualRect(widget.currentIndex()).translated(widget.viewport().pos())
    field = widget.parentWidget()
    if isinstance(field, FormField):
        return QRect(widget.mapFrom(field, QPoint()), field.size())
    return widget.rect()


def _scrolled(area: QScrollArea, place: QRect) -> QRect:
    """Scroll no further than what is at a place of the viewport takes; return where it is afterwards."""
    down, across = area.verticalScrollBar(), area.horizontalScrollBar()
    before, room = QPoint(across.value(), down.value()), area.viewport().size()
    down.setValue(down.value() + _way(place.top(), place.height(), room.height()))
    across.setValue(across.value() + _way(place.left(), place.width(), room.width()))
    return place.translated(before - QPoint(across.value(), down.value()))


def _way(begin: int, size: int, room: int) -> int:
    """Return how far to go so that something is whole between 0 and `room`, with a little beside it."""
    beside = min(design.GRID, max((room - size) // 2, 0))
    least, most = begin - beside, begin + size + beside - room
    if size > room:  # as much of it as there is room for
        return least if least > 0 or most < 0 else 0
    return min(least, 0) or max(most, 0)
