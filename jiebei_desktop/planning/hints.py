"""Soft remarks on what was entered: not wrong, but not what the product's rule knows."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from jiebei_desktop.engine import Schedule
from jiebei_desktop.money import grouped, percent_exact
from jiebei_desktop.planning.document import Loan
from jiebei_desktop.planning.entry import Field, same_rate
from jiebei_desktop.planning.offers import Offer
from jiebei_desktop.planning.warnings import Remark
from jiebei_desktop.planning.wording import loan_label
from jiebei_desktop.products import ProductRule, RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import Problem


def offer_hints(offer: Offer, amount: Decimal, rule: ProductRule) -> dict[Field, str]:
    """Return a remark for each field that lies outside what the rule knows."""
    found: dict[Field, str] = {}
    limits = rule.principal
    if limits is not None and not limits.least.value <= amount <= limits.most.value:
        least, most = limits.least.value, limits.most.value
        text = translate("Hints", "{name}一般是 {least} 到 {most} 元，以自己 App 为准")
        found[Field.PRINCIPAL] = text.format(name=rule.name, least=grouped(least), most=grouped(most))
    if offer.periods not in rule.periods.value:
        listed = translate("Hints", "、").join(str(number) for number in rule.periods.value)
        text = translate("Hints", "{name}常见 {listed} 期，以自己 App 为准")
        found[Field.PERIODS] = text.format(name=rule.name, listed=listed)
    if rule.rate is not None and offer.rate is not None:
        low, high = rule.rate.least.value, rule.rate.most.value
        if not low <= same_rate(offer.rate, offer.rate_per, rule.rate.per) <= high:
            text = translate("Hints", "{name}的日利率一般在 {low}% 到 {high}% 之间，请再看一眼单位")
            found[Field.RATE] = text.format(name=rule.name, low=percent_exact(low), high=percent_exact(high))
    known = rule.fee_rate(offer.periods)
    if known is not None and offer.fee_rate is not None and offer.fee_rate != known:
        text = translate("Hints", "公布的 {periods} 期总费率是 {known}%，以自己 App 为准")
        found[Field.FEE_RATE] = text.format(periods=offer.periods, known=percent_exact(known))
    return found


def loan_hints(loan: Loan, rule: ProductRule, remarks: Iterable[Remark]) -> dict[Field, str]:
    """Return the remarks on a loan: those on its offer, on its due day, and on the rate that comes out."""
    hints = offer_hints(loan, loan.principal, rule)
    if rule.due_day is not None and loan.start_date.day > 28 and loan.due_day is None and loan.first_due_date is None:
        days = [
            figure.due_day(loan.start_date) for figure in (rule.due_day.value, *(v.value for v in rule.due_day.views))
        ]
        text = translate("Hints", "{day} 日借的，各处说法不一：每月 {days} 日还。这里先按 {first} 日，请照自己 App 填")
        listed = translate("Hints", " 或 ").join(map(str, days))
        hints[Field.DUE_DAY] = text.format(day=loan.start_date.day, days=listed, first=days[0])
    for remark in remarks:
        hints.setdefault(Field(remark.field), remark.message)
    return hints


def name_hint(loan: Loan, loans: Iterable[Loan], rules: RuleBook) -> dict[Field, str]:
    """Return a remark at the name where another loan is called the same, so that nobody takes one for the other."""
    name = loan_label(loan, rules)
    if all(each.id == loan.id or loan_label(each, rules) != name for each in loans):
        return {}
    text = translate("Hints", "还有一笔也叫“{name}”：起个名字，哪里都分得清")
    return {Field.NAME: text.format(name=name)}


def billed_instalment_check(loan: Loan, worked_out: Schedule) -> Problem | None:
    """Compare the instalment that the lender prints with the one worked out; None where they agree or none was given.

    An instalment that can't even return the principal is named as impossible, not as a difference.
    """
    billed = loan.billed_instalment
    if billed is None or billed in {row.payment for row in worked_out.rows}:
        return None
    paid = billed * loan.periods
    if paid < loan.principal:
        text = translate(
            "Hints",
            "每期 {billed} 元不可能：{periods} 期共 {paid} 元，连本金 {principal} 元都不够。这些条件下每期是 {due} 元",
        )
    else:
        text = translate("Hints", "App 写的每期 {billed} 元和算出来的 {due} 元对不上；可能是利率、天数或优惠不同")
    message = text.format(
        billed=grouped(billed),
        periods=loan.periods,
        paid=grouped(paid),
        principal=grouped(loan.principal),
        due=grouped(worked_out.rows[0].payment),
    )
    return Problem(Field.BILLED_INSTALMENT, message)
