"""A table of figures whose rows are ticked: by a click on the box, or by the space bar wherever in the row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.figure_model import Cell, FigureModel
from jiebei_desktop.ui.widgets.figures import FigureTable

_Index = QModelIndex | QPersistentModelIndex
_MOST_ROWS = 10
"""In sight at a time; more of them scroll."""


class TickRow(NamedTuple):
    """A row: its cells, and whether it is ticked; None for one that can't be."""

    cells: Sequence[Cell]
    ticked: bool | None = None


class TickModel(FigureModel):
    """Cells, and a box in the first one of each row. `changed` says that a box was ticked or cleared."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ticks: list[bool | None] = []

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        flags = super().flags(index)
        box = index.isValid() and index.column() == 0 and self.ticks[index.row()] is not None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if box else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return super().data(index, role)
        ticked = self.ticks[index.row()] if index.isValid() and index.column() == 0 else None
        if ticked is None:
            return None
        return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Tick a box or clear it."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        self.tick([index.row()], ticked=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def tick(self, rows: Sequence[int], *, ticked: bool) -> None:
        """Tick or clear the boxes of some rows that have one."""
        for row in rows:
            if self.ticks[row] is not None:
                self.ticks[row] = ticked
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0), [Qt.ItemDataRole.CheckStateRole])
        self.changed.emit()


class TickTable(FigureTable):
    """Such a table, some rows high. `changed` says that other rows are ticked."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        self.ticks = TickModel()
        super().__init__(name, elided=True, model=self.ticks)
        self.ticks.changed.connect(self.changed)

    def show_rows(self, header: Sequence[Cell], rows: Sequence[TickRow]) -> None:
        """Show other rows."""
        self.ticks.ticks = [row.ticked for row in rows]
        self.show_cells(header, [row.cells for row in rows])
        shown = min(len(rows), _MOST_ROWS) + 1
        self.setFixedHeight(shown * design.ROW_HEIGHT + 2 * design.FOCUS)
        self.changed.emit()

    def _clicked(self, index: QModelIndex) -> None:
        """Ask, but not where a click ticks."""
        if index.column():
            super()._clicked(index)

    @property
    def ticked(self) -> list[int]:
        """Return the places of the rows that are ticked."""
        return [row for row, ticked in enumerate(self.ticks.ticks) if ticked]

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Select the row that the keys are in: the space bar ticks what is seen to be chosen."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and not self.selectedIndexes():
            self.selectRow(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tick the selected rows, or the one where the keys are, by the space bar; clear them where all are ticked."""
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
            return
        selected, now = {index.row() for index in self.selectedIndexes()}, self.currentIndex().row()
        rows = sorted(selected) if now in selected else [now] if now >= 0 else []
        able = [row for row in rows if self.ticks.ticks[row] is not None]
        self.ticks.tick(able, ticked=not all(self.ticks.ticks[row] for row in able))
