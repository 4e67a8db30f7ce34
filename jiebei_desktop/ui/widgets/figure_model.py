"""What a table of figures holds: cells, the best one marked by a sign, each with why it is what it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFontMetrics

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONG = 24
"""Letters of words that may not have the room that they need in a column."""


class Tone(Enum):
    """What a cell is, besides its text."""

    PLAIN = auto()
    QUIET = auto()
    STRONG = auto()
    BEST = auto()
    WRONG = auto()


class Cell(NamedTuple):
    """One cell. Figures stand right, words (`words=True`) stand left.

    `why` is said on hover and to screen readers; where it takes work, something that says it when asked.
    """

    text: str
    tone: Tone = Tone.PLAIN
    words: bool = False
    why: str | Callable[[], str] = ""

    @property
    def reason(self) -> str:
        """Return why it is what it is."""
        return self.why if isinstance(self.why, str) else self.why()


class FigureModel(QAbstractTableModel):
    """A header and rows of cells."""

    def __init__(self) -> None:
        super().__init__()
        self._header: list[Cell] = []
        self._rows: list[list[Cell]] = []

    def show_cells(self, header: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> None:
        """Show other cells; a table of the same shape only repaints, so selection and scrolling stay."""
        new_header, new_rows = list(header), [list(cells) for cells in rows]
        if len(new_header) == len(self._header) and len(new_rows) == len(self._rows):
            self._header, self._rows = new_header, new_rows
            if new_rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(new_rows) - 1, len(new_header) - 1))
            if new_header:
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(new_header) - 1)
            return
        self.beginResetModel()
        self._header, self._rows = new_header, new_rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._header)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        return _shown(self._rows[index.row()][index.column()], role)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's title."""
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self._header):
            return None
        return _shown(self._header[section], role)

    def title(self, column: int) -> str:
        """Return a column's title."""
        return self._header[column].text

    def widest(self, column: int, metrics: QFontMetrics) -> int:
        """Return the width that a column's longest figure takes, its sign and margins included."""
        texts = (_shown(row[column], Qt.ItemDataRole.DisplayRole) for row in self._rows)
        widest = metrics.horizontalAdvance(max(map(str, texts), key=_letters, default=""))
        return (min(widest, design.NAME_WIDTH) if self._named(column) else widest) + 2 * design.HEADER_INSET

    def _named(self, column: int) -> bool:
        """Tell whether a column holds words: names that somebody gave may be long, and a hint says them whole."""
        return bool(self._rows) and self._rows[0][column].words

    def why(self, index: _Index) -> str:
        """Return why a cell is what it is."""
        return self._rows[index.row()][index.column()].reason

    def text(self, index: _Index) -> str:
        """Return a cell's bare text."""
        return self._rows[index.row()][index.column()].text

    def head(self, index: _Index) -> str:
        """Return what a cell is: its row, its column and its figure."""
        cells = self._rows[index.row()]
        named = next((cell.text for cell in cells if cell.words and cell.text), "")
        names = [named, self._header[index.column()].text.replace("\n", " ")]
        name = " · ".join(dict.fromkeys(filter(None, names)))
        return translate("Why", "{name}：{figure}").format(name=name, figure=cells[index.column()].text)

    def first_why(self, row: int) -> str:
        """Return why a row is what it is, where one of its cells says it."""
        return next((cell.reason for cell in self._rows[row] if cell.why), "")


def _signed(cell: Cell) -> str:
    """Return a cell's text with the sign that says without colour what it is; words and a minus say it themselves."""
    if cell.tone is Tone.BEST:
        return f"✓ {cell.text}"
    says = cell.text.startswith("−") or any(sign.isalpha() or sign == "⚠" for sign in cell.text)
    return f"⚠ {cell.text}" if cell.tone is Tone.WRONG and not says else cell.text


def _shown(cell: Cell, role: int) -> object:
    theme = design.current()
    if role == Qt.ItemDataRole.DisplayRole:
        return _signed(cell)
    if role == Qt.ItemDataRole.TextAlignmentRole:
        side = Qt.AlignmentFlag.AlignLeft if cell.words else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter
    if role == Qt.ItemDataRole.ForegroundRole:
        ink = {Tone.QUIET: theme.quiet, Tone.BEST: theme.good, Tone.WRONG: theme.late}.get(cell.tone)
        return QBrush(design.colour(ink)) if ink else None
    if role == Qt.ItemDataRole.FontRole and cell.tone in {Tone.STRONG, Tone.BEST}:
        return design.text_font(bold=True)
    if role == Qt.ItemDataRole.ToolTipRole and cell.words and _letters(cell.text) > _LONG:
        return "\n".join(filter(None, (cell.text, cell.reason)))
    if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
        return cell.reason or None
    return None


def _letters(text: str) -> int:
    """Return how many letters wide a text is; a Chinese one counts twice."""
    return len(text.encode("gbk", "replace"))
