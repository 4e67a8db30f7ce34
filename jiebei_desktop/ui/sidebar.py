"""The names of the pages at the left; icons alone where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.icons import icon
from jiebei_desktop.ui.pages import PAGES
from jiebei_desktop.ui.shortcuts import with_key
from jiebei_desktop.ui.widgets.basics import label


class Sidebar(QFrame):
    """Says `chosen` with the place of a page."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self._compact: bool | None = None
        self.buttons: list[QToolButton] = []
        self._words = (
            label(translate("Window", "借花规划"), "brand"),
            label(translate("Window", "独立软件，与蚂蚁集团无关"), "small", wrap=True),
        )
        group = QButtonGroup(self)  # so that an arrow key that a button hears comes to the whole of them
        group.setExclusive(False)  # or it would show each page that it passes
        layout = QVBoxLayout(self)
        layout.setContentsMargins(design.INSET, design.SPACE, design.INSET, design.SPACE)
        layout.setSpacing(design.HALF)
        layout.addWidget(self._words[0])
        for index, page in enumerate(PAGES):
            button = QToolButton()
            button.setText(page.title())
            button.setCheckable(True)
            button.setToolTip(with_key(page.title(), f"page{index}"))
            button.clicked.connect(lambda _, index=index: self.chosen.emit(index))
            group.addButton(button)
            layout.addWidget(button)
            self.buttons.append(button)
        layout.addStretch(1)
        layout.addWidget(self._words[1])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go along the pages without showing each that is passed, which would take the keys away."""
        at = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), None)
        last = len(self.buttons) - 1
        goals: dict[int, int] = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if at is not None:
            goals |= {Qt.Key.Key_Up: max(at - 1, 0), Qt.Key.Key_Down: min(at + 1, last)}
        if at is not None and event.key() in goals:
            self.buttons[goals[event.key()]].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def mark(self, index: int) -> None:
        """Mark the page that is on screen; Tab comes to it, too."""
        for place, button in enumerate(self.buttons):
            button.setChecked(place == index)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if place == index else Qt.FocusPolicy.NoFocus)

    def set_compact(self, compact: bool) -> None:
        """Show icons with or without words."""
        if compact == self._compact:
            return
        self._compact = compact
        width = design.COMPACT_SIDEBAR if compact else design.SIDEBAR_WIDTH
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if compact else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.setFixedWidth(width)
        for button, page in zip(self.buttons, PAGES, strict=True):
            button.setIcon(icon(page.name, spaced=not compact))
            button.setIconSize(QSize(design.ICON + (0 if compact else design.GRID), design.ICON))
            button.setToolButtonStyle(style)
            button.setFixedWidth(width - 2 * design.INSET)
        for words in self._words:
            words.setVisible(not compact)
