"""Curves by day: what each day costs, one line a product, with the chosen day marked on them.

Importing this imports pyqtgraph, so pages import it when they make their first chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pyqtgraph as pg  # type: ignore[import-untyped]
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPaintEngine,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QGraphicsItem,
    QLabel,
    QSizePolicy,
    QStyleOptionGraphicsItem,
    QWidget,
)

from jiebei_desktop.money import ONE, ZERO, grouped
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import clear, column
from jiebei_desktop.ui.widgets.flow import FlowLayout
from jiebei_desktop.ui.widgets.pictures import TimeAxis

_STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
_DASHES = ((10, 3), (6, 2, 1, 2, 1, 2))  # after the styles that Qt has, in widths of the line
_KEYED_DAYS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -30,
    Qt.Key.Key_PageDown: 30,
}
_DAY_STEPS = (1, 2, 5, 10, 30, 60, 90, 180, 360, 720, 1800, 3600)
_MOST_DAY_STEPS = 6
_MOST_YUAN_STEPS = 5
_YUAN_STEPS = (1, 2, 5)
_HEADROOM = design.WIDE  # bands are named here, above the highest curve


class Curve(NamedTuple):
    """One line: its name, a design colour, its style and yuan by day from 0.

    Styles are solid, dashed, dotted, dash-dotted, with long dashes and dash-dot-dotted (0 to 5).
    """

    name: str
    colour: str
    style: int
    values: Sequence[Decimal]


class Band(NamedTuple):
    """A stretch of days, first and last included, that goes by a name."""

    first: int
    last: int
    name: str


class CurveChart(QWidget):
    """Curves over days, with a legend above. A click or a drag in the plot picks a day; the page marks it.

    Args:
        axis: what is counted below the plot, the days late where nothing else is given; may be empty.
        hover: the day under the pointer is marked, and arrow keys go from day to day.
        steps: values jump on their day instead of growing towards the next.
    """

    picked = Signal(int)
    let_go = Signal()

    def __init__(self, axis: str | None = None, *, hover: bool = False, steps: bool = False) -> None:
        super().__init__()
        self._axis_text = translate("Overdue", "晚的天数") if axis is None else axis
        self._hover, self._steps = hover, steps
        self._origin: date | None = None
        self._marked: int | None = None
        self._pointed: int | None = None
        self._curves: Sequence[Curve] = ()
        self._ends = (0.0, 1.0)
        self._days = 0
        self._lines: list[_Line] = []
        self._picking: int | None = None
        self._legend = _Legend()
        self._theme = design.current()
        self._view = pg.GraphicsView(useOpenGL=False, background=self._theme.card)
        # The chart itself hears the mouse: pyqtgraph has no say in clicks, and a wheel scrolls the page.
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setFixedHeight(design.CURVES_HEIGHT)
        self._view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._view.setCacheMode(pg.GraphicsView.CacheModeFlag.CacheNone)  # or a saved picture has pixels for a ground
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._box.disableAutoRange()
        self._yuan = self._axis("left")
        self._day = self._axis("bottom")
        if self._axis_text:
            self._day.setLabel(self._axis_text)
        self._canvas = self._view.centralWidget
        grid = self._canvas.layout()
        grid.setContentsMargins(0, 0, design.SPACE, 0)
        grid.setSpacing(0)
        grid.addItem(self._yuan, 0, 0)
        grid.addItem(self._box, 0, 1)
        grid.addItem(self._day, 1, 1)
        self._ground = _Ground(self._canvas)
        self._mark = _Mark(self._canvas)
        self._canvas.hide()
        self._box.sigResized.connect(self._fit)
        layout = column(spacing=design.HALF)
        layout.addWidget(self._legend)
        layout.addWidget(self._view)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if hover:
            self.setMouseTracking(True)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_curves(
        self, curves: Sequence[Curve], bands: Sequence[Band], summary: str, origin: date | None = None
    ) -> None:
        """Show other curves over named bands of days; `summary` says the picture in words.

        Days are counted, or called by their dates where `origin` says which one day 0 is.
        """
        self._dress()
        self._origin = origin
        self._curves = [curve for curve in curves if curve.values]
        self._days = max((len(curve.values) for curve in self._curves), default=1) - 1
        least = min((min(curve.values) for curve in self._curves), default=ZERO)
        most = max((max(curve.values) for curve in self._curves), default=ZERO)
        least, most = min(least, ZERO), max(most, ZERO)
        self._ends = (float(least), float(most if least < most else ONE))
        levels = _yuan_ticks(least, most)
        step = next((step for step in _DAY_STEPS if self._days // step <= _MOST_DAY_STEPS), max(self._days, 1))
        self._canvas.setVisible(bool(self._curves))  # first: a hidden axis takes no width
        counted = range(0, self._days + 1, step) if origin is None else ()
        self._day.setTicks([[(day, str(day)) for day in counted]])
        self._day.setHeight(None if origin is None else _foot(self._axis_text))
        self._yuan.setTicks([[(float(level), text) for level, text in levels]])
        texts = (translate("Overdue", "元"), *(text for _, text in levels))
        self._yuan.setWidth(max(map(_metrics().horizontalAdvance, texts)) + design.GRID)
        while len(self._lines) > len(self._curves):
            self._box.removeItem(self._lines.pop())
        while len(self._lines) < len(self._curves):
            line = _Line(antialias=True)
            self._box.addItem(line)
            self._lines.append(line)
        for curve, line in zip(self._curves, self._lines, strict=True):
            line.setData(*_points(curve.values, steps=self._steps))
        self._draw()
        self._ground.show_bands(bands, [float(level) for level, _ in levels], origin)
        self._mark.show_curves(self._curves, origin)
        self._legend.show_curves(self._curves)
        self._canvas.layout().activate()
        self._fit()
        self.setAccessibleName(summary)
        self._say()

    def mark(self, day: int) -> None:
        """Mark a day: a line, a dot on each curve and what it is worth there."""
        self._marked = day
        if self._pointed is None:
            self._move(day)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height that the names take in as many rows as they need at this width."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(self.heightForWidth(self.width()), hint.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for another height where names take more or fewer rows."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Go back to the day that the page marked, if any."""
        super().leaveEvent(event)
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from day to day, by thirty days, or to the first and last."""
        key, day = event.key(), self._mark.day
        if not self._hover or not self._curves or key not in {*_KEYED_DAYS, Qt.Key.Key_Home, Qt.Key.Key_End}:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Home or (day is None and key != Qt.Key.Key_End):
            self._point(0)
        elif key == Qt.Key.Key_End or day is None:
            self._point(self._days)
        else:
            self._point(min(max(day + _KEYED_DAYS[key], 0), self._days))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that keys are heard."""
        super().focusInEvent(event)
        self._mark.focus(on=self._hover)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that they are not any more, and go back to the day that the page marked."""
        super().focusOutEvent(event)
        self._mark.focus(on=False)
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Pick the day under the pointer."""
        place = self._scene_place(event)
        inside = self._mark.frame.plot.adjusted(-design.GRID, 0, design.GRID, 0).contains(place)
        if not self._curves or event.button() is not Qt.MouseButton.LeftButton or not inside:
            event.ignore()
            return
        self._pick(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Pick each day that the pointer is dragged over; beside the plot, the one next to it."""
        place = self._scene_place(event)
        if self._hover and self._curves:
            near = self._mark.frame.plot.adjusted(-design.GRID, 0, design.GRID, 0)
            on_plot = self._picking is not None or near.contains(place)
            self._point(self._mark.frame.day(place.x()) if on_plot else None)
        if self._picking is None or not self._curves:
            event.ignore()
        else:
            self._pick(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go of the days."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._picking = None
            self.let_go.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the curves as thick as they are when the screen's scale changes."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._draw()
        return super().event(event)

    def _draw(self) -> None:
        for curve, line in zip(self._curves, self._lines, strict=True):
            pen = QPen(_pen(curve.colour, curve.style))
            pen.setCosmetic(True)  # not stretched as days and yuan are, nor by the screen's scale
            pen.setWidthF(pen.widthF() * self._view.devicePixelRatioF())
            if pen != line.opts["pen"]:
                line.setPen(pen)

    def _dress(self) -> None:
        """Follow the theme."""
        theme = design.current()
        if theme is not self._theme:
            self._theme = theme
            self._view.setBackground(theme.card)
            for axis in (self._yuan, self._day):
                axis.setTextPen(theme.quiet)

    def _point(self, day: int | None) -> None:
        """Mark a day for as long as the pointer or the keys are on it."""
        if day != self._pointed:
            self._pointed = day
            self._move(self._marked if day is None else day)

    def _move(self, day: int | None) -> None:
        self._mark.move(day)
        self._say()

    def _say(self) -> None:
        """Tell a screen reader what is marked."""
        day = self._mark.day
        if day is None or not self._mark.values:
            self.setAccessibleDescription("")
            return
        text = translate("Pictures", "{name} {amount} 元")
        values = (text.format(name=value.curve.name, amount=value.text) for value in self._mark.values)
        called = translate("Pictures", "第 {day} 天").format(day=day) if self._origin is None else self._mark.date
        said = translate("Pictures", "{day}：{values}")
        self.setAccessibleDescription(said.format(day=called, values=translate("Pictures", "；").join(values)))

    def _scene_place(self, event: QMouseEvent) -> QPointF:
        return event.position() - QPointF(self._view.pos())

    def _pick(self, place: QPointF) -> None:
        day = self._mark.frame.day(place.x())
        if day != self._picking:
            self._picking = day
            self.picked.emit(day)

    def _fit(self) -> None:
        """Lay days and yuan out over the room that there is."""
        plot = QRectF(self._box.geometry())
        room = plot.height() - _HEADROOM - design.CURVE_WIDTH
        if room <= 0:
            return
        least, most = self._ends
        pixel = (most - least) / room
        frame = _Frame(plot, self._days, least - design.CURVE_WIDTH * pixel, most + _HEADROOM * pixel)
        ends = (0, max(self._days, 1))
        self._box.setRange(xRange=ends, yRange=(frame.low, frame.high), padding=0)
        self._day.setRange(*ends)
        self._yuan.setRange(frame.low, frame.high)
        whole = QRectF(self._canvas.rect())
        self._ground.fit(frame, whole)
        self._mark.fit(frame, whole)

    @staticmethod
    def _axis(side: str) -> pg.AxisItem:
        theme = design.current()
        axis = pg.AxisItem(side, pen=QPen(Qt.PenStyle.NoPen), textPen=theme.quiet, maxTickLength=0)
        axis.setStyle(tickFont=design.text_font(design.SMALL), hideOverlappingLabels=design.SPACE, tickAlpha=0)
        axis.enableAutoSIPrefix(enable=False)
        axis.label.setFont(design.text_font(design.SMALL))
        return axis


class _Frame(NamedTuple):
    """Where days and yuan lie in the plot."""

    plot: QRectF
    days: int
    low: float
    high: float

    def x(self, day: float) -> float:
        return self.plot.left() + self.plot.width() * day / max(self.days, 1)

    def y(self, value: float) -> float:
        return self.plot.bottom() - self.plot.height() * (value - self.low) / (self.high - self.low)

    def day(self, x: float) -> int:
        share = (x - self.plot.left()) / max(self.plot.width(), 1)
        return min(max(round(share * self.days), 0), self.days)


class _Layer(QGraphicsItem):
    """Something painted by hand below or above the curves, in pixels."""

    def __init__(self, parent: QGraphicsItem, level: int) -> None:
        super().__init__(parent)
        self.frame = _Frame(QRectF(), 0, 0, 1)
        self._whole = QRectF()
        self.setZValue(level)

    def fit(self, frame: _Frame, whole: QRectF) -> None:
        """Paint in another frame."""
        self.prepareGeometryChange()
        self.frame, self._whole = frame, whole
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """Return all the room that there is."""
        return self._whole


class _Ground(_Layer):
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
                painter.fillRect(stretch, design.colour(theme.selected, 0.7))
            name = QRectF(left + design.HALF, plot.top(), right - left - design.HALF, _HEADROOM)
            if painter.fontMetrics().horizontalAdvance(band.name) <= name.width():
                painter.setPen(design.colour(theme.quiet))
                painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, band.name)
        painter.setPen(QPen(design.colour(theme.line), design.LINE_WIDTH))
        for level in self._levels:
            y = round(self.frame.y(level)) + 0.5
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(design.colour(theme.quiet))
        unit = QRectF(0, plot.top(), plot.left() - design.HALF, _HEADROOM)
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


class _Mark(_Layer):
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

    def fit(self, frame: _Frame, whole: QRectF) -> None:
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
        metrics = _metrics()
        found = [(curve, curve.values[day]) for curve in self._curves if day < len(curve.values)]
        texts = [grouped(value) for _, value in found]
        dots = [QPointF(self.frame.x(day), self.frame.y(float(value))) for _, value in found]
        width = max(map(metrics.horizontalAdvance, texts), default=0) + _sample(self._curves) + 2 * design.GRID
        height = metrics.height() + design.LINE_WIDTH
        # Costs grow, so there is more room before the day and above the curve.
        left = self.frame.x(day) - design.GRID - width
        if left < plot.left():
            left = self.frame.x(day) + design.GRID
        wanted = [dot.y() - height - design.FOCUS for dot in dots]
        tops = _apart(wanted, height + design.FOCUS, plot.top() + _HEADROOM, plot.bottom())
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
            flag = QRectF(left, plot.top() + design.FOCUS, width, _HEADROOM - 2 * design.FOCUS)
            painter.setPen(QPen(design.colour(theme.control), design.LINE_WIDTH))
            painter.setBrush(design.colour(theme.card))
            painter.drawRoundedRect(flag, design.HALF, design.HALF)
            painter.setPen(design.colour(theme.ink))
            painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, self.date)
        for value in self.values:
            painter.setPen(QPen(design.colour(theme.line), design.LINE_WIDTH))
            painter.setBrush(design.colour(theme.card))
            painter.drawRoundedRect(value.place, design.HALF, design.HALF)
            left, length = value.place.left() + design.HALF, _sample(self._curves)
            _paint_sample(painter, value.curve, left, value.place.center().y(), length)
            painter.setPen(design.colour(theme.ink))
            figure = value.place.adjusted(0, 0, -design.HALF, 0)
            painter.drawText(figure, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, value.text)


class _Line(pg.PlotCurveItem):  # type: ignore[misc]
    """A curve as thick in a saved picture as it is on the screen."""

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        """Paint as on the screen, or in pixels where a picture of another scale or of vectors is made."""
        pen = self.opts["pen"]
        world, device = painter.worldTransform(), painter.deviceTransform()
        scale = device.m11() / world.m11() if world.m11() else 1.0
        vectors = painter.paintEngine().type() is QPaintEngine.Type.SVG
        if not vectors and abs(pen.widthF() - design.CURVE_WIDTH * scale) < design.CURVE_WIDTH / 8:
            super().paint(painter, option, widget)
            return
        picture = QPen(pen)
        picture.setCosmetic(False)
        picture.setWidthF(design.CURVE_WIDTH)
        path = world.map(self.getPath())
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(path, picture)
        painter.restore()


class _Legend(QWidget):
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
        self._entries = [_Entry(curve, _sample(curves)) for curve in curves]
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
        width = self._sample + design.GRID + _metrics().horizontalAdvance(self.text())
        return QSize(int(width) + 1, design.HEADER_LINE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say the whole name on hover where it is too long for the room."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sample and as much of the name as there is room for."""
        painter = QPainter(self)
        _paint_sample(painter, self.curve, 0, self.height() // 2, self._sample)
        painter.setFont(design.text_font(design.SMALL))
        painter.setPen(design.colour(design.current().ink))
        name = QRectF(self.rect()).adjusted(self._sample + design.GRID, 0, 0, 0)
        text = _metrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _foot(axis: str) -> int:
    """Return the room that months need below a plot, and what the axis is called below them."""
    return design.WIDE + (design.HEADER_LINE if axis else 0)


def _metrics() -> QFontMetricsF:
    return QFontMetricsF(design.text_font(design.SMALL))


@lru_cache(maxsize=64)
def _pen(colour: str, style: int) -> QPen:
    pen = QPen(design.colour(colour), design.CURVE_WIDTH)
    if style < len(_STYLES):
        pen.setStyle(_STYLES[style])
    else:
        pen.setDashPattern(_DASHES[style - len(_STYLES)])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _sample(curves: Sequence[Curve]) -> int:
    """Return how long a sample has to be for the curves' styles to be told apart."""
    return design.LONG_SAMPLE if any(curve.style >= len(_STYLES) for curve in curves) else design.ICON


def _paint_sample(painter: QPainter, curve: Curve, left: float, middle: float, length: int) -> None:
    painter.setPen(_pen(curve.colour, curve.style))
    painter.drawLine(QPointF(left, middle), QPointF(left + length, middle))


def _points(values: Sequence[Decimal], *, steps: bool) -> tuple[np.ndarray, np.ndarray]:
    """Return days and yuan to draw a line through; a step takes two points of one day."""
    yuan = np.fromiter(map(float, values), float, len(values))
    days = np.arange(len(values), dtype=float)
    if not steps:
        return days, yuan
    jumps = np.flatnonzero(np.diff(yuan)) + 1
    ends = np.repeat(jumps, 2)
    after = np.concatenate(([0], jumps))
    return (
        np.concatenate((days[:1], days[ends], days[-1:])),
        np.repeat(yuan[after], 2),
    )


def _yuan_ticks(least: Decimal, most: Decimal) -> list[tuple[Decimal, str]]:
    """Return round amounts from `least` to `most`, few enough to be read, and how they are written."""
    if least == most:
        return [(ZERO, "0")]
    power = (most - least).adjusted() - 1
    steps = (Decimal(digit).scaleb(place) for place in range(power, power + 3) for digit in _YUAN_STEPS)
    step = next(step for step in steps if (most - least) <= step * _MOST_YUAN_STEPS)
    places = max(-int(step.as_tuple().exponent), 0)
    first, last = -int(-least // step), int(most // step)
    return [(step * count, f"{step * count:,.{places}f}" if count else "0") for count in range(first, last + 1)]


def _apart(wanted: Sequence[float], size: float, top: float, bottom: float) -> list[float]:
    """Return places near the wanted ones, in the same order, between `top` and `bottom` and not over each other."""
    bottom -= size
    apart = min(size, (bottom - top) / max(len(wanted) - 1, 1))
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    places = list(wanted)
    for index in order:
        places[index] = max(places[index], top)
        top = places[index] + apart
    for index in reversed(order):
        places[index] = min(places[index], bottom)
        bottom = places[index] - apart
    return places
