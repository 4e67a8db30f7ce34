"""Parts side by side, one under the other where there is too little room for that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from jiebei_desktop.ui import design

_ANY = (1 << 24) - 1
"""Qt's word for a width that nothing bounds."""


class Side(NamedTuple):
    """A part, and what it needs.

    Attributes:
        part: what is shown.
        width: pixels that it has to have beside others; what it needs itself where that is more.
        fixed: whether it has just this width there, and leaves all else to the others.
        height: pixels that it has at least under others, where it would scroll by itself.
    """

    part: QWidget
    width: int = 0
    fixed: bool = False
    height: int = 0

    @property
    def needed(self) -> int:
        """Return the width that it needs beside others."""
        return self.width if self.fixed else max(self.width, self.part.minimumSizeHint().width())


class Sides(QWidget):
    """Holds such parts, in the order in which they are read; at the `top` where they are no higher than they need."""

    def __init__(self, *sides: Side, top: bool = False) -> None:
        super().__init__()
        self._sides: Sequence[Side] = sides
        self._beside: bool | None = None
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(design.INSET)
        alignment = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag(0)
        for side in sides:
            self._line.addWidget(side.part, 0 if side.fixed else 1, alignment)
        self._arrange(beside=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the direction for the new width."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Choose again when what is in it needs more or less."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what the widest part needs alone."""
        width = max(side.part.minimumSizeHint().width() for side in self._sides)
        return QSize(width, super().minimumSizeHint().height())

    def _fit(self) -> None:
        needed = sum(side.needed for side in self._sides if not side.part.isHidden())
        self._arrange(beside=needed + (len(self._sides) - 1) * design.INSET <= self.width())

    def _arrange(self, *, beside: bool) -> None:
        if beside is self._beside:
            return
        self._beside = beside
        for side in self._sides:
            if side.fixed:
                side.part.setMinimumWidth(side.width if beside else 0)
                side.part.setMaximumWidth(side.width if beside else _ANY)
            if side.height:
                side.part.setMinimumHeight(0 if beside else side.height)
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
