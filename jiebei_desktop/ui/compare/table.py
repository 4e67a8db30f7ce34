"""The table of a comparison: a row a figure, a column an option; row titles stay in sight, and every cell says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.compare.table_model import BEST, LEFT, RIGHT, ComparisonModel, Head, Titled
from jiebei_desktop.ui.why import ask, follow, freshen


class _Heads(QHeaderView):
    """The names of the options in their colours, their prices below; a click chooses one, a drag moves it."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setMinimumHeight(design.HEAD_HEIGHT)
        self.chosen = -1

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for two lines."""
        return QSize(super().sizeHint().width(), design.HEAD_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """Paint one head: a style sheet knows one colour only."""
        model = self.model()
        if not isinstance(model, ComparisonModel) or not 0 <= logicalIndex < len(model.heads):
            return
        head, theme = model.heads[logicalIndex], design.current()
        painter.save()
        painter.fillRect(rect, design.colour(theme.selected if logicalIndex == self.chosen else theme.card))
        inner = rect.adjusted(design.GRID, design.HALF, -design.HEADER_INSET, -design.HALF)
        half = inner.height() // 2
        name, detail = inner.adjusted(0, 0, 0, -half), inner.adjusted(0, half, 0, 0)
        small = design.text_font(design.SMALL)
        base = translate("Compare", "基准") if head.base else ""
        painter.setFont(small)
        painter.setPen(design.colour(theme.quiet))
        painter.drawText(name, LEFT, base)
        name.adjust(QFontMetrics(small).horizontalAdvance(base) + design.HALF, 0, 0, 0)
        font = design.text_font(bold=True)
        painter.setFont(font)
        painter.setPen(design.colour(theme.brand_text(head.brand)))
        text = QFontMetrics(font).elidedText(head.name, Qt.TextElideMode.ElideMiddle, name.width())
        painter.drawText(name, RIGHT, text)
        painter.setFont(small)
        painter.setPen(design.colour(theme.quiet))
        metrics = QFontMetrics(small)
        painter.drawText(detail, RIGHT, metrics.elidedText(head.detail, Qt.TextElideMode.ElideRight, detail.width()))
        painter.setPen(QPen(design.colour(theme.control), design.LINE_WIDTH))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


class ComparisonTable(QTableView):
    """`chosen` says which option somebody goes to, `moved` that it was dragged; a click on a cell asks why it is so."""

    chosen = Signal(int)
    moved = Signal(int, int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = ComparisonModel()
        self.setModel(self._model)
        self.setObjectName("comparison")
        self.setAccessibleName(name)
        self._heads = _Heads(self)
        self.setHorizontalHeader(self._heads)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        titles = self.verticalHeader()
        titles.setDefaultSectionSize(design.ROW_HEIGHT)
        titles.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        titles.setObjectName("rowTitles")
        titles.setHighlightSections(False)
        self._heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._heads.sectionClicked.connect(self.choose)
        self._heads.sectionMoved.connect(self._moved)
        self.selectionModel().currentChanged.connect(lambda now, _before: self._turn(now))
        self.clicked.connect(lambda _: ask(self))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._shape = (0, 0)
        self._held: list[int] = []
        self._measured: tuple[list[str], int] = [], design.NAMED_COLUMN

    def show_rows(self, heads: Sequence[Head], rows: Sequence[Titled], why: Callable[[int, int], str]) -> None:
        """Show other cells; the current one stays the current one."""
        before = self.currentIndex()
        row, column = before.row(), before.column()
        self._model.show_rows(heads, rows, why)
        shape = len(heads), len(rows)
        if shape != self._shape:
            self._shape = shape
            self.setFixedHeight(design.HEAD_HEIGHT + len(rows) * design.ROW_HEIGHT + design.SCROLL + 2 * design.FOCUS)
            if row >= 0 and rows and heads:
                with QSignalBlocker(self):
                    self.setCurrentIndex(self._model.index(min(row, len(rows) - 1), min(column, len(heads) - 1)))
        self._held = [self._held_width(place) for place in range(len(heads))]
        self._share()
        freshen(self)

    def choose(self, place: int) -> None:
        """Go to an option, in the row that is looked at."""
        row = max(self.currentIndex().row(), 0)
        if self.currentIndex().column() == place:
            return
        if self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(row, place))
        else:
            self.chosen.emit(place)

    def mark(self, place: int) -> None:
        """Mark an option as the one that is edited."""
        if self._heads.chosen != place:
            self._heads.chosen = place
            self._heads.viewport().update()
        now = self.currentIndex()
        if now.isValid() and now.column() != place and 0 <= place < len(self._model.heads):
            with QSignalBlocker(self):
                self.selectionModel().setCurrentIndex(
                    self._model.index(now.row(), place), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
            follow(self)

    def show_column(self, place: int) -> None:
        """Scroll an option into sight."""
        bar, width = self.horizontalScrollBar(), self.viewport().width()
        left, size = self._heads.sectionPosition(place), self._heads.sectionSize(place)
        if left < bar.value():
            bar.setValue(left)
        elif left + size > bar.value() + width:
            bar.setValue(left + size - width)

    def _turn(self, now: QModelIndex) -> None:
        if self.hasFocus():
            follow(self)
        if now.isValid():
            self.chosen.emit(now.column())
        self.viewport().update()

    def why_here(self) -> str:
        """Return why the current cell is what it is."""
        now = self.currentIndex()
        return self._model.why(now.row(), now.column()) if now.isValid() else ""

    def _moved(self, logical: int, before: int, after: int) -> None:
        """Say that a column was dragged; the plan changes, and the columns show it in their own order."""
        with QSignalBlocker(self._heads):
            self._heads.moveSection(after, before)
        self.moved.emit(logical, after)

    def _share(self) -> None:
        """Give all columns the same width, as much as there is or as the longest figure needs."""
        count = len(self._model.heads)
        if not count:
            return
        titles = self._titles_width()
        if self.verticalHeader().width() != titles:
            self.verticalHeader().setFixedWidth(titles)
        room = self.width() - titles - 2 * design.FOCUS
        width, needed = room // count, self._needed()
        if width < needed:  # they scroll: one is cut, so that it is seen that there are more
            width = needed + design.HALF
        for place in range(count):
            if self._heads.sectionSize(place) != width:
                self._heads.resizeSection(place, width)

    def _needed(self) -> int:
        """Return the width of the longest cell, with its sign and what it differs by."""
        bold, small = QFontMetrics(design.text_font(bold=True)), QFontMetrics(design.text_font(design.SMALL))
        cells = [cell for row in self._model.rows for cell in row.cells]
        text = max((cell.text for cell in cells), key=len, default="")
        beside = max((cell.beside for cell in cells), key=len, default="")
        held = max((len(cell.text) for cell in cells if cell.beside), default=0)
        alone = bold.horizontalAdvance(text)
        together = bold.horizontalAdvance("0" * held + BEST) + small.horizontalAdvance(beside)
        return max(alone, together) + design.GRID + design.HEADER_INSET + design.GRID

    def _held_width(self, place: int) -> int:
        """Return the room that a column's figures take which have a difference beside them."""
        texts = [row.cells[place].text for row in self._model.rows if row.cells[place].beside]
        longest = max(texts, key=len, default="")
        return QFontMetrics(design.text_font(bold=True)).horizontalAdvance(f"{BEST}{longest}") + design.GRID

    def _titles_width(self) -> int:
        titles = self._model.titles
        if titles != self._measured[0]:
            metrics = QFontMetrics(design.text_font())
            widest = max(map(metrics.horizontalAdvance, titles), default=0)
            self._measured = titles, max(widest + design.SPACE + design.GRID, design.NAMED_COLUMN)
        return self._measured[1]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the new width."""
        super().resizeEvent(event)
        self._share()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return that it can be narrow: it scrolls sideways."""
        return QSize(design.CURVES_WIDTH, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy the selected figures with their titles, as spreadsheets paste them."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._selected_text())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._share()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint all cells at once: a figure on the right and, small on the left, what it differs by.

        A delegate would be asked for each cell, and a style for ten roles of it: this takes a third of that time.
        """
        model, theme, painter = self._model, design.current(), QPainter(self.viewport())
        usual, bold, small = design.text_font(), design.text_font(bold=True), design.text_font(design.SMALL)
        line, quiet = design.colour(theme.line), design.colour(theme.quiet)
        inks = {False: design.colour(theme.ink), True: design.colour(theme.late)}
        good, area = design.colour(theme.good), event.rect()
        columns = [
            (place, self.columnViewportPosition(place), self.columnWidth(place)) for place in range(len(model.heads))
        ]
        chosen = {(index.row(), index.column()) for index in self.selectionModel().selectedIndexes()}
        shown = [each for each in columns if each[1] < area.right() and each[1] + each[2] > area.left()]
        end = max((left + width for _, left, width in shown), default=0)
        for number, row in enumerate(model.rows):
            top, height = self.rowViewportPosition(number), self.rowHeight(number)
            if top > area.bottom() or top + height < area.top():
                continue
            for place, left, width in shown:
                cell = row.cells[place]
                if (number, place) in chosen:
                    painter.fillRect(QRect(left, top, width, height), design.colour(theme.selected))
                inner = QRect(left + design.GRID, top, width - design.GRID - design.HEADER_INSET, height)
                if cell.beside:
                    painter.setFont(small)
                    painter.setPen(quiet)
                    painter.drawText(inner.adjusted(0, 0, -self._held[place], 0), RIGHT, cell.beside)
                painter.setFont(bold if cell.best else usual)
                painter.setPen(good if cell.best else inks[cell.wrong])
                painter.drawText(inner, RIGHT, f"{BEST}{cell.text}" if cell.best else cell.text)
            painter.setPen(line)
            painter.drawLine(area.left(), top + height - 1, end, top + height - 1)
        now = self.visualRect(self.currentIndex())
        if self.hasFocus() and not now.isEmpty():  # where keys go, whether it is selected or not
            painter.setPen(QPen(design.colour(theme.accent), design.FOCUS))
            painter.drawRect(now.adjusted(1, 1, -1, -2))

    def _selected_text(self) -> str:
        chosen = [(index.row(), index.column()) for index in self.selectedIndexes()]
        rows, columns = sorted({row for row, _ in chosen}), sorted({column for _, column in chosen})
        head = "\t".join(["", *(self._model.heads[column].name for column in columns)])
        lines = [
            "\t".join([self._model.rows[row].title, *(self._model.rows[row].cells[column].text for column in columns)])
            for row in rows
        ]
        return "\n".join([head, *lines])
