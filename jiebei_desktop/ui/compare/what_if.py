"""What if: sliders for the money, one column's term and price, what is paid early, and days late."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.offers import OfferOption
from jiebei_desktop.planning.what_if import (
    Scale,
    amount_scale,
    early_scale,
    late_scale,
    periods_scale,
    prepayment_scale,
    rate_field,
    rate_scale,
)
from jiebei_desktop.planning.wording import price_words
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import column, label, row
from jiebei_desktop.ui.widgets.even import Even
from jiebei_desktop.ui.widgets.short_label import ShortLabel
from jiebei_desktop.ui.widgets.still import StillSlider

_NONE = "—"


class Knob(QWidget):
    """One slider with what it turns and the value above it. `turned` says the text that it stands at."""

    turned = Signal(str)
    let_go = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self._texts: tuple[str, ...] = ()
        self.slider = StillSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(title)
        self.slider.valueChanged.connect(lambda place: self.turned.emit(self._texts[place]))
        self.slider.sliderReleased.connect(self.let_go)
        self.value = label(name="knobValue")
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight)
        line = row(spacing=design.HALF)
        self.title = ShortLabel("small")  # the value comes first where both don't fit
        self.title.setText(title)
        line.addWidget(self.title, 1)
        line.addWidget(self.value)
        layout = column(spacing=0)
        layout.addLayout(line)
        layout.addWidget(self.slider)
        self.setLayout(layout)
        self.setMinimumWidth(self.title.sizeHint().width() + design.DAYS_COLUMN)

    def show_scale(self, scale: Scale, said: str) -> None:
        """Stand at a value of a scale, and say the true one."""
        self._texts = scale.texts
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, len(scale.texts) - 1)
            self.slider.setPageStep(max(len(scale.texts) // 10, 1))
            if not self.slider.isSliderDown() or self.slider.value() >= len(scale.texts):
                self.slider.setValue(scale.place)
        self.slider.setEnabled(len(scale.texts) > 1)
        if self.value.text() != said:
            self.value.setText(said)
            self.slider.setAccessibleDescription(said)


class WhatIf(QFrame):
    """`money` says another value of the whole comparison, `option` of the column that is chosen."""

    money = Signal(object, str)
    option = Signal(object, str)
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.amount = Knob(translate("WhatIf", "借多少"))
        self.periods = Knob(translate("WhatIf", "这列期数"))
        self.rate = Knob(translate("WhatIf", "这列价格"))
        self.early = Knob(translate("WhatIf", "提前：第几期"))
        self.prepayment = Knob(translate("WhatIf", "那期多还"))
        self.late = Knob(translate("WhatIf", "晚几天"))
        self._rate_field: Field | None = None
        self.knobs = (self.amount, self.periods, self.rate, self.early, self.prepayment, self.late)
        for knob in self.knobs:
            knob.let_go.connect(self.let_go)
        layout = column()
        layout.setContentsMargins(design.SPACE, design.GRID, design.SPACE, design.HALF)
        layout.addWidget(Even(self.knobs, spacing=design.SPACE))
        self.setLayout(layout)
        fields = {
            Field.AMOUNT: self.amount,
            Field.EARLY_PERIOD: self.early,
            Field.PREPAYMENT: self.prepayment,
            Field.LATE_DAYS: self.late,
        }
        for field, knob in fields.items():
            knob.turned.connect(lambda text, field=field: self.money.emit(field, text))
        self.periods.turned.connect(lambda text: self.option.emit(Field.PERIODS, text))
        self.rate.turned.connect(lambda text: self.option.emit(self._rate_field, text))

    def show_comparison(self, compared: Compared, place: int) -> None:
        """Stand where a comparison and one of its columns are."""
        comparison, rules = compared.comparison, compared.rules
        option = comparison.options[place]
        yuan = translate("WhatIf", "{amount} 元")
        self.amount.show_scale(amount_scale(comparison), yuan.format(amount=_short(grouped(comparison.amount))))
        self._rate_field = rate_field(option, rules)
        offer = option if isinstance(option, OfferOption) else None
        periods = translate("WhatIf", "{periods} 期").format(periods=offer.periods) if offer else _NONE
        self.periods.show_scale(periods_scale(option, rules), periods)
        price = price_words(offer) if offer else ""
        self.rate.show_scale(rate_scale(option, rules), price or _NONE)
        self.rate.title.setVisible(not price)  # a price says what it is
        for knob in (self.periods, self.rate):
            knob.setToolTip(compared.names[place])
            knob.slider.setAccessibleDescription(f"{compared.names[place]} {knob.value.text()}")
        early = translate("WhatIf", "第 {period} 期").format(period=comparison.early_period)
        self.early.show_scale(early_scale(comparison), early)
        prepaid = translate("WhatIf", "不多还")
        if comparison.prepayment and comparison.prepayment >= comparison.amount:
            prepaid = translate("WhatIf", "全部还清")
        elif comparison.prepayment:
            prepaid = yuan.format(amount=_short(grouped(comparison.prepayment)))
        self.prepayment.show_scale(prepayment_scale(comparison), prepaid)
        days = translate("WhatIf", "{days} 天").format(days=comparison.late_days)
        self.late.show_scale(late_scale(comparison), days)


def _short(amount: str) -> str:
    return amount.removesuffix(".00")
