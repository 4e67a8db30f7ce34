"""Cash by the day: lines that jump when money comes or goes, repayments as signs on them, the ground below zero."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF

from jiebei_desktop.calendar import add_months
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.chart import Chart
from jiebei_desktop.ui.widgets.chart_parts import Entry, Level, Sample, Text, line_sample
from jiebei_desktop.ui.widgets.picture_words import Against, Told, picture_words
from jiebei_desktop.ui.widgets.pictures import TimeAxis, paint_sign

_KEYED_MONTHS: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class StepLine(NamedTuple):
    """A line: its name, a design colour, its style (the place in `design.DASHES`) and what is there day by day."""

    label: str
    colour: str
    dash: int
    values: Sequence[Decimal]
    faint: bool = False


class Dot(NamedTuple):
    """A repayment: its day, the place of its line, a design colour and a sign (0 to 5, as `paint_sign` has them)."""

    day: date
    line: int
    colour: str
    sign: int


class Sign(NamedTuple):
    """What a sign is called in the legend."""

    label: str
    colour: str
    sign: int


class _Drawn(NamedTuple):
    """A line as points, and the dot each repayment is."""

    points: QPolygonF
    dots: list[tuple[QPointF, Dot]]
    size: float


class StepLines(Chart):
    """Lines by day. `picked` says the day that the user is at; page keys go by a month."""

    picked = Signal(object)

    def __init__(self, text: Text | None = None, unit: str | None = None) -> None:
        super().__init__(text, unit)
        self._lines: Sequence[StepLine] = ()
        self._dots: Sequence[Dot] = ()
        self._signs: Sequence[Sign] = ()
        self._first = self._last = date.min
        self._anchor: int | None = None
        self._drawn: list[_Drawn] = []

    def show_lines(
        self,
        lines: Sequence[StepLine],
        dots: Sequence[Dot],
        levels: Sequence[Level],
        first: date,
        last: date,
        summary: str,
        *,
        signs: Sequence[Sign] = (),
    ) -> None:
        """Show other lines.

        Args:
            lines: a value a day from `first` on; a line may be shorter, what is beyond `last` is left out.
            dots: repayments, painted on their line where it has a value that day.
            levels: lines to stay above.
            first: the first day.
            last: the last day.
            summary: the picture in words.
            signs: what the dots are called in the legend.
        """
        day = self.marked_day
        days = (last - first).days + 1
        self._lines = [line._replace(values=line.values[: max(days, 0)]) for line in lines]
        self._lines = self._lines if any(line.values for line in self._lines) else []
        self._dots, self._signs, self._first, self._last = dots, signs, first, last
        self._at = None if day is None else (day - first).days  # the same day, wherever the lines begin
        self._show(levels, summary)

    @property
    def marked_day(self) -> date | None:
        """Return the day that is marked."""
        return None if self.marked is None else self._day(self.marked)

    def _day(self, place: int) -> date:
        return self._first + timedelta(days=place)

    def _count(self) -> int:
        return (self._last - self._first).days + 1 if self._lines else 0

    def _axis(self) -> TimeAxis:
        plot = self._frame.plot
        return TimeAxis(self._first, self._count() - 1, plot.left(), plot.right())

    def _x(self, place: int) -> float:
        return self._axis().x(self._day(place))

    def _nearest(self, x: float) -> int:
        plot = self._frame.plot
        return round((x - plot.left()) / plot.width() * (self._count() - 1))

    def _reach(self) -> tuple[Decimal, Decimal]:
        known = [line.values for line in self._lines if line.values]
        return min(map(min, known)), max(map(max, known))

    def _legend(self) -> list[Entry]:
        entries = [Entry(line.label, _line_sample(line), _length(line)) for line in self._lines if line.label]
        return [*entries, *(Entry(sign.label, _sign_sample(sign), design.DOT) for sign in self._signs)]

    def _rows(self, place: int) -> list[Entry]:
        rows = [Entry(str(self._day(place)))]
        for line in self._lines:
            if place < len(line.values):
                text = f"{line.label} {self._said(line.values[place])}".strip()
                rows.append(Entry(text, _line_sample(line), _length(line)))
        return rows

    def _in_words(self) -> str:
        levels = [Against(level.value, level.label) for level in self._levels]
        told = [Told(line.label, line.values) for line in self._lines]
        kind = translate("Charts", "折线图")
        return picture_words(kind, lambda place: str(self._day(place)), told, self._said, levels)

    def _tell(self, place: int) -> None:
        self.picked.emit(self._day(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go by days, by months, or to the ends; months keep the day of the month that they began with."""
        if event.key() not in _KEYED_MONTHS:
            self._anchor = None
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Pick the day under the pointer."""
        self._anchor = None
        super().mouseMoveEvent(event)

    def _key(self, key: int, place: int) -> int | None:
        if key not in _KEYED_MONTHS:
            return None
        day = self._day(place)
        self._anchor = self._anchor or day.day
        return (add_months(day, _KEYED_MONTHS[key], anchor=self._anchor) - self._first).days

    def _build(self) -> None:
        """Work out the points of each line, two a jump and none where nothing changes, and the places of the dots."""
        axis = self._axis()
        self._drawn = []
        for place, line in enumerate(self._lines):
            points = QPolygonF()
            ys = [self._frame.y(value) for value in line.values]
            for day, y in enumerate(ys):
                jumps = day and y != ys[day - 1]
                if jumps:
                    points.append(QPointF(self._at_day(day), ys[day - 1]))
                if jumps or day in {0, len(ys) - 1}:
                    points.append(QPointF(self._at_day(day), y))
            dots = [
                (QPointF(axis.x(dot.day), ys[day]), dot)
                for dot in self._dots
                if dot.line == place and 0 <= (day := (dot.day - self._first).days) < len(ys)
            ]
            xs = sorted({point.x() for point, _ in dots})
            gap = min((after - before for before, after in pairwise(xs)), default=float(design.DOT))
            self._drawn.append(_Drawn(points, dots, max(min(gap, design.DOT), design.GRID_LESS)))

    def _at_day(self, place: int) -> float:
        plot = self._frame.plot
        return plot.left() + plot.width() * place / max(self._count() - 1, 1)

    def _paint_plot(self, painter: QPainter) -> None:
        theme = design.current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Level and upright lines have nothing to be smoothed, which would take four times as long.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for line, drawn in zip(self._lines, self._drawn, strict=True):
            painter.setPen(_pen(line))
            if len(line.values) > 1:
                painter.drawPolyline(drawn.points)
            else:  # one day
                for point in drawn.points.toList()[:1]:
                    painter.drawLine(point, point + QPointF(design.DOT, 0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for drawn in self._drawn:
            painter.setPen(QPen(design.colour(theme.card), design.LINE_WIDTH))
            for point, dot in drawn.dots:
                painter.setBrush(design.colour(dot.colour))
                paint_sign(painter, dot.sign, point, drawn.size)

    def _paint_mark(self, painter: QPainter, place: int) -> None:
        """Mark a day by a line, and by a ring on each line that has a value then."""
        super()._paint_mark(painter, place)
        painter.setBrush(design.colour(design.current().card))
        for line in self._lines:
            if place < len(line.values):
                painter.setPen(QPen(design.colour(line.colour), design.CURVE_WIDTH))
                painter.drawEllipse(
                    QPointF(self._x(place), self._frame.y(line.values[place])), design.HALF, design.HALF
                )

    def _paint_foot(self, painter: QPainter, foot: QRectF) -> None:
        self._axis().paint(painter, foot)


def _pen(line: StepLine) -> QPen:
    """Return a line's pen; a faint one is thinner as well as lighter."""
    width = design.LEVEL_WIDTH if line.faint else design.CURVE_WIDTH
    pen = QPen(design.colour(line.colour, design.FAINT_LINE if line.faint else 1.0), width)
    if dashes := design.DASHES[line.dash % len(design.DASHES)]:
        pen.setDashPattern(dashes)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _length(line: StepLine) -> int:
    return design.LONG_SAMPLE if line.dash >= design.LONG_DASHES else design.ICON


def _line_sample(line: StepLine) -> Sample:
    return line_sample(lambda: _pen(line))


def _sign_sample(sign: Sign) -> Sample:
    def sample(painter: QPainter, place: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(design.colour(sign.colour))
        paint_sign(painter, sign.sign, place.center(), design.DOT)

    return sample
