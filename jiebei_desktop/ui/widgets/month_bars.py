"""One stacked bar a month: repayments by product in yuan, or chances in per cent, under a line not to be crossed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from jiebei_desktop.money import ZERO
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.chart import Chart
from jiebei_desktop.ui.widgets.chart_parts import Entry, Level, Sample, Text, paint_names
from jiebei_desktop.ui.widgets.curve_lines import small_metrics
from jiebei_desktop.ui.widgets.picture_words import Against, Told, picture_words
from jiebei_desktop.ui.widgets.pictures import paint_sign

_NABLA = 4


class BarStyle(StrEnum):
    """What a part is; a brand's style has its value, so that `BarStyle(brand)` finds it."""

    JIEBEI = "jiebei"
    HUABEI = "huabei"
    OTHER = "other"
    LATE = "late"
    ACCENT = "accent"

    @property
    def colour(self) -> str:
        """Return its design colour."""
        theme = design.current()
        if self in {BarStyle.LATE, BarStyle.ACCENT}:
            return theme.late if self is BarStyle.LATE else theme.accent
        return theme.brand(Brand(self.value))

    @property
    def label(self) -> str:
        """Return what it is called where the caller has no other name; nothing for the plain one."""
        names = {
            BarStyle.JIEBEI: translate("Charts", "借呗"),
            BarStyle.HUABEI: translate("Charts", "花呗"),
            BarStyle.OTHER: translate("Charts", "其他"),
            BarStyle.LATE: translate("Charts", "逾期"),
        }
        return names.get(self, "")


class Part(NamedTuple):
    """A piece of a bar; one that is not above zero is not painted."""

    value: Decimal
    style: BarStyle


class MonthBar(NamedTuple):
    """One month: its name, its parts from the foot on, a remark, and whether it stands out.

    The remark (`beside`) is written over the total where all of them have room, and said in any case.
    """

    label: str
    parts: tuple[Part, ...]
    beside: str = ""
    marked: bool = False

    @property
    def total(self) -> Decimal:
        """Return how high the bar is."""
        return sum((max(part.value, ZERO) for part in self.parts), ZERO)


class _Words(NamedTuple):
    """A text over a bar, and the design colours of its ink and of the ground that it stands on."""

    place: QRectF
    text: str
    ink: str
    ground: str


class MonthBars(Chart):
    """Bars by month; parts are told apart by their pattern as well. `picked` says the month that the user is at."""

    picked = Signal(int)

    def __init__(self, text: Text | None = None, unit: str | None = None) -> None:
        super().__init__(text, unit)
        self._bars: Sequence[MonthBar] = ()
        self._names: Mapping[BarStyle, str] = {}
        self._marked_name = ""
        self._pieces: list[tuple[QRectF, BarStyle]] = []
        self._words: list[_Words] = []

    def show_bars(
        self,
        bars: Sequence[MonthBar],
        line: Level | None,
        summary: str,
        *,
        names: Mapping[BarStyle, str] | None = None,
        marked_name: str = "",
    ) -> None:
        """Show other months.

        Args:
            bars: the months.
            line: what they are to be compared with.
            summary: the picture in words.
            names: what styles are called in the legend, where that is not the product's name.
            marked_name: what a month that stands out is called in the legend.
        """
        self._bars, self._names, self._marked_name = bars, names or {}, marked_name
        self._show([line] if line else [], summary)

    def _count(self) -> int:
        return len(self._bars)

    def _slot(self) -> float:
        return self._frame.plot.width() / max(self._count(), 1)

    def _x(self, place: int) -> float:
        return self._frame.plot.left() + (place + 0.5) * self._slot()

    def _nearest(self, x: float) -> int:
        return int((x - self._frame.plot.left()) // self._slot())

    def _reach(self) -> tuple[Decimal, Decimal]:
        return ZERO, max(bar.total for bar in self._bars)

    def _style_name(self, style: BarStyle) -> str:
        return self._names.get(style, style.label)

    def _legend(self) -> list[Entry]:
        seen = {part.style for bar in self._bars for part in bar.parts if part.value > ZERO}
        entries = [
            Entry(name, _sample(style)) for style in BarStyle if style in seen and (name := self._style_name(style))
        ]
        if self._marked_name and any(bar.marked for bar in self._bars):
            entries.append(Entry(self._marked_name, _marked_sample, design.DOT))
        return entries

    def _rows(self, place: int) -> list[Entry]:
        bar = self._bars[place]
        rows = [Entry(bar.label)]
        parts = [part for part in bar.parts if part.value > ZERO]
        for part in parts:
            text = f"{self._style_name(part.style)} {self._said(part.value)}".strip()
            rows.append(Entry(text, _sample(part.style)))
        if len(parts) != 1:
            rows.append(Entry(translate("Charts", "一共 {value}").format(value=self._said(bar.total))))
        if bar.beside:
            rows.append(Entry(bar.beside))
        if bar.marked and self._marked_name:
            rows.append(Entry(self._marked_name, _marked_sample, design.DOT))
        return rows

    def _in_words(self) -> str:
        levels = [Against(level.value, level.label, over=True) for level in self._levels]
        totals = [bar.total for bar in self._bars]
        kind = translate("Charts", "柱状图")
        return picture_words(kind, lambda place: self._bars[place].label, [Told("", totals)], self._said, levels)

    def _tell(self, place: int) -> None:
        self.picked.emit(place)

    def _fits(self, texts: Sequence[str]) -> bool:
        return max(map(small_metrics().horizontalAdvance, texts), default=0.0) + design.HALF <= self._slot()

    def _shows_besides(self) -> bool:
        besides = [bar.beside for bar in self._bars]
        return any(besides) and self._fits([*besides, *(self._amount(bar.total) for bar in self._bars)])

    def _half(self) -> float:
        return self._slot() / 2

    def _headroom(self) -> float:
        """Leave room for the total, for the remark above it and for the sign of a month that stands out."""
        lines = 2 if self._shows_besides() else 1
        sign = 2 * design.DOT if any(bar.marked for bar in self._bars) else 0
        return lines * design.HEADER_LINE + sign + design.FOCUS

    def _build(self) -> None:
        width = min(self._slot() * design.WIDEST_BAR, design.BAR_WIDTH)
        self._pieces, tops = [], []
        for place, bar in enumerate(self._bars):
            left, foot, below = self._x(place) - width / 2, self._frame.y(0), ZERO
            for part in bar.parts:
                if part.value > ZERO:
                    below += part.value
                    top = self._frame.y(below)
                    self._pieces.append((QRectF(left, top, width, foot - top), part.style))
                    foot = top
            tops.append(foot)
        self._words = self._overs(tops)

    def _overs(self, tops: Sequence[float]) -> list[_Words]:
        """Return what is written over the bars: all totals, or the largest only, and all remarks or none."""
        theme = design.current()
        totals = [self._amount(bar.total) for bar in self._bars]
        every, besides = self._fits(totals), self._shows_besides()
        largest = max(range(self._count()), key=lambda place: self._bars[place].total)
        words = []
        for place, (bar, top) in enumerate(zip(self._bars, tops, strict=True)):
            if bar.parts and (every or place == largest):
                ink, ground = (theme.late, theme.late_ground) if bar.marked else (theme.ink, theme.card)
                line = self._over(place, top - design.FOCUS, totals[place])
                words.append(_Words(line, totals[place], ink, ground))
                if besides and bar.beside:
                    words.append(_Words(self._over(place, line.top(), bar.beside), bar.beside, theme.quiet, ground))
        return words

    def _over(self, place: int, foot: float, text: str) -> QRectF:
        """Return where a text goes that stands over a bar, inside the widget."""
        width = min(small_metrics().horizontalAdvance(text) + design.HALF, self.width())
        left = min(max(self._x(place) - width / 2, 0), self.width() - width)
        return QRectF(left, foot - design.HEADER_LINE, width, design.HEADER_LINE)

    def _paint_plot(self, painter: QPainter) -> None:
        theme, plot, slot = design.current(), self._frame.plot, self._slot()
        for place, bar in enumerate(self._bars):
            column = QRectF(plot.left() + place * slot, plot.top(), slot, plot.height())
            if bar.marked:
                painter.fillRect(column, design.colour(theme.late_ground))
            if place == self.marked:
                painter.fillRect(column, design.colour(theme.selected, design.GROUND))
        for piece, style in self._pieces:
            paint_part(painter, piece, style)

    def _paint_mark(self, painter: QPainter, place: int) -> None:
        """Mark a month by a frame round its column."""
        plot, slot = self._frame.plot, self._slot()
        painter.setPen(QPen(design.colour(design.current().control), design.LINE_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(plot.left() + place * slot, plot.top(), slot, plot.height()))

    def _paint_foot(self, painter: QPainter, foot: QRectF) -> None:
        """Paint the names of the months, and what stands over the bars above any level."""
        xs = [self._x(place) for place in range(self._count())]
        paint_names(painter, foot, xs, [bar.label for bar in self._bars])
        for words in self._words:
            self._paint_over(painter, words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(design.colour(design.current().late))
        for x, bar in zip(xs, self._bars, strict=True):
            if bar.marked:
                sign = QPointF(x, self._frame.plot.top() + design.DOT)
                paint_sign(painter, _NABLA, sign, min(design.DOT, self._slot()))

    def _paint_over(self, painter: QPainter, words: _Words) -> None:
        """Write over the bar, with a ground of its own where a level goes through."""
        place = words.place
        if any(place.top() < self._frame.y(level.value) < place.bottom() for level in self._levels):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(design.colour(words.ground))
            painter.drawRoundedRect(place.adjusted(0, design.FOCUS, 0, -design.FOCUS), design.HALF, design.HALF)
        painter.setFont(design.text_font(design.SMALL))
        painter.setPen(design.colour(words.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words.text)


def paint_part(painter: QPainter, place: QRectF, style: BarStyle) -> None:
    """Paint a piece of a bar: 借呗 whole, 花呗 slanting, others level, late crossed, plain ones empty."""
    colour = design.colour(style.colour)
    if style is BarStyle.JIEBEI:
        painter.fillRect(place, colour)
        return
    painter.fillRect(place, design.colour(style.colour, design.FAINT_BAR))
    painter.setPen(QPen(colour, design.LINE_WIDTH))
    if style in {BarStyle.HUABEI, BarStyle.LATE}:
        _slants(painter, place, up=True)
    if style is BarStyle.LATE:
        _slants(painter, place, up=False)
    if style is BarStyle.OTHER:
        for step in range(1, int(place.height() // design.HATCH) + 1):
            y = place.bottom() - step * design.HATCH
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
    inset = design.LINE_WIDTH / 2
    if place.height() > design.LINE_WIDTH:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(inset, inset, -inset, -inset))


def _slants(painter: QPainter, place: QRectF, *, up: bool) -> None:
    """Paint slanting lines in a place. They are cut by hand: a saved picture of vectors knows no clipping."""
    width, height = place.width(), place.height()
    start = design.HATCH - height
    for step in range(int((width - start) // design.HATCH) + 1):
        foot = start + step * design.HATCH
        first, last = max(0.0, -foot), min(height, width - foot)  # how far up it comes in and goes out
        if first < last:
            ends = ((foot + rise, rise) for rise in (first, last))
            painter.drawLine(
                *(
                    QPointF(place.left() + (across if up else width - across), place.bottom() - rise)
                    for across, rise in ends
                )
            )


def _sample(style: BarStyle) -> Sample:
    def sample(painter: QPainter, place: QRectF) -> None:
        paint_part(painter, place.adjusted(0, design.HALF, 0, -design.HALF), style)

    return sample


def _marked_sample(painter: QPainter, place: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(design.colour(design.current().late))
    paint_sign(painter, _NABLA, place.center(), design.DOT)
