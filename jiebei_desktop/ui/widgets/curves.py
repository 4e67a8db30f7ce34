"""Curves by day: what each day costs, one line a product, with the chosen day marked on them.

Importing this imports pyqtgraph, so pages import it when they make their first chart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pyqtgraph as pg  # type: ignore[import-untyped]
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEngine,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyleOptionGraphicsItem,
    QWidget,
)

from jiebei_desktop.money import ONE, ZERO, grouped
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.why import Reason, follow, freshen
from jiebei_desktop.ui.widgets.announcing import announce
from jiebei_desktop.ui.widgets.basics import column
from jiebei_desktop.ui.widgets.chart_parts import ticks
from jiebei_desktop.ui.widgets.curve_layers import Band, Frame, Ground, Mark
from jiebei_desktop.ui.widgets.curve_lines import Curve, Legend, curve_pen, small_metrics
from jiebei_desktop.ui.widgets.picture_words import Told, picture_words

_KEYED_DAYS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -30,
    Qt.Key.Key_PageDown: 30,
}
_DAY_STEPS = (1, 2, 5, 10, 30, 60, 90, 180, 360, 720, 1800, 3600)
_MOST_DAY_STEPS = 6
_MOST_YUAN_STEPS = 5


class CurveChart(QWidget):
    """Curves over days, with a legend above. A click or a drag in the plot picks a day; the page marks it.

    Args:
        axis: what is counted below the plot, the days late where nothing else is given; may be empty.
        hover: the day under the pointer is marked, and arrow keys go from day to day.
        steps: values jump on their day instead of growing towards the next.

    Attributes:
        why: says of a day how what the curves are worth then came about, where somebody knows.
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
        self._legend = Legend()
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
        self._ground = Ground(self._canvas)
        self._mark = Mark(self._canvas)
        self._canvas.hide()
        self._box.sigResized.connect(self._fit)
        layout = column(spacing=design.HALF)
        layout.addWidget(self._legend)
        layout.addWidget(self._view)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.why: Callable[[int], str] = lambda _day: ""
        Reason(self, lambda _place: self._reason())
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
        levels = ticks(least, most, _MOST_YUAN_STEPS, None)
        step = next((step for step in _DAY_STEPS if self._days // step <= _MOST_DAY_STEPS), max(self._days, 1))
        self._canvas.setVisible(bool(self._curves))  # first: a hidden axis takes no width
        counted = range(0, self._days + 1, step) if origin is None else ()
        self._day.setTicks([[(day, str(day)) for day in counted]])
        self._day.setHeight(None if origin is None else _foot(self._axis_text))
        self._yuan.setTicks([[(float(level), text) for level, text in levels]])
        texts = (translate("Overdue", "元"), *(text for _, text in levels))
        self._yuan.setWidth(max(map(small_metrics().horizontalAdvance, texts)) + design.GRID)
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
        freshen(self)

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
        if self.hasFocus() and self._pointed is not None:
            announce(self, self.accessibleDescription())

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
            pen = QPen(curve_pen(curve.colour, curve.style))
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
            if day is not None and self.hasFocus() and not self.underMouse():
                follow(self)

    def _move(self, day: int | None) -> None:
        self._mark.move(day)
        self._say()

    def _say(self) -> None:
        """Tell a screen reader what is marked; where nothing is, the picture in words."""
        day = self._mark.day
        if day is None or not self._mark.values:
            self.setAccessibleDescription(self._in_words())
            return
        text = translate("Pictures", "{name} {amount} 元")
        values = (text.format(name=value.curve.name, amount=value.text) for value in self._mark.values)
        called = translate("Pictures", "第 {day} 天").format(day=day) if self._origin is None else self._mark.date
        said = translate("Pictures", "{day}：{values}")
        self.setAccessibleDescription(said.format(day=called, values=translate("Pictures", "；").join(values)))

    def _in_words(self) -> str:
        """Return what the picture shows."""
        origin, yuan = self._origin, translate("Pictures", "{amount} 元")
        counted = translate("Pictures", "第 {day} 天")

        def called(day: int) -> str:
            return counted.format(day=day) if origin is None else str(origin + timedelta(days=day))

        told = [Told(curve.name, curve.values) for curve in self._curves]
        kind = translate("Charts", "折线图")
        return picture_words(kind, called, told, lambda value: yuan.format(amount=grouped(value)))

    def _reason(self) -> str:
        """Return what is at the marked day and how it came about; where none is marked, the picture in words."""
        if self._mark.day is None:
            return self.accessibleName()
        return "\n".join(filter(None, (self.accessibleDescription(), self.why(self._mark.day))))

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
        room = plot.height() - design.HEADROOM - design.CURVE_WIDTH
        if room <= 0:
            return
        least, most = self._ends
        pixel = (most - least) / room
        frame = Frame(plot, self._days, least - design.CURVE_WIDTH * pixel, most + design.HEADROOM * pixel)
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


def _foot(axis: str) -> int:
    """Return the room that months need below a plot, and what the axis is called below them."""
    return design.WIDE + (design.HEADER_LINE if axis else 0)


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
