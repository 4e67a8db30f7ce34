"""What to look out for, one line each with its figure and a button that leads on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jiebei_desktop.planning.budget.alerts import Alert, AlertKind
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, clear, column, label, row

_PRESSING = {AlertKind.LATE, AlertKind.SHORT, AlertKind.LOAN}


class AlertsCard(Card):
    """`wanted` says the page that an alert leads to, and its loan; `made` that there are other buttons."""

    made = Signal()
    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(translate("Budget", "要注意"))
        self._shown: tuple[Alert, ...] | None = None
        self._lines = column(spacing=design.HALF)
        self.body.addLayout(self._lines)
        self.buttons: list[QPushButton] = []

    def show_alerts(self, found: Sequence[Alert]) -> None:
        """Show what to look out for; nothing where all is well."""
        self.setVisible(bool(found))
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        clear(self._lines)
        self.buttons = []
        for alert in found:
            self._lines.addWidget(self._line(alert))
        self.made.emit()

    def _line(self, alert: Alert) -> QWidget:
        made = QWidget()
        line = row(spacing=design.INSET)
        sign = label("⚠" if alert.kind in _PRESSING else "•", "problem" if alert.kind in _PRESSING else "quiet")
        sign.setFixedWidth(design.SPACE)
        line.addWidget(sign)
        line.addWidget(label(alert.text, wrap=True), 1)
        button = QPushButton(alert.action)
        button.setObjectName("smallChip")
        button.setAccessibleName(translate("Budget", "{action}：{alert}").format(action=alert.action, alert=alert.text))
        button.clicked.connect(partial(self._go, alert))
        line.addWidget(button)
        self.buttons.append(button)
        made.setLayout(line)
        return made

    def _go(self, alert: Alert, _checked: bool = False) -> None:
        self.wanted.emit(alert.page, alert.loan)
