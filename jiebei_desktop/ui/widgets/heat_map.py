"""A grid of costs whose ground says how large they are; pointer and arrow keys say a cell in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy

from jiebei_desktop.money import ONE, grouped, round_to
from jiebei_desktop.ui import design
from jiebei_desktop.ui.why import follow
from jiebei_desktop.ui.widgets.announcing import announce
from jiebei_desktop.ui.widgets.hinted import Hinted

_MOVES: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_Texts = list[list[str]]


def ground(value: str, share: float) -> QColor:
    """Return the card's colour with a share (0 to 1) of what the largest amount has of a design colour."""
    card, full = design.colour(design.current().card), design.colour(value)
    part = min(max(share, 0.0), 1.0) * design.HEAT_MOST
    return QColor.fromRgbF(
        card.redF() + (full.redF() - card.redF()) * part,
        card.greenF() + (full.greenF() - card.greenF()) * part,
        card.blueF() + (full.blueF() - card.blueF()) * part,
    )


class HeatMap(Hinted):
    """Amounts by row and column, the least of all with a sign. `asked` says the cell that keys or a click went to.

    Attributes:
        why: says of a row and a column how their amount came about, where somebody knows.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.why: Callable[[int, int], str] = lambda _row, _column: ""
        self._colour = design.current().quiet
        self._rows: Sequence[str] = ()
        self._columns: Sequence[str] = ()
        self._cells: Sequence[Sequence[Decimal | None]] = ()
        self._said: Callable[[int, int], str] = lambda _row, _column: ""
        self._shares: list[list[float]] = []
        self._best: set[tuple[int, int]] = set()
        self._exact: _Texts = []
        self._whole: _Texts = []
        self._head = self._exact_width = self._least_width = 0
        self._cell: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_heat(
        self,
        colour: str,
        rows: Sequence[str],
        columns: Sequence[str],
        cells: Sequence[Sequence[Decimal | None]],
        said: Callable[[int, int], str],
        summary: str,
    ) -> None:
        """Show other amounts.

        Args:
            colour: a design colour, that of what is counted.
            rows: the names of the rows.
            columns: the names of the columns.
            cells: the amounts, a row each; None where there is none.
            said: gives a cell as a sentence, by row and column; where there is no amount, why.
            summary: the picture in words.
        """
        self._colour, self._rows, self._columns, self._cells, self._said = colour, rows, columns, cells, said
        known = [amount for row in cells for amount in row if amount is not None]
        least, most = min(known, default=None), max(known, default=None)
        self._best = set()
        self._shares, self._exact, self._whole = [], [], []
        for place, row in enumerate(cells):
            if least is not None and most is not None and least < most:
                self._best |= {(place, column) for column, amount in enumerate(row) if amount == least}
                self._shares.append([0.0 if x is None else float((x - least) / (most - least)) for x in row])
            else:
                self._shares.append([0.0] * len(row))
            self._exact.append([self._text(place, column, exact=True) for column in range(len(row))])
            self._whole.append([self._text(place, column, exact=False) for column in range(len(row))])
        self._measure()
        if self._cell is not None and not self._is_there(*self._cell):
            self._cell = None
        self.setAccessibleName(summary)
        self.setFixedHeight(design.ROW_HEIGHT + len(rows) * design.HEAT_CELL + design.FOCUS)
        self.updateGeometry()
        self._say()
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what names and amounts in whole yuan need."""
        return QSize(self._head + len(self._columns) * self._least_width, self.height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what names and amounts to the fen need."""
        return QSize(self._head + len(self._columns) * self._exact_width, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint names, grounds and amounts."""
        theme = design.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(design.text_font(design.SMALL))
        painter.setPen(design.colour(theme.quiet))
        for column, name in enumerate(self._columns):
            head = QRectF(self._place(0, column))
            head.setRect(head.left(), 0, head.width(), design.ROW_HEIGHT)
            text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(head.width()))
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, text)
        texts = self._exact if self._cell_width() >= self._exact_width else self._whole
        for row, name in enumerate(self._rows):
            painter.setFont(design.text_font(design.SMALL))
            painter.setPen(design.colour(theme.quiet))
            side = QRectF(0, self._place(row, 0).top(), self._head, design.HEAT_CELL)
            painter.drawText(side, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
            for column, text in enumerate(texts[row]):
                self._paint_cell(painter, row, column, text)
        if self._cell is not None and self.hasFocus():
            painter.setPen(QPen(design.colour(theme.accent), design.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._place(*self._cell), design.HALF, design.HALF)

    def _paint_cell(self, painter: QPainter, row: int, column: int, text: str) -> None:
        theme, place = design.current(), self._place(row, column)
        best, nothing = (row, column) in self._best, self._cells[row][column] is None
        inset = design.LINE_WIDTH
        painter.setPen(QPen(design.colour(theme.good if best else theme.line), design.LINE_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush if nothing else ground(self._colour, self._shares[row][column]))
        painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), design.HALF, design.HALF)
        painter.setFont(design.text_font(design.SMALL, bold=best))
        painter.setPen(design.colour(theme.good if best else theme.quiet if nothing else theme.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _reason(self, _place: QPoint | None) -> str:
        """Return the cell that is looked at, and how it came about."""
        if self._cell is None:
            return self.accessibleName()
        return "\n".join(filter(None, (self._said(*self._cell), self.why(*self._cell))))

    def hint(self, place: QPoint) -> str:
        """Return a cell in a sentence."""
        found = self._at(place)
        return self._said(*found) if found else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the cell under the pointer."""
        found = self._at(event.position().toPoint())
        if found and event.button() is Qt.MouseButton.LeftButton:
            self._go(*found)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from cell to cell, or to the first and last of a row."""
        row, column = self._cell or (0, 0)
        key = event.key()
        if key in _MOVES:
            down, across = _MOVES[key]
            self._go(row + down, column + across)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go(row, 0 if key == Qt.Key.Key_Home else len(self._columns) - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the first cell, or go on where the keys were before."""
        super().focusInEvent(event)
        if self._cell is None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._go(0, 0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the frame away."""
        super().focusOutEvent(event)
        self.update()

    def _go(self, row: int, column: int) -> None:
        if self._is_there(row, column):
            self._cell = row, column
            self._say()
            announce(self, self.accessibleDescription())
            self.update()
            follow(self)

    def _say(self) -> None:
        said = self._said(*self._cell) if self._cell else ""
        if said or self.accessibleDescription():
            self.setAccessibleDescription(said)
            self.asked.emit(said)

    def _is_there(self, row: int, column: int) -> bool:
        return 0 <= row < len(self._cells) and 0 <= column < len(self._cells[row])

    def _text(self, row: int, column: int, *, exact: bool) -> str:
        amount = self._cells[row][column]
        if amount is None:
            return "—"
        text = grouped(amount) if exact else f"{round_to(amount, step=ONE):,f}"
        return f"✓ {text}" if (row, column) in self._best else text

    def _measure(self) -> None:
        """Work out how wide cells have to be."""
        small, bold = (QFontMetrics(design.text_font(design.SMALL, bold=bold)) for bold in (False, True))
        self._head = max(map(small.horizontalAdvance, self._rows), default=0) + design.SPACE

        def width(texts: _Texts) -> int:
            cells = max((bold.horizontalAdvance(text) for row in texts for text in row), default=0)
            return max(cells, max(map(small.horizontalAdvance, self._columns), default=0)) + design.GRID

        self._exact_width, self._least_width = width(self._exact), width(self._whole)

    def _cell_width(self) -> float:
        return (self.width() - self._head - design.FOCUS) / max(len(self._columns), 1)

    def _place(self, row: int, column: int) -> QRectF:
        width = self._cell_width()
        top = design.ROW_HEIGHT + row * design.HEAT_CELL
        return QRectF(self._head + column * width, top, width, design.HEAT_CELL)

    def _at(self, place: QPoint) -> tuple[int, int] | None:
        column = (place.x() - self._head) // self._cell_width()
        row = (place.y() - design.ROW_HEIGHT) // design.HEAT_CELL
        return (row, int(column)) if self._is_there(row, int(column)) else None
