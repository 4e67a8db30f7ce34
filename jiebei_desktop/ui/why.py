"""Why this number: any widget that shows figures says it by a click and by a key, in one place of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QTableView, QWidget

from jiebei_desktop.ui import design


@runtime_checkable
class Answering(Protocol):
    """A widget that knows why what it shows is what it is."""

    def why_here(self) -> str:
        """Return why the figure that is looked at is what it is; nothing where none is."""


@runtime_checkable
class Teller(Protocol):
    """A window with a place for reasons."""

    def tell_why(self, widget: QWidget, *, opens: bool) -> None:
        """Show why what a widget shows is what it is; where it `opens` not, only if reasons are shown already."""

    def freshen_why(self, widget: QWidget) -> None:
        """Say anew why what a widget shows is what it is, if that is what is shown."""


def ask(widget: QWidget) -> None:
    """Show why what a widget shows is what it is."""
    window = widget.window()
    if isinstance(window, Teller):
        window.tell_why(widget, opens=True)


def follow(widget: QWidget) -> None:
    """Show it where reasons are shown already: the user went on to another figure."""
    window = widget.window()
    if isinstance(window, Teller):
        window.tell_why(widget, opens=False)


def freshen(widget: QWidget) -> None:
    """Show it anew where it is shown: the figure itself is another one now."""
    window = widget.window()
    if isinstance(window, Teller):
        window.freshen_why(widget)


def heard(widget: QWidget) -> bool:
    """Tell whether a widget stands in a window with a place for reasons, so that asking leads anywhere."""
    return isinstance(widget.window(), Teller)


def answers(widget: QWidget) -> str | None:
    """Return what a widget itself has to say; None where it shows no figures that it knows about."""
    reason = widget.findChild(Reason, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if reason is not None:
        return reason.why()
    return widget.why_here() if isinstance(widget, Answering) else None


def answering(widget: QWidget | None) -> QWidget | None:
    """Return who answers for a widget: itself, or the next around it that has something to say; None where nobody."""
    while widget is not None and not widget.isWindow():
        if answers(widget):
            return widget
        widget = widget.parentWidget()
    return None


def keep_in_sight(widget: QWidget) -> None:
    """Scroll a figure back into sight where the place for reasons has taken the room that it stood in."""
    figure = widget.rect()
    if isinstance(widget, QTableView) and widget.currentIndex().isValid():
        figure = widget.visualRect(widget.currentIndex())
        widget = widget.viewport()
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    inside = area.widget() if area is not None else None
    if area is not None and inside is not None:
        room = area.viewport().height() // 2
        place = widget.mapTo(inside, figure.center())
        area.ensureVisible(0, place.y(), 0, min(figure.height() // 2 + design.GRID, room))


class Reason(QObject):
    """Lets a widget of any kind say why what it shows is what it is; a click on it asks."""

    def __init__(self, widget: QWidget, why: Callable[[QPoint | None], str]) -> None:
        """Answer for a widget, for as long as it lives.

        Args:
            widget: what shows figures.
            why: says why the figure at the place that was clicked last is what it is; where none was, of the whole.
        """
        super().__init__(widget)
        self._why = why
        self._place: QPoint | None = None
        self._pressed: QPoint | None = None
        widget.installEventFilter(self)

    def why(self) -> str:
        """Return why."""
        return self._why(self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hear a click: a press and a release in the same place, so that dragging asks nothing."""
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            place = event.position().toPoint()
            if event.type() is QEvent.Type.MouseButtonPress:
                self._pressed = place
            elif event.type() is QEvent.Type.MouseButtonRelease and self._pressed is not None:
                near = (place - self._pressed).manhattanLength() < QApplication.startDragDistance()
                self._pressed = None
                if near and isinstance(watched, QWidget):
                    self._place = place
                    QTimer.singleShot(0, self, partial(ask, watched))  # once the widget itself has heard the click
        return super().eventFilter(watched, event)
