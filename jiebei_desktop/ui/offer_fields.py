"""The fields that describe an offer, shared by the loan form and the columns of the comparison."""

from __future__ import annotations

from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.offers import Offer
from jiebei_desktop.planning.wording import method_name
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.ui.widgets.fields import ChoiceField, FormField, NumberChoiceField, TextField, choose, fill, narrow
from jiebei_desktop.ui.widgets.still import StillBox
from jiebei_desktop.values import RatePer


def field_name(field: Field) -> str:
    """Return what a field is called, in forms and in the names of undo steps."""
    return {
        Field.PRODUCT: translate("Fields", "产品"),
        Field.NAME: translate("Fields", "名字（可不填）"),
        Field.PRINCIPAL: translate("Fields", "借了多少"),
        Field.AMOUNT: translate("Fields", "借多少"),
        Field.START_DATE: translate("Fields", "哪天借的"),
        Field.PERIODS: translate("Fields", "分几期"),
        Field.METHOD: translate("Fields", "怎么还"),
        Field.RATE: translate("Fields", "利率"),
        Field.RATE_PER: translate("Fields", "利率单位"),
        Field.FEE_RATE: translate("Fields", "总手续费率"),
        Field.FIRST_DUE_DATE: translate("Fields", "首个还款日（可不填）"),
        Field.BILLED_INSTALMENT: translate("Fields", "App 写的每期金额（可不填）"),
        Field.DUE_DAY: translate("Fields", "每月还款日（可不填）"),
        Field.COUPON_OFF: translate("Fields", "优惠券（可不填）"),
        Field.COUPON_PERIODS: translate("Fields", "只减前几期"),
        Field.PENALTY_RATE: translate("Fields", "逾期每天多收（可不填）"),
        Field.UNPAID_FROM: translate("Fields", "从第几期起没还（可不填）"),
        Field.WAIT_DAYS: translate("Fields", "不管它，再拖几天"),
        Field.DEFER_MONTHS: translate("Fields", "推迟几个月"),
        Field.WAIVER_SHARE: translate("Fields", "结清时罚息减免"),
        Field.ARREARS: translate("Fields", "欠的利息和罚息"),
        Field.INCOME: translate("Fields", "每月收入（可不填）"),
        Field.SPENDING: translate("Fields", "每月必要开支（可不填）"),
        Field.REASON: translate("Fields", "为什么还不上"),
        Field.SIGNATURE: translate("Fields", "署名（可不填）"),
        Field.CONTACT: translate("Fields", "联系方式（可不填）"),
        Field.STATEMENT_DAY: translate("Fields", "每月几日出账"),
        Field.EARLY_PERIOD: translate("Fields", "提前：第几期"),
        Field.PREPAYMENT: translate("Fields", "提前多还"),
        Field.LATE_DAYS: translate("Fields", "晚几天"),
    }[field]


class RateField(TextField):
    """A rate in percent with the time that it is quoted for."""

    def __init__(self) -> None:
        self.per = StillBox()
        super().__init__(field_name(Field.RATE), "", self.per)
        self.per.setAccessibleName(field_name(Field.RATE_PER))
        fill(
            self.per,
            (
                (RatePer.DAY.value, translate("Fields", "% 每天")),
                (RatePer.YEAR.value, translate("Fields", "% 每年")),
                (RatePer.MONTH.value, translate("Fields", "% 每月")),
            ),
        )


class RatePerField(FormField):
    """The unit beside a rate, as a field of its own: it has no place of its own, and goes with the rate."""

    def __init__(self, rate: RateField) -> None:
        self._box = rate.per
        super().__init__("", StillBox())
        self.setParent(rate)
        self.hide()
        self._box.activated.connect(lambda _: self.edited.emit(self.text()))

    def set_text(self, text: str) -> None:
        """Choose a unit without saying `edited`."""
        choose(self._box, text)

    def text(self) -> str:
        """Return the chosen unit."""
        return str(self._box.currentData())


class OfferFields:
    """Term, way of paying back, and price; shows the price that the product charges."""

    def __init__(self) -> None:
        self.periods = NumberChoiceField(field_name(Field.PERIODS), translate("Fields", "期"))
        self.method = ChoiceField(field_name(Field.METHOD))
        narrow(self.method.box)
        self.rate = RateField()
        self.fee_rate = TextField(field_name(Field.FEE_RATE), translate("Fields", "% 本金"))
        self.rate_per = RatePerField(self.rate)

    def by_name(self) -> dict[Field, FormField]:
        """Return the fields by what they edit."""
        return {
            Field.PERIODS: self.periods,
            Field.METHOD: self.method,
            Field.RATE: self.rate,
            Field.RATE_PER: self.rate_per,
            Field.FEE_RATE: self.fee_rate,
        }

    def fit(self, offer: Offer, rules: RuleBook) -> None:
        """Offer what the product's rule knows."""
        rule = rules.rules.get(offer.product)
        if rule is None:
            return
        self.periods.set_choices(rule.periods.value)
        self.method.set_choices((method.value, method_name(method)) for method in rule.methods.value)
        self.rate.setVisible(rule.rate is not None)
        self.fee_rate.setVisible(rule.fee is not None)
