"""The draws of a statement that no loan of the plan is, each to be added as one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.statement.movements import Movement
from jiebei_desktop.planning.statement.results import Drawn
from jiebei_desktop.text import translate
from jiebei_desktop.ui.widgets.basics import Card, clear, column, label, row


class DrawsCard(Card):
    """A line for each draw that the plan doesn't know; `wanted` asks for a loan to be made of one."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(translate("Reconcile", "账单里有、计划里没有的借款"))
        self._lines: QVBoxLayout = column()
        self.buttons: list[QPushButton] = []
        self.body.addLayout(self._lines)

    def show_draws(self, draws: Sequence[Drawn]) -> None:
        """Show the draws that are no loan of the plan; hide where there is none."""
        unknown = [each.movement for each in draws if each.loan_id is None and each.movement.repeats is None]
        for line in self.findChildren(_Line):
            line.hide()
        clear(self._lines)
        self.buttons = []
        for movement in unknown:
            line = _Line(movement)
            line.add.clicked.connect(partial(self.wanted.emit, movement))
            self.buttons.append(line.add)
            self._lines.addWidget(line)
        self.setVisible(bool(unknown))


class _Line(Card):
    """One draw and its button."""

    def __init__(self, movement: Movement) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.body.setContentsMargins(0, 0, 0, 0)
        text = translate("Reconcile", "{day} 借了 {amount} 元（{said}）")
        said = text.format(day=movement.day, amount=grouped(movement.amount), said=movement.said)
        self.add = QPushButton(translate("Reconcile", "加成一笔借款"))
        self.add.setAccessibleName(translate("Reconcile", "加成一笔借款：{what}").format(what=said))
        line = row()
        line.addWidget(label(said, wrap=True), 1)
        line.addWidget(self.add)
        self.body.addLayout(line)
