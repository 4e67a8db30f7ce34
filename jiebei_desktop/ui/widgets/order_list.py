"""A list that the user puts in order: by dragging, by Alt with the arrow keys, by two buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.shortcuts import key_text, with_key
from jiebei_desktop.ui.widgets.basics import column, row
from jiebei_desktop.ui.widgets.chart_parts import LEFT

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _Items(QAbstractListModel):
    """Keys and texts in an order; `moved` says that somebody moved one."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.items: list[tuple[str, str]] = []

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a text; to a screen reader its place as well."""
        if not index.isValid():
            return None
        text = self.items[index.row()][1]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return translate("Charts", "第 {place} 个：{text}").format(place=index.row() + 1, text=text)
        return text if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole} else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that an item can be dragged and dropped between others, not upon them."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Return that items move."""
        return Qt.DropAction.MoveAction

    def moveRows(  # noqa: N802 - Qt's name
        self, source: _Index, first: int, count: int, target: _Index, before: int
    ) -> bool:
        """Move items before another one, as a drop and the keys do."""
        if count < 1 or first < 0 or first + count > len(self.items) or not 0 <= before <= len(self.items):
            return False
        if not self.beginMoveRows(source, first, first + count - 1, target, before):
            return False
        taken = self.items[first : first + count]
        del self.items[first : first + count]
        place = before if before < first else before - count
        self.items[place:place] = taken
        self.endMoveRows()
        self._renumber()
        self.moved.emit()
        return True

    def show_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Show other items, or another order."""
        if [key for key, _ in items] == [key for key, _ in self.items]:
            self.items = list(items)
            self._renumber()
            return
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def _renumber(self) -> None:
        if self.items:
            self.dataChanged.emit(self.index(0), self.index(len(self.items) - 1))


class _Row(QStyledItemDelegate):
    """Paints an item: its place, its text and the handle that it is dragged by."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a row; it is as wide as the list."""
        return QSize(design.CHART_WIDTH, design.CONTROL_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint it."""
        theme = design.current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        place = QRectF(rect).adjusted(design.FOCUS / 2, design.FOCUS, -design.FOCUS / 2, -design.FOCUS)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        pen = QPen(design.colour(theme.accent if focused else theme.line), design.FOCUS if focused else 1)
        painter.setPen(pen)
        painter.setBrush(design.colour(theme.selected if chosen else theme.card))
        painter.drawRoundedRect(place, design.CONTROL_RADIUS, design.CONTROL_RADIUS)
        number = QRectF(place.left() + design.GRID, place.center().y() - design.ICON / 2, design.WIDE, design.ICON)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(design.colour(theme.accent if chosen else theme.hover))
        painter.drawRoundedRect(number, design.ICON / 2, design.ICON / 2)
        painter.setFont(design.text_font(design.SMALL, bold=True))
        painter.setPen(design.colour(theme.on_accent if chosen else theme.quiet))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        words = place.adjusted(2 * design.GRID + design.WIDE, 0, -design.GRID - design.WIDE, 0)
        painter.setFont(design.text_font())
        painter.setPen(design.colour(theme.ink))
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, LEFT, text)
        _paint_handle(painter, QPointF(place.right() - design.SPACE, place.center().y()))
        painter.restore()


def _paint_handle(painter: QPainter, middle: QPointF) -> None:
    """Paint the six dots that things are dragged by."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(design.colour(design.current().control))
    for across in (-design.HALF / 2, design.HALF / 2):
        for down in (-design.HALF, 0, design.HALF):
            painter.drawEllipse(middle + QPointF(across, down), design.LINE_WIDTH, design.LINE_WIDTH)


class _List(QListView):
    """The list itself."""

    stepped = Signal(int)

    def __init__(self, items: _Items) -> None:
        super().__init__()
        self.setModel(items)
        self.setItemDelegate(_Row(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move the item by Alt with an arrow key."""
        keypad = Qt.KeyboardModifier.KeypadModifier
        steps: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & ~keypad == Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.stepped.emit(steps[event.key()])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Say so where there is nothing."""
        super().paintEvent(event)
        if not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(design.colour(design.current().quiet))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, _nothing())


class OrderList(QWidget):
    """Items with their place, which the user changes. `reordered` says the keys in the order that the user made."""

    reordered = Signal(list)

    def __init__(self, name: str) -> None:
        """Make an empty list called `name` for screen readers."""
        super().__init__()
        self._name = name
        self._items = _Items()
        self.list = _List(self._items)
        hint = translate("Charts", "拖动，或者按 {up}、{down} 改变顺序")
        self.list.setAccessibleDescription(hint.format(up=key_text("order_up"), down=key_text("order_down")))
        self.up = self._button(translate("Charts", "上移"), with_key(translate("Charts", "上移"), "order_up"), -1)
        self.down = self._button(translate("Charts", "下移"), with_key(translate("Charts", "下移"), "order_down"), 1)
        buttons = row()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        layout = column()
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list.stepped.connect(self._step)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._follow())
        self._items.moved.connect(self._moved)
        self.set_items([])

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Show keys and texts in an order. What was selected stays so wherever it is now; nobody is told."""
        key, place = self.selected, self.list.currentIndex().row()
        self._items.show_items(items)
        keys = [each for each, _ in items]
        if keys:
            self._select(keys.index(key) if key in keys else min(max(place, 0), len(keys) - 1))
        self.list.setFixedHeight(min(max(len(keys), 1), design.ORDER_MOST) * design.CONTROL_HEIGHT)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if keys else Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self._name if keys else translate("Charts", "；").join((self._name, _nothing())))
        self._follow()

    @property
    def keys(self) -> list[str]:
        """Return the keys in the order shown."""
        return [key for key, _ in self._items.items]

    @property
    def selected(self) -> str | None:
        """Return the key of the item that is selected."""
        place = self.list.currentIndex().row()
        return self.keys[place] if 0 <= place < len(self.keys) else None

    def select(self, key: str) -> None:
        """Select an item."""
        if key in self.keys:
            self._select(self.keys.index(key))

    def _select(self, place: int) -> None:
        index = self._items.index(place)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _button(self, text: str, hint: str, step: int) -> QPushButton:
        made = QPushButton(text)
        made.setObjectName("smallChip")
        made.setToolTip(hint)
        made.clicked.connect(lambda: self._step(step))
        return made

    def _step(self, step: int) -> None:
        """Move the selected item by one place."""
        place = self.list.currentIndex().row()
        if place >= 0 and 0 <= place + step < len(self.keys):
            self._items.moveRow(_NOWHERE, place, _NOWHERE, place + step if step < 0 else place + step + 1)
            self.list.scrollTo(self.list.currentIndex())

    def _moved(self) -> None:
        self._follow()
        self.reordered.emit(self.keys)

    def _follow(self) -> None:
        """Let buttons be pressed that can do something; keys stay here when one can't any more."""
        place = self.list.currentIndex().row()
        for button, possible in ((self.up, place > 0), (self.down, 0 <= place < len(self.keys) - 1)):
            if button.hasFocus() and not possible:
                self.list.setFocus()
            button.setEnabled(possible)
            button.setAccessibleName(self._said(button.text(), place))

    def _said(self, act: str, place: int) -> str:
        text = translate("Charts", "{act}：{text}")
        return text.format(act=act, text=self._items.items[place][1]) if 0 <= place < len(self.keys) else act


def _nothing() -> str:
    return translate("Charts", "没有要排的。")
