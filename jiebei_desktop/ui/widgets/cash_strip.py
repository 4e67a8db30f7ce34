"""Money in and out on one time axis: what is lent, and each payment as a bar, one lane an option."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from jiebei_desktop.money import ONE, ZERO, grouped
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.hinted import Stepped
from jiebei_desktop.ui.widgets.pictures import (
    TimeAxis,
    cut_name,
    names_width,
    nearest,
    paint_name,
    paint_sign,
)

_WIDEST = 0.7  # of the room between two payments


class Pay(NamedTuple):
    """One instalment: its number, its due date and what is paid on it, by parts."""

    number: int
    date: date
    principal: Decimal
    cost: Decimal

    @property
    def amount(self) -> Decimal:
        """Return what is paid."""
        return self.principal + self.cost


class Lane(NamedTuple):
    """One option: its name, a design colour, its sign (0 to 5), the day and sum of the money, and what is paid."""

    label: str
    colour: str
    shape: int
    start: date
    lent: Decimal
    payments: Sequence[Pay]


class CashStrip(Stepped):
    """Lanes over one date axis. A payment is as high as it is large among all, its cost lighter on top."""

    def __init__(self) -> None:
        super().__init__()
        self._start = date.min
        self._lanes: Sequence[Lane] = ()
        self._most = ONE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lanes(self, start: date, lanes: Sequence[Lane]) -> None:
        """Show what is lent and paid on an axis from `start` on; the picture in words is its accessible name."""
        self._start, self._lanes = start, lanes
        self._most = max((pay.amount for lane in lanes for pay in lane.payments), default=ZERO) or ONE
        text = translate(
            "Pictures",
            "{label}：{start} 借到 {lent} 元，{first} 到 {last} 分 {count} 次还 {total} 元，其中利息和手续费 {cost} 元",
        )
        said = (
            text.format(
                label=lane.label,
                start=lane.start,
                lent=grouped(lane.lent),
                first=lane.payments[0].date,
                last=lane.payments[-1].date,
                count=len(lane.payments),
                total=grouped(sum((pay.amount for pay in lane.payments), ZERO)),
                cost=grouped(sum((pay.cost for pay in lane.payments), ZERO)),
            )
            for lane in lanes
            if lane.payments
        )
        self.setFixedHeight(len(lanes) * design.LANE_HEIGHT + design.STRIP_ROW)
        self._show(translate("Pictures", "；").join(said))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the lanes and the months below."""
        if not any(lane.payments for lane in self._lanes):
            return
        axis = self._axis()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, lane in enumerate(self._lanes):
            self._paint_lane(painter, axis, lane, QRectF(0, index * design.LANE_HEIGHT, self.width(), 0))
        axis.paint(painter, QRectF(0, len(self._lanes) * design.LANE_HEIGHT, self.width(), design.STRIP_ROW))
        self._paint_focus(painter)

    def spots(self) -> list[list[QPoint]]:
        """Return the feet of the payments, option by option."""
        axis = self._axis()
        return [
            [
                QPoint(round(axis.x(pay.date)), round(_foot(row * design.LANE_HEIGHT)) - design.DOT)
                for pay in lane.payments
            ]
            for row, lane in enumerate(self._lanes)
        ]

    def _axis(self) -> TimeAxis:
        last = max((pay.date for lane in self._lanes for pay in lane.payments), default=self._start)
        left = names_width(self.width()) + design.SPACE
        return TimeAxis(self._start, (last - self._start).days, left, float(self.width() - design.WIDE))

    def _name_place(self, top: float) -> QRectF:
        width = names_width(self.width()) - design.GRID
        return QRectF(0, top + design.SPACE, width, design.HEADER_LINE)

    def _paint_lane(self, painter: QPainter, axis: TimeAxis, lane: Lane, line: QRectF) -> None:
        theme, foot = design.current(), _foot(line.top())
        paint_name(painter, self._name_place(line.top()), lane.label)
        painter.setPen(QPen(design.colour(theme.line), design.LINE_WIDTH))
        painter.drawLine(QPointF(axis.left, foot), QPointF(line.right(), foot))
        width, bars = _bar_width(axis, lane), []
        framed = width > design.HALF < max((self._height(pay.cost) for pay in lane.payments), default=0)
        for pay in lane.payments:
            principal, cost = self._height(pay.principal), self._height(pay.cost)
            bar = QRectF(axis.x(pay.date) - width / 2, foot - principal - cost, width, principal + cost)
            bars.append(bar)
            above = QRectF(bar.left(), bar.top(), width, cost)
            painter.fillRect(bar.adjusted(0, cost, 0, 0), design.colour(lane.colour))
            painter.fillRect(above, design.colour(lane.colour, design.FAINT_BAR))
            if framed and cost:
                painter.setPen(QPen(design.colour(lane.colour), 0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(above)
        sign = QPointF(axis.x(lane.start), foot)
        self._paint_amounts(painter, lane, bars, sign)
        painter.setPen(QPen(design.colour(lane.colour), design.CURVE_WIDTH))
        painter.setBrush(design.colour(theme.card))
        paint_sign(painter, lane.shape, sign, design.DOT)
        painter.setPen(design.colour(theme.quiet))
        lent = QRectF(0, foot - design.HEADER_LINE / 2, axis.left - design.INSET, design.HEADER_LINE)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(lent, side, f"+{grouped(lane.lent)}")

    def _paint_amounts(self, painter: QPainter, lane: Lane, bars: Sequence[QRectF], sign: QPointF) -> None:
        """Write the first and the largest amount above their bars and the sign, as far as they have room."""
        painter.setFont(design.text_font(design.SMALL))
        painter.setPen(design.colour(design.current().ink))
        metrics, taken = painter.fontMetrics(), QRectF()
        amounts = [pay.amount for pay in lane.payments]
        for index in dict.fromkeys((0, amounts.index(max(amounts)))) if amounts else ():
            text = grouped(amounts[index])
            width = metrics.horizontalAdvance(text) + design.HALF
            left = min(bars[index].center().x() - width / 2, self.width() - float(width))
            under = [bar.top() for bar in bars if bar.right() > left and bar.left() < left + width]
            if left < sign.x() + design.DOT:
                under.append(sign.y() - design.GRID)
            place = QRectF(left, min(under) - design.HEADER_LINE, width, design.HEADER_LINE)
            if not place.intersects(taken):
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
                taken = place.adjusted(-design.GRID, 0, design.GRID, 0)

    def _height(self, amount: Decimal) -> float:
        room = design.LANE_HEIGHT - design.HEADER_LINE - design.SPACE
        return max(float(amount / self._most), 0) * room

    def hint(self, place: QPoint) -> str:
        """Return what is lent or paid, or a name that is cut."""
        index, axis = place.y() // design.LANE_HEIGHT, self._axis()
        if not 0 <= index < len(self._lanes):
            return ""
        lane = self._lanes[index]
        if place.x() < axis.left - design.SPACE and place.y() < _foot(index * design.LANE_HEIGHT) - design.GRID:
            return cut_name(self._name_place(0), lane.label)
        if place.x() < axis.left - design.DOT or abs(place.x() - axis.x(lane.start)) <= design.DOT / 2:
            text = translate("Pictures", "{label}：{date} 借到 {lent} 元")
            return text.format(label=lane.label, date=lane.start, lent=grouped(lane.lent))
        reach = max(_bar_width(axis, lane), design.GRID)
        near = nearest([axis.x(pay.date) for pay in lane.payments], place.x(), reach)
        if near is None:
            return ""
        pay = lane.payments[near]
        text = translate(
            "Pictures",
            "{label} 第 {number} 期：{date} 还 {amount} 元，其中本金 {principal} 元，利息和手续费 {cost} 元",
        )
        return text.format(
            label=lane.label,
            number=pay.number,
            date=pay.date,
            amount=grouped(pay.amount),
            principal=grouped(pay.principal),
            cost=grouped(pay.cost),
        )


def _foot(top: float) -> float:
    """Return where the bars of a lane stand."""
    return top + design.LANE_HEIGHT - design.GRID


def _bar_width(axis: TimeAxis, lane: Lane) -> float:
    """Return how wide the bars of a lane can be without touching each other."""
    places = [axis.x(pay.date) for pay in lane.payments]
    gap = min((after - before for before, after in pairwise(places)), default=float(design.LANE_BAR))
    return max(min(gap * _WIDEST, design.LANE_BAR), design.LINE_WIDTH)
