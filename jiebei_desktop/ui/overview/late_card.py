"""The loans that are late: for how long, what makes each late no more, and the way to the page that helps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.overview import Stand
from jiebei_desktop.planning.overview_words import late_facts
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, clear, label
from jiebei_desktop.ui.widgets.short_label import ShortLabel

_FACTS = 1
"""The place of a line's widest part."""


class _Line(NamedTuple):
    name: QLabel
    facts: QLabel
    pay: QLabel
    button: QPushButton


class LateCard(Card):
    """One line a loan. `wanted` says the id of the loan whose ways out are asked for; `made` that there are others."""

    wanted = Signal(str)
    made = Signal()

    def __init__(self) -> None:
        super().__init__(translate("Overview", "⚠ 先看逾期的"))
        self.setObjectName("lateCard")
        self._loans: tuple[str, ...] = ()
        self._lines: list[_Line] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(design.WIDE)
        self._grid.setVerticalSpacing(design.GRID)
        self._grid.setColumnStretch(_FACTS, 1)
        self.body.addLayout(self._grid)
        self.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """Return the buttons that lead on."""
        return [line.button for line in self._lines]

    def show_late(self, late: Sequence[Stand]) -> None:
        """Show the loans that are late; none hides it. Lines are made anew only when loans come or go."""
        self.setVisible(bool(late))
        loans = tuple(each.loan.id for each in late)
        if loans != self._loans:
            self._loans = loans
            clear(self._grid)
            self._lines = [self._add(place, loan) for place, loan in enumerate(loans)]
            self.made.emit()
        for each, line in zip(late, self._lines, strict=True):
            line.name.setText(each.name)
            line.facts.setText(late_facts(each))
            pay = translate("Overview", "今天付 {amount} 元").format(amount=grouped(each.dues.due_now))
            line.pay.setText(pay)
            line.button.setAccessibleName(
                translate("Overview", "{action}：{name}").format(action=line.button.text(), name=each.name)
            )

    def _add(self, place: int, loan: str) -> _Line:
        button = QPushButton(translate("Overview", "看有哪些办法"))
        button.clicked.connect(partial(self._go, loan))
        line = _Line(ShortLabel("tableTitle"), label(wrap=True), label(name="tableTitle"), button)
        for where, part in enumerate(line):
            self._grid.addWidget(part, place, where)
        line.name.setMaximumWidth(design.NAME_WIDTH)
        line.pay.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line

    def _go(self, loan: str, _checked: bool = False) -> None:
        self.wanted.emit(loan)
