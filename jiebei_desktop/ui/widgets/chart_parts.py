"""What charts painted by hand are made of: frame of amounts, levels, names below, legend, the card at the mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.curve_lines import small_metrics
from jiebei_desktop.ui.widgets.pictures import round_step

_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
_FEN_PLACES = 2

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Text = Callable[[Decimal], str]
Sample = Callable[[QPainter, QRectF], None]
"""Paints what something looks like into a small place."""


class Level(NamedTuple):
    """A horizontal line: the amount it is at, what it is called (nothing where it may be empty), a `late` one warns."""

    value: Decimal
    label: str
    late: bool = False


class Entry(NamedTuple):
    """A text, after a sample of what it is about where there is one, of a `length` in pixels or as long as an icon."""

    text: str
    sample: Sample | None = None
    length: int = 0

    @property
    def indent(self) -> int:
        """Return where the text begins."""
        return self.sample_length + design.GRID if self.sample else 0

    @property
    def sample_length(self) -> int:
        """Return how long the sample is."""
        return self.length or design.ICON

    @property
    def width(self) -> float:
        """Return the room that it needs."""
        return self.indent + small_metrics().horizontalAdvance(self.text) + design.LINE_WIDTH


class Frame(NamedTuple):
    """Where amounts lie in the plot."""

    plot: QRectF
    low: float
    high: float

    def y(self, value: Decimal | float) -> float:
        """Return where an amount is."""
        return self.plot.bottom() - self.plot.height() * (float(value) - self.low) / (self.high - self.low)


def amount(value: Decimal) -> str:
    """Write yuan as short as they can be without losing a fen: `1,300` and `1,204.50`."""
    return grouped(value).removesuffix(".00")


def ticks(least: Decimal, most: Decimal, count: int, text: Text | None) -> list[tuple[Decimal, str]]:
    """Return round amounts from `least` to `most`, at most about `count` of them, and how they are written."""
    if least == most:
        return [(least, (text or amount)(least))]
    step = round_step(most - least, max(count, 1))
    places = max(-int(step.as_tuple().exponent), 0)
    if text is None and 0 < places <= _FEN_PLACES:
        places = _FEN_PLACES
    first, last = -int(-least // step), int(most // step)
    values = [step * place if place else ZERO for place in range(first, last + 1)]
    return [(value, text(value) if text else _round(value, places)) for value in values]


def _round(value: Decimal, places: int) -> str:
    return f"{value:,.{places}f}".replace("-", "−") if value else "0"


def level_pen(level: Level) -> QPen:
    """Return the pen of a level: whole for zero, else dashes, those of one that warns unlike the others."""
    theme = design.current()
    if not level.value and not level.late:
        return QPen(design.colour(theme.control), design.LINE_WIDTH)
    pen = QPen(design.colour(theme.late if level.late else theme.quiet), design.LEVEL_WIDTH)
    pen.setDashPattern(design.DASHES[1 if level.late else 3])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def level_entry(level: Level) -> Entry:
    """Return a level for the legend."""
    return Entry(level.label, line_sample(lambda: level_pen(level)), design.LONG_SAMPLE)


def line_sample(pen: Callable[[], QPen]) -> Sample:
    """Return what paints a piece of a line by a pen, which is asked for each time: the theme may change."""

    def sample(painter: QPainter, place: QRectF) -> None:
        painter.setPen(pen())
        painter.drawLine(QPointF(place.left(), place.center().y()), QPointF(place.right(), place.center().y()))

    return sample


def legend_places(entries: Sequence[Entry], width: float) -> list[QRectF]:
    """Return where the entries of a legend go, in as many rows as they need."""
    places: list[QRectF] = []
    left, top = 0.0, 0.0
    for entry in entries:
        if left and left + entry.width > width:
            left, top = 0.0, top + design.HEADER_LINE
        places.append(QRectF(left, top, min(entry.width, width), design.HEADER_LINE))
        left += entry.width + design.SPACE
    return places


def paint_entry(painter: QPainter, place: QRectF, entry: Entry) -> None:
    """Paint a text and its sample, as much of the text as there is room for."""
    if entry.sample:
        entry.sample(painter, QRectF(place.left(), place.top(), entry.sample_length, place.height()))
    painter.setFont(design.text_font(design.SMALL))
    painter.setPen(design.colour(design.current().ink))
    words = place.adjusted(entry.indent, 0, 0, 0)
    painter.drawText(words, LEFT, small_metrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, words.width()))


def paint_ground(painter: QPainter, frame: Frame, levels: Sequence[tuple[Decimal, str]]) -> None:
    """Paint what is below zero in the late ground, a line a round amount, and the amounts before the plot."""
    theme, plot = design.current(), frame.plot
    zero = frame.y(0)
    if zero < plot.bottom():
        painter.fillRect(
            QRectF(plot.left(), zero, plot.width(), plot.bottom() - zero), design.colour(theme.late_ground)
        )
    painter.setFont(design.text_font(design.SMALL))
    for value, text in levels:
        y = crisp(frame.y(value))
        painter.setPen(QPen(design.colour(theme.line if value else theme.control), design.LINE_WIDTH))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(design.colour(theme.quiet))
        line = QRectF(0, y - design.HEADER_LINE / 2, plot.left() - design.HALF, design.HEADER_LINE)
        painter.drawText(line, RIGHT, text)


def paint_levels(painter: QPainter, frame: Frame, levels: Sequence[Level], *, named: bool) -> None:
    """Paint levels across the plot, called by their names beside it where they are `named`."""
    theme, plot = design.current(), frame.plot
    places = [crisp(frame.y(level.value)) for level in levels]
    for level, y in zip(levels, places, strict=True):
        painter.setPen(level_pen(level))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
    if not named:
        return
    half = design.HEADER_LINE / 2
    called = [(level, y) for level, y in zip(levels, places, strict=True) if level.label]
    tops = apart([y - half for _, y in called], design.HEADER_LINE, plot.top() - half, plot.bottom() + half)
    painter.setFont(design.text_font(design.SMALL))
    for (level, _), top in zip(called, tops, strict=True):
        painter.setPen(design.colour(theme.late if level.late else theme.quiet))
        width = small_metrics().horizontalAdvance(level.label) + design.LINE_WIDTH
        painter.drawText(QRectF(plot.right() + design.HALF, top, width, design.HEADER_LINE), LEFT, level.label)


def paint_names(painter: QPainter, foot: QRectF, places: Sequence[float], names: Sequence[str]) -> None:
    """Paint names below their places, as many as stand whole and apart from each other."""
    metrics = small_metrics()
    widest = max(map(metrics.horizontalAdvance, names), default=0.0) + design.INSET
    gap = (places[-1] - places[0]) / (len(places) - 1) if len(places) > 1 else widest
    step = next((step for step in _MONTH_STEPS if step * gap >= widest), _MONTH_STEPS[-1])
    painter.setFont(design.text_font(design.SMALL))
    painter.setPen(design.colour(design.current().quiet))
    end = foot.left()
    for place, name in list(zip(places, names, strict=True))[::step]:
        width = min(metrics.horizontalAdvance(name) + design.LINE_WIDTH, foot.width())
        left = max(min(place - width / 2, foot.right() - width), foot.left())
        if left < end:
            continue
        end = left + width + design.HALF
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)
        painter.drawLine(QPointF(place, foot.top()), QPointF(place, foot.top() + design.HALF))
        line = QRectF(left, foot.top() + design.HALF, width, foot.height() - design.HALF)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)


def paint_card(painter: QPainter, bounds: QRectF, mark: tuple[float, float], rows: Sequence[Entry]) -> None:
    """Paint rows of text on a card at the top of the plot, after a mark or, where it has no room there, before it."""
    theme = design.current()
    pad = design.GRID
    width = min(max(row.width for row in rows) + 2 * pad, bounds.width())
    before, after = mark[0] - design.HALF - width, mark[1] + design.HALF
    left = after if after + width <= bounds.right() else max(before, bounds.left())
    place = QRectF(left, bounds.top(), width, len(rows) * design.HEADER_LINE + pad)
    painter.setPen(QPen(design.colour(theme.control), design.LINE_WIDTH))
    painter.setBrush(design.colour(theme.card))
    painter.drawRoundedRect(place, design.HALF, design.HALF)
    for index, row in enumerate(rows):
        line = QRectF(left + pad, place.top() + pad / 2 + index * design.HEADER_LINE, width - 2 * pad, 0)
        line.setHeight(design.HEADER_LINE)
        paint_entry(painter, line, row)


def crisp(place: float) -> float:
    """Return the middle of the pixel that a place is in, where thin lines are sharp."""
    return round(place) + 0.5


def apart(wanted: Sequence[float], size: float, top: float, bottom: float) -> list[float]:
    """Return places near the wanted ones, between `top` and `bottom`, so that things of a size don't cover each other.

    Where there is no room for all they are pushed together evenly.
    """
    room = bottom - top - size
    step = min(size, room / max(len(wanted) - 1, 1))
    places = list(wanted)
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    least = top
    for index in order:
        places[index] = max(places[index], least)
        least = places[index] + step
    most = top + room
    for index in reversed(order):
        places[index] = min(places[index], most)
        most = places[index] - step
    return places
