"""Tables of figures: one model for all of them, right-aligned numbers, the best one marked by a sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
)

from jiebei_desktop.ui import design

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


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
        return metrics.horizontalAdvance(max(map(str, texts), key=len, default="")) + 2 * design.HEADER_INSET

    def why(self, index: _Index) -> str:
        """Return why a cell is what it is."""
        return self._rows[index.row()][index.column()].reason

    def text(self, index: _Index) -> str:
        """Return a cell's bare text."""
        return self._rows[index.row()][index.column()].text


def _shown(cell: Cell, role: int) -> object:
    theme = design.current()
    if role == Qt.ItemDataRole.DisplayRole:
        return f"✓ {cell.text}" if cell.tone is Tone.BEST else cell.text
    if role == Qt.ItemDataRole.TextAlignmentRole:
        side = Qt.AlignmentFlag.AlignLeft if cell.words else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter
    if role == Qt.ItemDataRole.ForegroundRole:
        ink = {Tone.QUIET: theme.quiet, Tone.BEST: theme.good, Tone.WRONG: theme.late}.get(cell.tone)
        return QBrush(design.colour(ink)) if ink else None
    if role == Qt.ItemDataRole.FontRole and cell.tone in {Tone.STRONG, Tone.BEST}:
        return design.text_font(bold=True)
    if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
        return cell.reason or None
    return None


class _Ink(QStyledItemDelegate):
    """Leaves a cell its own colour in a row that is selected."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: N802 - Qt's name
        super().initStyleOption(option, index)
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(ink, QBrush):
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, ink)


class FigureTable(QTableView):
    """A read-only table. It can be as tall as its rows, and copies what is selected.

    Columns are alike where there is room for that, else each has what it needs and a like part of what is left.

    `asked` says why the cell that arrow keys or a click went to is what it is.
    """

    asked = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        whole: bool = False,
        sideways: bool = False,
        numbered: bool = False,
        elided: bool = False,
        model: FigureModel | None = None,
    ) -> None:
        """Make a table called `name` for screen readers.

        A `whole` one shows all its rows and never scrolls down; one that goes `sideways` scrolls where it is too wide
        instead of making the page wide; rows that are `numbered` have their number in sight wherever it is scrolled to;
        one that is `elided` shortens what is too long for its column, where something else says it whole.
        """
        super().__init__()
        self._whole = whole
        self._sideways = sideways
        self._elided = elided
        self._wanted = 0
        self._room = 0
        self._needs: dict[int, int] = {}  # what the columns need that have no width of their own
        self._fixed: Mapping[int, int] = {}
        self.figures = model or FigureModel()
        self.setModel(self.figures)
        self.setItemDelegate(_Ink(self))
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self._ask())
        self.verticalHeader().setObjectName("rowTitles")
        self.verticalHeader().setVisible(numbered)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setDefaultSectionSize(design.ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setFrameShape(QTableView.Shape.NoFrame)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_cells(self, header: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> None:
        """Show other cells."""
        self.figures.show_cells(header, rows)
        self._fit()
        self._ask()

    def _ask(self) -> None:
        now = self.currentIndex()
        self.asked.emit(self.figures.why(now) if now.isValid() else "")

    def fix_columns(self, widths: Mapping[int, int]) -> None:
        """Give columns, by place, a width of their own; the others share the rest."""
        if widths != self._fixed:
            self._fixed = widths
            for place, width in widths.items():
                self.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
                self.horizontalHeader().resizeSection(place, width)
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Be wide enough for every figure and, where all rows are to be seen, as tall as they are."""
        titles, places = self.horizontalHeader(), range(self.figures.columnCount())
        metrics = QFontMetrics(design.text_font(bold=True))
        if self._sideways:
            titles.setMinimumSectionSize(0)  # or what they need would be what they were given before
        self._needs = {
            place: 0 if self._elided else max(self.figures.widest(place, metrics), titles.sectionSizeHint(place))
            for place in places
            if place not in self._fixed
        }
        least = max(self._needs.values(), default=0)
        fixed = [max(width, least) if self._sideways else width for width in self._fixed.values()]
        self._wanted = sum(fixed) + least * len(self._needs) + 2 * design.FOCUS
        if self._sideways:  # no column is narrower than the least, those with a width of their own included
            titles.setMinimumSectionSize(least)
            self.updateGeometry()
        else:
            self.setMinimumWidth(sum(fixed) + sum(self._needs.values()) + 2 * design.FOCUS)
            self._share()
        lines = max((self.figures.title(place).count("\n") for place in places), default=0)
        top = design.ROW_HEIGHT + lines * design.HEADER_LINE
        titles.setFixedHeight(top)
        if self._whole:
            rows = self.figures.rowCount() * design.ROW_HEIGHT
            bar = design.SCROLL if self._sideways else 0
            self.setFixedHeight(rows + (0 if titles.isHidden() else top) + 2 * design.FOCUS + bar)

    def _share(self) -> None:
        """Give columns that can't be alike what they need; before there is a width, nothing."""
        if not self._room:
            return
        titles = self.horizontalHeader()
        room = self._room + 2 * design.FOCUS  # less where a bar stands beside the rows
        alike = room >= self._wanted
        rest = max(room - self.minimumWidth(), 0) // max(len(self._needs), 1)
        mode = QHeaderView.ResizeMode.Stretch if alike else QHeaderView.ResizeMode.Fixed
        for place, need in self._needs.items():
            if titles.sectionResizeMode(place) is not mode:
                titles.setSectionResizeMode(place, mode)
            if not alike:
                titles.resizeSection(place, need + rest)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the new width."""
        super().resizeEvent(event)
        # Kept, for asking the viewport would cost a start milliseconds: PySide then gets to know all of Qt's widgets.
        self._room = event.size().width()
        if not self._sideways:
            self._share()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what all columns need."""
        return QSize(self._wanted, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy the selected rows as spreadsheets paste them."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.selectedIndexes()})
            columns = range(self.figures.columnCount())
            lines = ["\t".join(self.figures.text(self.figures.index(row, place)) for place in columns) for row in rows]
            QGuiApplication.clipboard().setText("\n".join(lines))
            return
        super().keyPressEvent(event)
