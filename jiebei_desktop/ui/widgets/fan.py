"""A fan of outcomes by month: bands between quantiles, the middle as a line, the levels that it has to stay above."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from jiebei_desktop.money import ZERO
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.chart import Chart
from jiebei_desktop.ui.widgets.chart_parts import Entry, Level, Sample, Text, line_sample, paint_names
from jiebei_desktop.ui.widgets.curve_lines import curve_pen
from jiebei_desktop.ui.widgets.picture_words import Against, Told, picture_words

QUANTILES = (5, 25, 50, 75, 95)
_MIDDLE = 50


class FanPoint(NamedTuple):
    """One month: what it is called, and its quantiles from the lowest on."""

    label: str
    values: tuple[Decimal, ...]


class FanChart(Chart):
    """Bands by month, the outermost faint, the middle as a line. `picked` says the month that the user is at.

    With one value a month it is a plain line.
    """

    picked = Signal(int)

    def __init__(self, text: Text | None = None, unit: str | None = None) -> None:
        super().__init__(text, unit)
        self._points: Sequence[FanPoint] = ()
        self._quantiles: Sequence[int] = QUANTILES
        self._name = ""
        self._bands: list[tuple[QPolygonF, QPolygonF]] = []
        self._line = QPolygonF()

    def show_fan(
        self,
        points: Sequence[FanPoint],
        levels: Sequence[Level],
        summary: str,
        *,
        quantiles: Sequence[int] = QUANTILES,
        name: str = "",
    ) -> None:
        """Show other outcomes.

        Args:
            points: the months, each with as many values as there are quantiles, or with one.
            levels: lines to stay above.
            summary: the picture in words.
            quantiles: per cent of the outcomes that are below each value, rising.
            name: what the line is called where there is nothing but a line.

        Raises:
            ValueError: a month has another number of values.
        """
        counts = {len(point.values) for point in points}
        self._quantiles = (_MIDDLE,) if counts == {1} else quantiles
        if counts - {len(self._quantiles)}:
            raise ValueError(f"{sorted(counts)} values a month for {len(self._quantiles)} quantiles")
        self._points, self._name = points, name
        self._show(levels, summary)

    def _count(self) -> int:
        return len(self._points)

    def _x(self, place: int) -> float:
        plot, last = self._frame.plot, self._count() - 1
        return plot.left() + plot.width() * place / last if last else plot.center().x()

    def _nearest(self, x: float) -> int:
        plot, last = self._frame.plot, self._count() - 1
        return round((x - plot.left()) / plot.width() * last)

    def _reach(self) -> tuple[Decimal, Decimal]:
        return min(min(point.values) for point in self._points), max(max(point.values) for point in self._points)

    def _legend(self) -> list[Entry]:
        """Return the line, then the bands from the innermost on."""
        entries = []
        if self._has_line():
            fan = translate("Charts", "一半的情况比这好，一半比这差")
            if text := self._name if len(self._quantiles) == 1 else fan:
                entries.append(Entry(text, line_sample(lambda: curve_pen(design.current().accent, 0))))
        for band in reversed(range(self._band_count())):
            share = self._quantiles[-1 - band] - self._quantiles[band]
            text = translate("Charts", "{share}% 的情况在这里面").format(share=share)
            entries.append(Entry(text, _band_sample(band, self._band_count())))
        return entries

    def _rows(self, place: int) -> list[Entry]:
        point = self._points[place]
        rows = [Entry(point.label)]
        if len(point.values) == 1:
            return [*rows, Entry(self._said(point.values[0]))]
        middle = translate("Charts", "一半的情况低于 {value}")
        below = translate("Charts", "{share}% 的情况低于 {value}")
        for quantile, value in reversed(list(zip(self._quantiles, point.values, strict=True))):
            text = middle if quantile == _MIDDLE else below
            rows.append(Entry(text.format(share=quantile, value=self._said(value))))
        return rows

    def _in_words(self) -> str:
        middle = self._band_count()
        line = Told(self._name, [point.values[middle] for point in self._points])
        kind = translate("Charts", "折线图")
        if len(self._quantiles) > 1:
            kind = translate("Charts", "扇形图，{share}% 的情况在里面")
            kind = kind.format(share=self._quantiles[-1] - self._quantiles[0])
            line = line._replace(name=translate("Charts", "一半的情况比这好，一半比这差"))
        levels = [Against(level.value, level.label) for level in self._levels]
        return picture_words(kind, lambda place: self._points[place].label, [line], self._said, levels)

    def _tell(self, place: int) -> None:
        self.picked.emit(place)

    def _build(self) -> None:
        xs = [self._x(place) for place in range(self._count())]
        doubled = len(xs) == 1  # one month has no way to go: it is as wide as a bar
        if doubled:
            xs = [xs[0] - design.LANE_BAR / 2, xs[0] + design.LANE_BAR / 2]

        def edge(place: int) -> QPolygonF:
            values = [point.values[place] for point in self._points] * (2 if doubled else 1)
            return QPolygonF([QPointF(x, self._frame.y(value)) for x, value in zip(xs, values, strict=True)])

        self._bands = [(edge(band), edge(-1 - band)) for band in range(self._band_count())]
        self._line = edge(self._band_count()) if self._has_line() else QPolygonF()

    def _paint_plot(self, painter: QPainter) -> None:
        for band, (low, high) in enumerate(self._bands):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_shade(band, len(self._bands)))
            painter.drawPolygon(QPolygonF([*low.toList(), *reversed(high.toList())]))
            painter.setPen(_edge_pen(band, len(self._bands)))
            painter.drawPolyline(low)
            painter.drawPolyline(high)
        if not self._line.isEmpty():
            painter.setPen(curve_pen(design.current().accent, 0))
            painter.drawPolyline(self._line)

    def _paint_foot(self, painter: QPainter, foot: QRectF) -> None:
        names = [point.label for point in self._points]
        paint_names(painter, foot, [self._x(place) for place in range(self._count())], names)

    def _paint_mark(self, painter: QPainter, place: int) -> None:
        super()._paint_mark(painter, place)
        if self._has_line():
            theme, value = design.current(), self._points[place].values[self._band_count()]
            painter.setPen(QPen(design.colour(theme.card), design.LINE_WIDTH))
            painter.setBrush(design.colour(theme.late if value < ZERO else theme.accent))
            painter.drawEllipse(QPointF(self._x(place), self._frame.y(value)), design.DOT / 2, design.DOT / 2)

    def _band_count(self) -> int:
        return len(self._quantiles) // 2

    def _has_line(self) -> bool:
        return len(self._quantiles) % 2 == 1


def _shade(band: int, count: int) -> QColor:
    """Return what a band is filled with; what is inside it comes on top."""
    inward = band / (count - 1) if count > 1 else 0.5
    strength = design.BAND_FAINT + (design.BAND_STRONG - design.BAND_FAINT) * inward
    return design.colour(design.current().accent, strength)


def _edge_pen(band: int, count: int) -> QPen:
    """Return the pen of a band's edges: dots for the outer ones, so that they are told apart without colour."""
    pen = QPen(design.colour(design.current().accent, design.BAND_EDGE), design.LINE_WIDTH)
    if band < count - 1:
        pen.setDashPattern(design.DASHES[2])
    return pen


def _band_sample(band: int, count: int) -> Sample:
    """Return what paints a band as it looks, upon those that it is inside of."""

    def sample(painter: QPainter, place: QRectF) -> None:
        patch = place.adjusted(0, design.HALF, 0, -design.HALF)
        painter.setPen(Qt.PenStyle.NoPen)
        for below in range(band + 1):
            painter.setBrush(_shade(below, count))
            painter.drawRect(patch)
        painter.setPen(_edge_pen(band, count))
        painter.drawLine(patch.topLeft(), patch.topRight())
        painter.drawLine(patch.bottomLeft(), patch.bottomRight())

    return sample
