"""What somebody whose loan is late does first, with the way to the page that helps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from jiebei_desktop.text import translate
from jiebei_desktop.ui.widgets.basics import Card, clear, column, label, row


class LateNotice(Card):
    """`wanted` asks for the page of ways out."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lateCard")
        self.title = label(name="cardTitle")
        self.button = QPushButton(translate("Late", "看有哪些办法"))
        self.button.setObjectName("primary")
        self.button.clicked.connect(self.wanted)
        self._said: Sequence[str] = ()
        self._lines = column()
        line = row()
        line.addWidget(self.title, 1)
        line.addWidget(self.button)
        self.body.addLayout(line)
        self.body.addLayout(self._lines)
        self.hide()

    def say(self, days: int, steps: Sequence[str]) -> None:
        """Show what to do first; nothing to do hides it."""
        self.setVisible(bool(steps))
        self.title.setText(translate("Late", "⚠ 逾期 {days} 天，先做这几件").format(days=days))
        if steps == self._said:
            return
        self._said = steps
        clear(self._lines)
        for number, step in enumerate(steps, start=1):
            self._lines.addWidget(label(f"{number}. {step}", wrap=True))
