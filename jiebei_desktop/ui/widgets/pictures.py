"""Small pictures, painted by hand: instalments as stacked bars, repayment cycles as dots on one time axis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from jiebei_desktop.calendar import add_months
from jiebei_desktop.money import grouped
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design


class Bar(NamedTuple):
    """One instalment: what stands under it, its principal, its cost on top, and what is said on hover."""

    label: str
    principal: Decimal
    cost: Decimal
    why: str


class Bars(QWidget):
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
        self.setAccessibleName(summary)
        self.update()

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
        foot = self.height() - 2.5 * design.GRID
        top = 2.5 * design.GRID
        every = max(1, round(self._label_width(painter) / slot + 0.5))
        for index, bar in enumerate(self._bars):
            width = min(slot * 0.7, design.BAR_WIDTH)
            left = index * slot + (slot - width) / 2
            principal = float(bar.principal / most) * (foot - top)
            cost = float(bar.cost / most) * (foot - top)
            painter.fillRect(QRectF(left, foot - principal, width, principal), design.colour(self._colour))
            above = QRectF(left, foot - principal - cost, width, cost)
            painter.fillRect(above, design.colour(self._colour, 0.35))
            if cost > design.HALF:
                painter.setPen(QPen(design.colour(self._colour), 0))
                painter.drawRect(above)
            painter.setPen(design.colour(theme.quiet))
            if index % every == 0:
                line = QRectF(index * slot - slot, foot, 3 * slot, self.height() - foot)
                painter.drawText(line, Qt.AlignmentFlag.AlignCenter, bar.label)
            if slot > design.GRID * 8:
                figure = QRectF(index * slot, foot - principal - cost - top, slot, top)
                painter.drawText(figure, Qt.AlignmentFlag.AlignCenter, grouped(bar.principal + bar.cost))
        painter.setPen(QPen(design.colour(theme.line), design.LINE_WIDTH))
        painter.drawLine(QPointF(0, foot), QPointF(self.width(), foot))

    def event(self, event: QEvent) -> bool:
        """Say a bar's figures on hover."""
        if isinstance(event, QHelpEvent) and self._bars:
            place = int(event.pos().x() / (self.width() / len(self._bars)))
            QToolTip.showText(event.globalPos(), self._bars[min(max(place, 0), len(self._bars) - 1)].why, self)
            return True
        return super().event(event)

    def _label_width(self, painter: QPainter) -> float:
        return max(painter.fontMetrics().horizontalAdvance(bar.label) for bar in self._bars) + design.GRID


class Cycle(NamedTuple):
    """One option's due dates on the strip. `square` tells options apart without colour."""

    label: str
    colour: str
    square: bool
    dates: Sequence[date]


class CycleStrip(QWidget):
    """Repayment cycles on one shared time axis."""

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
            text.format(label=cycle.label, first=cycle.dates[0], last=cycle.dates[-1], count=len(cycle.dates))
            for cycle in cycles
            if cycle.dates
        )
        self.setAccessibleName(translate("Pictures", "；").join(said))
        self.setFixedHeight((len(cycles) + 1) * design.STRIP_ROW)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint one line an option and the months below."""
        ends = [cycle.dates[-1] for cycle in self._cycles if cycle.dates]
        if not ends:
            return
        theme = design.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(design.text_font(design.SMALL))
        left, right = float(design.FIRST_COLUMN), float(self.width() - design.WIDE)
        days = max((max(ends) - self._start).days, 1)
        for index, cycle in enumerate(self._cycles):
            middle = index * design.STRIP_ROW + design.STRIP_ROW / 2
            painter.setPen(design.colour(theme.ink))
            name = QRectF(0, index * design.STRIP_ROW, left - design.GRID, design.STRIP_ROW)
            painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cycle.label)
            painter.setPen(QPen(design.colour(theme.line), design.LINE_WIDTH))
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(design.colour(cycle.colour))
            for day in cycle.dates:
                place = left + (right - left) * (day - self._start).days / days
                dot = QRectF(place - design.DOT / 2, middle - design.DOT / 2, design.DOT, design.DOT)
                (painter.drawRect if cycle.square else painter.drawEllipse)(dot)
        self._paint_months(painter, left, right, days)

    def _paint_months(self, painter: QPainter, left: float, right: float, days: int) -> None:
        painter.setPen(design.colour(design.current().quiet))
        top = len(self._cycles) * design.STRIP_ROW
        width = design.GRID * 10
        months = max(days // 30, 1)
        every = max(1, -(-months * width // int(right - left)))
        first = add_months(self._start, 1, anchor=1)
        last = self._start + timedelta(days=days)
        month = first
        while month <= last:
            place = left + (right - left) * (month - self._start).days / days
            painter.drawLine(QPointF(place, top), QPointF(place, top + design.HALF))
            line = QRectF(place - width / 2, top, width, design.STRIP_ROW)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, f"{month:%Y-%m}")
            month = add_months(month, every)
