"""Names and sentences that pages, exports and the program without a window share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from jiebei_desktop.engine import Schedule
from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.money import FEN, RoundingMode, grouped, percent, percent_exact, plain, round_to
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import pick, translate
from jiebei_desktop.values import Method, RatePer

_RATE_SHOWN = Decimal("1E-8")

if TYPE_CHECKING:  # the plan is not loaded for a name
    from jiebei_desktop.planning.document import Loan
    from jiebei_desktop.planning.offers import BillOption, Offer


def method_name(method: Method) -> str:
    """Return the usual name of a way of paying back."""
    return {
        Method.EQUAL_PAYMENT: translate("Words", "每月等额"),
        Method.EQUAL_PRINCIPAL: translate("Words", "等额本金"),
        Method.INTEREST_FIRST: translate("Words", "先息后本"),
        Method.FLAT_FEE: translate("Words", "等本等费"),
        Method.BULLET: translate("Words", "随借随还 / 到期一次还"),
    }[method]


def rate_per_name(per: RatePer) -> str:
    """Return the name of a rate by the time that it is quoted for."""
    return {
        RatePer.DAY: translate("Words", "日利率"),
        RatePer.MONTH: translate("Words", "月利率"),
        RatePer.YEAR: translate("Words", "年利率"),
    }[per]


def rate_words(per: RatePer) -> str:
    """Return the words around a rate that is quoted for a time: `日利率 {rate}%`."""
    return {
        RatePer.DAY: translate("Words", "日利率 {rate}%"),
        RatePer.MONTH: translate("Words", "月利率 {rate}%"),
        RatePer.YEAR: translate("Words", "年利率 {rate}%"),
    }[per]


def no_overdue_rule(label: str) -> str:
    """Return what is said where nobody knows what being late costs."""
    return translate("Late", "不知道{label}逾期一天多收多少。请在“规则”里填，或者换一笔看。").format(label=label)


def rate_percent(rate: Decimal) -> str:
    """Return a rate as a percentage without its sign, to as many places as anybody checks."""
    return percent_exact(round_to(rate, step=_RATE_SHOWN))


def mode_name(mode: RoundingMode) -> str:
    """Return how amounts are rounded without to what: `四舍五入`."""
    return {
        RoundingMode.HALF_UP: translate("Words", "四舍五入"),
        RoundingMode.HALF_EVEN: translate("Words", "四舍六入五成双"),
        RoundingMode.HALF_DOWN: translate("Words", "五舍六入"),
        RoundingMode.DOWN: translate("Words", "舍去尾数"),
        RoundingMode.UP: translate("Words", "有零就进"),
        RoundingMode.NONE: translate("Words", "不取整"),
    }[mode]


def rounding_name(mode: RoundingMode, step: Decimal) -> str:
    """Return how amounts are rounded: `四舍五入到分`."""
    name = mode_name(mode)
    if mode is RoundingMode.NONE:
        return name
    if step == FEN:
        return translate("Words", "{name}到分").format(name=name)
    return translate("Words", "{name}到 {step} 元").format(name=name, step=plain(step, 0))


def product_name(product: str, rules: RuleBook) -> str:
    """Return a product's name, or its id where its rule is missing."""
    rule = rules.rules.get(product)
    return str(rule.name) if rule else product


def offer_label(offer: Offer, rules: RuleBook) -> str:
    """Return what an offer is called in a sentence: `借呗 12 期`."""
    name = product_name(offer.product, rules)
    return translate("Words", "{name} {periods} 期").format(name=name, periods=offer.periods)


def offer_detail(offer: Offer) -> str:
    """Return an offer's way and price in a few words."""
    return " · ".join(filter(None, (method_name(offer.method), price_words(offer))))


def price_words(offer: Offer) -> str:
    """Return an offer's price in a few words; nothing where it was left out."""
    if offer.method is Method.FLAT_FEE:
        price, text = offer.fee_rate, translate("Words", "总费率 {rate}%")
    else:
        price, text = offer.rate, rate_words(offer.rate_per)
    return "" if price is None else text.format(rate=percent_exact(price))


def bill_label(option: BillOption) -> str:
    """Return what paying by the monthly bill is called in a sentence."""
    return {
        Pay.FULL: translate("Words", "花呗全额还"),
        Pay.MINIMUM: translate("Words", "花呗最低还款"),
    }[option.pay]


def bill_detail(option: BillOption) -> str:
    """Return the days of a bill in a few words."""
    text = translate("Words", "{statement} 日出账 · {due} 日还")
    return text.format(statement=option.statement_day, due=option.due_day)


def loan_label(loan: Loan, rules: RuleBook) -> str:
    """Return what a loan is called: the user's own name for it, or its product and term."""
    return loan.name.strip() or offer_label(loan, rules)


def loan_labels(loans: Sequence[Loan], rules: RuleBook) -> dict[str, str]:
    """Return what each loan is called by its id, with its first day where another one is called the same."""
    names = {loan.id: loan_label(loan, rules) for loan in loans}
    alike = {name for name, times in Counter(names.values()).items() if times > 1}
    text = translate("Words", "{name}（{day} 借的）")
    return names | {
        loan.id: text.format(name=names[loan.id], day=loan.start_date) for loan in loans if names[loan.id] in alike
    }


def loan_sentence(worked_out: Schedule) -> str:
    """Return the answer about one loan in a sentence."""
    rows, totals = worked_out.rows, worked_out.totals
    anew = [place for place, row in enumerate(rows) if row.event == "restructure"]
    rows = rows[anew[-1] + 1 :] if anew else rows
    usual = {row.payment for row in rows[:-1]} or {rows[-1].payment}
    if len(usual) == 1:
        each = translate("Words", "每期还 {amount} 元").format(amount=grouped(usual.pop()))
    else:
        least, most = min(row.payment for row in rows), max(row.payment for row in rows)
        each = translate("Words", "每期还 {least} 到 {most} 元").format(least=grouped(least), most=grouped(most))
    text = translate("Words", "{each}，{last}还清，一共多付 {cost} 元。")
    return text.format(each=each, last=long_date(rows[-1].due_date), cost=grouped(totals.cost))


def rates_sentence(worked_out: Schedule) -> str:
    """Return both annual rates with what they are."""
    rates = worked_out.rates
    text = translate("Words", "名义年化 {nominal}（单利），实际年化 {effective}（复利，按还款日，一年 365 天）。")
    return text.format(nominal=percent(rates.nominal_annual), effective=percent(rates.effective_annual))


def long_date(day: date) -> str:
    """Return a date in a sentence."""
    return translate("Words", "{year} 年 {month} 月 {day} 日").format(
        year=day.year, month=day.month, day=day.day, iso=day.isoformat()
    )


def month_name(day: date) -> str:
    """Return a month in a sentence."""
    return translate("Words", "{year} 年 {month} 月").format(year=day.year, month=day.month)


def joined(*sentences: str) -> str:
    """Return sentences in a row, as the language in use puts them."""
    return pick("", " ").join(filter(None, sentences))
