"""Parts of one kind in columns that are alike: in one row, or in more where that is too narrow for what they say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from jiebei_desktop.ui import design


class Even(QWidget):
    """Holds such parts.

    Args:
        parts: what is shown.
        most: how many stand in a row at most; all of them where None.
        spacing: pixels between columns.
        top: whether a part is no higher than it has to be, at the top of its row.
    """

    def __init__(
        self, parts: Sequence[QWidget], *, most: int | None = None, spacing: int = design.INSET, top: bool = False
    ) -> None:
        super().__init__()
        self._parts = parts
        self._most = most or len(parts)
        self._side = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag(0)
        self._places = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing)
        self._grid.setVerticalSpacing(design.INSET)
        self._arrange(self._most)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the number of columns for the new width."""
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Choose again when a part needs more or less."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    def fit(self) -> None:
        """Choose the number of columns for the width and what the parts say now, with rows about as long as another."""
        spacing = self._grid.horizontalSpacing()
        able = (self.width() + spacing) // (self._widest() + spacing)
        able = max(min(able, self._most), 1)
        rows = -(-len(self._parts) // able)
        self._arrange(-(-len(self._parts) // rows))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what one column needs, so that a narrow window can have it."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def _widest(self) -> int:
        least = (part.minimumSizeHint().expandedTo(part.minimumSize()) for part in self._parts)
        return max((size.width() for size in least), default=0)

    def _arrange(self, places: int) -> None:
        if places == self._places:
            return
        self._places = places
        for index, part in enumerate(self._parts):
            self._grid.addWidget(part, index // places, index % places, self._side)
        for place in range(self._most):
            self._grid.setColumnStretch(place, 1 if place < places else 0)
