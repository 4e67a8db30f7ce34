"""Find anything by a few letters: a line to type and what it finds, over the window, until keys go elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.palette_items import Item, found
from jiebei_desktop.ui.palette_list import FoundModel, FoundPainter
from jiebei_desktop.ui.widgets.announcing import announce
from jiebei_desktop.ui.widgets.basics import label

_KEPT = 8
"""How much of what was used is remembered."""
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class Palette(QFrame):
    """A line and what it finds, at the top of its window; it goes when keys go elsewhere."""

    closed = Signal()

    def __init__(self, window: QWidget, items: Callable[[], Sequence[Item]], last: list[str]) -> None:
        """Make it over a window.

        Args:
            window: what it lies over.
            items: gives all that there is to find, as it is now.
            last: the keys of what was used, the last one first; what is used is put into it.
        """
        super().__init__(window)
        self.setObjectName("palette")
        self._window, self._items, self._last = window, items, last
        self._all: Sequence[Item] = ()
        self._before: QWidget | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(translate("Palette", "找页面、命令、借款和问题；拼音首字母也行"))
        self.line.setAccessibleName(translate("Shortcuts", "找页面、命令、借款和问题"))
        self.line.setClearButtonEnabled(False)
        self.line.textChanged.connect(lambda _: self._find())
        self.line.installEventFilter(self)
        self.found = FoundModel()
        self.list = QListView()
        self.list.setModel(self.found)
        self.list.setItemDelegate(FoundPainter(self.list))
        self.list.setAccessibleName(translate("Palette", "找到的"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys stay in the line
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.entered.connect(self._choose)
        self.list.clicked.connect(self._take)
        self.nothing = label(translate("Palette", "没有找到。换个说法，或者少打几个字。"), "quiet", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(design.GRID, design.GRID, design.GRID, design.GRID)
        layout.setSpacing(design.HALF)
        for part in (self.line, self.list, self.nothing):
            layout.addWidget(part)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - there are widgets
        app.focusChanged.connect(self._see_focus)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it with an empty line; where it is shown already, put it away."""
        if self.isVisible():
            self.close_up()
            return
        self._before = QApplication.focusWidget()
        self._all = self._items()
        self.line.clear()
        self._find()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_up(self) -> None:
        """Put it away; keys go back to where they were."""
        held = self.line.hasFocus()
        self.hide()
        before, self._before = self._before, None
        if held and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go through what was found by the keys of the line; stay at the top of the window."""
        if watched is self._window and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.line and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._hear(event.key())
        return super().eventFilter(watched, event)

    def _hear(self, key: int) -> bool:
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close_up()
        else:
            return key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}  # there is nowhere else to go
        return True

    def _find(self) -> None:
        """Show what fits the line."""
        self.found.show_groups(found(self._all, self.line.text(), self._last))
        places = self.found.places
        self.list.setVisible(bool(places))
        self.nothing.setVisible(not places)
        if places:
            self._choose(self.found.index(places[0]))
            self.list.scrollToTop()
        self._place()
        announce(self.line, translate("Palette", "{count} 项").format(count=len(places)))

    def _step(self, by: int) -> None:
        """Go on by rows that can be chosen, round at the ends where it is one."""
        places = self.found.places
        if not places:
            return
        now = places.index(self.list.currentIndex().row())
        to = (now + by) % len(places) if abs(by) == 1 else min(max(now + by, 0), len(places) - 1)
        self._choose(self.found.index(places[to]))
        announce(self.line, str(self.found.data(self.list.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)))

    def _choose(self, index: QModelIndex) -> None:
        if self.found.item(index) is not None:
            self.list.setCurrentIndex(index)

    def _take(self, index: QModelIndex) -> None:
        """Do what is chosen, once keys are back where they were."""
        item = self.found.item(index)
        if item is None:
            return
        self._last[:] = [item.key, *(key for key in self._last if key != item.key)][:_KEPT]
        self.close_up()
        item.do()

    def _see_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Go when keys go elsewhere."""
        if self.isVisible() and now is not self.line and now is not None:
            self._before = None
            self.close_up()

    def _place(self) -> None:
        """Be at the top of the window, as tall as what was found but no taller than the window."""
        window = self._window
        width = min(design.PALETTE_WIDTH, window.width() - 2 * design.WIDE)
        rows = range(self.found.rowCount())
        tall = sum(self.list.sizeHintForIndex(self.found.index(row)).height() for row in rows) + 2 * design.FOCUS
        room = window.height() - 2 * design.TOPBAR_HEIGHT - design.CONTROL_HEIGHT
        self.list.setFixedHeight(min(tall, room))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((window.width() - width) // 2, design.TOPBAR_HEIGHT)
