"""What fills its place, and scrolls only where that is too small for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


class Whole(QScrollArea):
    """Holds a layout some of whose parts may scroll by themselves: these give way first."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setWidget(_Held(layout))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class _Held(QWidget):
    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._layout = layout
        self.setLayout(layout)
        self.setMinimumHeight(1)  # else wrapped texts count as high as at their narrowest

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return what is needed, not what parts that scroll by themselves would like."""
        return self._layout.minimumHeightForWidth(width)
