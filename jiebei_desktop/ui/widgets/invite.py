"""What a page says that has nothing to work with yet: what it would answer, and the one thing to do for it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, label
from jiebei_desktop.ui.widgets.flow import FlowLayout


class Invite(Card):
    """A sentence, the one thing to do, and a quiet second one where there is one.

    Args:
        said: what is there to see once it is done.
        action: the name of what to do.
        second: the name of what else could be done.
    """

    def __init__(self, said: str, action: str, second: str = "") -> None:
        super().__init__()
        self.said = label(said, wrap=True)
        self.action = QPushButton(action)
        self.action.setObjectName("primary")
        self.second = QPushButton(second)
        self.body.addWidget(self.said)
        buttons = FlowLayout(design.GRID, design.GRID)
        buttons.addWidget(self.action)
        if second:
            buttons.addWidget(self.second)
        self.body.addLayout(buttons)
        self.setMaximumWidth(design.READING_WIDTH)
