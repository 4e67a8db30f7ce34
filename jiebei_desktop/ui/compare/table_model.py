"""The figures of a comparison as a Qt model: a row a figure, a column an option."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
BEST = "✓ "
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Head(NamedTuple):
    """A column's head: its name, its way and price, its family, and whether the others are held against it."""

    name: str
    detail: str
    brand: Brand | None
    base: bool


class Shown(NamedTuple):
    """A cell: its figure, what it differs by, whether it is the best of its row, and whether there is none."""

    text: str
    beside: str = ""
    best: bool = False
    wrong: bool = False


class Titled(NamedTuple):
    """A row: its title, what it is measured by, and its cells."""

    title: str
    basis: str
    cells: Sequence[Shown]


class ComparisonModel(QAbstractTableModel):
    """Rows of cells; `why` says how one came about and is asked only when somebody looks."""

    def __init__(self) -> None:
        super().__init__()
        self.heads: Sequence[Head] = ()
        self.rows: Sequence[Titled] = ()
        self.why: Callable[[int, int], str] = lambda _row, _column: ""

    def show_rows(self, heads: Sequence[Head], rows: Sequence[Titled], why: Callable[[int, int], str]) -> None:
        """Show other cells; a table of the same shape only repaints, so that selection and scrolling stay."""
        if len(heads) != len(self.heads) or len(rows) != len(self.rows):
            self.beginResetModel()
            self.heads, self.rows, self.why = heads, rows, why
            self.endResetModel()
            return
        named, titled = heads != self.heads, self.titles != [row.title for row in rows]
        self.heads, self.rows, self.why = heads, rows, why
        if rows and heads:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(heads) - 1))
        if named:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(heads) - 1)
        if titled:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)

    @property
    def titles(self) -> list[str]:
        """Return what the rows are called."""
        return [row.title for row in self.rows]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of options."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, and on demand why."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        cell = self.rows[row].cells[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{BEST}{cell.text}" if cell.best else cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return self.why(row, column) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            beside = translate("Compare", "，比基准 {difference}").format(difference=cell.beside) if cell.beside else ""
            text = translate("Compare", "{name}，{title}：{figure}{beside}")
            head, title = self.heads[column], self.rows[row].title
            return text.format(name=head.name, title=title, figure=cell.text, beside=beside)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return an option's name or a row's title, and on hover all of it."""
        if orientation is Qt.Orientation.Vertical:
            if not 0 <= section < len(self.rows):
                return None
            row = self.rows[section]
            found = {Qt.ItemDataRole.DisplayRole: row.title, Qt.ItemDataRole.ToolTipRole: row.basis or None}
            return found.get(Qt.ItemDataRole(role), LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None)
        if not 0 <= section < len(self.heads):
            return None
        head = self.heads[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return head.name
        return f"{head.name}\n{head.detail}" if role == Qt.ItemDataRole.ToolTipRole else None
