"""Small pictures, painted by hand: instalments as stacked bars, repayment cycles as dots on one time axis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from math import cos, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from jiebei_desktop.calendar import add_months
from jiebei_desktop.money import ONE, grouped
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.hinted import Stepped
from jiebei_desktop.ui.widgets.picture_words import Told, picture_words

_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
_NAMES = 0.35  # of a narrow picture's width
_SHAPES = ((0, 1.0, 0.0), (4, 1.3, 0.5), (3, 1.3, 0.0), (4, 1.3, 0.0), (3, 1.3, 0.5), (6, 1.15, 0.0))
"""Corners, size and turn of the options' signs, the same as on paper."""


class Bar(NamedTuple):
    """One instalment: what stands under it, its principal, its cost on top, and what is said on hover."""

    label: str
    principal: Decimal
    cost: Decimal
    why: str


class Bars(Stepped):
    """Instalments side by side: principal below, interest or fee on top of it, hatched so that colour is not alone."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: Sequence[Bar] = ()
        self._colour = design.current().quiet
        self.setFixedHeight(design.CHART_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar], colour: str, summary: str) -> None:
        """Show instalments in a design colour; `summary` says the picture in words."""
        self._bars, self._colour = bars, colour
        yuan = translate("Pictures", "{amount} 元")
        told = [Told("", [bar.principal + bar.cost for bar in bars])]
        kind = translate("Charts", "柱状图")
        said = picture_words(
            kind, lambda place: bars[place].label, told, lambda value: yuan.format(amount=grouped(value))
        )
        self._show(summary, said)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the bars, the largest one's amount, and as many labels as fit."""
        if not self._bars:
            return
        theme = design.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(design.text_font(design.SMALL))
        most = max(bar.principal + bar.cost for bar in self._bars) or Decimal(1)
        slot = self.width() / len(self._bars)
        top = design.HEADER_LINE + design.FOCUS
        foot = self.height() - top
        end, widest = 0.0, painter.fontMetrics().horizontalAdvance(grouped(most)) + design.SPACE
        every = max(1, round(self._label_width(painter) / slot + 0.5))
        for index, bar in enumerate(self._bars):
            width = min(slot * 0.7, design.BAR_WIDTH)
            left = index * slot + (slot - width) / 2
            principal = float(bar.principal / most) * (foot - top)
            cost = float(bar.cost / most) * (foot - top)
            painter.fillRect(QRectF(left, foot - principal, width, principal), design.colour(self._colour))
            above = QRectF(left, foot - principal - cost, width, cost)
            painter.fillRect(above, design.colour(self._colour, design.FAINT_BAR))
            if cost > design.HALF:
                painter.setPen(QPen(design.colour(self._colour), 0))
                painter.drawRect(above)
            painter.setPen(design.colour(theme.quiet))
            reach = painter.fontMetrics().horizontalAdvance(bar.label) + design.LINE_WIDTH
            begin = min(max((index + 0.5) * slot - reach / 2, 0), self.width() - reach)  # whole to the edges
            if index % every == 0 and begin >= end:
                end = begin + reach + design.HALF
                line = QRectF(begin, foot, reach, self.height() - foot)
                painter.drawText(line, Qt.AlignmentFlag.AlignCenter, bar.label)
            if slot > widest:
                figure = QRectF(index * slot, foot - principal - cost - top, slot, top)
                painter.drawText(figure, Qt.AlignmentFlag.AlignCenter, grouped(bar.principal + bar.cost))
        painter.setPen(QPen(design.colour(theme.line), design.LINE_WIDTH))
        painter.drawLine(QPointF(0, foot), QPointF(self.width(), foot))
        self._paint_focus(painter)

    def hint(self, place: QPoint) -> str:
        """Return a bar's figures."""
        if not self._bars:
            return ""
        number = int(place.x() / (self.width() / len(self._bars)))
        return self._bars[min(max(number, 0), len(self._bars) - 1)].why

    def spots(self) -> list[list[QPoint]]:
        """Return the middle of each bar's slot."""
        slot = self.width() / max(len(self._bars), 1)
        return [[QPoint(round((number + 0.5) * slot), self.height() // 2) for number in range(len(self._bars))]]

    def _label_width(self, painter: QPainter) -> float:
        return max(painter.fontMetrics().horizontalAdvance(bar.label) for bar in self._bars) + design.GRID


class TimeAxis(NamedTuple):
    """A number of days from a date on, laid out from `left` to `right`."""

    start: date
    days: int
    left: float
    right: float

    def x(self, day: date) -> float:
        """Return where a day is."""
        return self.left + (self.right - self.left) * (day - self.start).days / max(self.days, 1)

    def months(self, room: float) -> list[date]:
        """Return first days of months, few enough to stand `room` apart; the first day of all where there are none."""
        last = self.start + timedelta(days=self.days)
        month = self.start if self.start.day == 1 else add_months(self.start, 1, anchor=1)
        if month > last:
            return [self.start]
        most = max((self.right - self.left) / room, 1)
        count = (last.year - month.year) * 12 + last.month - month.month
        step = next((step for step in _MONTH_STEPS if count / step <= most), _MONTH_STEPS[-1])
        return [add_months(month, place) for place in range(0, count + 1, step)]

    def paint(self, painter: QPainter, foot: QRectF) -> None:
        """Paint the names of months into the line below a picture, whole to its edges."""
        painter.setFont(design.text_font(design.SMALL))
        painter.setPen(design.colour(design.current().quiet))
        metrics, end = painter.fontMetrics(), foot.left()
        for month in self.months(metrics.horizontalAdvance(f"{self.start:%Y-%m}") + design.SPACE):
            text = str(month) if month.day > 1 else f"{month:%Y-%m}"
            width = metrics.horizontalAdvance(text) + design.LINE_WIDTH
            left = max(min(self.x(month) - width / 2, foot.right() - width), foot.left())
            if left < end:
                continue
            end = left + width + design.HALF
            painter.drawLine(QPointF(self.x(month), foot.top()), QPointF(self.x(month), foot.top() + design.HALF))
            line = QRectF(left, foot.top() + design.HALF, width, foot.height() - design.HALF)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)


def round_step(reach: Decimal, most: int) -> Decimal:
    """Return the least round amount (1, 2 or 5, and noughts) that goes into a reach at most so many times."""
    power = reach.adjusted() - 1
    steps = (Decimal(digit).scaleb(place) for place in range(power, power + 3) for digit in (1, 2, 5))
    step = next(step for step in steps if reach <= step * most)
    return step.quantize(ONE) if step >= ONE else step


def paint_sign(painter: QPainter, shape: int, middle: QPointF, width: float) -> None:
    """Paint an option's sign with the pen and brush in use: circle, square, triangle, diamond, nabla, hexagon."""
    corners, size, turn = _SHAPES[shape % len(_SHAPES)]
    radius = width / 2 * size
    if not corners:
        painter.drawEllipse(middle, radius, radius)
        return
    sides = [2 * pi * (corner + turn) / corners for corner in range(corners)]
    painter.drawPolygon(QPolygonF([middle + QPointF(sin(side), -cos(side)) * radius for side in sides]))


def paint_name(painter: QPainter, place: QRectF, name: str) -> None:
    """Paint an option's name, as much of it as there is room for."""
    painter.setFont(design.text_font(design.SMALL))
    painter.setPen(design.colour(design.current().ink))
    text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def names_width(whole: int) -> float:
    """Return the room that names have beside a picture as wide as this."""
    return min(design.FIRST_COLUMN, whole * _NAMES)


class Cycle(NamedTuple):
    """One option's due dates and payments on the strip. `shape` (0 to 5) tells options apart without colour."""

    label: str
    colour: str
    shape: int
    payments: Sequence[tuple[date, Decimal]]


class CycleStrip(Stepped):
    """Repayment cycles on one shared time axis; a dot says what is paid on hover."""

    def __init__(self) -> None:
        super().__init__()
        self._start = date.min
        self._cycles: Sequence[Cycle] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cycles(self, start: date, cycles: Sequence[Cycle]) -> None:
        """Show cycles from the day the money is lent; the picture in words is its accessible name."""
        self._start, self._cycles = start, cycles
        text = translate("Pictures", "{label}：{first} 到 {last}，共 {count} 次")
        said = (
            text.format(
                label=cycle.label, first=cycle.payments[0][0], last=cycle.payments[-1][0], count=len(cycle.payments)
            )
            for cycle in cycles
            if cycle.payments
        )
        self.setFixedHeight((len(cycles) + 1) * design.STRIP_ROW)
        self._show(translate("Pictures", "；").join(said))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint one line an option and the months below."""
        if not any(cycle.payments for cycle in self._cycles):
            return
        theme, axis = design.current(), self._axis()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, cycle in enumerate(self._cycles):
            middle = (index + 0.5) * design.STRIP_ROW
            paint_name(painter, self._name_place(index), cycle.label)
            painter.setPen(QPen(design.colour(theme.line), design.LINE_WIDTH))
            painter.drawLine(QPointF(axis.left, middle), QPointF(axis.right, middle))
            painter.setPen(QPen(design.colour(theme.card), design.LINE_WIDTH))
            painter.setBrush(design.colour(cycle.colour))
            places = [axis.x(day) for day, _ in cycle.payments]
            gap = min((after - before for before, after in pairwise(places)), default=float(design.DOT))
            width = max(min(gap, design.DOT), design.HALF)
            for place in places:
                paint_sign(painter, cycle.shape, QPointF(place, middle), width)
        axis.paint(painter, QRectF(0, len(self._cycles) * design.STRIP_ROW, self.width(), design.STRIP_ROW))
        self._paint_focus(painter)

    def spots(self) -> list[list[QPoint]]:
        """Return where the payments are, option by option."""
        axis = self._axis()
        return [
            [QPoint(round(axis.x(day)), round((row + 0.5) * design.STRIP_ROW)) for day, _ in cycle.payments]
            for row, cycle in enumerate(self._cycles)
        ]

    def _axis(self) -> TimeAxis:
        last = max((day for cycle in self._cycles for day, _ in cycle.payments), default=self._start)
        return TimeAxis(
            self._start, (last - self._start).days, names_width(self.width()), self.width() - float(design.WIDE)
        )

    def _name_place(self, index: int) -> QRectF:
        width = names_width(self.width()) - design.GRID
        return QRectF(0, index * design.STRIP_ROW, width, design.STRIP_ROW)

    def hint(self, place: QPoint) -> str:
        """Return a dot's payment, or a name that is cut."""
        index, axis = place.y() // design.STRIP_ROW, self._axis()
        if not 0 <= index < len(self._cycles):
            return ""
        cycle = self._cycles[index]
        if place.x() < axis.left - design.DOT:
            return cut_name(self._name_place(index), cycle.label)
        near = nearest([axis.x(day) for day, _ in cycle.payments], place.x(), design.DOT)
        if near is None:
            return ""
        day, amount = cycle.payments[near]
        text = translate("Pictures", "{label} 第 {number} 期：{date} 还 {amount} 元")
        return text.format(label=cycle.label, number=near + 1, date=day, amount=grouped(amount))


def nearest(places: Sequence[float], place: float, reach: float) -> int | None:
    """Return which of the places is nearest to another, if any is within reach."""
    found = min(range(len(places)), key=lambda index: abs(places[index] - place), default=None)
    return found if found is not None and abs(places[found] - place) <= reach else None


def cut_name(place: QRectF, name: str) -> str:
    """Return a name that its place is too narrow for, else nothing."""
    metrics = QFontMetricsF(design.text_font(design.SMALL))
    return name if metrics.horizontalAdvance(name) > place.width() else ""
