"""The pictures of a printed comparison: due dates on one axis, and what each option has cost by each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from jiebei_desktop.money import ONE, ZERO
from jiebei_desktop.planning.comparison_sheet import ComparisonSheet, PrintedHead
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.paper_text import Style, draw_text
from jiebei_desktop.ui.widgets.pictures import TimeAxis, paint_sign, round_step

_THEME = design.LIGHT
_MOST_LEVELS = 5
_MIDDLE, _RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class PrintedPictures:
    """Paints a sheet's pictures.

    Attributes:
        drawn: the options that can be worked out, with their places.
        scale: of all sizes of the design.
        axis: how names on an axis and of options look.
        caption: how the pictures' titles look.
        gap: the usual distance.
    """

    sheet: ComparisonSheet
    drawn: Sequence[tuple[int, PrintedHead]]
    scale: float
    axis: Style
    caption: Style
    gap: float

    def paint_strip(self, painter: QPainter, box: QRectF) -> None:
        """Paint the due dates, a line an option, over one axis."""
        top = box.top() + draw_text(painter, box, translate("Print", "还款日"), self.caption, most=1) + self.gap
        foot = box.bottom() - self.axis.leading - self.gap / 2
        row = min((foot - top) / len(self.drawn), design.PAPER_STRIP_ROW_MOST * self.scale)
        widest = max(self.axis.width(head.name) for _, head in self.drawn)
        name = min(widest + 2 * self.gap, max(design.PAPER_STRIP_NAME * self.scale, box.width() / 3))
        radius = min(design.PAPER_DOT * self.scale, row / 3)
        last = max(day for _, head in self.drawn for day, _ in head.payments)
        start = self.sheet.start
        axis = TimeAxis(start, (last - start).days, box.left() + name, box.right() - 2 * radius)
        foot = top + row * len(self.drawn)
        self._paint_months(painter, axis, top, foot)
        for line, (place, head) in enumerate(self.drawn):
            middle = top + (line + 0.5) * row
            label = QRectF(box.left(), middle - self.axis.leading / 2, name - self.gap, 0)
            style = self.axis._replace(colour=_THEME.brand_text(head.brand))
            draw_text(painter, label, head.name, style, most=1)
            paint_rule(painter, axis.left, axis.right, middle)
            for day, _ in head.payments:
                paint_shape(painter, place, head, QPointF(axis.x(day), middle), radius)

    def _paint_months(self, painter: QPainter, axis: TimeAxis, top: float, foot: float) -> None:
        """Paint a line a month, or every few months, and its name below."""
        width = self.axis.width("2000-00") + self.gap
        for month in axis.months(2 * width):
            x = axis.x(month)
            painter.setPen(QPen(design.colour(_THEME.line), design.PAPER_RULE))
            painter.drawLine(QPointF(x, top), QPointF(x, foot))
            box = QRectF(min(x - width / 2, axis.right + self.gap - width), foot + self.gap / 2, width, 0)
            draw_text(painter, box, f"{month:%Y-%m}", self.axis, _MIDDLE, most=1)

    def paint_curves(self, painter: QPainter, box: QRectF, curves: Sequence[tuple[int, PrintedHead]]) -> None:
        """Paint what each option has cost by each day."""
        caption = translate("Print", "到每一天为止的利息和手续费（元）")
        top = box.top() + draw_text(painter, box, caption, self.caption, most=1) + self.gap / 2
        top = self._paint_legend(painter, QRectF(box.left(), top, box.width(), 0), curves) + self.gap
        foot = box.bottom() - self.axis.leading - self.gap / 2
        values = [value for _, head in curves for value in head.costs]
        levels = _levels(min(values), max(values))
        least, most = float(levels[0]), float(levels[-1])
        labels = max(self.axis.width(f"{level:,f}") for level in levels) + self.gap
        days = max(len(head.costs) for _, head in curves) - 1
        start, radius = self.sheet.start, design.PAPER_DOT * self.scale
        axis = TimeAxis(start, days, box.left() + labels, box.right() - 2 * radius)

        def y(value: Decimal) -> float:
            return foot - (foot - top) * (float(value) - least) / (most - least)

        for level in levels:
            paint_rule(painter, axis.left, axis.right, y(level))
            label = QRectF(box.left(), y(level) - self.axis.leading / 2, labels - self.gap, 0)
            draw_text(painter, label, f"{level:,f}", self.axis, _RIGHT, most=1)
        self._paint_months(painter, axis, foot, foot + self.gap / 4)
        ends: list[tuple[int, PrintedHead, QPointF]] = []
        for place, head in curves:
            path = QPainterPath(QPointF(axis.left, y(head.costs[0])))
            for day, (before, after) in enumerate(pairwise(head.costs), 1):
                if before != after:
                    x = axis.x(start + timedelta(days=day))
                    path.lineTo(x, y(before))
                    path.lineTo(x, y(after))
            end = QPointF(axis.x(start + timedelta(days=len(head.costs) - 1)), y(head.costs[-1]))
            path.lineTo(end)
            painter.setPen(self._pen(place, head))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
            ends.append((place, head, end))
        for place, head, end in ends:
            paint_shape(painter, place, head, end, radius)

    def _paint_legend(self, painter: QPainter, box: QRectF, curves: Sequence[tuple[int, PrintedHead]]) -> float:
        """Paint the curves' names after samples of them, in as many rows as they need; return where they end."""
        sample, x, y = design.PAPER_SAMPLE * self.scale, box.left(), box.top()
        most = (box.width() - self.gap * 2) / 2 - sample - self.gap
        for place, head in curves:
            style = self.axis._replace(colour=_THEME.brand_text(head.brand))
            width = min(style.width(head.name) + 1, most)
            if x > box.left() and x + sample + self.gap + width > box.right():
                x, y = box.left(), y + style.leading
            painter.setPen(self._pen(place, head))
            middle = y + style.leading / 2
            painter.drawLine(QPointF(x, middle), QPointF(x + sample, middle))
            draw_text(painter, QRectF(x + sample + self.gap, y, width, 0), head.name, style, most=1)
            x += sample + self.gap + width + self.gap * 2
        return y + self.axis.leading

    def _pen(self, place: int, head: PrintedHead) -> QPen:
        """Return a curve's pen: its brand's colour, dashed by its place: it is told apart without colour, too."""
        pen = QPen(design.colour(_THEME.brand(head.brand)), design.PAPER_CURVE * self.scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dashes := design.DASHES[place % len(design.DASHES)]:
            pen.setDashPattern(dashes)
        return pen


def _levels(least: Decimal, most: Decimal) -> list[Decimal]:
    """Return round amounts from nought, or below it, up to the largest one that is reached."""
    low, high = min(least, ZERO), max(most, ZERO)
    high = high if low < high else ONE
    step = round_step(high - low, _MOST_LEVELS)
    return [step * place for place in range(floor(low / step), ceil(high / step) + 1)]


def paint_rule(painter: QPainter, left: float, right: float, y: float, *, strong: bool = False) -> None:
    """Paint a line across."""
    colour, width = (_THEME.control, design.PAPER_STRONG_RULE) if strong else (_THEME.line, design.PAPER_RULE)
    painter.setPen(QPen(design.colour(colour), width))
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def paint_shape(painter: QPainter, place: int, head: PrintedHead, middle: QPointF, radius: float) -> None:
    """Paint an option's sign, with a white edge that parts it from its neighbour."""
    painter.setPen(QPen(design.colour(_THEME.card), radius / 6))
    painter.setBrush(design.colour(_THEME.brand(head.brand)))
    paint_sign(painter, place, middle, 2 * radius)
