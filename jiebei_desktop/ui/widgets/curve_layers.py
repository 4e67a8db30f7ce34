"""What is painted by hand below and above the curves of a chart: bands and levels, and the chosen day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from jiebei_desktop.money import grouped
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.chart_parts import apart
from jiebei_desktop.ui.widgets.curve_lines import Curve, paint_sample, sample_length, small_metrics
from jiebei_desktop.ui.widgets.pictures import TimeAxis


class Band(NamedTuple):
    """A stretch of days, first and last included, that goes by a name."""

    first: int
    last: int
    name: str


class Frame(NamedTuple):
    """Where days and yuan lie in the plot."""

    plot: QRectF
    days: int
    low: float
    high: float

    def x(self, day: float) -> float:
        """Return where a day is."""
        return self.plot.left() + self.plot.width() * day / max(self.days, 1)

    def y(self, value: float) -> float:
        """Return where an amount is."""
        return self.plot.bottom() - self.plot.height() * (value - self.low) / (self.high - self.low)

    def day(self, x: float) -> int:
        """Return the day nearest to a place."""
        share = (x - self.plot.left()) / max(self.plot.width(), 1)
        return min(max(round(share * self.days), 0), self.days)


class Layer(QGraphicsItem):
    """Something painted by hand below or above the curves, in pixels."""

    def __init__(self, parent: QGraphicsItem, level: int) -> None:
        super().__init__(parent)
        self.frame = Frame(QRectF(), 0, 0, 1)
        self._whole = QRectF()
        self.setZValue(level)

    def fit(self, frame: Frame, whole: QRectF) -> None:
        """Paint in another frame."""
        self.prepareGeometryChange()
        self.frame, self._whole = frame, whole
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """Return all the room that there is."""
        return self._whole


class Ground(Layer):
    """Bands, their names and the lines that values are read from."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent, -1000)  # pyqtgraph puts the box of the curves at -100
        self._bands: Sequence[Band] = ()
        self._levels: Sequence[float] = ()
        self._origin: date | None = None

    def show_bands(self, bands: Sequence[Band], levels: Sequence[float], origin: date | None) -> None:
        """Show other bands, a line at each level and, where day 0 is a date, the months below."""
        self._bands, self._levels, self._origin = bands, levels, origin
        self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint every other band, all names, a line a level and what is counted."""
        theme, plot = design.current(), self.frame.plot
        painter.setFont(design.text_font(design.SMALL))
        for index, band in enumerate(self._bands):
            left = self.frame.x(max(band.first - 0.5, 0))
            right = self.frame.x(min(band.last + 0.5, self.frame.days))
            stretch = QRectF(left, plot.top(), right - left, plot.height())
            if index % 2 == 0 and right > left:
                painter.fillRect(stretch, design.colour(theme.selected, design.GROUND))
            name = QRectF(left + design.HALF, plot.top(), right - left - design.HALF, design.HEADROOM)
            if painter.fontMetrics().horizontalAdvance(band.name) <= name.width():
                painter.setPen(design.colour(theme.quiet))
                painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, band.name)
        painter.setPen(QPen(design.colour(theme.line), design.LINE_WIDTH))
        for level in self._levels:
            y = round(self.frame.y(level)) + 0.5
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(design.colour(theme.quiet))
        unit = QRectF(0, plot.top(), plot.left() - design.HALF, design.HEADROOM)
        painter.drawText(unit, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, translate("Overdue", "元"))
        if self._origin is not None:
            axis = TimeAxis(self._origin, self.frame.days, plot.left(), plot.right())
            axis.paint(painter, QRectF(0, plot.bottom(), self._whole.width(), design.HEADER_LINE))


class _Value(NamedTuple):
    """What one curve is worth on the marked day, where its dot is and where it is written."""

    curve: Curve
    text: str
    dot: QPointF
    place: QRectF


class Mark(Layer):
    """The chosen day."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent, 1)
        self._curves: Sequence[Curve] = ()
        self._origin: date | None = None
        self._focused = False
        self._day: int | None = None
        self.values: Sequence[_Value] = ()

    def show_curves(self, curves: Sequence[Curve], origin: date | None) -> None:
        """Mark the same day on other curves, as soon as their frame is known."""
        self._curves, self._origin = curves, origin

    def focus(self, *, on: bool) -> None:
        """Paint a frame round all days, or none."""
        self._focused = on
        self.update()

    def fit(self, frame: Frame, whole: QRectF) -> None:
        """Mark the day in another frame."""
        super().fit(frame, whole)
        self._arrange()

    def move(self, day: int | None) -> None:
        """Mark another day, or none."""
        self._day = day
        self._arrange()

    @property
    def day(self) -> int | None:
        """Return the day that is marked, one of those shown."""
        return None if self._day is None else min(max(self._day, 0), self.frame.days)

    @property
    def date(self) -> str:
        """Return the date of the day that is marked; empty where days are counted."""
        return "" if self._origin is None or self.day is None else str(self._origin + timedelta(days=self.day))

    def _arrange(self) -> None:
        day, plot = self.day, self.frame.plot
        if day is None or not self._curves:
            self.values = ()
            self.update()
            return
        metrics = small_metrics()
        found = [(curve, curve.values[day]) for curve in self._curves if day < len(curve.values)]
        texts = [grouped(value) for _, value in found]
        dots = [QPointF(self.frame.x(day), self.frame.y(float(value))) for _, value in found]
        width = max(map(metrics.horizontalAdvance, texts), default=0) + sample_length(self._curves) + 2 * design.GRID
        height = metrics.height() + design.LINE_WIDTH
        # Costs grow, so there is more room before the day and above the curve.
        left = self.frame.x(day) - design.GRID - width
        if left < plot.left():
            left = self.frame.x(day) + design.GRID
        wanted = [dot.y() - height - design.FOCUS for dot in dots]
        tops = apart(wanted, height + design.FOCUS, plot.top() + design.HEADROOM, plot.bottom())
        self.values = [
            _Value(curve, text, dot, QRectF(left, top, width, height))
            for (curve, _), text, dot, top in zip(found, texts, dots, tops, strict=True)
        ]
        self.update()  # all of it: dashes cut off by a smaller part would not fit those beside it

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint the line, then the dots, then the date and the values; a frame round all days where keys are heard."""
        if self._focused:
            painter.setPen(QPen(design.colour(design.current().accent), design.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.frame.plot)
        day = self.day
        if day is None or not self._curves:
            return
        theme, plot = design.current(), self.frame.plot
        x = round(self.frame.x(day)) + 0.5
        painter.setPen(QPen(design.colour(theme.control), design.LINE_WIDTH))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.setPen(QPen(design.colour(theme.card), design.LINE_WIDTH))
        for value in self.values:
            painter.setBrush(design.colour(value.curve.colour))
            painter.drawEllipse(value.dot, design.DOT / 2, design.DOT / 2)
        painter.setFont(design.text_font(design.SMALL))
        if self.date:
            width = painter.fontMetrics().horizontalAdvance(self.date) + 2 * design.GRID
            left = min(max(x - width / 2, plot.left()), plot.right() - width)
            flag = QRectF(left, plot.top() + design.FOCUS, width, design.HEADROOM - 2 * design.FOCUS)
            painter.setPen(QPen(design.colour(theme.control), design.LINE_WIDTH))
            painter.setBrush(design.colour(theme.card))
            painter.drawRoundedRect(flag, design.HALF, design.HALF)
            painter.setPen(design.colour(theme.ink))
            painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, self.date)
        for value in self.values:
            painter.setPen(QPen(design.colour(theme.line), design.LINE_WIDTH))
            painter.setBrush(design.colour(theme.card))
            painter.drawRoundedRect(value.place, design.HALF, design.HALF)
            left, length = value.place.left() + design.HALF, sample_length(self._curves)
            paint_sample(painter, value.curve, left, value.place.center().y(), length)
            painter.setPen(design.colour(theme.ink))
            figure = value.place.adjusted(0, 0, -design.HALF, 0)
            painter.drawText(figure, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, value.text)
