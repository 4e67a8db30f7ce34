"""The form of a loan."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea

from jiebei_desktop.planning.document import Loan
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.offer_fields import OfferFields, field_name
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import Card, column, fill_area, row
from jiebei_desktop.ui.widgets.fields import ChoiceField, DateField, FormField, TextField, narrow


class LoanForm(Card):
    """The fields of a loan, in the order in which people know the answers."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.product = ChoiceField(field_name(Field.PRODUCT))
        narrow(self.product.box)
        self.due_day = TextField(field_name(Field.DUE_DAY), translate("Fields", "日"))
        self.coupon_off = TextField(field_name(Field.COUPON_OFF), "%")
        self.coupon_periods = TextField(field_name(Field.COUPON_PERIODS), translate("Fields", "期"))
        self.offer = OfferFields()
        yuan = translate("Fields", "元")
        unsaid = translate("Fields", "不填：借款日起一个月")
        self.fields: dict[Field, FormField] = {
            Field.PRODUCT: self.product,
            Field.PRINCIPAL: TextField(field_name(Field.PRINCIPAL), yuan),
            Field.START_DATE: DateField(field_name(Field.START_DATE)),
            **self.offer.by_name(),
            Field.DUE_DAY: self.due_day,
            Field.FIRST_DUE_DATE: DateField(field_name(Field.FIRST_DUE_DATE), unsaid),
            Field.COUPON_OFF: self.coupon_off,
            Field.COUPON_PERIODS: self.coupon_periods,
            Field.BILLED_INSTALMENT: TextField(field_name(Field.BILLED_INSTALMENT), yuan),
            Field.NAME: TextField(field_name(Field.NAME)),
        }
        self.delete = QPushButton(translate("Loans", "删除这笔借款"))
        layout = column(spacing=design.GRID)
        shape = row(spacing=design.GRID)
        self.offer.periods.keep_width(design.SHORT_FIELD)
        shape.addWidget(self.offer.periods)
        shape.addWidget(self.offer.method, 1)
        coupon = row(spacing=design.GRID)
        coupon.addWidget(self.coupon_off, 1, Qt.AlignmentFlag.AlignTop)
        coupon.addWidget(self.coupon_periods, 1, Qt.AlignmentFlag.AlignTop)
        for name, field in self.fields.items():
            if name is Field.PERIODS:
                layout.addLayout(shape)
                layout.addWidget(field.message)  # across the whole form
            elif name is Field.COUPON_OFF:
                layout.addLayout(coupon)
            elif name not in {Field.METHOD, Field.COUPON_PERIODS}:
                layout.addWidget(field)
        layout.addStretch(1)
        layout.addWidget(self.delete)
        layout.setContentsMargins(0, 0, design.GRID, 0)
        area = QScrollArea()
        fill_area(area, layout)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(area)

    def fit(self, loan: Loan) -> None:
        """Offer what the loan's product knows."""
        rules = self._store.rules
        self.product.set_choices((rule.id, str(rule.name)) for rule in rules.ordered)
        self.offer.fit(loan, rules)
        rule = rules.rules.get(loan.product)
        self.due_day.setVisible(rule is not None and rule.due_day is not None)
