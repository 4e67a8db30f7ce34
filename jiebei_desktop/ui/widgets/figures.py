"""Tables of figures: one kind for all of them, right-aligned numbers, and a click asks why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
)

from jiebei_desktop.ui import design
from jiebei_desktop.ui.why import ask, follow, freshen, heard
from jiebei_desktop.ui.widgets.figure_model import Cell, FigureModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

_Index = QModelIndex | QPersistentModelIndex


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

    A click asks why a cell is what it is; where reasons are shown already, arrow keys lead from one to the next.
    `asked` says why the current cell is what it is, each time when it is another one or its figures changed.

    Attributes:
        row_why: says what else there is to say of a row, a line a step; set by whoever knows it.
    """

    asked = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        whole: bool = False,
        numbered: bool = False,
        elided: bool = False,
        headed: bool = True,
        model: FigureModel | None = None,
    ) -> None:
        """Make a table called `name` for screen readers.

        A `whole` one shows all its rows and never scrolls down; one that is too wide scrolls sideways instead of making
        the page wide; rows that are `numbered` have their number in sight wherever it is scrolled to; one that is
        `elided` shortens what is too long for its column, where something else says it whole. Where it is
        not `headed`, the reasons of its cells name the figure by themselves.
        """
        super().__init__()
        self._whole = whole
        self._elided = elided
        self._headed = headed
        self.row_why: Callable[[int], Sequence[str]] = self._first_why
        self._wanted = self._least = 0
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
        self.selectionModel().currentChanged.connect(lambda _now, _before: self._turn())
        self.clicked.connect(self._clicked)
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
        self._say()
        freshen(self)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show by the pointer that figures can be asked, where they can."""
        super().showEvent(event)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if heard(self) else Qt.CursorShape.ArrowCursor)

    def _clicked(self, _index: QModelIndex) -> None:
        ask(self)

    def why_here(self) -> str:
        """Return what the current cell is and why; of words, dates and signs, what their row says."""
        now = self.currentIndex()
        if not now.isValid():
            return ""
        lines = [*self.figures.why(now).split("\n"), *self.row_why(now.row())]
        why = "\n".join(dict.fromkeys(filter(None, lines)))  # what a cell says its row need not say again
        return f"{self.figures.head(now)}\n{why}" if why and self._headed else why

    def _first_why(self, row: int) -> Sequence[str]:
        """Return what the first cell of a row says, for a cell that says nothing."""
        return () if self.figures.why(self.currentIndex()) else self.figures.first_why(row).split("\n")

    def _turn(self) -> None:
        self._say()
        if self.hasFocus():
            follow(self)

    def _say(self) -> None:
        now = self.currentIndex()
        self.asked.emit(self.figures.why(now) if now.isValid() else "")

    def fix_columns(self, widths: Mapping[int, int]) -> None:
        """Give columns, by place, a width of their own, or what they need if that is more; the others share it."""
        if widths != self._fixed:
            self._fixed = widths
            for place in widths:
                self.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Let columns be wide enough for every figure and, where all rows are to be seen, be as tall as they are."""
        titles, places = self.horizontalHeader(), range(self.figures.columnCount())
        metrics = QFontMetrics(design.text_font(bold=True))
        titles.setMinimumSectionSize(0)  # else what a column needs is not less than Qt's own least
        needs = {
            place: max(0 if self._elided else self.figures.widest(place, metrics), self._title_width(place))
            for place in places
        }
        fixed = {place: max(width, needs[place]) for place, width in self._fixed.items() if place in needs}
        for place, width in fixed.items():
            titles.resizeSection(place, width)
        self._needs = {place: need for place, need in needs.items() if place not in fixed}
        around = sum(fixed.values()) + 2 * design.FOCUS
        self._wanted = around + max(self._needs.values(), default=0) * len(self._needs)
        self._least = around + sum(self._needs.values())
        lines = max((self.figures.title(place).count("\n") for place in places), default=0)
        titles.setFixedHeight(design.ROW_HEIGHT + lines * design.HEADER_LINE)
        self.setMinimumWidth(min(self._least, design.TABLE_WIDTH))
        self.updateGeometry()
        self._share()
        if self._whole:
            self._rise()

    def _title_width(self, place: int) -> int:
        """Return the width that a column's title takes, its margins included."""
        small = QFontMetrics(design.text_font(design.SMALL))
        return small.size(0, self.figures.title(place)).width() + 2 * design.HEADER_INSET + design.FOCUS

    def _share(self) -> None:
        """Give columns that can't be alike what they need; before there is a width, nothing."""
        if not self._room:
            return
        titles = self.horizontalHeader()
        room = self._room + 2 * design.FOCUS  # less where a bar stands beside the rows
        alike = room >= self._wanted
        rest = max(room - self._least, 0) // max(len(self._needs), 1)
        mode = QHeaderView.ResizeMode.Stretch if alike else QHeaderView.ResizeMode.Fixed
        for place, need in self._needs.items():
            if titles.sectionResizeMode(place) is not mode:
                titles.setSectionResizeMode(place, mode)
            if not alike:
                titles.resizeSection(place, need + rest)

    def _rise(self) -> None:
        """Be as high as all rows, and the bar below them where they don't fit side by side."""
        titles = self.horizontalHeader()
        rows = self.figures.rowCount() * design.ROW_HEIGHT
        bar = design.SCROLL if 0 < self._room + 2 * design.FOCUS < self._least else 0
        self.setFixedHeight(rows + (0 if titles.isHidden() else titles.maximumHeight()) + 2 * design.FOCUS + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the new width."""
        super().resizeEvent(event)
        # Kept, for asking the viewport would cost a start milliseconds: PySide then gets to know all of Qt's widgets.
        self._room = event.size().width()
        self._share()
        if self._whole:
            self._rise()

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
