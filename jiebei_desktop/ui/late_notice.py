"""What somebody whose loan is late does first, with the way to the page that helps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton

from jiebei_desktop.text import translate
from jiebei_desktop.ui.widgets.basics import Card, label, row


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
        self._lines: list[QLabel] = []
        line = row()
        line.addWidget(self.title, 1)
        line.addWidget(self.button)
        self.body.addLayout(line)
        self.hide()

    def say(self, days: int, steps: Sequence[str]) -> None:
        """Show what to do first; nothing to do hides it."""
        self.setVisible(bool(steps))
        self.title.setText(translate("Late", "⚠ 逾期 {days} 天，先做这几件").format(days=days))
        while len(self._lines) < len(steps):
            line = label(wrap=True)
            self._lines.append(line)
            self.body.addWidget(line)
        for number, line in enumerate(self._lines, start=1):  # only words change with each key
            line.setVisible(number <= len(steps))
            line.setText(f"{number}. {steps[number - 1]}" if number <= len(steps) else "")
