"""One tap adds a column: the usual terms of 借呗 and 花呗, the monthly bill, a loan of the plan, another product."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.planning.entry import first_of_each_brand
from jiebei_desktop.planning.offers import MOST_OPTIONS, AnyOption
from jiebei_desktop.planning.options import bill_option, loan_option, no_room, offer_option
from jiebei_desktop.planning.wording import bill_label, loan_labels
from jiebei_desktop.products import Brand, ProductRule
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import clear, label
from jiebei_desktop.ui.widgets.flow import FlowLayout


class AddBar(QWidget):
    """`wanted` says the option that a new column begins with, `made` that there are other buttons."""

    wanted = Signal(object)
    made = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._known: object = None
        self.buttons: dict[str, QPushButton] = {}
        self.more = QToolButton()
        self._flow = FlowLayout(design.HALF, design.HALF)
        self.setLayout(self._flow)

    def show_plan(self) -> None:
        """Offer what the plan's products and loans have, as long as there is room for a column."""
        plan, rules = self._store.plan, self._store.rules
        known = rules, tuple(loan_labels(plan.loans, rules).items())
        if known != self._known:
            self._known = known
            self._make()
            self.made.emit()
        room = len(plan.comparison.options) < MOST_OPTIONS
        hint = "" if room else no_room()
        for button in self.buttons.values():
            button.setEnabled(room)
            button.setToolTip(hint or button.accessibleName())
        self.more.setEnabled(room)
        self.more.setToolTip(hint)

    def _make(self) -> None:
        clear(self._flow)
        self.buttons = {}
        self._flow.addWidget(self._named(translate("Compare", "加一列")))
        add = translate("Compare", "加一列：{name}")
        for rule in self._usual:
            self._flow.addWidget(self._named(str(rule.name), rule.brand))
            text = translate("Compare", "{periods} 期")
            for periods in rule.periods.value:
                shown = text.format(periods=periods)
                said = add.format(name=f"{rule.name} {shown}")
                self._chip(f"{rule.id} {periods}", shown, said, partial(offer_option, rule, periods))
        self._flow.addWidget(self._named(translate("Compare", "花呗账单"), Brand.HUABEI))
        for pay, name in (
            (Pay.FULL, translate("Compare", "全额还")),
            (Pay.MINIMUM, translate("Compare", "最低还款")),
        ):
            said = add.format(name=bill_label(bill_option(pay, self._store.rules)))
            self._chip(pay.value, name, said, partial(bill_option, pay, self._store.rules))
        self.more = QToolButton()
        self.more.setObjectName("smallChip")
        self.more.setText(translate("Compare", "更多 ▼"))
        self.more.setAccessibleName(translate("Compare", "加一列：我的借款，或者别的产品"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._menu())
        self._flow.addWidget(self.more)

    @property
    def _usual(self) -> list[ProductRule]:
        """Return the products that have buttons of their own."""
        return [rule for rule in first_of_each_brand(self._store.rules) if rule.brand is not Brand.OTHER]

    def _menu(self) -> QMenu:
        menu, rules, usual = QMenu(self), self._store.rules, self._usual
        for loan_id, name in loan_labels(self._store.plan.loans, rules).items():
            text = translate("Compare", "我的借款：{name}").format(name=name)
            menu.addAction(text).triggered.connect(partial(self._add_loan, loan_id))
        for rule in (rule for rule in rules.ordered if rule not in usual):
            action = menu.addAction(str(rule.name))
            action.triggered.connect(partial(self._add, partial(offer_option, rule, rule.default_periods)))
        return menu

    def _named(self, text: str, brand: Brand | None = None) -> QWidget:
        made = label(text, "chipTitle")
        if brand is not None:
            made.setProperty("brand", brand.value)
        made.setFixedHeight(design.CHIP_HEIGHT)
        return made

    def _chip(self, key: str, text: str, said: str, make: Callable[[], AnyOption]) -> None:
        button = QPushButton(text)
        button.setObjectName("smallChip")
        button.setAccessibleName(said)
        button.clicked.connect(partial(self._add, make))
        self.buttons[key] = button
        self._flow.addWidget(button)

    def _add(self, make: Callable[[], AnyOption], _checked: bool = False) -> None:
        self.wanted.emit(make())

    def _add_loan(self, loan_id: str, _checked: bool = False) -> None:
        loan = self._store.plan.loan(loan_id)
        if loan is not None:
            self.wanted.emit(loan_option(loan, self._store.rules))
