"""A hand that asks figures why, as a user does."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableView, QWidget


def click_cell(qtbot, table: QTableView, row: int, column: int) -> str:
    """Click a cell and return why it is what it is."""
    index = table.model().index(row, column)
    table.scrollTo(index)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    return said(table)


def click(qtbot, widget: QWidget, place: QPoint | None = None) -> str:
    """Click a figure and return why it is what it is."""
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())
    qtbot.wait(1)  # a widget hears the click itself before it is asked
    return said(widget)


def press(qtbot, widget: QWidget) -> str:
    """Ask by the key, with the keys on a widget."""
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    return said(widget)


def said(widget: QWidget) -> str:
    """Return what stands in the place for reasons; nothing where it is put away."""
    why = widget.window().why
    return why.text.toPlainText() if why.isVisible() else ""
