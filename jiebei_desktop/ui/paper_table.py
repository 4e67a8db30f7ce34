"""Tables on paper: how wide their columns are, how high each row is, and how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from jiebei_desktop.files.papers import PaperTable
from jiebei_desktop.files.tables import Cell, Share, shown
from jiebei_desktop.ui import design
from jiebei_desktop.ui.paper_text import Style, draw_text

_THEME = design.LIGHT
_HAIR = 1.0
"""By which a column is wider than its widest cell: a text can be laid out a hair wider than it was measured."""
_TWO_LINES = 0.6
"""Of a name's width, in which it stands in two lines."""


class Type(NamedTuple):
    """The styles of a table in type of one size."""

    cell: Style
    strong: Style
    head: Style

    @property
    def pad(self) -> float:
        """Return the room above and below the text of a row."""
        return self.cell.size / 4

    @property
    def beside(self) -> float:
        """Return the room between two columns, at least."""
        return design.PAPER_BESIDE * self.cell.size / design.PAPER_SIZES[0]


def type_of(size: int) -> Type:
    """Return the styles for type of one size, in tenths of a millimetre."""
    return Type(Style(size), Style(size, bold=True), Style(size, _THEME.quiet, bold=True))


class Measure(NamedTuple):
    """How wide a column may be: whole, its name wrapped, wrapped in a way that reads well, and at the narrowest."""

    whole: float
    cells: float
    wanted: float
    least: float


def measures(table: PaperTable, kind: Type) -> list[Measure]:
    """Return how wide each column of a table may be. Figures and dates are never broken."""
    found = []
    letter = kind.cell.width("年")
    for place, name in enumerate(table.header):
        cells = [(row[place], number in table.strong) for number, row in enumerate(table.rows)]
        widest = max((_width(shown(cell), kind.strong if strong else kind.cell) for cell, strong in cells), default=0.0)
        words = any(isinstance(cell, str) for cell, strong in cells if not strong)
        name_whole, name_least = _width(name, kind.head), _longest(name, kind.head, 4 * letter)
        whole, name_wanted = max(widest, name_whole), max(name_least, name_whole * _TWO_LINES)
        if words:
            longest = max((_longest(shown(cell), kind.strong, 2 * letter) for cell, _ in cells), default=0.0)
            wanted = max(min(widest, design.PAPER_WORDS * letter), name_wanted, longest)
            least = max(min(widest, design.PAPER_WORDS_LEAST * letter), name_least)
        else:
            wanted, least = max(widest, name_wanted), max(widest, name_least)
        found.append(Measure(*(width + _HAIR for width in (whole, max(widest, wanted), wanted, least))))
    return found


def room_wanted(table: PaperTable, kind: Type) -> float:
    """Return how wide a table is at the narrowest at which it still reads well."""
    found = measures(table, kind)
    return sum(column.wanted for column in found) + kind.beside * max(len(found) - 1, 0)


def _width(text: str, style: Style) -> float:
    return max(map(style.width, text.split("\n")))


def _longest(text: str, style: Style, most: float) -> float:
    """Return how wide the longest word is that should not be broken; Chinese may be broken anywhere."""
    words = text.split()
    return max((min(style.width(word), most) if not word.isascii() else style.width(word) for word in words), default=0)


class LaidTable:
    """A table laid out in a width."""

    def __init__(self, table: PaperTable, kind: Type, width: float) -> None:
        self.table, self.kind = table, kind
        self._widths, self._apart = _widths(measures(table, kind), kind, width)
        self._right = [place in table.right or _stands_right(table, place) for place in range(len(table.header))]
        self.width = sum(self._widths) + self._apart * max(len(self._widths) - 1, 0)

    def head_height(self) -> float:
        """Return how high the names of the columns are, the line under them included."""
        return self._height(self.table.header, self.kind.head)

    def row_height(self, place: int, most: int = 0) -> float:
        """Return how high a row is, its cells in no more lines than `most` where there is such a bound."""
        return self._height([shown(cell) for cell in self.table.rows[place]], self._style(place), most)

    def paint_head(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the names of the columns, those in fewer lines at the foot."""
        height = self.head_height()
        for box, text, side in self._boxes(self.table.header, left):
            own = self.kind.head.height(text, box.width())
            box.moveTop(top + height - self.kind.pad - own)
            draw_text(painter, _balanced(box, text, self.kind.head, side), text, self.kind.head, side)

    def paint_row(self, painter: QPainter, place: int, left: float, top: float, most: int = 0) -> None:
        """Paint a row."""
        for box, text, side in self._boxes([shown(cell) for cell in self.table.rows[place]], left):
            box.moveTop(top + self.kind.pad)
            draw_text(painter, box, text, self._style(place), side, most=most)

    def _style(self, place: int) -> Style:
        return self.kind.strong if place in self.table.strong else self.kind.cell

    def _height(self, texts: Sequence[str], style: Style, most: int = 0) -> float:
        heights = (style.height(text, width, most) for text, width in zip(texts, self._widths, strict=True))
        return max(*heights, style.leading) + 2 * self.kind.pad

    def _boxes(self, texts: Sequence[str], left: float) -> list[tuple[QRectF, str, Qt.AlignmentFlag]]:
        found = []
        for text, width, right in zip(texts, self._widths, self._right, strict=True):
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            found.append((QRectF(left, 0, width, 0), text, side))
            left += width + self._apart
        return found


def _balanced(box: QRectF, text: str, style: Style, side: Qt.AlignmentFlag) -> QRectF:
    """Return a box as narrow as leaves a text no more lines, so that the last is no single letter."""
    width, lines = box.width(), style.laid(text, box.width()).lineCount()
    if lines > 1:
        while width > style.size and style.laid(text, width - style.size / 2).lineCount() == lines:
            width -= style.size / 2
    return QRectF(box.right() - width if side is Qt.AlignmentFlag.AlignRight else box.left(), box.top(), width, 0)


def _stands_right(table: PaperTable, place: int) -> bool:
    """Tell whether a column holds figures, by the first thing in it."""
    first: Cell = next((row[place] for row in table.rows if row[place] not in {None, ""}), None)
    return isinstance(first, int | Decimal | Share)


def _widths(columns: Sequence[Measure], kind: Type, width: float) -> tuple[list[float], float]:
    """Return how wide the columns are in a width, and how far they stand apart."""
    gaps = max(len(columns) - 1, 1)
    room = width - kind.beside * (len(columns) - 1)
    wanted, least = sum(column.wanted for column in columns), sum(column.least for column in columns)
    for full in ([column.whole for column in columns], [column.cells for column in columns]):
        if sum(full) <= room:
            return full, kind.beside + min((room - sum(full)) / gaps, design.PAPER_BESIDE_MORE)
    if wanted <= room:
        return _between([(column.wanted, column.cells) for column in columns], room), kind.beside
    if least <= room:
        return _between([(column.least, column.wanted) for column in columns], room), kind.beside
    return [column.least * room / least for column in columns], kind.beside


def _between(bounds: Sequence[tuple[float, float]], room: float) -> list[float]:
    """Return widths between bounds that fill a room, each as far up as the others."""
    low, high = sum(least for least, _ in bounds), sum(most for _, most in bounds)
    share = (room - low) / (high - low)
    return [least + (most - least) * share for least, most in bounds]
