"""The lines of a chart by day: what each is called and looks like, and the legend above the plot."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import clear
from jiebei_desktop.ui.widgets.flow import FlowLayout


class Curve(NamedTuple):
    """One line: its name, a design colour, its style (the place in `design.DASHES`) and yuan by day from 0."""

    name: str
    colour: str
    style: int
    values: Sequence[Decimal]


class Legend(QWidget):
    """The names of the curves, in as many rows as they need."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[_Entry] = []
        self._rows = FlowLayout(design.SPACE, 0)
        self.setLayout(self._rows)
        self.setMouseTracking(True)  # for the chart to hear that the pointer is here and not in the plot any more

    def show_curves(self, curves: Sequence[Curve]) -> None:
        """Show other names; the same ones stay as they are."""
        if [curve[:3] for curve in curves] == [entry.curve[:3] for entry in self._entries]:
            return
        clear(self._rows)
        self._entries = [_Entry(curve, sample_length(curves)) for curve in curves]
        for entry in self._entries:
            self._rows.addWidget(entry)
            entry.show()


class _Entry(QLabel):
    """A curve's name after a sample of its line."""

    def __init__(self, curve: Curve, sample: int) -> None:
        super().__init__(curve.name)
        self.curve, self._sample = curve, sample
        self.setMinimumWidth(1)  # a name too long for any row is cut
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what the sample and the whole name need."""
        width = self._sample + design.GRID + small_metrics().horizontalAdvance(self.text())
        return QSize(int(width) + 1, design.HEADER_LINE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say the whole name on hover where it is too long for the room."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sample and as much of the name as there is room for."""
        painter = QPainter(self)
        paint_sample(painter, self.curve, 0, self.height() // 2, self._sample)
        painter.setFont(design.text_font(design.SMALL))
        painter.setPen(design.colour(design.current().ink))
        name = QRectF(self.rect()).adjusted(self._sample + design.GRID, 0, 0, 0)
        text = small_metrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def small_metrics() -> QFontMetricsF:
    """Return the measures of small type."""
    return QFontMetricsF(design.text_font(design.SMALL))


@lru_cache(maxsize=64)
def curve_pen(colour: str, style: int) -> QPen:
    """Return the pen of a line in a design colour and one of the styles."""
    pen = QPen(design.colour(colour), design.CURVE_WIDTH)
    if dashes := design.DASHES[style]:
        pen.setDashPattern(dashes)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def sample_length(curves: Sequence[Curve]) -> int:
    """Return how long a sample has to be for the curves' styles to be told apart."""
    return design.LONG_SAMPLE if any(curve.style >= design.LONG_DASHES for curve in curves) else design.ICON


def paint_sample(painter: QPainter, curve: Curve, left: float, middle: float, length: int) -> None:
    """Paint a short piece of a line."""
    painter.setPen(curve_pen(curve.colour, curve.style))
    painter.drawLine(QPointF(left, middle), QPointF(left + length, middle))
