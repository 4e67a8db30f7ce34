"""The list of the palette: what was found, under small captions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jiebei_desktop.ui import design
from jiebei_desktop.ui.palette_items import Group, Item

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _Line(NamedTuple):
    """A caption, or something to choose."""

    text: str
    item: Item | None


class FoundModel(QAbstractListModel):
    """Captions, which can't be chosen, and what stands under them."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show other things."""
        self.beginResetModel()
        self._lines = [
            line
            for group in groups
            for line in (_Line(group.name, None), *(_Line(item.title, item) for item in group.items))
        ]
        self.endResetModel()

    @property
    def places(self) -> list[int]:
        """Return the rows that can be chosen."""
        return [row for row, line in enumerate(self._lines) if line.item is not None]

    def item(self, index: _Index) -> Item | None:
        """Return what a row stands for; None for a caption."""
        return self._lines[index.row()].item if index.isValid() else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says; to a screen reader with its key."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole and line.item is not None:
            return " ".join(filter(None, (line.item.title, line.item.detail)))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that captions can't be chosen."""
        return super().flags(index) if self.item(index) is not None else Qt.ItemFlag.NoItemFlags


class FoundPainter(QStyledItemDelegate):
    """Paints a caption small and quiet, and the key of a command on the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a line."""
        model = index.model()
        caption = isinstance(model, FoundModel) and model.item(index) is None
        return QSize(0, design.STRIP_ROW if caption else design.CONTROL_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a line."""
        model, theme = index.model(), design.current()
        assert isinstance(model, FoundModel)  # noqa: S101 - it paints nothing else
        item, place = model.item(index), QRect(option.rect)
        side = Qt.AlignmentFlag.AlignVCenter
        painter.save()
        if item is None:
            painter.setFont(design.text_font(design.SMALL))
            painter.setPen(design.colour(theme.quiet))
            painter.drawText(place.adjusted(design.INSET, 0, 0, 0), side | Qt.AlignmentFlag.AlignLeft, index.data())
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(design.colour(theme.accent), design.LINE_WIDTH))
            painter.setBrush(design.colour(theme.selected))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), design.CONTROL_RADIUS, design.CONTROL_RADIUS)
        inner = place.adjusted(design.INSET, 0, -design.INSET, 0)
        painter.setFont(design.text_font(design.SMALL))
        painter.setPen(design.colour(theme.quiet))
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignRight, item.detail)
        width = inner.width() - painter.fontMetrics().horizontalAdvance(item.detail) - design.SPACE
        painter.setFont(design.text_font())
        painter.setPen(design.colour(theme.ink))
        title = QFontMetrics(design.text_font()).elidedText(item.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignLeft, title)
        painter.restore()
