"""Pictures that say what is under the pointer, or where the arrow keys are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from jiebei_desktop.ui import design
from jiebei_desktop.ui.why import Reason, follow
from jiebei_desktop.ui.widgets.announcing import announce

_STEPS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


def show_hint(widget: QWidget, event: QHelpEvent, text: str) -> None:
    """Say something on hover; nothing takes away what was said before."""
    if text:
        QToolTip.showText(event.globalPos(), text, widget)
    else:
        QToolTip.hideText()
        event.ignore()


class Hinted(QWidget):
    """A picture that says on hover, and on a click in the place for reasons, what is under the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        Reason(self, self._reason)

    def _reason(self, place: QPoint | None) -> str:
        """Return what is at a place, else the picture in words."""
        return (self.hint(place) if place is not None else "") or self.accessibleName()

    def event(self, event: QEvent) -> bool:
        """Say it."""
        if isinstance(event, QHelpEvent):
            show_hint(self, event, self.hint(event.pos()))
            return True
        return super().event(event)

    def hint(self, place: QPoint) -> str:
        """Return what there is to say about a place; nothing where there is nothing."""
        raise NotImplementedError


class Stepped(Hinted):
    """One whose pieces the arrow keys go through, too: each is marked, and said as on hover."""

    def __init__(self) -> None:
        super().__init__()
        self._at: tuple[int, int] | None = None

    def spots(self) -> list[list[QPoint]]:
        """Return the middle of each piece, row by row."""
        raise NotImplementedError

    def _show(self, summary: str, words: str = "") -> None:
        """Be called by what the picture says, and take the focus where there is something to go through."""
        self._at = None
        self.setAccessibleName(summary)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if any(self.spots()) else Qt.FocusPolicy.NoFocus)
        self.update()

    @property
    def spot(self) -> QPoint | None:
        """Return the middle of the piece that the keys are at."""
        return None if self._at is None else self._rows()[self._at[0]][self._at[1]]

    def _rows(self) -> list[list[QPoint]]:
        """Return the rows in which there is something."""
        return [row for row in self.spots() if row]

    def _reason(self, place: QPoint | None) -> str:
        """Return what is at a place, or where the keys are."""
        return super()._reason(self.spot if self.hasFocus() and self._at is not None else place)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from piece to piece, from row to row, or to the first and last of a row."""
        rows, key = self._rows(), event.key()
        if key not in {*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_End} or not rows:
            super().keyPressEvent(event)
            return
        down, across = _STEPS.get(key, (0, 0)) if self._at is not None else (0, 0)
        row, column = self._at or (0, 0)
        row = min(max(row + down, 0), len(rows) - 1)
        last = len(rows[row]) - 1
        column = min(max(column + across, 0), last)
        self._at = row, {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(Qt.Key(key), column)
        self._say()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that keys are heard."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that they are not any more."""
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.update()

    def _say(self) -> None:
        """Say the piece where the keys are, to eyes and ears."""
        spot = self.spot
        if spot is not None:
            said = self.hint(spot)
            self.setAccessibleDescription(said)
            announce(self, said)
            QToolTip.showText(self.mapToGlobal(spot), said, self)
            self.update()
            follow(self)

    def _paint_focus(self, painter: QPainter) -> None:
        """Paint a frame while the keys are here, and a ring where they are."""
        if not self.hasFocus():
            return
        painter.setPen(QPen(design.colour(design.current().accent), design.FOCUS))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), design.HALF, design.HALF)
        if (spot := self.spot) is not None:
            painter.drawEllipse(QPointF(spot), design.DOT, design.DOT)
