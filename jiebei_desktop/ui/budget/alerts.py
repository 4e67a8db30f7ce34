"""What to look out for, one line each with its figure and a button that leads on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jiebei_desktop.planning.budget.alerts import Alert, AlertKind
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, clear, column, label, row

_PRESSING = {AlertKind.LATE, AlertKind.SHORT, AlertKind.LOAN}


class AlertsCard(Card):
    """`wanted` says the page that an alert leads to, and what it is about there; `made` that there are other buttons.

    Of more than `most` alerts the first are shown, and how many more there are.
    """

    made = Signal()
    wanted = Signal(str, str)

    def __init__(self, most: int | None = None) -> None:
        super().__init__(translate("Budget", "要注意"))
        self._most = most
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
        for alert in found[: self._most]:
            self._lines.addWidget(self._line(alert))
        more = len(found[self._most :]) if self._most is not None else 0
        if more:
            self._lines.addWidget(self._more(more), 0, Qt.AlignmentFlag.AlignLeft)
        self.made.emit()

    def _more(self, count: int) -> QPushButton:
        button = QPushButton(translate("Budget", "还有 {count} 条，去“预算”看").format(count=count))
        button.setObjectName("smallChip")
        button.clicked.connect(lambda _: self.wanted.emit("budget", ""))
        self.buttons.append(button)
        return button

    def _line(self, alert: Alert) -> QWidget:
        made = QWidget()
        line = row(spacing=design.INSET)
        sign = label("⚠" if alert.kind in _PRESSING else "•", "problem" if alert.kind in _PRESSING else "quiet")
        sign.setFixedWidth(design.BULLET)
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
        self.wanted.emit(alert.page, alert.about)
