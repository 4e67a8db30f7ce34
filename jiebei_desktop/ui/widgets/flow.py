"""A layout that goes on in the next line where a line is full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class FlowLayout(QLayout):
    """Puts items side by side at their own size, as many in a line as fit.

    Args:
        spacing: pixels between items of a line.
        between: pixels between lines.
        fill: whether items that can use more width share what a line has left.
    """

    def __init__(self, spacing: int, between: int, *, fill: bool = False) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._between = between
        self._fill = fill
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take over an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return an item, if there is one of that number."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Give an item away, if there is one of that number."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Return that it takes no more room than its items need, unless it fills its lines."""
        return Qt.Orientation.Horizontal if self._fill else Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that less width takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high its lines are at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the largest item: each may have a line of its own."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one line."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put the items where they go."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            y += self._place(line, QRect(rect.x(), y, rect.width(), 0), move=move) + self._between
        return max(y - self._between, rect.y()) - rect.y()

    def _lines(self, room: int) -> Iterator[list[QLayoutItem]]:
        """Yield what stands in each line."""
        line: list[QLayoutItem] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            width = item.sizeHint().width()
            if line and taken + width > room:
                yield line
                line, taken = [], 0
            line.append(item)
            taken += width + self.spacing()
        if line:
            yield line

    def _place(self, line: Sequence[QLayoutItem], rect: QRect, *, move: bool) -> int:
        """Return how high a line is; put its items where they go."""
        widths = [min(item.sizeHint().width(), rect.width()) for item in line]
        able = [_expands(item) for item in line] if self._fill else []
        if any(able):
            left = rect.width() - sum(widths) - self.spacing() * (len(line) - 1)
            shares = (left * place // sum(able) - left * (place - 1) // sum(able) for place in range(1, sum(able) + 1))
            widths = [width + (next(shares) if more else 0) for width, more in zip(widths, able, strict=True)]
        heights = [
            # a text that wraps, or what holds one
            item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            for item, width in zip(line, widths, strict=True)
        ]
        x = rect.x()
        for item, width, height in zip(line, widths, heights, strict=True) if move else ():
            middle = bool(item.alignment() & Qt.AlignmentFlag.AlignVCenter)
            item.setGeometry(QRect(x, rect.y() + (max(heights) - height) // 2 * middle, width, height))
            x += width + self.spacing()
        return max(heights)


def _expands(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)
