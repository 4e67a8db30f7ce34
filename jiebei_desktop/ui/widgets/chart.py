"""A chart painted by hand, but for what is in its plot: frame, legend, levels, places that pointer and keys pick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from jiebei_desktop.money import ONE, ZERO
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.why import Reason, follow, freshen
from jiebei_desktop.ui.widgets.announcing import announce
from jiebei_desktop.ui.widgets.chart_parts import (
    RIGHT,
    Entry,
    Frame,
    Level,
    Text,
    amount,
    crisp,
    legend_places,
    level_entry,
    paint_card,
    paint_entry,
    paint_ground,
    paint_levels,
    ticks,
)
from jiebei_desktop.ui.widgets.curve_lines import small_metrics

_MOST_TICKS = 5


class Chart(QWidget):
    """Something by month or day over an axis of amounts. A subclass says what, and where its places are.

    The place under the pointer, or that arrow keys go to, is picked; it stays marked until another one is. A click
    asks why what is there is what it is.

    Attributes:
        why: says of a place how its figures came about, where somebody knows.
    """

    def __init__(self, text: Text | None = None, unit: str | None = None) -> None:
        """Make an empty chart.

        Args:
            text: writes an amount, on the axis as well; yuan where nothing is given.
            unit: stands above the axis; 元 where nothing is given.
        """
        super().__init__()
        self._text = text
        self._unit = translate("Charts", "元") if unit is None else unit
        self._levels: Sequence[Level] = ()
        self._at: int | None = None
        self.why: Callable[[int], str] = lambda _place: ""
        Reason(self, lambda _place: self._reason())
        self._pointed = False
        self._stale = True
        self._frame = Frame(QRectF(), 0.0, 1.0)
        self._ticks: list[tuple[Decimal, str]] = []
        self._keys: list[tuple[QRectF, Entry]] = []
        self._named = True
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # until there is something to pick
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # What a subclass says.

    def _count(self) -> int:
        """Return how many places there are."""
        raise NotImplementedError

    def _x(self, place: int) -> float:
        """Return where a place is."""
        raise NotImplementedError

    def _nearest(self, x: float) -> int:
        """Return the place that is nearest; it may be beyond the first or the last one."""
        raise NotImplementedError

    def _reach(self) -> tuple[Decimal, Decimal]:
        """Return the least and the largest amount shown."""
        raise NotImplementedError

    def _legend(self) -> list[Entry]:
        """Return the legend, without levels."""
        raise NotImplementedError

    def _rows(self, place: int) -> list[Entry]:
        """Return what a place is called and, row by row, what is there."""
        raise NotImplementedError

    def _tell(self, place: int) -> None:
        """Say that the user picked a place."""
        raise NotImplementedError

    def _in_words(self) -> str:
        """Return the picture in words."""
        raise NotImplementedError

    def _half(self) -> float:
        """Return how far the mark reaches to both sides of its place."""
        return design.HALF

    def _headroom(self) -> float:
        """Return the room to leave above the largest amount."""
        return design.GRID

    def _build(self) -> None:
        """Work out what is painted in the new frame; done once a size, not for each move of the pointer."""

    def _paint_plot(self, painter: QPainter) -> None:
        """Paint what is in the plot."""
        raise NotImplementedError

    def _paint_foot(self, painter: QPainter, foot: QRectF) -> None:
        """Paint the names below the plot."""
        raise NotImplementedError

    def _paint_mark(self, painter: QPainter, place: int) -> None:
        """Mark a place by a line through it."""
        x, plot = crisp(self._x(place)), self._frame.plot
        painter.setPen(QPen(design.colour(design.current().control), design.LINE_WIDTH))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))

    def _key(self, _key: int, _place: int) -> int | None:
        """Return where another key goes from a place; None where it is not heard."""
        return None

    # What they all do.

    @property
    def marked(self) -> int | None:
        """Return the place that is marked."""
        return self._at

    def mark(self, place: int | None) -> None:
        """Mark a place, or none, without saying that the user picked it."""
        self._at = place if place is not None and 0 <= place < self._count() else None
        self._describe()
        self.update()

    def _show(self, levels: Sequence[Level], summary: str) -> None:
        """Show what the subclass has taken over; the place that was marked stays so while it is there."""
        self._levels, self._stale = levels, True
        there = bool(self._count())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if there else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(summary if there else summary or _nothing())
        self.updateGeometry()
        self.mark(self._at)
        freshen(self)

    def _reason(self) -> str:
        """Return what is at the marked place and how it came about; where none is marked, the picture in words."""
        if not self._count():
            return ""
        if self._at is None:
            return self.accessibleName()
        return "\n".join(filter(None, (self.accessibleDescription(), self.why(self._at))))

    def _amount(self, value: Decimal) -> str:
        return (self._text or amount)(value)

    def _said(self, value: Decimal) -> str:
        """Return an amount with its unit."""
        return f"{self._amount(value)} {self._unit}".strip()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the usual size, and a row more for each further row that the legend takes at this width."""
        places = legend_places(self._entries()[0], self.width())
        rows = round(max((place.bottom() for place in places), default=0) / design.HEADER_LINE)
        return QSize(design.CURVES_WIDTH, design.CURVES_HEIGHT + max(rows - 1, 0) * design.HEADER_LINE)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least that it can be read at."""
        return QSize(design.CHART_WIDTH, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay it out anew, and ask for another height where the legend takes more or fewer rows."""
        super().resizeEvent(event)
        self._stale = True
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, plot, levels, names and legend, then the mark; a frame where keys are heard."""
        theme = design.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(design.text_font(design.SMALL))
        if not self._count():
            painter.setPen(design.colour(theme.quiet))
            words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), int(words), self.accessibleName() or _nothing())
            return
        self._fit()
        plot = self._frame.plot
        paint_ground(painter, self._frame, self._ticks)
        painter.setPen(design.colour(theme.quiet))
        unit = QRectF(0, plot.top() - design.HEADER_LINE, max(plot.left() - design.HALF, 0), design.HEADER_LINE)
        painter.drawText(unit, RIGHT, self._unit)
        self._paint_plot(painter)
        paint_levels(painter, self._frame, self._levels, named=self._named)
        self._paint_foot(painter, QRectF(0, plot.bottom(), self.width(), design.HALF + design.HEADER_LINE))
        for place, entry in self._keys:
            paint_entry(painter, place, entry)
        if self._at is not None:
            self._paint_mark(painter, self._at)
            rows = self._rows(self._at)
            shown = rows if self._pointed or self.hasFocus() else rows[:1]
            x, half = self._x(self._at), self._half()
            paint_card(painter, plot.adjusted(0, design.HALF, 0, 0), (x - half, x + half), shown)
        if self.hasFocus():
            painter.setPen(QPen(design.colour(theme.accent), design.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(plot, design.HALF, design.HALF)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Say all of the marked place."""
        super().enterEvent(event)
        self._pointed = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the mark, with its name only."""
        super().leaveEvent(event)
        self._pointed = False
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Pick the place under the pointer."""
        self._point(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Pick the place under the pointer, or the finger."""
        if event.button() is not Qt.MouseButton.LeftButton or not self._point(event):
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from place to place, or to the first and the last."""
        at, last, key = self._at, self._count() - 1, event.key()
        if last < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        goals: dict[int, int] = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if at is not None:
            goals |= {Qt.Key.Key_Left: at - 1, Qt.Key.Key_Right: at + 1}
        else:
            goals |= {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 0}
        goal = goals.get(key, self._key(key, at or 0))
        if goal is None:
            super().keyPressEvent(event)
        else:
            self._go(goal)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the first place, or go on where the mark is."""
        super().focusInEvent(event)
        announce(self, self._in_words())  # which the mark takes the place of
        if self._at is None and event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self._go(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the frame away."""
        super().focusOutEvent(event)
        self.update()

    def _point(self, event: QMouseEvent) -> bool:
        """Pick the place under the pointer; return whether there is one."""
        self._fit()
        near = self._frame.plot.adjusted(-design.GRID, 0, design.GRID, design.HEADER_LINE)
        if not self._count() or not near.contains(event.position()):
            return False
        self._go(self._nearest(event.position().x()))
        return True

    def _go(self, place: int) -> None:
        place = min(max(place, 0), self._count() - 1)
        if place != self._at:
            self.mark(place)
            announce(self, self.accessibleDescription())
            self._tell(place)
            if self.hasFocus() and not self._pointed:
                follow(self)

    def _describe(self) -> None:
        """Tell a screen reader what is marked; where nothing is, the picture in words."""
        if self._at is None:
            self.setAccessibleDescription(self._in_words())
            return
        name, *rows = (row.text for row in self._rows(self._at))
        said = translate("Charts", "{name}：{values}")
        values = translate("Charts", "；").join(rows)
        self.setAccessibleDescription(said.format(name=name, values=values) if rows else name)

    def _entries(self) -> tuple[list[Entry], float]:
        """Return the legend, and the room beside the plot for the names of levels where they don't go into it."""
        if not self._count():
            return [], 0.0
        named = [level for level in self._levels if level.label]
        room = max((level_entry(level).width for level in named), default=0.0)
        room -= design.LONG_SAMPLE + design.HALF if named else 0
        if room <= self.width() * design.LEVEL_ROOM:
            return self._legend(), room
        return [*self._legend(), *map(level_entry, named)], 0.0

    def _fit(self) -> None:
        """Lay the chart out, once for each size and each thing shown."""
        if not self._stale or not self._count():
            return
        self._stale = False
        entries, room = self._entries()
        places = legend_places(entries, self.width())
        self._keys = list(zip(places, entries, strict=True))
        self._named = room > 0
        top = max((place.bottom() for place in places), default=0.0)
        top += design.HEADER_LINE + design.HALF if self._unit else design.GRID
        foot = design.HALF + design.HEADER_LINE + design.FOCUS
        height = max(self.height() - top - foot, 1.0)
        least, most = self._reach()
        for level in self._levels:
            least, most = min(least, level.value), max(most, level.value)
        least, most = min(least, ZERO), max(most, ZERO)
        if least == most:
            most = ONE
        count = min(max(int(height / design.TICK_ROOM), 1), _MOST_TICKS)
        self._ticks = ticks(least, most, count, self._text)
        for end in (least, most):  # named where no round amount is that low, or that high
            bare = not any(value * end > ZERO for value, _ in self._ticks)
            if bare and height * abs(float(end)) > design.HEADER_LINE * float(most - least):
                self._ticks.append((end, self._amount(end)))
        widest = max(map(small_metrics().horizontalAdvance, (self._unit, *(text for _, text in self._ticks))))
        left = float(round(widest + design.GRID))
        right = self.width() - max(room + design.HALF, float(design.SPACE))
        plot = QRectF(left, top, max(right - left, 1.0), height)
        self._frame = Frame(plot, 0.0, 1.0)  # a subclass may ask how wide it is
        above, below = self._headroom(), design.GRID if least < ZERO else 0
        pixel = float(most - least) / max(height - above - below, 1.0)
        self._frame = Frame(plot, float(least) - below * pixel, float(most) + above * pixel)
        self._build()


def _nothing() -> str:
    return translate("Charts", "还没有数，画不了。")
